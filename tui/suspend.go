package tui

import "io"

// suspension stops the reader while the terminal is the shell's again. Bubble
// Tea's own way waits for good where nobody can wake the reader.
type suspension struct{}

func (suspension) Run() error          { return stop() }
func (suspension) SetStdin(io.Reader)  {}
func (suspension) SetStdout(io.Writer) {}
func (suspension) SetStderr(io.Writer) {}
