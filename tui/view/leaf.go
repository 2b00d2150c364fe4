package view

import (
	"sort"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"variorum/collation"
	"variorum/text"
)

// Leaf is one text set as the page of a book, and where in it other versions
// read otherwise. The text is set once for a width; With gives it another
// apparatus in time proportional to its lines.
type Leaf struct {
	Apparatus *collation.Apparatus

	blocks []text.Block
	lines  []leafLine
	rows   []int  // by unit: the line in which its lemma begins
	marks  []mark // by line
	going  []bool // by line: what is marked there has begun above
	counts map[int]int
}

// leafLine is a line of the text: a part of one block, or nothing.
type leafLine struct {
	block      int
	start, end int // bytes of the block's text
	indent     int
}

const (
	leafMeasure = 66 // cells in a line, as in a well-made book
	captionIn   = 3  // how far a caption is set in
)

// NewLeaf sets a text in lines of at most width cells.
func NewLeaf(blocks []text.Block, width int, m ansi.Method) *Leaf {
	l := &Leaf{blocks: blocks}
	for b := range blocks {
		indent := 0
		if blocks[b].Kind == text.Caption && width > 8*captionIn {
			indent = captionIn
		}
		w := wrapper{width: max(width-indent, 1), hang: hangOf(blocks, b, width), method: m}
		w.text(blocks[b].Text, []ink{{change: -1}})
		lines := w.take()
		if len(lines) == 0 {
			continue
		}
		if len(l.lines) > 0 && !blocks[b].Tight {
			l.lines = append(l.lines, leafLine{block: b})
		}
		at := 0
		for i, line := range lines {
			in := indent
			if i > 0 && w.hang > 0 {
				line, in = line[1:], indent+w.hang
			}
			// What the wrapper left out between two lines is blank.
			start, end := -1, at
			for _, piece := range line {
				i := strings.Index(blocks[b].Text[end:], piece.Text)
				if start < 0 {
					start = end + i
				}
				end += i + len(piece.Text)
			}
			l.lines = append(l.lines, leafLine{b, max(start, at), end, in})
			at = end
		}
	}
	return l.With(&collation.Apparatus{})
}

// With returns the same leaf with an apparatus of its text.
func (l *Leaf) With(a *collation.Apparatus) *Leaf {
	out := *l
	out.Apparatus = a
	out.rows = make([]int, len(a.Units))
	out.marks, out.going = make([]mark, len(l.lines)), make([]bool, len(l.lines))
	out.counts = map[int]int{}
	for i := range a.Units {
		u := &a.Units[i]
		from, to, _ := u.Lemma(l.blocks)
		first := l.LineOf(from)
		out.rows[i] = first
		sign := signOf(u)
		for y := first; y < len(l.lines) && (y == first || l.lines[y].before(to)); y++ {
			going := y > first
			switch {
			case l.lines[y].start == l.lines[y].end:
			case out.marks[y] == unmarked || out.going[y] && !going:
				out.marks[y], out.going[y] = sign, going
			case out.going[y] == going:
				out.marks[y] = together(out.marks[y], sign)
			}
		}
		for _, r := range u.Readings {
			for _, w := range r.Witnesses {
				out.counts[w]++
			}
		}
	}
	return &out
}

// before reports whether a line begins before a position.
func (n leafLine) before(p collation.Position) bool {
	return collation.Position{Block: n.block, Offset: n.start}.Compare(p) < 0
}

// LineOf returns the line in which a position of the text stands.
func (l *Leaf) LineOf(p collation.Position) int {
	n := sort.Search(len(l.lines), func(i int) bool {
		return p.Compare(collation.Position{Block: l.lines[i].block, Offset: l.lines[i].end}) < 0
	})
	for n > 0 && (n == len(l.lines) || l.lines[n].block > p.Block) {
		n-- // the end of a block is in its last line
	}
	return n
}

// PositionOf returns the place in the text at which a line begins.
func (l *Leaf) PositionOf(line int) collation.Position {
	if line < 0 || line >= len(l.lines) {
		return collation.Position{}
	}
	return collation.Position{Block: l.lines[line].block, Offset: l.lines[line].start}
}

// signOf returns the sign of a unit in the margin: what the others do there.
func signOf(u *collation.Unit) mark {
	out := unmarked
	for _, r := range u.Readings {
		m := edited
		switch r.Kind {
		case collation.Omission:
			m = onlyA
		case collation.Addition:
			m = onlyB
		case collation.Lacuna, collation.Supplement:
			m = cut
		case collation.Transposition:
			m = moved
		}
		out = together(out, m)
	}
	return out
}

// together returns the sign for two things of which others do one each.
func together(m, o mark) mark {
	if m != o && m != unmarked && o != unmarked && max(m, o) <= onlyB {
		return edited
	}
	return max(m, o)
}

// LeafSigns tells what the signs in the margin of a leaf mean.
func LeafSigns() []KeyHelp {
	return []KeyHelp{
		{edited.String(), "others read otherwise"},
		{onlyA.String(), "others leave this out"},
		{onlyB.String(), "others add something here"},
		{cut.String(), "others, or this text, break off here"},
		{moved.String(), "others have this elsewhere"},
		{leafBar, "what is marked above goes on"},
	}
}

const leafBar = "│"

// role returns what a block is painted as.
func leafRole(k text.Kind) Role {
	switch k {
	case text.Title, text.Heading:
		return Heading
	case text.Furniture, text.Caption, text.Byline, text.Dateline, text.Kicker:
		return Furniture
	case text.Standfirst:
		return Strong
	}
	return Same
}
