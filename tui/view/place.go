package view

import (
	"sort"

	"variorum/collation"
	"variorum/diff"
)

// PlaceAt returns where in the text of a side a row of the page stands, as far
// as the passage goes that the row belongs to.
func (p *Page) PlaceAt(s diff.Side, row int) collation.Position {
	t := p.Comparison.Texts[s]
	n := sort.SearchInts(p.rowOf[s], row+1) - 1
	if n < 0 {
		return collation.Position{}
	}
	return collation.Position{Block: t.Sentences[n].Block, Offset: t.Sentences[n].Span.Start}
}

// RowOf returns the row at which the passage begins in which a place of a
// side's text stands.
func (p *Page) RowOf(s diff.Side, at collation.Position) int {
	t := p.Comparison.Texts[s]
	n := sort.Search(len(t.Sentences), func(i int) bool {
		return collation.Position{Block: t.Sentences[i].Block, Offset: t.Sentences[i].Span.Start}.Compare(at) > 0
	}) - 1
	if n < 0 || n >= len(p.rowOf[s]) {
		return 0
	}
	return p.rowOf[s][n]
}

// ChangeAt returns the first change that touches a stretch of a side's text,
// or -1.
func (p *Page) ChangeAt(s diff.Side, from, to collation.Position) int {
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
