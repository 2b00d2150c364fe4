package corpus

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// folder makes a folder of files and works in it.
func folder(t *testing.T, files map[string]string) {
	t.Chdir(t.TempDir())
	for name, data := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// paths returns the paths of all versions, and of all problems with what is
// wrong.
func paths(c *Corpus) (versions, problems []string) {
	for _, s := range c.Stories {
		for _, v := range s.Versions {
			versions = append(versions, filepath.ToSlash(v.Path))
		}
	}
	slices.Sort(versions)
	for _, p := range c.Problems {
		problems = append(problems, filepath.ToSlash(p.Path)+": "+p.Err.Error())
	}
	return versions, problems
}

func TestLoad(t *testing.T) {
	folder(t, map[string]string{
		"in/b.txt":          "One text about ferries.",
		"in/a.md":           "Another text, about bread.",
		"in/deep/er/c.TEXT": "A third, about the weather in spring.",
		"in/.hidden.txt":    "not read",
		"in/.~lock.b.odt#":  "not read",
		"in/~$b.docx":       "\x05Nora\x00\x00",
		"in/.git/d.txt":     "not read",
		"in/e.pdf":          "%PDF",
		"in/binary.txt":     "\x00\x01\x02",
		"in/latin.txt":      "Caf\xe9",
		"notes":             "Named itself, so its name does not matter.",
		"empty/readme.doc":  "no text",
		"void.txt":          "",
	})
	for _, c := range []struct {
		paths, versions, problems []string
	}{
		{[]string{"in"}, []string{"in/a.md", "in/b.txt", "in/deep/er/c.TEXT", "in/latin.txt"}, []string{"in/binary.txt: looks like a binary file"}},
		{[]string{"./in/deep", "notes"}, []string{"in/deep/er/c.TEXT", "notes"}, nil},
		{[]string{"in/b.txt", "in/b.txt", "in/deep", "in"}, []string{"in/a.md", "in/b.txt", "in/deep/er/c.TEXT", "in/latin.txt"}, []string{"in/binary.txt: looks like a binary file"}},
		{[]string{"in/e.pdf"}, []string{"in/e.pdf"}, nil},
		{[]string{"in/binary.txt"}, nil, []string{"in/binary.txt: looks like a binary file"}},
		{[]string{"void.txt"}, nil, []string{"void.txt: holds no words"}},
	} {
		corpus, err := Load(context.Background(), c.paths, nil)
		if err != nil {
			t.Errorf("%q: %v", c.paths, err)
			continue
		}
		if v, p := paths(corpus); !slices.Equal(v, c.versions) || !slices.Equal(p, c.problems) {
			t.Errorf("%q: read %q, problems %q", c.paths, v, p)
		}
	}
	for path, want := range map[string]string{
		"nowhere":  "nowhere: no such file or folder",
		"in/x.txt": "in/x.txt: no such file or folder",
		"empty":    "empty: no texts in this folder; .txt, .md, .html, .docx, .odt, .epub, .eml and .json files and archives are read; passed over 1 file by its name: 1 .doc; name one to read it",
	} {
		if _, err := Load(context.Background(), []string{"in", path}, nil); err == nil || err.Error() != want {
			t.Errorf("%s: error %v, want %q", path, err, want)
		}
	}
	if _, err := Load(context.Background(), []string{"nowhere"}, nil); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v is no fs.ErrNotExist", err)
	}
}

