package corpus

import (
	"context"
	"io/fs"
	"os"
	"slices"
	"testing"
	"testing/fstest"
	"time"
)

// TestLoadTooLarge holds that a file of any size is a problem and no more. The
// files are holes, which take no room.
func TestLoadTooLarge(t *testing.T) {
	folder(t, map[string]string{"in/a.txt": "A text.", "in/huge.txt": "T", "in/void.txt": ""})
	if err := os.Truncate("in/huge.txt", 1<<40); err != nil {
		t.Skip("no holes in files here:", err)
	}
	c, err := Load(context.Background(), []string{"in"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if v, p := paths(c); !slices.Equal(v, []string{"in/a.txt"}) || !slices.Equal(p, []string{"in/huge.txt: larger than 64 MB", "in/void.txt: holds no words"}) {
		t.Errorf("read %q, problems %q", v, p)
	}
}

// moving is a file system in which files change: "gone" ones are listed and no
// longer there, "grown" ones are written to while they are read, and "turned"
// ones are no files any more once they are opened.
type moving struct{ fstest.MapFS }

func (m moving) Open(name string) (fs.File, error) {
	f, err := m.MapFS.Open(name)
	switch {
	case err != nil:
	case name == "gone.txt":
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	case name == "grown.txt", name == "turned.txt":
		return &movingFile{File: f, turned: name == "turned.txt"}, nil
	}
	return f, err
}

// Stat sees files as they were.
func (m moving) Stat(name string) (fs.FileInfo, error) { return m.MapFS.Stat(name) }

type movingFile struct {
	fs.File
	looks  int
	turned bool
}

type movingInfo struct {
	fs.FileInfo
	looks  int
	turned bool
}

func (f *movingFile) Stat() (fs.FileInfo, error) {
	info, err := f.File.Stat()
	f.looks++
	return movingInfo{info, f.looks, f.turned}, err
}

func (i movingInfo) ModTime() time.Time { return time.Unix(int64(i.looks), 0) }

func (i movingInfo) Mode() fs.FileMode {
	if i.turned {
		return fs.ModeNamedPipe
	}
	return i.FileInfo.Mode()
}

func TestLoadMoving(t *testing.T) {
	files := moving{fstest.MapFS{"a.txt": {Data: []byte("A text.")}, "gone.txt": {}, "grown.txt": {Data: []byte("A text that grows.")}, "turned.txt": {}}}
	c, err := LoadFS(context.Background(), files, "in", nil)
	if err != nil {
		t.Fatal(err)
	}
	v, p := paths(c)
	want := []string{"in/gone.txt: file does not exist", "in/grown.txt: changed while it was being read", "in/turned.txt: not a regular file"}
	if !slices.Equal(v, []string{"in/a.txt"}) || !slices.Equal(p, want) {
		t.Errorf("read %q, problems %q", v, p)
	}
}
