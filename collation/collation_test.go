package collation

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"variorum/diff"
	"variorum/text"
)

var update = flag.Bool("update", false, "write the results into the cases")

// blocks reads a text of a case: one paragraph a line, with its kind before a
// bar where it is another kind of block.
func blocks(s string) []text.Block {
	var out []text.Block
	for _, line := range strings.Split(strings.TrimSpace(s), "\n") {
		b := text.Block{Text: line}
		if kind, rest, ok := strings.Cut(line, "| "); ok {
			for k := text.Paragraph; k <= text.Furniture; k++ {
				if k.String() == kind {
					b.Kind, b.Text = k, rest
				}
			}
		}
		if line != "" {
			out = append(out, b)
		}
	}
	return out
}

func compare(t testing.TB, a, b []text.Block) *diff.Comparison {
	t.Helper()
	c, err := diff.Compare(context.Background(), a, b, diff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// printed writes an apparatus as an edition prints it: the paragraph, the
// lemma, and each reading with the versions that have it.
func printed(a *Apparatus, base []text.Block) string {
	var w strings.Builder
	for i := range a.Units {
		u := &a.Units[i]
		fmt.Fprintf(&w, "%d  %s ]", u.From.Block+1, u.Quote(base, 64))
		for k, r := range u.Readings {
			if k > 0 {
				w.WriteString(" |")
			}
			fmt.Fprintf(&w, " %s  %s", r, Sigla(r.Witnesses))
		}
		if len(u.Wanting) > 0 {
			fmt.Fprintf(&w, " [wanting in %s]", Sigla(u.Wanting))
		}
		w.WriteString("\n")
	}
	if len(a.Apart) > 0 {
		fmt.Fprintf(&w, "told independently: %s\n", Sigla(a.Apart))
	}
	return w.String()
}

// Every case holds a base, which goes by the name of A, its witnesses B, C and
// on, and the apparatus that an editor would print. Run with -update to write
// what the program prints.
func TestApparatus(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var base []text.Block
			var versions []*Witness
			for i, f := range ar.Files {
				tiers, all := strings.CutPrefix(f.Name, "apparatus")
				if !all {
					b := blocks(string(f.Data))
					if base == nil {
						base, versions = b, append(versions, nil)
						continue
					}
					versions = append(versions, Read(compare(t, base, b)))
					continue
				}
				ignore, err := diff.ParseTiers(strings.FieldsFunc(tiers, func(r rune) bool { return strings.ContainsRune(" ,", r) }))
				if err != nil {
					t.Fatal(err)
				}
				a := New(base, versions, ignore)
				check(t, a, base)
				got := printed(a, base)
				if *update {
					ar.Files[i].Data = []byte(got)
				} else if got != string(f.Data) {
					t.Errorf("%s: got\n%s\nwant\n%s", f.Name, got, f.Data)
				}
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// check holds what is true of every apparatus.
func check(t testing.TB, a *Apparatus, base []text.Block) {
	t.Helper()
	inside := func(p Position) bool {
		return p.Block >= 0 && p.Block < len(base) && p.Offset >= 0 && p.Offset <= len(base[p.Block].Text)
	}
	for i := range a.Units {
		u := &a.Units[i]
		if !inside(u.From) || !inside(u.To) || u.From.Compare(u.To) > 0 {
			t.Fatalf("unit %v to %v is not in the base", u.From, u.To)
		}
		if i > 0 {
			p := &a.Units[i-1]
			if n := p.From.Compare(u.From); n > 0 || n == 0 && p.To.Compare(u.To) <= 0 {
				t.Fatalf("unit %v-%v stands behind %v-%v", u.From, u.To, p.From, p.To)
			}
		}
		seen := slices.Clone(u.Wanting)
		for _, r := range u.Readings {
			if len(r.Witnesses) == 0 || !slices.IsSorted(r.Witnesses) {
				t.Fatalf("reading %v of %v", r.Witnesses, u.From)
			}
			seen = append(seen, r.Witnesses...)
		}
		slices.Sort(seen)
		if n := len(seen); len(slices.Compact(seen)) != n || len(u.Readings) == 0 {
			t.Fatalf("unit %v names %v", u.From, seen)
		}
		for _, w := range seen {
			if !slices.Contains(a.Witnesses, w) {
				t.Fatalf("%s takes no part", Siglum(w))
			}
		}
		u.Quote(base, 20)
	}
}

// Any texts make an apparatus in which nothing is out of place, and the same
// one again.
func FuzzApparatus(f *testing.F) {
	f.Add("At least four men were hurt. Nobody died.", "Three men were hurt. Nobody died.", "At least five men were hurt.")
	f.Add("One two three four five six.\nSeven eight nine ten.", "Seven eight nine ten.\nOne two three four five six.", "One two six. Seven “eight” nine.")
	f.Add("双方在会谈中没有提出条件，10日说。", "双方在会议中提出了条件，１１日说。", "")
	f.Fuzz(func(t *testing.T, base, one, two string) {
		a := blocks(base)
		versions := []*Witness{nil, Read(compare(t, a, blocks(one))), Read(compare(t, a, blocks(two)))}
		for _, ignore := range []diff.Tiers{0, diff.HumanTiers} {
			got := New(a, versions, ignore)
			check(t, got, a)
			if printed(got, a) != printed(New(a, versions, ignore), a) {
				t.Fatal("two runs differ")
			}
		}
	})
}

func TestSiglum(t *testing.T) {
	for version, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 27: "AB", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA"} {
		if got := Siglum(version); got != want {
			t.Errorf("version %d goes by %s, want %s", version, got, want)
		}
	}
}
