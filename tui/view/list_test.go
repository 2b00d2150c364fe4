package view

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// TestBar holds that the end of a filter is seen as it is typed, and that its
// count is there whole or not at all.
func TestBar(t *testing.T) {
	for filter, want := range map[string]map[int]string{
		"ferry":                 {40: "Stories  /ferry▏ 12 of 8000", 24: "Stories  /ferry▏"},
		"conversations in port": {40: "Stories  …versations in port▏ 12 of 8000", 24: "Stories  …tions in port▏"},
	} {
		for width, want := range want {
			f := NewFrame(width, 1, ansi.WcWidth)
			paintBar(f, 0, width, "Stories", filter, true, 12, 8000)
			if got := strings.TrimRight(f.Plain(), " \n"); got != want {
				t.Errorf("%d columns show %q, not %q", width, got, want)
			}
		}
	}
}

// TestStoryFacts checks what a row says of a story where there is little room: the
// day goes first, what its versions are to each other never.
func TestStoryFacts(t *testing.T) {
	f := NewFrame(80, 24, ansi.GraphemeWidth)
	row := StoryRow{Versions: 12, Date: "2031-05-02", Change: "8–100% changed"}
	for _, test := range []struct {
		width int
		want  string
	}{
		{46, "12 versions · 2031-05-02 · 8–100% changed"},
		{40, "12 versions · 8–100% changed"},
		{28, "12 versions · 8–100% changed"},
		{26, "12 · 8–100% changed"},
	} {
		if got := row.facts(test.width, f); got != test.want {
			t.Errorf("in %d cells: %s, want %s", test.width, got, test.want)
		}
	}
}
