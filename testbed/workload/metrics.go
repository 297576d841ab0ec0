package main

import (
	"fmt"
	"math"
	"net/http"
	"runtime"
	"sort"
	"sync"
	"time"
)

var buckets = []float64{0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5}

type histogram struct {
	counts []uint64
	sum    float64
	total  uint64
}

// metrics in Prometheus' text format, by hand: there is little enough of it.
type metrics struct {
	mu       sync.Mutex
	service  string
	started  time.Time
	requests map[string]uint64
	duration map[string]*histogram
	logged   map[string]uint64
}

func newMetrics(service string) *metrics {
	return &metrics{
		service: service, started: time.Now(),
		requests: map[string]uint64{}, duration: map[string]*histogram{}, logged: map[string]uint64{},
	}
}

func (m *metrics) count(e entry) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.logged[fmt.Sprintf("level=%q", e.level)]++
	if e.request == nil {
		return
	}
	r := e.request
	m.requests[fmt.Sprintf("method=%q,route=%q,code=\"%d\"", r.method, r.route, r.status)]++
	route := fmt.Sprintf("route=%q", r.route)
	h := m.duration[route]
	if h == nil {
		h = &histogram{counts: make([]uint64, len(buckets))}
		m.duration[route] = h
	}
	for i, limit := range buckets {
		if r.seconds <= limit {
			h.counts[i]++
		}
	}
	h.sum += r.seconds
	h.total++
}

func (m *metrics) serve(w http.ResponseWriter, _ *http.Request) {
	m.mu.Lock()
	defer m.mu.Unlock()
	w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	heading(w, "shop_http_requests_total", "counter", "Requests handled.")
	for _, labels := range sorted(m.requests) {
		fmt.Fprintf(w, "shop_http_requests_total{service=%q,%s} %d\n", m.service, labels, m.requests[labels])
	}
	heading(w, "shop_http_request_duration_seconds", "histogram", "Time to answer.")
	for _, labels := range sorted(m.duration) {
		h, base := m.duration[labels], fmt.Sprintf("service=%q,%s", m.service, labels)
		for i, limit := range buckets {
			fmt.Fprintf(w, "shop_http_request_duration_seconds_bucket{%s,le=\"%g\"} %d\n", base, limit, h.counts[i])
		}
		fmt.Fprintf(w, "shop_http_request_duration_seconds_bucket{%s,le=\"+Inf\"} %d\n", base, h.total)
		fmt.Fprintf(w, "shop_http_request_duration_seconds_sum{%s} %g\n", base, h.sum)
		fmt.Fprintf(w, "shop_http_request_duration_seconds_count{%s} %d\n", base, h.total)
	}
	heading(w, "shop_log_entries_total", "counter", "Log entries written.")
	for _, labels := range sorted(m.logged) {
		fmt.Fprintf(w, "shop_log_entries_total{service=%q,%s} %d\n", m.service, labels, m.logged[labels])
	}
	minutes := time.Since(m.started).Minutes()
	gauge(w, m.service, "shop_queue_length", "Orders that wait.", math.Round(20+15*math.Sin(minutes/3)))
	gauge(w, m.service, "shop_open_connections", "Connections to the database.", math.Round(12+6*math.Sin(minutes/7+1)))
	gauge(w, m.service, "go_goroutines", "Number of goroutines that currently exist.", float64(runtime.NumGoroutine()))
	gauge(w, m.service, "process_start_time_seconds", "Start, in seconds since 1970.", float64(m.started.UnixMilli())/1000)
}

func heading(w http.ResponseWriter, name, kind, help string) {
	fmt.Fprintf(w, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, kind)
}

func gauge(w http.ResponseWriter, service, name, help string, value float64) {
	heading(w, name, "gauge", help)
	fmt.Fprintf(w, "%s{service=%q} %g\n", name, service, value)
}

func sorted[V any](values map[string]V) []string {
	keys := make([]string, 0, len(values))
	for key := range values {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
}
