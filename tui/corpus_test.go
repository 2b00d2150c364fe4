package tui

import (
	"errors"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"variorum/corpus"
)

// testCorpus is a small corpus, grouped by hand: the tests here are about
// reading it, not about how it came together.
func testCorpus(t testing.TB) *corpus.Corpus {
	t.Helper()
	c, err := readCorpus()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

var readCorpus = sync.OnceValues(func() (*corpus.Corpus, error) {
	archive, err := txtar.ParseFile("testdata/corpus.txtar")
	if err != nil {
		return nil, err
	}
	documents := map[string]*corpus.Document{}
	for _, f := range archive.Files {
		d, err := corpus.Parse(f.Name, f.Data, corpus.Auto)
		if err != nil {
			return nil, err
		}
		documents[f.Name] = d
	}
	version := func(name string, m corpus.Match, similarity float64) corpus.Version {
		return corpus.Version{Document: documents[name], Match: m, Similarity: similarity}
	}
	return &corpus.Corpus{Stories: []corpus.Story{
		{ID: "ferry", Title: "Ferry to Oslet returns after nine winters", Versions: []corpus.Version{
			version("ferry/islander.txt", corpus.Related, 0.3),
			version("ferry/gazette.txt", corpus.First, 0.8),
			version("ferry/cut.txt", corpus.SameText, 0.5),
			version("ferry/wire.txt", corpus.SameText, 0.8),
		}},
		{ID: "bees", Title: "A hive on the roof of the town library", Versions: []corpus.Version{
			version("bees/notes.txt", corpus.First, 0),
		}},
	}, Problems: []corpus.Problem{
		{Path: "ferry/\x1b[31mscan.txt", Err: errors.New("looks like a binary file")},
		{Path: "ferry/old.txt", Err: errors.New("no such file or folder")},
	}}, nil
})

func testPlayer(t testing.TB, w, h int) *Player {
	t.Helper()
	p, err := NewPlayer(Config{Corpus: testCorpus(t)}, w, h)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// press presses keys named in a line.
func press(t testing.TB, p *Player, keys string) {
	t.Helper()
	steps, err := ParseKeys(keys)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range steps {
		if err := p.take(s); err != nil {
			t.Fatal(err)
		}
	}
}
