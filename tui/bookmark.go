package tui

import (
	"variorum/collation"
	"variorum/diff"
)

// choose selects the next reading of the place under the cursor.
func (b *book) choose(m *model) {
	if b.current < 0 {
		b.note = m.keys.say("no reading is under the cursor; %s and %s go to one", nextChange, previousChange)
		return
	}
	n := len(b.page.Apparatus.Units[b.current].Readings)
	if n == 1 {
		b.note = "there is no other reading here"
	}
	b.reading = (b.reading + 1) % n
}

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
