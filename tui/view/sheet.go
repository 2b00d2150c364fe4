package view

import (
	"variorum/collation"
	"variorum/diff"
)

// A page and a leaf are read in the same way: line by line, from paragraph to
// paragraph, and from one marked place to the next.

// Height returns how many rows there are.
func (p *Page) Height() int { return len(p.Rows) }

// Blocks returns how many blocks a side has.
func (p *Page) Blocks(s diff.Side) int { return len(p.Comparison.Texts[s].Blocks) }

// Labelled returns the block of a side that has a number at its head.
func (p *Page) Labelled(s diff.Side, number string) (block int, ok bool) {
	return diff.Labelled(p.Comparison.Texts[s].Blocks, number)
}

// Marks returns how many changes there are.
func (p *Page) Marks() int { return len(p.Changes) }

// MarkedLine returns the row at which a change begins.
func (p *Page) MarkedLine(mark int) int { return p.Changes[mark].Row }

// MarkedIn reports whether a change shows somewhere in rows from one up to another.
func (p *Page) MarkedIn(mark, from, to int) bool {
	ch := &p.Changes[mark]
	for _, end := range ch.Ends {
		if end >= from && end < to {
			return true
		}
	}
	return ch.Row < to && ch.Row+ch.Rows > from
}

// Height returns how many lines there are.
func (l *Leaf) Height() int { return len(l.lines) }

// A leaf has one side, which is A.

// Blocks returns how many blocks the text has.
func (l *Leaf) Blocks(diff.Side) int { return len(l.blocks) }

// At returns what a line shows: a block, and a byte of it.
func (l *Leaf) At(line int, s diff.Side) (block, at int, ok bool) {
	p := l.PositionOf(line)
	return p.Block, p.Offset, s == diff.A && len(l.lines) > 0
}

// RowOf returns the line in which a byte of a block stands.
func (l *Leaf) RowOf(_ diff.Side, block, at int) int {
	return l.LineOf(collation.Position{Block: block, Offset: at})
}

// Labelled returns the block that has a number at its head.
func (l *Leaf) Labelled(_ diff.Side, number string) (block int, ok bool) {
	return diff.Labelled(l.blocks, number)
}

// Marks returns how many units the apparatus has.
func (l *Leaf) Marks() int { return len(l.rows) }

// MarkedLine returns the line in which the lemma of a unit begins.
func (l *Leaf) MarkedLine(mark int) int { return l.rows[mark] }

// MarkedIn reports whether the lemma of a unit shows somewhere in lines from one up
// to another.
func (l *Leaf) MarkedIn(mark, from, to int) bool {
	_, end, _ := l.Apparatus.Units[mark].Lemma(l.blocks)
	return l.rows[mark] < to && (l.rows[mark] >= from || from < len(l.lines) && l.lines[from].before(end))
}

// MarkAt returns the unit whose lemma a match touches, the innermost of several;
// -1 for none.
func (l *Leaf) MarkAt(m Match) int {
	start, end := collation.Position{Block: m.Block, Offset: m.Start}, collation.Position{Block: m.Block, Offset: m.End}
	for i := len(l.rows) - 1; i >= 0; i-- {
		u := &l.Apparatus.Units[i]
		if u.From.Block > m.Block || u.To.Block < m.Block {
			continue
		}
		from, to, _ := u.Lemma(l.blocks)
		if from.Compare(end) < 0 && start.Compare(to) < 0 {
			return i
		}
	}
	return -1
}
