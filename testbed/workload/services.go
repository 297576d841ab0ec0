package main

import (
	"fmt"
	"math/rand"
	"time"
)

// service is a name, a format, and what may happen at each level.
type service struct {
	name   string
	format func(entry) string
	events map[string][]func() entry
}

// Shares in a thousand, and the same while an incident lasts.
var (
	usual  = []share{{"trace", 60}, {"debug", 160}, {"info", 640}, {"warn", 90}, {"error", 45}, {"critical", 5}}
	trying = []share{{"trace", 40}, {"debug", 110}, {"info", 400}, {"warn", 210}, {"error", 215}, {"critical", 25}}
)

type share struct {
	level    string
	thousand int
}

func (s service) next(incident bool) entry {
	shares := usual
	if incident {
		shares = trying
	}
	level, left := "info", rand.Intn(1000)
	for _, candidate := range shares {
		if left < candidate.thousand {
			level = candidate.level
			break
		}
		left -= candidate.thousand
	}
	choices := s.events[level]
	event := choices[rand.Intn(len(choices))]()
	event.at, event.level = time.Now(), level
	event.fields = append(event.fields, field{"trace_id", fmt.Sprintf("%016x", rand.Uint64())})
	return event
}

// say is an entry about the program itself; values are drawn anew each time.
func say(message string, draw func() fields) func() entry {
	return func() entry { return entry{message: message, fields: draw()} }
}

// handle is an entry about a request that took around that many milliseconds, with a long tail.
func handle(message, method, route string, status int, typical float64, draw func() fields) func() entry {
	return func() entry {
		milliseconds := typical * (0.5 + rand.ExpFloat64())
		r := &request{method, route, status, milliseconds / 1000}
		own := fields{{"method", method}, {"path", route}, {"status", status}, {"duration_ms", round(milliseconds)}}
		return entry{message: message, fields: append(own, draw()...), request: r}
	}
}

// with adds a stack trace to every n-th entry or so.
func with(n int, trace func() string, make func() entry) func() entry {
	return func() entry {
		event := make()
		if rand.Intn(n) == 0 {
			event.trace = trace()
		}
		return event
	}
}

func none() fields { return nil }

func round(value float64) float64 { return float64(int(value*10)) / 10 }

func pick(values ...string) string { return values[rand.Intn(len(values))] }

func orderID() string { return fmt.Sprintf("ord-%06d", 100000+rand.Intn(900000)) }

func customer() string { return fmt.Sprintf("c-%04d", rand.Intn(4000)) }

func sku() string {
	return fmt.Sprintf("sku-%s-%03d", pick("mug", "lamp", "desk", "sock", "tea"), rand.Intn(400))
}
