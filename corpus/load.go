package corpus

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
)

// Load reads files and folders and groups what it read into stories. It
// follows a folder down to all its files whose names are those of texts, pages,
// mails, records, papers or archives, or have no ending and hold a text, passing over
// hidden ones and over links to folders; a file that is named itself is read
// whatever it is called. What cannot be read is a problem of the corpus.
//
// It is an error when a path does not exist, when a folder holds no text, and
// when ctx ends. report, where set, is called now and then, never twice at a
// time.
func Load(ctx context.Context, paths []string, report func(Progress)) (*Corpus, error) {
	return Options{Report: report}.Load(ctx, paths)
}

// Load is the function Load, with options. A path "git:FILE" or "git:FILE@RANGE"
// adds the revisions of a file, as a story (see GitPrefix); "-" adds o.Input.
func (o Options) Load(ctx context.Context, paths []string) (*Corpus, error) {
	l := loader{options: o, how: o.how()}
	l.recall()
	for _, p := range paths {
		var err error
		if file, ok := strings.CutPrefix(p, GitPrefix); ok {
			err = l.addHistory(ctx, file)
		} else if p == "-" && o.Input != nil {
			l.addInput()
		} else {
			err = l.add(ctx, disk{}, p, p)
		}
		if err != nil {
			return nil, err
		}
	}
	l.unite()
	return l.load(ctx)
}

// LoadFS is Load for a file system; paths are shown below prefix.
func LoadFS(ctx context.Context, fsys fs.FS, prefix string, report func(Progress)) (*Corpus, error) {
	l := loader{options: Options{Report: report}}
	if err := l.add(ctx, stored{fsys}, ".", prefix); err != nil {
		return nil, err
	}
	return l.load(ctx)
}

// tree is where files are: on the disk, or in an fs.FS.
type tree interface {
	stat(name string) (fs.FileInfo, error)
	list(name string) ([]fs.DirEntry, error)
	open(name string) (io.ReadCloser, error)
	join(dir, name string) string
	key(name string) string // the same for two names of one file
}

// entry is a file that is to be read.
type entry struct {
	tree            tree
	name, path, rel string
	how             *how
	loose           bool // it may be no text at all: it was found in a folder, and its name has no ending
	state           state
	place           place
	revision        *revision // it is, if it is one
	filed           *filed    // what the library has of it, where it has not changed since
	err             error     // it is known already that it cannot be
}

type loader struct {
	options   Options
	how       how
	known     *library // what the store remembers; may be nil
	entries   []entry
	seen      map[string]int    // where a file is in entries, by its key
	passed    map[string]string // the endings of the files that were passed over, by their keys
	histories map[string]place  // where the files are to be of which there are revisions, by their keys
	found     int               // files that were found, those seen before included
}

// add finds the files of one path.
func (l *loader) add(ctx context.Context, t tree, name, path string) error {
	info, err := t.stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: %w", path, missing{})
	case err != nil:
		l.entry(entry{path: path, err: bare(err)}, "")
		return nil
	case !info.IsDir():
		e := entry{tree: t, name: name, path: path, rel: filepath.Base(path), state: stateOf(info)}
		if !info.Mode().IsRegular() {
			e.err = errIrregular
		}
		l.entry(e, t.key(name))
		return nil
	}
	before, passed := l.found, l.passed
	l.passed = map[string]string{} // of this folder
	if err := l.walk(ctx, t, name, path, ""); err != nil {
		return err
	}
	if l.found == before {
		err := fmt.Errorf("%s: no texts in this folder; .txt, .md, .html, .docx, .odt, .epub, .eml and .json files and archives are read", path)
		if here := l.passedOver(0); len(here) > 0 {
			err = fmt.Errorf("%w; %s", err, here)
		}
		return err
	}
	maps.Copy(l.passed, passed)
	return nil
}

