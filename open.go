package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"variorum/corpus"
	"variorum/corpus/rules"
	"variorum/corpus/sample"
	"variorum/tui"
)

// choosing is how stories are chosen.
func choosing() choice { return choice{"found", []string{"found", "folders"}} }

func offerStories(cmd *cobra.Command, stories *choice) {
	offer(cmd, stories, "stories", "`WAY` in which texts become stories: found by what they say, or folders, one for each folder below a PATH")
}

// reading returns what a reader starts with: the sample corpus for no paths,
// the comparison of two files, and otherwise the corpus of all paths, which is
// loaded when the reader asks for it. An archive is a corpus, not a file.
func reading(paths []string, o corpus.Options) (tui.Config, error) {
	files := 0
	for _, path := range paths {
		if strings.HasPrefix(path, corpus.GitPrefix) {
			continue
		}
		info, err := os.Stat(path)
		if err != nil {
			return tui.Config{}, fault(path, "%w", plain(err))
		}
		if !info.IsDir() {
			files++
		}
	}
	if len(paths) != 2 || files != 2 {
		return tui.Config{Source: source(paths, o), Files: len(paths) > 0}, nil
	}
	c := tui.Config{Files: true}
	for i, path := range paths {
		var err error
		c.Pair[i], err = readFile(path, o)
		if errors.Is(err, corpus.ErrSeveral) {
			return tui.Config{Source: source(paths, o)}, nil
		}
		if err != nil {
			return tui.Config{}, err
		}
	}
	return c, nil
}

// source returns how to load a corpus: that of the paths, or the sample.
func source(paths []string, o corpus.Options) tui.Source {
	return func(ctx context.Context, report func(corpus.Progress)) (*corpus.Corpus, error) {
		if len(paths) == 0 {
			return corpus.LoadFS(ctx, sample.FS(), "sample", report)
		}
		o := o
		var wrong []corpus.Problem
		for _, path := range paths {
			if !isFolder(path) {
				continue
			}
			r, err := rules.Read(path)
			if err != nil {
				wrong = append(wrong, corpus.Problem{Path: filepath.Join(path, rules.Name), Err: err})
				continue
			}
			o.Rules = append(o.Rules, r)
		}
		c, err := o.Load(ctx, paths, report)
		if err == nil {
			c.Problems = append(c.Problems, wrong...)
		}
		return c, err
	}
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// load loads a corpus now.
func load(paths []string, o corpus.Options) (*corpus.Corpus, error) {
	return source(paths, o)(context.Background(), func(corpus.Progress) {})
}

// readFile reads one text.
func readFile(path string, o corpus.Options) (*corpus.Document, error) {
	if strings.HasPrefix(path, corpus.GitPrefix) {
		return corpus.ReadRevision(context.Background(), path, o.As)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fault(path, "%w", plain(err))
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, fault(path, "is a folder where a file is needed")
	}
	return o.Read(path, f)
}

// plain is what is wrong with a path, in plain words and without the name of
// the system call.
func plain(err error) error {
	var failed *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("no such file or folder")
	case errors.Is(err, fs.ErrPermission):
		return errors.New("may not be read")
	case errors.As(err, &failed):
		return failed.Err
	}
	return err
}
