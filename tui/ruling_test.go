package tui

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"variorum/corpus"
)

// rulebook stands for the file in which it is written which versions are one story.
type rulebook struct {
	now    *corpus.Corpus
	undone error
}

func (b *rulebook) rules() Rules {
	write := func(stories ...corpus.Story) (Written, error) {
		before := b.now
		b.now = &corpus.Corpus{Stories: stories}
		return Written{Lines: []string{"+ [[story]]", "+ versions = []", "- old"}, Undo: func() error {
			if b.undone == nil {
				b.now = before
			}
			return b.undone
		}}, nil
	}
	return Rules{
		Path: "texts/variorum.toml",
		Join: func(_ string, docs []*corpus.Document) (Written, error) {
			story := corpus.Story{ID: "joined", Title: "All of it"}
			for _, d := range docs {
				story.Versions = append(story.Versions, corpus.Version{Document: d, Match: corpus.Assigned})
			}
			return write(story)
		},
		Split: func(docs []*corpus.Document) (Written, error) {
			var stories []corpus.Story
			for _, s := range b.now.Stories {
				s.Versions = slices.DeleteFunc(slices.Clone(s.Versions), func(v corpus.Version) bool { return v.Document == docs[0] })
				stories = append(stories, s)
			}
			return write(append(stories, corpus.Story{ID: "split", Title: "Split off", Versions: []corpus.Version{{Document: docs[0]}}})...)
		},
	}
}

func ruledPlayer(t *testing.T, w, h int) (*Player, *rulebook) {
	t.Helper()
	c := testCorpus(t)
	b := &rulebook{now: c}
	p, err := NewPlayer(Config{Source: func(context.Context, corpus.Options) (*corpus.Corpus, error) { return b.now, nil }, Rules: b.rules()}, w, h)
	if err != nil {
		t.Fatal(err)
	}
	return p, b
}

// TestRuling checks that two stories are joined and a version is split off when that
// was agreed to, that the cursor goes along, and that it is undone.
func TestRuling(t *testing.T) {
	p, b := ruledPlayer(t, 120, 24)
	check := func(keys, said string, stories int, path string) {
		t.Helper()
		press(t, p, keys)
		l := p.model.library()
		at := l.selected()
		now := p.model.corpus.Stories[at].Versions[l.versions[at]].Path
		if lineWith(p, said) < 0 || len(p.model.corpus.Stories) != stories || now != path {
			t.Errorf("after %s, of %d stories and with the cursor on %s, the screen shows\n%s", keys, len(p.model.corpus.Stories), now, p.Frame().Plain())
		}
	}
	const ferry, bees = "ferry/islander.txt", "bees/notes.txt"
	check("J", "J on another story joins this one to it; esc does not", 2, ferry)
	check("J", "enter open", 2, ferry) // on the same one again
	check("J down", "+Ferry to Oslet", 2, bees)
	check("esc", " Ferry to Oslet", 2, bees)
	check("tab J", "J on another story joins this one to it; esc does not", 2, bees) // beside the versions, too
	check("x", "enter read  esc stories", 2, bees)
	check("esc esc", " A hive", 2, bees)
	check("J up J", "enter joins the two, 5 versions; esc does not · in texts/variorum.toml", 2, ferry)
	check("esc", "J join the marked story with this one", 2, ferry)
	check("J down", "+A hive", 2, bees) // anything else is a no, too
	check("up J enter", "u undoes it · in texts/variorum.toml: + [[story]] versions = [] - old", 1, ferry)
	check("tab down down S", "enter splits version 4 off; esc does not · in texts/variorum.toml", 1, "ferry/cut.txt")
	check("esc", "compare A and B", 1, "ferry/cut.txt")
	check("S enter", "u undoes it", 2, "ferry/cut.txt")
	check("S", "this version is a story of its own already", 2, "ferry/cut.txt")
	check("u", "texts/variorum.toml is as it was", 1, "ferry/cut.txt")
	check("u", "texts/variorum.toml is as it was", 2, "ferry/cut.txt")
	check("u", "nothing was joined or split here", 2, "ferry/cut.txt")
	check("S enter", "u undoes it", 3, "ferry/cut.txt")
	b.undone = errors.New("somebody has changed it since")
	check("u", "somebody has changed it since", 3, "ferry/cut.txt")
	b.undone = nil // who changed it has changed it back
	check("u", "texts/variorum.toml is as it was", 2, "ferry/cut.txt")
}

// TestNoRuling checks that it is said where nothing can be written, and that nothing is
// while a corpus is still on its way.
func TestNoRuling(t *testing.T) {
	for _, keys := range []string{"J", "u", "enter S"} {
		p := testPlayer(t, 120, 24)
		press(t, p, keys)
		if lineWith(p, "this is not read from one folder") < 0 {
			t.Errorf("after %s the screen shows\n%s", keys, p.Frame().Plain())
		}
	}
	p, _ := ruledPlayer(t, 120, 24)
	p.model.loading = &loading{}
	press(t, p, "J")
	if lineWith(p, "not before all files are read") < 0 || strings.Contains(p.Frame().Plain(), "+Ferry") {
		t.Errorf("the screen shows\n%s", p.Frame().Plain())
	}
}
