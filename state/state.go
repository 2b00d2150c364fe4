package state

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/rogpeppe/go-internal/lockedfile"

	"variorum/tui"
)

// MaxStories is how many stories are remembered.
const MaxStories = 500

// Bounds on what a file may hold, far above what Save writes.
const (
	maxFile = 4 << 20 // bytes
	maxName = 500     // bytes of an id
	maxPath = 4 << 10 // bytes of a path
)

// schema is what a file says that it is.
const schema = "variorum.state/1"

// file is what is written.
type file struct {
	Schema string `json:"schema"`
	tui.State
}

// Path returns where the file is on a system, given how to read the
// environment; "" where there is no place for it.
func Path(goos string, getenv func(string) string) string {
	under := func(variable string, below ...string) string {
		if dir := getenv(variable); dir != "" {
			return filepath.Join(append([]string{dir}, append(below, "variorum", "state.json")...)...)
		}
		return ""
	}
	if dir := getenv("XDG_STATE_HOME"); filepath.IsAbs(dir) {
		return under("XDG_STATE_HOME")
	}
	switch goos {
	case "windows":
		return under("LocalAppData")
	case "darwin", "ios":
		return under("HOME", "Library", "Application Support")
	}
	return under("HOME", ".local", "state")
}

// Load returns what is remembered in a file: nothing where there is none, or
// none that can be read.
func Load(path string) tui.State {
	s, err := read(path)
	if err != nil {
		return tui.State{}
	}
	return s
}

func read(path string) (tui.State, error) {
	f, err := os.Open(path)
	if err != nil {
		return tui.State{}, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return tui.State{}, err
	}
	var held file
	switch err := json.Unmarshal(data, &held); {
	case len(data) > maxFile:
		return tui.State{}, errors.New("too large")
	case err != nil:
		return tui.State{}, err
	case held.Schema != schema:
		return tui.State{}, fmt.Errorf("not of the form %s", schema)
	}
	held.Stories = slices.DeleteFunc(held.Stories, func(s tui.StoryState) bool { return !sound(s) })
	return held.State, nil
}

func sound(s tui.StoryState) bool {
	return s.Story != "" && max(len(s.Story), len(s.Sides[0]), len(s.Sides[1]), len(s.Version)) <= maxName &&
		max(len(s.Files[0]), len(s.Files[1])) <= maxPath && (s.Alone == nil || len(s.Alone.Version) <= maxName)
}

// Save adds to a file what a reader has to remember.
func Save(path string, own tui.State) error {
	if own.Layout == "" && own.Fold == nil && own.Ignore == nil && len(own.Stories) == 0 {
		return nil
	}
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	unlock, err := lockedfile.MutexAt(filepath.Join(dir, "lock")).Lock()
	if err != nil {
		return err
	}
	defer unlock()
	held, err := read(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		if err := os.Rename(path, path+".damaged"); err != nil {
			return err
		}
	}
	return write(path, merge(held, own))
}

// merge puts a reader's own state into one that was kept.
func merge(held, own tui.State) tui.State {
	if own.Layout != "" {
		held.Layout = own.Layout
	}
	if own.Fold != nil {
		held.Fold = own.Fold
	}
	if own.Ignore != nil {
		held.Ignore = own.Ignore
	}
	stories := []tui.StoryState{}
	seen, files := map[string]bool{}, map[[2]string]bool{{}: false}
	for _, s := range slices.Concat(own.Stories, held.Stories) {
		if !sound(s) || seen[s.Story] || files[s.Files] { // the last are of what the files said once
			continue
		}
		seen[s.Story], files[s.Files] = true, s.Files != [2]string{}
		stories = append(stories, s)
	}
	held.Stories = stories[:min(len(stories), MaxStories)]
	return held
}

// write puts a file in the place of another, whole or not at all.
func write(path string, s tui.State) (err error) {
	data, err := json.MarshalIndent(file{schema, s}, "", "\t")
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), "state-*.tmp")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	_, err = f.Write(append(data, '\n'))
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
