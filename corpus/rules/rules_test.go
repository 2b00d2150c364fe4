package rules

import (
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the expected files")

// TestWrite plays the changes of each archive in testdata: "before" is the file,
// "do" the changes, one a line (a version is PATH, or PATH=ID), and "after" what becomes of it.
func TestWrite(t *testing.T) {
	cases, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatal("no cases", err)
	}
	for _, path := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			part := map[string]string{}
			for _, f := range a.Files {
				part[f.Name] = string(f.Data)
			}
			dir := t.TempDir()
			file := filepath.Join(dir, Name)
			if before, ok := part["before"]; ok {
				if err := os.WriteFile(file, []byte(before), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			for line := range strings.Lines(part["do"]) {
				words := strings.Fields(line)
				versions := func(words []string) (out []Version) {
					for _, w := range words {
						path, id, _ := strings.Cut(w, "=")
						out = append(out, Version{path, id})
					}
					return out
				}
				switch words[0] {
				case "join":
					_, err = Join(dir, "", versions(words[1:]))
				case "entitle":
					_, err = Join(dir, words[1], versions(words[2:]))
				case "split":
					_, err = Split(dir, versions(words[1:]))
				default:
					t.Fatalf("no change is called %q", words[0])
				}
				if err != nil {
					t.Fatal(err)
				}
			}
			got, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if *update {
				a.Files[len(a.Files)-1].Data = got
				if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if string(got) != part["after"] {
				t.Errorf("--- got\n%s--- want\n%s", got, part["after"])
			}
			if info, err := os.Stat(file); err != nil || part["before"] != "" && info.Mode().Perm() != 0o600 {
				t.Errorf("the file has become %v (%v)", info.Mode(), err)
			}
			if left, _ := os.ReadDir(dir); len(left) != 1 {
				t.Errorf("%d files are left in the folder", len(left))
			}
			if _, err := Read(dir); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestRead(t *testing.T) {
	dir := t.TempDir()
	if r, err := Read(dir); err != nil || r.Path != "" {
		t.Errorf("a folder without rules has %v, %v", r, err)
	}
	for source, want := range map[string]string{
		"apart = [[\"a\", \"b\"]]\n\n[[story]]\nversions = ['c']\n": "",
		"":                                "",
		"# nothing\n":                     "",
		"story = 1":                       "line 1: story means nothing here",
		"\n[story]\nversions = []":        "line 2: [story] means nothing here; a story begins with [[story]]",
		"[[story]]\nversion = ['a']":      "line 2: version means nothing here",
		"[[story]]\nversions = 'a'":       `line 2: versions is a list of strings, such as ["a.txt", "b.txt"]`,
		"not-furniture = ['Ferry',\n '']": `line 2: "" in not-furniture names nothing; a text begins with its words`,
		"not-furniture = [' — ']":         `line 1: " — " in not-furniture names nothing`,
		"[[story]]\nversions = [a.txt]":   `line 2: unexpected character U+0061 'a' at start of value; a text stands in quotes, as in "morning.txt"`,
		"[[story]]\ntitle = Ferry":        `line 2: unexpected character U+0046 'F' at start of value; a text stands in quotes`,
		"[[story]]\nversions = [1]":       `line 2: versions is a list of strings, such as ["a.txt", "b.txt"]`,
		"[[story]]\ntitle = 1":            "line 2: a title is a string",
		"apart = ['a', 'b']":              `line 1: apart is a list of lists, such as [["a.txt", "b.txt"]]`,
		"[[story]]\napart = []":           "line 2: apart stands before the first [[story]]",
		"\n\n[[story]]\nversions = ['a'":  "line 4: ",
		strings.Repeat("[", 5000):         "has lists within lists without end",
	} {
		if err := os.WriteFile(filepath.Join(dir, Name), []byte(source), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := Read(dir)
		switch {
		case want == "" && err != nil:
			t.Errorf("%q: %v", source, err)
		case want != "" && (err == nil || !strings.HasPrefix(err.Error(), want)):
			t.Errorf("%q: error %v, want %s", source, err, want)
		}
		if err == nil {
			continue
		}
		if _, err := Split(dir, []Version{{"a", ""}}); err == nil {
			t.Errorf("%q was changed", source)
		}
		if after, err := os.ReadFile(filepath.Join(dir, Name)); err != nil || string(after) != source {
			t.Errorf("%q has become %q (%v)", source, after, err)
		}
	}
}

// TestLink holds that a link to the file stays one.
func TestLink(t *testing.T) {
	dir := t.TempDir()
	real := filepath.Join(dir, "real.toml")
	if err := os.WriteFile(real, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("real.toml", filepath.Join(dir, Name)); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	if _, err := Split(dir, []Version{{"a", ""}}); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(filepath.Join(dir, Name)); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Error("the link is gone:", err)
	}
	if data, err := os.ReadFile(real); err != nil || !strings.Contains(string(data), `["a"]`) {
		t.Errorf("the file holds %q (%v)", data, err)
	}
}

// A file keeps the ends of its lines, and the byte-order mark that some editors
// begin one with.
func TestLineEnds(t *testing.T) {
	for before, after := range map[string]string{
		"# x\r\n[[story]]\r\nversions = [\r\n  \"a\",\r\n]\r\n": "# x\r\n[[story]]\r\nversions = [\r\n  \"a\",\r\n  \"b\",\r\n]\r\n",
		"[[story]]\r\nversions = [\"c\"]":                       "[[story]]\r\nversions = [\"c\"]\r\n\r\n[[story]]\r\nversions = [\r\n  \"a\",\r\n  \"b\",\r\n]\r\n",
		"\ufeff[[story]]\nversions = [\"a\"]\n":                 "\ufeff[[story]]\nversions = [\"a\", \"b\"]\n",
	} {
		dir := t.TempDir()
		file := filepath.Join(dir, Name)
		if err := os.WriteFile(file, []byte(before), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Join(dir, "", []Version{{"a", ""}, {"b", ""}}); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(file); err != nil || string(got) != after {
			t.Errorf("%q has become %q (%v), want %q", before, got, err, after)
		}
		if r, err := Read(dir); err != nil || len(r.Stories) == 0 {
			t.Errorf("%q is read as %v (%v)", after, r.Stories, err)
		}
	}
}

// Programs that change a file at once lose nothing of what each other wrote, and
// what one left behind that was killed is in nobody's way.
func TestAtOnce(t *testing.T) {
	dir := t.TempDir()
	for _, left := range []string{".new", ".lock"} {
		if err := os.WriteFile(filepath.Join(dir, "."+Name+left), []byte("torn"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var all sync.WaitGroup
	for i := range 20 {
		all.Go(func() {
			if _, err := Split(dir, []Version{{strconv.Itoa(i), ""}}); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if r, err := Read(dir); err != nil || len(r.Stories) != 20 {
		t.Errorf("%d stories are left (%v)", len(r.Stories), err)
	}
	if files, _ := os.ReadDir(dir); len(files) != 1 {
		t.Errorf("%d files are left", len(files))
	}
}

// Links that somebody put beside the file lead nowhere.
func TestLinksBeside(t *testing.T) {
	for _, kind := range []string{".new", ".lock"} {
		dir, elsewhere := t.TempDir(), filepath.Join(t.TempDir(), "precious")
		for range 2 { // one that leads to nothing, and to a file
			if err := os.Symlink(elsewhere, filepath.Join(dir, "."+Name+kind)); err != nil {
				t.Skip("no links here:", err)
			}
			_, _ = Split(dir, []Version{{"a", ""}})
			if got, err := os.ReadFile(elsewhere); err == nil && string(got) != "precious" {
				t.Errorf("behind the link %s is %q", kind, got)
			}
			if err := os.WriteFile(elsewhere, []byte("precious"), 0o600); err != nil {
				t.Fatal(err)
			}
			_ = os.Remove(filepath.Join(dir, "."+Name+kind))
		}
	}
}

// A file that may not be written is not put aside for one that may.
func TestReadOnly(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, Name)
	if err := os.WriteFile(file, nil, 0o400); err != nil {
		t.Fatal(err)
	}
	if f, err := os.OpenFile(file, os.O_WRONLY, 0); err == nil {
		f.Close()
		t.Skip("nothing is read-only to this user")
	}
	if _, err := Split(dir, []Version{{"a", ""}}); !errors.Is(err, fs.ErrPermission) {
		t.Error("the file was changed:", err)
	}
}

func TestLines(t *testing.T) {
	c := &Change{Before: "[[story]]\nversions = [\"a\"]", After: "[[story]]\nversions = [\"a\"]\n\n[[story]]\nversions = [\"b\"]\n"}
	if lines, came, went := c.Lines(); strings.Join(lines, "|") != `+ [[story]]|+ versions = ["b"]` || !came || went {
		t.Errorf("the change is told as %q", lines)
	}
}

// TestUndo checks that a change can be undone as long as nobody has written into the
// file since, and that a file that was made for it goes again.
func TestUndo(t *testing.T) {
	for _, before := range []string{"", "# by hand\n", "[[story]]\nversions = [\"a\", \"b\"]\n", "[[story]]\r\nversions = [\"b\"]"} {
		dir := t.TempDir()
		file := filepath.Join(dir, Name)
		put := func(s string) {
			if err := os.WriteFile(file, []byte(s), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if before != "" {
			put(before)
		}
		c, err := Split(dir, []Version{{"a", ""}})
		if err != nil {
			t.Fatal(err)
		}
		put(c.After + "# since\n")
		if err := c.Undo(); err == nil || err.Error() != file+": somebody has changed it since" {
			t.Errorf("%q: undone though it was changed: %v", before, err)
		}
		put(c.After)
		if err := c.Undo(); err != nil {
			t.Errorf("%q: %v", before, err)
		}
		after, err := os.ReadFile(file)
		if string(after) != before || c.New != errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%q has become %q (%v)", before, after, err)
		}
		if err := c.Undo(); err == nil {
			t.Errorf("%q: undone twice", before)
		}
	}
}

func FuzzChange(f *testing.F) {
	f.Add("[[story]]\nversions = [\"a\", # x\n 'b' ,\n]\n")
	f.Add("apart = [[\"a\", '''b''']]\n[[story]]\ntitle = \"t\"\nversions = [\"\"\"a\"\"\"]")
	f.Add("apart = [[\"a\", \"c\", \"d\"], # x\n [\"c\", \"a\"]]\n\n# y\n[[story]]\nversions = [\"c\"]\ntitle = \"t\"\n\n[[story]]\nversions = [\"a\",\"b\" , \"c\"]")
	f.Add("[[story]]\r\nversions=['a'\n#\n,'b']")
	f.Fuzz(func(t *testing.T, source string) {
		before, err := parse([]byte(source))
		if err != nil {
			return
		}
		changed := before.without([]Version{{"a", ""}, {"", "c"}}, nil).apply([]byte(source))
		after, err := parse(changed)
		if err != nil {
			t.Fatalf("%q has become %q: %v", source, changed, err)
		}
		lists := func(f *file, without ...Version) (out []string) {
			for _, s := range f.stories {
				var kept []string
				for _, n := range s.names {
					if !n.among(without) {
						kept = append(kept, n.text)
					}
				}
				if len(kept) > 0 || len(s.names) == 0 {
					out = append(out, s.title+"\x00"+strings.Join(kept, "\x00"))
				}
			}
			return out
		}
		if len(after.apart) != len(before.apart) || !slices.Equal(lists(after), lists(before, Version{"a", ""}, Version{"", "c"})) {
			t.Fatalf("%q has become %q", source, changed)
		}
		joined := []Version{{"a", ""}, {"", "c"}}
		if together, err := parse(before.together(joined).apply([]byte(source))); err != nil {
			t.Fatalf("%q: joined: %v", source, err)
		} else {
			for _, l := range append(together.apart, list{}) {
				if in := slices.DeleteFunc(l.names, func(n name) bool { return !n.among(joined) }); len(in) > 1 {
					t.Fatalf("%q: %v are apart still", source, in)
				}
			}
		}
		again, err := parse(edits{{at: -1, text: block("x\"\n", []string{"d", source})}}.apply(changed))
		if utf8.ValidString(source) && (err != nil || len(again.stories) != len(after.stories)+1 || again.stories[len(after.stories)].names[1].text != source) {
			t.Fatalf("the new story is not there: %v", err)
		}
	})
}
