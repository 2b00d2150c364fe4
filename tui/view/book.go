package view

import (
	"fmt"

	"variorum/collation"
)

// Book is the screen of one version alone: its text as the page of a book, and
// what the others have in place of the words under the cursor, in the margin
// where there is room for one and else at the foot.
type Book struct {
	Leaf     *Leaf
	Versions []BookVersion // of the story, in their order
	Version  int           // that is read
	Compared int           // how many of the others have been compared
	Others   int           // that are to be
	Top      int
	Block    int // at which the reader is
	Current  int // index into the units of the apparatus, -1 for none
	Reading  int // index into the readings of the unit
	Note     string
	Asked    Asked
	Hints    []KeyHelp
}

// BookVersion is a version as an apparatus names it.
type BookVersion struct {
	Name string
	Read bool // it has been compared
}

// The lines and columns of the book that are not text.
const (
	marginWidth = 3   // the sign of a line, and blanks
	beside      = 120 // from this width on the apparatus stands beside the text
	noteGap     = 4
	noteMax     = 46
	footMax     = 10
)

// bookPlan is where the parts of the screen stand.
type bookPlan struct {
	margin, left, measure int // the signs, the text
	top, rows             int
	note, noteWidth       int // the apparatus beside the text
	foot, footRows        int // or below it; no rows where it is beside
}

// plan places the parts of the screen: the text in the middle, what is spare
// around it.
func (s Book) plan(w, h int) bookPlan {
	p := bookPlan{top: headShort, measure: max(1, min(leafMeasure, w-marginWidth-1))}
	if h >= shortest {
		p.top++
	}
	all := marginWidth + p.measure
	if w >= beside {
		p.noteWidth = min(noteMax, w-all-noteGap)
		p.rows = max(1, h-p.top-statusBar)
		all += noteGap + p.noteWidth
	} else {
		p.footRows = max(2, min(h/4, footMax))
		p.rows = max(1, h-p.top-statusBar-p.footRows-1)
		p.foot = p.top + p.rows
	}
	p.margin = max(0, (w-all)/2)
	p.left = p.margin + marginWidth
	p.note = p.left + p.measure + noteGap
	return p
}

// Visible returns how many lines of the text a screen of w by h cells shows.
func (s Book) Visible(w, h int) int { return s.plan(w, h).rows }

// Measure returns how wide the text is set on a screen of w cells.
func (s Book) Measure(w int) int { return s.plan(w, MinHeight).measure }

func (s Book) paint(f *Frame) {
	p := s.plan(f.Width, f.Height)
	s.paintHead(f, p)
	var from, to collation.Position
	if s.Current >= 0 && s.Current < len(s.Leaf.Apparatus.Units) && !s.Asked.here() { // one place at a time
		from, to, _ = s.Leaf.Apparatus.Units[s.Current].Lemma(s.Leaf.blocks)
	}
	for i := range p.rows {
		if y := s.Top + i; y >= 0 && y < s.Leaf.Height() {
			s.paintLine(f, p, p.top+i, y, from, to)
			s.paintMatches(f, p, p.top+i, y)
		}
	}
	s.paintApparatus(f, p)
	s.paintStatus(f, f.Height-1, p.rows)
}

// paintHead names the version above its text.
func (s Book) paintHead(f *Frame, p bookPlan) {
	place := fmt.Sprintf("%d of %d", s.Version+1, len(s.Versions))
	n := Width(place, f.method)
	f.Put(p.left+p.measure-n, 0, n, place, Chrome)
	siglum := collation.Siglum(s.Version)
	x := f.Put(p.margin, 0, marginWidth-1, siglum, Accent) // in the margin, if it is a letter
	x = max(x+1, marginWidth)
	f.Fit(p.margin+x, 0, p.measure+marginWidth-x-n-2, s.Versions[s.Version].Name, Chrome)
}

