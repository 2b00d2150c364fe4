//go:build unix

package corpus

import (
	"context"
	"os"
	"slices"
	"syscall"
	"testing"
)

// TestLoadNoFiles holds that what has no end, or waits for somebody to write,
// is never read, whether it is found in a folder or named itself.
func TestLoadNoFiles(t *testing.T) {
	folder(t, map[string]string{"in/a.txt": "A text."})
	if err := syscall.Mkfifo("in/pipe.txt", 0o600); err != nil {
		t.Skip("no pipes with names here:", err)
	}
	for name, to := range map[string]string{"in/zero.txt": "/dev/zero", "in/circle.txt": "circle2.txt", "in/circle2.txt": "circle.txt", "in/up": "..", "in/topipe.md": "pipe.txt"} {
		if err := os.Symlink(to, name); err != nil {
			t.Skip("no links here:", err)
		}
	}
	const loop = ": too many levels of symbolic links"
	want := []string{"in/circle.txt" + loop, "in/circle2.txt" + loop, "in/pipe.txt: not a regular file", "in/topipe.md: not a regular file", "in/zero.txt: not a regular file"}
	for _, given := range [][]string{{"in"}, {"in/a.txt", "in/circle.txt", "in/circle2.txt", "in/pipe.txt", "in/topipe.md", "in/zero.txt"}} {
		c, err := Load(context.Background(), given, nil)
		if err != nil {
			t.Fatal(err)
		}
		if v, p := paths(c); !slices.Equal(v, []string{"in/a.txt"}) || !slices.Equal(p, want) {
			t.Errorf("read %q, problems %q", v, p)
		}
	}
}

// TestOpenPipe holds that what turned into a pipe after it was looked at does
// not stop the program.
func TestOpenPipe(t *testing.T) {
	folder(t, nil)
	if err := syscall.Mkfifo("pipe.txt", 0o600); err != nil {
		t.Skip("no pipes with names here:", err)
	}
	e := entry{tree: disk{}, name: "pipe.txt", path: "pipe.txt", rel: "pipe.txt"}
	if _, err := e.texts(context.Background(), Options{}, nil); err != errIrregular {
		t.Errorf("error %v", err)
	}
}
