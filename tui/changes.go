package tui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"variorum/tui/view"
)

// changes is the place that lists the differences of the reading before it. The
// reading keeps it, so that it is found again as it was left.
type changes struct {
	of         *reading
	comparison int // the number of the one that is listed
	left       int // the id of the change under the reading's cursor when the list was last left

	filter field
	pick   string // the name of a view.Pick
	order  view.Order
	opened map[int]bool // groups that show their places, by the id of their first change

	page     *view.Page // what the rows are rows of
	digest   *view.Digest
	rows     []view.ChangeRow
	shown    int // how many changes they stand for
	selected int // index into rows
	sight
	beside beside
	note   string
}

// enter shows the list: at the row where it was left, or at the difference
// under the cursor if that is another one now.
func (l *changes) enter(m *model) tea.Cmd {
	if l.comparison != l.of.number {
		*l = changes{of: l.of, comparison: l.of.number, left: noChange, order: l.order, pick: l.pick,
			filter: field{text: l.filter.text}, opened: map[int]bool{}, beside: beside{held: noChange}}
	}
	l.note = ""
	l.refill()
	if now := l.of.currentID(); now != l.left {
		l.selectChange(l.of.current)
		l.left = now
	}
	m.enter(l)
	return l.fit(m)
}

func (l *changes) where() where  { return inChanges }
func (l *changes) field() *field { return &l.filter }

// change returns the difference that a row stands for, or the first of them.
func (l *changes) change(row int) *view.Change {
	return &l.page.Changes[l.member(row)]
}

func (l *changes) member(row int) int {
	at := l.rows[row]
	return l.digest.Groups[at.Group].Members[max(at.Member, 0)]
}

// refill finds the rows to show, and selects the one that was selected if it is
// still among them.
func (l *changes) refill() {
	if l.of.page == nil {
		return
	}
	id, isPlace := noChange, false
	if l.selected < len(l.rows) {
		id, isPlace = l.change(l.selected).ID, l.rows[l.selected].Member >= 0
	}
	if l.of.digest == nil {
		l.of.digest = view.NewDigest(l.of.page)
	}
	l.page, l.digest = l.of.page, l.of.digest
	l.rows, l.shown = sift(l.digest, l.picked(), l.filter.text, l.order, func(g *view.Group) bool {
		return l.opened[l.page.Changes[g.Members[0]].ID]
	})
	l.selected = 0
	for i := range l.rows {
		if l.change(i).ID == id && (l.rows[i].Member >= 0) == isPlace {
			l.selected = i
		}
	}
}

// selectChange selects the row of a change of the page, and reports whether there
// is one.
func (l *changes) selectChange(change int) (found bool) {
	for i, row := range l.rows {
		if l.member(i) == change || row.Member < 0 && slices.Contains(l.digest.Groups[row.Group].Members, change) {
			l.selected, found = i, true // with its group open, the last row is its own
		}
	}
	return found
}

// picked returns which of the picks is in use.
func (l *changes) picked() int {
	return max(0, slices.IndexFunc(l.digest.Picks, func(p view.Pick) bool { return p.Name == l.pick }))
}

// choose picks one of the sorts of difference.
func (l *changes) choose(m *model, pick int) tea.Cmd {
	n := len(l.digest.Picks)
	if pick >= n {
		l.note = fmt.Sprintf("there are only %d sorts of differences here", n-1)
		return nil
	}
	l.pick = l.digest.Picks[pick].Name
	return l.filtered(m)
}

func (l *changes) filtered(m *model) tea.Cmd {
	l.refill()
	return l.fit(m)
}

func (l *changes) fit(m *model) tea.Cmd {
	l.keep(l.selected, len(l.rows), view.Changes{}.Visible(m.height))
	l.follow(m)
	return l.fitText(m)
}

func (l *changes) undo(m *model) (tea.Cmd, bool) {
	l.note = ""
	if l.filter.text == "" && l.picked() == 0 {
		return nil, false
	}
	l.filter, l.pick = field{}, ""
	return l.filtered(m), true
}

func (l *changes) act(m *model, a action) tea.Cmd {
	l.note = ""
	picks := len(l.digest.Picks)
	switch a {
	case startFilter:
		l.filter.typing = true
		return nil
	case nextPick:
		return l.choose(m, (l.picked()+1)%picks)
	case previousPick:
		return l.choose(m, (l.picked()+picks-1)%picks)
	case pickNone:
		return l.choose(m, 0)
	case nextOrder:
		l.order = l.order.Next()
		return l.filtered(m)
	case listIgnored:
		return enterIgnoring(m, l.of)
	case listChanges:
		return m.leave()
	}
	if a >= pick1 && a <= pick9 {
		return l.choose(m, int(a-pick1)+1)
	}
	if len(l.rows) == 0 {
		if a == open {
			l.note = "there is no difference to go to"
		} else if a == copyChange {
			l.note = "there is no difference to copy"
		}
		return nil
	}
	switch a {
	case open:
		return l.goTo(m, l.member(l.selected))
	case openGroup:
		return l.openGroup(m)
	case copyChange:
		return l.copyChange(m)
	}
	l.selected = moved(l.selected, len(l.rows), view.Changes{}.Visible(m.height), a)
	return l.fit(m)
}

// goTo leaves the list for a difference in the text.
func (l *changes) goTo(m *model, change int) tea.Cmd {
	cmd := m.leave()
	if l.of.page == l.page {
		l.of.goTo(change)
		l.left = l.of.currentID()
	}
	return cmd
}

// openGroup shows the places of the selected group, or no longer.
func (l *changes) openGroup(m *model) tea.Cmd {
	row := l.rows[l.selected]
	g := &l.digest.Groups[row.Group]
	if len(g.Members) == 1 {
		l.note = "this change was made in one place only"
		return nil
	}
	first := l.page.Changes[g.Members[0]].ID
	l.opened[first] = !l.opened[first]
	l.selected -= row.Member + 1
	return l.filtered(m)
}

// copyChange puts the words of the selected row on the clipboard.
func (l *changes) copyChange(m *model) tea.Cmd {
	words := printable(view.Words(l.page.Comparison, *l.change(l.selected), l.of.focus))
	l.note = noteOf(words)
	return m.effects.copy(words)
}

func (l *changes) screen(m *model) view.Screen {
	return view.Changes{
		Page: l.page, Digest: l.digest, Rows: l.rows, Shown: l.shown, Selected: l.selected, Top: l.top,
		Pick: l.picked(), Order: l.order, Filter: l.filter.text, Typing: l.filter.typing, Note: l.note, Text: l.text(m),
		Hints: l.hints(&m.keys), PickKeys: m.keys.picks(),
	}
}
