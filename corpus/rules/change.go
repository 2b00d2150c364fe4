package rules

import (
	"errors"
	"strings"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// Change is what Join or Split did to a file.
type Change struct {
	Path          string // of the file
	Before, After string // what it held and holds
	New           bool   // there was none
}

// Lines returns the lines that came, behind "+", and those that went, behind "-",
// in the order of the file. Blank lines do not matter, nor whether the last one ends.
func (c *Change) Lines() (lines []string, came, went bool) {
	d := diffmatchpatch.New()
	d.DiffTimeout = 0 // the result does not depend on a clock
	a, b, known := d.DiffLinesToRunes(ended(c.Before), ended(c.After))
	for _, part := range d.DiffCharsToLines(d.DiffMainRunes(a, b, false), known) {
		mark := "+ "
		switch part.Type {
		case diffmatchpatch.DiffEqual:
			continue
		case diffmatchpatch.DiffDelete:
			mark = "- "
		}
		for line := range strings.Lines(part.Text) {
			if line = strings.TrimRight(line, "\r\n"); strings.TrimSpace(line) != "" {
				lines = append(lines, mark+line)
				came, went = came || mark == "+ ", went || mark == "- "
			}
		}
	}
	return lines, came, went
}

// Undo takes the change back, if the file still holds what it made of it.
func (c *Change) Undo() error {
	_, err := rewrite(c.Path, func(data []byte) ([]byte, error) {
		switch {
		case string(data) != c.After:
			return nil, errors.New("somebody has changed it since")
		case c.New:
			return nil, nil
		}
		return []byte(c.Before), nil
	})
	return err
}

// ended is a text with an end to its last line.
func ended(s string) string { return strings.TrimSuffix(s, "\n") + "\n" }
