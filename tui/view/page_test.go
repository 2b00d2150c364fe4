package view

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"github.com/rogpeppe/go-internal/txtar"

	"variorum/corpus"
	"variorum/diff"
)

var update = flag.Bool("update", false, "write what came out into testdata")

// compared returns the comparison of two texts as the reader makes it.
func compared(t testing.TB, a, b []byte, ignore diff.Tiers) *diff.Comparison {
	t.Helper()
	var docs [2]*corpus.Document
	for i, data := range [][]byte{a, b} {
		d, err := corpus.Parse([]string{"a.txt", "b.txt"}[i], data, corpus.Auto)
		if err != nil {
			t.Fatal(err)
		}
		docs[i] = d
	}
	c, err := diff.Compare(context.Background(), docs[0].Blocks, docs[1].Blocks, diff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c.Without(ignore)
}

var heads = [2]Head{{"One title", "The Ferry Post", "2031-05-02", "a.txt", ""}, {"Another title", "", "2031-05-03T09:30", "b.txt", ""}}

// parts returns the files of an archive by name.
func parts(a *txtar.Archive) map[string][]byte {
	out := map[string][]byte{}
	for _, f := range a.Files {
		out[f.Name] = f.Data
	}
	return out
}

// Each case is two texts and pages of them in marked form. The name of a page
// is its layout, its width and what else is asked of it.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/pages/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			data := parts(archive)
			for i, f := range archive.Files {
				if f.Name == "a" || f.Name == "b" {
					continue
				}
				ignore := diff.HumanTiers
				if strings.HasSuffix(f.Name, " all") {
					ignore = 0
				}
				got := marked(t, f.Name, compared(t, data["a"], data["b"], ignore))
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
		})
	}
}

// marked returns the page of a name: all of its rows, then its changes.
func marked(t *testing.T, name string, c *diff.Comparison) string {
	o := Options{Method: ansi.GraphemeWidth}
	words := strings.Fields(name)
	switch words[0] {
	case "inline":
		o.Layout = Inline
	case "stacked":
		o.Layout = Stacked
	case "side-by-side":
	default:
		t.Fatalf("unknown layout %q", words[0])
	}
	if _, err := fmt.Sscan(words[1], &o.Width); err != nil {
		t.Fatal(err)
	}
	for _, w := range words[2:] {
		switch w {
		case "marks":
			o.Marks = true
		case "all":
		case "fold":
			o.Fold, o.Context = true, 1
		default:
			t.Fatalf("unknown word %q", w)
		}
	}
	p := NewPage(c, heads, o)
	f := NewFrame(o.Width, len(p.Rows), o.Method)
	for y := range p.Rows {
		p.paintRow(f, y, y, -1)
	}
	checkFrame(t, f)
	var out strings.Builder
	if o.Marks {
		out.WriteString(f.Plain() + "\n")
	} else {
		// The lines of roles that have nothing to say make a page hard to read.
		for i, line := range strings.Split(f.Marked(), "\n") {
			if i%2 == 0 || strings.Trim(line, "= ") != "" {
				out.WriteString(line + "\n")
			}
		}
	}
	out.WriteString("\n")
	for i, ch := range p.Changes {
		fmt.Fprintf(&out, "%d row %d: %s: %s\n", i+1, ch.Row+1, ch.Kind, Describe(p.Comparison, ch))
	}
	fmt.Fprintf(&out, "%s\n", join2(p.Comparison.Say(len(p.Changes))))
	return out.String()
}

// pairs returns pairs of texts to lay out: those of the cases, and the
// articles outside the repository where they are there.
func pairs(t testing.TB) map[string][2][]byte {
	out := map[string][2][]byte{}
	files, _ := filepath.Glob("testdata/pages/*.txtar")
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		data := parts(archive)
		out[filepath.Base(file)] = [2][]byte{data["a"], data["b"]}
	}
	return out
}

// Whatever the width and the layout, every word of both sides stands on the
// page once, in order, and no row is wider than its column.
func TestPagesAreWhole(t *testing.T) {
	for name, pair := range pairs(t) {
		checkWhole(t, name, pair[0], pair[1])
	}
}

