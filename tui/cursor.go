package tui

import (
	"math"

	"variorum/diff"
	"variorum/tui/view"
)

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
		if at, ok := spotOf(r.page, to); ok {
			r.gone, r.spot = toSpot, at
		}
	}
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
