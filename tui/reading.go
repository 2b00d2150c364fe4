package tui

import (
	"context"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"variorum/collation"
	"variorum/corpus"
	"variorum/diff"
	"variorum/tui/view"
)

// reading is the place where two versions of a story are compared.
//
// What it shows comes about in two steps, each in a command: the comparison,
// when the pair is another one, and the page, when how it is shown is another.
// Until the first page is there it says what it waits for.
type reading struct {
	window[*view.Page] // nil until there is a page of this pair

	story  *corpus.Story
	sides  [2]int          // versions of the story
	listed bool            // the library opened it, and is told of other sides
	opened bool            // what is folded elsewhere is not, for a match of a search was
	aim    *collation.Unit // the place of side A that it was opened for

	number     int                 // of the comparison last asked for
	whole      [2]*corpus.Document // the sides with their texts, once they are compared
	comparison *diff.Comparison    // nil while it is on its way
	next       tea.Cmd             // the comparison, while a glance goes before it
	cancel     context.CancelFunc
	unwatched  context.CancelFunc // ends the watch over the files
	percent    int
	as         setting      // of the page
	draft      *view.Draft  // of the page
	digest     *view.Digest // of the page; nil until somebody asks for the list
	tiers      []int        // how many changes each tier would hide; nil until somebody asks
	glance     glance       // while there is no page
	laying     bool         // a page is on its way

	was      *StoryState // where the reader was the last time; nil where that is not known
	progress float64     // how far into the page of the pair before the screen was, 0 to 1
	list     *changes    // the list of the differences, as it was left
}

// setting is what a page depends on.
type setting struct {
	comparison int
	ignore     diff.Tiers
	options    view.Options
	beside     bool // it stands beside the list of differences
}

func newReading(story *corpus.Story, sides [2]int) *reading {
	return &reading{window: window[*view.Page]{stance: stance{current: -1}, search: search{at: -1}}, story: story, sides: sides}
}

func (r *reading) where() where { return inReading }

func (r *reading) document(s diff.Side) *corpus.Document {
	if r.whole[s] != nil {
		return r.whole[s]
	}
	return r.story.Versions[r.sides[s]].Document
}

// compare asks for the comparison of the two sides.
func (r *reading) compare(m *model) tea.Cmd {
	r.stop()
	m.comparisons++
	r.number = m.comparisons
	if r.page != nil {
		r.progress = float64(r.top) / float64(max(len(r.page.Rows), 1))
	}
	r.comparison, r.page, r.draft, r.digest, r.tiers, r.percent, r.laying = nil, nil, nil, nil, nil, 0, false
	r.glance = glance{}
	r.current, r.gone, r.opened = -1, nowhere, false
	r.whole = [2]*corpus.Document{}
	r.next, r.cancel = m.effects.compare(r.number, r.document(diff.A), r.document(diff.B))
	r.rows = view.Reading{}.Visible(m.height)
	cmd := r.look(m)
	if cmd == nil {
		cmd, r.next = r.next, nil
	}
	return tea.Batch(cmd, r.watch(m, true))
}

// stop gives up the comparison that is on its way.
func (r *reading) stop() {
	r.next = nil
	if r.cancel != nil {
		r.cancel()
		r.cancel = nil
	}
}

func (r *reading) comparing(msg comparing) {
	if msg.comparison == r.number {
		r.percent = msg.percent
	}
}

func (r *reading) compared(m *model, msg compared) tea.Cmd {
	switch {
	case msg.comparison != r.number || errors.Is(msg.err, context.Canceled):
		return nil // another one is on its way, or nobody waits any more
	case msg.err != nil:
		return m.fail(msg.err)
	}
	r.comparison, r.whole, r.cancel = msg.result, msg.documents, nil
	return tea.Batch(r.fit(m), r.count(m))
}

// setting returns what the page should be like.
func (r *reading) setting(m *model) setting {
	return setting{comparison: r.number, ignore: m.ignore, options: view.Options{Layout: m.layout, Width: m.width,
		Method: m.method, Ruler: true, Fold: m.fold && !r.opened}}
}

// fit asks for a new page where the one that is there is not what it should
// be. One page is made at a time: a window dragged larger asks for many.
func (r *reading) fit(m *model) tea.Cmd {
	if rows := (view.Reading{}).Visible(m.height); r.page != nil {
		r.resize(rows)
	} else {
		r.rows = rows
	}
	want := r.setting(m)
	if r.comparison == nil {
		return r.look(m)
	}
	if r.laying || m.width <= 0 || r.page != nil && r.as == want {
		return nil
	}
	r.laying = true
	return r.layOut(m, want)
}

// layOut asks for a page of the comparison.
func (r *reading) layOut(m *model, as setting) tea.Cmd {
	draft := r.draft
	if r.as.comparison != as.comparison || r.as.ignore != as.ignore {
		draft = nil
	}
	return m.effects.layOut(r.comparison, draft, r.heads(), as)
}

func (r *reading) heads() [2]view.Head {
	return [2]view.Head{headOf(r.document(diff.A)), headOf(r.document(diff.B))}
}

