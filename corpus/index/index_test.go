package index

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"variorum/corpus"
)

// texts writes n texts into the folder in, of which two belong together, and
// works beside it.
func texts(t *testing.T, n int) {
	t.Helper()
	t.Chdir(t.TempDir())
	if err := os.Mkdir("in", 0o777); err != nil {
		t.Fatal(err)
	}
	for i := range n {
		write(t, i, fmt.Sprintf("Notice number %d\n\nThe keeper of gate %d has seen %d carts and %d riders, and wrote it down as number %d in the book.", i, i*7, i*11, i*13, i))
	}
	page := "<html><head><title>Links</title></head><body><a href=\"/a\">Sport and more</a> <a href=\"/b\">Weather and more</a></body></html>"
	if err := os.WriteFile("in/page.html", []byte(page), 0o666); err != nil {
		t.Fatal(err)
	}
	for i := range 2 {
		write(t, i, "The ferry stays in port\n\nThe harbour master said that he would not reopen the channel before the ice on the river has gone, and forty people wait in Orrelmünde.")
	}
	settle(t)
}

func write(t *testing.T, i int, s string) {
	t.Helper()
	if err := os.WriteFile(name(i), []byte(s), 0o666); err != nil {
		t.Fatal(err)
	}
}

func name(i int) string { return filepath.Join("in", fmt.Sprintf("%03d.txt", i)) }

// settle makes all files older, as one that was written just now is read again.
func settle(t *testing.T) {
	t.Helper()
	files, err := filepath.Glob("in/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		info, err := os.Stat(f)
		if err != nil {
			t.Fatal(err)
		}
		then := info.ModTime().Add(-1e10)
		if err := os.Chtimes(f, then, then); err != nil {
			t.Fatal(err)
		}
	}
}

// counting is a store that counts what it is asked to put.
type counting struct {
	*Index
	put *int
}

func (c counting) Put(records []corpus.Record) {
	*c.put += len(records)
	c.Index.Put(records)
}

// load loads the folder in with the index of a folder, and returns what it
// found, how many files it read, and what the index said.
func load(t *testing.T, folder string) (found string, read int, note string) {
	t.Helper()
	x := At(folder, []string{"in"}, "a build")
	defer x.Close()
	c, err := (corpus.Options{Store: counting{x, &read}}).Load(context.Background(), []string{"in"})
	if err != nil {
		t.Fatal(err)
	}
	return outline(c), read, c.Note
}

