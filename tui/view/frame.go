package view

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Frame is one picture of the program: a grid of cells, each with a role.
// Whatever is put into a frame comes out harmless.
type Frame struct {
	Width, Height int

	method ansi.Method
	cells  []cell // row by row
	areas  []area // what can be pointed at; nil where nobody asks
}

// cell is one position of a frame. A grapheme cluster that is wider than one
// cell stands in its first; the cells that it covers have width 0.
type cell struct {
	text    string
	width   uint8
	role    Role
	current bool // part of the change under the cursor
}

// NewFrame returns an empty frame of w by h cells, in which widths are taken
// by method m. Sizes below zero count as zero.
func NewFrame(w, h int, m ansi.Method) *Frame {
	f := &Frame{Width: max(w, 0), Height: max(h, 0), method: m}
	f.cells = make([]cell, f.Width*f.Height)
	for i := range f.cells {
		f.cells[i] = cell{text: " ", width: 1}
	}
	return f
}

// Put writes a string from x, y on, no further than width cells, and returns
// the number of cells it took. What does not fit is left out; a cluster that
// is too wide for what remains ends the text.
func (f *Frame) Put(x, y, width int, s string, r Role) int {
	return f.put(x, y, width, s, r, false)
}

func (f *Frame) put(x, y, width int, s string, r Role, current bool) int {
	if y < 0 || y >= f.Height || x < 0 {
		return 0
	}
	width = min(width, f.Width-x)
	used := 0
	for len(s) > 0 && used < width {
		shown, w, n := cluster(s, f.method)
		if used+w > width {
			if used > 0 || w <= width {
				break
			}
			shown, w = "\u00B7", 1 // wider than all the room there is
		}
		f.set(x+used, y, cell{text: shown, width: uint8(w), role: r, current: current})
		used += w
		s = s[n:]
	}
	return used
}

// Fit writes a string like Put, with an ellipsis in place of an end that does
// not fit.
func (f *Frame) Fit(x, y, width int, s string, r Role) int {
	return f.Put(x, y, width, fit(s, width, f.method), r)
}

// set puts a cell, and blanks what remains of wide clusters that it cuts.
func (f *Frame) set(x, y int, c cell) {
	row := f.cells[y*f.Width : (y+1)*f.Width]
	if row[x].width == 0 {
		for i := x - 1; ; i-- {
			head := row[i].width > 0
			row[i].text, row[i].width = " ", 1
			if head {
				break
			}
		}
	}
	for i := x + max(1, int(c.width)); i < len(row) && row[i].width == 0; i++ {
		row[i].text, row[i].width = " ", 1
	}
	row[x] = c
	for i := x + 1; i < x+int(c.width); i++ {
		row[i] = cell{role: c.role, current: c.current}
	}
}

// draw puts another frame into this one, whatever stands there.
func (f *Frame) draw(x, y int, g *Frame) {
	for j := range min(g.Height, f.Height-y) {
		for i, c := range g.cells[j*g.Width : (j+1)*g.Width] {
			if c.width > 0 && x+i+int(c.width) <= f.Width {
				f.set(x+i, y+j, c)
			}
		}
	}
	f.target(x, y, g.Width, g.Height, Nothing, 0) // what lies below cannot be pointed at
	for _, a := range g.areas {
		f.target(a.x+x, a.y+y, a.width, a.height, a.target.On, a.target.Index)
	}
}

// inner returns an empty frame to be drawn into this one.
func (f *Frame) inner(w, h int) *Frame {
	g := NewFrame(w, h, f.method)
	if f.areas != nil {
		g.areas = []area{}
	}
	return g
}

// Fill gives the cells of a rectangle a role and one character of width one.
func (f *Frame) Fill(x, y, w, h int, s string, r Role) {
	for j := max(y, 0); j < min(y+h, f.Height); j++ {
		for i := max(x, 0); i < min(x+w, f.Width); i++ {
			f.set(i, j, cell{text: s, width: 1, role: r})
		}
	}
}

// Paint gives the cells of a rectangle another role and leaves their text.
func (f *Frame) Paint(x, y, w, h int, r Role) {
	for j := max(y, 0); j < min(y+h, f.Height); j++ {
		for i := max(x, 0); i < min(x+w, f.Width); i++ {
			f.cells[j*f.Width+i].role = r
		}
	}
}

// single makes cells of a line a part of what the cursor is on.
func (f *Frame) single(x, y, w int) {
	for i := max(x, 0); i < min(x+w, f.Width); i++ {
		f.cells[y*f.Width+i].current = true
	}
}

// recast gives cells of a line another role in place of whatever they are, and
// leaves their text.
func (f *Frame) recast(x, y, w int, r Role) {
	for i := max(x, 0); i < min(x+w, f.Width); i++ {
		c := &f.cells[y*f.Width+i]
		c.role, c.current = r, false
	}
}

// row returns the cells of a line up to the last one that shows something.
func (f *Frame) row(y int) []cell {
	row := f.cells[y*f.Width : (y+1)*f.Width]
	n := len(row)
	for n > 0 && row[n-1].text == " " && row[n-1].width == 1 && !row[n-1].current && !showsBlank(row[n-1].role) {
		n--
	}
	return row[:n]
}

// showsBlank reports whether a blank cell of a role looks like more than
// nothing in some theme.
func showsBlank(r Role) bool {
	return r == Selected || r == Deleted || r == Inserted || r == Cut || r == Found || r == Here || r >= Heat1 && r <= Heat4
}

// Plain returns the text of the frame: its lines joined by line feeds, blanks
// at their ends left out.
func (f *Frame) Plain() string {
	var b strings.Builder
	for y := range f.Height {
		if y > 0 {
			b.WriteByte('\n')
		}
		var line strings.Builder
		for _, c := range f.row(y) {
			line.WriteString(c.text)
		}
		b.WriteString(strings.TrimRight(line.String(), " "))
	}
	return b.String()
}

// Marked returns the frame for a reviewer: after each line of text a line that
// names the role of each cell by its letter, or by @ for the current change.
// Blanks have none, nor has a line of roles where there is nothing to name.
func (f *Frame) Marked() string {
	var b strings.Builder
	for y := range f.Height {
		if y > 0 {
			b.WriteByte('\n')
		}
		var line, roles strings.Builder
		for _, c := range f.row(y) {
			line.WriteString(c.text)
			switch {
			case c.current:
				roles.WriteByte(currentLetter)
			case c.role == Blank, c.text == " " && !showsBlank(c.role):
				roles.WriteByte(' ')
			default:
				roles.WriteByte(c.role.Letter())
			}
		}
		b.WriteString(strings.TrimRight(line.String(), " "))
		b.WriteByte('\n')
		b.WriteString(strings.TrimRight(roles.String(), " "))
	}
	return b.String()
}

// fit shortens a string to a width, with an ellipsis in place of its end.
func fit(s string, width int, m ansi.Method) string {
	used, keep := 0, 0
	for at := 0; at < len(s); {
		_, w, n := cluster(s[at:], m)
		if used+w > width {
			if width <= 0 {
				return ""
			}
			return strings.TrimRight(s[:keep], " …") + "…" // one is enough where s was shortened before
		}
		used += w
		at += n
		if used < width {
			keep = at
		}
	}
	return s
}
