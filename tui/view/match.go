package view

import (
	"sort"

	"variorum/diff"
	"variorum/text"
)

// Match is a place at which what a reader looks for stands: a range of a
// block's text, and the row of the page where it begins.
type Match struct {
	Side       diff.Side
	Block      int
	Start, End int
	Row        int
	Folded     bool // it is folded away, and the row stands for it
}

// Matches are all the places of a page at which a pattern stands.
type Matches struct {
	found [2][]found // by side, in the order of the text
	order []int32    // those that show, in the order of the page: twice the index, and the side
	two   bool       // two texts were looked through
	count [2]int     // how many either has
}

// found is a match as it is kept: a common letter has a million of them.
type found struct {
	block, start, end, row int32
	folded, goesOn         bool // goesOn: it is a part of the match before, in another block
}

// before reports whether a match ends before a byte of its side's text.
func (m found) before(block, at int32) bool {
	return m.block < block || m.block == block && m.end <= at
}

// Find looks for a pattern in both texts. Of words that both sides have and a page
// shows once, those of B are not among the matches, whether they are folded away or
// not. It costs time in proportion to the texts, and to the rows where anything is
// found.
func (p *Page) Find(pattern *text.Pattern) *Matches {
	m := &Matches{two: true}
	for s, t := range p.Comparison.Texts {
		m.found[s] = findIn(t.Blocks, pattern)
		for i := range m.found[s] {
			if !m.found[s][i].goesOn {
				m.count[s]++
			}
		}
	}
	if len(m.found[0])+len(m.found[1]) > 0 {
		for y := range p.Rows {
			for _, line := range p.Rows[y].Sides {
				m.place(line, y)
			}
		}
		if p.Options.Fold {
			p.placeFolded(m)
		}
	}
	return m
}

// Find looks for a pattern in the text. It costs time in proportion to that.
func (l *Leaf) Find(pattern *text.Pattern) *Matches {
	m := &Matches{}
	m.found[diff.A] = findIn(l.blocks, pattern)
	for y := range l.lines {
		m.placeIn(l.origin(y), l.lines[y].end-l.lines[y].start, y)
	}
	return m
}

// origin returns where the text of a line comes from.
func (l *Leaf) origin(line int) *origin {
	return &origin{int32(l.lines[line].block), int32(l.lines[line].start), diff.A, true}
}

func findIn(blocks []text.Block, pattern *text.Pattern) (out []found) {
	for at := range pattern.Find(blocks) {
		out = append(out, found{int32(at.Block), int32(at.Start), int32(at.End), -1, false, at.GoesOn})
	}
	return out
}

// place gives the matches that begin in a line their row.
func (m *Matches) place(line Line, row int) {
	for i := range line {
		if from := &line[i].from; from.known {
			m.placeIn(from, len(line[i].Text), row)
		}
	}
}

// placeIn gives the matches that begin in so many bytes of a text their row.
func (m *Matches) placeIn(from *origin, length, row int) {
	end := from.at + int32(length)
	list := m.found[from.side]
	for n := m.first(from); n < len(list) && list[n].block == from.block && list[n].start < end; n++ {
		if list[n].row < 0 && !list[n].goesOn {
			list[n].row = int32(row)
			m.order = append(m.order, int32(n)<<1|int32(from.side))
		}
	}
}

// first returns the first match of a side that does not end before a place.
func (m *Matches) first(from *origin) int {
	list := m.found[from.side]
	return sort.Search(len(list), func(i int) bool { return !list[i].before(from.block, from.at) })
}

// Len returns how many matches the page shows.
func (m *Matches) Len() int { return len(m.order) }

// At returns a match, counted in the order of the page.
func (m *Matches) At(i int) Match {
	n := m.order[i]
	f := m.found[n&1][n>>1]
	return Match{diff.Side(n & 1), int(f.block), int(f.start), int(f.end), int(f.row), f.folded}
}

// Index returns which match stands where another one, of the same texts, does;
// -1 for none.
func (m *Matches) Index(of Match) int {
	for i := range m.order {
		if is := m.At(i); is.Side == of.Side && is.Block == of.Block && is.Start == of.Start {
			return i
		}
	}
	return -1
}

// From returns the index of the first match that begins at a row or below, Len
// where there is none.
func (m *Matches) From(row int) int {
	return sort.Search(len(m.order), func(i int) bool { return m.At(i).Row >= row })
}

// MarkAt returns the change that touches a match, -1 for none.
func (p *Page) MarkAt(m Match) int {
	for _, line := range p.Rows[m.Row].Sides {
		for i := range line {
			from := line[i].from
			start, end := int(from.at), int(from.at)+len(line[i].Text)
			if from.known && from.side == m.Side && int(from.block) == m.Block && start < m.End && end > m.Start && line[i].Change >= 0 {
				return line[i].Change
			}
		}
	}
	return -1
}

// paintMatches shows which words of a row match, over what else they are. The
// cells keep their text.
func (p *Page) paintMatches(f *Frame, line, row int, s Asked) {
	if s.Matches == nil {
		return
	}
	for side, pieces := range p.Rows[row].Sides {
		column := p.columns[side]
		x, end := column.x, column.x+column.width
		for i := range pieces {
			piece := &pieces[i]
			if piece.from.known {
				s.paintFound(f, x, line, end, piece.from, piece.Text)
			}
			x += piece.Width
		}
	}
}

// paintFound shows which words of a stretch of text match. No cell at end or
// right of it is touched.
func (s Asked) paintFound(f *Frame, x, y, end int, from origin, words string) {
	current, length := Match{Row: -1}, int32(len(words))
	if s.Match >= 0 && s.Match < s.Matches.Len() {
		current = s.Matches.At(s.Match)
	}
	list := s.Matches.found[from.side]
	for n := s.Matches.first(&from); n < len(list) && list[n].block == from.block && list[n].start < from.at+length; n++ {
		start, stop := max(list[n].start-from.at, 0), min(list[n].end-from.at, length)
		at := x + Width(words[:start], f.method)
		width := Width(words[start:stop], f.method)
		role, begins := Found, n
		for list[begins].goesOn {
			begins--
		}
		if is := &list[begins]; current.Row >= 0 && current.Side == from.side && current.Block == int(is.block) && current.Start == int(is.start) {
			role = Here
		}
		f.recast(at, y, min(width, end-at), role)
	}
}
