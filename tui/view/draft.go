package view

import (
	"runtime"
	"slices"
	"sync"

	"variorum/diff"
)

// Draft is a comparison made ready to be laid out: what every byte is written
// with, and which sentences begin in one row. It depends on no width, so that
// one draft serves the pages of every size. It is not changed by making them.
type Draft struct {
	comparison *diff.Comparison
	inker      *inker
	groups     []group
}

// NewDraft makes a draft, at a cost in proportion to the text.
func NewDraft(c *diff.Comparison) *Draft {
	ink := newInker(c)
	return &Draft{comparison: c, inker: ink, groups: arrange(ink.c)}
}

// NewPage lays a comparison out.
func NewPage(c *diff.Comparison, heads [2]Head, o Options) *Page { return NewDraft(c).Page(heads, o) }

// Page lays a draft out. A page that is too narrow for two columns stacks; so
// does an inline page of two tellings, which have no line of words in common.
func (d *Draft) Page(heads [2]Head, o Options) *Page {
	p := &Page{Comparison: d.comparison, Heads: heads, Options: o, layout: o.Layout, Changes: slices.Clone(d.inker.changes)}
	if p.layout == SideBySide && o.Width < stackBelow || p.layout == Inline && d.inker.telling {
		p.layout = Stacked
	}
	p.place()
	t := d.setter(p)
	if o.Fold {
		t.keep = kept(t.c, o.Context)
	}
	for s := range t.rowOf {
		t.rowOf[s] = make([]int, len(t.c.Texts[s].Sentences))
	}
	if parts := runtime.GOMAXPROCS(0); !o.Fold && parts > 1 && len(d.groups) >= worthSharing*parts {
		d.together(t, parts)
	} else {
		for i := range d.groups {
			t.set(&d.groups[i])
		}
	}
	t.locate()
	p.begins = t.rowOf
	return p
}

// worthSharing is how many groups a processor must find to do for its help to pay.
const worthSharing = 200

func (d *Draft) setter(p *Page) *setter {
	t := &setter{page: p, c: d.inker.c, inker: d.inker}
	for i := range t.columns {
		t.columns[i] = wrapper{width: p.columns[i].width, method: p.Options.Method}
	}
	return t
}

// together sets the groups on several processors, each a run of them, and puts
// the rows together. The page does not depend on how many there are.
func (d *Draft) together(t *setter, parts int) {
	setters := make([]*setter, parts)
	var wait sync.WaitGroup
	run := func(i int) []group { return d.groups[len(d.groups)*i/parts : len(d.groups)*(i+1)/parts] }
	for i := range setters {
		part := *t.page
		s := d.setter(&part)
		s.rowOf, s.after = t.rowOf, i > 0 // each writes the sentences of its own groups
		setters[i] = s
		wait.Go(func() {
			for groups, k := run(i), 0; k < len(groups); k++ {
				s.set(&groups[k])
			}
		})
	}
	wait.Wait()
	p := t.page
	for i, s := range setters {
		rows := s.page.Rows
		by := len(p.Rows)
		if starts := s.page.Paragraphs; by == 0 && i > 0 && len(starts) > 0 && starts[0] > 0 {
			rows, by = rows[1:], -1 // nothing stands before the blank row
		}
		p.Rows = append(p.Rows, rows...)
		for _, at := range s.page.Paragraphs {
			p.Paragraphs = append(p.Paragraphs, at+by)
		}
		for _, at := range s.page.facing {
			p.facing = append(p.facing, at+by)
		}
		if by == 0 {
			continue
		}
		for _, g := range run(i) {
			for side := range t.rowOf {
				from, to := g.span(diff.Side(side))
				for k := from; k < to; k++ {
					t.rowOf[side][k] += by
				}
			}
		}
	}
}
