package tui

import (
	"slices"
	"strings"
	"testing"

	"variorum/corpus"
	"variorum/tui/view"
)

// TestTwins checks that of versions that have the same words no two are marked
// while there are others, and that the list says which are the same letter for letter.
func TestTwins(t *testing.T) {
	whole := numberedText(6, map[int]string{0: `"boats"`})
	curly := strings.Replace(whole, `"boats"`, "“boats”", 1)
	loud := strings.ToUpper(whole[:4]) + whole[4:]
	cut := numberedText(6, map[int]string{0: `"boats"`, 3: "red boats"})
	for _, test := range []struct {
		texts  []string
		marked [2]int
		match  []string
	}{
		{[]string{whole, whole, cut}, [2]int{0, 2}, []string{"", "same as 1", "same-text"}},
		{[]string{whole, curly, cut}, [2]int{0, 2}, []string{"", "same as 1", "same-text"}},
		{[]string{whole, loud, cut}, [2]int{0, 2}, []string{"", "same-text", "same-text"}},
		{[]string{whole, whole, loud}, [2]int{0, 2}, []string{"", "same as 1", "same-text"}},
		{[]string{cut, whole, whole}, [2]int{0, 1}, []string{"", "same as 3", "same as 2"}},
		{[]string{whole, whole, whole}, [2]int{0, 1}, []string{"", "same as 1", "same as 1"}},
		{[]string{whole, cut}, [2]int{0, 1}, []string{"", "same-text"}},
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
		for _, v := range p.model.library().screen(p.model).(view.Library).Versions {
			match = append(match, v.Match)
		}
		if !slices.Equal(match, test.match) {
			t.Errorf("the list says %q, want %q:\n%s", match, test.match, p.Frame().Plain())
		}
	}
}
