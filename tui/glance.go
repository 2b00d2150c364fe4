package tui

import (
	tea "charm.land/bubbletea/v2"

	"variorum/corpus"
	"variorum/diff"
	"variorum/text"
	"variorum/tui/view"
)

// Two books take most of a second to compare. Until then a reader sees how they
// begin, compared as far as that: the first screens, and nothing to wait for.
// What is pressed meanwhile moves in them at once, and is done once more where it
// counts when the comparison is there (see ahead.go), so that the same keys lead
// to the same place.

// Bytes of a document.
const (
	glanceFrom = 200_000 // shorter ones are compared faster than they are seen
	glanceSize = 24_000
)

// glance is a page of how two texts begin.
type glance struct {
	page *view.Page // nil until there is one
	as   setting    // that it was asked for in
	top  int
}

// beginning returns the first blocks of a document.
func beginning(d *corpus.Document) []text.Block {
	n, size := 0, 0
	for n < len(d.Blocks) && size < glanceSize {
		size += len(d.Blocks[n].Text)
		n++
	}
	return d.Blocks[:n]
}

// look asks for a glance, where waiting without one would be long. A reader who
// was further on the last time does not begin anew.
func (r *reading) look(m *model) tea.Cmd {
	docs := [2]*corpus.Document{r.document(diff.A), r.document(diff.B)}
	want := r.setting(m)
	if r.comparison != nil || r.was != nil || r.glance.as == want || m.width <= 0 || min(docs[0].Size(), docs[1].Size()) < glanceFrom {
		return nil
	}
	r.glance.as = want
	return m.effects.glance(docs, r.heads(), want)
}

func (r *reading) glanced(msg glanced) {
	if r.page == nil && msg.as == r.glance.as {
		r.glance.page = msg.page
	}
}

// move scrolls the glance while there is nothing else to scroll.
func (g *glance) move(rows int, a action) {
	if g.page != nil {
		g.top = scrolled(g.top, len(g.page.Rows), rows, a)
	}
}
