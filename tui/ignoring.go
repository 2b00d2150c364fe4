package tui

import (
	tea "charm.land/bubbletea/v2"

	"variorum/diff"
	"variorum/tui/view"
)

// ignoring is the panel over a comparison, or over the list of its
// differences, in which a reader chooses what is folded away. What is below it
// changes at once; it does not wait for that, and takes the next key meanwhile.
type ignoring struct {
	of       *reading
	under    place
	selected int
}

// enterIgnoring opens the panel over the place where the reader is.
func enterIgnoring(m *model, of *reading) tea.Cmd {
	m.enter(&ignoring{of: of, under: m.here()})
	return of.count(m)
}

// count asks for how much could be ignored while the panel says so.
func (r *reading) count(m *model) tea.Cmd {
	if g, ok := m.here().(*ignoring); !ok || g.of != r || r.tiers != nil || r.comparison == nil {
		return nil
	}
	return m.effects.count(r.number, r.comparison)
}

func (g *ignoring) where() where { return inIgnoring }

func (g *ignoring) fit(*model) tea.Cmd { return nil }

func (g *ignoring) act(m *model, a action) tea.Cmd {
	n := len(diff.TierNames())
	all := diff.Tiers(1<<n - 1)
	switch a {
	case toggle, open:
		return g.ignore(m, m.ignore^1<<g.selected)
	case pickAll:
		return g.ignore(m, all)
	case pickNone:
		return g.ignore(m, 0)
	case listIgnored:
		return m.leave()
	}
	if a >= pick1 && a < pick1+action(n) {
		g.selected = int(a - pick1)
		return g.ignore(m, m.ignore^1<<g.selected)
	}
	g.selected = moved(g.selected, n, n, a)
	return nil
}

func (g *ignoring) ignore(m *model, tiers diff.Tiers) tea.Cmd {
	m.ignore = tiers
	return m.fitAll()
}

func (g *ignoring) screen(m *model) view.Screen {
	s := view.Ignoring{Under: g.under.screen(m), Selected: g.selected, Hints: g.hints(&m.keys)}
	for i, name := range diff.TierNames() {
		row := view.TierRow{Key: m.keys.first(pick1 + action(i)), Name: name, Ignored: m.ignore&(1<<i) != 0, Changes: -1}
		if i < len(g.of.tiers) {
			row.Changes = g.of.tiers[i]
		}
		s.Tiers = append(s.Tiers, row)
	}
	return s
}
