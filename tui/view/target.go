package view

import "github.com/charmbracelet/x/ansi"

// Target is what stands at a cell of a screen and can be pointed at.
type Target struct {
	On    TargetKind
	Index int // see the kinds
}

// TargetKind says what a Target is.
type TargetKind uint8

// The kinds of target.
const (
	Nothing   TargetKind = iota
	OnStory              // number of a story among those that pass, as Library.Story
	OnVersion            // Index into Library.Versions
	OnEntry              // Index into Changes.Rows
	OnRow                // Index into Page.Rows
	OnChange             // Index into Page.Changes
	OnHead               // Index is the side
	OnRuler              // Index is the row of the page that is shown there
)

// Hit returns what stands at a cell of a screen of w by h cells. What that is,
// the painting of the screen says: nothing else knows where things are.
func Hit(s Screen, w, h int, m ansi.Method, x, y int) Target {
	f := NewFrame(w, h, m)
	f.areas = []area{}
	f.paint(s)
	for i := len(f.areas) - 1; i >= 0; i-- {
		if a := f.areas[i]; x >= a.x && x < a.x+a.width && y >= a.y && y < a.y+a.height {
			return a.target
		}
	}
	return Target{}
}

// area is where a target stands in a frame.
type area struct {
	x, y, width, height int
	target              Target
}

// target says that a rectangle can be pointed at. Of several in one place, the
// last is meant.
func (f *Frame) target(x, y, w, h int, on TargetKind, index int) {
	if f.areas == nil {
		return // nobody points at anything
	}
	f.areas = append(f.areas, area{x, y, w, h, Target{on, index}})
}
