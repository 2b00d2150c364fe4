package tui

import "variorum/diff"

// stance is where a reader is in a text. It is at what was last gone to for as
// long as that is on the screen, and else at the top of the screen: this is the
// place of which the status line, and what copies and edits, speak.
type stance struct {
	top     int  // first line on the screen
	current int  // the mark under the cursor, -1 for none
	gone    gone // what was last gone to
	spot    Spot // which, where that is a spot
}

// gone is what a reader has last gone to.
type gone uint8

const (
	nowhere gone = iota
	toMark       // the one under the cursor
	toSpot       // a paragraph, or the match of a search
)

// goneTo returns the line of what the reader last went to.
func (w *window[S]) goneTo() (line int, ok bool) {
	switch {
	case w.gone == toMark && w.current >= 0:
		return w.page.MarkedLine(w.current), true
	case w.gone == toSpot:
		return w.lineOf(w.spot), true
	}
	return 0, false
}

// there reports whether the reader is still at what was last gone to.
func (w *window[S]) there() bool {
	line, ok := w.goneTo()
	return ok && w.shows(line)
}

// line returns the one that the reader is at.
func (w *window[S]) line() int {
	if line, ok := w.goneTo(); ok && w.shows(line) {
		return line
	}
	return w.top
}

// cursor returns where the reader is in the text of the side with the focus: a
// block and a byte of it. Only a side without any text has no such place.
func (w *window[S]) cursor() (block, at int, ok bool) {
	if w.gone == toSpot && w.there() && w.spot.Side == int(w.focus) && w.spot.Paragraph < w.page.Blocks(w.focus) {
		return w.spot.Paragraph, w.spot.At, true
	}
	return w.page.At(w.line(), w.focus)
}

// said returns the mark under the cursor if some of it is on the screen, else -1:
// nobody speaks of what is not to be seen.
func (w *window[S]) said() int {
	if w.current >= 0 && w.page.MarkedIn(w.current, w.top, w.top+w.rows) {
		return w.current
	}
	return -1
}

// paragraph goes to the next paragraph that shows of the side with the focus, or
// with -1 to the one before. The beginning of the one where the reader is comes
// first where it is above the screen.
func (w *window[S]) paragraph(by int) {
	block, _, ok := w.cursor()
	if !ok {
		return
	}
	start := w.page.RowOf(w.focus, block, 0)
	if by < 0 && start < w.top {
		w.toParagraph(block)
		return
	}
	for b := block + by; b >= 0 && b < w.page.Blocks(w.focus); b += by {
		if is, _, ok := w.page.At(w.page.RowOf(w.focus, b, 0), w.focus); ok && is == b {
			w.toParagraph(b)
			return
		}
	}
	w.note = "no paragraph after this one"
	if by < 0 {
		w.note = "no paragraph before this one"
		w.scrollTo(0)
	}
}

// toParagraph goes to a block of the side with the focus: it is on top if there is
// enough below it. The cursor goes to the first mark from there on.
func (w *window[S]) toParagraph(block int) {
	w.gone, w.spot = toSpot, Spot{Side: int(w.focus), Paragraph: block}
	w.ended, w.search.at = false, -1
	line := w.lineOf(w.spot)
	w.scrollTo(line)
	if w.current >= 0 {
		w.toMarkFrom(line)
	}
	w.follow()
}

// toPlace goes to where no paragraph is meant: so far down the text.
func (w *window[S]) toPlace(top int) {
	w.scrollTo(top)
	w.ended, w.gone = false, nowhere
	w.follow()
}

func (w *window[S]) lineOf(s Spot) int {
	return w.page.RowOf(diff.Side(s.Side), s.Paragraph, s.At) + s.Rows
}