// plain is what load finds without an index.
func plain(t *testing.T) string {
	t.Helper()
	c, err := corpus.Load(context.Background(), []string{"in"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return outline(c)
}

// outline tells of a corpus without the IDs of its stories, which an index keeps
// as they were.
func outline(c *corpus.Corpus) string {
	var b strings.Builder
	for _, s := range c.Stories {
		fmt.Fprintf(&b, "%q\n", s.Title)
		for _, v := range s.Versions {
			fmt.Fprintf(&b, "  %s %s %s %q %q %d %d %s %v\n", v.ID, v.Path, v.Title, v.Note, v.Byline, v.Words(), v.Size(), v.Match, v.Similarity)
		}
	}
	for _, p := range c.Problems {
		fmt.Fprintln(&b, p)
	}
	return b.String()
}

// TestIndex holds that an index changes nothing but how many files are read.
func TestIndex(t *testing.T) {
	texts(t, 400)
	os.WriteFile("in/binary.txt", []byte{0, 1, 2}, 0o666)
	os.Symlink("nowhere", "in/gone.txt")
	settleFile(t, "in/binary.txt")
	step := func(what string, want int) {
		t.Helper()
		got, read, note := load(t, "cache")
		if got != plain(t) {
			t.Errorf("%s: with an index there are\n%s", what, got)
		}
		if read != want || note != "" {
			t.Errorf("%s: %d files read instead of %d, and %q said", what, read, want, note)
		}
	}
	step("at first", 402) // of one no more is known than that it is not there
	step("again", 0)
	write(t, 7, "Another text about something else.")
	step("after a change", 1)
	settle2 := func() { settleFile(t, name(7)) }
	settle2()
	step("after it has settled", 1)
	step("again", 0)
	if err := os.Remove(name(8)); err != nil {
		t.Fatal(err)
	}
	step("without a file", 0)
	write(t, 900, "A new text about bees.")
	settleFile(t, name(900))
	step("with another", 1)
	if err := os.Rename(name(900), name(901)); err != nil {
		t.Fatal(err)
	}
	step("with another name", 1)
	os.Remove("in/gone.txt")
	write(t, 0, "x")
	os.WriteFile("in/gone.txt", []byte("It is there now."), 0o666)
	step("when it is there", 2)
}

func settleFile(t *testing.T, file string) {
	t.Helper()
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	then := info.ModTime().Add(-1e10)
	if err := os.Chtimes(file, then, then); err != nil {
		t.Fatal(err)
	}
}

func TestFewFiles(t *testing.T) {
	texts(t, 20)
	load(t, "cache")
	if _, err := os.Stat("cache"); !os.IsNotExist(err) {
		t.Error("an index was made of twenty files:", err)
	}
}

// only returns the file of the only index in a folder.
func only(t *testing.T, folder string) string {
	t.Helper()
	files, err := list(folder)
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	return files[0]
}

// TestDamage holds that an index that is of no use is made anew, with a word
// about it, whatever is wrong.
func TestDamage(t *testing.T) {
	texts(t, 400)
	want, _, _ := load(t, "cache")
	file := only(t, "cache")
	good, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for what, spoil := range map[string]func() []byte{
		"noise": func() []byte { return []byte(strings.Repeat("no index at all ", 1000)) },
		"zeros": func() []byte { return make([]byte, len(good)) },
		"half":  func() []byte { return good[:len(good)/2] },
		"a few bytes of every page": func() []byte {
			bad := slices.Clone(good)
			for i := 4096; i+300 < len(bad); i += 4096 {
				copy(bad[i:], strings.Repeat("\xff", 20))
				copy(bad[i+200:], "damage")
			}
			return bad
		},
		"bits here and there": func() []byte {
			bad := slices.Clone(good)
			for i := 300; i < len(bad); i += 512 {
				bad[i] ^= 4
			}
			return bad
		},
	} {
		if err := remove(file); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, spoil(), 0o600); err != nil {
			t.Fatal(err)
		}
		got, read, note := load(t, "cache")
		if got != want {
			t.Errorf("%s: another corpus", what)
		}
		// Records that are whole can still be used.
		if read == 0 || note == "" {
			t.Errorf("%s: %d files read, %q", what, read, note)
		}
		if got, read, note := load(t, "cache"); got != want || read != 0 || note != "" {
			t.Errorf("%s: the time after that %d files read, %q", what, read, note)
		}
	}
	x := At("cache", []string{"in"}, "another build")
	if c, err := (corpus.Options{Store: x}).Load(context.Background(), []string{"in"}); err != nil || outline(c) != want || !strings.Contains(c.Note, "another version") {
		t.Errorf("%v, %q", err, x.Note())
	}
	x.Close()
}

// TestNoPlace holds that a corpus is loaded where no index can be.
func TestNoPlace(t *testing.T) {
	texts(t, 400)
	want := plain(t)
	if err := os.WriteFile("file", nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if got, _, _ := load(t, "file/cache"); got != want {
		t.Error("below a file: another corpus")
	}
	if err := os.MkdirAll(At("folder", []string{"in"}, "").file, 0o777); err != nil {
		t.Fatal(err)
	}
	if got, _, _ := load(t, "folder"); got != want {
		t.Error("in place of a folder: another corpus")
	}
	if err := os.Mkdir("links", 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("../in/000.txt", At("links", []string{"in"}, "").file); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	if got, _, _ := load(t, "links"); got != want {
		t.Error("in place of a link: another corpus")
	}
}

// TestTogether holds that several can use one index.
func TestTogether(t *testing.T) {
	texts(t, 400)
	want := plain(t)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if got, _, note := load(t, "cache"); got != want || note != "" {
				t.Errorf("another corpus, %q", note)
			}
		})
	}
	wg.Wait()
	if got, read, note := load(t, "cache"); got != want || read > 0 || note != "" {
		t.Errorf("after that %d files read, %q", read, note)
	}
}

