package tui

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// TestNoMatch checks that esc after a search without matches ends that and stays in
// the text, and that n and N go on through the marks.
func TestNoMatch(t *testing.T) {
	for _, open := range []string{"enter enter", "enter down r"} {
		p := testPlayer(t, 100, 24)
		press(t, p, open+" n / type:ZZZ enter")
		here := p.model.here()
		if lineWith(p, "no match for “ZZZ”") < 0 {
			t.Errorf("%s: the screen shows\n%s", open, p.Frame().Plain())
		}
		press(t, p, "esc")
		if p.model.here() != here || lineWith(p, "no match") >= 0 || lineWith(p, "1/") < 0 {
			t.Errorf("%s: after esc the screen shows\n%s", open, p.Frame().Plain())
		}
		press(t, p, "/ type:ZZZ enter n")
		if lineWith(p, "2/") < 0 {
			t.Errorf("%s: after n the screen shows\n%s", open, p.Frame().Plain())
		}
		press(t, p, "esc")
		if p.model.here() == here {
			t.Errorf("%s: esc does not leave the text", open)
		}
	}
}

// TestSearchAccents checks that accents count only where one is typed, and that the
// whole of a letter is marked, composed or not.
func TestSearchAccents(t *testing.T) {
	const s = "The cafe, the café, the cafe\u0301s and the CAFÉ of Zürich."
	for _, open := range []string{"", "r"} {
		for _, test := range []struct{ typed, said, marks string }{
			{"cafe", "match 1 of", "=== MMMM= === mmmm= === mmmm= === === mmmm == ======="},
			{"café", "match 1 of", "=== ===== === MMMM= === mmmm= === === mmmm == ======="},
			{"zurich", "match 1 of", "=== ===== === ===== === ===== === === ==== == MMMMMM="},
			{"zu\u0308rich", "match 1 of", "=== ===== === ===== === ===== === === ==== == MMMMMM="},
			{"zúrich", "no match", "=== ===== === ===== === ===== === === ==== == ======="},
		} {
			p, _ := filed(t, s+"\n", s+"\n\nMore.\n", 160, 24)
			press(t, p, open+" /")
			p.tell(tea.PasteMsg{Content: test.typed})
			rows := strings.Split(p.Frame().Marked(), "\n")
			y := slices.IndexFunc(rows, func(row string) bool { return strings.Contains(row, s) })
			if y < 0 || !strings.Contains(rows[y+1], test.marks) || lineWith(p, test.said) < 0 {
				t.Errorf("%q %q: the screen shows\n%s", open, test.typed, p.Frame().Marked())
			}
		}
	}
}

// TestSearchPasted checks that a passage that was pasted is found by what it begins
// with, however long it is.
func TestSearchPasted(t *testing.T) {
	long := strings.Repeat("The keeper of the light wrote down what he saw of the ships that night. ", 9)
	p, _ := filed(t, numberedText(40, nil)+long, numberedText(40, nil)+long, 100, 24)
	press(t, p, "/")
	p.tell(tea.PasteMsg{Content: strings.TrimSpace(long)})
	press(t, p, "enter")
	if lineWith(p, "The keeper of the light") < 0 || lineWith(p, "match") < 0 || lineWith(p, "no match") >= 0 {
		t.Errorf("the screen shows\n%s", p.Frame().Plain())
	}
}

// TestSearchFolded checks that matches are counted that are folded away, as many as
// there are when they are not, and that going to one unfolds it until it is folded
// again.
func TestSearchFolded(t *testing.T) {
	for _, layout := range []string{"", "v ", "v v "} {
		p, _ := filed(t, numberedText(40, nil), numberedText(40, map[int]string{5: "red boats", 9: "nine boats and 30 gulls"}), 100, 24)
		press(t, p, layout+"/ type:nobody enter")
		want := p.model.reading().search.matches.Len()
		press(t, p, "esc f / type:nobody")
		if got := p.model.reading().search.matches.Len(); got != want || want < 40 {
			t.Errorf("%d matches when folded, %d else", got, want)
		}
		press(t, p, "esc g / type:30")
		if lineWith(p, "day 30") >= 0 || lineWith(p, "match 1 of ") < 0 {
			t.Errorf("while typed the screen shows\n%s", p.Frame().Plain())
		}
		press(t, p, "enter n")
		if lineWith(p, "day 30") < 0 || lineWith(p, "the match was folded away; f folds again") < 0 {
			t.Errorf("at the match the screen shows\n%s", p.Frame().Plain())
		}
		press(t, p, "f")
		if lineWith(p, "day 30") >= 0 || lineWith(p, ", folded away") < 0 || !p.model.fold {
			t.Errorf("folded again the screen shows\n%s", p.Frame().Plain())
		}
		press(t, p, "N")
		if lineWith(p, "30 gulls") < 0 || lineWith(p, "day 12") >= 0 {
			t.Errorf("at the match before the screen shows\n%s", p.Frame().Plain())
		}
		press(t, p, "esc f")
		if p.model.fold {
			t.Error("f does not unfold")
		}
	}
}

// TestSearchGoesAlong checks that a search stays on in a version that is read alone
// and back from it, in the comparison that is opened there, and in other versions.
func TestSearchGoesAlong(t *testing.T) {
	p := testPlayer(t, 100, 16)
	for _, step := range []struct{ keys, said string }{
		{"enter enter / type:council enter n", "/council match 2 of 2"}, // one on each side
		{"N", "/council match 1 of 2"},
		{"r", "/council match 1 of 1"},
		{"g n", "/council match 1 of 1"},
		{">", "/council 1 match"},
		{"<", "/council 1 match"},
		{"esc esc", "/council match 1 of 2"},
		{"n > <", "/council 2 matches"},
		{"g n", "/council match 1 of 2"},
		{"esc r / type:140 enter", "/140 match 1 of 1"},
		{"enter n", "/140 match 1 of 1"},
		{"esc / type:boat enter", "/boat match 2 of 4"},
		{"r n", "/boat match 1 of 2"},
	} {
		press(t, p, step.keys)
		if lineWith(p, step.said) < 0 {
			t.Errorf("after %s, without %q, the screen shows\n%s", step.keys, step.said, p.Frame().Plain())
		}
	}
}

// TestSearchAcross checks that several paragraphs that were pasted are found as one
// match, which is marked in all of them, folded away or not.
func TestSearchAcross(t *testing.T) {
	s := numberedText(12, nil) + "Who came?\n\nNobody.\n\nThen he left.\n\n"
	for _, keys := range []string{"", "v ", "v v ", "f ", "r "} {
		p, _ := filed(t, "The first day.\n\n"+s, "Day one.\n\n"+s, 100, 20)
		press(t, p, keys+"/")
		p.tell(tea.PasteMsg{Content: "Who came?\r\n\r\nNobody.\r\n\r\nThen"})
		press(t, p, "enter")
		rows := strings.Split(p.Frame().Marked(), "\n")
		for words, marks := range map[string]string{"Who came?": "MMMMMMMMM", "Nobody.": "MMMMMMM", "Then he left.": "MMMM == ====="} {
			if y := slices.IndexFunc(rows, func(row string) bool { return strings.Contains(row, words) }); y < 0 || !strings.Contains(rows[y+1], marks) {
				t.Errorf("after %sthe screen shows\n%s", keys, p.Frame().Marked())
				break
			}
		}
		press(t, p, "n")
		if lineWith(p, " match") < 0 {
			t.Errorf("after n the screen shows\n%s", p.Frame().Plain())
		}
	}
}