func (r *reading) laidOut(m *model, msg laidOut) tea.Cmd {
	if msg.as.comparison != r.number {
		return nil
	}
	if msg.as.beside {
		return r.list.laidOut(m, msg)
	}
	r.laying, r.draft, r.digest = false, msg.draft, nil
	r.show(msg.page, msg.as)
	cmd := r.fit(m)
	if l := find[*changes](m.places); l != nil {
		l.refill()
		cmd = tea.Batch(cmd, l.fit(m))
	}
	return cmd
}

// show puts a page in place of the one before, at the same passage.
func (r *reading) show(page *view.Page, as setting) {
	if r.page != nil && r.as.comparison != as.comparison {
		r.showReloaded(page, as)
		return
	}
	old, was := r.page, r.as
	if old != nil {
		r.hold()
	} else {
		r.anchor = anchor{}
	}
	r.page, r.as = page, as
	if old == nil && r.aim != nil {
		r.land()
		r.searchFirst()
		return
	}
	if old == nil {
		if !r.resume(r.was) {
			r.scrollTo(int(r.progress*float64(len(page.Rows)) + 0.5))
		}
		r.was = nil
		r.searchFirst()
		r.opened = r.inFold()
		return
	}
	if r.current >= 0 {
		r.current = changeOf(page, old.Changes[r.current].ID)
	}
	r.searchAgain()
	r.held()
	if as.options.Layout != was.options.Layout && as.options.Layout != page.Layout() {
		r.note = "stacked: there is no room for two columns"
		if as.options.Layout == view.Inline {
			r.note = "stacked: two tellings have no line in common"
		}
	}
}

func (r *reading) act(m *model, a action) tea.Cmd {
	r.note = ""
	switch a {
	case switchFocus:
		r.focus = r.focus.Other()
	case previousVersion:
		return r.version(m, -1)
	case nextVersion:
		return r.version(m, 1)
	case readVersion:
		return m.readAlone(r.story, r.sides[r.focus], r.landing(), r.search.carried(), nil)
	case exchange:
		r.sides[0], r.sides[1] = r.sides[1], r.sides[0]
		return r.choose(m)
	case nextLayout:
		m.layout = (m.layout + 1) % (view.Stacked + 1)
		return m.fitAll()
	case switchFolding:
		m.fold = !m.fold || r.opened
		r.opened = false
		return m.fitAll()
	case listIgnored:
		return enterIgnoring(m, r)
	}
	if r.page == nil {
		return nil
	}
	switch a {
	case none:
	case nextChange, previousChange:
		by := 1
		if a == previousChange {
			by = -1
		}
		switch {
		case r.search.on():
			r.stepMatch(by)
			return r.unfold(m)
		case r.page.Marks() == 0 && r.page.Apart():
			r.note = "there is no passage that both tell"
		default:
			r.step(by, "difference")
		}
	case nextParagraph:
		r.paragraph(1)
	case previousParagraph:
		r.paragraph(-1)
	case otherEnd:
		r.jump(m)
	case copyChange:
		return r.copyChange(m)
	case copyPassage:
		return r.copyPassage(m)
	case editFile:
		return r.edit(m)
	case reload:
		return r.reload(m)
	case startFilter:
		r.startSearch()
	case startGoing:
		r.ask(':')
	case listChanges:
		if r.list == nil {
			r.list = &changes{of: r}
		}
		return r.list.enter(m)
	default:
		r.scroll(a)
	}
	return nil
}

// filtered is called when something was typed.
func (r *reading) filtered(m *model) tea.Cmd {
	if r.page == nil {
		return nil
	}
	if where := r.answered(); where != "" {
		r.goWhere(where, "difference")
	}
	if r.search.on() && !r.prompt.typing {
		return r.unfold(m)
	}
	return nil
}

// version puts another version of the story on the focused side.
func (r *reading) version(m *model, step int) tea.Cmd {
	v := r.sides[r.focus] + step
	if v == r.sides[r.focus.Other()] {
		v += step
	}
	if v < 0 || v >= len(r.story.Versions) {
		r.note = fmt.Sprintf("there is no other version that way; this is %d of %d", r.sides[r.focus]+1, len(r.story.Versions))
		return nil
	}
	r.sides[r.focus] = v
	return r.choose(m)
}

func (r *reading) choose(m *model) tea.Cmd {
	r.was = nil
	if l := m.library(); r.listed && l != nil {
		a, isA := m.find(r.story, r.sides[0])
		b, isB := m.find(r.story, r.sides[1])
		if isA && isB {
			l.markBoth(a, b)
		}
	}
	return r.compare(m)
}

func (r *reading) screen(m *model) view.Screen {
	if r.page == nil && r.glance.page != nil {
		note := "comparing …"
		if r.percent > 0 {
			note = fmt.Sprintf("comparing … %d %%", r.percent)
		}
		return view.Reading{Page: r.glance.page, Top: r.glance.top, Current: -1, Focus: r.focus, Note: note, Partial: true}
	}
	if r.page == nil {
		lines := []string{nameOf(r.document(diff.A)), nameOf(r.document(diff.B))}
		if r.percent > 0 {
			lines = append(lines, fmt.Sprintf("%d %%", r.percent))
		}
		return view.Notice{Title: "comparing …", Lines: lines}
	}
	block, _, _ := r.cursor()
	return view.Reading{Page: r.page, Top: r.top, Block: block, Current: r.said(), Focus: r.focus, Note: r.note,
		Asked: r.asked("difference"), Hints: m.keys.asking(), First: m.keys.beginning()}
}
