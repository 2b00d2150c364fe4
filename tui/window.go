package tui

import (
	"variorum/diff"
	"variorum/text"
	"variorum/tui/view"
)

// sheet is a text that was set in lines: the page of a comparison, or the leaf
// of a book.
type sheet interface {
	Height() int // how many lines there are

	// The paragraphs are those of a side; of a leaf, that is A.
	Blocks(diff.Side) int
	At(line int, s diff.Side) (block, at int, ok bool)
	RowOf(s diff.Side, block, at int) int
	Labelled(s diff.Side, number string) (block int, ok bool) // the one with that at its head

	// The cursor goes through the places that are marked.
	Marks() int
	MarkedLine(mark int) int
	MarkedIn(mark, from, to int) bool // some of it is in these lines
	MarkAt(view.Match) int            // which of them a match touches, -1 for none

	Find(*text.Pattern) *view.Matches
}

// window is what all places have in common at which a text is read: a part of it
// is on the screen, a cursor is on one of its marks, and a line at the bottom
// takes what to search for and where to go.
//
// The cursor goes where n and N send it, and follows when the text is scrolled
// away from under it, so that the status line speaks of something that is on the
// screen.
type window[S sheet] struct {
	page S // nil while it is on its way
	stance
	rows   int // how many lines the screen shows
	focus  diff.Side
	ended  bool // the reader came from the end: what is on the screen is before it
	note   string
	prompt prompt
	search search
	anchor anchor
	sought []string // what it was opened for: the first of these that stands in it is searched for
}

func (w *window[S]) scrollTo(top int) {
	w.top = max(min(top, lastTop(w.page.Height(), w.rows)), 0)
}

// scroll does what the keys do that move through any text. At the ends the
// cursor is let go: from there the first mark is the next, or the last one the
// one before.
func (w *window[S]) scroll(a action) {
	w.scrollTo(scrolled(w.top, w.page.Height(), w.rows, a))
	if a == home || a == end {
		w.current, w.search.at, w.ended, w.gone = -1, -1, a == end, nowhere
		if last := w.page.Blocks(w.focus) - 1; a == end && last >= 0 {
			w.gone, w.spot = toSpot, Spot{Side: int(w.focus), Paragraph: last}
		}
		return
	}
	w.follow()
}

// step goes to the next mark, or with -1 to the one before. What a mark is
// called, the caller says.
func (w *window[S]) step(by int, mark string) {
	n := w.page.Marks()
	switch next := w.beside(w.current, by, n, w.page.MarkedLine); {
	case n == 0:
		w.note = "there are no " + mark + "s"
	case next < 0:
		w.note = "no " + mark + " before this one"
	case next >= n:
		w.note = "no " + mark + " after this one"
	default:
		w.goTo(next)
	}
}

// beside returns which of n places comes after one of them, or with -1 before
// it. One that is out of sight, or stands before a place that the reader has gone
// to since, has been left behind: the step is taken from where the reader is, or
// below the screen after coming from the end.
func (w *window[S]) beside(at, by, n int, line func(int) int) int {
	from := w.line()
	if w.ended {
		from = w.top
	}
	switch {
	case at >= 0 && w.shows(line(at)) && line(at) >= from:
		return at + by
	case by < 0:
		end := from
		if w.ended {
			end += w.rows
		}
		for i := n - 1; i >= 0; i-- {
			if line(i) < end {
				return i
			}
		}
		return -1
	case w.ended && w.top == lastTop(w.page.Height(), w.rows):
		return n
	}
	for i := range n {
		if line(i) >= from {
			return i
		}
	}
	return n
}

// from returns the first mark at a line or below, as many as there are where
// none is.
func (w *window[S]) from(line int) int {
	n := w.page.Marks()
	for i := range n {
		if w.page.MarkedLine(i) >= line {
			return i
		}
	}
	return n
}

// goTo puts the cursor on a mark, and brings it on the screen with some of what
// stands before it: it is left where it is if that much is in sight.
func (w *window[S]) goTo(mark int) {
	w.current, w.ended, w.gone = mark, false, toMark
	w.reveal(w.page.MarkedLine(mark))
}

func (w *window[S]) reveal(line int) {
	margin := w.rows / 5
	if line < w.top+margin || line >= w.top+w.rows-margin {
		w.scrollTo(line - w.rows/3)
	}
}

func (w *window[S]) shows(line int) bool { return line >= w.top && line < w.top+w.rows }

// seen reports whether a mark is on the screen.
func (w *window[S]) seen(mark int) bool { return mark >= 0 && w.shows(w.page.MarkedLine(mark)) }

// follow moves the cursor to the first mark on the screen when its own was
// scrolled away. Where the reader had gone to is left behind when it was.
func (w *window[S]) follow() {
	if !w.there() {
		w.gone = nowhere
	}
	if w.current >= 0 && !w.seen(w.current) {
		w.toMarkFrom(w.top)
	}
}

// toMarkFrom puts the cursor on the first mark on the screen that is at a line or
// below, if there is one.
func (w *window[S]) toMarkFrom(line int) {
	if i := w.from(line); i < w.page.Marks() && w.seen(i) {
		w.current = i
	}
}
