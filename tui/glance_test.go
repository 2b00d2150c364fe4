package tui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"variorum/corpus"
)

// TestGlance checks that the beginning of two books can be read, and scrolled,
// before they are compared, and that the same keys count when they are.
func TestGlance(t *testing.T) {
	var c Config
	for s, word := range [2]string{"almost", "nearly"} {
		var b strings.Builder
		for i := range 6000 {
			fmt.Fprintf(&b, "The boat of day %d came in %s an hour late.\n\n", i, word)
		}
		d, err := corpus.Parse(word+".txt", []byte(b.String()), corpus.Auto)
		if err != nil {
			t.Fatal(err)
		}
		c.Pair[s] = d
	}
	m, err := newModel(c, effects{ctx: t.Context()})
	if err != nil {
		t.Fatal(err)
	}
	m.update(tea.WindowSizeMsg{Width: 100, Height: 30})
	queue := []tea.Cmd{m.start()}
	step := func() bool { // does the next command
		for len(queue) > 0 {
			cmd := queue[0]
			queue = queue[1:]
			if cmd == nil {
				continue
			}
			switch msg := cmd().(type) {
			case tea.BatchMsg:
				queue = append(queue, msg...)
			default:
				queue = append(queue, m.update(msg))
				return true
			}
		}
		return false
	}
	for m.reading() == nil || m.reading().glance.page == nil {
		if m.reading() != nil && m.reading().page != nil || !step() {
			t.Fatal("there was nothing to see before the comparison")
		}
	}
	seen := m.frame().Plain()
	if !strings.Contains(seen, "comparing …") || !strings.Contains(seen, "The boat of day 1 ") {
		t.Fatalf("before the comparison the screen is\n%s", seen)
	}
	key, _ := parseKey("pgdown")
	m.update(tea.KeyPressMsg(key))
	scrolled := m.frame().Plain()
	if scrolled == seen {
		t.Error("a key was not answered")
	}
	for step() {
	}
	got := strings.Split(m.frame().Plain(), "\n")
	want := strings.Split(scrolled, "\n")
	if got[3][:40] != want[3][:40] || strings.Contains(m.frame().Plain(), "comparing") {
		t.Errorf("with the comparison the screen is\n%s\nnot that of\n%s", m.frame().Plain(), scrolled)
	}
}
