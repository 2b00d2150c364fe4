package tui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"variorum/corpus"
	"variorum/tui/view"
)

// TestSharesOfAnArchive checks that the shares of a story need its archive once,
// and that a text that cannot be read any more keeps nothing from the others.
func TestSharesOfAnArchive(t *testing.T) {
	file := filepath.Join(t.TempDir(), "tides.jsonl")
	const tide = "The tide came in at the old quay for the %s time, and all the boats that waited there rose with it."
	record := func(word string) string {
		return fmt.Sprintf(`{"id": %q, "title": "Tides at the quay", "text": %q}`+"\n", word, strings.Repeat(fmt.Sprintf(tide, word)+"\n\n", 5))
	}
	// So much is read that texts are not kept.
	blank := strings.Repeat(strings.Repeat(" ", 1<<16)+"\n", 520)
	write(t, file, blank+record("first")+record("second")+record("third"))
	c, err := corpus.Load(t.Context(), []string{file}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(c.Stories); n != 1 || len(c.Stories[0].Versions) != 3 || c.Stories[0].Versions[0].Held() {
		t.Fatalf("%d stories, or not one of three texts that are not kept", n)
	}
	write(t, file, blank+record("first")+strings.Replace(record("second"), "boats", "ships", 1)+record("third"))
	p, err := NewPlayer(Config{Corpus: c}, 100, 24)
	if err != nil {
		t.Fatal(err)
	}
	m, l := p.model, p.model.library()
	check := func() {
		t.Helper()
		changed := -1
		for i := range c.Stories[0].Versions {
			if strings.Contains(c.Stories[0].Versions[i].Path, "second") {
				changed = i
			}
		}
		for i, row := range l.shares[0] {
			for j, share := range row {
				if unknown := share == view.UnknownShare; i != j && unknown != (i == changed || j == changed) || !unknown && !(share > 0) {
					t.Errorf("the share of %d in %d is %v; the file of %d has changed", i, j, share, changed)
				}
			}
		}
		if screen := p.Frame().Plain(); !strings.Contains(screen, " ? ") || strings.Contains(screen, " … ") {
			t.Errorf("the screen is\n%s", screen)
		}
	}
	check()
	delete(l.shares, 0)
	texts := l.share(m)()
	if err := os.Remove(file); err != nil { // it is not needed any more
		t.Fatal(err)
	}
	p.do(m.update(texts))
	check()
	if l.gathered.whole != nil {
		t.Error("the texts are kept after they were compared")
	}
}

// TestSharesOfMany checks that the shares of versions beyond those that are compared
// are not waited for when a file has changed.
func TestSharesOfMany(t *testing.T) {
	story := corpus.Story{ID: "boats", Title: "Boats"}
	for i := range maxSharing + 2 {
		d, err := corpus.Parse(fmt.Sprintf("%d.txt", i), []byte(numberedText(4, map[int]string{2: fmt.Sprint(i, " boats")})), corpus.Auto)
		if err != nil {
			t.Fatal(err)
		}
		story.Versions = append(story.Versions, corpus.Version{Document: d, Match: corpus.SameText, Similarity: 0.9})
	}
	p, err := NewPlayer(Config{Corpus: &corpus.Corpus{Stories: []corpus.Story{story}}}, 160, 60)
	if err != nil {
		t.Fatal(err)
	}
	press(t, p, "enter down b enter")
	r := p.model.reading()
	d, err := corpus.Parse("0.txt", []byte(numberedText(4, map[int]string{2: "no boats"})), corpus.Auto)
	if err != nil {
		t.Fatal(err)
	}
	p.tell(reread{comparison: r.number, documents: [2]*corpus.Document{d, r.documents()[1]}})
	press(t, p, "esc")
	screenHas(t, p, "esc", "of each version", "?    ·", "!…")
}
