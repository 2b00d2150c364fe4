package tui

import (
	tea "charm.land/bubbletea/v2"

	"variorum/text"
	"variorum/tui/view"
)

// search is what a reader looks for in a text. While it is typed the page goes
// to the first match from where the reader was; once it is kept, n and N go
// through the matches, until esc ends it.
type search struct {
	text    string
	matches *view.Matches // nil while nothing is looked for
	at      int           // the match that the reader is at, -1 for none

	line         int // from which it looks for the first match
	top, current int // where the reader was
}

func (s *search) on() bool { return s.matches != nil }

func (w *window[S]) startSearch() {
	w.search = search{at: -1, line: w.line(), top: w.top, current: w.current}
	w.sought = nil
	w.ask('/')
}

// searchFor looks for what was typed so far.
func (w *window[S]) searchFor(typed string) {
	s := &w.search
	s.text, s.matches, s.at = typed, nil, -1
	pattern := text.NewPattern(typed)
	if !pattern.Empty() {
		s.matches = w.page.Find(pattern)
	}
	if s.matches == nil || s.matches.Len() == 0 {
		w.top, w.current = s.top, s.current
		return
	}
	w.toMatch(s.matches.From(s.line) % s.matches.Len())
}

// keepSearch ends the typing: the matches stay if there are any.
func (w *window[S]) keepSearch() {
	s := &w.search
	if s.on() && s.matches.Len() > 0 {
		return
	}
	if s.on() {
		w.note = "no match for “" + s.text + "”"
	}
	w.search = search{at: -1}
}

// stepMatch goes to the next match, or with -1 to the one before.
func (w *window[S]) stepMatch(by int) {
	s := &w.search
	n := s.matches.Len()
	switch next := w.beside(s.at, by, n, func(i int) int { return s.matches.At(i).Row }); {
	case n == 0:
		w.note = "no match for “" + s.text + "” here"
	case next < 0:
		w.note = "no match before this one"
	case next >= n:
		w.note = "no match after this one"
	default:
		w.toMatch(next)
	}
}

// toMatch makes a match the one that the reader is at, and brings it on the
// screen. The cursor is on the mark that touches it, if one does.
func (w *window[S]) toMatch(i int) {
	m := w.search.matches.At(i)
	w.search.at, w.current, w.ended = i, w.page.MarkAt(m), false
	w.reveal(m.Row)
}

// seesMatch reports whether the match that the reader is at is on the screen.
func (w *window[S]) seesMatch() bool {
	return w.search.on() && w.search.at >= 0 && w.shows(w.search.matches.At(w.search.at).Row)
}

// searchAgain finds the matches on a page that has taken the place of another,
// whose top row was at top. The match that the reader is at stays on its line
// of the screen if it is on the screen.
func (w *window[S]) searchAgain(top int) {
	s := &w.search
	s.line, s.top, s.current = w.top, w.top, w.current
	if !s.on() {
		return
	}
	old := s.matches
	s.matches = w.page.Find(text.NewPattern(s.text))
	if s.at < 0 {
		return
	}
	was := old.At(s.at)
	s.at = s.matches.Index(was)
	if line := was.Row - top; s.at >= 0 && line >= 0 && line < w.rows {
		w.scrollTo(s.matches.At(s.at).Row - line)
	}
}

// searchFirst finds the matches on the first page of another text: those of the
// search that is on, or else of what the text was opened for, as soon as one has
// it.
func (w *window[S]) searchFirst() {
	w.search.at = -1
	w.searchAgain(0)
	for _, words := range w.sought {
		if w.search.on() {
			break
		}
		w.search = search{at: -1, line: w.line(), top: w.top, current: w.current}
		if w.searchFor(words); w.search.matches == nil || w.search.matches.Len() == 0 {
			w.search = search{at: -1}
		}
	}
	if w.search.on() {
		w.sought = nil
	}
}

// undo ends a search.
func (w *window[S]) undo(*model) (tea.Cmd, bool) {
	if !w.search.on() {
		return nil, false
	}
	w.note, w.search = "", search{at: -1}
	return nil, true
}
