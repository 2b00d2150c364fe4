package tui

import (
	tea "charm.land/bubbletea/v2"

	"variorum/corpus"
)

// A large corpus arrives in parts, each of which has all that the part before
// had and more. Its stories have other numbers then, so what is known of them by
// number is looked up again by the paths of their versions.

// takeOver makes a new library look as the one before it did.
func (l *library) takeOver(m *model, before *library, old *corpus.Corpus) {
	l.filter, l.order, l.note, l.finding.found = before.filter, before.order, before.note, before.finding.found
	type spot struct{ story, version int }
	spots := map[string]spot{}
	at := before.selected()
	if at >= 0 {
		spots[old.Stories[at].Versions[before.versions[at]].Path] = spot{-1, 0}
	}
	for story, marks := range before.marks {
		for _, v := range marks {
			spots[old.Stories[story].Versions[v].Path] = spot{-1, 0}
		}
	}
	for i := range m.corpus.Stories {
		for k := range m.corpus.Stories[i].Versions {
			path := m.corpus.Stories[i].Versions[k].Path
			if _, ok := spots[path]; ok {
				spots[path] = spot{i, k}
			}
		}
	}
	for story, marks := range before.marks {
		vs := old.Stories[story].Versions
		a, b := spots[vs[marks[0]].Path], spots[vs[marks[1]].Path]
		if a.story >= 0 && a.story == b.story {
			l.marks[a.story] = [2]int{a.version, b.version}
		}
	}
	l.applyFilter(m)
	if at < 0 {
		return
	}
	now := spots[old.Stories[at].Versions[before.versions[at]].Path]
	for row, i := range l.shown {
		if i == now.story {
			l.story, l.right = row, before.right
			l.versions[i] = now.version
		}
	}
}

// arrived asks for what is to be known of a corpus that has just come.
func (l *library) arrived(m *model) tea.Cmd {
	var again tea.Cmd
	if l.filter.text != "" {
		again = l.finding.ask(m, l.filter.text)
	}
	return tea.Batch(again, l.look(m))
}
