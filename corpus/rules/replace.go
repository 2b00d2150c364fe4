package rules

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// A file is written anew beside the old one and takes its place in one step. The
// new one has one name, and whoever makes it is alone in changing the file until it
// has its place: two programs that join and split at once lose nothing.

const (
	pause     = 20 * time.Millisecond
	abandoned = 5 * time.Second // a new file that old is of a program that was killed
	patience  = 3 * abandoned
)

// change rewrites the file of a folder, and returns what became of it.
func change(folder string, how func(*file) edits) (*Change, error) {
	path := filepath.Join(folder, Name)
	c, err := rewrite(path, how)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, bare(err))
	}
	return c, nil
}

func rewrite(path string, how func(*file) edits) (*Change, error) {
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
	f, err := claim(filepath.Join(filepath.Dir(real), "."+Name+".new"))
	if err != nil {
		return nil, err
	}
	placed := false
	defer func() {
		if f.Close(); !placed {
			os.Remove(f.Name())
		}
	}()
	data, err := readFile(real)
	if err != nil {
		return nil, err
	}
	was, err := parse(data)
	if err != nil {
		return nil, err
	}
	changed := how(was).apply(data)
	if _, err := parse(changed); err != nil {
		return nil, fmt.Errorf("cannot be changed safely: %w", err)
	}
	c := &Change{path, string(data), string(changed), data == nil}
	if c.Before == c.After {
		return c, nil
	}
	_, err = f.Write(changed)
	if err = errors.Join(err, f.Chmod(mode), f.Sync(), f.Close()); err == nil {
		err = os.Rename(f.Name(), real)
		placed = err == nil
	}
	return c, err
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

// claim makes a file that is not there, and waits while it is.
func claim(path string) (*os.File, error) {
	for range patience / pause {
		f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
		if info, err := os.Lstat(path); err == nil && time.Since(info.ModTime()) > abandoned {
			_ = os.Remove(path) // and who comes first makes it
		}
		time.Sleep(pause)
	}
	return nil, fmt.Errorf("another program is changing it; if none is, remove %s", path)
}