// walk finds the files of one folder, in the order of their names.
func (l *loader) walk(ctx context.Context, t tree, name, path, rel string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	items, err := t.list(name)
	if err != nil {
		l.entry(entry{path: path, err: bare(err)}, "")
	}
	key := t.key(name)
	items = slices.DeleteFunc(items, func(item fs.DirEntry) bool {
		base := item.Name()
		switch {
		case isHidden(base):
			return true
		case item.IsDir() || isTextName(base) || ending(base) == "":
			return false
		}
		if item.Type().IsRegular() {
			l.pass(t.join(key, base), base)
		}
		return true
	})
	infos, wrong := make([]fs.FileInfo, len(items)), make([]error, len(items))
	err = each(ctx, len(items), func(i int) {
		if !items[i].IsDir() {
			infos[i], wrong[i] = t.stat(t.join(name, items[i].Name()))
		}
	})
	if err != nil {
		return err
	}
	for i, item := range items {
		base := item.Name()
		e := entry{tree: t, name: t.join(name, base), path: filepath.Join(path, base), rel: filepath.Join(rel, base), loose: !isTextName(base)}
		if l.options.Folders && rel != "" {
			e.place = placeInFolder(path, rel)
		}
		if item.IsDir() {
			if err := l.walk(ctx, t, e.name, e.path, e.rel); err != nil {
				return err
			}
			continue
		}
		if info, err := infos[i], wrong[i]; err != nil {
			e.err = bare(err)
		} else if info.IsDir() {
			continue // a link; what it leads to may hold this folder again
		} else if !info.Mode().IsRegular() {
			e.err = errIrregular
		} else {
			e.state = stateOf(info)
		}
		l.entry(e, t.join(key, base))
	}
	return nil
}

// entry notes a file, unless one with its key is there already.
func (l *loader) entry(e entry, key string) {
	l.found++
	e.how = &l.how
	if key != "" {
		if at, ok := l.seen[key]; ok {
			was := &l.entries[at]
			was.loose = was.loose && e.loose
			return
		}
		if l.seen == nil {
			l.seen = map[string]int{}
		}
		l.seen[key] = len(l.entries)
	}
	l.entries = append(l.entries, e)
}

// texts reads the texts of the file: all of them, or hands over those that are
// wanted. Its errors do not name it.
func (e *entry) texts(ctx context.Context, o Options, w *wanted) ([]found, error) {
	if e.err != nil {
		return nil, e.err
	}
	f, err := e.tree.open(e.name)
	if err != nil {
		return nil, bare(err)
	}
	defer f.Close()
	before, err := stateNow(f)
	if err != nil {
		return nil, err
	}
	path := e.path
	if e.revision != nil {
		path = e.revision.file // whose ending tells what it is
	}
	u := unpacker{options: o, ctx: ctx, want: w}
	u.file(origin{path, e.rel, path}, f, 0)
	u.settle()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if more := u.problems - maxProblems; more > 0 {
		u.found = append(u.found, found{path: e.path, err: fmt.Errorf("%d more problems in this file", more)})
	}
	if after, err := stateNow(f); err != nil || after != before {
		return nil, errChanged
	}
	if e.revision != nil {
		for _, found := range u.found {
			if found.err == nil {
				e.revision.describe(found.doc, e.path, e.rel)
			}
		}
	}
	return u.found, nil
}

// stateNow tells what a file is like now. It is an error where it is none.
func stateNow(f io.Reader) (state, error) {
	file, ok := f.(fs.File)
	if !ok {
		return state{}, nil
	}
	info, err := file.Stat()
	switch {
	case err != nil:
		return state{}, bare(err)
	case !info.Mode().IsRegular():
		return state{}, errIrregular
	}
	return stateOf(info), nil
}

// missing says that there is nothing at a path, in words for people.
type missing struct{}

func (missing) Error() string        { return "no such file or folder" }
func (missing) Is(target error) bool { return target == fs.ErrNotExist }
