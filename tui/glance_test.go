package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"variorum/corpus"
)

// stepped is a reader of two books whose commands are done one after another.
type stepped struct {
	*model
	queue []tea.Cmd
}

func newStepped(t *testing.T, was State) *stepped {
	t.Helper()
	c := Config{State: was}
	for s, word := range [2]string{"almost", "nearly"} {
		var b strings.Builder
		for i := range 6000 {
			if s == 1 && i%50 == 7 {
				continue // so that the numbers of paragraphs are not the same
			}
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
	s := &stepped{model: m}
	m.update(tea.WindowSizeMsg{Width: 100, Height: 30})
	s.queue = []tea.Cmd{m.start()}
	return s
}

// step does the next command, if there is one.
func (s *stepped) step() bool {
	for len(s.queue) > 0 {
		cmd := s.queue[0]
		s.queue = s.queue[1:]
		if cmd == nil {
			continue
		}
		switch msg := cmd().(type) {
		case tea.BatchMsg:
			s.queue = append(s.queue, msg...)
		default:
			s.queue = append(s.queue, s.update(msg))
			return true
		}
	}
	return false
}

// glance goes on until there is something to see before the comparison.
func (s *stepped) glance(t *testing.T) {
	t.Helper()
	for s.reading() == nil || s.reading().glance.page == nil {
		if s.reading() != nil && s.reading().page != nil || !s.step() {
			t.Fatal("there was nothing to see before the comparison")
		}
	}
}

func (s *stepped) key(t *testing.T, name string) {
	t.Helper()
	key, err := parseKey(name)
	if err != nil {
		t.Fatal(err)
	}
	s.queue = append(s.queue, s.update(tea.KeyPressMsg(key)))
}

// text returns what stands in the column of side A, without the head.
func (s *stepped) text() []string {
	lines := strings.Split(s.frame().Plain(), "\n")
	lines = lines[3 : len(lines)-1]
	for i := range lines {
		lines[i] = strings.TrimRight(fmt.Sprintf("%.40s", lines[i]), " ")
	}
	return lines
}

// TestGlance checks that the beginning of two books can be read, and scrolled,
// before they are compared, and that the same keys count when they are.
func TestGlance(t *testing.T) {
	s := newStepped(t, State{})
	s.glance(t)
	seen := s.frame().Plain()
	if !strings.Contains(seen, "comparing …") || !strings.Contains(seen, "The boat of day 1 ") {
		t.Fatalf("before the comparison the screen is\n%s", seen)
	}
	s.key(t, "pgdown")
	scrolled := s.text()
	if s.frame().Plain() == seen {
		t.Error("a key was not answered")
	}
	for s.step() {
	}
	if got := s.text(); got[0] != scrolled[0] || strings.Contains(s.frame().Plain(), "comparing") {
		t.Errorf("with the comparison the screen is\n%s\nnot that of\n%s", s.frame().Plain(), strings.Join(scrolled, "\n"))
	}
}

// TestGlanceThere checks that what is seen before two books are compared is the
// place where the reader was in them, and stays where it is.
func TestGlanceThere(t *testing.T) {
	s := newStepped(t, State{})
	for s.step() {
	}
	for range 90 {
		s.key(t, "pgdown")
	}
	// It begins amid a paragraph.
	want := s.text()
	if !strings.Contains(want[2], "The boat of day 754 ") {
		t.Fatalf("there is no text on the screen:\n%s", strings.Join(want, "\n"))
	}
	for _, exchanged := range []bool{false, true} {
		was := through(t, s.state())
		if exchanged {
			story := &was.Stories[0]
			slices.Reverse(story.Sides[:])
			story.Top = story.Top.exchanged()
		}
		again := newStepped(t, was)
		again.glance(t)
		if got := again.text(); !slices.Equal(got, want) || !strings.Contains(again.frame().Plain(), "comparing …") {
			t.Errorf("before the comparison the screen is\n%s\nnot\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		for again.step() {
		}
		if got := again.text(); !slices.Equal(got, want) {
			t.Errorf("with the comparison the screen is\n%s\nnot\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// TestGlanceElsewhere checks that a place that makes no sense any more, or of
// which half is known, is nowhere and does no harm.
func TestGlanceElsewhere(t *testing.T) {
	s := newStepped(t, State{})
	for s.step() {
	}
	was := through(t, s.state()).Stories[0]
	far, below := 1<<40, -4
	for _, across := range []*int{nil, &far, &below} {
		story := was
		story.Top, story.Across = &Spot{Paragraph: 1 << 40}, across
		again := newStepped(t, State{Stories: []StoryState{story}})
		for again.step() {
			again.frame()
		}
		if again.reading().page == nil {
			t.Error("there is no comparison")
		}
	}
}
