package view

import (
	"fmt"
	"strings"

	"variorum/diff"
)

// Visible returns how many changes a screen of h lines lists.
func (s Changes) Visible(h int) int { return max(1, h-4) }

func (s Changes) paint(f *Frame) {
	changes := s.Page.Changes
	paintBar(f, 0, f.Width, "Differences", s.Filter, s.Typing, len(s.Rows), len(changes))
	room := s.Visible(f.Height)
	if len(s.Rows) == 0 {
		nothing := "no differences"
		if s.Filter != "" {
			nothing = "no difference matches"
		}
		f.Fit(0, 3, f.Width, nothing, Quiet)
	}
	t := tableOf(f.Width)
	t.paintHeader(f, 1)
	top := window(s.Top, s.Selected, len(s.Rows), room)
	for i := range min(room, len(s.Rows)-top) {
		y, at := 3+i, s.Rows[top+i]
		if at < 0 || at >= len(changes) {
			continue
		}
		f.target(0, y, f.Width, 1, OnEntry, top+i)
		selected := top+i == s.Selected
		if selected {
			f.Fill(0, y, f.Width, 1, " ", Selected)
		}
		t.paintRow(f, y, s.Page.Comparison, changes[at], at, selected)
	}
	keys := []KeyHelp{{"enter", "go there"}, {"/", "filter"}, {"esc", "back"}, {"?", "keys"}}
	if s.Typing {
		keys = []KeyHelp{{"enter", "keep"}, {"esc", "clear"}}
	}
	hidden := ""
	if n := s.Page.Comparison.Hidden; n > 0 {
		hidden = fmt.Sprintf("%d hidden", n)
	}
	paintKeys(f, s.Note, hidden, keys...)
}

// table is how wide the columns of the list of differences are.
type table struct{ number, side, kind, tags int }

func tableOf(width int) table {
	t := table{number: 5, kind: 14}
	if width < 100 {
		t.kind = 0 // the sign before the words says it
	}
	switch { // what a change concerns is what a reader looks for
	case width >= 110:
		t.tags = 20
	case width >= 70:
		t.tags = 14
	}
	t.side = (width - t.number - 2 - t.kind - t.tags) / 2
	return t
}

func (t table) paintHeader(f *Frame, y int) {
	x := t.number + 2
	f.Put(x, y, t.side, "A", Chrome)
	f.Put(x+t.side, y, t.side, "B", Chrome)
	f.Put(x+2*t.side, y, t.kind, "what", Chrome)
	f.Put(x+2*t.side+t.kind, y, t.tags, "concerns", Chrome)
}

// paintRow writes one change: the words of either side, what became of them
// and what they concern.
func (t table) paintRow(f *Frame, y int, c *diff.Comparison, ch Change, at int, selected bool) {
	number := fmt.Sprint(at + 1)
	as := func(r Role) Role {
		if selected {
			return Selected
		}
		return r
	}
	f.Put(t.number-1-len(number), y, t.number, number, as(Chrome))
	words, roles, m := t.sides(c, ch)
	f.Put(t.number, y, 1, m.String(), as(m.role()))
	x := t.number + 2
	for s := range words {
		f.Fit(x+s*t.side, y, t.side-2, words[s], as(roles[s]))
	}
	f.Fit(x+2*t.side, y, t.kind-2, ch.Name(), as(Same))
	var tags diff.Tags
	for _, i := range ch.Differences {
		tags |= c.Differences[i].Tags
	}
	f.Fit(x+2*t.side+t.kind, y, t.tags, strings.Join(tags.Names(), ", "), as(Accent))
}

// sides returns what a row shows of either side, as what, and its sign.
func (t table) sides(c *diff.Comparison, ch Change) (words [2]string, roles [2]Role, m mark) {
	if len(ch.Shared) > 0 {
		for s := range words {
			words[s], roles[s] = sharedWords(c, ch, diff.Side(s), ", "), Shared
		}
		return words, roles, facing
	}
	i := weightiest(c, ch)
	if i < 0 {
		return
	}
	d := c.Differences[i]
	// A change may have its words for either side in different parts.
	roles = [2]Role{Deleted, Inserted}
	for s := range words {
		words[s] = quote(c, diff.Side(s), d)
		for _, j := range ch.Differences {
			if words[s] == "" && c.Differences[j].Kind == ch.Kind {
				words[s] = quote(c, diff.Side(s), c.Differences[j])
			}
		}
		switch {
		case ch.Kind == diff.Move || ch.Kind == diff.Reorder:
			roles[s] = Moved
		case words[s] == "" && ch.Kind == diff.Truncation:
			words[s], roles[s] = plural(lost(c, ch, diff.Side(s)), "word")+" lost", Cut
		case layer(ch.Kind) == 2:
			roles[s] = Noise
		}
	}
	m = markOf(ch.Kind, diff.A)
	if d.Places[diff.A].Empty() {
		m = markOf(ch.Kind, diff.B)
	}
	return words, roles, m
}
