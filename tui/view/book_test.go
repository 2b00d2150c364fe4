package view

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/rogpeppe/go-internal/txtar"

	"variorum/collation"
	"variorum/diff"
	"variorum/text"
)

// blocksOf reads one paragraph a line, with its kind before a bar where it is
// another kind of block.
func blocksOf(s string) []text.Block {
	var out []text.Block
	for line := range strings.Lines(s) {
		b := text.Block{Text: strings.TrimSpace(line)}
		if kind, rest, ok := strings.Cut(b.Text, "| "); ok {
			for k := text.Paragraph; k <= text.Furniture; k++ {
				if k.String() == kind {
					b.Kind, b.Text = k, rest
				}
			}
		}
		out = append(out, b)
	}
	return out
}

// books returns screens of one version alone, by name.
func books(t testing.TB, w int) []struct {
	name string
	s    Book
} {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/book.txtar")
	if err != nil {
		t.Fatal(err)
	}
	base := blocksOf(string(archive.Files[0].Data))
	versions := make([]*collation.Witness, len(archive.Files))
	for i, f := range archive.Files[1:] {
		c, err := diff.Compare(t.Context(), base, blocksOf(string(f.Data)), diff.Options{})
		if err != nil {
			t.Fatal(err)
		}
		versions[i+1] = collation.Read(c)
	}
	bare := NewLeaf(base, Book{}.Measure(w), ansi.GraphemeWidth)
	full := bare.With(collation.New(base, versions, diff.HumanTiers))
	names := []BookVersion{{"The Kelde Gazette · 2031-03-02", false}, {"wire.txt", true}, {"cut\x1b[31m.txt", true}, {"The Islander", true}}
	begun := []BookVersion{names[0], names[1], {Name: names[2].Name}, {Name: names[3].Name}}
	at := func(unit int) Book {
		block := 0
		if unit >= 0 {
			block = full.Apparatus.Units[unit].From.Block
		}
		return Book{Block: block, Leaf: full, Versions: names, Compared: 3, Others: 3, Hints: []KeyHelp{{"?", "keys"}}, Current: unit, Top: max(0, full.rows[max(unit, 0)]-2)}
	}
	second := at(4)
	second.Reading = 1
	noted := at(-1)
	noted.Note = "no mark before this one"
	search := func(words string, match int, prompt byte) Book {
		s := at(1)
		s.Asked = Asked{Prompt: prompt, Typed: words, Matches: full.Find(text.NewPattern(words)), Match: match}
		return s
	}
	going := at(1)
	going.Asked = Asked{Prompt: ':', Typed: "p1", Match: -1, Ways: "12 a mark, p12 a paragraph, 50% a place"}
	return []struct {
		name string
		s    Book
	}{
		{"comparing", Book{Leaf: bare, Versions: begun, Compared: 1, Others: 3, Current: -1}},
		{"compared", at(-1)},
		{"title", at(0)},
		{"one reading", at(1)},
		{"two readings", second},
		{"elsewhere", at(len(full.Apparatus.Units) - 2)},
		{"note", noted},
		{"searching", search("the", 1, '/')},
		{"searched", search("nine winters", 0, 0)},
		{"no match", search("zeppelin", -1, '/')},
		{"going", going},
		{"alone", Book{Leaf: NewLeaf(nil, Book{}.Measure(w), ansi.GraphemeWidth), Versions: names[:1], Current: -1}},
	}
}

// One version alone at all sizes, with the role of every cell.
func TestBooks(t *testing.T) {
	for _, size := range sizes {
		w, h := size[0], size[1]
		file := fmt.Sprintf("testdata/books/%dx%d.txtar", w, h)
		want := map[string][]byte{}
		if archive, err := txtar.ParseFile(file); err == nil {
			want = parts(archive)
		} else if !*update {
			t.Fatal(err)
		}
		var now txtar.Archive
		for _, b := range books(t, w) {
			f := Paint(b.s, w, h, ansi.GraphemeWidth)
			checkFrame(t, f)
			got := strings.TrimRight(f.Marked(), "\n") + "\n"
			if !*update && got != string(want[b.name]) {
				t.Errorf("%s at %dx%d: got\n%s\nwant\n%s", b.name, w, h, got, want[b.name])
			}
			now.Files = append(now.Files, txtar.File{Name: b.name, Data: []byte(got)})
		}
		if *update {
			if err := os.MkdirAll("testdata/books", 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, txtar.Format(&now), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// No size breaks a book, and the lemma under the cursor is on the screen
// wherever its line is.
func TestBooksAtAnySize(t *testing.T) {
	for w := MinWidth; w <= 200; w += 1 + w/3 {
		all := books(t, w)
		for h := MinHeight; h <= 60; h += 1 + h/3 {
			for _, b := range all {
				if b.s.Asked.here() { // one place at a time
					checkFrame(t, Paint(b.s, w, h, ansi.GraphemeWidth))
					continue
				}
				for unit := range b.s.Leaf.Apparatus.Units {
					b.s.Current, b.s.Reading, b.s.Top = unit, 0, b.s.Leaf.rows[unit]
					f := Paint(b.s, w, h, ansi.GraphemeWidth)
					checkFrame(t, f)
					if !strings.Contains(f.Marked(), "@") {
						t.Fatalf("%s at %dx%d: unit %d is not on the screen\n%s", b.name, w, h, unit, f.Plain())
					}
				}
			}
		}
	}
}

// Every line of a leaf is a part of its block, and nothing but blanks is left
// out between two.
func TestLeafHoldsItsText(t *testing.T) {
	blocks := blocksOf("heading| A  head\n" + strings.Repeat("one two—three  four 漢字かな交じり文 a\u0301b 👩‍👩‍👧 ", 9) + "\n \ncaption| x\nlast\nand below it a line of verse that is turned over where it is narrow\n")
	blocks[len(blocks)-1].Tight = true
	for width := 1; width < 80; width++ {
		l := NewLeaf(blocks, width, ansi.GraphemeWidth)
		var got []string
		for i, line := range l.lines {
			if i == 0 || line.block != l.lines[i-1].block {
				got = append(got, "")
			}
			got[len(got)-1] += blocks[line.block].Text[line.start:line.end]
		}
		var want []string
		for _, b := range blocks {
			if strings.TrimSpace(b.Text) != "" {
				want = append(want, b.Text)
			}
		}
		for i := range want {
			if i >= len(got) || strings.ReplaceAll(got[i], " ", "") != strings.ReplaceAll(want[i], " ", "") {
				t.Fatalf("at %d cells: %q, want %q", width, got, want)
			}
		}
		for i, line := range l.lines {
			for at := line.start; at < line.end; at++ {
				if y := l.LineOf(collation.Position{Block: line.block, Offset: at}); y != i {
					t.Fatalf("at %d cells: byte %d of block %d is in line %d, not %d", width, at, line.block, y, i)
				}
			}
		}
	}
}
