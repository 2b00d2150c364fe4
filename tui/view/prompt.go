package view

import (
	"fmt"

	"variorum/diff"
)

// fills reports whether the status line belongs to what is typed, or to a search,
// rather than to a note or to the mark under the cursor, -1 for none.
func (s Asked) fills(note string, current int) bool {
	return s.Prompt != 0 || note == "" && s.Matches != nil && (s.Match >= 0 || current < 0)
}

// here reports whether the reader is at a match.
func (s Asked) here() bool { return s.Matches != nil && s.Match >= 0 }

// width returns how much room it takes to tell of a search. While something is
// typed, all room is taken.
func (s Asked) width(f *Frame) int {
	if s.Prompt != 0 {
		return f.Width
	}
	return Width("/"+s.Typed+" "+s.came(), f.method)
}

// paint writes what is typed in the status line, or what was searched
// for, and what came of it.
func (s Asked) paint(f *Frame, y, room int) {
	mark, cursor, said, role := "/", "", s.came(), Strong
	switch {
	case s.Prompt == ':':
		mark, said, role = ":", s.Ways, Chrome
	case s.Matches != nil && s.Matches.Len() == 0:
		role = Problem
	}
	if s.Prompt != 0 {
		cursor = "▏"
	}
	if sides := s.bySide(); s.Prompt != ':' && Width(mark+s.Typed+cursor+" "+said+sides, f.method) <= room {
		said += sides
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
func (s Asked) came() string {
	switch {
	case s.Matches == nil:
		return ""
	case s.Matches.Len() == 0:
		return "no match"
	case s.Match < 0 && s.Matches.Len() == 1:
		return "1 match"
	case s.Match < 0:
		return fmt.Sprintf("%d matches", s.Matches.Len())
	}
	said := fmt.Sprintf("match %d of %d", s.Match+1, s.Matches.Len())
	if s.Matches.At(s.Match).Folded {
		said += ", folded away"
	}
	return said
}

// bySide says how many matches each of two texts has.
func (s Asked) bySide() string {
	if s.Matches == nil || s.Matches.Len() == 0 || !s.Matches.two {
		return ""
	}
	n := s.Matches.count
	return fmt.Sprintf(" · A %d · B %d", n[diff.A], n[diff.B])
}
