package tui

import (
	"context"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"variorum/tui/view"
)

// Player is a reader without a terminal. It sends the same messages through
// the same model as Run and does at once, and in order, what Run does in the
// background; so after the same keys at the same size it shows the same frame.
type Player struct {
	model *model
	done  bool
}

// NewPlayer starts a reader of w by h cells. The error is a size that no
// screen has, or why there is nothing to read.
func NewPlayer(c Config, w, h int) (*Player, error) {
	m, err := newModel(c, effects{ctx: context.Background(), how: c.How})
	if err != nil {
		return nil, err
	}
	p := &Player{model: m}
	if err := p.Resize(w, h); err != nil {
		return nil, err
	}
	p.do(m.start())
	return p, m.err
}

// Press presses a key, named as Bubble Tea names it. After the reader has quit
// nothing happens any more.
func (p *Player) Press(name string) error {
	key, err := parseKey(name)
	if err == nil {
		p.tell(tea.KeyPressMsg(key))
	}
	return err
}

// Type types a text, one key a character.
func (p *Player) Type(text string) {
	for _, r := range text {
		p.tell(tea.KeyPressMsg(charKey(r)))
	}
}

// Wheel turns the mouse wheel by so many notches, down where they are positive.
func (p *Player) Wheel(notches int) {
	button := tea.MouseWheelDown
	if notches < 0 {
		button, notches = tea.MouseWheelUp, -notches
	}
	for range notches {
		p.tell(tea.MouseWheelMsg{Button: button})
	}
}

// Click presses the left button of the mouse at a cell, counted from 0.
func (p *Player) Click(x, y int) { p.tell(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}) }

// Resize makes the screen w by h cells.
func (p *Player) Resize(w, h int) error {
	if err := checkSize(w, h); err != nil {
		return err
	}
	p.tell(tea.WindowSizeMsg{Width: w, Height: h})
	return nil
}

// Frame paints what is on the screen.
func (p *Player) Frame() *view.Frame { return p.model.frame() }

// State returns what the reader would remember if it ended now.
func (p *Player) State() State { return p.model.state() }

// tell gives the model a message and does what it asks for.
func (p *Player) tell(msg tea.Msg) {
	if !p.done {
		p.do(p.model.update(msg))
	}
}

// do runs a command, and the commands that follow from its answer.
func (p *Player) do(cmd tea.Cmd) {
	for queue := []tea.Cmd{cmd}; len(queue) > 0 && !p.done; {
		next := queue[0]
		queue = queue[1:]
		if next == nil {
			continue
		}
		switch msg := next().(type) {
		case nil:
		case tea.BatchMsg:
			queue = append(queue, msg...)
		case tea.QuitMsg:
			p.done = true
		default:
			queue = append(queue, p.model.update(msg))
		}
	}
}

// maxSide bounds a screen, in cells a side.
const maxSide = 2000

func checkSize(w, h int) error {
	switch {
	case w < 1 || h < 1:
		return fmt.Errorf("a screen of %dx%d cells shows nothing: give columns and rows, as in 120x40", w, h)
	case w > maxSide || h > maxSide:
		return fmt.Errorf("a screen of %dx%d cells is too large: the most is %dx%d", w, h, maxSide, maxSide)
	}
	return nil
}

// ParseSize reads a size as COLSxROWS.
func ParseSize(s string) (w, h int, err error) {
	var rest string
	if n, _ := fmt.Sscanf(s+" ", "%dx%d%s", &w, &h, &rest); n != 2 {
		return 0, 0, errors.New("size " + quoted(s) + " is not COLSxROWS, as in 120x40")
	}
	return w, h, checkSize(w, h)
}
