package corpus

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestGroup groups the files of each archive in testdata/group. Its file
// "want" tells the stories: a title, then the versions with their matches.
func TestGroup(t *testing.T) {
	archives, err := filepath.Glob("testdata/group/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no cases", err)
	}
	for _, path := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var docs []*Document
			want := ""
			for _, f := range a.Files {
				if f.Name == "want" {
					want = string(f.Data)
					continue
				}
				d, err := Parse(f.Name, f.Data, Auto)
				if err != nil {
					t.Fatal(err)
				}
				docs = append(docs, d)
			}
			got := outline(t, docs)
			slices.Reverse(docs)
			if again := outline(t, docs); again != got {
				t.Errorf("in another order the documents make\n%s instead of\n%s", again, got)
			}
			if *update {
				a.Files = slices.DeleteFunc(a.Files, func(f txtar.File) bool { return f.Name == "want" })
				a.Files = append(a.Files, txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if got != want {
				t.Errorf("--- got\n%s--- want\n%s", got, want)
			}
		})
	}
}

func outline(t *testing.T, docs []*Document) string {
	t.Helper()
	stories, err := Group(context.Background(), docs)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, s := range stories {
		fmt.Fprintf(&b, "%s\n", s.Title)
		for _, v := range s.Versions {
			fmt.Fprintf(&b, "  %-9s %.2f  %s\n", matchNames[v.Match], v.Similarity, v.Path)
		}
	}
	return b.String()
}

func TestSampleStories(t *testing.T) {
	if _, err := os.Stat("sample/files"); err != nil {
		t.Fatal("the sample corpus is not there:", err)
	}
	c, err := LoadFS(context.Background(), os.DirFS("sample/files"), "sample", nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range c.Stories {
		folder := filepath.Dir(s.Versions[0].Path)
		files, err := filepath.Glob(filepath.Join("sample/files", filepath.Base(folder), "*"))
		if err != nil || len(files) != len(s.Versions) {
			t.Errorf("story %q has %d versions, its folder %d files (%v)", s.Title, len(s.Versions), len(files), err)
		}
		for _, v := range s.Versions {
			if filepath.Dir(v.Path) != folder {
				t.Errorf("%s is in one story with %s", v.Path, s.Versions[0].Path)
			}
		}
	}
}

// TestUnrelated holds that two long texts that use the words of one language,
// but are about other people, stay apart, even where there are only these two.
func TestUnrelated(t *testing.T) {
	a, errA := Parse("a.txt", []byte(invented(1, 3000)), Auto)
	b, errB := Parse("b.txt", []byte(invented(2, 3000)), Auto)
	if errA != nil || errB != nil {
		t.Fatal(errA, errB)
	}
	stories, err := Group(context.Background(), []*Document{a, b})
	if err != nil {
		t.Fatal(err)
	}
	if len(stories) != 2 {
		t.Errorf("one story of similarity %.2f", stories[0].Versions[0].Similarity)
	}
}

// invented makes a text of n sentences of words that all such texts draw from,
// the commoner ones more often, and of names that only those of its seed have.
func invented(seed, n int) string {
	x := uint32(seed+1) * 2654435761
	next := func(n int) int {
		x ^= x << 13
		x ^= x >> 17
		x ^= x << 5
		return int(x % uint32(n))
	}
	word := func(k int) string {
		const consonants, vowels = "bdfgklmnprstv", "aeiou"
		out := []byte{}
		for range 3 {
			out = append(out, consonants[k%len(consonants)], vowels[k/len(consonants)%len(vowels)])
			k /= len(consonants) * len(vowels) / 3
		}
		return string(out)
	}
	var b strings.Builder
	for i := range n {
		b.WriteString("They")
		for range 12 {
			if next(12) == 0 {
				fmt.Fprintf(&b, " X%c%c%s", 'a'+rune(seed%26), 'a'+rune(seed/26%26), word(next(40)))
			} else {
				b.WriteString(" " + word(next(1+next(8000))))
			}
		}
		b.WriteString(".")
		if i%5 == 4 {
			b.WriteString("\n\n")
		} else {
			b.WriteString(" ")
		}
	}
	return b.String()
}

func BenchmarkParse(b *testing.B) {
	data := []byte(invented(1, 20000))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Parse("a.txt", data, Auto); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkGroup(b *testing.B) {
	var docs []*Document
	for i := range 1000 {
		d, err := Parse(fmt.Sprintf("%d.txt", i), []byte(invented(i/3, 30)), Auto)
		if err != nil {
			b.Fatal(err)
		}
		docs = append(docs, d)
	}
	for b.Loop() {
		if _, err := Group(context.Background(), docs); err != nil {
			b.Fatal(err)
		}
	}
}

// TestLongTitles holds that what stands for a title is short, whatever the text
// begins with.
func TestLongTitles(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"a word without end", strings.Repeat("a", 1<<20), strings.Repeat("a", 80) + "…"},
		{"such a heading", "# " + strings.Repeat("a", 1<<20), strings.Repeat("a", 80) + "…"},
		{"a character without end", "a" + strings.Repeat("\u0301", 1<<20), "a" + strings.Repeat("\u0301", 499) + " …"},
		{"a text without blanks", strings.Repeat("渡轮谈判将继续。", 100), strings.Repeat("渡轮谈判将继续。", 10) + "…"},
		{"a sentence", "One two three four five six seven eight nine.", "One two three four five six seven eight …"},
		{"a few words", "One two.", "One two."},
		{"a numbered part", "Article 1\n\nThe lease ends.", "The lease ends."},
	} {
		d, err := Parse("a.txt", []byte(c.source), Auto)
		if err != nil {
			t.Fatal(err)
		}
		stories, err := Group(context.Background(), []*Document{d})
		if err != nil {
			t.Fatal(err)
		}
		if got := stories[0].Title; got != c.want {
			t.Errorf("%s: %.200q, want %.200q", c.name, got, c.want)
		}
	}
}
