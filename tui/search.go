package tui

import (
	tea "charm.land/bubbletea/v2"

	"variorum/text"
	"variorum/tui/view"
)

// search is what a reader looks for in both texts. While it is typed the page
// goes to the first match from where the reader was; once it is kept, n and N
// go through the matches, until esc ends it.
type search struct {
	text    string
	matches *view.Matches // nil while nothing is looked for
	at      int           // the match that the reader is at, -1 for none

	row          int // from which it looks for the first match
	top, current int // where the reader was
}

func (s *search) on() bool { return s.matches != nil }

func (r *reading) startSearch() {
	r.search = search{at: -1, row: r.cursorRow(), top: r.top, current: r.current}
	r.ask('/')
}

// searchFor looks for what was typed so far.
func (r *reading) searchFor(typed string) {
	s := &r.search
	s.text, s.matches, s.at = typed, nil, -1
	pattern := text.NewPattern(typed)
	if !pattern.Empty() {
		s.matches = r.page.Find(pattern)
	}
	if s.matches == nil || s.matches.Len() == 0 {
		r.top, r.current = s.top, s.current
		return
	}
	r.toMatch(s.matches.From(s.row) % s.matches.Len())
}

// keepSearch ends the typing: the matches stay if there are any.
func (r *reading) keepSearch() {
	s := &r.search
	if s.on() && s.matches.Len() > 0 {
		return
	}
	if s.on() {
		r.note = "no match for “" + s.text + "”"
		if r.as.options.Fold {
			r.note += " in what is not folded"
		}
	}
	r.search = search{at: -1}
}

// stepMatch goes to the next match, or with -1 to the one before. If the last
// one is out of sight, the step is taken from the screen.
func (r *reading) stepMatch(by int) {
	s := &r.search
	next := s.at + by
	if !r.seesMatch() {
		if next = s.matches.From(r.top); by < 0 {
			next--
		}
	}
	switch {
	case s.matches.Len() == 0:
		r.note = "no match for “" + s.text + "” here"
	case next < 0:
		r.note = "no match before this one"
	case next >= s.matches.Len():
		r.note = "no match after this one"
	default:
		r.toMatch(next)
	}
}

// toMatch makes a match the one that the reader is at, and brings it on the
// screen. The cursor is on the difference that touches it, if one does.
func (r *reading) toMatch(i int) {
	m := r.search.matches.At(i)
	r.search.at, r.current = i, r.page.ChangeAt(m)
	r.reveal(m.Row)
}

// seesMatch reports whether the match that the reader is at is on the screen.
func (r *reading) seesMatch() bool {
	if !r.search.on() || r.search.at < 0 {
		return false
	}
	row := r.search.matches.At(r.search.at).Row
	return row >= r.top && row < r.top+r.rows
}

// searchAgain finds the matches on a page that has taken the place of another,
// whose top row was at top. The match that the reader is at stays on its line
// of the screen if it is on the screen.
func (r *reading) searchAgain(top int) {
	s := &r.search
	s.row, s.top, s.current = r.top, r.top, r.current
	if !s.on() {
		return
	}
	old := s.matches
	s.matches = r.page.Find(text.NewPattern(s.text))
	if s.at < 0 {
		return
	}
	was := old.At(s.at)
	s.at = s.matches.Index(was)
	if line := was.Row - top; s.at >= 0 && line >= 0 && line < r.rows {
		r.scrollTo(s.matches.At(s.at).Row - line)
	}
}

// undo ends a search.
func (r *reading) undo(*model) (tea.Cmd, bool) {
	if !r.search.on() {
		return nil, false
	}
	r.note, r.search = "", search{at: -1}
	return nil, true
}
