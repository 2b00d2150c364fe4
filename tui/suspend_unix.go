//go:build unix

package tui

import (
	"os"
	"os/signal"
	"syscall"
	"time"
)

// stopTime is how long the reader waits to be stopped. Where there is nobody
// who could wake it again, as in a terminal without a shell, the system does
// not stop it.
const stopTime = 200 * time.Millisecond

// stop stops the reader, and whoever it shares a job with, until the shell
// makes it go on.
func stop() error {
	woken := make(chan os.Signal, 1)
	signal.Notify(woken, syscall.SIGCONT)
	defer signal.Stop(woken)
	if err := syscall.Kill(0, syscall.SIGTSTP); err != nil {
		return err
	}
	select {
	case <-woken:
	case <-time.After(stopTime):
	}
	return nil
}
