package view

import (
	"slices"

	"variorum/diff"
)

// fold adds a row that stands for groups that are left out, one for all that
// follow each other.
func (t *setter) fold() {
	if t.folded {
		return
	}
	t.folded = true
	p := t.page
	if len(p.Rows) > 0 {
		p.Rows = append(p.Rows, Row{})
	}
	dots := Line{{Text: "…", Width: 1, Role: Quiet, Change: -1}}
	r := Row{Sides: [2]Line{dots}}
	if p.layout == SideBySide {
		r.Sides[1] = dots
	}
	p.Rows = append(p.Rows, r)
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
