package view

import (
	"cmp"
	"slices"

	"variorum/diff"
)

// fold adds a row that stands for groups that are left out, one for all that
// follow each other, and says of either side how much that is.
func (t *setter) fold(g *group) {
	p := t.page
	if t.folded == [2]int{} {
		if len(p.Rows) > 0 {
			p.Rows = append(p.Rows, Row{})
		}
		p.Rows = append(p.Rows, Row{})
	}
	r := &p.Rows[len(p.Rows)-1]
	r.folded = true
	for s := range t.folded {
		from, to := g.span(diff.Side(s))
		t.folded[s] += to - from
		if s > 0 && p.layout != SideBySide {
			break
		}
		said := fit("… "+plural(t.folded[s], "sentence")+" the same", p.columns[s].width, p.Options.Method)
		if t.folded[s] == 0 {
			said = "…"
		}
		r.Sides[s] = Line{{Text: said, Width: Width(said, p.Options.Method), Role: Quiet, Change: -1}}
	}
}

// shows reports whether anything of a group is kept.
func (t *setter) shows(g *group) bool {
	for s := range t.keep {
		from, to := g.span(diff.Side(s))
		if slices.Contains(t.keep[s][from:to], true) {
			return true
		}
	}
	return false
}

// kept returns which sentences stay when unchanged text is folded: those that
// a difference touches, some on either side of them, and their partners.
func kept(c *diff.Comparison, context int) (keep [2][]bool) {
	var near [2][]bool
	for s, t := range c.Texts {
		keep[s] = make([]bool, len(t.Sentences))
		near[s] = make([]bool, len(t.Sentences))
		for _, d := range c.Differences {
			if at := d.Places[s].Sentence; at >= 0 && at < len(near[s]) {
				near[s][at] = true
			}
		}
		since := len(near[s])
		for i := range near[s] {
			if since++; near[s][i] {
				since = 0
			}
			keep[s][i] = since <= context
		}
		since = len(near[s])
		for i := len(near[s]) - 1; i >= 0; i-- {
			if since++; near[s][i] {
				since = 0
			}
			keep[s][i] = keep[s][i] || since <= context
		}
	}
	for _, p := range c.Pairs {
		any := false
		for s, list := range p.Sentences {
			any = any || slices.ContainsFunc(list, func(i int) bool { return keep[s][i] })
		}
		for s, list := range p.Sentences {
			for _, i := range list {
				keep[s][i] = keep[s][i] || any
			}
		}
	}
	return keep
}

// placeFolded gives the matches that are folded away the row that stands for them,
// or else at which their passage begins.
func (p *Page) placeFolded(m *Matches) {
	once := p.shownOnce()
	for s := range m.found {
		for n := range m.found[s] {
			f := &m.found[s][n]
			if f.row >= 0 || f.goesOn {
				continue
			}
			sentence := p.sentenceAt(diff.Side(s), int(f.block), int(f.start))
			if sentence < 0 {
				continue
			}
			row := p.begins[s][sentence]
			if s == int(diff.B) && once != nil && once[sentence] && (p.layout == Inline || p.Rows[row].folded) {
				continue
			}
			f.row, f.folded = int32(row), true
			m.order = append(m.order, int32(n)<<1|int32(s))
		}
	}
	slices.SortStableFunc(m.order, func(x, y int32) int {
		return cmp.Compare(m.found[x&1][x>>1].row, m.found[y&1][y>>1].row)
	})
}

// shownOnce returns which sentences of B a page with one column would, if they were
// not folded away, show as those of A; nil for none.
func (p *Page) shownOnce() []bool {
	if p.layout == SideBySide || p.Apart() {
		return nil
	}
	once := make([]bool, len(p.Comparison.Texts[diff.B].Sentences))
	for _, pair := range p.Comparison.Pairs {
		if len(pair.Sentences[diff.A]) > 0 {
			for _, i := range pair.Sentences[diff.B] {
				once[i] = true
			}
		}
	}
	return once
}
