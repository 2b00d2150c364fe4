package corpus

import (
	"io"
	"io/fs"
	"strings"
)

// input is what came in on a stream, as a tree of one file. It is held, for it
// cannot be read twice.
type input string

func (input) stat(string) (fs.FileInfo, error)   { return nil, fs.ErrInvalid }
func (input) list(string) ([]fs.DirEntry, error) { return nil, fs.ErrInvalid }
func (input) join(dir, name string) string       { return dir + name }
func (input) key(name string) string             { return name }

func (i input) open(string) (io.ReadCloser, error) {
	return io.NopCloser(strings.NewReader(string(i))), nil
}

// addInput reads the stream that the path "-" means.
func (l *loader) addInput() {
	e := entry{name: "-", path: "-", rel: "-"}
	var data string
	data, e.err = readUpTo(maxUnpacked, l.options.Input, 0) // which may be many texts
	e.tree = input(data)
	e.state.size = int64(len(data))
	l.entry(e, "-")
}
