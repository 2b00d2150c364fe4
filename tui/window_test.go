package tui

import "testing"

// TestFromTheEnds checks that from the end of a text N goes to the last mark on
// or above the screen and from its start n to the first, wherever the cursor was,
// in a comparison and in a version read alone, and so with the matches of a
// search.
func TestFromTheEnds(t *testing.T) {
	for _, size := range []string{"80x12", "100x60"} { // the second shows all of it
		for _, open := range []string{"enter enter", "enter down r"} {
			p := testPlayer(t, 100, 30)
			press(t, p, "size:"+size+" "+open+" n n")
			press(t, p, "/ type:the enter")
			marks, matches := 0, 0
			switch at := p.model.here().(type) {
			case *reading:
				marks, matches = at.page.Marks(), at.search.matches.Len()
			case *book:
				marks, matches = at.page.Marks(), at.search.matches.Len()
			}
			for _, test := range []struct {
				keys        string
				mark, match int // what the reader is at, -1 for none
			}{
				{"G N", -2, matches - 1},
				{"N g n", -2, 0},
				{"g N", -2, -1},
				{"esc n g n", 0, -1},
				{"n G N", marks - 1, -1},
				{"N G n", -1, -1},
				{"G k j N", marks - 1, -1},
				{"g N", -1, -1},
			} {
				press(t, p, test.keys)
				mark, match := -1, -1
				switch at := p.model.here().(type) {
				case *reading:
					mark, match = at.current, at.search.at
				case *book:
					mark, match = at.current, at.search.at
				}
				if test.mark != -2 && mark != test.mark || match != test.match {
					t.Errorf("%s, %s: %s leads to mark %d of %d and match %d of %d", size, open, test.keys, mark, marks, match, matches)
				}
			}
		}
	}
}
