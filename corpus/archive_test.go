package corpus

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/klauspost/compress/zstd"
)

// file is a member of an archive that a test makes.
type file struct {
	name, data string
	mode       fs.FileMode
}

func zipOf(t testing.TB, files ...file) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		h := &zip.FileHeader{Name: f.name, Method: zip.Deflate}
		h.SetMode(f.mode | 0o644)
		w, err := z.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(f.data)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func tarOf(t *testing.T, files ...file) string {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, f := range files {
		h := &tar.Header{Name: f.name, Size: int64(len(f.data)), Mode: 0o644, Typeflag: tar.TypeReg}
		switch {
		case f.mode&fs.ModeSymlink != 0:
			h.Typeflag, h.Linkname, h.Size = tar.TypeSymlink, f.data, 0
		case f.mode&fs.ModeDevice != 0:
			h.Typeflag, h.Size = tar.TypeChar, 0
		}
		if err := w.WriteHeader(h); err != nil {
			t.Fatal(err)
		}
		if h.Size > 0 {
			if _, err := w.Write([]byte(f.data)); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func gzipOf(t *testing.T, data string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(data)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func zstdOf(t *testing.T, data string) string {
	t.Helper()
	w, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return string(w.EncodeAll([]byte(data), nil))
}

// outcome tells what was found: the paths of texts, and of problems with what
// is wrong.
func outcome(all []found) []string {
	var out []string
	for _, f := range all {
		if f.err != nil {
			out = append(out, f.path+": "+f.err.Error())
		} else {
			out = append(out, f.path)
		}
	}
	return out
}

func TestArchives(t *testing.T) {
	a, b := file{"texts/a.txt", "A text about ferries.", 0}, file{"b.md", "# Bread\n\nA text about bread.", 0}
	others := []file{{"texts/", "", fs.ModeDir}, {".git/c.txt", "hidden", 0}, {"~$a.docx", "\x05Nora\x00", 0}, {"__MACOSX/a.txt", "hidden", 0}, {"logo.png", "\x89PNG", 0}}
	plain := append([]file{a, b}, others...)
	want := []string{"/texts/a.txt", "/b.md"}
	tarred := tarOf(t, a, b, others[1], others[3])
	for _, c := range []struct {
		name, data string
		want       []string
	}{
		{"x.zip", zipOf(t, plain...), want},
		{"x.tar", tarred, want},
		{"x.tar.gz", gzipOf(t, tarred), want},
		{"x.tgz", gzipOf(t, tarred), want},
		{"x.tar.zst", zstdOf(t, tarred), want},
		{"called.txt", zipOf(t, a, b), want}, // what it is decides, not how it is called
		{"called.zip", "No archive, but a text.", []string{""}},
		{"a.txt.gz", gzipOf(t, a.data), []string{""}},
		{"a.txt.zst", zstdOf(t, a.data), []string{""}},
		{"a.md.gz", gzipOf(t, b.data), []string{""}},
		{"r.jsonl.gz", gzipOf(t, `{"text":"One."}`+"\n"+`{"text":"Two."}`), []string{"#1", "#2"}},
		{"x.zip", zipOf(t, file{"inner.zip", zipOf(t, a), 0}, file{"r.jsonl", `{"id":"k","text":"One."}` + "\n" + `{"text":"Two."}`, 0}),
			[]string{"/inner.zip/texts/a.txt", "/r.jsonl#k", "/r.jsonl#2"}},
		{"x.zip", zipOf(t, file{"a.txt.gz", gzipOf(t, a.data), 0}), []string{"/a.txt.gz"}},

		{"x.zip", zipOf(t, file{"1.zip", zipOf(t, file{"2.zip", zipOf(t, file{"3.zip", zipOf(t, a), 0}), 0}), 0}),
			[]string{"/1.zip/2.zip: an archive in an archive in an archive, which is not opened"}},
		{"x.txt.gz", gzipOf(t, gzipOf(t, a.data)), []string{": compressed twice, and not opened"}},
		{"x.zip", zipOf(t, file{"../up.txt", "x", 0}, file{"/etc/abs.txt", "x", 0}, file{`c:\win.txt`, "x", 0}, file{"in/../../up.txt", "x", 0}, a), []string{
			"/up.txt: its name leads out of the archive", "/etc/abs.txt: its name leads out of the archive",
			"/c:/win.txt: its name leads out of the archive", "/up.txt: its name leads out of the archive", "/texts/a.txt"}},
		{"x.tar", tarOf(t, file{"link.txt", "/etc/passwd", fs.ModeSymlink}, file{"zero", "", fs.ModeDevice}, a, a), []string{
			"/link.txt: a link, which is not followed", "/zero: not a regular file", "/texts/a.txt", "/texts/a.txt: stands in the archive twice; the first was read"}},
		{"x.zip", zipOf(t, file{"l.txt", "a.txt", fs.ModeSymlink}, a), []string{"/l.txt: a link, which is not followed", "/texts/a.txt"}},
		{"x.zip", zipOf(t, others...), []string{": no texts in this archive"}},
		{"x.zip", zipOf(t), []string{": no texts in this archive"}},
		{"x.zip", zipOf(t, plain...)[:200], []string{": is damaged: zip: not a valid zip file"}},
		{"x.tgz", gzipOf(t, tarred)[:60], []string{": is damaged: it breaks off"}},
		{"x.zip", zipOf(t, file{"bin.txt", "\x00\x01", 0}, a), []string{"/bin.txt: looks like a binary file", "/texts/a.txt"}},
	} {
		var want []string
		for _, w := range c.want {
			want = append(want, c.name+w)
		}
		if got := outcome(unpacked(c.name, c.data, Options{})); !slices.Equal(got, want) {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// TestBombs holds that small files which unpack to very large ones are given
// up early.
func TestBombs(t *testing.T) {
	zeros := strings.Repeat("\x00", 4<<20)
	spaces := strings.Repeat(" ", 72<<20)
	// Ten thousand streams one after the other are one file of 40 GB.
	long := strings.Repeat(gzipOf(t, zeros), 10_000)
	digits := strings.Builder{}
	for i := 0; digits.Len() < 70<<20; i++ {
		fmt.Fprintf(&digits, "%d ", i*i)
	}
	var count strings.Builder
	for i := range maxProblems + 50 {
		fmt.Fprintf(&count, "not json %d\n", i)
	}
	for _, c := range []struct {
		name, data, want string
	}{
		{"a.txt.gz", long, "a.txt.gz: unpacks to more than 200 times its size"},
		{"x.tar.gz", gzipOf(t, tarOf(t, file{"zeros.bin", strings.Repeat(zeros, 5), 0}, file{"a.txt", "A text.", 0})), "x.tar.gz: unpacks to more than 200 times its size"},
		{"x.zip", zipOf(t, file{"spaces.txt", spaces, 0}), "x.zip/spaces.txt: unpacks to more than 200 times its size"},
		{"x.tar", tarOf(t, file{"digits.txt", digits.String(), 0}), "x.tar/digits.txt: larger than 64 MB"},
		{"r.jsonl", `{"text":"` + digits.String() + `"}`, "r.jsonl: a record larger than 64 MB"},
		{"r.json", `[{"text":"` + digits.String() + `"}]`, "r.json: a record larger than 64 MB"},
	} {
		u := unpacker{ctx: context.Background()}
		u.file(origin{c.name, c.name, c.name}, strings.NewReader(c.data), 0)
		u.settle()
		if got := outcome(u.found); len(got) == 0 || got[0] != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
		if u.unpacked > 80<<20 {
			t.Errorf("%s: %d bytes were unpacked", c.name, u.unpacked)
		}
	}
	if got := unpacked("r.jsonl", count.String(), Options{}); len(got) != maxProblems {
		t.Errorf("%d problems are told", len(got))
	}
}

// TestDeepArchives holds that archives and folders a thousand levels deep end
// somewhere, and that reading them, and names that lead elsewhere, writes nothing.
func TestDeepArchives(t *testing.T) {
	nested := file{"bottom.txt", "A text at the bottom.", 0}
	for range 1000 {
		nested = file{"level.tar", tarOf(t, nested), 0}
	}
	up := file{"../up.txt", "A text that climbs.", 0}
	folder(t, map[string]string{
		"in/nested.tar":  nested.data,
		"in/folders.tar": tarOf(t, file{strings.Repeat("d/", 1000) + "a.txt", "A text in a thousand folders.", 0}),
		"in/up.zip":      zipOf(t, up, file{"/tmp/root.txt", "A text at the root.", 0}),
		"in/up.tar":      tarOf(t, up, file{"link.txt", "../../up.txt", fs.ModeSymlink}),
	})
	c, err := Load(context.Background(), []string{"in"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	v, p := paths(c)
	if want := []string{"in/folders.tar/" + strings.Repeat("d/", 1000) + "a.txt"}; !slices.Equal(v, want) {
		t.Errorf("read %.200q", v)
	}
	const out = ": its name leads out of the archive"
	if want := []string{
		"in/nested.tar/level.tar/level.tar: an archive in an archive in an archive, which is not opened",
		"in/up.tar/up.txt" + out, "in/up.tar/link.txt: a link, which is not followed", "in/up.zip/up.txt" + out, "in/up.zip/tmp/root.txt" + out,
	}; !slices.Equal(p, want) {
		t.Errorf("problems %q, want %q", p, want)
	}
	var there []string
	if err := filepath.WalkDir(".", func(path string, _ fs.DirEntry, err error) error {
		there = append(there, path)
		return err
	}); err != nil || len(there) != 6 {
		t.Errorf("there are %q, error %v", there, err)
	}
}

func TestLoadArchives(t *testing.T) {
	a, b := file{"a.txt", "A text about ferries.", 0}, file{"b.txt", "Another one, about bread.", 0}
	folder(t, map[string]string{
		"in/x.zip":       zipOf(t, a, b),
		"in/sub/y.tar":   tarOf(t, b, file{"gone.txt", "x", fs.ModeSymlink}),
		"in/page.html":   "<p>A page that has a sentence.</p>",
		"in/r.jsonl":     `{"id":"one","text":"A record."}` + "\n{",
		"in/package.gz":  gzipOf(t, "not a text by its name"),
		"in/letter.eml":  "Subject: Hello\n\nA letter.\n",
		"in/empty.jsonl": "",
	})
	c, err := Load(context.Background(), []string{"in"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	v, p := paths(c)
	if want := []string{"in/letter.eml", "in/page.html", "in/r.jsonl#one", "in/sub/y.tar/b.txt", "in/x.zip/a.txt", "in/x.zip/b.txt"}; !slices.Equal(v, want) {
		t.Errorf("read %q, want %q", v, want)
	}
	if want := []string{"in/empty.jsonl: holds no words", "in/r.jsonl#2: is not JSON", "in/sub/y.tar/gone.txt: a link, which is not followed"}; !slices.Equal(p, want) {
		t.Errorf("problems %q, want %q", p, want)
	}
	// The same archive in an fs.FS, which cannot be read from any place.
	data, err := os.ReadFile(filepath.Join("in", "x.zip"))
	if err != nil {
		t.Fatal(err)
	}
	again, err := LoadFS(context.Background(), fstest.MapFS{"x.zip": {Data: data}}, "in", nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"a-", "b-"} {
		d, err1 := c.Find(id)
		e, err2 := again.Find(id)
		if err1 == nil && (err2 != nil || d.ID != e.ID) {
			t.Errorf("%s: %v and %v", id, d, err2)
		}
	}
}

func TestReadSeveral(t *testing.T) {
	a := file{"a.txt", "A text about ferries.", 0}
	for name, data := range map[string]string{
		"x.zip":  zipOf(t, a),
		"x.tgz":  gzipOf(t, tarOf(t, a)),
		"r.json": `[{"text":"One."},{"text":"Two."}]`,
	} {
		if _, err := Read(name, strings.NewReader(data), Auto); err == nil || err.Error() != name+": holds several texts" {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, data := range map[string]string{"a.txt.gz": gzipOf(t, a.data), "a.json": `{"text":"A text about ferries."}`} {
		if d, err := Read(name, strings.NewReader(data), Auto); err != nil || d.Source != a.data || d.Path != name {
			t.Errorf("%s: %+v, %v", name, d, err)
		}
	}
}

// TestWhereTextsStand holds which file on the disk a text was read from, and at which
// line a record of it begins.
func TestWhereTextsStand(t *testing.T) {
	record := func(id string) string {
		return `{"id":"` + id + `","text":"A record that is called ` + id + `."}`
	}
	lines := record("one") + "\n\n" + record("two") + "\n"
	folder(t, map[string]string{
		"in/a.txt":     "A text about ferries.",
		"in/b.txt.gz":  gzipOf(t, "Another one, about bread."),
		"in/x.zip":     zipOf(t, file{"c.txt", "A third one, about boots.", 0}, file{"r.jsonl", strings.ReplaceAll(lines, "called", "named"), 0}),
		"in/l.jsonl":   lines,
		"in/list.json": "[\n  {\n \"id\": \"three\",\n \"text\": \"A record that stands in a list.\"},\n\n" + record("four") + "]",
		"in/lone.json": record("five"),
	})
	c, err := Load(context.Background(), []string{"in"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	err = c.Wholes(t.Context(), func(d *Document) {
		got = append(got, fmt.Sprintf("%s: %s %d %v", d.Path, d.File, d.Line, d.Packed))
	})
	slices.Sort(got)
	want := []string{
		"in/a.txt: in/a.txt 0 false", "in/b.txt.gz: in/b.txt.gz 0 true",
		"in/l.jsonl#one: in/l.jsonl 1 false", "in/l.jsonl#two: in/l.jsonl 3 false",
		"in/list.json#four: in/list.json 6 false", "in/list.json#three: in/list.json 2 false",
		"in/lone.json: in/lone.json 1 false", "in/x.zip/c.txt: in/x.zip 0 true",
		"in/x.zip/r.jsonl#one: in/x.zip 1 true", "in/x.zip/r.jsonl#two: in/x.zip 3 true",
	}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%v, %q\nwant %q", err, got, want)
	}
}

// TestLargeInput holds that what comes in on a stream may be larger than a text may
// be, as it may hold many.
func TestLargeInput(t *testing.T) {
	var records []string
	for _, what := range []string{"bees", "cranes", "wasps"} {
		records = append(records, `{"text": "One record tells of `+what+`."}`+"\n")
	}
	in := records[0] + records[1] + strings.Repeat(strings.Repeat(" ", 1<<20)+"\n", maxSize>>20) + records[2]
	c, err := Options{Input: strings.NewReader(in)}.Load(t.Context(), []string{"-"})
	if err != nil {
		t.Fatal(err)
	}
	texts := 0
	if err := c.Wholes(t.Context(), func(*Document) { texts++ }); err != nil || texts != 3 || len(c.Problems) > 0 {
		t.Errorf("%d texts, %v and %v", texts, err, c.Problems)
	}
	c, err = Options{Input: strings.NewReader(strings.Repeat("a", maxSize+1))}.Load(t.Context(), []string{"-"})
	if err != nil || len(c.Problems) != 1 || c.Problems[0].Error() != "-: larger than 64 MB" {
		t.Errorf("%v, %+v", err, c)
	}
}
