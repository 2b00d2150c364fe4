package tui

import (
	"slices"

	"variorum/text"
	"variorum/tui/view"
)

// sift returns the rows of the list of differences: the groups that are of the
// sort that was picked and have every word of the filter, in the order that was
// asked for, those that are open with their places; and how many changes the
// groups stand for.
func sift(d *view.Digest, pick int, filter string, order view.Order, open func(*view.Group) bool) (rows []view.ChangeRow, changes int) {
	words := text.NewFilter(filter)
	var groups []int
	for i := range d.Groups {
		g := &d.Groups[i]
		if d.Picks[pick].Takes(g) && words.Passes(g.Text) {
			groups = append(groups, i)
			changes += len(g.Members)
		}
	}
	if order != view.InOrder {
		slices.SortFunc(groups, func(x, y int) int { return order.Compare(&d.Groups[x], &d.Groups[y]) })
	}
	rows = make([]view.ChangeRow, 0, len(groups))
	for _, i := range groups {
		rows = append(rows, view.ChangeRow{Group: i, Member: -1})
		if g := &d.Groups[i]; open(g) {
			for k := range g.Members {
				rows = append(rows, view.ChangeRow{Group: i, Member: k})
			}
		}
	}
	return rows, changes
}
