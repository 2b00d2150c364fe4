package view

import (
	"sort"

	"variorum/collation"
	"variorum/diff"
)

// At returns what one side has at a row of the page: a block of its text, and a
// byte of it. Where the row shows nothing of that side, it is the passage that
// faces the row. Only a side without any text has nothing.
func (p *Page) At(row int, s diff.Side) (block, at int, ok bool) {
	if row >= 0 && row < len(p.Rows) {
		for _, line := range p.Rows[row].Sides {
			for i := range line {
				if from := line[i].from; from.known && from.side == s {
					return int(from.block), int(from.at), true
				}
			}
		}
	}
	sentences := p.Comparison.Texts[s].Sentences
	if len(sentences) == 0 {
		return 0, 0, false
	}
	// The rows at which sentences begin rise in the order of the text.
	n := sort.Search(len(p.begins[s]), func(i int) bool { return p.begins[s][i] > row })
	sentence := sentences[max(n-1, 0)]
	return sentence.Block, sentence.Span.Start, true
}

// RowOf returns the row of the page where a byte of a block shows, or the
// nearest before it that does.
func (p *Page) RowOf(s diff.Side, block, at int) int {
	n := p.sentenceAt(s, block, at)
	if n < 0 {
		return 0
	}
	row := p.begins[s][n]
	for y := row; y < len(p.Rows); y++ {
		for _, line := range p.Rows[y].Sides {
			for i := range line {
				from := line[i].from
				switch {
				case !from.known || from.side != s:
				case int(from.block) > block || int(from.block) == block && int(from.at) > at:
					return row
				default:
					row = y
				}
			}
		}
	}
	return row
}

// sentenceAt returns the sentence in which a byte of a block stands, or before
// which; behind all of them it is the last, -1 where there is none.
func (p *Page) sentenceAt(s diff.Side, block, at int) int {
	sentences := p.Comparison.Texts[s].Sentences
	n := sort.Search(len(sentences), func(i int) bool {
		x := &sentences[i]
		return x.Block > block || x.Block == block && x.Span.End > at
	})
	return min(n, len(sentences)-1)
}

// ChangeIn returns the first change that touches a stretch of a side's text,
// or -1.
func (p *Page) ChangeIn(s diff.Side, from, to collation.Position) int {
	t := p.Comparison.Texts[s]
	touching := -1
	for i := range p.Changes {
		for _, d := range p.Changes[i].Differences {
			at := p.Comparison.Differences[d].Places[s]
			if at.Sentence < 0 {
				continue
			}
			of := &t.Sentences[at.Sentence]
			start := collation.Position{Block: of.Block, Offset: of.Span.Start + at.Start}
			end := collation.Position{Block: of.Block, Offset: of.Span.Start + at.End}
			switch {
			case start.Compare(to) < 0 && from.Compare(end) < 0, start == from && end == to:
				return i
			case touching < 0 && start.Compare(to) <= 0 && from.Compare(end) <= 0:
				touching = i
			}
		}
	}
	return touching
}
