package tui

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"variorum/corpus"
	"variorum/diff"
	"variorum/text"
	"variorum/tui/view"
)

// Two books take most of a second to compare. Until then a reader sees the part
// of them that comes first on the screen, compared as far as that: a moment's
// work, which goes before the rest. What is pressed meanwhile moves in it at once,
// and is done once more where it counts when the comparison is there (see
// ahead.go), so that the same keys lead to the same place.

// Bytes of a document.
const (
	glanceFrom   = 200_000 // shorter ones are compared faster than they are seen
	glanceSize   = 24_000
	glanceBefore = 4_000 // of these before the place where the reader was
)

// glance is a page of a part of two texts.
type glance struct {
	page *view.Page // nil until there is one
	as   setting    // that it was asked for in
	top  int
}

// standing is where a reader was in two texts. The zero value is the beginning.
type standing struct {
	top    Spot // the first line on the screen
	across int  // the paragraph of the other side that faces it
}

// around returns the blocks of a side around a place, and the number of the first.
func (at standing) around(s diff.Side, blocks []text.Block) (int, []text.Block) {
	place := at.across
	if s == diff.Side(at.top.Side) {
		place = at.top.Paragraph
	}
	from := min(place, len(blocks))
	for size := 0; from > 0 && size < glanceBefore; size += len(blocks[from].Text) {
		from--
	}
	to := from
	for size := 0; to < len(blocks) && size < glanceSize; to++ {
		size += len(blocks[to].Text)
	}
	return from, blocks[from:to]
}

func sizeOf(blocks []text.Block) (n int) {
	for i := range blocks {
		n += len(blocks[i].Text)
	}
	return n
}

// rowOf returns the row where the place is in the page of blocks around it, given
// the numbers of the first ones.
func (at standing) rowOf(page *view.Page, from [2]int) int {
	if at == (standing{}) {
		return 0
	}
	return page.RowOf(diff.Side(at.top.Side), at.top.Paragraph-from[at.top.Side], at.top.At) + at.top.Rows
}

// standing returns where the comparison will be when it is there, as far as that
// is known now.
func (r *reading) standing() (at standing, ok bool) {
	switch was := r.was; {
	case r.aim != nil || r.progress > 0:
		return at, false
	case was == nil || was.Top == nil || !was.Top.possible():
		return at, true
	case was.Across == nil || *was.Across < 0:
		return at, *was.Top == Spot{}
	default:
		return standing{*was.Top, *was.Across}, true
	}
}

// look asks for a glance, where waiting without one would be long.
func (r *reading) look(m *model) tea.Cmd {
	docs := [2]*corpus.Document{r.document(diff.A), r.document(diff.B)}
	want := r.setting(m)
	at, known := r.standing()
	if r.comparison != nil || !known || r.glance.as == want || m.width <= 0 || min(docs[0].Size(), docs[1].Size()) < glanceFrom {
		return nil
	}
	r.glance.as = want
	return m.effects.glance(docs, at, r.heads(), want)
}

// glanced takes a glance in, and has the texts compared if they were not yet. A
// glance is shown even if there will be another one for what the terminal has said
// of itself since.
func (r *reading) glanced(msg glanced) (next tea.Cmd) {
	if msg.as.comparison != r.number {
		return nil
	}
	next, r.next = r.next, nil
	g := &r.glance
	if r.page != nil || msg.page == nil || msg.as != g.as && (g.page != nil || msg.as.options.Width != g.as.options.Width) {
		return next
	}
	if g.page == nil {
		g.top = max(min(msg.top, lastTop(len(msg.page.Rows), r.rows)), 0)
	}
	g.page = msg.page
	return next
}

// move scrolls the glance while there is nothing else to scroll.
func (g *glance) move(rows int, a action) {
	if g.page != nil {
		g.top = scrolled(g.top, len(g.page.Rows), rows, a)
	}
}

// glanced is the answer of glance.
type glanced struct {
	as   setting
	page *view.Page // nil where there is nothing to see
	top  int        // row of the page that the reader is at
}

// glance makes a page of two documents around a place, to be read while the
// comparison of the whole is on its way.
func (e effects) glance(docs [2]*corpus.Document, at standing, heads [2]view.Head, as setting) tea.Cmd {
	return func() tea.Msg {
		var from [2]int
		var parts [2][]text.Block
		whole, wrong := corpus.Wholes(e.ctx, docs[:])
		if cmp.Or(wrong...) != nil {
			return glanced{as: as}
		}
		for s, d := range whole {
			from[s], parts[s] = at.around(diff.Side(s), d.Blocks)
			if sizeOf(parts[s]) > glanceFrom {
				return glanced{as: as} // it would be long in coming, too
			}
		}
		c, err := diff.Compare(e.ctx, parts[diff.A], parts[diff.B], diff.Options{})
		if err != nil {
			return glanced{as: as}
		}
		page := view.NewPage(c.Without(as.ignore), heads, as.options)
		return glanced{as, page, at.rowOf(page, from)}
	}
}
