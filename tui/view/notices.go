package view

import "fmt"

// Visible returns how many lines of help a screen of h lines shows.
func (s Help) Visible(h int) int { return max(1, h-3) }

func (s Help) paint(f *Frame) {
	f.Fit(0, 0, f.Width, s.Title, Strong)
	width := 0
	for _, k := range s.Keys {
		width = max(width, Width(k.Key, f.method))
	}
	width = min(width, f.Width/2)
	room := s.Visible(f.Height)
	top := window(s.Top, -1, len(s.Keys), room)
	for i := range min(room, len(s.Keys)-top) {
		k := s.Keys[top+i]
		if k.Key == "" {
			f.Fit(0, 2+i, f.Width, k.Does, Heading)
			continue
		}
		f.Fit(2, 2+i, width, k.Key, Accent)
		f.Fit(width+4, 2+i, f.Width-width-4, k.Does, Same)
	}
	paintKeys(f, "", scrolled(top, room, len(s.Keys)), s.Hints...)
}

// Visible returns how many problems a screen of h lines lists.
func (s Problems) Visible(h int) int {
	if s.Passed != "" {
		h -= 2
	}
	return max(1, h-3)
}

func (s Problems) paint(f *Frame) {
	room := s.Visible(f.Height)
	if len(s.Lines) > 0 {
		f.Fit(0, 0, f.Width, plural(len(s.Lines), "problem"), Problem)
	} else {
		f.Fit(0, 0, f.Width, "every text could be read", Strong)
	}
	if s.Passed != "" {
		y := 2
		if len(s.Lines) > 0 {
			y = min(3+min(room, len(s.Lines)), f.Height-2)
		}
		f.Fit(0, y, f.Width, s.Passed, Same)
	}
	top := window(s.Top, -1, len(s.Lines), room)
	for i := range min(room, len(s.Lines)-top) {
		f.Fit(0, 2+i, f.Width, s.Lines[top+i], Same)
	}
	paintKeys(f, "", scrolled(top, room, len(s.Lines)), s.Hints...)
}

// scrolled says which of n lines are on the screen, "" where all are.
func scrolled(top, room, n int) string {
	if n <= room {
		return ""
	}
	return fmt.Sprintf("%d to %d of %d", top+1, min(top+room, n), n)
}

func (s Notice) paint(f *Frame) {
	width := min(f.Width-4, measureMax)
	x := (f.Width - width) / 2
	y := max(0, f.Height/3-1)
	f.Fit(x, y, width, s.Title, Strong)
	y += 2
	for _, line := range s.Lines {
		y += max(1, f.paragraph(x, y, width, f.Height-y, line, Same))
	}
}

// paintTooSmall says what is needed, in as much room as there is.
func paintTooSmall(f *Frame) {
	s := fmt.Sprintf("too small: Variorum needs %d×%d", MinWidth, MinHeight)
	if f.Width*f.Height < 2*len(s) { // the figures first: the rest may not fit
		s = fmt.Sprintf("%d×%d needed", MinWidth, MinHeight)
	}
	f.paragraph(0, 0, f.Width, f.Height, s, Problem)
}
