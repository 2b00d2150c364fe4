package tui

import (
	"fmt"
	"math"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"variorum/corpus"
	"variorum/text"
	"variorum/tui/view"
)

// library is the place where stories and their versions are chosen.
type library struct {
	filter field
	order  order
	shown  []int // the stories that pass the filter
	sifted sifting
	story  int  // index into shown
	right  bool // the versions have the focus
	note   string

	versions map[int]int             // by story: the selected version
	marks    map[int][2]int          // by story: sides A and B
	shares   map[int][][]float64     // by story
	same     map[int]map[[2]int]bool // by story: pairs of versions between which nothing was found to differ
	twins    map[int]*twins          // by story
	whys     map[int][]corpus.Why
	sharing  bool // a share is being computed, or what is needed for that
	gathered gathered
	opened   opened // how a version begins that does not hold its text
	opening  bool   // it is being read
	finding  finding
	joining  int     // the story that is marked to be joined with another, -1 for none
	asked    *ruling // what is to be written, nil for nothing
}

func newLibrary(m *model) *library {
	l := &library{versions: map[int]int{}, marks: map[int][2]int{}, shares: map[int][][]float64{}, same: map[int]map[[2]int]bool{}, twins: map[int]*twins{}, whys: map[int][]corpus.Why{}, joining: -1}
	for at := range m.corpus.Stories {
		story := &m.corpus.Stories[at]
		if was, ok := m.memory.stories[story.ID]; ok && !m.pair {
			if sides, ok := was.sidesOf(story); ok {
				l.marks[at] = sides
			}
			l.versions[at] = max(0, slices.IndexFunc(story.Versions, func(v corpus.Version) bool { return v.ID == was.Version }))
		}
	}
	l.applyFilter(m)
	return l
}

// toLast selects the story that was read last, as far as it is there and nobody has
// selected another.
func (l *library) toLast(m *model) {
	last := math.MaxInt
	for row, at := range l.shown {
		if i, ok := m.memory.before[m.corpus.Stories[at].ID]; ok && i < last {
			l.story, last = row, i
		}
	}
}

func (l *library) where() where {
	if l.right {
		return inVersions
	}
	return inStories
}

func (l *library) field() *field { return &l.filter }

// selected returns the number of the selected story, -1 where there is none.
func (l *library) selected() int {
	if l.story >= len(l.shown) {
		return -1
	}
	return l.shown[l.story]
}

func (l *library) fit(m *model) tea.Cmd { return l.look(m) }

// look asks for what is to be known of the selected story and is not known yet.
func (l *library) look(m *model) tea.Cmd { return tea.Batch(l.read(m), l.share(m)) }

// read asks for how the selected version begins, if it does not hold its text.
func (l *library) read(m *model) tea.Cmd {
	at := l.selected()
	if at < 0 || l.opening {
		return nil
	}
	d := m.corpus.Stories[at].Versions[l.versions[at]].Document
	if d.Held() || l.opened.document == d {
		return nil
	}
	l.opening = true
	return m.effects.open(d)
}

func (l *library) begins(m *model, msg opened) tea.Cmd {
	l.opening, l.opened = false, msg
	return l.read(m)
}

// applyFilter finds the stories to show and keeps the selected one if it can.
func (l *library) applyFilter(m *model) {
	was := l.selected()
	by := sifting{l.filter.text, l.finding.found.query}
	words := text.NewFilter(l.filter.text)
	if by.narrows(l.sifted) {
		l.shown = slices.DeleteFunc(l.shown, func(i int) bool { return !l.passes(&m.corpus.Stories[i], words) })
		slices.Sort(l.shown)
	} else {
		l.shown = nil
		for i := range m.corpus.Stories {
			if l.passes(&m.corpus.Stories[i], words) {
				l.shown = append(l.shown, i)
			}
		}
	}
	l.sifted = by
	l.order.sort(m.corpus.Stories, l.shown)
	l.story = max(slices.Index(l.shown, was), 0)
	l.right = l.right && l.selected() == was && was >= 0
}

// sifting is by what stories pass: what was typed, and what was found in texts.
type sifting struct{ filter, query string }

// narrows reports whether only stories can pass that did so before.
func (by sifting) narrows(before sifting) bool {
	return before.filter != "" && by.query == before.query && strings.HasPrefix(by.filter, before.filter)
}

func (l *library) passes(s *corpus.Story, words text.Filter) bool {
	// The names of all stories take too long to read for nothing.
	return len(words) == 0 || words.Passes(namesOf(s)...) || l.finding.in(s, l.filter.text) != ""
}

// row describes a story in the list. What the names say goes before the text.
func (l *library) row(s *corpus.Story) view.StoryRow {
	found, words := "", text.NewFilter(l.filter.text)
	if !words.Passes(namesOf(s)...) {
		found = l.finding.in(s, l.filter.text)
	}
	return storyRow(s, words, found)
}

func (l *library) filtered(m *model) tea.Cmd {
	cmd := l.finding.ask(m, l.filter.text)
	l.applyFilter(m)
	return tea.Batch(cmd, l.look(m))
}

