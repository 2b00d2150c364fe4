package corpus

import (
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"syscall"
)

// disk is the file system of the machine. It is no os.DirFS, since that
// refuses names that are not UTF-8.
type disk struct{}

func (disk) stat(name string) (fs.FileInfo, error)   { return os.Stat(name) }
func (disk) list(name string) ([]fs.DirEntry, error) { return os.ReadDir(name) }
func (disk) join(dir, name string) string            { return filepath.Join(dir, name) }

// open does not wait for somebody to write into what has become a pipe since
// it was looked at.
func (disk) open(name string) (io.ReadCloser, error) {
	return os.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
}

func (disk) key(name string) string {
	if full, err := filepath.Abs(name); err == nil {
		return full
	}
	return name
}

// stored is an fs.FS, such as the one inside the binary.
type stored struct{ fs.FS }

func (s stored) stat(name string) (fs.FileInfo, error)   { return fs.Stat(s.FS, name) }
func (s stored) list(name string) ([]fs.DirEntry, error) { return fs.ReadDir(s.FS, name) }
func (s stored) open(name string) (io.ReadCloser, error) { return s.Open(name) }
func (s stored) join(dir, name string) string            { return path.Join(dir, name) }
func (s stored) key(name string) string                  { return name }
