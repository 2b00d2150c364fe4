package collation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"variorum/diff"
	"variorum/text"
)

// maxPhrase is how many words a lemma may have to be compared word by word
// with others that overlap it: more would drown the words inside it.
const maxPhrase = 12

// stretch is a part of one side without a gap.
type stretch struct{ from, to Position }

// variations turns a change into what happened at each place of the base.
func (g *group) variations(c *diff.Comparison) []variation {
	var lemmata, readings []diff.Place
	lost, restored, whole := false, false, false
	for _, d := range g.differences {
		a, b := d.Places[diff.A], d.Places[diff.B]
		if !a.Empty() {
			lemmata = append(lemmata, a)
		}
		if !b.Empty() {
			readings = append(readings, b)
		}
		lost = lost || d.Kind == diff.Truncation && !a.Empty()
		restored = restored || d.Kind == diff.Truncation && a.Empty()
		whole = whole || d.Kind == diff.Omission || d.Kind == diff.Duplicate || d.Kind == diff.Move
	}
	spots := stretches(c, diff.A, lemmata)
	v := variation{kind: g.kind, fold: g.fold, passage: whole || lost || restored}
	first := g.differences[0].Places
	switch {
	case g.kind == Transposition:
		v.text, v.passage = before(c, first[diff.B]), true
		return v.at(c, spots)
	case g.kind == Markup:
		v.passage = true
		return v.at(c, spots)
	case lost:
		v.kind = Lacuna
		return v.at(c, spots)
	case len(spots) > 1 && len(readings) > 0:
		return g.apart(c)
	}
	v.text = wording(c, readings)
	v.blanks = blanks(c, first[diff.B], readings)
	switch {
	case restored:
		v.kind = Supplement
	case len(spots) == 0:
		v.kind = Addition
	case len(readings) == 0:
		v.kind = Omission
	}
	if len(spots) == 0 {
		spots = []stretch{at(c, diff.A, first[diff.A])}
	}
	return v.at(c, spots)
}

// apart takes the parts of a change one by one.
func (g *group) apart(c *diff.Comparison) []variation {
	var out []variation
	for _, d := range g.differences {
		one := group{differences: []*diff.Difference{d}, fold: g.fold, kind: g.kind}
		out = append(out, one.variations(c)...)
	}
	return out
}

// at gives a variation its places.
func (v variation) at(c *diff.Comparison, spots []stretch) []variation {
	var out []variation
	words := 0
	base := c.Texts[diff.A].Blocks
	for _, s := range spots {
		v.from, v.to = s.from, s.to
		n := wordsIn(base, s.from, s.to)
		words += n
		v.passage = v.passage || n > maxPhrase
		out = append(out, v)
	}
	if v.kind == Lacuna {
		for i := range out {
			out[i].words = words
		}
	}
	return out
}

// at returns where a place of a side is.
func at(c *diff.Comparison, s diff.Side, p diff.Place) stretch {
	if p.Sentence < 0 {
		return stretch{}
	}
	of := &c.Texts[s].Sentences[p.Sentence]
	return stretch{Position{of.Block, of.Span.Start + p.Start}, Position{of.Block, of.Span.Start + p.End}}
}

// stretches joins places that go on with each other.
func stretches(c *diff.Comparison, s diff.Side, places []diff.Place) []stretch {
	var out []stretch
	for _, p := range places {
		next := at(c, s, p)
		if n := len(out); n > 0 && out[n-1].to.Compare(next.from) <= 0 && blank(c.Texts[s].Blocks, out[n-1].to, next.from) {
			out[n-1].to = next.to
			continue
		}
		out = append(out, next)
	}
	return out
}

// wording returns what a side has at some places. Where another paragraph
// begins it has the sign for one, where words stand between an ellipsis.
func wording(c *diff.Comparison, places []diff.Place) string {
	var out []string
	for _, s := range stretches(c, diff.B, places) {
		out = append(out, between(c.Texts[diff.B].Blocks, s.from, s.to, " ¶ "))
	}
	return strings.Join(out, " … ")
}

// blanks reports whether white space stands in the witness before and after
// what it has, or around the position where it has nothing.
func blanks(c *diff.Comparison, where diff.Place, places []diff.Place) [2]bool {
	first, last := at(c, diff.B, where), at(c, diff.B, where)
	if len(places) > 0 {
		first, last = at(c, diff.B, places[0]), at(c, diff.B, places[len(places)-1])
	}
	blocks := c.Texts[diff.B].Blocks
	if len(blocks) == 0 {
		return [2]bool{true, true}
	}
	r, n := utf8.DecodeLastRuneInString(blocks[first.from.Block].Text[:first.from.Offset])
	q, m := utf8.DecodeRuneInString(blocks[last.to.Block].Text[last.to.Offset:])
	out := [2]bool{n == 0 || unicode.IsSpace(r), m == 0 || unicode.IsSpace(q)}
	if len(places) == 0 { // the blank may be on either side of a position
		either := out[0] || out[1]
		out = [2]bool{either, either}
	}
	return out
}

// maxBefore is how many bytes of what stands before a place are told.
const maxBefore = 32

// before returns the last words of the witness before a place, "" at its start.
func before(c *diff.Comparison, p diff.Place) string {
	if p.Sentence < 0 {
		return ""
	}
	s := c.Texts[diff.B].Sentence(p.Sentence)[:p.Start]
	if strings.TrimSpace(s) == "" && p.Sentence > 0 {
		s = c.Texts[diff.B].Sentence(p.Sentence - 1)
	}
	return lastWords(strings.TrimSpace(s), maxBefore)
}

// blank reports whether nothing but white space stands between two positions.
func blank(blocks []text.Block, from, to Position) bool {
	return strings.TrimSpace(between(blocks, from, to, "")) == ""
}

// between returns what stands between two positions, with a sign for each
// paragraph that begins there.
func between(blocks []text.Block, from, to Position, sign string) string {
	if from.Block == to.Block {
		if from.Block >= len(blocks) {
			return ""
		}
		return blocks[from.Block].Text[from.Offset:to.Offset]
	}
	var out []string
	for b := from.Block; b <= to.Block; b++ {
		s := blocks[b].Text
		if b == to.Block {
			s = s[:to.Offset]
		}
		if b == from.Block {
			s = s[from.Offset:]
		}
		if strings.TrimSpace(s) != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, sign)
}

func wordsIn(blocks []text.Block, from, to Position) int {
	return text.Words(between(blocks, from, to, " "))
}