func (l *library) undo(m *model) (tea.Cmd, bool) {
	l.note = ""
	switch {
	case l.asked != nil:
		l.asked = nil
	case l.joining >= 0:
		l.joining = -1
	case l.right:
		l.right = false
	case l.filter.text != "":
		l.filter = field{}
		return l.filtered(m), true
	default:
		return nil, false
	}
	return nil, true
}

func (l *library) act(m *model, a action) tea.Cmd {
	l.note, m.memory.before = "", nil
	if cmd, done := l.answer(m, a); done {
		return cmd
	}
	switch a {
	case unwrite:
		return l.unwrite(m)
	case startFilter:
		l.filter.typing, l.right = true, false
		return nil
	case sortStories:
		l.order = (l.order + 1) % numOrders
		l.applyFilter(m)
		return l.look(m)
	case showProblems:
		if len(m.corpus.Problems)+len(m.corpus.Passed) == 0 {
			l.note = "every file could be read"
			return nil
		}
		m.enter(&problems{lines: problemLines(m.corpus.Problems), passed: m.corpus.Passed.String()})
		return nil
	}
	at := l.selected()
	if at < 0 {
		return nil
	}
	story := &m.corpus.Stories[at]
	switch a {
	case open:
		switch {
		case !l.right:
			l.right = true
		case len(story.Versions) > 1:
			return l.openComparison(m)
		default:
			return l.readAlone(m)
		}
	case switchFocus:
		l.right = !l.right
	case readVersion:
		return l.readAlone(m)
	case joinStories:
		l.join(m, at)
	case splitVersion:
		l.split(m, story, l.versions[at])
	case markA:
		l.mark(story, at, 0)
	case markB:
		l.mark(story, at, 1)
	default:
		if l.right {
			l.versions[at] = moved(l.versions[at], len(story.Versions), m.height/3, a)
			return l.read(m)
		}
		l.story = moved(l.story, len(l.shown), m.height/3, a)
		return l.look(m)
	}
	return nil
}

// mark makes the selected version a side. If it was the other one, the two
// change places.
func (l *library) mark(story *corpus.Story, at, side int) {
	marks := l.marksOf(at, story)
	v := l.versions[at]
	if marks[1-side] == v {
		marks[1-side] = marks[side]
	}
	marks[side] = v
	l.marks[at] = marks
}

// marksOf returns the versions that are sides A and B of a story, in the
// beginning the closest two that differ in words; equal where it has only one version.
func (l *library) marksOf(at int, story *corpus.Story) [2]int {
	if marks, ok := l.marks[at]; ok {
		return marks
	}
	return closest(story, l.twinsAt(at, story))
}

func (l *library) openComparison(m *model) tea.Cmd {
	at := l.selected()
	story := &m.corpus.Stories[at]
	r := newReading(story, l.marksOf(at, story))
	r.was, r.sought = m.remembered(story, r.sides), l.sought()
	r.listed = true
	m.enter(r)
	return r.compare(m)
}

func (l *library) readAlone(m *model) tea.Cmd {
	at := l.selected()
	story := &m.corpus.Stories[at]
	return m.readAlone(story, l.versions[at], m.rememberedAlone(story, l.versions[at]), search{at: -1}, l.sought())
}

func (l *library) screen(m *model) view.Screen {
	// No screen shows more than its height on either side of the selected story.
	from, to := max(l.story-m.height, 0), min(l.story+m.height+1, len(l.shown))
	rows := make([]view.StoryRow, 0, max(to-from, 0))
	for _, i := range l.shown[from:max(to, from)] {
		row := l.row(&m.corpus.Stories[i])
		row.Joining = i == l.joining
		rows = append(rows, row)
	}
	s := view.Library{
		Stories: rows, Before: from, After: len(l.shown) - from - len(rows), Total: len(m.corpus.Stories), Story: l.story, Right: l.right,
		Filter: l.filter.text, Typing: l.filter.typing, Order: l.order.String(),
		Problems: problemLines(m.corpus.Problems), Note: l.note, Hints: l.hints(m),
		ProblemKey: m.keys.first(showProblems),
	}
	if m.loading != nil && s.Note == "" && !l.filter.typing {
		s.Note = loadingNote(m.loading)
	}
	at := l.selected()
	if at < 0 {
		return s
	}
	story := &m.corpus.Stories[at]
	marks := l.marksOf(at, story)
	for i := range story.Versions {
		row := versionRow(&story.Versions[i])
		if twin := l.twinOf(at, i, story); twin >= 0 && story.Versions[i].Match == corpus.SameText {
			row.Match = fmt.Sprintf("same as %d", twin+1)
		}
		switch {
		case marks[0] == marks[1]:
		case i == marks[0]:
			row.Mark = 'a'
		case i == marks[1]:
			row.Mark = 'b'
		}
		s.Versions = append(s.Versions, row)
	}
	s.Version = l.versions[at]
	s.Shares = l.shares[at]
	if whys := l.whys[at]; s.Version < len(whys) {
		s.Why = whyLine(story, &whys[s.Version])
	}
	if d := story.Versions[s.Version].Document; d.Held() {
		s.Opening = opening(d)
	} else if d == l.opened.document {
		s.Opening = l.opened.lines
	}
	return s
}
