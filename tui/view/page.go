package view

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"variorum/diff"
)

// Layout is how the two sides stand to each other.
type Layout uint8

// The layouts.
const (
	SideBySide Layout = iota
	Inline            // one text, A's words and B's in one line
	Stacked           // passage by passage, A above B
)

var layoutNames = [...]string{"side-by-side", "inline", "stacked"}

// String returns the name of the layout.
func (l Layout) String() string { return layoutNames[l] }

// LayoutNames returns the names that ParseLayout knows.
func LayoutNames() []string { return slices.Clone(layoutNames[:]) }

// ParseLayout returns the layout of a name.
func ParseLayout(name string) (Layout, error) {
	if i := slices.Index(layoutNames[:], name); i >= 0 {
		return Layout(i), nil
	}
	return 0, fmt.Errorf("%q is none of %s", name, strings.Join(layoutNames[:], ", "))
}

// Options are what a page depends on besides its comparison.
type Options struct {
	Layout Layout
	Width  int // cells
	Method ansi.Method
	Ruler  bool // leave room for the overview ruler at the right edge

	// Marks sets changed words off in the text itself, as [-gone-] and {+new+},
	// for outputs that have neither colours nor attributes.
	Marks bool

	// Fold leaves out unchanged text, except for Context sentences on either
	// side of each difference.
	Fold    bool
	Context int
}

// Page is a comparison laid out at a width: all of its rows, and where each
// change stands. Making one costs time in proportion to the text; a window of
// it is painted in proportion to the window.
type Page struct {
	Comparison *diff.Comparison
	Heads      [2]Head
	Options    Options
	Rows       []Row
	Changes    []Change
	Paragraphs []int // rows at which a passage begins, rising

	layout  Layout // the one in use: narrow pages stack
	facing  []int  // rows at which two tellings meet
	columns [2]column
	gutter  int      // where the marks stand
	begins  [2][]int // by side, the row at which the group of each sentence begins
}

// Apart reports whether the texts tell apart from each other, so that differences
// are no stops.
func (p *Page) Apart() bool { return p.Comparison.Summary.Verdict >= diff.Related }

// Change is a place at which a reader stops: one change of the comparison, with
// all of its parts, or, between two tellings, a passage that both tell. What
// only one of two tellings has is no stop, for that is nearly everything.
type Change struct {
	ID          int // diff.Difference.Change, or below zero for a passage
	Differences []int
	Shared      []diff.Shared // the words of a passage that both tell
	Kind        diff.Kind     // that of its weightiest part
	added       bool          // it is sentences that only B has
	Row         int           // first row of the page where it shows
	Rows        int           // how many rows from there to its last part
	Ends        [2]int        // by side, the first row where it shows there, or -1
}

// What changes are called that have no kind of their own.
const (
	nameShared = "shared"
	nameAdded  = diff.Addition
)

// Name says in a word what sort of change it is.
func (ch Change) Name() string {
	switch {
	case len(ch.Shared) > 0:
		return nameShared
	case ch.added:
		return nameAdded
	}
	return ch.Kind.String()
}
