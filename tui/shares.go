package tui

import (
	"math"
	"slices"

	tea "charm.land/bubbletea/v2"

	"variorum/corpus"
	"variorum/tui/view"
)

// The library shows of the selected story how much of each version stands in each
// other. The texts are read once, for an archive has to be read through for every
// one of them; then one pair is compared after the other.

// maxSharing is how many versions of a story the shares are computed of.
const maxSharing = 16

// share asks for what the selected story lacks, one at a time: why its versions
// are there, their texts, then the shares that they have of each other.
func (l *library) share(m *model) tea.Cmd {
	at := l.selected()
	if at < 0 || l.sharing {
		return nil
	}
	story := &m.corpus.Stories[at]
	if len(story.Versions) > 1 && l.whys[at] == nil {
		l.sharing = true
		return m.effects.explain(m.corpus, at)
	}
	n := min(len(story.Versions), maxSharing)
	if l.shares[at] == nil {
		l.shares[at] = unknownShares(len(story.Versions))
	}
	for i := range n {
		for j := i + 1; j < n; j++ {
			if !math.IsNaN(l.shares[at][i][j]) {
				continue
			}
			l.sharing = true
			if versions := documentsOf(story)[:n]; l.gathered.corpus != m.corpus || !slices.Equal(l.gathered.versions, versions) {
				return m.effects.gather(m.corpus, at, versions)
			}
			return m.effects.share(l.gathered, [2]int{i, j})
		}
	}
	l.gathered = gathered{}
	return nil
}

func documentsOf(story *corpus.Story) (out []*corpus.Document) {
	for i := range story.Versions {
		out = append(out, story.Versions[i].Document)
	}
	return out
}

// takeTexts takes in the texts of a story. Of those that cannot be read there is
// nothing to be known.
func (l *library) takeTexts(m *model, g gathered) tea.Cmd {
	if g.corpus != m.corpus {
		return nil
	}
	l.sharing = false
	if g.err != nil {
		return nil // the reader is on the way out
	}
	l.gathered = g
	shares := l.shares[g.story]
	for i, whole := range g.whole {
		for j := range shares {
			if whole == nil && i != j {
				shares[i][j], shares[j][i] = view.UnknownShare, view.UnknownShare
			}
		}
	}
	return l.share(m)
}

func unknownShares(n int) [][]float64 {
	out := make([][]float64, n)
	for i := range out {
		out[i] = make([]float64, n)
		for j := range out[i] {
			if out[i][j] = math.NaN(); max(i, j) >= maxSharing {
				out[i][j] = view.UnknownShare // nobody will ask for it
			}
		}
		out[i][i] = 1
	}
	return out
}

// renew takes in that some versions of a story are other documents now, and gives up
// what was known of them.
func (l *library) renew(m *model, story *corpus.Story, now map[int]*corpus.Document) {
	for version, d := range now {
		at, ok := m.find(story, version)
		if !ok {
			continue
		}
		m.corpus.Stories[at.story].Versions[at.version].Document = d
		delete(l.whys, at.story)
		delete(l.twins, at.story)
		shares, v := l.shares[at.story], at.version
		for i := range shares {
			if i != v && max(i, v) < maxSharing {
				shares[v][i], shares[i][v] = math.NaN(), math.NaN()
				delete(l.same[at.story], [2]int{min(i, v), max(i, v)})
			}
		}
	}
}

// explained takes in why the versions of a story are there.
func (l *library) explained(m *model, e explained) tea.Cmd {
	if e.corpus != m.corpus {
		return nil
	}
	l.sharing = false
	if e.err != nil {
		return nil // the reader is on the way out
	}
	l.whys[e.story] = e.whys
	return l.share(m)
}

func (l *library) shared(m *model, s shared) tea.Cmd {
	if s.corpus != m.corpus {
		return nil
	}
	l.sharing = false
	if s.err != nil {
		return nil // the reader is on the way out
	}
	for i, v := range s.versions {
		if m.corpus.Stories[s.story].Versions[v].Document != s.documents[i] {
			return l.share(m) // of a file that has changed since
		}
	}
	i, j := s.versions[0], s.versions[1]
	l.shares[s.story][i][j], l.shares[s.story][j][i] = s.contained[0], s.contained[1]
	if s.same {
		if l.same[s.story] == nil {
			l.same[s.story] = map[[2]int]bool{}
		}
		l.same[s.story][[2]int{i, j}] = true
	}
	return l.share(m)
}
