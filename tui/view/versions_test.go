package view

import (
	"slices"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// TestVersionNames checks how versions are told from each other in tables of various
// widths: by their dates while there is room for these, and else by their files.
func TestVersionNames(t *testing.T) {
	dated := []VersionRow{
		{Outlet: "The Ferry Post", Path: "news/a.txt", Date: "2031-05-02T08:00"},
		{Outlet: "The Ferry Post", Path: "news/b.txt", Date: "2031-05-03T09:30"},
		{Path: "news/c.txt"},
	}
	undated := []VersionRow{dated[0], dated[0], dated[2]}
	undated[0].Date, undated[1].Date, undated[1].Path = "", "", "news/b.txt"
	for _, test := range []struct {
		rows  []VersionRow
		width int
		date  int
		names []string
	}{
		{dated, 80, 18, []string{"The Ferry Post", "The Ferry Post", "c.txt"}},
		{dated, 52, 12, []string{"The Ferry Post", "The Ferry Post", "c.txt"}},
		{dated, 49, 0, []string{"The Ferry Post · a.txt", "The Ferry Post · b.txt", "c.txt"}},
		{dated, 40, 0, []string{"a.txt", "b.txt", "c.txt"}},
		{undated, 80, 0, []string{"The Ferry Post · a.txt", "The Ferry Post · b.txt", "c.txt"}},
	} {
		table := newVersions(test.rows, test.width, NewFrame(test.width, 24, ansi.GraphemeWidth))
		var names []string
		for i := range test.rows {
			names = append(names, table.nameOf(i))
		}
		if table.date != test.date || !slices.Equal(names, test.names) {
			t.Errorf("in %d cells: %d for the date, names %q", test.width, table.date, names)
		}
	}
}
