package tui

import (
	"sort"

	"variorum/collation"
	"variorum/diff"
)

// The cursor of a book is one of the places where others read otherwise. It
// moves as that of a reading does.

// step goes to the next place, or with -1 to the one before; from the screen
// where the cursor is out of sight.
func (b *book) step(by int) {
	rows := b.leaf.Rows
	if len(rows) == 0 {
		b.note = "no other version reads otherwise"
		return
	}
	next := b.current + by
	if !b.seen(b.current) {
		next = sort.SearchInts(rows, b.top)
		if by < 0 {
			next--
		}
	}
	switch {
	case next < 0:
		b.note = "no place before this one where others read otherwise"
	case next >= len(rows):
		b.note = "no place after this one where others read otherwise"
	default:
		b.goTo(next)
	}
}

// goTo puts the cursor on a place, with some lines of the text around it.
func (b *book) goTo(unit int) {
	b.current, b.reading = unit, 0
	row, margin := b.leaf.Rows[unit], b.rows/5
	if row < b.top+margin || row >= b.top+b.rows-margin {
		b.scrollTo(row - b.rows/3)
	}
}

// seen reports whether a place is on the screen.
func (b *book) seen(unit int) bool {
	return unit >= 0 && b.leaf.Rows[unit] >= b.top && b.leaf.Rows[unit] < b.top+b.rows
}

// follow moves the cursor to the first place on the screen when its own was
// scrolled away.
func (b *book) follow() {
	if b.current < 0 || b.seen(b.current) {
		return
	}
	if first := sort.SearchInts(b.leaf.Rows, b.top); first < len(b.leaf.Rows) && b.seen(first) {
		b.current, b.reading = first, 0
	}
}

// paragraph goes to the next paragraph, or with -1 to the one before.
func (b *book) paragraph(by int) {
	rows := b.leaf.Paragraphs
	i := sort.SearchInts(rows, b.top) - 1
	if by > 0 {
		i = sort.SearchInts(rows, b.top+1)
	}
	switch {
	case i < 0:
		b.scrollTo(0)
	case i < len(rows):
		b.scrollTo(rows[i])
	}
	b.follow()
}

// choose selects the next reading of the place under the cursor.
func (b *book) choose(m *model) {
	if b.current < 0 {
		b.note = m.keys.say("no reading is under the cursor; %s and %s go to one", nextChange, previousChange)
		return
	}
	n := len(b.leaf.Apparatus.Units[b.current].Readings)
	if n == 1 {
		b.note = "there is no other reading here"
	}
	b.reading = (b.reading + 1) % n
}

func (b *book) scrollTo(top int) { b.top = max(min(top, lastTop(b.leaf.Lines, b.rows)), 0) }

// landing returns where in the text of a side a reading is.
func (r *reading) landing(s diff.Side) landing {
	if r.page == nil || r.top == 0 && r.current < 0 {
		return landing{}
	}
	row, line := r.top, 0
	if r.current >= 0 && r.seen(r.current) {
		row = r.page.Changes[r.current].Row
		if end := r.page.Changes[r.current].Ends[s]; end >= 0 {
			row = end
		}
		line = r.rows / 3
	}
	block, at, _ := r.page.At(row, s)
	return landing{at: collation.Position{Block: block, Offset: at}, line: line}
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
