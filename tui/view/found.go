package view

import "variorum/text"

// fitFound writes a string like Fit, and what of it a filter looked for as a
// match.
func (f *Frame) fitFound(x, y, width int, s string, r Role, filter text.Filter) int {
	s = fit(s, width, f.method)
	n := f.Put(x, y, width, s, r)
	for _, at := range filter.Append(nil, s) {
		from := min(Width(s[:at.Start], f.method), n)
		to := min(Width(s[:at.End], f.method), n)
		f.Paint(x+from, y, to-from, 1, Accent)
	}
	return n
}
