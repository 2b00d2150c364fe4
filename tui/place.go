package tui

import "variorum/tui/view"

// samePlace returns the row of one page where what stands at a row of another
// page of the same pair is found. The changes that both pages show are the
// fixed points; between two of them the way is divided in proportion.
func samePlace(from, to *view.Page, row int) int {
	if row <= 0 {
		return 0
	}
	rows := make(map[int]int, len(to.Changes)) // by the change's id
	for _, c := range to.Changes {
		rows[c.ID] = c.Row
	}
	lowFrom, lowTo := 0, 0
	highFrom, highTo := len(from.Rows), len(to.Rows)
	for _, c := range from.Changes {
		at, both := rows[c.ID]
		switch {
		case !both:
		case c.Row <= row && c.Row >= lowFrom:
			lowFrom, lowTo = c.Row, at
		case c.Row > row && c.Row < highFrom:
			highFrom, highTo = c.Row, at
		}
	}
	if highFrom <= lowFrom || highTo <= lowTo {
		return lowTo
	}
	return lowTo + (row-lowFrom)*(highTo-lowTo)/(highFrom-lowFrom)
}
