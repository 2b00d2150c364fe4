package tui

import (
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// maxField bounds what can be typed or pasted into a field, in bytes.
const maxField = 200

// field is one line of text that is being typed, or was.
type field struct {
	text   string
	typing bool
}

// key takes a key while the field is typed into, and reports whether it was
// for the field.
func (f *field) key(k tea.KeyPressMsg) bool {
	switch k.String() {
	case "enter":
		f.typing = false
	case "esc":
		*f = field{}
	case "backspace":
		if f.text == "" {
			f.typing = false
		}
		f.text = withoutLast(f.text)
	case "ctrl+u":
		f.text = ""
	default:
		if k.Text == "" {
			return false
		}
		f.add(k.Text)
	}
	return true
}

// add appends a text, in which white space becomes blanks, or as much of it as there
// is room for: what a passage begins with finds it.
func (f *field) add(s string) {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, s)
	for len(s) > 0 {
		cluster, _ := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
		if len(f.text)+len(cluster) > maxField {
			return
		}
		f.text, s = f.text+cluster, s[len(cluster):]
	}
}

// withoutLast returns s without its last grapheme cluster.
func withoutLast(s string) string {
	for at := 0; at < len(s); {
		cluster, _ := ansi.FirstGraphemeCluster(s[at:], ansi.GraphemeWidth)
		if at+len(cluster) >= len(s) {
			return s[:at]
		}
		at += len(cluster)
	}
	return ""
}
