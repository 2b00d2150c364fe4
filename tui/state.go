package tui

import (
	"path/filepath"
	"slices"

	"variorum/corpus"
	"variorum/diff"
	"variorum/tui/view"
)

// State is what a reader remembers: how it showed comparisons, and where it was
// in each story. Run begins with that of earlier runs and returns what this one
// adds to it; nil and "" stand for what did not change. It is plain data that
// may come from a file: what makes no sense in it is passed over.
type State struct {
	Layout  string       `json:"layout,omitempty"` // as view.ParseLayout reads it
	Fold    *bool        `json:"fold,omitempty"`
	Ignore  *[]string    `json:"ignore,omitempty"` // as diff.ParseTiers reads them
	Stories []StoryState `json:"stories"`          // those that were read come first, the last one before all
}

// StoryState is what is remembered of a story: the versions that were its
// sides, by their ids, and where the reader was in them. By their files they
// are known again after somebody wrote in them.
type StoryState struct {
	Story   string    `json:"story"`
	Sides   [2]string `json:"sides"`
	Files   [2]string `json:"files,omitzero"`
	Version string    `json:"version,omitempty"` // that was read last: alone, or on the side with the focus
	Top     *Spot     `json:"top,omitempty"`     // the first line on the screen
	Across  *int      `json:"across,omitempty"`  // the paragraph of the other side that faces it
	Current *Spot     `json:"current,omitempty"` // the difference under the cursor, if it was on the screen
	Alone   *Alone    `json:"alone,omitempty"`
	At      *Spot     `json:"at,omitempty"` // what was last gone to, if that was on the screen: Current is a difference
}

// Spot is a place in one of two texts, which is the same however wide they are
// set: a paragraph of a side, a byte of it, and how many rows below that.
type Spot struct {
	Side      int `json:"side"`
	Paragraph int `json:"paragraph"`
	At        int `json:"at"`
	Rows      int `json:"rows,omitempty"`
}

// memory is the state of a reader while it runs.
type memory struct {
	began   State // how comparisons were shown at the start
	folder  string
	stories map[string]StoryState
	files   map[[2]string]StoryState
	read    []string       // the stories of this run, the one read last at the end
	before  map[string]int // those of earlier runs, from 0 for the one read last; nil once one is selected by hand
}

// recall takes a state over into a model that has just been made.
func (m *model) recall(s State, folder string) {
	if l, err := view.ParseLayout(s.Layout); err == nil {
		m.layout = l
	}
	if s.Fold != nil {
		m.fold = *s.Fold
	}
	if s.Ignore != nil {
		if tiers, err := diff.ParseTiers(*s.Ignore); err == nil {
			m.ignore = tiers
		}
	}
	m.memory = memory{began: m.showing(), folder: folder, stories: map[string]StoryState{}, files: map[[2]string]StoryState{}, before: map[string]int{}}
	for i, story := range slices.Backward(s.Stories) {
		m.memory.keep(story)
		m.memory.before[story.Story] = i
	}
}

func (m *memory) keep(s StoryState) {
	m.stories[s.Story] = s
	if s.Files != [2]string{} {
		m.files[s.Files] = s
	}
}

// showing is how the reader shows comparisons now.
func (m *model) showing() State {
	fold, ignore := m.fold, m.ignore.Names()
	return State{Layout: m.layout.String(), Fold: &fold, Ignore: &ignore}
}

// state returns what is to be remembered of this run.
func (m *model) state() State {
	for _, r := range all[*reading](m.places) {
		m.remember(r)
	}
	for _, b := range all[*book](m.places) {
		m.rememberAlone(b)
	}
	now, began := m.showing(), m.memory.began
	var s State
	if now.Layout != began.Layout {
		s.Layout = now.Layout
	}
	if *now.Fold != *began.Fold {
		s.Fold = now.Fold
	}
	if !slices.Equal(*now.Ignore, *began.Ignore) {
		s.Ignore = now.Ignore
	}
	marked := m.marked()
	for _, id := range slices.Backward(m.memory.read) {
		of := func(s StoryState) bool { return s.Story == id }
		if i := slices.IndexFunc(marked, of); i >= 0 {
			s.Stories = append(s.Stories, marked[i])
			marked = slices.Delete(marked, i, i+1)
		} else {
			s.Stories = append(s.Stories, m.memory.stories[id])
		}
	}
	s.Stories = append(s.Stories, marked...)
	return s
}

// marked returns the stories of which other sides were chosen than those that
// were compared last.
func (m *model) marked() (out []StoryState) {
	l := m.library()
	if l == nil {
		return nil
	}
	for at := range m.corpus.Stories {
		story := &m.corpus.Stories[at]
		marks, chosen := l.marks[at]
		ids := idsOf(story, marks)
		if !chosen || m.memory.stories[story.ID].Sides == ids {
			continue
		}
		before := m.memory.stories[story.ID]
		s := StoryState{Story: story.ID, Sides: ids, Version: before.Version, Alone: before.Alone}
		if was := m.remembered(story, marks); was != nil {
			s = *was
		}
		out = append(out, s)
	}
	return out
}

// remember keeps where a reading is. One that never came to show anything has
// not been anywhere, and one that the library did not open was only a look at
// something.
func (m *model) remember(r *reading) {
	if r.page == nil || !r.listed {
		return
	}
	id := r.story.ID
	s := StoryState{Story: id, Sides: idsOf(r.story, r.sides), Files: m.filesOf(r.story, r.sides),
		Version: r.story.Versions[r.sides[r.focus]].ID, Alone: m.memory.stories[id].Alone}
	if top, ok := spotOf(r.page, r.top); ok {
		s.Top = &top
		if across, _, ok := r.page.At(r.top, diff.Side(1-top.Side)); ok {
			s.Across = &across
		}
	}
	if r.seen(r.current) {
		s.Current = changeSpot(r.page, r.current)
	}
	if r.there() && r.gone == toMark {
		s.At = s.Current
	} else if r.there() {
		s.At = new(r.spot)
	}
	m.memory.keep(s)
	m.memory.read = append(slices.DeleteFunc(m.memory.read, func(other string) bool { return other == id }), id)
}

