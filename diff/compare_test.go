package diff

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"variorum/text"
)

var update = flag.Bool("update", false, "write the results into the cases")

// blocks reads a text of a case: one block a line, with its kind before a bar
// where it is not a paragraph, ↳ where it is a line of verse below another, and links
// in square brackets.
func blocks(s string) []text.Block {
	var out []text.Block
	at := 0
	for _, line := range strings.Split(strings.TrimRight(s, "\n"), "\n") {
		b := text.Block{}
		line, b.Tight = strings.CutPrefix(line, "↳ ")
		if kind, rest, ok := strings.Cut(line, "| "); ok {
			line = rest
			for k := text.Paragraph; k <= text.Furniture; k++ {
				if k.String() == kind {
					b.Kind = k
				}
			}
		}
		for {
			i, j := strings.Index(line, "["), strings.Index(line, "]")
			if i < 0 || j < i {
				break
			}
			line = line[:i] + line[i+1:j] + line[j+1:]
			b.Marks = append(b.Marks, text.Mark{Span: text.Span{Start: i, End: j - 1}, Style: "link"})
		}
		b.Text = line
		b.Span = text.Span{Start: at, End: at + len(line)}
		b.Runs = []text.Run{{Text: 0, Source: at, Len: len(line)}}
		at += len(line) + 2
		if line != "" {
			out = append(out, b)
		}
	}
	return out
}

func compare(t testing.TB, a, b []text.Block) *Comparison {
	t.Helper()
	return compareIn(t, "", a, b)
}

func compareIn(t testing.TB, language string, a, b []text.Block) *Comparison {
	t.Helper()
	c, err := Compare(context.Background(), a, b, Options{Languages: [2]string{language, language}})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// dump writes a comparison as a reviewer can read it: the pairs that are not
// plain one to one, and the differences.
func dump(c *Comparison) string {
	var w strings.Builder
	s := c.Summary
	fmt.Fprintf(&w, "%s, %d of %d and %d words shared", s.Verdict, s.Shared, s.Words[A], s.Words[B])
	for _, cut := range s.Cuts {
		fmt.Fprintf(&w, "; %s lacks %d words at its %s", [2]string{"A", "B"}[cut.Side], cut.Words, cut.At)
	}
	w.WriteString("\n")
	for _, p := range c.Pairs {
		moved := ""
		if p.Moved {
			moved = " moved"
		}
		if len(p.Sentences[A]) != 1 || len(p.Sentences[B]) != 1 || p.Moved || p.Relation == Paraphrase {
			fmt.Fprintf(&w, "pair %v %v %s%s", p.Sentences[A], p.Sentences[B], p.Relation, moved)
			for _, sh := range p.Shared {
				fmt.Fprintf(&w, " “%s”", c.Text(A, sh.Places[A]))
			}
			w.WriteString("\n")
		}
	}
	for _, d := range c.Differences {
		fmt.Fprintf(&w, "%d %s", d.Change, d.Kind)
		for _, n := range d.Tags.Names() {
			fmt.Fprintf(&w, " %s", n)
		}
		fmt.Fprintf(&w, " %d‹%s› %d‹%s›\n", d.Places[A].Sentence, c.Text(A, d.Places[A]), d.Places[B].Sentence, c.Text(B, d.Places[B]))
	}
	return w.String()
}

// Every case holds two texts, a and b, and what a careful reader would say
// became of the wording; some name their language. Run with -update to write what the program says.
func TestCompare(t *testing.T) {
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
			part := map[string]string{}
			for _, f := range ar.Files {
				part[f.Name] = string(f.Data)
			}
			c := compareIn(t, strings.TrimSpace(part["language"]), blocks(part["a"]), blocks(part["b"]))
			check(t, c)
			got := dump(c)
			if *update {
				for i := range ar.Files {
					if ar.Files[i].Name == "want" {
						ar.Files[i].Data = []byte(got)
					}
				}
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != part["want"] {
				t.Errorf("got\n%s\nwant\n%s", got, part["want"])
			}
		})
	}
}

