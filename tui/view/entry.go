package view

import (
	"fmt"

	"github.com/charmbracelet/x/ansi"

	"variorum/collation"
)

// An entry of the apparatus is written in three ways, the roomiest that fits:
// with the names of the versions below each reading, with their letters behind
// it, or as editions do to save paper, all readings one after the other.

// entry writes lines of an apparatus, a wrapped text at a time.
type entry struct {
	width  int
	method ansi.Method
	lines  []entryLine
}

type entryLine struct {
	line   Line
	indent int
	mark   string // before the text, within the indent
}

// piece is a text with its role, before it is wrapped.
type entryPiece struct {
	text string
	role Role
}

// write adds a text over as many lines as it takes, most at the most.
func (e *entry) write(indent int, mark string, most int, pieces ...entryPiece) {
	w := wrapper{width: max(e.width-indent, 1), method: e.method}
	for _, p := range pieces {
		s := p.text
		if limit := 8 * e.width * (most + 1); len(s) > limit { // what cannot show
			s = clipTo(s, limit)
		}
		w.text(s, []ink{{role: p.role, change: -1}})
	}
	lines := w.take()
	for i, l := range lines {
		if i == most {
			last := &e.lines[len(e.lines)-1]
			last.line = append(shortened(last.line, w.width-1), Piece{Text: "…", Width: 1, Role: Chrome, Change: -1})
			break
		}
		e.lines = append(e.lines, entryLine{l, indent, mark})
		mark = ""
	}
}

// shortened cuts a line down to a width.
func shortened(l Line, width int) Line {
	out := l[:0:0]
	for _, p := range l {
		if p.Width > width {
			return out
		}
		width -= p.Width
		out = append(out, p)
	}
	return out
}

const longReading = 6 // lines; the comparison shows the rest

// readingRole returns what a reading is painted as.
func readingRole(k collation.Kind) Role {
	switch k {
	case collation.Omission, collation.Markup:
		return Quiet
	case collation.Lacuna, collation.Supplement:
		return Cut
	case collation.Transposition:
		return Moved
	}
	return Same
}

// paintApparatus writes what stands at the words under the cursor, or else
// which versions there are.
func (s Book) paintApparatus(f *Frame, p bookPlan) {
	x, y, width, room := p.note, p.top, p.noteWidth, p.rows
	if p.footRows > 0 {
		f.Fill(p.left, p.foot, p.measure, 1, "─", Ruler)
		x, y, width, room = p.left, p.foot+1, p.measure, p.footRows
	}
	if s.Current < 0 || s.Current >= len(s.Leaf.Apparatus.Units) {
		s.paintVersions(f, x, y, width, room)
		return
	}
	e := s.entryFor(width, room, f.method)
	if p.footRows == 0 { // beside its lemma, as far as there is room below
		y += max(0, min(s.Leaf.rows[s.Current]-s.Top, room-len(e.lines)))
	}
	for i := range min(room, len(e.lines)) {
		l := e.lines[i]
		f.Put(x, y+i, l.indent, l.mark, Accent)
		at, left := x+l.indent, width-l.indent
		for _, piece := range l.line {
			n := f.Put(at, y+i, left, piece.Text, piece.Role)
			at, left = at+n, left-n
		}
	}
}

// entryFor writes the entry of the current unit as it fits.
func (s Book) entryFor(width, room int, m ansi.Method) *entry {
	for _, way := range []func(*entry, *collation.Unit){s.named, s.listed} {
		e := &entry{width: width, method: m}
		if way(e, &s.Leaf.Apparatus.Units[s.Current]); len(e.lines) <= room {
			return e
		}
	}
	e := &entry{width: width, method: m}
	s.running(e, &s.Leaf.Apparatus.Units[s.Current], room)
	return e
}

// The most bytes of a lemma that are quoted, and where room is short.
const (
	longLemma  = 64
	shortLemma = 24
)

