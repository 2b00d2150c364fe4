package tui

import (
	"fmt"
	"os"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"variorum/corpus"
	"variorum/diff"
)

// bookOf returns the book on the screen.
func bookOf(t *testing.T, p *Player) *book {
	t.Helper()
	b, ok := p.model.here().(*book)
	if !ok {
		t.Fatalf("no book is on the screen:\n%s", p.Frame().Plain())
	}
	return b
}

// TestMarksComeOneByOne checks that the text is there before any comparison is,
// and that every comparison brings its marks.
func TestMarksComeOneByOne(t *testing.T) {
	p := testPlayer(t, 80, 24)
	press(t, p, "enter down") // the gazette
	m := p.model
	cmd := m.update(tea.KeyPressMsg(charKey('r')))
	b := bookOf(t, p)
	var later []tea.Cmd
	for _, c := range cmd().(tea.BatchMsg) {
		switch msg := c().(type) {
		case leafSet:
			p.model.update(msg)
		default:
			later = append(later, func() tea.Msg { return msg })
		}
	}
	screen := p.Frame().Plain()
	if !strings.Contains(screen, "Ferry to Oslet returns") || !strings.Contains(screen, "comparing 1 of 3") || strings.Contains(screen, "~") {
		t.Fatalf("before any comparison the screen is\n%s", screen)
	}
	press(t, p, "down") // a key about the text does not wait
	if m.update(tea.KeyPressMsg(charKey('n'))) != nil || b.current >= 0 {
		t.Error("n did not wait for the marks")
	}
	for _, c := range later {
		p.do(c)
	}
	screen = p.Frame().Plain()
	if strings.Contains(screen, "comparing") || !strings.Contains(screen, "almost ]") || b.current != 0 {
		t.Errorf("when all is compared, at place %d:\n%s", b.current, screen)
	}
}

// TestStaleWitness checks that the answer about a text that is no longer read
// is dropped, and that leaving a book stops its comparisons.
func TestStaleWitness(t *testing.T) {
	p := testPlayer(t, 80, 24)
	press(t, p, "enter down")
	m := p.model
	old := m.update(tea.KeyPressMsg(charKey('r')))
	b := bookOf(t, p)
	p.do(m.update(tea.KeyPressMsg(charKey('>'))))
	units, compared := len(b.page.Apparatus.Units), b.compared
	p.do(old)
	if b.compared != compared || len(b.page.Apparatus.Units) != units || b.version != 2 {
		t.Error("an old answer was taken in")
	}
	last := m.update(tea.KeyPressMsg(charKey('<')))
	p.do(m.update(tea.KeyPressMsg{Code: tea.KeyEscape}))
	p.do(last)
	if m.here().where() != inVersions || b.compared != 0 {
		t.Errorf("%d comparisons went on after the book was left", b.compared)
	}
}

// TestEveryMark steps through all marks and back at several sizes, and checks
// that each is on the screen.
func TestEveryMark(t *testing.T) {
	for _, size := range []string{"160x50", "120x12", "80x24", "60x20", "40x10"} {
		p := testPlayer(t, 100, 30)
		press(t, p, "size:"+size+" enter down down down r")
		b := bookOf(t, p)
		n := len(b.page.Apparatus.Units)
		if n < 5 {
			t.Fatalf("%d places", n)
		}
		for i := range n {
			press(t, p, "n")
			if b.current != i || !b.seen(i) || !strings.Contains(p.Frame().Marked(), "@") {
				t.Fatalf("at %s: at place %d of %d, %v on the screen", size, b.current, i, b.seen(i))
			}
		}
		press(t, p, "n")
		if !strings.Contains(p.Frame().Plain(), "no mark after") {
			t.Error("the end is not told")
		}
		for i := n - 2; i >= 0; i-- {
			press(t, p, "N")
			if b.current != i || !b.seen(i) {
				t.Fatalf("at %s: back at place %d, not %d", size, b.current, i)
			}
		}
	}
}

// TestReadingLeads checks that enter on a reading shows where the other version
// reads so, for every reading of every place.
func TestReadingLeads(t *testing.T) {
	p := testPlayer(t, 100, 30)
	press(t, p, "enter down down down r n")
	b := bookOf(t, p)
	for unit := range b.page.Apparatus.Units {
		for _, other := range b.page.Apparatus.Units[unit].Readings {
			press(t, p, "enter")
			r, ok := p.model.here().(*reading)
			if !ok || r.sides != [2]int{3, other.Witnesses[0]} {
				t.Fatalf("place %d leads to versions %v, not to %d", unit, r.sides, other.Witnesses[0])
			}
			if r.current < 0 || !r.seen(r.current) {
				t.Errorf("place %d: no difference is under the cursor", unit)
			} else if block, _, _ := r.page.At(r.page.Changes[r.current].Row, diff.A); block > b.page.Apparatus.Units[unit].To.Block {
				t.Errorf("place %d in block %d leads to block %d", unit, b.page.Apparatus.Units[unit].From.Block, block)
			}
			press(t, p, "esc tab")
			bookOf(t, p)
		}
		press(t, p, "n")
	}
}

