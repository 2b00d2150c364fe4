package view

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fitFound writes a string like Fit, and what of it a filter looked for as a
// match. The filter is a list of words.
func (f *Frame) fitFound(x, y, width int, s string, r Role, filter []string) int {
	s = fit(s, width, f.method)
	n := f.Put(x, y, width, s, r)
	for _, at := range foundIn(s, filter) {
		from := min(Width(s[:at[0]], f.method), n)
		to := min(Width(s[:at[1]], f.method), n)
		f.Paint(x+from, y, to-from, 1, Accent)
	}
	return n
}

// foundIn returns where the words of a filter stand in a string, upper or lower
// case.
func foundIn(s string, filter []string) (out [][2]int) {
	if len(filter) == 0 {
		return nil
	}
	for i := range s {
		for _, word := range filter {
			if n := foldedPrefix(s[i:], word); n > 0 {
				out = append(out, [2]int{i, i + n})
			}
		}
	}
	return out
}

// foldedPrefix returns how many bytes of s say word, 0 where it does not begin
// with it.
func foldedPrefix(s, word string) int {
	n := 0
	for _, w := range word {
		r, size := utf8.DecodeRuneInString(s[n:])
		if size == 0 || unicode.ToLower(r) != unicode.ToLower(w) {
			return 0
		}
		n += size
	}
	return n
}

// wordsOf are the words of a filter.
func wordsOf(filter string) []string { return strings.Fields(filter) }
