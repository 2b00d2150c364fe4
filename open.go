package main

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"

	"variorum/corpus"
	"variorum/corpus/rules"
	"variorum/corpus/sample"
	"variorum/tui"
)

// reading returns what a reader starts with: the sample corpus for no paths,
// the comparison of two files, and otherwise the corpus of all paths, which is
// loaded when the reader asks for it. An archive is a corpus, not a file.
func (s *session) reading(paths []string, o corpus.Options) (tui.Config, error) {
	files := 0
	for _, path := range paths {
		if strings.HasPrefix(path, corpus.GitPrefix) || path == "-" {
			continue
		}
		info, err := os.Stat(path)
		if err != nil {
			return tui.Config{}, absent(path, err)
		}
		if !info.IsDir() {
			files++
		}
	}
	if len(paths) == 2 && files == 2 {
		pair, err := s.readPair([2]string(paths), o)
		if !errors.Is(err, corpus.ErrSeveral) {
			return tui.Config{Files: true, How: o, Pair: pair}, err
		}
	}
	how, err := ruled(paths, o)
	return tui.Config{Source: s.source(paths, o), Files: len(paths) > 0, How: how, Rules: s.rules(paths)}, err
}

// source returns how to load a corpus: that of the paths, by what the rules say then,
// or the sample.
func (s *session) source(paths []string, said corpus.Options) tui.Source {
	if len(paths) == 0 {
		return func(ctx context.Context, o corpus.Options) (*corpus.Corpus, error) {
			return corpus.LoadFS(ctx, sample.FS(), "sample", o.Report)
		}
	}
	var store corpus.Store
	if slices.Contains(paths, "-") {
		said.Input = s.in // which says something else each time
	} else {
		store = s.store(paths)
	}
	return func(ctx context.Context, how corpus.Options) (*corpus.Corpus, error) {
		o, err := ruled(paths, said)
		if err != nil {
			return nil, err
		}
		o.Report, o.Early, o.Store = how.Report, how.Early, store
		return o.Load(ctx, paths)
	}
}

// ruled adds what the files say that lie in folders among the paths. One with a
// mistake in it decides nothing, and is not passed over either: the stories would
// not be those that somebody asked for.
func ruled(paths []string, o corpus.Options) (corpus.Options, error) {
	for _, path := range paths {
		if !isFolder(path) {
			continue
		}
		r, err := rules.Read(path)
		if err != nil {
			return o, fault(filepath.Join(path, rules.Name), "%w", err)
		}
		o.Rules = append(o.Rules, r)
	}
	return o, nil
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// below returns what a path is below a folder, if it is.
func below(folder, path string) (string, bool) {
	rel, err := filepath.Rel(folder, path)
	return rel, err == nil && filepath.IsLocal(rel)
}

// meant returns the version of a corpus that an argument means, by its ID or by its
// path, which may be that below the root, and its story.
func meant(c *corpus.Corpus, root, arg string) (*corpus.Document, *corpus.Story, error) {
	byID, err := c.Find(arg)
	for i := range c.Stories {
		for _, v := range c.Stories[i].Versions {
			if v.Document == byID || byID == nil && (v.Path == filepath.Clean(arg) || v.Path == filepath.Join(root, arg)) {
				return v.Document, &c.Stories[i], nil
			}
		}
	}
	return nil, nil, hint(err, "variorum list prints ids and files")
}

// load loads a corpus now.
func (s *session) load(paths []string, o corpus.Options) (*corpus.Corpus, error) {
	c, err := s.source(paths, o)(context.Background(), corpus.Options{})
	if err == nil && c.Note != "" {
		report(s.err, errors.New(c.Note))
	}
	return c, err
}

// readPair reads two texts at one time, of which one may be standard input. The
// error is that of the first where both have one.
func (s *session) readPair(paths [2]string, o corpus.Options) (pair [2]*corpus.Document, err error) {
	var wrong [2]error
	var both sync.WaitGroup
	for i, path := range paths {
		both.Go(func() {
			if path == "-" {
				pair[i], wrong[i] = o.Read(path, s.in)
			} else {
				pair[i], wrong[i] = readFile(path, o)
			}
		})
	}
	both.Wait()
	return pair, cmp.Or(wrong[0], wrong[1])
}

// readFile reads one text.
func readFile(path string, o corpus.Options) (*corpus.Document, error) {
	if strings.HasPrefix(path, corpus.GitPrefix) {
		return corpus.ReadRevision(context.Background(), path, o)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, absent(path, err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, fault(path, "is a folder where a file is needed")
	}
	return o.Read(path, f)
}

// absent says that there is nothing at a path that could be opened. A text in an
// archive, or one of several in a file, has a path but is no file.
func absent(path string, err error) error {
	wrong := fault(path, "%w", plain(err))
	for i := range len(path) {
		if path[i] != '#' && !os.IsPathSeparator(path[i]) {
			continue
		}
		if info, err := os.Stat(path[:i]); err == nil && info.Mode().IsRegular() {
			return hint(wrong, "variorum list %s prints the ids of the texts in it, and compare --corpus %[1]s takes them", path[:i])
		}
	}
	return wrong
}

// plain is what is wrong with a path, in plain words and without the name of
// the system call.
func plain(err error) error {
	var failed *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return errors.New("no such file or folder")
	case errors.Is(err, fs.ErrPermission):
		return errors.New("may not be read")
	case errors.As(err, &failed):
		return failed.Err
	}
	return err
}
