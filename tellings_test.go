package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"variorum/corpus"
	"variorum/diff"
)

// TestTellings compares independent tellings of one event with what readers
// found in them. Of the links that the program makes nearly all must be theirs;
// of those that both readers were sure of it finds a part, for many have hardly
// a word in common.
func TestTellings(t *testing.T) {
	const dir = "../shared/seeds"
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the seed articles are not here:", err)
	}
	labels, err := os.ReadFile("testdata/tellings.txt")
	if err != nil {
		t.Fatal(err)
	}
	type link struct {
		articles [2]string
		a, b     int
	}
	grade := map[link]string{}
	var pairs [][2]string
	sure := 0
	for lines := bufio.NewScanner(bytes.NewReader(labels)); lines.Scan(); {
		var l link
		var g string
		if strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		if _, err := fmt.Sscan(lines.Text(), &l.articles[0], &l.articles[1], &l.a, &l.b, &g); err != nil {
			t.Fatal(err)
		}
		grade[l] = g
		if g == "sure" {
			sure++
		}
		if len(pairs) == 0 || pairs[len(pairs)-1] != l.articles {
			pairs = append(pairs, l.articles)
		}
	}
	found, theirs, surely := 0, 0, 0
	for _, articles := range pairs {
		var blocks [2]*corpus.Document
		for s, name := range articles {
			files, _ := filepath.Glob(filepath.Join(dir, name+"_*.txt"))
			if len(files) != 1 {
				t.Fatalf("article %s is not there", name)
			}
			if blocks[s], err = readFile(files[0], corpus.Options{}); err != nil {
				t.Fatal(err)
			}
		}
		links := linked(t, blocks[0], blocks[1])
		mirrored := linked(t, blocks[1], blocks[0])
		for l := range links {
			found++
			switch grade[link{articles, l[0], l[1]}] {
			case "sure":
				surely++
				theirs++
			case "fair":
				theirs++
			default:
				t.Logf("%v: nobody else links %d and %d", articles, l[0], l[1])
			}
			if !mirrored[[2]int{l[1], l[0]}] {
				t.Errorf("%v: %d and %d are linked only this way round", articles, l[0], l[1])
			}
		}
		if len(mirrored) != len(links) {
			t.Errorf("%v: %d links, and %d the other way round", articles, len(links), len(mirrored))
		}
	}
	t.Logf("%d links, %d of them the readers'; %d of %d that both are sure of", found, theirs, surely, sure)
	if 100*theirs < 88*found {
		t.Errorf("only %d of %d links are ones that a reader makes", theirs, found)
	}
	if 100*surely < 40*sure {
		t.Errorf("only %d of %d links that readers are sure of were found", surely, sure)
	}
}

// linked returns the sentences that a comparison puts together.
func linked(t *testing.T, a, b *corpus.Document) map[[2]int]bool {
	t.Helper()
	c, err := diff.Compare(context.Background(), a.Blocks, b.Blocks, diff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	out := map[[2]int]bool{}
	for _, p := range c.Pairs {
		for _, i := range p.Sentences[diff.A] {
			for _, j := range p.Sentences[diff.B] {
				out[[2]int{i, j}] = true
			}
		}
	}
	return out
}
