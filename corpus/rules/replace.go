package rules

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// A file is written anew beside the old one and takes its place in one step.

// change rewrites the file of a folder, and returns what became of it.
func change(folder string, how func(*file) edits) (*Change, error) {
	return rewrite(filepath.Join(folder, Name), func(data []byte) ([]byte, error) {
		was, err := parse(data)
		if err != nil {
			return nil, err
		}
		changed := how(was).apply(data)
		if _, err := parse(changed); err != nil {
			return nil, fmt.Errorf("cannot be changed safely: %w", err)
		}
		return append([]byte{}, changed...), nil // a file stays, though it may hold nothing
	})
}

// rewrite puts in the place of what a file holds what how makes of it. What there is
// no file of is nil.
func rewrite(path string, how func(data []byte) ([]byte, error)) (*Change, error) {
	c, err := replaced(path, how)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, bare(err))
	}
	return c, nil
}

func replaced(path string, how func(data []byte) ([]byte, error)) (*Change, error) {
	real, err := filepath.EvalSymlinks(path) // a link to a file stays one
	if errors.Is(err, fs.ErrNotExist) {
		real = path
	} else if err != nil {
		return nil, err
	}
	mode, err := writable(real)
	if err != nil {
		return nil, err
	}
	beside := filepath.Join(filepath.Dir(real), "."+Name)
	unlock, err := lock(beside + ".lock")
	if err != nil {
		return nil, err
	}
	defer unlock()
	data, err := readFile(real)
	if err != nil {
		return nil, err
	}
	changed, err := how(data)
	if err != nil {
		return nil, err
	}
	c := &Change{path, string(data), string(changed), data == nil}
	switch {
	case c.Before == c.After:
		return c, nil
	case changed == nil:
		return c, os.Remove(real)
	}
	return c, replace(real, beside+".new", changed, mode)
}

// replace puts data in the place of a file, whole or not at all. What a program that
// was killed has left of this is taken away first.
func replace(path, beside string, data []byte, mode fs.FileMode) error {
	if err := os.Remove(beside); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	f, err := os.OpenFile(beside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Chmod(mode), f.Sync(), f.Close()); err == nil {
		err = os.Rename(beside, path)
	}
	if err != nil {
		os.Remove(beside)
	}
	return err
}

// writable returns the mode of a file, if it may be written; one that is to be made
// has that of others.
func writable(path string) (fs.FileMode, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return 0o644, nil
	}
	if err != nil || !info.Mode().IsRegular() {
		return 0, err // which is told when it is read
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return 0, err
	}
	return info.Mode().Perm(), f.Close()
}
