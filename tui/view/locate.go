package view

import (
	"cmp"
	"slices"

	"variorum/diff"
)

// locate finds the rows of every change: where its words show, or else where
// the sentence begins that it stands in.
func (t *setter) locate() {
	p := t.page
	last := make([][2]int, len(p.Changes))
	show := func(i, row, side int) {
		ch := &p.Changes[i]
		if ch.Ends[side] < 0 {
			ch.Ends[side] = row
		}
		last[i][side] = row
	}
	for y := range p.Rows {
		for s, line := range p.Rows[y].Sides {
			for _, piece := range line {
				switch {
				case piece.Change < 0:
				case p.layout == Stacked:
					show(piece.Change, y, int(p.Rows[y].side))
				case p.layout == Inline:
					show(piece.Change, y, 0)
					show(piece.Change, y, 1)
				default:
					show(piece.Change, y, s)
				}
			}
		}
	}
	for i := range p.Changes {
		ch := &p.Changes[i]
		for _, d := range ch.Differences {
			for s, at := range p.Comparison.Differences[d].Places {
				if ch.Ends[s] < 0 && at.Sentence >= 0 && at.Sentence < len(t.rowOf[s]) && !at.Empty() {
					show(i, max(0, min(t.rowOf[s][at.Sentence], len(p.Rows)-1)), s)
				}
			}
		}
		for _, sh := range ch.Shared {
			for s, at := range sh.Places {
				if ch.Ends[s] < 0 {
					show(i, max(0, min(t.rowOf[s][at.Sentence], len(p.Rows)-1)), s)
				}
			}
		}
		switch a, b := ch.Ends[0], ch.Ends[1]; {
		case a < 0 && b < 0:
		case b < 0 || a >= 0 && ch.Kind == diff.Move:
			ch.Row, ch.Rows = a, last[i][0]-a+1
		case a < 0:
			ch.Row, ch.Rows = b, last[i][1]-b+1
		default:
			ch.Row = min(a, b)
			ch.Rows = max(last[i][0], last[i][1]) - ch.Row + 1
		}
		ch.Row, ch.Rows = max(ch.Row, 0), max(ch.Rows, 1)
	}
	t.renumber()
}

// renumber puts the changes in the order of the page, in which a moved passage
// may stand before or behind what it passed.
func (t *setter) renumber() {
	p := t.page
	order := make([]int, len(p.Changes))
	for i := range order {
		order[i] = i
	}
	passage := func(i int) int { // within one, the order is that of the text
		at, _ := slices.BinarySearch(p.Paragraphs, p.Changes[i].Row+1)
		return at
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(passage(i), passage(j)) })
	if slices.IsSorted(order) {
		return
	}
	changes := make([]Change, len(order))
	number := make([]int, len(order))
	for n, i := range order {
		changes[n], number[i] = p.Changes[i], n
	}
	p.Changes = changes
	for y := range p.Rows {
		for _, line := range p.Rows[y].Sides {
			for k := range line {
				if line[k].Change >= 0 {
					line[k].Change = number[line[k].Change]
				}
			}
		}
	}
}