func (s Book) quote(u *collation.Unit, most int) []entryPiece {
	return []entryPiece{{u.Quote(s.Leaf.blocks, most) + " ", Strong}, {"]", Accent}}
}

// named writes an entry with the names of the versions.
func (s Book) named(e *entry, u *collation.Unit) {
	e.write(0, "", 2, s.quote(u, longLemma)...)
	for i, r := range u.Readings {
		e.write(2, s.pointer(u, i), longReading, entryPiece{r.String(), readingRole(r.Kind)})
		s.names(e, r.Witnesses)
	}
	if len(u.Wanting) > 0 {
		e.write(2, "", 1, entryPiece{"the passage is wanting in", Quiet})
		s.names(e, u.Wanting)
	}
}

func (s Book) names(e *entry, versions []int) {
	for _, v := range versions {
		siglum := collation.Siglum(v)
		e.write(4, "", 1, entryPiece{siglum + "  ", Accent}, entryPiece{s.Versions[v].Name, Chrome})
	}
}

// pointer marks the selected reading, where there are several.
func (s Book) pointer(u *collation.Unit, reading int) string {
	if reading == s.Reading && len(u.Readings) > 1 {
		return "▸"
	}
	return ""
}

// listed writes an entry with a reading a line.
func (s Book) listed(e *entry, u *collation.Unit) {
	e.write(0, "", 1, s.quote(u, longLemma)...)
	for i, r := range u.Readings {
		e.write(2, s.pointer(u, i), longReading/2, entryPiece{r.String() + "  ", readingRole(r.Kind)}, entryPiece{collation.Sigla(r.Witnesses), Accent})
	}
	if len(u.Wanting) > 0 {
		e.write(2, "", 1, entryPiece{"wanting in  ", Quiet}, entryPiece{collation.Sigla(u.Wanting), Accent})
	}
}

// running writes an entry in one, from the selected reading on where there is
// no room for more.
func (s Book) running(e *entry, u *collation.Unit, room int) {
	pieces := append(s.quote(u, shortLemma), entryPiece{" ", Chrome})
	for n := range u.Readings {
		i := (s.Reading + n) % len(u.Readings)
		r := u.Readings[i]
		if n > 0 {
			pieces = append(pieces, entryPiece{" | ", Chrome})
		}
		words := shorten(r.String())
		pieces = append(pieces, entryPiece{words + "  ", readingRole(r.Kind)}, entryPiece{collation.Sigla(r.Witnesses), Accent})
	}
	if len(u.Wanting) > 0 {
		pieces = append(pieces, entryPiece{" | wanting in  ", Quiet}, entryPiece{collation.Sigla(u.Wanting), Accent})
	}
	e.write(0, "", room, pieces...)
}

// paintVersions lists the versions with their letters, and how much each
// differs.
func (s Book) paintVersions(f *Frame, x, y, width, room int) {
	first, n := 0, len(s.Versions)
	if n > room {
		first, n = centred(s.Version, n, room-1), room-1
	}
	for i := range n {
		v := first + i
		state, role := s.state(v), Chrome
		if v == s.Version {
			role = Strong
		}
		f.Put(x, y+i, 3, collation.Siglum(v), Accent)
		left := width - Width(state, f.method) - 4
		f.Fit(x+3, y+i, left, s.Versions[v].Name, role)
		f.Put(x+width-Width(state, f.method), y+i, width, state, role)
	}
	if more := len(s.Versions) - n; more > 0 {
		f.Fit(x, y+n, width, fmt.Sprintf("and %s", plural(more, "other version")), Chrome)
	}
}

// state says what is known of a version.
func (s Book) state(v int) string {
	switch {
	case v == s.Version:
		return "this text"
	case !s.Versions[v].Read && s.Compared == s.Others:
		return "not compared"
	case !s.Versions[v].Read:
		return "…"
	}
	for _, i := range s.Leaf.Apparatus.Apart {
		if i == v {
			return "told independently"
		}
	}
	if n := s.Leaf.counts[v]; n > 0 {
		return plural(n, "place")
	}
	return "the same"
}
