package rules

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
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

// among reports whether a name in the file means one of some versions; a path may
// be written in more ways than one, as ./a.txt, or with other bytes for a letter.
func (n name) among(versions []Version) bool {
	return slices.ContainsFunc(versions, func(v Version) bool {
		return n.text != "" && (norm.NFC.String(path.Clean(n.text)) == norm.NFC.String(v.Path) || n.text == v.ID)
	})
}

// Join makes one story of some versions, in their order. They are taken out of the
// stories that they are in, but if all that one of these holds is among them, the
// others join it, each before the first that is later, and it keeps its place
// and its title. What said that two of them are apart is taken out as well.
func Join(folder, title string, versions []Version) (*Change, error) {
	return change(folder, func(f *file) edits {
		home := f.home(versions)
		out := append(f.without(versions, home), f.together(versions)...)
		if home != nil {
			return append(out, f.add(home, title, versions)...)
		}
		var names []string
		for _, v := range versions {
			names = append(names, v.name())
		}
		return append(out, edit{at: -1, text: block(title, names)})
	})
}

// home returns the story that others can join: all that it holds is among the
// versions. One that somebody gave a title goes before others.
func (f *file) home(versions []Version) (home *story) {
	for i := range f.stories {
		s := &f.stories[i]
		foreign := slices.ContainsFunc(s.names, func(n name) bool { return !n.among(versions) })
		if len(s.names) > 0 && !foreign && (home == nil || home.title == "" && s.title != "") {
			home = s
		}
	}
	return home
}

// Split makes a story of its own of each of some versions.
func Split(folder string, versions []Version) (*Change, error) {
	return change(folder, func(f *file) edits {
		taken := slices.DeleteFunc(slices.Clone(versions), func(v Version) bool { return f.home([]Version{v}) != nil }) // others are alone
		out := f.without(taken, nil)
		for _, v := range taken {
			out = append(out, edit{at: -1, text: block("", []string{v.name()})})
		}
		return out
	})
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
