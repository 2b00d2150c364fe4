package diff

import (
	"context"
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"variorum/text"
)

// prose makes text with the statistics of prose: few words often, many rarely,
// in sentences and paragraphs. The same seed makes the same text.
func prose(seed int64, words int) []text.Block {
	r := rand.New(rand.NewSource(seed))
	zipf := rand.NewZipf(r, 1.2, 4, 20000)
	var out []text.Block
	for n := 0; n < words; {
		var paragraph []string
		for range 1 + r.Intn(6) {
			var s []string
			for range 4 + r.Intn(20) {
				s = append(s, spell(zipf.Uint64()))
			}
			n += len(s)
			s[0] = strings.ToUpper(s[0][:1]) + s[0][1:]
			paragraph = append(paragraph, strings.Join(s, " ")+".")
		}
		out = append(out, block(strings.Join(paragraph, " ")))
	}
	return out
}

func block(s string) text.Block {
	return text.Block{Text: s, Span: text.Span{End: len(s)}, Runs: []text.Run{{Len: len(s)}}}
}

// spell makes a word of a number.
func spell(n uint64) string {
	out := ""
	for n += 7; n > 0; n /= 21 {
		out += string("bcdfghjklmnpqrstvwxyz"[n%21]) + string("aeiou"[n%5])
	}
	return out
}

// edit changes about one token of every n: replaces, drops, adds, moves.
func edit(seed int64, blocks []text.Block, n int) []text.Block {
	r := rand.New(rand.NewSource(seed))
	var out []text.Block
	for _, b := range blocks {
		var words []string
		for _, w := range strings.Fields(b.Text) {
			switch r.Intn(4 * n) {
			case 0, 1:
				words = append(words, spell(uint64(r.Intn(20000))))
			case 2:
			case 3:
				words = append(words, w, spell(uint64(r.Intn(20000))))
			default:
				words = append(words, w)
			}
		}
		switch r.Intn(10 * n) {
		case 0: // the paragraph goes up
			at := r.Intn(len(out) + 1)
			out = append(out[:at], append([]text.Block{block(strings.Join(words, " "))}, out[at:]...)...)
			continue
		case 1: // it breaks off
			words = words[:len(words)/2]
		case 2: // it is said twice
			out = append(out, block(strings.Join(words, " ")))
		}
		out = append(out, block(strings.Join(words, " ")))
	}
	return out
}

// Edits of prose, and of prose that repeats itself, keep every invariant.
func FuzzEdits(f *testing.F) {
	f.Add(int64(1), int64(2), uint16(300), uint8(10), false)
	f.Add(int64(3), int64(4), uint16(900), uint8(2), true)
	f.Fuzz(func(t *testing.T, seed, edits int64, words uint16, every uint8, again bool) {
		a := prose(seed, int(words%3000)+1)
		if again {
			a = append(a, a...)
		}
		b := edit(edits, a, int(every)+1)
		c := compare(t, a, b)
		check(t, c)
		if dump(c) != dump(compare(t, a, b)) {
			t.Fatal("two runs differ")
		}
	})
}

// The other way round, the same is found mirrored.
func TestMirrored(t *testing.T) {
	for seed := range int64(20) {
		a := prose(seed, 600)
		b := edit(seed+100, a, 30)
		there, back := compare(t, a, b), compare(t, b, a)
		x, y := there.Summary, back.Summary
		if x.Verdict != y.Verdict || x.Words != [2]int{y.Words[B], y.Words[A]} {
			t.Errorf("seed %d: %v and %v", seed, x, y)
		}
		if d := x.Similarity - y.Similarity; d > 0.01 || d < -0.01 {
			t.Errorf("seed %d: similarity %v and %v", seed, x.Similarity, y.Similarity)
		}
		if x.Kinds[Move] != y.Kinds[Move] || x.Kinds[Duplicate] != y.Kinds[Duplicate] {
			t.Errorf("seed %d: moves %d and %d, duplicates %d and %d", seed, x.Kinds[Move], y.Kinds[Move], x.Kinds[Duplicate], y.Kinds[Duplicate])
		}
	}
}

func BenchmarkCompare(b *testing.B) {
	for _, words := range []int{1_000, 10_000, 100_000, 1_000_000} {
		for _, every := range []int{100, 5} {
			b.Run(fmt.Sprintf("%d-words-1-in-%d", words, every), func(b *testing.B) {
				x := prose(1, words)
				y := edit(2, x, every)
				b.ReportAllocs()
				for b.Loop() {
					if _, err := Compare(context.Background(), x, y, Options{}); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(words), "ns/word")
			})
		}
	}
}
