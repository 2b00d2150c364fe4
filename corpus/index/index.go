package index

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"variorum/corpus"
)

// Index is a corpus.Store in a file.
type Index struct {
	file  string
	paths []string
	build string

	mu     sync.Mutex
	db     *sql.DB // nil until it is needed
	closed bool    // it is not to be used, or not any more
	reset  bool    // it was thrown away once
	note   string
}

var _ corpus.Store = (*Index)(nil)

// At returns the index of the corpus of some paths, in a folder. Nothing is
// opened or made yet. build names the program: what another one made is not
// used.
func At(folder string, paths []string, build string) *Index {
	x := &Index{build: build}
	h := sha256.New()
	for _, p := range paths {
		full, err := filepath.Abs(p)
		if err != nil {
			full = p
		}
		// Both, as what is remembered has the paths as they were given.
		fmt.Fprintf(h, "%s\x00%s\x00", filepath.Clean(p), full)
		x.paths = append(x.paths, full)
	}
	x.file = filepath.Join(folder, hex.EncodeToString(h.Sum(nil)[:8])+ending)
	return x
}

// ending is that of the name of an index.
const ending = ".index"

// Note says what happened to the index, "" if nothing did.
func (x *Index) Note() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.note
}

// Close closes the index. It then remembers nothing any more.
func (x *Index) Close() error {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.closed = true
	return x.shut()
}

func (x *Index) shut() error {
	if x.db == nil {
		return nil
	}
	db := x.db
	x.db = nil
	return db.Close()
}

// use calls f with the database. Where it is not there yet and create is false,
// f is not called. What goes wrong decides whether the index is thrown away or
// left alone from then on; f is called again with the new one, unless once is
// enough for it.
func (x *Index) use(create bool, f func(db *sql.DB) error) (ok bool) {
	x.mu.Lock()
	defer x.mu.Unlock()
	for !x.closed {
		err := x.open(create)
		if err == nil {
			if err = f(x.db); err == nil {
				return true
			}
		}
		switch {
		case errors.Is(err, context.Canceled), errors.Is(err, fs.ErrNotExist) && !create, code(err) == sqlite3.SQLITE_INTERRUPT:
			return false
		case worthless(err) && !x.reset:
			x.reset = true
			x.note = err.Error()
			if !errors.Is(err, errForeign) && !errors.Is(err, errOther) {
				x.note = "the index was damaged and is made anew"
			}
			x.shut()
			if remove(x.file) != nil {
				x.closed = true
			}
		default:
			x.closed = true
			x.shut()
		}
	}
	return false
}

var (
	errForeign = errors.New("the index was not one of variorum's and is made anew")
	errOther   = errors.New("the index was made by another version of variorum and is made anew")
)

// worthless reports whether an error means that the file is of no use.
func worthless(err error) bool {
	if errors.Is(err, errForeign) || errors.Is(err, errOther) {
		return true
	}
	switch code(err) {
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR: // the last: a table is not there
		return true
	}
	return false
}

// code returns the code of an error of SQLite, 0 of another.
func code(err error) int {
	var failed *sqlite.Error
	if errors.As(err, &failed) {
		return failed.Code() & 0xff
	}
	return 0
}

// Clear removes all indexes of a folder and returns how many there were.
func Clear(folder string) (int, error) {
	files, err := list(folder)
	if err != nil {
		return 0, err
	}
	for i, file := range files {
		if err := remove(file); err != nil {
			return i, err
		}
	}
	return len(files), nil
}

// list returns the indexes of a folder. One that is not there has none.
func list(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var out []string
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ending) && e.Type().IsRegular() {
			out = append(out, filepath.Join(folder, e.Name()))
		}
	}
	return out, nil
}

// remove removes an index and what SQLite keeps beside it.
func remove(file string) error {
	for _, name := range []string{file, file + "-wal", file + "-shm"} {
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