// remembered returns where the reader was in two versions of a story, whichever
// of them was which side; or, where none of this wording was read, in what
// their files said before. Then the paragraph that faced the first line is not
// told, for another may by now.
func (m *model) remembered(story *corpus.Story, sides [2]int) *StoryState {
	ids := idsOf(story, sides)
	if was, ok := m.memory.stories[story.ID]; ok {
		switch was.Sides {
		case ids:
			return &was
		case exchanged(ids):
			return was.exchanged()
		}
	}
	files := m.filesOf(story, sides)
	was, ok := m.memory.files[files]
	if !ok {
		was, ok = m.memory.files[exchanged(files)]
		was = *was.exchanged()
	}
	if !ok || files == [2]string{} {
		return nil
	}
	was.Story, was.Sides, was.Across = story.ID, ids, nil
	return &was
}

// exchanged is the same place with A for B.
func (s StoryState) exchanged() *StoryState {
	s.Sides, s.Files = exchanged(s.Sides), exchanged(s.Files)
	s.Top, s.Current, s.At = s.Top.exchanged(), s.Current.exchanged(), s.At.exchanged()
	return &s
}

func exchanged(names [2]string) [2]string { return [2]string{names[1], names[0]} }

// filesOf returns where the sides of a story are on the disk, if they are.
func (m *model) filesOf(story *corpus.Story, sides [2]int) (files [2]string) {
	if m.memory.folder == "" || !m.files {
		return files
	}
	for i, v := range sides {
		if files[i] = story.Versions[v].Path; !filepath.IsAbs(files[i]) {
			files[i] = filepath.Join(m.memory.folder, files[i])
		}
	}
	return files
}

func (s *Spot) exchanged() *Spot {
	if s == nil {
		return nil
	}
	other := *s
	other.Side = 1 - other.Side
	return &other
}

func idsOf(story *corpus.Story, sides [2]int) (ids [2]string) {
	for i, v := range sides {
		ids[i] = story.Versions[v].ID
	}
	return ids
}

// sidesOf returns the versions of a story that were its sides, if both are
// still there.
func (s *StoryState) sidesOf(story *corpus.Story) (sides [2]int, ok bool) {
	for i, id := range s.Sides {
		sides[i] = slices.IndexFunc(story.Versions, func(v corpus.Version) bool { return v.ID == id })
		if sides[i] < 0 {
			return sides, false
		}
	}
	return sides, sides[0] != sides[1]
}

// resume goes to where the reader was, and reports whether it could.
func (r *reading) resume(was *StoryState) bool {
	if was == nil || was.Top == nil || !was.Top.possible() {
		return false
	}
	top := was.Top
	r.scrollTo(r.page.RowOf(diff.Side(top.Side), top.Paragraph, top.At) + top.Rows)
	r.current, r.gone = -1, nowhere
	if at := was.Current; at != nil && at.possible() {
		r.current = slices.IndexFunc(r.page.Changes, func(ch view.Change) bool {
			return slices.Contains(spotsOf(r.page, &ch, at.Side), *at)
		})
	}
	switch at := was.At; {
	case at == nil || !at.possible():
	case r.current >= 0 && *at == *was.Current:
		r.gone = toMark
	default:
		r.gone, r.spot = toSpot, *at
	}
	if r.current >= 0 && !r.seen(r.current) { // there is less room on this screen
		r.reveal(r.page.Changes[r.current].Row)
	}
	return true
}

// maxSpotRows bounds how far a spot is from words of its text.
const maxSpotRows = 10_000

func (s *Spot) possible() bool {
	return (s.Side == 0 || s.Side == 1) && s.Paragraph >= 0 && s.At >= 0 && abs(s.Rows) <= maxSpotRows
}

// spotOf returns the spot of a row of a sheet, on the side whose words are
// nearest to it.
func spotOf(p sheet, row int) (best Spot, ok bool) {
	for side := range 2 {
		block, at, has := p.At(row, diff.Side(side))
		if !has {
			continue
		}
		spot := Spot{side, block, at, row - p.RowOf(diff.Side(side), block, at)}
		if !ok || abs(spot.Rows) < abs(best.Rows) {
			best, ok = spot, true
		}
	}
	return best, ok && best.possible()
}

// changeSpot returns where a change of a page begins, nil if it is nowhere.
func changeSpot(p *view.Page, change int) *Spot {
	for side := range 2 {
		if spots := spotsOf(p, &p.Changes[change], side); len(spots) > 0 {
			return &spots[0]
		}
	}
	return nil
}

// spotsOf returns where the parts of a change begin that have words on a side.
func spotsOf(p *view.Page, ch *view.Change, side int) (spots []Spot) {
	var places []diff.Place
	for _, sh := range ch.Shared {
		places = append(places, sh.Places[side])
	}
	for _, d := range ch.Differences {
		places = append(places, p.Comparison.Differences[d].Places[side])
	}
	sentences := p.Comparison.Texts[side].Sentences
	for _, at := range places {
		if at.Sentence >= 0 && at.Sentence < len(sentences) && !at.Empty() {
			s := &sentences[at.Sentence]
			spots = append(spots, Spot{Side: side, Paragraph: s.Block, At: s.Span.Start + at.Start})
		}
	}
	return spots
}
