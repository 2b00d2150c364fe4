package view

import "fmt"

// prompting reports whether the status line belongs to what is typed, or to a
// search, rather than to the change under the cursor.
func (s Reading) prompting() bool {
	return s.Prompt != 0 || s.Note == "" && s.Matches != nil && s.Match >= 0
}

// paintPrompt writes what is typed in the status line, or what was searched
// for, and what came of it.
func (s Reading) paintPrompt(f *Frame, y, room int) {
	mark, cursor, said, role := "/", "", s.came(), Strong
	switch {
	case s.Prompt == ':':
		mark, said, role = ":", "12 a difference, p12 a paragraph, 50% a place", Chrome
	case s.Matches != nil && s.Matches.Len() == 0:
		role = Problem
	}
	if s.Prompt != 0 {
		cursor = "▏"
	}
	// What was typed last stays in sight, and so does what came of it.
	typed, left := s.Typed, room-4
	if s.Prompt != ':' {
		left -= Width(said, f.method)
	}
	for Width(typed, f.method) > max(left, 1) {
		_, _, n := cluster(typed, f.method)
		typed, mark = typed[n:], "…"
	}
	x := f.Put(0, y, room, mark+typed, Accent)
	x += f.Put(x, y, room-x, cursor, Accent) + 1
	f.Fit(x, y, room-x, said, role)
}

// came says what came of a search.
func (s Reading) came() string {
	switch {
	case s.Matches == nil:
		return ""
	case s.Matches.Len() == 0:
		return "no match"
	}
	return fmt.Sprintf("match %d of %d", s.Match+1, s.Matches.Len())
}
