// Pause holds the namespaces of a pod, or of a whole node of the testbed, as their first process:
// it waits, and it reaps what its dead children leave to it.
package main

import (
	"os"
	"os/signal"
	"runtime"
	"syscall"
)

func main() {
	// One sleeping program per pod: no need for a thread per processor.
	runtime.GOMAXPROCS(1)
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM, syscall.SIGCHLD)
	for received := range signals {
		if received != syscall.SIGCHLD {
			os.Exit(0)
		}
		reap()
	}
}

func reap() {
	for {
		var status syscall.WaitStatus
		pid, err := syscall.Wait4(-1, &status, syscall.WNOHANG, nil)
		if err == syscall.EINTR {
			continue
		}
		if err != nil || pid <= 0 {
			return
		}
	}
}
