package export

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"

	"variorum/corpus"
	"variorum/diff"
)

// BenchmarkExport writes the comparison of two texts of a hundred thousand
// words, one word in twenty changed.
func BenchmarkExport(b *testing.B) {
	var texts [2]strings.Builder
	for i := range 100_000 {
		for s := range texts {
			switch word := fmt.Sprintf("word%d", i*i%5003); {
			case s == 1 && i%20 == 7:
				texts[s].WriteString("other")
			case i%15 == 14:
				texts[s].WriteString(word + ". Now ")
				continue
			default:
				texts[s].WriteString(word)
			}
			texts[s].WriteString(" ")
			if i%90 == 89 {
				texts[s].WriteString("\n\n")
			}
		}
	}
	var docs [2]*corpus.Document
	for s := range docs {
		d, err := corpus.Parse("text", []byte(texts[s].String()), corpus.Plain)
		if err != nil {
			b.Fatal(err)
		}
		docs[s] = d
	}
	c, err := diff.Compare(context.Background(), docs[0].Blocks, docs[1].Blocks, diff.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Run("wdiff", func(b *testing.B) {
		for b.Loop() {
			WDiff(io.Discard, c, 0)
		}
	})
	b.Run("json", func(b *testing.B) {
		for b.Loop() {
			JSON(io.Discard, c, docs)
		}
	})
}
