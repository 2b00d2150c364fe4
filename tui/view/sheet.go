package view

import "variorum/collation"

// A page and a leaf are read in the same way: line by line, from paragraph to
// paragraph, and from one marked place to the next.

// Height returns how many rows there are.
func (p *Page) Height() int { return len(p.Rows) }

// Passages returns the rows at which a passage begins, rising.
func (p *Page) Passages() []int { return p.Paragraphs }

// Marks returns how many changes there are.
func (p *Page) Marks() int { return len(p.Changes) }

// MarkedLine returns the row at which a change begins.
func (p *Page) MarkedLine(mark int) int { return p.Changes[mark].Row }

// Height returns how many lines there are.
func (l *Leaf) Height() int { return len(l.lines) }

// Passages returns the lines at which a block begins, rising.
func (l *Leaf) Passages() []int { return l.passages }

// Blocks returns how many blocks the text has.
func (l *Leaf) Blocks() int { return len(l.blocks) }

// Marks returns how many units the apparatus has.
func (l *Leaf) Marks() int { return len(l.rows) }

// MarkedLine returns the line in which the lemma of a unit begins.
func (l *Leaf) MarkedLine(mark int) int { return l.rows[mark] }

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