// TestBroken holds that what was remembered before the program was ended in the
// middle is not read again.
func TestBroken(t *testing.T) {
	texts(t, 1300)
	want := plain(t)
	x := At("cache", []string{"in"}, "a build")
	ctx, cancel := context.WithCancel(context.Background())
	_, err := corpus.Options{Store: x, Report: func(p corpus.Progress) {
		if p.Files == 1000 {
			cancel()
		}
	}}.Load(ctx, []string{"in"})
	if err == nil {
		t.Fatal("it was not ended")
	}
	// Not closed, and so left as a program leaves it that is killed.
	if got, read, note := load(t, "cache"); got != want || read > 800 || note != "" {
		t.Errorf("%d files read, %q", read, note)
	}
	x.Close()
}

func TestSearch(t *testing.T) {
	texts(t, 400)
	write(t, 3, "Two boats\n\nDer Fährmann sagte: the coöperative's ice-breaker comes on 12 May.")
	settleFile(t, name(3))
	load(t, "cache")
	x := At("cache", []string{"in"}, "a build")
	defer x.Close()
	with, err := (corpus.Options{Store: x}).Load(context.Background(), []string{"in"})
	if err != nil {
		t.Fatal(err)
	}
	without, err := corpus.Load(context.Background(), []string{"in"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string][]string{
		"harbour":           {"000", "001"},
		"HARB reopen":       {"000", "001"},
		"orrelmunde":        {"000", "001"},
		"fahrmann":          {"003"},
		"ice breaker":       {"003"},
		"ice-breaker":       {"003"},
		"coop":              {"003"},
		"harbour breaker":   nil,
		`" OR text NEAR(* `: nil,
		"gate 2793":         {"399"},
		"":                  nil,
		"...":               nil,
	} {
		for _, c := range []*corpus.Corpus{with, without} {
			hits, err := c.Finder().Find(context.Background(), query)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for id, snippet := range hits {
				got = append(got, id[:3])
				if snippet == "" {
					t.Errorf("%q: no snippet", query)
				}
			}
			slices.Sort(got)
			if !slices.Equal(got, want) {
				t.Errorf("%q: found %q, want %q (%v)", query, got, want, hits)
			}
		}
	}
}

// TestOtherReading holds that what was read in one way is not taken for what is
// read in another, and that a record is read again as it was read first.
func TestOtherReading(t *testing.T) {
	texts(t, 400)
	const record = `{"text": "The usual field tells of the harbour.", "said": "Another field tells of hyacinths, and it is as long."}`
	if err := os.WriteFile("in/record.json", []byte(record), 0o666); err != nil {
		t.Fatal(err)
	}
	settleFile(t, "in/record.json")
	for range 2 {
		for _, o := range []corpus.Options{{}, {Fields: corpus.Fields{Text: "said"}}} {
			x := At("cache", []string{"in"}, "a build")
			without, err := o.Load(context.Background(), []string{"in"})
			if err != nil {
				t.Fatal(err)
			}
			o.Store = x
			for range 2 {
				with, err := o.Load(context.Background(), []string{"in"})
				if err != nil {
					t.Fatal(err)
				}
				if outline(with) != outline(without) {
					t.Errorf("%+v: with an index there are\n%s", o.Fields, outline(with))
				}
				d, err := with.Find("record-")
				if err != nil {
					t.Fatal(err)
				}
				whole, err := d.Whole()
				if err != nil {
					t.Fatal(err)
				}
				if said := whole.Blocks[0].Text; strings.Contains(said, "hyacinths") != (o.Fields.Text != "") {
					t.Errorf("%+v: %q", o.Fields, said)
				}
			}
			x.Close()
		}
	}
}

// TestSearchArchive holds that words are found in what an archive holds.
func TestSearchArchive(t *testing.T) {
	texts(t, 400)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, said := range map[string]string{"a.txt": "The zeppelin rose at noon.", "b.txt": "Nobody saw it come down again."} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(w, said)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("in/more.zip", b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	settleFile(t, "in/more.zip")
	for range 2 {
		x := At("cache", []string{"in"}, "a build")
		c, err := (corpus.Options{Store: x}).Load(context.Background(), []string{"in"})
		if err != nil {
			t.Fatal(err)
		}
		hits, err := c.Finder().Find(context.Background(), "zeppelin")
		if err != nil || len(hits) != 1 {
			t.Errorf("found %v, %v", hits, err)
		}
		if hits, err := c.Finder().Find(context.Background(), "harbour channel"); err != nil || len(hits) != 2 {
			t.Errorf("found %v, %v", hits, err)
		}
		x.Close()
	}
}

func TestStatus(t *testing.T) {
	texts(t, 400)
	if infos, err := Status("cache"); err != nil || len(infos) > 0 {
		t.Errorf("%v, %v", infos, err)
	}
	load(t, "cache")
	if err := os.WriteFile("cache/other"+ending, []byte("something else, and long enough to be read"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("cache/notes", nil, 0o666); err != nil {
		t.Fatal(err)
	}
	infos, err := Status("cache")
	if err != nil || len(infos) != 2 {
		t.Fatal(infos, err)
	}
	full, _ := filepath.Abs("in")
	if i := infos[0]; i.Err != nil || i.Texts != 401 || i.Bytes < 1000 || !slices.Equal(i.Paths, []string{full}) {
		t.Errorf("%+v", i)
	}
	if infos[1].Err == nil {
		t.Errorf("%+v", infos[1])
	}
	if n, err := Clear("cache"); n != 2 || err != nil {
		t.Error(n, err)
	}
	left, err := os.ReadDir("cache")
	if err != nil || len(left) != 1 || left[0].Name() != "notes" {
		t.Error(left, err)
	}
}

// TestRecordLikeFile holds that a record of a file and another file are two texts
// where their paths are the same.
func TestRecordLikeFile(t *testing.T) {
	texts(t, 400)
	for file, said := range map[string]string{
		"in/swarms.jsonl":          `{"id": "bees.txt", "text": "Bees have divided in September."}` + "\n" + `{"id": "wasps.txt", "text": "Wasps have not."}` + "\n",
		"in/swarms.jsonl#bees.txt": "Hornets were seen at the lake.\n",
	} {
		if err := os.WriteFile(file, []byte(said), 0o666); err != nil {
			t.Fatal(err)
		}
		settleFile(t, file)
	}
	want, read, _ := load(t, "cache")
	if read == 0 || want != plain(t) {
		t.Fatalf("with an index there are\n%s", want)
	}
	write(t, 7, "Another text about something else.") // so that the library does not do
	settleFile(t, name(7))
	if got, read, _ := load(t, "cache"); read != 1 || got != plain(t) {
		t.Errorf("%d files are read again, and there are\n%s", read, got)
	}
	x := At("cache", []string{"in"}, "a build")
	defer x.Close()
	c, err := (corpus.Options{Store: x}).Load(t.Context(), []string{"in"})
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"september", "hornets"} {
		if found, err := c.Finder().Find(t.Context(), word); err != nil || len(found) != 1 {
			t.Errorf("%s is found in %v, %v", word, found, err)
		}
	}
}
