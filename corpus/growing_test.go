package corpus

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// notebook is a Store in memory.
type notebook struct {
	memory  map[string][]byte
	records map[string][]byte
	put     int
}

func newNotebook() *notebook {
	return &notebook{memory: map[string][]byte{}, records: map[string][]byte{}}
}

func (n *notebook) Memory(name string) []byte         { return slices.Clone(n.memory[name]) }
func (n *notebook) Remember(name string, data []byte) { n.memory[name] = slices.Clone(data) }
func (n *notebook) Append(name string, data []byte) {
	n.memory[name] = append(slices.Clip(n.memory[name]), data...)
}
func (n *notebook) Note() string { return "" }

func (n *notebook) Records(_ context.Context, paths []string, f func(Record)) {
	if paths == nil {
		paths = slices.Sorted(maps.Keys(n.records))
	}
	for _, path := range paths {
		if data, ok := n.records[path]; ok {
			f(Record{Path: path, Data: data})
		}
	}
}

func (n *notebook) Put(records []Record) {
	n.put += len(records)
	for _, r := range records {
		n.records[r.Path] = r.Data
	}
}

func (n *notebook) Remove(paths []string) {
	for _, path := range paths {
		delete(n.records, path)
	}
}

func (n *notebook) Search(context.Context, []string) ([]string, bool) { return nil, false }

// copied returns a notebook with the same in it.
func (n *notebook) copied() *notebook {
	return &notebook{memory: maps.Clone(n.memory), records: maps.Clone(n.records)}
}

// grown is a folder of articles that changes.
type grown struct {
	*testing.T
	archive *archive
	store   *notebook
}

// newGrown works beside a folder "in" of so many articles.
func newGrown(t *testing.T, n int) *grown {
	t.Helper()
	t.Chdir(t.TempDir())
	g := &grown{t, newArchive(), newNotebook()}
	if err := os.MkdirAll("in", 0o777); err != nil {
		t.Fatal(err)
	}
	for i := range n {
		g.write(fmt.Sprintf("%06d", i), g.text(i))
	}
	return g
}

// text returns how an article of the archive begins.
func (g *grown) text(i int) string {
	s := g.archive.text(i)
	return s[:min(len(s), 2000)]
}

// write writes a text that is old enough to be remembered.
func (g *grown) write(name, text string) {
	g.Helper()
	g.put(name+".txt", text)
}

// put writes a file that is old enough to be remembered.
func (g *grown) put(name, data string) {
	g.Helper()
	file := filepath.Join("in", name)
	if err := os.WriteFile(file, []byte(data), 0o666); err != nil {
		g.Fatal(err)
	}
	then := time.Now().Add(-time.Hour)
	if err := os.Chtimes(file, then, then); err != nil {
		g.Fatal(err)
	}
}

func (g *grown) remove(names ...string) {
	g.Helper()
	for _, name := range names {
		if err := os.Remove(filepath.Join("in", name+".txt")); err != nil {
			g.Fatal(err)
		}
	}
}

func (g *grown) load(o Options) *Corpus {
	g.Helper()
	c, err := o.Load(context.Background(), []string{"in"})
	if err != nil {
		g.Fatal(err)
	}
	return c
}

// again loads the folder with what is remembered of it, and holds that it reads
// so many files and finds the stories that it finds without.
func (g *grown) again(what string, files int) *Corpus {
	g.Helper()
	g.store.put = 0
	c := g.load(Options{Store: g.store})
	if g.store.put != files {
		g.Errorf("%s: %d files were read instead of %d", what, g.store.put, files)
	}
	if got, want := together(c), together(g.load(Options{})); got != want {
		for line := range strings.SplitSeq(got, "\n") {
			if !slices.Contains(strings.Split(want, "\n"), line) {
				g.Errorf("%s: with an index there is %s", what, line)
			}
		}
		g.Errorf("%s: with an index there are %d lines of stories, and without %d", what, strings.Count(got, "\n"), strings.Count(want, "\n"))
	}
	ids := map[string]bool{}
	for _, s := range c.Stories {
		if ids[s.ID] {
			g.Errorf("%s: two stories are %s", what, s.ID)
		}
		ids[s.ID] = true
	}
	return c
}

