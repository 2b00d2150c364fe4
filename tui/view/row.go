package view

import (
	"slices"

	"variorum/diff"
)

// Row is one row of a page: a line of each column, or of the only one.
type Row struct {
	Sides [2]Line

	mark  mark
	marks [2]mark   // those of either side
	label byte      // 'A' or 'B' where the row begins what one side says, else 0
	side  diff.Side // whose words a row of a stacked page holds

	folded bool // it stands for what is folded away
}

// column is where a column stands and how wide it is, in cells.
type column struct{ x, width int }

const (
	measureMax  = 72 // cells in a line that is comfortable to read
	gutterWidth = 3
	rulerWidth  = 3  // a blank, the strip, the signs beside it
	stackBelow  = 80 // narrower pages stack rather than stand side by side
)

// Layout returns the layout in use, which on a narrow page is not the one that
// was asked for.
func (p *Page) Layout() Layout { return p.layout }

// place decides where the columns stand: as wide as is comfortable, the spare
// width as margin on either side.
func (p *Page) place() {
	width := p.Options.Width
	if p.Options.Ruler {
		width -= rulerWidth
	}
	if p.layout == SideBySide {
		w := min((width-gutterWidth)/2, measureMax)
		left := (width - gutterWidth - 2*w) / 2
		p.columns = [2]column{{left, w}, {left + w + gutterWidth, w}}
		p.gutter = left + w
		return
	}
	gutter := gutterWidth
	if width < 2*gutterWidth {
		gutter = 0 // hardly room for the text itself
	}
	w := max(1, min(width-gutter, measureMax))
	left := max(0, (width-gutter-w)/2)
	p.columns = [2]column{{left + gutter, w}, {left + gutter, w}}
	p.gutter = left
}

// setter turns the plan of a comparison into rows.
type setter struct {
	page    *Page
	c       *diff.Comparison
	inker   *inker
	columns [2]wrapper
	inks    []ink     // what the words being written are written with
	keep    [2][]bool // sentences to show; nil for all
	rowOf   [2][]int  // row at which the group of a sentence begins
	folded  [2]int    // sentences that the last row stands for, if it stands for any
	alone   bool      // only one side has words in the rows being made
	after   bool      // another setter makes the rows before the first
}

// set adds the rows of a group.
func (t *setter) set(g *group) {
	if t.keep[0] != nil && !t.shows(g) {
		t.fold(g)
		t.note(g, len(t.page.Rows)-1)
		return
	}
	p := t.page
	var lines [2][]Line
	a0, a1 := g.span(diff.A)
	b0, b1 := g.span(diff.B)
	t.alone = a0 == a1 || b0 == b1
	if p.layout == Inline {
		lines[0] = t.merge(g)
	} else {
		for s := range lines {
			from, to := g.span(diff.Side(s))
			t.flow(&t.columns[s], s, from, to)
			lines[s] = t.columns[s].take()
		}
	}
	if len(lines[0])+len(lines[1]) > 0 && (len(p.Rows) > 0 || t.after) && !t.below(g) {
		p.Rows = append(p.Rows, Row{})
	}
	at := len(p.Rows)
	t.note(g, at)
	if len(lines[0])+len(lines[1]) == 0 {
		return
	}
	t.folded = [2]int{}
	p.Paragraphs = append(p.Paragraphs, at)
	switch {
	case p.layout == Stacked:
		t.stack(lines)
	default:
		for i := range max(len(lines[0]), len(lines[1])) {
			var r Row
			for s := range lines {
				if i < len(lines[s]) {
					r.Sides[s] = lines[s][i]
				}
			}
			p.Rows = append(p.Rows, r.marked())
		}
	}
	if t.parts(g) {
		p.Rows[at].mark = p.Rows[at].mark.with(parted)
	}
	if g.link {
		p.Rows[at].mark = p.Rows[at].mark.with(facing)
		p.facing = append(p.facing, at)
	}
}

// below reports whether a group stands right below the one before it: on either
// side it begins with a line of verse, or goes on with a paragraph that faces one.
func (t *setter) below(g *group) bool {
	if t.folded != [2]int{} {
		return false
	}
	tight := false
	for s := range t.c.Texts {
		from, to := g.span(diff.Side(s))
		switch {
		case from == to || from > 0 && t.block(s, from-1) == t.block(s, from):
		case !t.tight(s, from):
			return false
		default:
			tight = true
		}
	}
	return tight
}

// parts reports whether a group begins a paragraph on one side and goes on with
// one on the other, which the two columns, being in step, do not show.
func (t *setter) parts(g *group) bool {
	var goesOn [2]bool
	for s := range goesOn {
		from, to := g.span(diff.Side(s))
		if from == to {
			return false
		}
		sentences := t.c.Texts[s].Sentences
		goesOn[s] = from > 0 && sentences[from-1].Block == sentences[from].Block
	}
	return goesOn[0] != goesOn[1]
}

// note keeps the row at which a group begins.
func (t *setter) note(g *group, at int) {
	for s := range t.rowOf {
		from, to := g.span(diff.Side(s))
		for i := from; i < to; i++ {
			t.rowOf[s][i] = at
		}
	}
}

// stack adds the lines of A above those of B, or only the ones where nothing
// tells them apart.
func (t *setter) stack(lines [2][]Line) {
	p := t.page
	if len(lines[0]) > 0 && len(lines[1]) > 0 && !t.inker.telling && quiet(lines[0]) && quiet(lines[1]) {
		lines[1] = nil
		for _, l := range lines[0] {
			p.Rows = append(p.Rows, Row{Sides: [2]Line{l}})
		}
		return
	}
	long := slices.ContainsFunc(slices.Concat(lines[0], lines[1]), func(l Line) bool { return l == nil })
	for s, name := range "AB" {
		if s > 0 && long && len(lines[0]) > 0 && len(lines[1]) > 0 {
			p.Rows = append(p.Rows, Row{}) // several paragraphs on a side
		}
		for i, l := range lines[s] {
			r := Row{Sides: [2]Line{l}, side: diff.Side(s)}.marked()
			if i == 0 {
				r.label = byte(name)
			}
			p.Rows = append(p.Rows, r)
		}
	}
}

// quiet reports whether no change shows in any of the lines.
func quiet(lines []Line) bool {
	return !slices.ContainsFunc(lines, func(l Line) bool {
		return slices.ContainsFunc(l, func(p Piece) bool { return p.Change >= 0 })
	})
}

// marked returns the row with the sign of what happened in it.
func (r Row) marked() Row {
	for s, l := range r.Sides {
		for _, piece := range l {
			r.marks[s] = r.marks[s].with(piece.mark)
		}
	}
	r.mark = r.marks[0].with(r.marks[1])
	return r
}
