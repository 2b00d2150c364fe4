package collation

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"variorum/text"
)

// Siglum returns the letter that a version goes by: A to Z, then AA, AB and on.
func Siglum(version int) string {
	out := ""
	for n := version + 1; n > 0; n = (n - 1) / 26 {
		out = string(rune('A'+(n-1)%26)) + out
	}
	return out
}

// Sigla returns the letters of some versions.
func Sigla(versions []int) string {
	var out []string
	for _, v := range versions {
		out = append(out, Siglum(v))
	}
	return strings.Join(out, " ")
}

// String returns a reading as an apparatus writes it.
func (r Reading) String() string {
	switch r.Kind {
	case Omission:
		return "om."
	case Addition:
		return "+ " + strings.TrimSpace(r.Text)
	case Lacuna:
		return fmt.Sprintf("breaks off, %s lost", count(r.Words))
	case Supplement:
		return "goes on: " + strings.TrimSpace(r.Text)
	case Transposition:
		if r.Text == "" {
			return "moved to the start"
		}
		return "moved: after “" + r.Text + "”"
	case Markup:
		return "marked up otherwise"
	}
	if strings.TrimSpace(r.Text) == "" {
		return "another blank"
	}
	return strings.TrimSpace(r.Text)
}

func count(words int) string {
	if words == 1 {
		return "1 word"
	}
	return fmt.Sprintf("%d words", words)
}

// near is how many bytes around a position are looked at for a word: a
// paragraph may be as long as a book.
const near = 256

// Lemma returns the words that a unit stands at, and whether they come after
// it: where the base has no words of its own there, it is the word before, or
// at the start of a paragraph the word behind.
func (u *Unit) Lemma(base []text.Block) (from, to Position, after bool) {
	from, to = u.From, u.To
	if from.Block >= len(base) || from.Block != to.Block || to.Offset-from.Offset > near || from != to && !blank(base, from, to) {
		return from, to, false
	}
	s := base[from.Block].Text
	start, end := max(0, from.Offset-near), min(len(s), from.Offset+near)
	for start > 0 && !utf8.RuneStart(s[start]) {
		start--
	}
	best := text.Span{Start: -1}
	for _, t := range text.Tokens(s[start:end]) {
		t.Start, t.End = t.Start+start, t.End+start
		switch {
		case t.End <= from.Offset && (t.Word || best.Start < 0):
			best = text.Span{Start: t.Start, End: t.End}
		case t.Start >= from.Offset && best.Start < 0:
			return Position{from.Block, t.Start}, Position{from.Block, t.End}, true
		}
	}
	if best.Start < 0 {
		return from, to, false
	}
	return Position{from.Block, best.Start}, Position{from.Block, max(best.End, from.Offset)}, false
}

// maxWord is how many bytes of a word more are quoted, so that it is whole.
const maxWord = 16

// firstWords returns the words in the first n bytes of a text, at least one;
// where no blank is near, whole characters.
func firstWords(s string, n int) string {
	if n >= len(s) {
		return s
	}
	if i := strings.LastIndexByte(s[:n+1], ' '); i > 0 {
		return strings.TrimRight(s[:i], " ")
	}
	if i := strings.IndexByte(s[n:min(n+maxWord, len(s))], ' '); i >= 0 {
		return s[:n+i]
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// lastWords returns the words in the last n bytes of a text, at least one.
func lastWords(s string, n int) string {
	at := len(s) - n
	if at <= 0 {
		return s
	}
	if i := strings.IndexByte(s[at-1:], ' '); i >= 0 && at+i < len(s) {
		return s[at+i:]
	}
	if i := strings.LastIndexByte(s[max(0, at-maxWord):at], ' '); i >= 0 {
		return s[max(0, at-maxWord)+i+1:]
	}
	for at < len(s) && !utf8.RuneStart(s[at]) {
		at++
	}
	return s[at:]
}

// Quote returns the lemma of a unit as an apparatus writes it: one of more than
// most bytes by its first and last words.
func (u *Unit) Quote(base []text.Block, most int) string {
	from, to, after := u.Lemma(base)
	if from.Block >= len(base) {
		return ""
	}
	s := strings.TrimSpace(between(base, from, to, " ¶ "))
	if len(s) > most {
		s = firstWords(s, most*3/8) + " … " + lastWords(s, most/3)
	}
	if after {
		return "before " + s
	}
	return s
}
