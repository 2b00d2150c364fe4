package tui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"

	"variorum/tui/view"
)

// Run shows the reader on a terminal until the user quits, the terminal hangs
// up or ctx is done, and leaves the terminal as it was. It returns what there is
// to remember. The error is why there was nothing to read, or what went wrong
// with the terminal.
func Run(ctx context.Context, c Config, in io.Reader, out io.Writer) (State, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	t := &terminal{}
	var program *tea.Program
	m, err := newModel(c, effects{ctx: ctx, send: func(msg tea.Msg) { program.Send(msg) }, clipboard: c.Clipboard, waits: true})
	if err != nil {
		return State{}, err
	}
	t.model = m
	if err := t.choose(c); err != nil {
		return State{}, err
	}
	options := []tea.ProgramOption{tea.WithContext(ctx), tea.WithInput(in), tea.WithOutput(out), tea.WithFPS(fastest)}
	if c.Colors != nil {
		options = append(options, tea.WithColorProfile(profiles[*c.Colors]))
	}
	program = tea.NewProgram(t, options...)
	hangup := make(chan os.Signal, 1)
	signal.Notify(hangup, syscall.SIGHUP)
	defer signal.Stop(hangup)
	go func() {
		select {
		case <-hangup:
			program.Quit()
		case <-ctx.Done():
		}
	}()
	_, err = program.Run()
	switch {
	case m.err != nil:
		return State{}, m.err
	case errors.Is(err, tea.ErrInterrupted):
		err = nil
	case err != nil:
		err = fmt.Errorf("terminal: %w", err)
	}
	return m.state(), err
}

// fastest is how many frames a second are written at the most. Every key waits
// for the next frame, so this is what a reader feels.
const fastest = 120

// terminal is the model on a terminal: it adds what only a terminal can say,
// and what only a terminal needs to be told.
type terminal struct {
	*model
	chosen  view.Theme // as it was asked for
	theme   view.Theme // as this terminal shows it
	colors  view.Colors
	light   bool // the background is
	settled bool // the terminal has answered what it was asked
	shown   bool // the reader has the screen; before, the terminal is left alone
}

// choose takes over the theme and colours that the user asked for.
func (t *terminal) choose(c Config) error {
	t.chosen = c.Theme
	if t.chosen.Name == "" {
		var err error
		if t.chosen, err = view.ParseTheme("auto"); err != nil {
			return err
		}
	}
	if c.Colors != nil {
		t.colors = *c.Colors
	}
	t.dress()
	return nil
}

// dress makes the theme what this terminal can show.
func (t *terminal) dress() { t.theme = t.chosen.On(!t.light).With(t.colors) }

// profiles are the colours as Bubble Tea's renderer names them.
var profiles = map[view.Colors]colorprofile.Profile{
	view.TrueColor: colorprofile.TrueColor,
	view.Colors256: colorprofile.ANSI256,
	view.Colors16:  colorprofile.ANSI,
	view.NoColors:  colorprofile.ASCII,
}

func colorsOf(p colorprofile.Profile) view.Colors {
	for c, of := range profiles {
		if of == p {
			return c
		}
	}
	return view.NoColors
}

// Init asks the terminal for what it must know and begins to load.
func (t *terminal) Init() tea.Cmd { return tea.Batch(t.effects.ask(), t.start(), t.effects.grace()) }

// Update takes in what the terminal says about itself, and leaves the rest to
// the model.
func (t *terminal) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.BackgroundColorMsg:
		t.light = !msg.IsDark()
		t.dress()
	case tea.ColorProfileMsg:
		t.colors = colorsOf(msg.Profile)
		t.dress()
	case late:
		t.shown = t.shown || !t.quitting
	case uv.PrimaryDeviceAttributesEvent:
		t.settled = true
		if t.quitting {
			return t, tea.Quit
		}
	}
	cmd := t.update(msg)
	t.shown = t.shown || t.corpus != nil
	if t.err != nil {
		t.quitting, cmd = true, tea.Quit
	}
	if t.quitting && !t.settled {
		return t, t.effects.leave()
	}
	return t, cmd
}

// View hands the frame to the renderer. The terminal's title is left alone: it
// could not be put back.
func (t *terminal) View() tea.View {
	var v tea.View
	if !t.shown {
		return v
	}
	if t.width > 0 && t.height > 0 {
		v = tea.NewView(t.frame().ANSI(t.theme))
	}
	v.AltScreen = true
	if t.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	return v
}
