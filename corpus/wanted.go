package corpus

import (
	"context"
	"errors"
	"slices"
	"syscall"
)

// wanted are texts of one file that are to be read again. What they stand in is
// opened, and nothing else.
type wanted struct {
	paths map[string]bool
	leads map[string]bool // what they stand in, themselves included
	left  int             // that were not come upon yet
	give  func(found)     // is given what was read
}

func want(paths []string, give func(found)) *wanted {
	w := &wanted{map[string]bool{}, map[string]bool{}, len(paths), give}
	for _, path := range paths {
		w.paths[path], w.leads[path] = true, true
		for i := range len(path) {
			if path[i] == '/' || path[i] == '#' {
				w.leads[path[:i]] = true
			}
		}
	}
	return w
}

// all reports whether everything is to be read, as it is where w is nil.
func (w *wanted) all() bool { return w == nil }

// through reports whether something that is wanted may stand in what is at a path.
func (w *wanted) through(path string) bool { return w.all() || w.leads[path] }

// done reports whether there is nothing more to be read.
func (w *wanted) done() bool { return !w.all() && w.left <= 0 }

// takes reports whether a text is to be read. A record may turn out to be the only
// one, which has the path of its file.
func (w *wanted) takes(j *job) bool {
	switch {
	case w.all():
		return true
	case w.paths[j.place.path]:
		w.left--
		return true
	}
	return j.record != nil && w.paths[j.file]
}

// hand hands over what was read, which is not kept.
func (w *wanted) hand(j *job, f *found) {
	read := *f
	*f = found{path: f.path}
	if !w.paths[read.path] && j.record != nil {
		read.path = j.file
	}
	if w.paths[read.path] {
		delete(w.paths, read.path)
		w.give(read)
	}
}

var errNotThere = errors.New("has changed since it was listed")

// readAgain calls f with each document as its file says it, not marked for what
// the corpus knows of it, or with why it cannot be read. f is called several at a
// time. What stands in one archive is read in one go. The error is that of ctx.
func readAgain(ctx context.Context, docs []*Document, f func(i int, whole *Document, err error)) error {
	var files []*entry
	in := map[*entry][]int{}
	for i, d := range docs {
		if d.Held() {
			f(i, d, nil)
			continue
		}
		if in[d.from] == nil {
			files = append(files, d.from)
		}
		in[d.from] = append(in[d.from], i)
	}
	return each(ctx, len(files), func(k int) {
		at := map[string][]int{} // there may be some more than once
		var paths []string
		for _, i := range in[files[k]] {
			path := docs[i].Path
			if at[path] == nil {
				paths = append(paths, path)
			}
			at[path] = append(at[path], i)
		}
		_, err := files[k].texts(ctx, files[k].how.options(), want(paths, func(x found) {
			for _, i := range at[x.path] {
				switch d := docs[i]; {
				case x.err != nil:
					f(i, nil, Problem{d.Path, x.err})
				case x.sum != d.sum:
					f(i, nil, Problem{d.Path, errNotThere})
				default:
					x.doc.ID, x.doc.Path, x.doc.words, x.doc.sum = d.ID, d.Path, d.words, d.sum
					f(i, x.doc, nil)
				}
			}
			delete(at, x.path)
		}))
		if err == nil {
			err = errNotThere
		}
		for path, numbers := range at {
			for _, i := range numbers {
				f(i, nil, Problem{path, err})
			}
		}
	})
}

// mayPass reports whether what is wrong with a file may be right the next time.
func mayPass(err error) bool {
	var system syscall.Errno
	return errors.As(err, &system) || slices.ContainsFunc([]error{errChanged, context.Canceled, context.DeadlineExceeded}, func(e error) bool { return errors.Is(err, e) })
}
