package view

import "strings"

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
		for _, c := range f.row(y) {
			if c.width == 0 {
				continue
			}
			look := t.sgr[c.role][0]
			if c.current {
				look = t.sgr[c.role][1]
			}
			if look != set {
				if set != "" {
					b.WriteString(reset)
				}
				b.WriteString(look)
				set = look
			}
			b.WriteString(c.text)
		}
		if set != "" {
			b.WriteString(reset)
		}
	}
	return b.String()
}