// together tells which versions are in one story with another.
func together(c *Corpus) string {
	var out []string
	for _, s := range c.Stories {
		if len(s.Versions) > 1 {
			var names []string
			for _, v := range s.Versions {
				names = append(names, filepath.Base(v.Path)+" "+v.Match.String())
			}
			out = append(out, strings.Join(names, ", "))
		}
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

// TestAlikeTitles holds that stories with one title stand in the same order with
// what is remembered as without, whatever IDs they took over.
func TestAlikeTitles(t *testing.T) {
	g := newGrown(t, 320)
	g.write("x", "One title\n\n"+g.text(501))
	g.write("y", "One title\n\n"+g.text(502))
	g.again("at first", 322)
	order := func(c *Corpus) (paths []string) {
		for _, s := range c.Stories {
			if s.Title == "One title" {
				paths = append(paths, s.Versions[0].Path)
			}
		}
		return paths
	}
	// Each time an earlier version comes to both.
	for i := 9; i > 4; i-- {
		for k, name := range []string{"x", "y"} {
			g.write(fmt.Sprintf("%d%s", i, name), fmt.Sprintf("One title\n\n%s\n\nEdition %d of it.", g.text(501+k), i))
		}
		if got, want := order(g.again("later", 2)), order(g.load(Options{})); len(got) != 2 || !slices.Equal(got, want) {
			t.Errorf("with an index they are %v, and without %v", got, want)
		}
	}
}

// spoiled is a store that is thrown away when it is asked for records, once.
type spoiled struct {
	*notebook
	note string
}

func (s *spoiled) Note() string { return s.note }

func (s *spoiled) Records(ctx context.Context, paths []string, f func(Record)) {
	if s.note == "" {
		s.note = "made anew"
		clear(s.records)
		clear(s.memory)
	}
	s.notebook.Records(ctx, paths, f)
}

// TestSpoiled holds that a store that was thrown away after the library was taken
// from it has everything again, for it is asked who has which words.
func TestSpoiled(t *testing.T) {
	g := newGrown(t, 320)
	g.again("at first", 320)
	g.write("new", g.text(400))
	if c := g.load(Options{Store: &spoiled{notebook: g.store}}); c.Note != "made anew" || len(g.store.records) != 321 {
		t.Errorf("%d records, %q", len(g.store.records), c.Note)
	}
	g.again("again", 0)
}

// idOf returns the ID of the story that a version is in.
func idOf(t testing.TB, c *Corpus, name string) string {
	t.Helper()
	for _, s := range c.Stories {
		for _, v := range s.Versions {
			if filepath.Base(v.Path) == name+".txt" {
				return s.ID
			}
		}
	}
	t.Fatal("no version", name)
	return ""
}

// TestGrowing holds that in a large corpus that is remembered only what changes
// is read and compared, and that this finds the stories that are there.
func TestGrowing(t *testing.T) {
	g := newGrown(t, 1100)
	before := g.again("at first", 1100)
	grouped := string(g.store.memory[groupingMemory])
	same := func(what string, c *Corpus, except ...string) {
		t.Helper()
		was := map[string]string{}
		for _, s := range before.Stories {
			for _, v := range s.Versions {
				was[v.Path] = s.ID
			}
		}
		for _, s := range c.Stories {
			for _, v := range s.Versions {
				if id := was[v.Path]; id != "" && id != s.ID && !slices.Contains(except, filepath.Base(v.Path)) {
					t.Errorf("%s: the story of %s was %s and is %s", what, v.Path, id, s.ID)
				}
			}
		}
		if !strings.HasPrefix(string(g.store.memory[groupingMemory]), grouped) {
			t.Errorf("%s: all documents were compared", what)
		}
		before = c
	}

	// The first sorts before all others, and so before what it is a copy of.
	g.write("-", g.text(700))
	for i := range 9 {
		g.write(fmt.Sprint("more", i), g.text(100_000+i))
	}
	c := g.again("with ten more", 10)
	same("with ten more", c)
	if a, b := idOf(t, c, "-"), idOf(t, c, "000700"); a != b {
		t.Errorf("a copy is in %s, and what it is a copy of in %s", a, b)
	}
	if a, b := idOf(t, c, "more4"), idOf(t, c, fmt.Sprint("more", g.archive.of(100_004)-100_000)); a != b {
		t.Errorf("of two new files one is in %s and the other in %s", a, b)
	}
	same("once more", g.again("once more", 0))

	g.remove("-", "000700", "more4", "000004", "001000")
	same("without five", g.again("without five", 0))

	g.write("000900", g.text(901))
	c = g.again("after a change", 1)
	same("after a change", c, "000900.txt")
	if a, b := idOf(t, c, "000900"), idOf(t, c, "000901"); a != b {
		t.Errorf("what is now a copy is in %s, and what it is a copy of in %s", a, b)
	}

	// What another program has added at the same time.
	other := g.store.copied()
	g.write("one", g.text(200_000))
	g.load(Options{Store: other})
	g.write("two", g.text(200_000))
	same("with one more", g.again("with one more", 2))
	g.store.Append(groupingMemory, other.memory[groupingMemory][len(grouped):])
	g.write("three", g.text(200_000))
	same("after another program", g.again("after another program", 1))

	for i := range 150 {
		g.write(fmt.Sprint("many", i), g.text(300_000+i))
	}
	g.again("with many more", 150)
	if strings.HasPrefix(string(g.store.memory[groupingMemory]), grouped) {
		t.Error("with many more: words are worth what they were")
	}
}

// TestDamagedGrouping holds that what is damaged is as good as forgotten.
func TestDamagedGrouping(t *testing.T) {
	g := newGrown(t, 1010)
	g.again("at first", 1010)
	good := g.store.memory[groupingMemory]
	for k, at := range []int{3, len(good) / 2, len(good) - 1} {
		bad := slices.Clone(good)
		bad[at] ^= 0x41
		g.store.memory[groupingMemory] = bad
		g.write("more", g.text(100_000+k))
		g.again(fmt.Sprint("with byte ", at, " damaged"), 1)
	}
	g.store.memory[groupingMemory] = good[:len(good)/3]
	g.write("more", g.text(200_000))
	g.again("cut off", 1)
}

// TestSuccession holds which story goes on which.
func TestSuccession(t *testing.T) {
	story := func(id string, versions ...string) Story {
		s := Story{ID: id, Title: id}
		for _, v := range versions {
			s.Versions = append(s.Versions, Version{Document: &Document{ID: v, Path: v, Title: v}, Match: Related})
		}
		return s
	}
	for _, x := range []struct {
		what          string
		before, after []Story
		want          string
	}{
		{"nothing was there", nil, []Story{story("", "a", "b")}, "a-ca978112"},
		{"an earlier version", []Story{story("old", "b")}, []Story{story("", "a", "b")}, "old"},
		{"one falls apart", []Story{story("old", "a", "b", "c")}, []Story{story("", "a"), story("", "b", "c")}, "a-ca978112 old"},
		{"one falls in halves", []Story{story("old", "a", "b")}, []Story{story("", "b"), story("", "a")}, "b-3e23e816 old"},
		{"two become one", []Story{story("x", "b"), story("y", "a")}, []Story{story("", "a", "b")}, "y"},
		{"the larger of two", []Story{story("x", "b", "c"), story("y", "a")}, []Story{story("", "a", "b", "c")}, "x"},
		{"versions are exchanged", []Story{story("x", "a", "b"), story("y", "c", "d")}, []Story{story("", "a", "c", "d"), story("", "b")}, "y x"},
		{"the name is taken", []Story{story("b-3e23e816", "a")}, []Story{story("", "a"), story("", "b")}, "b-3e23e816 b-3e23e816-2"},
	} {
		identify(x.after, x.before)
		var got []string
		for _, s := range x.after {
			got = append(got, s.ID)
		}
		if strings.Join(got, " ") != x.want {
			t.Errorf("%s: %q instead of %q", x.what, got, x.want)
		}
	}
}
