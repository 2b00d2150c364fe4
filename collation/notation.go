package collation

import (
	"fmt"
	"strings"

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

// Lemma returns the words that a unit stands at, and whether they come after
// it: where the base has no words of its own there, it is the word before, or
// at the start of a paragraph the word behind.
func (u *Unit) Lemma(base []text.Block) (from, to Position, after bool) {
	from, to = u.From, u.To
	if from.Block >= len(base) || from != to && !blank(base, from, to) {
		return from, to, false
	}
	s := base[from.Block].Text
	best := text.Span{Start: -1}
	for _, t := range text.Tokens(s) {
		switch word := (text.Span{Start: t.Start, End: t.End}); {
		case t.End <= from.Offset && (t.Word || best.Start < 0):
			best = word
		case t.Start >= from.Offset && best.Start < 0:
			return Position{from.Block, t.Start}, Position{from.Block, t.End}, true
		}
	}
	if best.Start < 0 {
		return from, to, false
	}
	return Position{from.Block, best.Start}, Position{from.Block, max(best.End, from.Offset)}, false
}

// Bounds on what is quoted of a lemma.
const (
	maxLemma  = 64 // bytes that are quoted whole
	lemmaHead = 24
	lemmaTail = 20
)

// Quote returns the lemma of a unit as an apparatus writes it: a long one by
// its first and last words.
func (u *Unit) Quote(base []text.Block) string {
	from, to, after := u.Lemma(base)
	if from.Block >= len(base) {
		return ""
	}
	s := strings.TrimSpace(between(base, from, to, " ¶ "))
	if len(s) > maxLemma {
		head := strings.ToValidUTF8(s[:lemmaHead], "")
		if i := strings.LastIndexByte(head, ' '); i > 0 {
			head = head[:i]
		}
		tail := lastWords(strings.ToValidUTF8(s[len(s)-lemmaTail:], ""))
		if i := strings.IndexByte(tail, ' '); i >= 0 && i+1 < len(tail) {
			tail = tail[i+1:]
		}
		s = strings.TrimRight(head, " ") + " … " + tail
	}
	if after {
		return "before " + s
	}
	return s
}
