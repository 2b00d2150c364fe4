package corpus

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestContainers holds that what stands in archives and among other records is
// remembered as files are, and can be opened all the same.
func TestContainers(t *testing.T) {
	g := newGrown(t, 320)
	put := g.put
	said := func(n int) string {
		return fmt.Sprintf("The keeper of gate %d counted %d carts and %d riders, and wrote it into the book.", n, n*7, n*11)
	}
	record := func(n int, text string) string {
		return fmt.Sprintf(`{"id": "n%d", "title": "Notice %d", "text": %q}`+"\n", n, n, text)
	}
	inner := zipOf(t, file{name: "deep.txt", data: said(1)}, file{name: "two.json", data: "[" + record(2, said(2)) + "," + record(3, said(3)) + "]"})
	put("a.zip", zipOf(t, file{name: "one.txt", data: said(4)}, file{name: "dir/two.txt", data: g.text(100)}, file{name: "inner.zip", data: inner}, file{name: "bad.txt", data: "\x00\x01\x02"}))
	put("b.tar.gz", gzipOf(t, tarOf(t, file{name: "one.txt", data: said(5)}, file{name: "two.md", data: said(6)}, file{name: "three.txt", data: said(7)})))
	put("c.jsonl", record(8, said(8))+record(9, g.text(101))+record(10, said(10)))
	put("d.json", record(11, said(11)))
	put("broken.zip", "PK\x03\x04 and nothing that makes a zip")
	put("text.txt.gz", gzipOf(t, said(12)))

	// Four lists of contents come to the texts; of d.json and text.txt.gz there is
	// one each.
	first := g.again("at first", 320+5+3+3+2+4)
	texts := map[string]string{}
	for _, s := range first.Stories {
		for _, v := range s.Versions {
			whole, err := v.Whole()
			if err != nil {
				t.Fatal(err)
			}
			texts[v.ID+" "+v.Path] = whole.Source
		}
	}
	for what, load := range map[string]func() *Corpus{
		"from the library": func() *Corpus { return g.again("again", 0) },
		"from the records": func() *Corpus {
			delete(g.store.memory, libraryMemory)
			return g.again("without a library", 0)
		},
	} {
		c := load()
		n := 0
		for _, s := range c.Stories {
			for _, v := range s.Versions {
				n++
				whole, err := v.Whole()
				if err != nil {
					t.Errorf("%s: %v", what, err)
				} else if want, ok := texts[v.ID+" "+v.Path]; !ok || whole.Source != want || whole.ID != v.ID || whole.Path != v.Path {
					t.Errorf("%s: %s %s says %q instead of %q", what, v.ID, v.Path, whole.Source, want)
				}
			}
			if _, err := s.Explain(t.Context()); err != nil {
				t.Errorf("%s: %v", what, err)
			}
		}
		if n != len(texts) || fmt.Sprint(c.Problems) != fmt.Sprint(first.Problems) || len(c.Problems) != 2 {
			t.Errorf("%s: %d texts and %v", what, n, c.Problems)
		}
		hits, err := c.Finder().Find(t.Context(), "keeper")
		if err != nil || len(hits) != 11 {
			t.Errorf("%s: %d hits, %v", what, len(hits), err)
		}
	}

	put("b.tar.gz", gzipOf(t, tarOf(t, file{name: "one.txt", data: said(5)}, file{name: "four.txt", data: g.text(102)})))
	g.again("with another archive", 3)
	for _, path := range []string{"in/b.tar.gz/two.md", "in/b.tar.gz/three.txt"} {
		if g.store.records[path] != nil {
			t.Error("there is a record still of", path)
		}
	}
	if err := os.Remove("in/a.zip"); err != nil {
		t.Fatal(err)
	}
	g.again("without an archive", 0)
	for path := range g.store.records {
		if strings.HasPrefix(path, "in/a.zip") {
			t.Error("there is a record still of", path)
		}
	}

	// What looks as it did is not read.
	info, err := os.Stat("in/c.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile("in/c.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	put("c.jsonl", strings.Replace(string(data), "gate 8", "gate 9", 1))
	if err := os.Chtimes("in/c.jsonl", info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	c := g.load(Options{Store: g.store})
	for _, name := range []string{"c-n8-", "c-n10-"} {
		var d *Document
		for _, s := range c.Stories {
			for _, v := range s.Versions {
				if strings.HasPrefix(v.ID, name) {
					d = v.Document
				}
			}
		}
		if d == nil {
			t.Fatal("no version ", name)
		}
		if _, err := d.Whole(); (err != nil) != (name == "c-n8-") {
			t.Errorf("%s: %v", d.Path, err)
		} else if err != nil && !slices.Equal([]string{d.Path, "has changed since it was listed"}, strings.Split(err.Error(), ": ")) {
			t.Error(err)
		}
	}
}

// TestMended holds that a file of which nothing could be read is read once there is
// something in it, though the rest is as wrong as it was.
func TestMended(t *testing.T) {
	g := newGrown(t, 320)
	g.put("a.jsonl", `{"id": 1}`)
	g.again("at first", 321)
	g.put("a.jsonl", `{"id": 1}`+"\n"+`{"id": 2, "text": "It is there now."}`)
	if c := g.again("with a text", 2); len(c.Problems) != 1 {
		t.Errorf("%v", c.Problems)
	}
}

// TestOnePath holds that no two texts of one file have the same path, by which
// they are read again.
func TestOnePath(t *testing.T) {
	g := newGrown(t, 320)
	records := `{"id": "b.txt", "text": "One record tells of bees."}` + "\n" + `{"id": "c.txt", "text": "Another one tells of cranes."}`
	g.put("a.zip", zipOf(t, file{name: "a.jsonl", data: records}, file{name: "a.jsonl#b.txt", data: "A file tells of wasps."}))
	g.put("b.zip", zipOf(t, file{name: "a.jsonl#b.txt", data: "A file tells of hornets."}, file{name: "a.jsonl", data: records}))
	g.put("c.zip", zipOf(t, file{name: "d.zip/e.txt", data: "A file tells of ants."}, file{name: "d.zip", data: zipOf(t, file{name: "e.txt", data: "A deep one tells of flies."})}))
	for _, files := range []int{320 + 3 + 2 + 3 + 1, 0} {
		c := g.again("with a number of files", files)
		if len(c.Problems) != 2 {
			t.Errorf("%v", c.Problems)
		}
		paths := map[string]bool{}
		for _, s := range c.Stories {
			for _, v := range s.Versions {
				if _, err := v.Whole(); err != nil || paths[v.Path] {
					t.Errorf("%s: %v", v.Path, err)
				}
				paths[v.Path] = true
			}
		}
	}
}

// openings counts how often files are opened.
type openings struct {
	tree
	n *int
}

func (o openings) open(name string) (io.ReadCloser, error) {
	*o.n++
	return o.tree.open(name)
}

// TestLots holds that an archive is not read once for every story that is in it,
// and that a text that cannot be read again is a problem and stops nothing.
func TestLots(t *testing.T) {
	g := newGrown(t, 310)
	records := ""
	for i := range 20 {
		records += fmt.Sprintf(`{"id": "r%d", "text": %q}`+"\n", i, g.text(i))
	}
	g.put("a.jsonl", records)
	g.again("at first", 331)
	c := g.again("again", 0)
	n := 0
	for _, s := range c.Stories {
		for _, v := range s.Versions {
			if from := v.from; strings.HasSuffix(from.path, ".jsonl") && from.tree == (disk{}) {
				from.tree = openings{from.tree, &n}
			}
		}
	}
	for what, read := range map[string]func(){
		"the texts": func() {
			texts := 0
			if err := c.Wholes(t.Context(), func(d *Document) { texts += truth(d.Held()) }); err != nil || texts != 330 {
				t.Errorf("%d texts, %v", texts, err)
			}
		},
		"why stories are what they are": func() {
			at := 0
			err := c.Explain(t.Context(), func(s *Story, whys []Why) {
				if s != &c.Stories[at] || len(whys) != len(s.Versions) {
					t.Errorf("%d reasons for the %d versions of %s", len(whys), len(s.Versions), s.ID)
				}
				at++
			})
			if err != nil || at != len(c.Stories) {
				t.Errorf("%d stories, %v", at, err)
			}
		},
	} {
		n = 0
		if read(); n != 1 {
			t.Errorf("%s: the file was opened %d times", what, n)
		}
	}

	d, err := c.Find("a-r0-")
	if err != nil {
		t.Fatal(err)
	}
	if twice, wrong := Wholes(t.Context(), []*Document{d, d}); wrong[0] != nil || wrong[1] != nil || twice[0].Source != twice[1].Source {
		t.Errorf("one text, asked for twice: %v", wrong)
	}

	info, err := os.Stat("in/a.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	g.put("a.jsonl", strings.Replace(records, g.text(0)[:5], "abcde", 1))
	if err := os.Chtimes("in/a.jsonl", info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		texts := 0
		if err := c.Wholes(t.Context(), func(*Document) { texts++ }); err != nil || texts != 329 || len(c.Problems) != 1 {
			t.Errorf("%d texts, %v and %v", texts, err, c.Problems)
		}
	}
	if err := c.Explain(t.Context(), func(*Story, []Why) {}); err != nil || len(c.Problems) != 1 {
		t.Errorf("%v and %v", err, c.Problems)
	}
}
