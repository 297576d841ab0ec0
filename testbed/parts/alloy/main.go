// Alloy's module has no main package any more: upstream builds its binary from the folder
// `collector`, a module of its own that is not published. flowcmd is what it leaves to others.
package main

import (
	"os"

	"github.com/grafana/alloy/flowcmd"
)

func main() {
	if err := flowcmd.RootCommand().Execute(); err != nil {
		os.Exit(1)
	}
}
