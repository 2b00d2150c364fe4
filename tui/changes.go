package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"variorum/diff"
	"variorum/tui/view"
)

// changes is the place that lists the differences of the reading before it.
type changes struct {
	of       *reading
	filter   field
	rows     []int // indexes into the changes of the page, those that pass
	selected int   // index into rows
	top      int
	note     string
}

func newChanges(m *model, of *reading) *changes {
	l := &changes{of: of}
	l.refill(m)
	l.selected = max(of.current, 0)
	l.fit(m)
	return l
}

func (l *changes) where() where  { return inChanges }
func (l *changes) field() *field { return &l.filter }

// refill finds the rows to show and stays near the selected one.
func (l *changes) refill(m *model) {
	page := l.of.page
	if page == nil {
		l.rows = nil
		return
	}
	l.rows = l.rows[:0]
	for i := range page.Changes {
		if l.filter.text == "" || passes(l.filter.text, wordsOf(page, i)...) {
			l.rows = append(l.rows, i)
		}
	}
	l.fit(m)
}

func (l *changes) filtered(m *model) tea.Cmd {
	l.refill(m)
	return nil
}

// wordsOf are the texts that a filter looks at: the wordings on both sides,
// the kinds and the tags.
func wordsOf(p *view.Page, change int) []string {
	var out []string
	for _, sh := range p.Changes[change].Shared {
		out = append(out, "shared", p.Comparison.Text(diff.A, sh.Places[diff.A]), p.Comparison.Text(diff.B, sh.Places[diff.B]))
	}
	for _, i := range p.Changes[change].Differences {
		d := &p.Comparison.Differences[i]
		out = append(out, d.Kind.String(), strings.Join(d.Tags.Names(), " "),
			p.Comparison.Text(diff.A, d.Places[diff.A]), p.Comparison.Text(diff.B, d.Places[diff.B]))
	}
	return out
}

func (l *changes) fit(m *model) tea.Cmd {
	l.selected = max(min(l.selected, len(l.rows)-1), 0)
	l.top = inSight(l.top, l.selected, len(l.rows), view.Changes{}.Visible(m.height))
	return nil
}

func (l *changes) undo(m *model) (tea.Cmd, bool) {
	l.note = ""
	if l.filter.text == "" {
		return nil, false
	}
	l.filter = field{}
	l.refill(m)
	return nil, true
}

func (l *changes) act(m *model, a action) tea.Cmd {
	l.note = ""
	switch a {
	case startFilter:
		l.filter.typing = true
	case switchIgnoring:
		return switchIgnored(m)
	case open:
		if len(l.rows) == 0 {
			l.note = "there is no difference to go to"
			return nil
		}
		change := l.rows[l.selected]
		cmd := m.leave()
		if l.of.page != nil && change < len(l.of.page.Changes) {
			l.of.goTo(change)
		}
		return cmd
	default:
		l.selected = moved(l.selected, len(l.rows), view.Changes{}.Visible(m.height), a)
		return l.fit(m)
	}
	return nil
}

func (l *changes) screen(*model) view.Screen {
	return view.Changes{
		Page: l.of.page, Rows: l.rows, Selected: l.selected, Top: l.top,
		Filter: l.filter.text, Typing: l.filter.typing, Note: l.note,
	}
}
