package corpus

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// Load reads files and folders and groups what it read into stories. It
// follows a folder down to all its files whose names end in .txt, .text, .md
// or .markdown, passing over hidden ones and over links to folders; a file
// that is named itself is read whatever it is called. What cannot be read is a
// problem of the corpus.
//
// It is an error when a path does not exist, when a folder holds no text, and
// when ctx ends. report, where set, is called now and then, never twice at a
// time.
func Load(ctx context.Context, paths []string, report func(Progress)) (*Corpus, error) {
	return LoadWith(ctx, paths, Options{Report: report})
}

// Options are what Load can do besides.
type Options struct {
	Report  func(Progress)
	Folders bool    // each folder below a path is a story
	Rules   []Rules // what somebody decided about stories
}

// LoadWith is Load with options. A path "git:FILE" or "git:FILE@RANGE" adds the
// revisions of a file, as a story (see GitPrefix).
func LoadWith(ctx context.Context, paths []string, o Options) (*Corpus, error) {
	l := loader{options: o}
	for _, p := range paths {
		var err error
		if file, ok := strings.CutPrefix(p, GitPrefix); ok {
			err = l.addHistory(ctx, file)
		} else {
			err = l.add(ctx, disk{}, p, p)
		}
		if err != nil {
			return nil, err
		}
	}
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
	place           place
	revision        *revision // it is, if it is one
	err             error     // it is known already that it cannot be
}

type loader struct {
	options Options
	entries []entry
	seen    map[string]bool // keys of the files in entries
	found   int             // files that were found, those seen before included
}

// add finds the files of one path.
func (l *loader) add(ctx context.Context, t tree, name, path string) error {
	info, err := t.stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: %w", path, missing{})
	case err != nil:
		l.entry(entry{path: path, err: bare(err)})
		return nil
	case !info.IsDir():
		l.entry(entry{tree: t, name: name, path: path, rel: filepath.Base(path)})
		return nil
	}
	before := l.found
	if err := l.walk(ctx, t, name, path, ""); err != nil {
		return err
	}
	if l.found == before {
		return fmt.Errorf("%s: no texts in this folder (.txt and .md files are read)", path)
	}
	return nil
}

// walk finds the files of one folder, in the order of their names.
func (l *loader) walk(ctx context.Context, t tree, name, path, rel string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	items, err := t.list(name)
	if err != nil {
		l.entry(entry{path: path, err: bare(err)})
	}
	for _, item := range items {
		base := item.Name()
		if strings.HasPrefix(base, ".") {
			continue
		}
		e := entry{tree: t, name: t.join(name, base), path: filepath.Join(path, base), rel: filepath.Join(rel, base)}
		if l.options.Folders && rel != "" {
			e.place = placeInFolder(path, rel)
		}
		if item.IsDir() {
			if err := l.walk(ctx, t, e.name, e.path, e.rel); err != nil {
				return err
			}
			continue
		}
		if !isTextName(base) {
			continue
		}
		if info, err := t.stat(e.name); err != nil {
			e.err = bare(err)
		} else if info.IsDir() {
			continue // a link; what it leads to may hold this folder again
		} else if !info.Mode().IsRegular() {
			e.err = errors.New("not a regular file")
		}
		l.entry(e)
	}
	return nil
}

// entry notes a file, unless it is there already.
func (l *loader) entry(e entry) {
	l.found++
	if e.tree != nil {
		key := e.tree.key(e.name)
		if l.seen[key] {
			return
		}
		if l.seen == nil {
			l.seen = map[string]bool{}
		}
		l.seen[key] = true
	}
	l.entries = append(l.entries, e)
}

func isTextName(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".txt", ".text", ".md", ".markdown":
		return true
	}
	return false
}

// load reads what was found, several files at a time. The result does not
// depend on which is done first.
func (l *loader) load(ctx context.Context) (*Corpus, error) {
	report := l.options.Report
	slices.SortStableFunc(l.entries, func(a, b entry) int { return strings.Compare(a.path, b.path) })
	docs := make([]*Document, len(l.entries))
	errs := make([]error, len(l.entries))
	var mu sync.Mutex
	done := Progress{Total: len(l.entries)}
	err := each(ctx, len(l.entries), func(i int) {
		docs[i], errs[i] = l.entries[i].read()
		if report == nil {
			return
		}
		mu.Lock()
		defer mu.Unlock()
		done.Files++
		if docs[i] != nil {
			done.Bytes += int64(len(docs[i].Source))
		}
		report(done)
	})
	if err != nil {
		return nil, err
	}
	c := &Corpus{}
	var read []*Document
	var from []*entry
	for i, d := range docs {
		if errs[i] != nil {
			c.Problems = append(c.Problems, Problem{Path: l.entries[i].path, Err: errs[i]})
		} else {
			read = append(read, d)
			from = append(from, &l.entries[i])
		}
	}
	tellApart(read)
	learnFurniture(read)
	said, problems := l.said(read, from)
	c.Problems = append(c.Problems, problems...)
	c.Stories, err = groupAs(ctx, read, said)
	return c, err
}

// read reads one file. Its error does not name the file.
func (e *entry) read() (*Document, error) {
	if e.err != nil {
		return nil, e.err
	}
	f, err := e.tree.open(e.name)
	if err != nil {
		return nil, bare(err)
	}
	defer f.Close()
	data, err := readAll(f)
	if err != nil {
		return nil, err
	}
	path := e.path
	if e.revision != nil {
		path = e.revision.file // whose ending tells what it is
	}
	d, err := parse(path, e.rel, data, Auto)
	if err == nil && d.Words() == 0 {
		return nil, errors.New("holds no words")
	}
	if err == nil && e.revision != nil {
		e.revision.describe(d, e.path, e.rel)
	}
	return d, err
}

// tellApart gives documents with one name and one content, from different
// places, different IDs.
func tellApart(docs []*Document) {
	count := map[string]int{}
	for _, d := range docs {
		id := d.ID
		if count[id]++; count[id] > 1 {
			d.ID = fmt.Sprintf("%s-%d", id, count[id])
		}
	}
}

// missing says that there is nothing at a path, in words for people.
type missing struct{}

func (missing) Error() string        { return "no such file or folder" }
func (missing) Is(target error) bool { return target == fs.ErrNotExist }
