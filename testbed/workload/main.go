// Sample-workload is one small service of a shop: it serves nobody, but it logs and counts as if it did.
//
//	SERVICE           checkout (logfmt), catalog (logfmt) or ledger (JSON)
//	LINES_PER_SECOND  average number of log entries, 5 by default
//	INCIDENT_EVERY    how often a tenth of that time goes badly, 15m by default
package main

import (
	"fmt"
	"log"
	"math/rand"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"
)

func main() {
	service, ok := services[os.Getenv("SERVICE")]
	if !ok {
		log.Fatalf("SERVICE is %q: it must be checkout, catalog or ledger", os.Getenv("SERVICE"))
	}
	rate, err := strconv.ParseFloat(setting("LINES_PER_SECOND", "5"), 64)
	if err != nil || rate <= 0 || rate > 100_000 {
		log.Fatalf("LINES_PER_SECOND must be a number above 0")
	}
	every, err := time.ParseDuration(setting("INCIDENT_EVERY", "15m"))
	if err != nil || every < time.Second {
		log.Fatalf("INCIDENT_EVERY must be a duration of a second or more")
	}
	numbers := newMetrics(service.name)
	go serve(numbers)
	go work(service, numbers, rate, every)

	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGINT, syscall.SIGTERM)
	<-stop
	fmt.Println(service.format(entry{at: time.Now(), level: "info", message: "shutting down", fields: fields{{"signal", "SIGTERM"}}}))
}

// work logs at an average rate with the uneven gaps of independent requests.
func work(service service, numbers *metrics, rate float64, every time.Duration) {
	due := time.Now()
	for {
		due = due.Add(time.Duration(rand.ExpFloat64() / rate * float64(time.Second)))
		time.Sleep(time.Until(due))
		event := service.next(inIncident(time.Now(), every))
		numbers.count(event)
		// One write per entry: the lines of a stack trace stay together.
		os.Stdout.WriteString(service.format(event) + "\n" + event.trace)
	}
}

// inIncident is the same for all services: they fail together, as in life.
func inIncident(now time.Time, every time.Duration) bool {
	return now.UnixNano()%int64(every) < int64(every)/10
}

func serve(numbers *metrics) {
	mux := http.NewServeMux()
	mux.HandleFunc("/metrics", numbers.serve)
	mux.HandleFunc("/healthz", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") })
	server := &http.Server{Addr: ":8080", Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	log.Fatal(server.ListenAndServe())
}

func setting(name, fallback string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return fallback
}