// check holds what is true of every comparison.
func check(t testing.TB, c *Comparison) {
	t.Helper()
	// The script makes both texts.
	var n [2]int
	for op, k := range c.Script() {
		for range k {
			if op == Equal && c.Texts[A].keys[n[A]] != c.Texts[B].keys[n[B]] {
				t.Fatalf("tokens %d and %d are aligned and differ", n[A], n[B])
			}
			if op != Insert {
				n[A]++
			}
			if op != Delete {
				n[B]++
			}
		}
	}
	if n != [2]int{len(c.Texts[A].tokens), len(c.Texts[B].tokens)} {
		t.Fatalf("the script makes %v tokens of %d and %d", n, len(c.Texts[A].tokens), len(c.Texts[B].tokens))
	}
	// Every sentence stands in one pair, or only in paraphrases; pairs in order rise.
	for s := A; s <= B; s++ {
		in := make([]int, len(c.Texts[s].Sentences))
		last := -1
		for _, p := range c.Pairs {
			for _, i := range p.Sentences[s] {
				if in[i] == 1 || in[i] == 2 && p.Relation != Paraphrase {
					t.Fatalf("sentence %d of side %d in two pairs", i, s)
				}
				in[i] = 1
				if p.Relation == Paraphrase {
					in[i] = 2
				}
			}
			if !p.Moved && len(p.Sentences[A]) > 0 && len(p.Sentences[B]) > 0 && p.Relation != Paraphrase {
				if p.Sentences[s][0] <= last {
					t.Fatalf("pair %v is out of order", p.Sentences)
				}
				last = p.Sentences[s][0]
			}
		}
		for i, k := range in {
			if k == 0 {
				t.Fatalf("sentence %d of side %d in no pair", i, s)
			}
		}
		// Sentences hold all tokens.
		for i, st := range c.Texts[s].Sentences {
			if st.first >= st.last || st.Span.Start != int(c.Texts[s].tokens[st.first].start) || st.Span.End != int(c.Texts[s].tokens[st.last-1].end) {
				t.Fatalf("sentence %d is not its tokens", i)
			}
		}
	}
	// Differences lie within their sentences and belong to their pairs.
	for _, d := range c.Differences {
		empty := 0
		for s := A; s <= B; s++ {
			p := d.Places[s]
			if p.Sentence < 0 {
				empty++
				continue
			}
			if n := c.Texts[s].Sentences[p.Sentence].Span.Len(); p.Start < 0 || p.End < p.Start || p.End > n {
				t.Fatalf("place %v outside its sentence of %d bytes", p, n)
			}
			if p.Empty() {
				empty++
			}
		}
		if empty == 2 {
			t.Fatalf("difference %v without words", d)
		}
	}
}

func FuzzCompare(f *testing.F) {
	f.Add("One. Two three four. Five six seven eight!", "Two three for. One. Five six\n\nseven eight nine")
	f.Add("a b a b a b", "b a b a")
	f.Add("“Quoted . . . text” — and more", "\"Quoted … text\" - and less\u00a0more")
	f.Add("双方在会谈中没有提出条件，10日说。“好。”", "双方在会议中提出了条件，１１日说。「好。」")
	f.Add("会談を行ったと述べた。ทหารโจมตีเมือง", "協議が行われたと述べた。ทหารถอนตัว")
	f.Fuzz(func(t *testing.T, a, b string) {
		c := compare(t, blocks(a), blocks(b))
		check(t, c)
		if again := compare(t, blocks(a), blocks(b)); dump(c) != dump(again) {
			t.Fatal("two runs differ")
		}
	})
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Compare(ctx, blocks("one"), blocks("two"), Options{}); err == nil {
		t.Error("a cancelled comparison went on")
	}
	// One that is under way ends at its next report, which tells of no more.
	a := prose(1, 60_000)
	b := edit(2, a, 12)
	ctx, cancel = context.WithCancel(context.Background())
	var told []float64
	_, err := Compare(ctx, a, b, Options{Report: func(done float64) {
		if told = append(told, done); done >= 0.4 {
			cancel()
		}
	}})
	if err == nil || told[len(told)-1] > 0.8 {
		t.Errorf("cancelled at 0.4, it came to %v (error %v)", told, err)
	}
	for i := 1; i < len(told); i++ {
		if told[i] < told[i-1] {
			t.Errorf("progress goes back: %v", told)
		}
	}
}