// TestNoDeeper checks that going to and fro between a book and its comparisons
// does not heap up places.
func TestNoDeeper(t *testing.T) {
	p := testPlayer(t, 100, 30)
	press(t, p, "enter enter r")
	depth := len(p.model.places)
	press(t, p, "n enter tab r n enter r n enter r")
	if got := len(p.model.places); got != depth {
		t.Errorf("%d places, %d before", got, depth)
	}
	bookOf(t, p)
	press(t, p, "esc")
	if p.model.here().where() != inReading || p.model.waiting() {
		t.Error("esc does not lead back to the comparison")
	}
	press(t, p, "n esc esc esc")
	if len(p.model.places) != 1 {
		t.Errorf("%d places are left", len(p.model.places))
	}
}

// TestTurningKeepsThePlace checks that the next version shows the same passage,
// and so does another width.
func TestTurningKeepsThePlace(t *testing.T) {
	story := corpus.Story{Title: "Tides"}
	for _, word := range []string{"first", "second"} {
		var s strings.Builder
		for i := range 60 {
			fmt.Fprintf(&s, "Passage number %d tells of the tide at the quay and of the boats that waited for it.\n\n", i)
			if i == 5 && word == "second" {
				s.WriteString(strings.Repeat("Here something is told that the other does not have at all.\n\n", 9))
			}
		}
		d, err := corpus.Parse(word+".txt", []byte(s.String()), corpus.Auto)
		if err != nil {
			t.Fatal(err)
		}
		story.Versions = append(story.Versions, corpus.Version{Document: d})
	}
	p, err := NewPlayer(Config{Corpus: &corpus.Corpus{Stories: []corpus.Story{story}}}, 80, 24)
	if err != nil {
		t.Fatal(err)
	}
	press(t, p, "enter r"+strings.Repeat(" ]", 30))
	first := func() string { return strings.TrimSpace(strings.Split(p.Frame().Plain(), "\n")[2]) }
	want := first()
	if !strings.HasPrefix(want, "Passage number 30") {
		t.Fatalf("the screen begins with %q", want)
	}
	for _, keys := range []string{">", "<", "size:120x40 size:80x24", "size:40x24 size:80x24", "i"} {
		press(t, p, keys)
		if got := first(); got != want {
			t.Errorf("after %s the screen begins with %q, not %q", keys, got, want)
		}
	}
}

// TestOnlyVersion checks that a story of one version can be read.
func TestOnlyVersion(t *testing.T) {
	p := testPlayer(t, 80, 24)
	press(t, p, "down enter r n")
	if screen := p.Frame().Plain(); !strings.Contains(screen, "A hive on the roof") || !strings.Contains(screen, "no other version") {
		t.Errorf("the screen is\n%s", screen)
	}
}

// TestBookIgnores checks that i shows all that is ignored, furniture included,
// and hides it again, whatever comparisons ignore, and leaves them alone.
func TestBookIgnores(t *testing.T) {
	const byline = "By Mara Quill ]"
	for _, comparisons := range []diff.Tiers{diff.HumanTiers, 0, diff.IgnoreCase | diff.IgnoreFurniture} {
		p := testPlayer(t, 80, 24)
		p.model.ignore = comparisons
		press(t, p, "enter down r")
		b := bookOf(t, p)
		if comparisons == 0 {
			press(t, p, "i")
		}
		hidden, units := b.page.Apparatus.Hidden, b.page.Marks()
		screen := p.Frame().Plain()
		if hidden == 0 || !strings.Contains(screen, fmt.Sprintf("%d hidden", hidden)) {
			t.Errorf("with %v: what is hidden is not counted:\n%s", comparisons.Names(), screen)
		}
		press(t, p, "i n")
		screen = p.Frame().Plain()
		if b.page.Marks() != units+hidden || strings.Contains(screen, "hidden") || !strings.Contains(screen, byline) {
			t.Errorf("with %v: %d places and %d hidden are %d that are shown:\n%s", comparisons.Names(), units, hidden, b.page.Marks(), screen)
		}
		press(t, p, "esc r i i")
		if b = bookOf(t, p); b.page.Marks() != units && comparisons != 0 {
			t.Errorf("with %v: %d places are left, of %d", comparisons.Names(), b.page.Marks(), units)
		}
		if p.model.ignore != comparisons {
			t.Errorf("comparisons ignore %v now", p.model.ignore.Names())
		}
	}
}

