package view

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"variorum/diff"
	"variorum/text"
)

// book returns a text of about n words, with every so many of them changed.
func book(n, every int) []byte {
	var b strings.Builder
	b.WriteString("# A long book\n\n")
	for i := range n {
		word := fmt.Sprintf("w%c%co", 'a'+i*7%26, 'a'+i*i%26)
		if every > 0 && i%every == every-1 {
			word = "changed"
		}
		switch {
		case i%120 == 119:
			b.WriteString(word + ".\n\nNext ")
		case i%15 == 14:
			b.WriteString(word + ". Then ")
		default:
			b.WriteString(word + " ")
		}
	}
	return []byte(b.String())
}

func BenchmarkNewPage(b *testing.B) {
	c := compared(b, book(100_000, 0), book(100_000, 50), diff.HumanTiers)
	for name, layout := range map[string]Layout{"side-by-side": SideBySide, "inline": Inline, "stacked": Stacked} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				NewPage(c, heads, Options{Layout: layout, Width: 120, Method: ansi.GraphemeWidth, Ruler: true})
			}
		})
	}
}

func BenchmarkPaint(b *testing.B) {
	c := compared(b, book(100_000, 0), book(100_000, 50), diff.HumanTiers)
	p := NewPage(c, heads, Options{Width: 200, Method: ansi.GraphemeWidth, Ruler: true})
	theme := darkTheme()
	b.Run("frame", func(b *testing.B) {
		for b.Loop() {
			Paint(Reading{Page: p, Top: len(p.Rows) / 2, Current: 7}, 200, 60, ansi.GraphemeWidth)
		}
	})
	f := Paint(Reading{Page: p, Top: len(p.Rows) / 2, Current: 7}, 200, 60, ansi.GraphemeWidth)
	b.Run("ansi", func(b *testing.B) {
		for b.Loop() {
			f.ANSI(theme)
		}
	})
}

// A hundred thousand changes, all alike or hardly two of them.
func BenchmarkDigest(b *testing.B) {
	var x, y strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&x, "One of the boats had word%d on its side. ", i)
		fmt.Fprintf(&y, "One of the boats had term%d on its side. ", i)
		if i%20 == 19 {
			x.WriteString("\n\n")
			y.WriteString("\n\n")
		}
	}
	p := NewPage(compared(b, []byte(x.String()), []byte(y.String()), diff.HumanTiers), heads, Options{Width: 120, Method: ansi.GraphemeWidth, Ruler: true})
	b.Run("gather", func(b *testing.B) {
		for b.Loop() {
			NewDigest(p)
		}
	})
	s := Changes{Page: p, Digest: NewDigest(p), Selected: -1}
	for i := range s.Digest.Groups {
		s.Rows = append(s.Rows, ChangeRow{i, -1})
	}
	s.Top = len(s.Rows) / 2
	b.Run("paint", func(b *testing.B) {
		for b.Loop() {
			Paint(s, 120, 40, ansi.GraphemeWidth)
		}
	})
	b.Logf("%d changes, %d groups", len(p.Changes), len(s.Rows))
}

func BenchmarkFind(b *testing.B) {
	c := compared(b, book(500_000, 0), book(500_000, 50), diff.HumanTiers)
	p := NewPage(c, heads, Options{Width: 120, Method: ansi.GraphemeWidth, Ruler: true})
	for _, pattern := range []string{"w", "then", "w changed", "zeppelin"} {
		b.Run(pattern, func(b *testing.B) {
			for b.Loop() {
				p.Find(text.NewPattern(pattern))
			}
		})
	}
}
