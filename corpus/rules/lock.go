package rules

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// lock waits until this program alone may change a file, and returns how to let
// others. The lock is the system's, on a file beside it: it ends with the program
// that holds it, however that ends, so none has to be judged by its age. Whoever
// holds it takes the file away in the end. One that waited may therefore hold the
// lock of a file that is there no more, and begins again.
func lock(path string) (unlock func(), err error) {
	for {
		if info, err := os.Lstat(path); err == nil && !info.Mode().IsRegular() {
			return nil, fmt.Errorf("%s is in the way: it is no plain file", path) // a link would be followed
		}
		f, err := lockedfile.OpenFile(path, os.O_WRONLY|os.O_CREATE, 0o600)
		if errors.Is(err, errors.ErrUnsupported) { // a file system without locks; there is no second writer as a rule
			return func() { os.Remove(path) }, nil
		}
		if err != nil {
			return nil, err
		}
		if held, err := f.Stat(); err == nil && isThere(path, held) {
			return func() { os.Remove(path); f.Close() }, nil
		}
		f.Close()
	}
}

// isThere reports whether a path still leads to a file.
func isThere(path string, f fs.FileInfo) bool {
	there, err := os.Lstat(path)
	return err == nil && os.SameFile(f, there)
}
