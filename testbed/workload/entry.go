package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"
)

type field struct {
	key   string
	value any
}

type fields []field

// entry is one log entry and, where it stands for a request, what the counters need of it.
type entry struct {
	at      time.Time
	level   string
	message string
	fields  fields
	// Further lines as a runtime prints them, each ended; empty for nearly every entry.
	trace   string
	request *request
}

type request struct {
	method, route string
	status        int
	seconds       float64
}

func timestamp(at time.Time) string { return at.UTC().Format("2006-01-02T15:04:05.000Z07:00") }

func logfmt(e entry) string {
	var b strings.Builder
	fmt.Fprintf(&b, "ts=%s level=%s msg=%s", timestamp(e.at), e.level, quoted(e.message))
	for _, f := range e.fields {
		fmt.Fprintf(&b, " %s=%s", f.key, quoted(fmt.Sprint(f.value)))
	}
	return b.String()
}

func quoted(text string) string {
	if text == "" || strings.ContainsAny(text, " =\"\n\t") {
		return strconv.Quote(text)
	}
	return text
}

// jsonLine keeps the order of the fields, which a map would not.
func jsonLine(e entry) string {
	all := append(fields{{"time", timestamp(e.at)}, {"level", e.level}, {"message", e.message}}, e.fields...)
	var b bytes.Buffer
	for i, f := range all {
		value, err := json.Marshal(f.value)
		if err != nil {
			value = []byte("null")
		}
		separator := ","
		if i == 0 {
			separator = "{"
		}
		fmt.Fprintf(&b, "%s%q:%s", separator, f.key, value)
	}
	return b.String() + "}"
}