// TestSearchDoesNotWait checks that a text is searched while the other versions
// are compared with it, and that in the end the cursor is on the mark that touches
// the match, as if the search had come later.
func TestSearchDoesNotWait(t *testing.T) {
	p := testPlayer(t, 80, 24)
	press(t, p, "enter down")
	m := p.model
	cmd := m.update(tea.KeyPressMsg(charKey('r')))
	b := bookOf(t, p)
	var later []tea.Msg
	for _, c := range cmd().(tea.BatchMsg) {
		switch msg := c().(type) {
		case leafSet:
			m.update(msg)
		default:
			later = append(later, msg)
		}
	}
	press(t, p, "/ type:door enter")
	if screen := p.Frame().Plain(); !strings.Contains(screen, "/door match 1 of 1") || b.compared > 0 {
		t.Errorf("after %d comparisons the screen is\n%s", b.compared, screen)
	}
	for _, msg := range later {
		p.do(m.update(msg))
	}
	early := p.Frame().Marked()
	q := testPlayer(t, 80, 24)
	press(t, q, "enter down r / type:door enter")
	if late := q.Frame().Marked(); early != late || b.current < 0 {
		t.Errorf("searched early, the screen is\n%s\nand late\n%s", early, late)
	}
}

// TestBookAtTheDifference checks that a version that is opened from a difference,
// on either side, has the cursor on what others have in its place.
func TestBookAtTheDifference(t *testing.T) {
	p := testPlayer(t, 80, 24)
	press(t, p, "enter enter")
	r := p.model.reading()
	for i := range r.page.Changes {
		press(t, p, "n")
		for range 2 {
			press(t, p, "r")
			if b := bookOf(t, p); !b.seen(b.current) {
				t.Errorf("difference %d, side %v: no mark is under the cursor:\n%s", i+1, r.focus, p.Frame().Plain())
			}
			press(t, p, "esc tab")
		}
	}
}

// TestBookLeadsOn checks that a comparison that was opened from a reading is read on
// in another size.
func TestBookLeadsOn(t *testing.T) {
	p, _ := filed(t, numberedText(40, nil), numberedText(40, map[int]string{5: "red boats"}), 100, 30)
	press(t, p, "r n enter size:80x24")
	if lineWith(p, "1/1  substitution") < 0 {
		t.Errorf("the screen shows\n%s", p.Frame().Plain())
	}
}

// TestBookAtTheReading checks that a version opened at a difference shows what the
// other side of it has there, and not what the first of the others has.
func TestBookAtTheReading(t *testing.T) {
	story := corpus.Story{ID: "boats", Title: "Boats"}
	for i, boats := range []string{"grey boats", "red boats", "blue boats", "green boats"} {
		d, err := corpus.Parse(string(rune('a'+i))+".txt", []byte(numberedText(9, map[int]string{4: boats})), corpus.Auto)
		if err != nil {
			t.Fatal(err)
		}
		story.Versions = append(story.Versions, corpus.Version{Document: d, Match: corpus.SameText, Similarity: 0.9})
	}
	for _, test := range []struct{ keys, copied string }{
		{"a down down b enter n r", "grey → blue"},
		{"a down down b enter n tab r", "blue → grey"},
		{"down a down down b enter n r", "red → green"},
		{"down a down down b enter n r tab", "red → grey"},
	} {
		p, err := NewPlayer(Config{Corpus: &corpus.Corpus{Stories: []corpus.Story{story}}}, 120, 40)
		if err != nil {
			t.Fatal(err)
		}
		press(t, p, "enter "+test.keys)
		if got := copied(t, p, 'y'); got != test.copied {
			t.Errorf("after %q the reading is %q, want %q:\n%s", test.keys, got, test.copied, p.Frame().Plain())
		}
	}
}

// TestBookResizedAtMatch checks that the cursor stays on its mark in another size,
// when it has left the one that the match of a search touches.
func TestBookResizedAtMatch(t *testing.T) {
	long := "In that night " + strings.Repeat("the keeper of the light wrote down what he saw of ships, and ", 9) + "then came the fog.\n\n"
	rest := "There were %s boats at the quay.\n\n" + numberedText(20, nil)
	p, _ := filed(t, numberedText(9, nil)+long+fmt.Sprintf(rest, "grey"), numberedText(9, nil)+fmt.Sprintf(rest, "red"), 80, 16)
	press(t, p, "r / type:fog enter")
	for _, test := range []struct{ keys, said string }{
		{"", "night the keeper"},
		{"j", "grey ]"}, // the first mark begins above the screen
		{"size:60x16", "grey ]"},
		{"size:80x16", "grey ]"},
	} {
		press(t, p, test.keys)
		if lineWith(p, test.said) < 0 {
			t.Errorf("after %q the screen does not say %q:\n%s", test.keys, test.said, p.Frame().Plain())
		}
	}
}

// TestBookWithoutOne checks that a version that cannot be read any more keeps no other
// from being compared.
func TestBookWithoutOne(t *testing.T) {
	p, files := unkept(t, "grey boats", "red boats", "six boats")
	if err := os.Remove(files[1]); err != nil {
		t.Fatal(err)
	}
	press(t, p, "enter r")
	screenHas(t, p, "r", "not compared", "1 place", "!comparing")
	press(t, p, "n")
	screenHas(t, p, "n", "1/1", "grey ]", "six", "!red")
}
