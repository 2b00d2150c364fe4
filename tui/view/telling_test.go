package view

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"variorum/diff"
)

// Pages of two tellings, whose links the case itself lists: a sentence of A,
// one of B, and what they share.
func TestTellings(t *testing.T) {
	files, err := filepath.Glob("testdata/tellings/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		data := parts(archive)
		c := linked(t, compared(t, data["a"], data["b"], diff.HumanTiers), string(data["links"]))
		for i, f := range archive.Files {
			if !strings.Contains(f.Name, " ") {
				continue
			}
			got := marked(t, f.Name, c)
			if *update {
				archive.Files[i].Data = []byte(got)
			} else if got != string(f.Data) {
				t.Errorf("%s: got\n%s\nwant\n%s", f.Name, got, f.Data)
			}
		}
		if *update {
			if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		for width := 1; width < 200; width += 7 {
			checkPage(t, file, c, width)
		}
	}
}

// linked returns a comparison of two tellings with the links of a list.
func linked(t testing.TB, c *diff.Comparison, list string) *diff.Comparison {
	var taken [2]map[int]bool
	taken[0], taken[1] = map[int]bool{}, map[int]bool{}
	out := *c
	out.Summary.Verdict, out.Pairs, out.Differences = diff.Related, nil, nil
	for line := range strings.Lines(list) {
		ends, words, _ := strings.Cut(strings.TrimSpace(line), ":")
		p := diff.Pair{Relation: diff.Paraphrase, Similarity: 0.5, Sentences: [2][]int{{0}, {0}}}
		if _, err := fmt.Sscan(ends, &p.Sentences[0][0], &p.Sentences[1][0]); err != nil {
			t.Fatal(err)
		}
		for _, w := range strings.Split(words, "|") {
			if w = strings.TrimSpace(w); w == "" {
				continue
			}
			var shared diff.Shared
			for s := range shared.Places {
				i := p.Sentences[s][0]
				at := strings.Index(c.Texts[s].Sentence(i), w)
				if at < 0 {
					t.Fatalf("no %q in %q", w, c.Texts[s].Sentence(i))
				}
				shared.Places[s] = diff.Place{Sentence: i, Start: at, End: at + len(w)}
			}
			p.Shared = append(p.Shared, shared)
		}
		for s := range taken {
			taken[s][p.Sentences[s][0]] = true
		}
		out.Pairs = append(out.Pairs, p)
	}
	for s, text := range c.Texts {
		for i := range text.Sentences {
			if !taken[s][i] {
				p := diff.Pair{Relation: diff.OnlyA + diff.Relation(s)}
				p.Sentences[s] = []int{i}
				out.Pairs = append(out.Pairs, p)
			}
		}
	}
	return &out
}