func TestPagesOfArticlesAreWhole(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/seeds/*.txt")
	if len(files) < 2 {
		t.Skip("the articles that this test lays out are not beside the repository")
	}
	for i := range files[1:] {
		a, err := os.ReadFile(files[i])
		if err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(files[i+1])
		if err != nil {
			t.Fatal(err)
		}
		checkWhole(t, filepath.Base(files[i+1]), a, b)
	}
}

func FuzzPage(f *testing.F) {
	for _, pair := range pairs(f) {
		f.Add(pair[0], pair[1], 60)
	}
	f.Add([]byte("A\x1b[31m one.\n\ntwo\u202e."), []byte("one\ttwo 東京。東京"), 3)
	f.Fuzz(func(t *testing.T, a, b []byte, width int) {
		if len(a) > 4000 || len(b) > 4000 {
			return
		}
		for _, data := range [][]byte{a, b} {
			if _, err := corpus.Parse("x.txt", data, corpus.Plain); err != nil {
				return // not a text
			}
		}
		c := compared(t, a, b, 0)
		checkPage(t, "", c, 1+max(width, -width, 0)%200)
	})
}

func checkWhole(t *testing.T, name string, a, b []byte) {
	c := compared(t, a, b, diff.HumanTiers)
	for width := 1; width <= 300; width += 1 + width/20 {
		checkPage(t, name, c, width)
	}
}

func checkPage(t *testing.T, name string, c *diff.Comparison, width int) {
	for _, layout := range []Layout{SideBySide, Inline, Stacked} {
		o := Options{Layout: layout, Width: width, Method: ansi.GraphemeWidth, Ruler: width%2 == 0}
		p := NewPage(c, heads, o)
		for y, r := range p.Rows {
			for s, l := range r.Sides {
				n := 0
				for _, piece := range l {
					n += piece.Width
				}
				if n > p.columns[s].width {
					t.Fatalf("%s at %d: row %d is %d cells wide, its column %d", name, width, y, n, p.columns[s].width)
				}
			}
		}
		for i, ch := range p.Changes {
			if ch.Row < 0 || ch.Row >= max(len(p.Rows), 1) || ch.Rows < 1 {
				t.Fatalf("%s at %d: change %d is at row %d of %d", name, width, i, ch.Row, len(p.Rows))
			}
		}
		if !slices.IsSorted(p.Paragraphs) {
			t.Fatalf("%s at %d: the paragraphs do not rise: %v", name, width, p.Paragraphs)
		}
		for _, ch := range p.Changes {
			line := Describe(c, ch)
			if line == "" || len([]rune(line)) > 300 || line != Harmless(line) {
				t.Fatalf("%s: a change is described as %q", name, line)
			}
		}
		if p.layout == Inline {
			checkInline(t, name, c, p)
		}
		if p.layout == SideBySide {
			for s := range c.Texts {
				want, got := "", ""
				for _, block := range c.Texts[s].Blocks {
					want += unbroken(block.Text)
				}
				for _, r := range p.Rows {
					for _, piece := range r.Sides[s] {
						if piece.Role != Cut {
							got += unbroken(piece.Text)
						}
					}
				}
				if got != want {
					t.Fatalf("%s at %d: side %d says\n%q\nwant\n%q", name, width, s, got, want)
				}
			}
		}
	}
}

// checkInline checks that the words of both sides stand in an inline page in
// their order. Where typography differs only A's form is shown.
func checkInline(t *testing.T, name string, c *diff.Comparison, p *Page) {
	got := ""
	for _, r := range p.Rows {
		for _, piece := range r.Sides[0] {
			got += unbroken(piece.Text)
		}
	}
	for s, text := range c.Texts {
		if s == 1 && (c.Hidden > 0 || slices.ContainsFunc(c.Differences, func(d diff.Difference) bool { return d.Kind >= diff.Typography })) {
			continue
		}
		rest := got
		for i := range text.Sentences {
			for _, word := range strings.Fields(text.Sentence(i)) {
				for _, r := range word {
					if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
						continue // what counts as a blank is not for this test to say
					}
					at := strings.IndexRune(rest, r)
					if at < 0 {
						t.Fatalf("%s at %d: %q of side %d is not in order in\n%q", name, p.Options.Width, word, s, got)
					}
					rest = rest[at:]
					rest = strings.TrimPrefix(rest, string(r))
				}
			}
		}
	}
}

func TestNarrowPagesStack(t *testing.T) {
	c := compared(t, []byte("One two three.\n"), []byte("One two four.\n"), 0)
	for width, want := range map[int]Layout{79: Stacked, 80: SideBySide} {
		if got := NewPage(c, heads, Options{Width: width}).Layout(); got != want {
			t.Errorf("at %d cells the layout is %d, want %d", width, got, want)
		}
	}
}

// TestProcessors checks that a page is the same however many processors lay it
// out.
func TestProcessors(t *testing.T) {
	a, b := book(60_000, 0), book(60_000, 50)
	stanza := []byte("\n\nThe lamp is lit before the day is done\nAnd round the rock the evening waters run\nThe keeper counts the ships that homeward go\nAnd marks in ink the hour the wind the snow")
	verses := bytes.Repeat(stanza, 500)
	for _, texts := range [][2][]byte{{a, b}, {verses, bytes.ReplaceAll(verses, []byte("hour"), []byte("day"))}} {
		checkProcessors(t, compared(t, texts[0], texts[1], diff.HumanTiers))
	}
}

func checkProcessors(t *testing.T, c *diff.Comparison) {
	t.Helper()
	for _, layout := range []Layout{SideBySide, Inline, Stacked} {
		o := Options{Layout: layout, Width: 120, Method: ansi.GraphemeWidth, Ruler: true}
		before := runtime.GOMAXPROCS(1)
		alone := NewPage(c, heads, o)
		runtime.GOMAXPROCS(3)
		together := NewPage(c, heads, o)
		runtime.GOMAXPROCS(before)
		if !reflect.DeepEqual(alone, together) {
			t.Errorf("layout %d: the page differs", layout)
		}
	}
}
