package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"variorum/text"
)

// draft is a block on its way to its kind.
type draft struct {
	text.Block
	level int    // of a Markdown heading, 1 to 6; 0 for other blocks
	gap   int    // blank lines before it
	clean string // the text without what marks it up, for recognising what it is
	low   string // clean in lower case
	words int    // of clean, parted by white space
	done  bool   // its kind is decided
	kept  bool   // somebody said that it is no furniture
	verse bool   // a line of verse
	ends  []int  // where the source ends lines within it, of which nobody knows yet whether they are verse
}

// become settles the kind of a block.
func (d *draft) become(k text.Kind) {
	if k != text.Furniture || !d.kept {
		d.Kind, d.done = k, true
	}
}

// strong reports whether the whole block is set apart as strong.
func (d *draft) strong() bool {
	t := strings.TrimSpace(d.Text)
	if len(t) > 4 && strings.HasPrefix(t, "**") && strings.Index(t[2:], "**") == len(t)-4 {
		return true
	}
	for _, m := range d.Marks {
		if (m.Style == "strong" || m.Style == "emphasis") && m.Span.Start == 0 && m.Span.End == len(d.Text) {
			return true
		}
	}
	return false
}

// headingLevel returns the level of a line that is an ATX heading, or 0.
func headingLevel(s string) int {
	n := 0
	for n < len(s) && s[n] == '#' {
		n++
	}
	if n == 0 || n > 6 || n == len(s) || s[n] != ' ' && s[n] != '\t' || strings.Trim(s[n:], "# \t") == "" {
		return 0
	}
	return n
}

// isRule reports whether a line only parts what is above from what is below.
func isRule(s string) bool {
	n := 0
	for _, r := range s {
		switch {
		case strings.ContainsRune("-_*=~+—–", r):
			n++
		case !unicode.IsSpace(r):
			return false
		}
	}
	return n >= 3
}

// endMarks are what a sentence can end with, closers those that may follow.
const (
	endMarks = ".!?…。！？"
	closers  = "\"'”’»)]*_›"
)

// endsSentence reports whether a text ends with an end mark, quotation marks
// and brackets behind it aside. A stop that belongs to an abbreviation such as
// U.S. counts too.
func endsSentence(s string) bool {
	s = strings.TrimRight(strings.TrimSpace(s), closers)
	r, _ := utf8.DecodeLastRuneInString(s)
	return s != "" && strings.ContainsRune(endMarks, r)
}

// endsAbbreviated reports whether a text ends with letters and stops in turn,
// as in U.S., so that the last stop need not end a sentence.
func endsAbbreviated(s string) bool {
	w := s[strings.LastIndexByte(s, ' ')+1:]
	if len(w) < 4 || len(w)%2 == 1 {
		return false
	}
	for i := 0; i < len(w); i++ {
		if (w[i] == '.') != (i%2 == 1) {
			return false
		}
	}
	return true
}

// startsLower reports whether a text begins with a small letter, quotation
// marks before it aside.
func startsLower(s string) bool {
	s = strings.TrimLeft(s, "\"'“‘«([*_ ")
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// startsUpper reports whether a text begins with a capital letter.
func startsUpper(s string) bool {
	s = strings.TrimLeft(s, "\"'“‘«([*_ ")
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}
