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
	var paths []string
	at := before.selected()
	if at >= 0 {
		paths = append(paths, old.Stories[at].Versions[before.versions[at]].Path)
	}
	for story, marks := range before.marks {
		for _, v := range marks {
			paths = append(paths, old.Stories[story].Versions[v].Path)
		}
	}
	now := whereabouts(m.corpus, paths...)
	for story, marks := range before.marks {
		vs := old.Stories[story].Versions
		a, isA := now[vs[marks[0]].Path]
		b, isB := now[vs[marks[1]].Path]
		if isA && isB {
			l.markBoth(a, b)
		}
	}
	l.applyFilter(m)
	if at < 0 {
		return
	}
	selected, ok := now[old.Stories[at].Versions[before.versions[at]].Path]
	for row, i := range l.shown {
		if ok && i == selected.story {
			l.story, l.right = row, before.right
			l.versions[i] = selected.version
		}
	}
}

// whereabout is which version of which story of a corpus something is.
type whereabout struct{ story, version int }

// whereabouts returns where the versions with some paths are, as far as they are
// there.
func whereabouts(c *corpus.Corpus, paths ...string) map[string]whereabout {
	wanted := map[string]bool{}
	for _, p := range paths {
		wanted[p] = true
	}
	found := map[string]whereabout{}
	for i := range c.Stories {
		for k := range c.Stories[i].Versions {
			if path := c.Stories[i].Versions[k].Path; wanted[path] {
				found[path] = whereabout{i, k}
			}
		}
	}
	return found
}

// markBoth makes two versions the sides of their story, if it is one.
func (l *library) markBoth(a, b whereabout) {
	if a.story == b.story {
		l.marks[a.story] = [2]int{a.version, b.version}
	}
}

// find returns where a version of a story is now, which may be one of an earlier
// corpus: what was opened then is still read.
func (m *model) find(story *corpus.Story, version int) (whereabout, bool) {
	for i := range m.corpus.Stories {
		if &m.corpus.Stories[i] == story {
			return whereabout{i, version}, true
		}
	}
	path := story.Versions[version].Path
	at, ok := whereabouts(m.corpus, path)[path]
	return at, ok
}

// arrived asks for what is to be known of a corpus that has just come.
func (l *library) arrived(m *model) tea.Cmd {
	var again tea.Cmd
	if l.filter.text != "" {
		again = l.finding.ask(m, l.filter.text)
	}
	return tea.Batch(again, l.look(m))
}
