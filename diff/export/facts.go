package export

import (
	"strconv"
	"strings"

	"variorum/corpus"
	"variorum/diff"
)

// sumUp says in a line what a comparison found, and how much of it is ignored.
func sumUp(c *diff.Comparison) string {
	said, shares := c.Say(len(c.Changes()))
	if shares != "" {
		said += " · " + shares
	}
	if c.Hidden > 0 {
		said += " · " + plural(c.Hidden, "difference") + " hidden"
	}
	return said
}

func plural(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return strconv.Itoa(n) + " " + what
}

// kindOf names a difference and its tags, as in "substitution (number)".
func kindOf(d *diff.Difference) string { return named(d.Name(), d.Tags) }

func named(name string, tags diff.Tags) string {
	if tags := tags.Names(); len(tags) > 0 {
		return name + " (" + strings.Join(tags, ", ") + ")"
	}
	return name
}

// nameOf is what a document is called by its reader.
func nameOf(d *corpus.Document) string {
	if d.Title != "" {
		return d.Title
	}
	return d.Path
}

// harmless puts U+FFFD for characters that could steer what shows a text, or
// turn the direction of what stands around it, and a blank for line breaks.
func harmless(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case r < ' ' || r == 0x7f || r >= 0x80 && steers(r):
			return '\ufffd'
		}
		return r
	}, s)
}
