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
