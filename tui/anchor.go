package tui

import "variorum/tui/view"

// anchor is what is held of a text while the screen changes its size, or the text
// how it is set: where the reader was at the last move, and not what became of
// that on the screens since. So whoever comes back to a size finds the same
// screen.
type anchor struct {
	set   bool
	left  stance // what the text was last set anew with: while it is that, nobody has moved
	match int    // and the match of a search

	top    *Spot       // the first line of the screen; nil where it is the first of all, or nothing tells it
	line   int         // of the screen on which the reader was, -1 where that is no place gone to
	search *view.Match // that the search was at
}

// hold takes the screen as it is for what is held, if the reader has moved since
// the text was last set.
func (w *window[S]) hold() {
	a := &w.anchor
	if a.set && a.left == w.stance && a.match == w.search.at {
		return
	}
	*a = anchor{set: true, line: -1}
	if at, ok := spotOf(w.page, w.top); ok && w.top > 0 {
		a.top = &at
	}
	if w.there() {
		a.line = w.line() - w.top
	}
	if w.search.at >= 0 {
		match := w.search.matches.At(w.search.at)
		a.search = &match
	}
}

// held shows what is held, in the text as it is set now. A search that is being
// typed goes on from there.
func (w *window[S]) held() {
	a := &w.anchor
	if a.search != nil && w.search.on() { // it may have been ended since
		w.search.at = w.search.matches.Index(*a.search)
	}
	place, ok := w.goneTo()
	switch {
	case ok && a.line >= 0:
		w.scrollTo(place - a.line)
		w.scrollTo(inSight(w.top, place, w.page.Height(), w.rows))
	case a.top != nil:
		w.scrollTo(w.lineOf(*a.top))
	default:
		w.scrollTo(0)
	}
	a.left, a.match = w.stance, w.search.at
	w.searchFrom()
}

// resize makes the screen show so many lines.
func (w *window[S]) resize(rows int) {
	if rows != w.rows {
		w.hold()
		w.rows = rows
		w.held()
	}
}
