package corpus

import (
	"context"
	"io/fs"
	"strings"
)

// A Store remembers what the files of a corpus say, so that in a large one only
// those that have changed are read again. Package index has one.
//
// It may forget anything at any time, and whoever uses it does then without:
// therefore its methods have no errors. What it remembers are bytes that mean
// something to this package alone.
type Store interface {
	// Memory returns what was remembered under a name, nil if nothing was.
	Memory(name string) []byte
	// Remember remembers data under a name, in place of what was there, and
	// Append after it.
	Remember(name string, data []byte)
	Append(name string, data []byte)
	// Records calls f with what was put for some paths, with all that was put
	// where these are nil, in any order, until ctx ends.
	Records(ctx context.Context, paths []string, f func(Record))
	// Put remembers some records, in place of those with the same paths.
	Put([]Record)
	// Remove forgets the records of some paths.
	Remove(paths []string)
	// Search returns the paths of the records whose text has, for every word, a
	// word that begins so. ok is false where it cannot tell.
	Search(ctx context.Context, words []string) (paths []string, ok bool)
	// Note says what happened to the store that its user should know, if
	// anything did.
	Note() string
}

// Record is what is remembered of a text, or of what there is in a file.
type Record struct {
	Path string // of what it is a record of; see recordPath
	Data []byte // what its file was like, and what was read
	Text string // the words to search for, separated by blanks; Records leaves it out
}

// recordPath returns under which path a store has what stands at a path in a file.
// A file may be called as a record of another is: the path of what stands in a
// file goes on where that of the file has two slashes, which no file's own has.
func recordPath(file, path string) string {
	if path == file {
		return path
	}
	return file + "//" + strings.TrimPrefix(path, file)
}

// A store is not worth its while for fewer files and bytes than these.
const (
	storeFiles = 300
	storeBytes = 10 << 20
)

// state is what a file was like when it was read. A file of the same size and
// time is taken to be the same.
type state struct {
	size, modified int64 // modified in nanoseconds, 0 where it tells nothing
}

func stateOf(info fs.FileInfo) state {
	return state{size: info.Size(), modified: info.ModTime().UnixNano()}
}

func (s state) same(t state) bool {
	return s.size == t.size && s.modified == t.modified && s.modified != 0
}

func (p *packer) state(s state) {
	p.int(s.size)
	p.int(s.modified)
}

func (u *opened) state() state { return state{u.int(), u.int()} }
