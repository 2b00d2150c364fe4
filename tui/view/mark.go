package view

import "variorum/diff"

// mark is the sign in the gutter that says what became of a row. Of several
// the greatest shows.
type mark uint8

const (
	unmarked mark = iota
	ignored       // words stand on one side only, which is ignored
	parted        // a paragraph begins here on one side only
	facing        // two tellings of one thing stand side by side
	edited
	onlyA
	onlyB
	moved
	cut
)

var markSigns = [...]string{"", "·", "¶", "≈", "~", "-", "+", "↕", "✂"}

// String returns the sign, one cell wide.
func (m mark) String() string { return markSigns[m] }

// role returns what the sign is painted as.
func (m mark) role() Role {
	switch m {
	case moved:
		return Moved
	case cut:
		return Cut
	case ignored, parted:
		return Chrome
	}
	return Gutter
}

// with returns the sign of a row that holds both.
func (m mark) with(o mark) mark {
	if m == onlyA && o == onlyB || m == onlyB && o == onlyA {
		return edited
	}
	return max(m, o)
}

// markOf returns the sign for a difference.
func markOf(k diff.Kind, s diff.Side) mark {
	switch k {
	case diff.Truncation:
		return cut
	case diff.Move:
		return moved
	case diff.Omission, diff.Duplicate:
		if s == diff.A {
			return onlyA
		}
		return onlyB
	}
	return edited
}

// weight orders the kinds of difference by how much a reader wants to know of
// them; a change that has several is called by the weightiest.
func weight(k diff.Kind) int {
	switch k {
	case diff.Truncation:
		return 5
	case diff.Move, diff.Duplicate:
		return 4
	case diff.Omission:
		return 3
	case diff.Substitution, diff.Insertion, diff.Deletion, diff.Reorder:
		return 2
	}
	return 1
}

// Signs tells what the signs in the gutter and in the ruler mean.
func Signs() []KeyHelp {
	return []KeyHelp{
		{edited.String(), "words changed"},
		{onlyA.String(), "only in A"},
		{onlyB.String(), "only in B"},
		{cut.String(), "broken off: words lost in mid-sentence"},
		{moved.String(), "stands elsewhere on the other side"},
		{facing.String(), "two tellings of one thing face each other"},
		{ignored.String(), "only here, but ignored"},
		{parted.String(), "a paragraph begins here on one side only"},
	}
}
