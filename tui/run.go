package tui

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"runtime/debug"
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
func Run(ctx context.Context, c Config, in, out *os.File) (State, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var program *tea.Program
	send := func(msg tea.Msg) { program.Send(msg) }
	s, err := newScreen(in, out)
	if err != nil {
		return State{}, fmt.Errorf("terminal: %w", err)
	}
	defer s.close()
	m, err := newModel(c, effects{ctx: ctx, send: send, screen: s, say: s.say, clipboard: c.Clipboard, waits: true, how: c.How})
	if err != nil {
		return State{}, err
	}
	t := &terminal{model: m, screen: s}
	if err := t.choose(c); err != nil {
		return State{}, err
	}
	w, h, err := s.size()
	if err != nil {
		return State{}, fmt.Errorf("terminal: %w", err)
	}
	// The terminal's size is known before it says so.
	m.width, m.height = w, h
	options := []tea.ProgramOption{tea.WithContext(ctx), tea.WithInput(in), tea.WithOutput(out), tea.WithWindowSize(w, h),
		tea.WithoutRenderer(), tea.WithFPS(1), tea.WithoutCatchPanics(), tea.WithoutSignalHandler()}
	if c.Colors != nil {
		options = append(options, tea.WithColorProfile(profiles[*c.Colors]))
	}
	program = tea.NewProgram(t, options...)
	// Bubble Tea hears no signal while the terminal is given away, and does not end
	// where it is told to twice. Each sort has a channel of its own, so that neither
	// keeps the other out.
	ended, resized := make(chan os.Signal, 1), make(chan os.Signal, 1)
	signal.Notify(ended, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	uv.NotifyWinch(resized)
	defer signal.Stop(ended)
	defer signal.Stop(resized)
	go func() {
		for {
			select {
			case <-ctx.Done():
				return
			case s := <-ended:
				if s == os.Interrupt && t.screen.away() {
					continue // it is for the program that has the terminal
				}
				program.Quit()
				return
			case <-resized:
				if w, h, err := s.size(); err == nil {
					program.Send(tea.WindowSizeMsg{Width: w, Height: h})
				}
			}
		}
	}()
	_, err = program.Run()
	switch {
	case m.err != nil:
		return State{}, m.err
	case err != nil:
		err = fmt.Errorf("terminal: %w", err)
	}
	return m.state(), err
}

// terminal is the model on a terminal: it adds what only a terminal can say,
// and what only a terminal needs to be told.
type terminal struct {
	*model
	screen  *screen
	chosen  view.Theme  // as it was asked for
	theme   *view.Theme // as this terminal shows it
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
func (t *terminal) dress() {
	theme := t.chosen.On(!t.light).With(t.colors)
	t.theme = &theme
}

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
func (t *terminal) Init() tea.Cmd {
	return guarded(tea.Batch(t.effects.ask(), t.start(), t.effects.grace()))
}

// Update takes in what the terminal says about itself, leaves the rest to the
// model, and shows what has become of it.
func (t *terminal) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	t.screen.learn(msg)
	cmd := t.take(msg)
	if t.shown && t.width > 0 && t.height > 0 {
		t.screen.show(showing{t.frame(), t.theme, profiles[t.colors], t.mouse})
	}
	return t, guarded(cmd)
}

func (t *terminal) take(msg tea.Msg) tea.Cmd {
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
			return tea.Quit
		}
	case broken:
		panic(fmt.Sprintf("%v\n\n%s", msg.value, msg.stack))
	}
	cmd := t.update(msg)
	t.shown = t.shown || t.corpus != nil
	if t.err != nil {
		t.quitting, cmd = true, tea.Quit
	}
	if t.quitting && !t.settled {
		return t.effects.leave()
	}
	return cmd
}

// View is empty: the screen has been told.
func (t *terminal) View() tea.View { return tea.View{} }

// broken says that a command panicked.
type broken struct {
	value any
	stack []byte
}

// guarded lets a command panic where the terminal is given back before the
// program ends.
func guarded(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if value := recover(); value != nil {
				msg = broken{value, debug.Stack()}
			}
		}()
		msg = cmd()
		if batch, several := msg.(tea.BatchMsg); several {
			for i, c := range batch {
				batch[i] = guarded(c)
			}
		}
		return msg
	}
}
