package tui

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"variorum/corpus"
)

// Files are watched by looking at them once a second. That sees what editors
// do who write a new file and put it in the place of the old one, and works on
// every file system, and it costs two calls of the system a second; whoever
// asks the kernel to tell must watch folders, and goes without on a network.

// lookEvery is how often a watched file is looked at, and how long it must
// have been left alone to be read: it may be in the middle of being written.
const lookEvery = time.Second

// state is what a look at a file tells without reading it.
type state struct {
	info  fs.FileInfo
	err   bool
	fixed bool // it never changes
}

// fixed reports whether a document never changes: it is a revision, came in on
// standard input, or is one text of many in a file, which is not read for one.
func fixed(d *corpus.Document) bool {
	return d.Revision != "" || d.Path == "-" || d.File != "" && d.File != d.Path
}

func look(d *corpus.Document) state {
	if fixed(d) {
		return state{fixed: true}
	}
	info, err := os.Stat(d.Path)
	return state{info: info, err: err != nil || !info.Mode().IsRegular()}
}

func (s state) same(as state) bool {
	if s.fixed {
		return as.fixed
	}
	if s.err || as.err {
		return s.err == as.err
	}
	return os.SameFile(s.info, as.info) && s.info.ModTime().Equal(as.info.ModTime()) && s.info.Size() == as.info.Size()
}

// changed waits until one of two files says something else than its document
// does, and returns them as they are then. The error is that ctx is done, or that
// a file which was there has gone, and not only for the moment in which editors
// put another in its place. there says that both were at the start.
func changed(ctx context.Context, how corpus.Options, documents [2]*corpus.Document, there bool) ([2]*corpus.Document, error) {
	var last [2]state
	tick := time.NewTicker(lookEvery)
	defer tick.Stop()
	read := false // as they are now
	was := [2]bool{there, there}
	for {
		now := [2]state{look(documents[0]), look(documents[1])}
		switch settled := now[0].same(last[0]) && now[1].same(last[1]); {
		case !settled:
			read = false
		case !read && !now[0].err && !now[1].err:
			read = true
			if got, err := readAgain(how, documents); err == nil && got != documents {
				return got, nil
			}
		}
		for i, d := range documents {
			if was[i] && now[i].err && last[i].err {
				return documents, vanished{d.Path}
			}
			was[i] = was[i] || !now[i].err
		}
		last = now
		select {
		case <-ctx.Done():
			return documents, ctx.Err()
		case <-tick.C:
		}
	}
}

// vanished is that a watched file is not there any more.
type vanished struct{ path string }

func (v vanished) Error() string { return v.path + ": the file is not there any more" }

// readAgain reads two files again, as they were read. A document whose file says what it said is
// returned as it was.
func readAgain(how corpus.Options, documents [2]*corpus.Document) ([2]*corpus.Document, error) {
	now := documents
	for i, d := range documents {
		if fixed(d) {
			continue
		}
		if info, err := os.Stat(d.Path); err == nil && !info.Mode().IsRegular() {
			return documents, fmt.Errorf("%s: only a regular file can be read again", d.Path)
		}
		f, err := os.Open(d.Path)
		if err != nil {
			return documents, fmt.Errorf("%s: %w", d.Path, withoutPath(err))
		}
		got, err := how.Read(d.Path, f)
		f.Close()
		if err != nil {
			return documents, err
		}
		if was, err := d.Whole(); err != nil || got.Source != was.Source {
			got.ID = d.ID // it is the same version, said anew
			now[i] = got
		}
	}
	return now, nil
}

// withoutPath returns what is wrong with a file, without its name.
func withoutPath(err error) error {
	var failed *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("the file is not there any more")
	case errors.As(err, &failed):
		return failed.Err
	}
	return err
}
