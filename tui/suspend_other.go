//go:build !unix

package tui

// stop does nothing: a program cannot be stopped here.
func stop() error { return nil }
