package tui

import (
	"math"
	"sort"

	"variorum/diff"
	"variorum/tui/view"
)

// The cursor of a reading is one of the changes of its page. It goes where n
// and N send it, and follows when the text is scrolled away from under it, so
// that the status line speaks of something that is on the screen.

// step goes to the next change, or with -1 to the one before. A cursor that is
// out of sight has been left behind: the step is taken from the screen.
func (r *reading) step(by int) {
	changes := r.page.Changes
	if len(changes) == 0 {
		r.note = "there are no differences"
		return
	}
	next := r.current + by
	if !r.seen(r.current) {
		next = r.fromScreen(by)
	}
	switch {
	case next < 0:
		r.note = "no difference before this one"
	case next >= len(changes):
		r.note = "no difference after this one"
	default:
		r.goTo(next)
	}
}

// fromScreen returns the first change from the top of the screen on, or with
// -1 the last one above it.
func (r *reading) fromScreen(by int) int {
	changes := r.page.Changes
	if by > 0 {
		return r.fromRow(r.top)
	}
	for i := len(changes) - 1; i >= 0; i-- {
		if changes[i].Row < r.top {
			return i
		}
	}
	return -1
}

// fromRow returns the first change at a row of the page or below.
func (r *reading) fromRow(row int) int {
	for i := range r.page.Changes {
		if r.page.Changes[i].Row >= row {
			return i
		}
	}
	return len(r.page.Changes)
}

// goTo makes a change the current one, and brings it on the screen with some
// of what stands before it: it is left where it is if that much is in sight.
func (r *reading) goTo(change int) {
	r.current = change
	r.reveal(r.page.Changes[change].Row)
}

func (r *reading) reveal(row int) {
	height := r.rows
	margin := height / 5
	if row < r.top+margin || row >= r.top+height-margin {
		r.scrollTo(row - height/3)
	}
}

// seen reports whether a change is on the screen.
func (r *reading) seen(change int) bool {
	if change < 0 {
		return false
	}
	row := r.page.Changes[change].Row
	return row >= r.top && row < r.top+r.rows
}

// follow moves the cursor to the first change on the screen when its own was
// scrolled away.
func (r *reading) follow() {
	if r.current < 0 || r.seen(r.current) {
		return
	}
	for i := range r.page.Changes {
		if r.seen(i) {
			r.current = i
			return
		}
	}
}

// jump goes to the other end of the moved passage under the cursor.
func (r *reading) jump(m *model) {
	if r.current < 0 || r.page.Changes[r.current].Kind != diff.Move {
		r.note = m.keys.say("there is no moved passage under the cursor; %s and %s go to one", nextChange, previousChange)
		return
	}
	ends := r.page.Changes[r.current].Ends
	middle := r.top + r.rows/2
	to := ends[0]
	if to < 0 || ends[1] >= 0 && abs(middle-to) <= abs(middle-ends[1]) {
		to = ends[1]
	}
	if to >= 0 {
		r.scrollTo(to - r.rows/3)
	}
}

// paragraph goes to the next passage, or with -1 to the one before.
func (r *reading) paragraph(by int) {
	rows := r.page.Paragraphs
	i := sort.SearchInts(rows, r.top) - 1
	if by > 0 {
		i = sort.SearchInts(rows, r.top+1)
	}
	switch {
	case i < 0:
		r.scrollTo(0)
	case i < len(rows):
		r.scrollTo(rows[i])
	}
	r.follow()
}

func abs(n int) int { return max(n, -n) }

// changeOf returns the index of the change with an id, -1 where the page does
// not show it.
func changeOf(p *view.Page, id int) int {
	for i := range p.Changes {
		if p.Changes[i].ID == id {
			return i
		}
	}
	return -1
}

// noChange is an id that no change has.
const noChange = math.MinInt

// currentID returns the id of the change under the cursor, or noChange.
func (r *reading) currentID() int {
	if r.current < 0 {
		return noChange
	}
	return r.page.Changes[r.current].ID
}
