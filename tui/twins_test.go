package tui

import (
	"slices"
	"strings"
	"testing"

	"variorum/corpus"
)

// TestTwins checks that of versions that are the same word for word no two are
// marked while there are others, and that the list says which they are.
func TestTwins(t *testing.T) {
	whole := numberedText(6, map[int]string{0: `"boats"`})
	cut := numberedText(6, map[int]string{0: `"boats"`, 3: "red boats"})
	for _, test := range []struct {
		texts  []string
		marked [2]int
		match  []string
	}{
		{[]string{whole, whole, cut}, [2]int{0, 2}, []string{"first", "identical", "same-text"}},
		{[]string{whole, strings.Replace(whole, `"boats"`, "“boats”", 1), cut}, [2]int{0, 2}, []string{"first", "identical", "same-text"}},
		{[]string{cut, whole, whole}, [2]int{0, 1}, []string{"first", "identical", "identical"}},
		{[]string{whole, whole, whole}, [2]int{0, 1}, []string{"first", "identical", "identical"}},
		{[]string{whole, cut}, [2]int{0, 1}, []string{"first", "same-text"}},
	} {
		story := corpus.Story{ID: "boats", Title: "Boats"}
		for i, s := range test.texts {
			d, err := corpus.Parse(string(rune('a'+i))+".txt", []byte(s), corpus.Auto)
			if err != nil {
				t.Fatal(err)
			}
			match := corpus.SameText
			if i == 0 {
				match = corpus.First
			}
			story.Versions = append(story.Versions, corpus.Version{Document: d, Match: match, Similarity: 1})
		}
		p, err := NewPlayer(Config{Corpus: &corpus.Corpus{Stories: []corpus.Story{story}}}, 120, 40)
		if err != nil {
			t.Fatal(err)
		}
		if got := p.model.library().marksOf(0, &p.model.corpus.Stories[0]); got != test.marked {
			t.Errorf("%d texts: versions %v are marked, want %v", len(test.texts), got, test.marked)
		}
		var match []string
		for line := range strings.Lines(p.Frame().Plain()) {
			fields := strings.Fields(line)
			if last := fields[max(0, len(fields)-1):]; len(last) > 0 && slices.Contains([]string{"first", "identical", "same-text"}, last[0]) {
				match = append(match, last[0])
			}
		}
		if !slices.Equal(match, test.match) {
			t.Errorf("the list says %q, want %q:\n%s", match, test.match, p.Frame().Plain())
		}
	}
}