func TestLoadLinks(t *testing.T) {
	folder(t, map[string]string{"in/a.txt": "A text.", "else/b.txt": "Another one."})
	for name, to := range map[string]string{"in/loop": "..", "in/self.txt": "self.txt", "in/gone.txt": "nothing", "in/b.txt": "../else/b.txt", "in/dir.txt": "../else", "link": "in"} {
		if err := os.Symlink(to, name); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	c, err := Load(context.Background(), []string{"link"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	v, p := paths(c)
	if want := []string{"link/a.txt", "link/b.txt"}; !slices.Equal(v, want) {
		t.Errorf("read %q, want %q", v, want)
	}
	if len(p) != 2 || !strings.HasPrefix(p[0], "link/gone.txt: ") || !strings.HasPrefix(p[1], "link/self.txt: ") {
		t.Errorf("problems %q", p)
	}
}

func TestLoadUnreadable(t *testing.T) {
	if runtime.GOOS == "windows" || os.Getuid() == 0 {
		t.Skip("this user may read everything")
	}
	folder(t, map[string]string{"in/a.txt": "A text.", "in/b.txt": "Another one.", "in/c/d.txt": "A third."})
	for _, name := range []string{"in/b.txt", "in/c"} {
		if err := os.Chmod(name, 0); err != nil {
			t.Fatal(err)
		}
		defer os.Chmod(name, 0o755)
	}
	c, err := Load(context.Background(), []string{"in"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	v, p := paths(c)
	if !slices.Equal(v, []string{"in/a.txt"}) || !slices.Equal(p, []string{"in/b.txt: permission denied", "in/c: permission denied"}) {
		t.Errorf("read %q, problems %q", v, p)
	}
}

func TestLoadFS(t *testing.T) {
	files := fstest.MapFS{"talks/a.txt": {Data: []byte("A text about talks.")}, "b.md": {Data: []byte("# Bread\n\nIs baked in the old bakery by the river.")}}
	var last Progress
	c, err := LoadFS(context.Background(), files, "sample", func(p Progress) { last = p })
	if err != nil {
		t.Fatal(err)
	}
	if v, _ := paths(c); !slices.Equal(v, []string{"sample/b.md", "sample/talks/a.txt"}) {
		t.Errorf("read %q", v)
	}
	if last.Files != 2 || last.Total != 2 || last.Bytes == 0 {
		t.Errorf("last report is %+v", last)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := LoadFS(ctx, files, "sample", nil); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end of its context: %v", err)
	}
}

// TestIDs holds that the name of a version depends on nothing but itself.
func TestIDs(t *testing.T) {
	folder(t, map[string]string{
		"one/ferries.txt":     "A text about ferries.",
		"one/Zweites Boot.md": "A text about ferries.",
		"two/sub/ferries.txt": "A text about ferries.",
		"two/ferries.txt":     "A text about ferries.",
		"more/ferries.txt":    "Another text about ferries, and it is no copy.",
	})
	ids := func(paths ...string) map[string]string {
		c, err := Load(context.Background(), paths, nil)
		if err != nil {
			t.Fatal(err)
		}
		out := map[string]string{}
		seen := map[string]bool{}
		for _, s := range c.Stories {
			for _, v := range s.Versions {
				if seen[v.ID] {
					t.Errorf("%s stands twice", v.ID)
				}
				seen[v.ID] = true
				out[filepath.ToSlash(v.Path)] = v.ID
				if found, err := c.Find(v.ID); err != nil || found != v.Document {
					t.Errorf("%s finds %v, %v", v.ID, found, err)
				}
			}
		}
		return out
	}
	alone, both := ids("one"), ids("one", "more", "two/sub")
	for path, id := range alone {
		if both[path] != id {
			t.Errorf("%s is %s alone, %s among others", path, id, both[path])
		}
	}
	if id := alone["one/Zweites Boot.md"]; !strings.HasPrefix(id, "zweites-boot-") {
		t.Errorf("id is %s", id)
	}
	ids("one", "two")

	c, err := Load(context.Background(), []string{"one", "more"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if d, err := c.Find("zw"); err != nil || filepath.ToSlash(d.Path) != "one/Zweites Boot.md" {
		t.Errorf("zw finds %v, %v", d, err)
	}
	for _, id := range []string{"ferries", "nobody", ""} {
		if d, err := c.Find(id); err == nil {
			t.Errorf("%q finds %s", id, d.ID)
		}
	}
}

func TestLoadIsDeterministic(t *testing.T) {
	files := os.DirFS("sample/files")
	if _, err := fs.Stat(files, "."); err != nil {
		t.Fatal("the sample corpus is not there:", err)
	}
	first, err := LoadFS(context.Background(), files, "sample", nil)
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		again, err := LoadFS(context.Background(), files, "sample", nil)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(first, again) {
			t.Fatal("two loads differ")
		}
	}
}

// locked is a file system in which one file may not be opened, which the tests
// need where their user may open all.
type locked struct{ fstest.MapFS }

func (l locked) Open(name string) (fs.File, error) {
	if strings.HasPrefix(filepath.Base(name), "locked") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return l.MapFS.Open(name)
}

func TestLoadLocked(t *testing.T) {
	files := locked{fstest.MapFS{"a.txt": {Data: []byte("A text.")}, "locked.txt": {}, "z.txt": {Data: []byte("Another one.")}}}
	c, err := LoadFS(context.Background(), files, "in", nil)
	if err != nil {
		t.Fatal(err)
	}
	v, p := paths(c)
	if !slices.Equal(v, []string{"in/a.txt", "in/z.txt"}) || !slices.Equal(p, []string{"in/locked.txt: permission denied"}) {
		t.Errorf("read %q, problems %q", v, p)
	}
}
