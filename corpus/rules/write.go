package rules

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Version is a version that a file is to name: by its path below the folder of
// the file, with slashes, or by its ID where it has none. One that is named
// already may be so by either.
type Version struct{ Path, ID string }

func (v Version) name() string {
	if v.Path != "" {
		return v.Path
	}
	return v.ID
}

// among reports whether a name in the file means one of some versions.
func (n name) among(versions []Version) bool {
	return slices.ContainsFunc(versions, func(v Version) bool { return n.text != "" && (n.text == v.Path || n.text == v.ID) })
}

// Join makes one story of some versions. They are taken out of the stories that they are in, but if
// all that one of these holds is among them, the others join it, and it keeps
// its place and its title.
func Join(folder, title string, versions []Version) (*Change, error) {
	return change(folder, func(f *file) edits {
		home := -1
		for i, s := range f.stories {
			if len(s.names) > 0 && !slices.ContainsFunc(s.names, func(n name) bool { return !n.among(versions) }) {
				home = i
				break
			}
		}
		out := f.without(versions, home)
		var more []string
		for _, v := range versions {
			if home < 0 || !slices.ContainsFunc(f.stories[home].names, func(n name) bool { return n.among([]Version{v}) }) {
				more = append(more, v.name())
			}
		}
		if home < 0 {
			return append(out, edit{at: -1, text: block(title, more)})
		}
		return append(out, f.stories[home].add(f, more)...)
	})
}

// Split makes a story of its own of each of some versions.
func Split(folder string, versions []Version) (*Change, error) {
	return change(folder, func(f *file) edits {
		out := f.without(versions, -1)
		for _, v := range versions {
			out = append(out, edit{at: -1, text: block("", []string{v.name()})})
		}
		return out
	})
}

// change rewrites the file of a folder, and returns what became of it.
func change(folder string, how func(*file) edits) (*Change, error) {
	path := filepath.Join(folder, Name)
	data, err := readFile(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	f, err := parse(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	changed := how(f).apply(data)
	if _, err := parse(changed); err != nil {
		return nil, fmt.Errorf("%s: cannot be changed safely: %w", path, err)
	}
	if err := replace(path, changed); err != nil {
		return nil, fmt.Errorf("%s: %w", path, bare(err))
	}
	return &Change{path, string(data), string(changed), data == nil}, nil
}

// block is a story as it is written at the end of a file.
func block(title string, names []string) string {
	var b strings.Builder
	b.WriteString("\n[[story]]\n")
	if title != "" {
		fmt.Fprintf(&b, "title = %s\n", quoted(title))
	}
	b.WriteString("versions = [")
	for i, n := range names {
		if len(names) > 1 {
			b.WriteString("\n  ")
		}
		b.WriteString(quoted(n))
		if len(names) > 1 {
			b.WriteString(",")
		}
		if len(names) > 1 && i == len(names)-1 {
			b.WriteString("\n")
		}
	}
	b.WriteString("]\n")
	return b.String()
}

// quoted writes a string as TOML does.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// edit puts a text in place of some bytes, at the end of the file if at is -1.
type edit struct {
	at, end int
	text    string
}

type edits []edit

// apply returns what becomes of data.
func (es edits) apply(data []byte) []byte {
	slices.SortStableFunc(es, func(a, b edit) int { return a.at - b.at })
	var out bytes.Buffer
	at := 0
	for _, e := range es {
		if e.at >= at {
			out.Write(data[at:e.at])
			out.WriteString(e.text)
			at = e.end
		}
	}
	out.Write(data[at:])
	for _, e := range es {
		if e.at < 0 {
			if out.Len() > 0 && !bytes.HasSuffix(out.Bytes(), []byte("\n")) {
				out.WriteByte('\n')
			}
			out.WriteString(strings.TrimPrefix(e.text, strings.Repeat("\n", 1-min(out.Len(), 1))))
		}
	}
	return out.Bytes()
}

// without takes versions out of the lists of all stories but one. A list that is
// left empty stays where it is: it says nothing, and may stand under a comment.
func (f *file) without(versions []Version, but int) (out edits) {
	for i, s := range f.stories {
		if i == but {
			continue
		}
		for _, n := range s.names {
			if n.among(versions) {
				out = append(out, f.cut(n)...)
			}
		}
	}
	return out
}

// cut takes a name out of its list, with the comma behind it, and with its line
// where nothing else stands in it.
func (f *file) cut(n name) edits {
	from, to := n.start, n.end
	comma := f.skip(to)
	if f.data[comma] != ',' {
		comma = to - 1 // it is the last
	}
	if bytes.ContainsRune(f.data[to:comma+1], '#') {
		return edits{{at: from, end: to}, {at: comma, end: comma + 1}}
	}
	to = comma + 1
	for f.data[to] == ' ' || f.data[to] == '\t' {
		to++
	}
	line := bytes.LastIndexByte(f.data[:from], '\n') + 1
	if end := bytes.IndexByte(f.data[to:], '\n'); end >= 0 && blank(f.data[line:from]) && blank(f.data[to:to+end]) {
		from, to = line, to+end+1
	}
	return edits{{at: from, end: to}}
}

func blank(b []byte) bool { return len(bytes.TrimSpace(b)) == 0 }

// skip returns where the next thing stands that is neither white space nor a
// comment. There is one, for a list ends with a bracket.
func (f *file) skip(at int) int {
	for ; ; at++ {
		switch f.data[at] {
		case ' ', '\t', '\r', '\n':
		case '#':
			at += bytes.IndexByte(f.data[at:], '\n')
		default:
			return at
		}
	}
}

// add puts names behind the last of a story's, each on a line where that has its
// own.
func (s *story) add(f *file, names []string) edits {
	at, lead, text := s.start+1, "", ""
	comma := ", "
	if n := len(s.names); n > 0 {
		last := s.names[n-1]
		at, lead = last.end, comma
		if before := f.data[bytes.LastIndexByte(f.data[:last.start], '\n')+1 : last.start]; blank(before) {
			lead = ",\n" + string(before)
			comma = lead
		}
	}
	for _, n := range names {
		text += lead + quoted(n)
		lead = comma
	}
	return edits{{at: at, end: at, text: text}}
}

// replace writes a file in one step. A link to a file stays one.
func replace(path string, data []byte) error {
	if to, err := filepath.EvalSymlinks(path); err == nil {
		path = to
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(path); err == nil {
		mode = info.Mode().Perm()
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+Name+"-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // there is none once it has its name
	_, err = f.Write(data)
	err = errors.Join(err, f.Chmod(mode), f.Sync(), f.Close())
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
