package export

import (
	"context"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/rogpeppe/go-internal/txtar"

	"variorum/corpus"
	"variorum/corpus/sample"
	"variorum/diff"
)

// TestWDiff holds the woven form of small pairs against what a reader expects:
// each file of testdata has a, b and wdiff.
func TestWDiff(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
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
			ignore, err := diff.ParseTiers(strings.Fields(part["ignore"]))
			if err != nil {
				t.Fatal(err)
			}
			a, b := read(t, part["a"]), read(t, part["b"])
			if got := woven(t, a, b, ignore); got != part["wdiff"] {
				t.Errorf("got:\n%s\nwant:\n%s", got, part["wdiff"])
			}
		})
	}
}

// TestWDiffSample rebuilds every text of the sample corpus from its comparison
// with every other one.
func TestWDiffSample(t *testing.T) {
	var docs []*corpus.Document
	err := fs.WalkDir(sample.FS(), ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(sample.FS(), path)
		if err != nil {
			return err
		}
		d, err := corpus.Parse(path, data, corpus.Plain)
		docs = append(docs, d)
		return err
	})
	if err != nil || len(docs) < 2 {
		t.Fatalf("%d texts to compare: %v", len(docs), err)
	}
	for _, a := range docs {
		for _, b := range docs {
			rebuild(t, a, b)
		}
	}
}

// FuzzWDiff rebuilds arbitrary texts.
func FuzzWDiff(f *testing.F) {
	for _, seed := range [][2]string{
		{"", ""},
		{"", "one\n\ntwo"},
		{"say “this” now", "say “ this ” now"},
		{"a [-b-] {+c+} d", "a [-b-] d"},
		{"a[-b-]{+c+}d", "x[-b-]{+c+}y"},
		{"-] +} [ {", "[ - ] { + }"},
		{"{}[]+-", "-+][}{"},
		{"one two three", "one {+} two [-] three"},
		{"{++}[--]+}-]", "{+[-+}-]"},
		{"one two\n\nthree four", "one\n\ntwo three\n\nfour"},
		{"Ask HER, she said", "ask her , she said"},
		{"wait . . . there", "wait … there"},
		{"U.S. officials\u00a0said 5\u2009%", "US officials said 5%"},
		{"中文没有空格", "中文有空格"},
		{"zero\u200bwidth\u2028line", "zerowidth line"},
	} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		x, err := corpus.Parse("a", []byte(a), corpus.Plain)
		y, err2 := corpus.Parse("b", []byte(b), corpus.Plain)
		if err == nil && err2 == nil {
			rebuild(t, x, y)
		}
	})
}

// TestWDiffEdges rebuilds texts of nothing but the characters that marks are
// made of: all of up to four on either side of something, and all pairs of up
// to two.
func TestWDiffEdges(t *testing.T) {
	const alphabet = "{}[]+- a"
	short := []string{""}
	for from, length := 0, 0; length < 4; length++ {
		to := len(short)
		for _, s := range short[from:to] {
			for _, c := range alphabet {
				short = append(short, s+string(c))
			}
		}
		from = to
	}
	parsed := map[string]*corpus.Document{}
	doc := func(s string) *corpus.Document {
		if parsed[s] == nil {
			parsed[s] = read(t, s)
		}
		return parsed[s]
	}
	check := func(a, b string) {
		rebuild(t, doc(a), doc(b))
		if t.Failed() {
			t.Fatalf("%q against %q", a, b)
		}
	}
	for i, s := range short {
		check(s, "")
		check("a "+s, "a")
		check(s, short[(5*i+1009)%len(short)])
		if len(s) > 2 {
			continue
		}
		for _, other := range []string{s, "a" + s, s + "a", "a " + s, s + " a"} {
			check(s, other)
		}
		for _, other := range short[:73] { // all that are not longer than two
			check(s, other)
		}
	}
}

// rebuild asserts that the words of both files come back from their woven form.
func rebuild(t *testing.T, a, b *corpus.Document) {
	t.Helper()
	got := woven(t, a, b, 0)
	for s, d := range []*corpus.Document{a, b} {
		if back, want := words(unweave(got, diff.Side(s))), words(d.Source); !slices.Equal(back, want) {
			t.Errorf("%s against %s: side %d comes back as\n%q\ninstead of\n%q\nfrom\n%s", a.Path, b.Path, s, back, want, got)
		}
	}
}

func read(t *testing.T, s string) *corpus.Document {
	t.Helper()
	d, err := corpus.Parse("text", []byte(s), corpus.Plain)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func woven(t *testing.T, a, b *corpus.Document, ignore diff.Tiers) string {
	t.Helper()
	c, err := diff.Compare(context.Background(), a.Blocks, b.Blocks, diff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := WDiff(&out, c, ignore); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// marked is all that a reader of the woven form has to know.
var marked = regexp.MustCompile(`(?s)\[-(.*?)-\]|\{\+(.*?)\+\}`)

// unweave returns the text of one side: the other side's marks are left out.
func unweave(woven string, side diff.Side) string {
	return marked.ReplaceAllString(woven, [...]string{"$1", "$2"}[side])
}

func words(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f })
}
