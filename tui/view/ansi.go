package view

import (
	"iter"
	"slices"
	"strings"
)

const reset = "\x1b[m"

// ANSI returns the frame for a terminal: its lines joined by line feeds. Every
// line begins and ends with nothing set, so that lines can be written in any
// order; a sequence is sent only where the look changes.
func (f *Frame) ANSI(t Theme) string {
	var b strings.Builder
	b.Grow(2 * len(f.cells))
	for y := range f.Height {
		if y > 0 {
			b.WriteByte('\n')
		}
		set := ""
		for _, c := range f.Row(y, &t) {
			if c.Look != set {
				if set != "" {
					b.WriteString(reset)
				}
				b.WriteString(c.Look)
				set = c.Look
			}
			b.WriteString(c.Text)
		}
		if set != "" {
			b.WriteString(reset)
		}
	}
	return b.String()
}

// Cell is what stands at a position of a frame.
type Cell struct {
	Text  string // a grapheme cluster, harmless on a terminal
	Width int    // in cells, at least 1
	Look  string // the escape sequence that begins its look, "" where nothing is set
}

// Row returns the cells of a row by column, from the left. Columns that a wide
// character covers are left out, and so is what is blank at the end.
func (f *Frame) Row(y int, t *Theme) iter.Seq2[int, Cell] {
	return func(yield func(int, Cell) bool) {
		for x, c := range f.row(y) {
			if c.width == 0 {
				continue
			}
			look := t.sgr[c.role][0]
			if c.current {
				look = t.sgr[c.role][1]
			}
			if !yield(x, Cell{c.text, int(c.width), look}) {
				return
			}
		}
	}
}

// SameRow reports whether a row of two frames of the same width looks the same.
func (f *Frame) SameRow(y int, other *Frame) bool { return slices.Equal(f.row(y), other.row(y)) }
