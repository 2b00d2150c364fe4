package view

import (
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/clipperhouse/displaywidth"
	"github.com/clipperhouse/uax29/v2/graphemes"
	"github.com/mattn/go-runewidth"
)

// maxCluster is the most bytes of one grapheme cluster that are shown. The
// longest emoji sequences need about half of it; a letter under a hundred
// accents would spill over its neighbours.
const maxCluster = 64

// cluster takes the first grapheme cluster off a string: the form in which it
// may be shown, its width in cells, at least one, and how many bytes of s it
// takes. The shown form is harmless: it holds no control character, nothing
// that changes the direction of text, and nothing that would join a neighbour.
func cluster(s string, m ansi.Method) (shown string, width, size int) {
	if c := s[0]; c < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf) {
		if c >= ' ' && c < 0x7f {
			return s[:1], 1, 1
		}
		return picture(rune(c)), 1, 1
	}
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && n == 1 {
		return "\uFFFD", 1, 1
	}
	it := graphemes.FromString(s)
	it.Next()
	whole := it.Value()
	size = len(whole)
	switch {
	case r < ' ' || r >= 0x7f && r < 0xa0:
		return picture(r), 1, n
	case unicode.In(r, unicode.Mn, unicode.Me):
		// A base that nobody mistakes for part of the text.
		shown = "\u25CC" + clip(whole)
	default:
		shown = clip(whole)
	}
	if !utf8.ValidString(shown) {
		return cluster(s[:n], m) // segmentation does not stop at invalid bytes
	}
	width = measure(shown, m)
	if width == 0 || hides(shown) {
		return "\u00B7", 1, size
	}
	return shown, width, size
}

// hides reports whether a cluster is one of the characters that steer the
// layout or direction of text without a shape of their own. Inside a cluster
// only joiners and selectors are left, which do their work there.
func hides(shown string) bool {
	r, n := utf8.DecodeRuneInString(shown)
	if n != len(shown) {
		return false
	}
	return unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029' || r == '\u115F' || r == '\u1160' || r == '\u3164' || r == '\uFFA0'
}

// picture returns what is shown for a control character.
func picture(r rune) string {
	switch {
	case r < ' ':
		return string('\u2400' + r)
	case r == 0x7f:
		return "\u2421"
	}
	return "\uFFFD"
}

func clip(s string) string { return clipTo(s, maxCluster) }

// clipTo returns at most n bytes of a string, whole runes only.
func clipTo(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// measure returns the width of one shown cluster. It does not ask the
// environment whether ambiguous characters are wide, so that a frame depends
// on nothing but what is painted.
func measure(s string, m ansi.Method) int {
	if m == ansi.GraphemeWidth {
		return displaywidth.Options{}.String(s)
	}
	width := 0
	for _, r := range s {
		if !unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
			width += narrow.RuneWidth(r)
		}
	}
	return width
}

var narrow = &runewidth.Condition{StrictEmojiNeutral: true}

// Width returns the number of cells that a string takes in a frame.
func Width(s string, m ansi.Method) int {
	width := 0
	for len(s) > 0 {
		_, w, n := cluster(s, m)
		width += w
		s = s[n:]
	}
	return width
}

// Harmless returns a string in the form in which a frame shows it, for the
// places that take text but not frames: the title of a window, a message.
func Harmless(s string) string {
	var out []byte
	for len(s) > 0 {
		shown, _, n := cluster(s, ansi.GraphemeWidth)
		out = append(out, shown...)
		s = s[n:]
	}
	return string(out)
}
