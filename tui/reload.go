package tui

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"variorum/corpus"
	"variorum/diff"
	"variorum/tui/view"
)

// The files of a comparison can be read again: when somebody asks for it, when
// the editor was left, and, where the reader watches them, when they change.
// The old page stays on the screen until the new one can take its place.

func (r *reading) documents() [2]*corpus.Document {
	return [2]*corpus.Document{r.document(diff.A), r.document(diff.B)}
}

// reload asks for both files.
func (r *reading) reload(m *model) tea.Cmd {
	if !m.files {
		r.note = r.document(r.focus).Path + " is not a file on disk"
		return nil
	}
	a, b := r.document(diff.A), r.document(diff.B)
	if d := r.document(r.focus); fixed(a) && fixed(b) && d.File != "" && d.File != d.Path {
		r.note = d.Path + " is one text of many in a file, and not read again"
		return nil
	}
	return m.effects.reread(r.number, r.documents(), true)
}

// watch watches the files of the comparison in place of those it watched
// before. there says that they are there.
func (r *reading) watch(m *model, there bool) (cmd tea.Cmd) {
	r.unwatch()
	if m.watch {
		cmd, r.unwatched = m.effects.watch(r.number, r.documents(), there)
	}
	return cmd
}

func (r *reading) unwatch() {
	if r.unwatched != nil {
		r.unwatched()
		r.unwatched = nil
	}
}

// reread takes what was read again in, and asks for a new comparison if it is
// not what it was.
func (r *reading) reread(m *model, msg reread) tea.Cmd {
	switch {
	case msg.comparison != r.number:
		return nil
	case msg.err != nil:
		r.note = msg.err.Error()
		if errors.As(msg.err, new(vanished)) {
			return r.watch(m, false) // it may come back
		}
		return nil
	case msg.documents == r.documents():
		if msg.asked {
			r.note = "nothing has changed"
		}
		return nil
	}
	now := map[int]*corpus.Document{}
	for s, d := range msg.documents {
		if d != r.document(diff.Side(s)) {
			now[r.sides[s]], r.story.Versions[r.sides[s]].Document = d, d
		}
	}
	if l := m.library(); l != nil {
		l.renew(m, r.story, now)
	}
	var cmds []tea.Cmd
	for _, p := range m.places {
		if t, ok := p.(teller); ok && t.tells() == r.story {
			cmds = append(cmds, t.renew(m, now))
		}
	}
	return tea.Batch(cmds...)
}

// teller is a place that shows versions of a story. There can be several, as one
// leads to another.
type teller interface {
	tells() *corpus.Story
	// renew takes in that some of the versions are other documents now.
	renew(m *model, now map[int]*corpus.Document) tea.Cmd
}

func (r *reading) tells() *corpus.Story { return r.story }

func (r *reading) renew(m *model, now map[int]*corpus.Document) tea.Cmd {
	whole := r.documents()
	for s, v := range r.sides {
		if d := now[v]; d != nil {
			whole[s] = d
		}
	}
	if whole == r.documents() {
		return nil
	}
	if r.page == nil {
		return r.compare(m)
	}
	r.stop()
	m.comparisons++
	r.number, r.whole = m.comparisons, whole
	r.comparison, r.tiers, r.laying = nil, nil, false
	var cmd tea.Cmd
	cmd, r.cancel = m.effects.compare(r.number, whole[diff.A], whole[diff.B])
	return tea.Batch(cmd, r.watch(m, true))
}

func (b *book) tells() *corpus.Story { return b.story }

// renew opens the version anew, at the same place: it says something else, or the
// others do.
func (b *book) renew(m *model, now map[int]*corpus.Document) tea.Cmd {
	here := b.start
	if b.page != nil {
		here = landing{at: b.page.PositionOf(b.top)}
		if now[b.version] == nil && b.seen(b.current) {
			u := &b.page.Apparatus.Units[b.current]
			here.mark, here.other = &u.From, u.Readings[b.reading].Witnesses[0]
		}
	}
	return b.open(m, b.version, here)
}

// showReloaded puts the page of changed files in place of the one before, at
// the same passage.
func (r *reading) showReloaded(page *view.Page, as setting) {
	old, top, current, row := r.page, r.top, r.current, r.line()
	to := samePassage(old, page, row, r.focus)
	r.page, r.as, r.anchor = page, as, anchor{}
	r.scrollTo(to - (row - top))
	if r.gone == toSpot {
		r.spot, _ = spotOf(page, to)
	}
	r.current = -1
	if current >= 0 {
		r.current = min(r.from(to), len(page.Changes)-1)
	}
	r.follow()
	r.searchAgain()
	r.searchFrom()
	r.note = "reloaded"
}

// samePassage returns the row of a page where the text stands that another
// page, of the files as they were, has at a row: the same paragraph, the
// nearest one behind it that is still there, or as far into the text.
func samePassage(from, to *view.Page, row int, s diff.Side) int {
	block, at, ok := from.At(row, s)
	if !ok || len(to.Comparison.Texts[s].Blocks) == 0 {
		return row
	}
	start := from.RowOf(s, block, at)
	was, is := from.Comparison.Texts[s].Blocks, to.Comparison.Texts[s].Blocks
	for b := block; b < len(was); b++ {
		best := -1
		for i := range is {
			if is[i].Text == was[b].Text && (best < 0 || abs(i-b) < abs(best-b)) {
				best = i
			}
		}
		if best >= 0 {
			if b == block {
				return to.RowOf(s, best, at) + row - start
			}
			return to.RowOf(s, best, 0) - (from.RowOf(s, b, 0) - row)
		}
	}
	return row * len(to.Rows) / max(len(from.Rows), 1)
}
