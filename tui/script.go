package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"variorum/tui/view"
)

// Step is one thing that a script does: press a key, type a text, click,
// resize, or take a picture.
type Step struct {
	do   stepKind
	key  tea.Key
	text string // to type, or the name of a picture
	w, h int    // a size, or the cell that is clicked
}

type stepKind uint8

const (
	pressKey stepKind = iota
	typeText
	click
	resize
	snap
)

// ParseStep reads a step: the name of a key, type:TEXT, click:COL,ROW counted
// from 1, size:COLSxROWS or snap:NAME. The error says what is wrong with it.
func ParseStep(s string) (Step, error) {
	what, rest, _ := strings.Cut(s, ":")
	switch what {
	case "type", "snap", "size", "click":
		if rest == "" {
			return Step{}, fmt.Errorf("%s lacks what comes after the colon: %s", quoted(s), stepForms)
		}
	}
	switch what {
	case "type":
		return Step{do: typeText, text: rest}, nil
	case "snap":
		return Step{do: snap, text: rest}, nil
	case "size":
		w, h, err := ParseSize(rest)
		return Step{do: resize, w: w, h: h}, err
	case "click":
		var x, y int
		var more string
		if n, _ := fmt.Sscanf(rest+" ", "%d,%d%s", &x, &y, &more); n != 2 || x < 1 || y < 1 {
			return Step{}, fmt.Errorf("click %s is not COL,ROW counted from 1, as in 12,5", quoted(rest))
		}
		return Step{do: click, w: x - 1, h: y - 1}, nil
	}
	key, err := parseKey(s)
	if err != nil {
		err = fmt.Errorf("%w; besides keys there are %s", err, stepForms)
	}
	return Step{do: pressKey, key: key}, err
}

const stepForms = "type:TEXT, click:COL,ROW, snap:NAME, size:COLSxROWS"

// ParseKeys reads steps separated by blanks, as --keys takes them.
func ParseKeys(keys string) ([]Step, error) {
	var out []Step
	for word := range strings.FieldsSeq(keys) {
		step, err := ParseStep(word)
		if err != nil {
			return nil, fmt.Errorf("step %d: %w", len(out)+1, err)
		}
		out = append(out, step)
	}
	return out, nil
}

// ParseScript reads one step a line. Empty lines and what follows a # at the
// start of a line, or after a blank where no text is typed, is left out.
// Errors begin with the name of the script and the line.
func ParseScript(name, script string) ([]Step, error) {
	var out []Step
	number := 0
	for line := range strings.Lines(script) {
		number++
		line = strings.TrimRight(line, "\r\n")
		trimmed := strings.TrimSpace(line)
		if trimmed == "" || trimmed[0] == '#' {
			continue
		}
		if strings.HasPrefix(trimmed, "type:") {
			trimmed = strings.TrimLeft(line, " \t") // blanks at the end are typed too
		} else if at := strings.Index(trimmed, " #"); at >= 0 {
			trimmed = strings.TrimSpace(trimmed[:at])
		}
		step, err := ParseStep(trimmed)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", view.Harmless(name), number, err)
		}
		out = append(out, step)
	}
	return out, nil
}

// Shot is a picture that a script took.
type Shot struct {
	Name  string // "" for the last screen of a script that takes none
	Frame *view.Frame
}

// Play plays a script on a reader of w by h cells. It returns the pictures
// that the script takes, or the last screen if it takes none.
func Play(c Config, steps []Step, w, h int) ([]Shot, error) {
	p, err := NewPlayer(c, w, h)
	if err != nil {
		return nil, err
	}
	var shots []Shot
	for i, s := range steps {
		if s.do == snap {
			shots = append(shots, Shot{s.text, p.Frame()})
		} else if err := p.take(s); err != nil {
			return nil, fmt.Errorf("step %d: %w", i+1, err)
		}
	}
	if len(shots) == 0 {
		shots = append(shots, Shot{"", p.Frame()})
	}
	return shots, nil
}

// take does a step that takes no picture.
func (p *Player) take(s Step) error {
	switch s.do {
	case pressKey:
		p.tell(tea.KeyPressMsg(s.key))
	case typeText:
		p.Type(s.text)
	case click:
		p.Click(s.w, s.h)
	case resize:
		return p.Resize(s.w, s.h)
	}
	return nil
}
