package tui

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"variorum/corpus"
)

// part returns a corpus of the numbered stories, each of which has two versions
// and a paragraph of its own.
func part(t *testing.T, numbers ...int) *corpus.Corpus {
	t.Helper()
	c := &corpus.Corpus{}
	for _, n := range numbers {
		s := corpus.Story{ID: fmt.Sprint("story-", n), Title: fmt.Sprint("Story number ", n)}
		for _, v := range []string{"a", "b"} {
			d, err := corpus.Parse(fmt.Sprintf("%d%s.txt", n, v), []byte(fmt.Sprintf("Story number %d\n\nThe keeper told us of gate%d and of the Café Zürich, in words of %s.\n", n, n, v)), corpus.Auto)
			if err != nil {
				t.Fatal(err)
			}
			s.Versions = append(s.Versions, corpus.Version{Document: d, Match: corpus.First})
		}
		c.Stories = append(c.Stories, s)
	}
	return c
}

// arriving returns a reader of a corpus that is still on its way.
func arriving(t *testing.T, c *corpus.Corpus) *Player {
	t.Helper()
	p := testPlayer(t, 100, 24)
	m, err := newModel(Config{Corpus: c}, effects{ctx: context.Background()})
	if err != nil {
		t.Fatal(err)
	}
	p.model = m
	if err := p.Resize(100, 24); err != nil {
		t.Fatal(err)
	}
	p.tell(early{c})
	p.tell(loading{Progress: corpus.Progress{Files: 1200, Total: 100_000, Bytes: 1, Size: 100}, left: 40 * time.Second})
	return p
}

func selectedTitle(p *Player) string {
	return p.model.corpus.Stories[p.model.library().selected()].Title
}

// TestArrival checks that what is there can be read while the rest is on its
// way, and that the rest changes nothing about where the reader is.
func TestArrival(t *testing.T) {
	p := arriving(t, part(t, 3, 5, 7))
	if lineWith(p, "reading 1,200 of 100,000 files, about 41 s left") < 0 {
		t.Errorf("the screen shows\n%s", p.Frame().Plain())
	}
	press(t, p, "down tab down a")
	if got := selectedTitle(p); got != "Story number 5" {
		t.Fatalf("%q is selected", got)
	}
	all := part(t, 1, 2, 3, 4, 5, 6, 7)
	p.tell(early{all})
	l := p.model.library()
	if got := selectedTitle(p); got != "Story number 5" || !l.right || l.versions[4] != 1 || l.marks[4] != [2]int{1, 0} {
		t.Errorf("%q is selected, in the versions %v, version %d, sides %v", got, l.right, l.versions[4], l.marks[4])
	}
	press(t, p, "enter")
	r := p.model.reading()
	if r == nil || r.page == nil {
		t.Fatal("no comparison is shown")
	}
	p.tell(loaded{corpus: part(t, 0, 1, 2, 3, 4, 5, 6, 7, 8)})
	if p.model.here() != place(r) || r.page == nil {
		t.Error("the comparison is not there any more")
	}
	press(t, p, "esc")
	if got := selectedTitle(p); got != "Story number 5" {
		t.Errorf("%q is selected", got)
	}
	if lineWith(p, "reading 1,200") >= 0 || len(p.model.library().shares[5]) != 2 {
		t.Errorf("the screen shows\n%s", p.Frame().Plain())
	}
}

// TestArrivalFiltered checks that a filter goes on filtering.
func TestArrivalFiltered(t *testing.T) {
	p := arriving(t, part(t, 3, 5, 7))
	press(t, p, "/ type:gate7")
	p.tell(early{part(t, 1, 7, 70, 8)})
	if shown := p.model.library().shown; len(shown) != 2 || !p.model.library().filter.typing {
		t.Errorf("stories %v pass", shown)
	}
	press(t, p, "type:0 enter")
	if got := selectedTitle(p); got != "Story number 70" {
		t.Errorf("%q is selected", got)
	}
}

// TestFind checks that the filter finds what stands in the texts alone, and
// shows how.
func TestFind(t *testing.T) {
	p, err := NewPlayer(Config{Corpus: part(t, 3, 5, 7)}, 100, 24)
	if err != nil {
		t.Fatal(err)
	}
	press(t, p, "/ type:gate5")
	if l := p.model.library(); len(l.shown) != 1 || l.shown[0] != 1 {
		t.Errorf("stories %v pass", l.shown)
	}
	if lineWith(p, "… us of gate5 and of the Café") < 0 && lineWith(p, "gate5 and of") < 0 {
		t.Errorf("the screen shows\n%s", p.Frame().Plain())
	}
	press(t, p, "ctrl+u type:zurich")
	if l := p.model.library(); len(l.shown) != 3 {
		t.Errorf("stories %v pass", l.shown)
	}
	press(t, p, "type:q")
	if l := p.model.library(); len(l.shown) != 0 {
		t.Errorf("stories %v pass", l.shown)
	}
	press(t, p, "esc")
	if l := p.model.library(); len(l.shown) != 3 {
		t.Errorf("stories %v pass", l.shown)
	}
}

// TestStaleFind checks that an answer to another query shows nothing.
func TestStaleFind(t *testing.T) {
	p := arriving(t, part(t, 3, 5, 7))
	press(t, p, "/ type:gate5")
	for _, stale := range []found{
		{p.model.corpus, "gate", map[string]string{p.model.corpus.Stories[0].Versions[0].ID: "gate"}},
		{part(t, 3), "gate5", map[string]string{p.model.corpus.Stories[0].Versions[0].ID: "gate"}},
	} {
		p.tell(stale)
		if l := p.model.library(); len(l.shown) != 1 {
			t.Errorf("stories %v pass", l.shown)
		}
	}
}

// TestGone checks that a file which cannot be read again brings the reader back
// to the library, with a word about it.
func TestGone(t *testing.T) {
	p, err := NewPlayer(Config{Corpus: part(t, 3, 5)}, 100, 24)
	if err != nil {
		t.Fatal(err)
	}
	press(t, p, "enter enter")
	r := p.model.reading()
	p.tell(compared{comparison: r.number, err: errors.New("5a.txt: has changed since it was listed")})
	if p.model.here() != place(p.model.library()) || lineWith(p, "5a.txt: has changed since it was listed") < 0 {
		t.Errorf("the screen shows\n%s", p.Frame().Plain())
	}
	if s := p.Frame().Plain(); strings.Contains(s, "comparing") {
		t.Error(s)
	}
}

// TestArrivalUnderComparison checks that what is chosen and read again in a comparison
// that was opened before the rest of the corpus came shows in the library.
func TestArrivalUnderComparison(t *testing.T) {
	p := arriving(t, part(t, 3, 5, 7))
	press(t, p, "down enter enter")
	p.tell(loaded{corpus: part(t, 1, 2, 3, 4, 5, 6, 7)})
	press(t, p, "x")
	r := p.model.reading()
	d, err := corpus.Parse("5b.txt", []byte("Story number 5\n\nThe keeper told us nothing.\n"), corpus.Auto)
	if err != nil {
		t.Fatal(err)
	}
	p.tell(reread{comparison: r.number, documents: [2]*corpus.Document{d, r.documents()[1]}})
	press(t, p, "esc")
	screenHas(t, p, "esc", "B  1 5a.txt", "A  2 5b.txt")
	press(t, p, "down enter")
	screenHas(t, p, "esc enter", "told us nothing")
}
