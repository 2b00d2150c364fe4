//go:build unix

package rules

import (
	"path/filepath"
	"syscall"
	"testing"
)

// A pipe in the place of the file is told of, and not waited for.
func TestPipe(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mkfifo(filepath.Join(dir, Name), 0o600); err != nil {
		t.Skip("no pipes here:", err)
	}
	if _, err := Read(dir); err == nil || err.Error() != "is not a regular file" {
		t.Error("the pipe was read:", err)
	}
	if _, err := Split(dir, []Version{{"a", ""}}); err == nil {
		t.Error("the pipe was written")
	}
}
