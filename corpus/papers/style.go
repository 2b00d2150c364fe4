package papers

import "strconv"

// runStyle is how some words are set apart from those around them.
type runStyle struct{ bold, italic bool }

// tri is a switch that may be left as it is.
type tri int8

const (
	unsaid tri = iota
	on
	off
)

func switched(yes bool) tri {
	if yes {
		return on
	}
	return off
}

// or returns the switch, or another where it says nothing.
func (t tri) or(other tri) tri {
	if t == unsaid {
		return other
	}
	return t
}

// maxBased is how many styles one may be based on. They may be so in a circle.
const maxBased = 20

// noHeading is the level of what is none, though its style may be that of one.
const noHeading = 10

// outlineLevel reads the level of a heading, which is counted from 0.
func outlineLevel(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n+1 >= noHeading {
		return noHeading
	}
	return n + 1
}

// isHeading reports whether a level is that of a heading.
func isHeading(level int) bool { return level > 0 && level < noHeading }

// heading is the element of a heading of some level.
func heading(level int) string { return "h" + strconv.Itoa(min(max(level, 1), 6)) }
