package tui

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"variorum/corpus"
	"variorum/diff"
)

// TestIgnoring checks that the panel switches what it says, and that esc leaves
// it and not the text.
func TestIgnoring(t *testing.T) {
	const all = diff.HumanTiers | diff.IgnoreCase | diff.IgnorePunctuation
	p := testPlayer(t, 100, 30)
	press(t, p, "enter enter")
	for _, test := range []struct {
		keys string
		want diff.Tiers
	}{
		{"i", diff.HumanTiers},
		{"space", diff.HumanTiers &^ diff.IgnoreTypography},
		{"enter", diff.HumanTiers},
		{"3", diff.HumanTiers | diff.IgnorePunctuation},
		{"up space", all},
		{"0", 0},
		{"a", all},
		{"7 n d x", all},
		{"esc", all},
	} {
		press(t, p, test.keys)
		if got := p.model.ignore; got != test.want {
			t.Errorf("after %s %v are ignored, not %v", test.keys, got.Names(), test.want.Names())
		}
		if got := p.model.reading().page.Comparison; len(got.Folded) == 0 != (test.want == 0) {
			t.Errorf("after %s the page folds %d differences away", test.keys, len(got.Folded))
		}
	}
	if p.model.here() != place(p.model.reading()) {
		t.Error("esc did not lead to the text")
	}
}

// TestIgnoringDoesNotWait checks that the panel takes keys while the page is
// laid out, that in the end the page is what was chosen last, and that the keys
// after the panel wait for it.
func TestIgnoringDoesNotWait(t *testing.T) {
	p := testPlayer(t, 100, 30)
	press(t, p, "enter enter i")
	m, r := p.model, p.model.reading()
	first := m.update(tea.KeyPressMsg(charKey('a')))
	if cmd := m.update(tea.KeyPressMsg(charKey('0'))); cmd != nil && cmd() != nil {
		t.Error("two pages are laid out at a time")
	}
	if m.ignore != 0 {
		t.Error("the panel waits for the page")
	}
	m.update(tea.KeyPressMsg(charKey('i')))
	m.update(tea.KeyPressMsg(charKey('n')))
	if r.current >= 0 {
		t.Error("a key was acted on before the page was there")
	}
	p.do(first)
	if r.as.ignore != 0 || r.current != 0 {
		t.Errorf("the page ignores %v, and the cursor is at %d", r.as.ignore.Names(), r.current)
	}
}

// TestIgnoringAfterReload checks that the panel counts what the files say now, also
// while it is open.
func TestIgnoringAfterReload(t *testing.T) {
	for _, keys := range []string{"i i R i", "i"} {
		p, paths := filed(t, numberedText(9, nil), numberedText(9, map[int]string{5: "grey, boats"}), 100, 24)
		r := p.model.reading()
		write(t, paths[1], numberedText(9, map[int]string{5: "Grey boats"}))
		press(t, p, keys)
		if keys == "i" {
			screenHas(t, p, "i", "3 [ ] punctuation            1 shown")
			now, err := readAgain(corpus.Options{}, r.documents())
			if err != nil {
				t.Fatal(err)
			}
			p.tell(reread{comparison: r.number, documents: now})
		}
		screenHas(t, p, keys, "2 [ ] case                   1 shown", "3 [ ] punctuation               none")
	}
}
