package tui

import (
	"errors"
	"io"

	tea "charm.land/bubbletea/v2"
)

// outside is what happens while the terminal is not the reader's: a program
// that is run, or the shell while the reader is stopped. Bubble Tea's own ways
// to the same know nothing of the screen; that of stopping waits for good where
// nobody can wake the reader.
type outside struct {
	effects
	run      func(*outside) error
	in       io.Reader
	out, err io.Writer
}

func (o *outside) SetStdin(r io.Reader)  { o.in = r }
func (o *outside) SetStdout(w io.Writer) { o.out = w }
func (o *outside) SetStderr(w io.Writer) { o.err = w }

// Run gives the terminal away, and takes it back in the size that it has then.
func (o *outside) Run() error {
	if o.screen == nil {
		return o.run(o)
	}
	o.screen.release()
	err := errors.Join(o.run(o), o.screen.resume())
	if w, h, e := o.screen.size(); e == nil {
		go o.tell(tea.WindowSizeMsg{Width: w, Height: h})
	}
	return err
}