// paintLine writes a line of the text, and its mark in the margin. The lemma
// under the cursor stands out.
func (s Book) paintLine(f *Frame, p bookPlan, line, row int, lemma, end collation.Position) {
	l := s.Leaf.lines[row]
	block := &s.Leaf.blocks[l.block]
	role := leafRole(block.Kind)
	x, left := p.left+l.indent, p.measure-l.indent
	from, to := l.part(lemma, end)
	at := l.start
	for _, part := range []struct {
		end     int
		current bool
	}{{from, false}, {to, true}, {l.end, false}} {
		if part.end > at {
			n := f.put(x, line, left, block.Text[at:part.end], role, part.current)
			x, left, at = x+n, left-n, part.end
		}
	}
	sign, of := s.Leaf.marks[row].String(), Chrome
	if s.Leaf.going[row] && sign != "" {
		sign = leafBar
	}
	if to > from {
		of = Accent
	}
	f.Put(p.margin, line, 1, sign, of)
}

// paintMatches shows which words of a line match.
func (s Book) paintMatches(f *Frame, p bookPlan, line, row int) {
	if l := s.Leaf.lines[row]; s.Asked.Matches != nil {
		words := s.Leaf.blocks[l.block].Text[l.start:l.end]
		s.Asked.paintFound(f, p.left+l.indent, line, p.left+p.measure, *s.Leaf.origin(row), words)
	}
}

// part returns which part of a line lies between two places of the text.
func (l leafLine) part(a, b collation.Position) (from, to int) {
	from, to = l.start, l.end
	switch {
	case a.Block > l.block || b.Block < l.block:
		return l.start, l.start
	case a.Block == l.block:
		from = min(max(from, a.Offset), l.end)
	}
	if b.Block == l.block {
		to = min(to, b.Offset)
	}
	return from, max(from, to)
}

// paintStatus says where the reader is, and how many of the others differ.
func (s Book) paintStatus(f *Frame, y, rows int) {
	a := s.Leaf.Apparatus
	right := "100%"
	if n := s.Leaf.Height() - rows; n > 0 {
		right = fmt.Sprintf("%d%%", min(max(s.Top, 0), n)*100/n)
	}
	if n := len(s.Leaf.blocks); n > 0 && f.Width >= 50 {
		right = fmt.Sprintf("¶ %d/%d · %s", s.Block+1, n, right)
	}
	if a.Hidden > 0 {
		right = hiddenOf(a.Hidden, f.Width) + " · " + right
	}
	if n := len(a.Apart); n > 0 && f.Width >= 100 && s.Note == "" && !s.Asked.fills("", s.Current) { // they need the room
		right = plural(n, "independent telling") + " left aside · " + right
	}
	if s.Asked.Prompt != 0 && f.Width < hintFrom {
		right = "" // what is typed needs the room
	}
	if s.Asked.fills(s.Note, s.Current) {
		s.Asked.paint(f, y, paintEnd(f, right, s.Asked.width(f), s.Hints))
		return
	}
	number, said, role := "", s.Note, Strong
	switch {
	case s.Note != "":
	case s.Compared < s.Others:
		said, role = fmt.Sprintf("comparing %d of %d …", s.Compared+1, s.Others), Chrome
	case s.Current < 0 || s.Current >= len(a.Units):
		said, role = s.found(), Chrome
	default:
		number, said = fmt.Sprintf("%d/%d  ", s.Current+1, len(a.Units)), s.differ(&a.Units[s.Current], f.Width)
	}
	room := paintEnd(f, right, Width(number+said, f.method), s.Hints)
	x := f.Put(0, y, room, number, Chrome)
	f.Fit(x, y, room-x, said, role)
}

// differ says how many of the others do at a unit.
func (s Book) differ(u *collation.Unit, width int) string {
	others := len(s.Leaf.Apparatus.Witnesses)
	switch {
	case others == 1:
		return "the other version differs"
	case width < stackBelow:
		return fmt.Sprintf("%d of %d differ", u.Differing(), others)
	}
	return fmt.Sprintf("%d of %d others differ here", u.Differing(), others)
}

// found says what the apparatus holds.
func (s Book) found() string {
	a := s.Leaf.Apparatus
	switch {
	case s.Others == 0:
		return "there is no other version"
	case len(a.Witnesses) == 0:
		return "no other version is this text"
	case len(a.Units) == 0:
		return "the others read the same"
	}
	return "others differ in " + plural(len(a.Units), "place")
}
