package tui

import (
	"slices"

	"variorum/collation"
	"variorum/diff"
	"variorum/tui/view"
)

// choose selects the next reading of the place under the cursor.
func (b *book) choose(m *model) {
	if b.said() < 0 {
		b.note = m.keys.say("no reading is under the cursor; %s and %s go to one", nextChange, previousChange)
		return
	}
	n := len(b.page.Apparatus.Units[b.current].Readings)
	if n == 1 {
		b.note = "there is no other reading here"
	}
	b.reading = (b.reading + 1) % n
}

// landing returns where in the text of the focused side a reading is.
func (r *reading) landing() landing {
	if r.page == nil || r.top == 0 && r.current < 0 && r.gone == nowhere {
		return landing{}
	}
	l := landing{line: r.line() - r.top}
	l.at.Block, l.at.Offset, _ = r.cursor()
	if r.seen(r.current) {
		l.mark, l.other = &l.at, r.sides[r.focus.Other()]
		if at, ok := r.changeAt(r.current); ok {
			l.mark = &at
		}
		if !r.there() { // the cursor followed
			l.at, l.line = *l.mark, r.page.MarkedLine(r.current)-r.top
		}
	}
	return l
}

// mark puts the cursor on the mark that the book was opened for, once all others
// are compared and if it is still on the screen.
func (b *book) mark() {
	if b.start.mark == nil || b.as.compared < len(b.others) {
		return
	}
	at := *b.start.mark
	b.start.mark = nil
	unit := b.page.MarkAt(view.Match{Block: at.Block, Start: at.Offset, End: at.Offset + 1})
	if unit < 0 { // words that only others have stand behind a word
		unit = b.page.MarkAt(view.Match{Block: at.Block, Start: at.Offset - 1, End: at.Offset + 1})
	}
	if b.seen(unit) && b.current < 0 && !b.search.on() {
		b.current = unit
		b.reading = b.readingOf(unit, b.start.other)
		if b.gone == nowhere {
			b.gone = toMark
		}
	}
}

// readingOf returns which of the readings at a mark a version has, the first where
// it reads as the text does.
func (b *book) readingOf(unit, version int) int {
	return max(0, slices.IndexFunc(b.page.Apparatus.Units[unit].Readings, func(r collation.Reading) bool {
		return slices.Contains(r.Witnesses, version)
	}))
}

// land goes to the place that a reading was opened for.
func (r *reading) land() {
	if i := r.page.ChangeIn(diff.A, r.aim.From, r.aim.To); i >= 0 {
		r.goTo(i)
	} else {
		r.scrollTo(r.page.RowOf(diff.A, r.aim.From.Block, r.aim.From.Offset) - r.rows/3)
	}
	r.aim = nil
}
