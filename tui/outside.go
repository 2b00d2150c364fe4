package tui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
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

// suspend gives the terminal back to the shell until the shell gives it back
// to the reader. Only a terminal's program knows what to do with it.
func (e effects) suspend() tea.Cmd {
	return tea.Exec(&outside{effects: e, run: func(*outside) error { return stop() }}, nil)
}

// copyTime bounds how long a clipboard may take to take a text.
const copyTime = 5 * time.Second

// copy puts a text on the clipboard of the terminal (OSC 52), which works over
// ssh too, where the terminal allows it; and on that of the machine, where it
// has one. Neither tells whether it worked.
func (e effects) copy(s string) tea.Cmd {
	return func() tea.Msg {
		if e.say != nil {
			e.say(ansi.SetSystemClipboard(s))
		}
		if len(e.clipboard) == 0 {
			return nil
		}
		ctx, cancel := context.WithTimeout(e.ctx, copyTime)
		defer cancel()
		c := exec.CommandContext(ctx, e.clipboard[0], e.clipboard[1:]...)
		c.Stdin = strings.NewReader(inputOf(e.clipboard[0], s))
		_ = c.Run() // the terminal's is filled all the same
		return nil
	}
}

// edited is the answer of edit.
type edited struct {
	comparison int // the one that was on the screen
	err        error
}

// edit gives the terminal to an editor until it is left.
func (e effects) edit(comparison int, command []string) tea.Cmd {
	done := func(err error) tea.Msg {
		if err != nil {
			err = fmt.Errorf("%s: %w", command[0], err)
		}
		return edited{comparison, err}
	}
	// Bubble Tea that gives up the terminal for a program that does not start
	// does not get it back now and then.
	if _, err := exec.LookPath(command[0]); err != nil {
		return func() tea.Msg { return done(err) }
	}
	return tea.Exec(&outside{effects: e, run: func(o *outside) error {
		c := exec.CommandContext(e.ctx, command[0], command[1:]...)
		c.Stdin, c.Stdout, c.Stderr = o.in, o.out, o.err
		return c.Run()
	}}, done)
}
