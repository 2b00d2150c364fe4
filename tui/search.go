package tui

import (
	tea "charm.land/bubbletea/v2"

	"variorum/collation"
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
	missed  bool          // it has ended, for there is no match

	line int    // from which it looks for the first match
	was  stance // where the reader was
}

func (s *search) on() bool { return s.matches != nil }

func (w *window[S]) startSearch() {
	w.search = search{at: -1, line: w.line(), was: w.stance}
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
		w.stance = s.was
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
	missed := s.on()
	if missed {
		w.note = "no match for “" + s.text + "”"
	}
	w.search = search{at: -1, missed: missed}
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
	w.gone, w.spot = toSpot, Spot{Side: int(m.Side), Paragraph: m.Block, At: m.Start}
	w.reveal(m.Row)
}

// seesMatch reports whether the match that the reader is at is on the screen.
func (w *window[S]) seesMatch() bool {
	return w.search.on() && w.search.at >= 0 && w.shows(w.search.matches.At(w.search.at).Row)
}

// inFold reports whether the match that the reader is at is folded away.
func (w *window[S]) inFold() bool {
	return w.search.on() && w.search.at >= 0 && w.search.matches.At(w.search.at).Folded
}

// unfold shows the match that the reader has gone to where it is folded away, and
// with it all that is: folds are not told apart, and one key closes them again.
func (r *reading) unfold(m *model) tea.Cmd {
	if !r.inFold() {
		return nil
	}
	r.opened = true
	r.note = m.keys.say("the match was folded away; %s folds again", switchFolding)
	return r.fit(m)
}

// searchAgain finds the matches on a page that has taken the place of another.
// Which of them the reader is at, the caller says.
func (w *window[S]) searchAgain() {
	w.search.at = -1
	if w.search.on() {
		w.search.matches = w.page.Find(text.NewPattern(w.search.text))
	}
}

// searchFrom makes the place where the reader is the one from which a search that
// is being typed goes on.
func (w *window[S]) searchFrom() { w.search.line, w.search.was = w.line(), w.stance }

// searchFirst finds the matches on the first page of another text: those of the
// search that is on, or else of what the text was opened for, as soon as one has
// it.
func (w *window[S]) searchFirst() {
	w.searchAgain()
	w.searchFrom()
	for _, words := range w.sought {
		if w.search.on() {
			break
		}
		w.search = search{at: -1, line: w.line(), was: w.stance}
		if w.searchFor(words); w.search.matches == nil || w.search.matches.Len() == 0 {
			w.search = search{at: -1}
		}
	}
	if w.search.on() {
		w.sought = nil
	}
}

// carried is a search as it goes along to another text, which is looked through as
// soon as it is there.
func (s *search) carried() search {
	if !s.on() {
		return search{at: -1}
	}
	return search{text: s.text, at: -1, matches: &view.Matches{}}
}

// atMatch makes the match that begins at a place of side A, if one does, the one
// that the reader is at. The start of the text is where nobody has gone to.
func (w *window[S]) atMatch(place collation.Position) {
	if !w.search.on() || w.search.at >= 0 || place == (collation.Position{}) {
		return
	}
	if w.search.at = w.search.matches.Index(view.Match{Block: place.Block, Start: place.Offset}); w.search.at >= 0 {
		w.gone, w.spot = toSpot, Spot{Paragraph: place.Block, At: place.Offset}
	}
}

// undo ends a search. One that found nothing has ended, but whoever still reads
// that does not mean to leave the text.
func (w *window[S]) undo(*model) (tea.Cmd, bool) {
	if !w.search.on() && (!w.search.missed || w.note == "") {
		return nil, false
	}
	w.note, w.search = "", search{at: -1}
	return nil, true
}
