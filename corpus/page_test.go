package corpus

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/rogpeppe/go-internal/txtar"

	"variorum/text"
)

// TestPages reads the pages of testdata/pages. Behind each stands the text that
// a person would copy out of it, and then what came out. Of the words of that
// text nearly all must be kept, and hardly others come along unless they are
// furniture, which is folded away.
func TestPages(t *testing.T) {
	kept, missed, extra := 0, 0, 0
	files, err := filepath.Glob("testdata/pages/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no pages", err)
	}
	for _, path := range files {
		name := strings.TrimSuffix(filepath.Base(path), ".txtar")
		t.Run(name, func(t *testing.T) {
			golden(t, path, func(file txtar.File) string {
				d := parsed(t, file)
				checkBlocks(t, d, false)
				return describe(d)
			})
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			d := parsed(t, a.Files[0])
			k, m, e := wordsKept(d, string(a.Files[len(a.Files)-1].Data))
			t.Logf("%d words kept, %d missed, %d others", k, m, e)
			if m*20 > k || e*20 > k {
				t.Errorf("of the article %d words are kept and %d missed, %d others come along", k, m, e)
			}
			kept, missed, extra = kept+k, missed+m, extra+e
		})
	}
	t.Logf("all pages: %d words kept, %d missed, %d others", kept, missed, extra)
}

// wordsKept compares the words of a document, furniture aside, with those that
// it should have.
func wordsKept(d *Document, article string) (kept, missed, extra int) {
	left := map[string]int{}
	words := func(s string) []string {
		return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	}
	for _, w := range words(article) {
		left[w]++
		missed++
	}
	for _, b := range d.Blocks {
		if b.Kind == text.Furniture {
			continue
		}
		for _, w := range words(b.Text) {
			if left[w] > 0 {
				left[w]--
				kept++
				missed--
			} else {
				extra++
			}
		}
	}
	return kept, missed, extra
}
