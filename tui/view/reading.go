package view

import (
	"fmt"
	"path/filepath"
	"strings"

	"variorum/diff"
)

// The lines of the comparison that are not page.
const (
	headTall  = 3 // titles, where they are from, a rule
	headShort = 1
	statusBar = 1
	shortest  = 16 // screens lower than this spend one line on the head
)

func headHeight(h int) int {
	if h < shortest {
		return headShort
	}
	return headTall
}

// Visible returns how many rows of the page a screen of h lines shows.
func (s Reading) Visible(h int) int { return max(1, h-headHeight(h)-statusBar) }

func (s Reading) paint(f *Frame) {
	p := s.Page
	top := headHeight(f.Height)
	p.paintHead(f, 0, top, s.Focus)
	rows := s.Visible(f.Height)
	current := s.Current
	if s.Asked.here() {
		current = -1 // one place at a time is where the reader is
	}
	for i := range rows {
		if y := s.Top + i; y >= 0 && y < len(p.Rows) {
			f.target(0, top+i, f.Width, 1, OnRow, y)
			p.paintRow(f, top+i, y, current)
			p.paintMatches(f, top+i, y, s.Asked)
		}
	}
	if p.Options.Ruler && !s.Partial {
		p.paintRuler(f, f.Width-rulerWidth+1, top, rows, s.Top)
	}
	s.paintStatus(f, f.Height-1, rows)
}

// paintHead writes above each column what stands in it. Where the columns
// stand in one another's place the heads share the line.
func (p *Page) paintHead(f *Frame, y, lines int, focus diff.Side) {
	for s, head := range p.Heads {
		x, width := p.columns[s].x, p.columns[s].width
		line := y
		if p.layout != SideBySide {
			half := (f.Width - p.columns[0].x) / 2
			x, width = p.columns[0].x+s*half, half-1
			if lines > headShort { // one under the other: titles are long
				x, width, line = p.columns[0].x, f.Width-p.columns[0].x, y+s
			}
		}
		label, role := sideName(diff.Side(s)), Chrome
		if diff.Side(s) == focus {
			role = Strong
		}
		f.Put(x, line, 1, label, Accent)
		f.target(x, line, width, 1, OnHead, s)
		from := from(p.Heads, diff.Side(s))
		facts := join2(from, short(head.Date))
		if other := p.Heads[1-s]; head.Outlet != "" && head.Date != "" && other.Date != "" && head.Date != other.Date {
			facts = join2(head.Outlet, short(head.Date)) // which tells them apart already
		}
		title := head.Title
		if title == "" {
			title = head.Path
		}
		switch {
		case p.layout == SideBySide && lines > headShort:
			f.Fit(x+2, line, width-2, title, role)
			if head.Outlet == "" && head.Date == "" {
				facts = head.Path
			}
			f.Fit(x+2, line+1, width-2, join2(facts, head.Note), Chrome)
			f.target(x, line+1, width, 1, OnHead, s)
		default:
			if from == title {
				from = ""
			}
			f.Fit(x+2, line, width-2, join2(from, title, short(head.Date), head.Note), role)
		}
	}
	if lines > headShort {
		f.Fill(0, y+lines-1, f.Width, 1, "─", Chrome)
	}
}

// from says where a side comes from, so that it is told from the other: two copies
// often have one title, and sometimes one outlet.
func from(heads [2]Head, s diff.Side) string {
	outlet := heads[s].Outlet
	if outlet != "" && outlet != heads[s.Other()].Outlet {
		return outlet
	}
	return join2(outlet, filepath.Base(heads[s].Path))
}

// join2 puts together what there is.
func join2(parts ...string) string {
	var some []string
	for _, p := range parts {
		if p != "" {
			some = append(some, p)
		}
	}
	return strings.Join(some, " · ")
}

// paintRow writes a row of the page on a line of the frame.
func (p *Page) paintRow(f *Frame, line, row, current int) {
	r := &p.Rows[row]
	for s, pieces := range r.Sides {
		x, left := p.columns[s].x, p.columns[s].width
		for _, piece := range pieces {
			n := f.put(x, line, left, piece.Text, piece.Role, piece.Change >= 0 && piece.Change == current)
			if piece.Change >= 0 {
				f.target(x, line, n, 1, OnChange, piece.Change)
			}
			x += n
			left -= n
		}
	}
	switch {
	case p.layout == SideBySide:
		p.paintMarks(f, line, r)
	case p.columns[0].x >= p.gutter+gutterWidth:
		if r.label != 0 {
			f.Put(p.gutter, line, 1, string(rune(r.label)), Accent)
		}
		f.Put(p.gutter+1, line, 1, r.mark.String(), r.mark.role())
	}
}

// paintMarks writes the sign of a row between its columns, or two where
// something else became of the words on either side.
func (p *Page) paintMarks(f *Frame, line int, r *Row) {
	a, b := r.marks[0], r.marks[1]
	if a == b || a == unmarked || b == unmarked || a != moved && b != moved {
		f.Put(p.gutter+1, line, 1, r.mark.String(), r.mark.role())
		return
	}
	f.Put(p.gutter, line, 1, a.String(), a.role())
	f.Put(p.gutter+1, line, 1, b.String(), b.role())
}

// paintRuler draws the whole page as a strip: where what happened, and which
// part of it is on the screen.
func (p *Page) paintRuler(f *Frame, x, y, h, top int) {
	total := max(len(p.Rows), 1)
	marks := make([]mark, h)
	show := func(row int, m mark) {
		if row >= 0 {
			at := row * h / max(total, h) // a short page is not stretched
			marks[min(at, h-1)] = marks[min(at, h-1)].with(m)
		}
	}
	for _, row := range p.facing {
		show(row, facing)
	}
	for i := range p.Changes {
		m := p.rulerMark(&p.Changes[i])
		for _, row := range p.Changes[i].Ends {
			show(row, m)
		}
	}
	first, last := top*h/total, (min(top+h, total)-1)*h/total
	for i := range h {
		sign, role := "│", Ruler
		if total > h && i >= first && i <= last {
			sign, role = "┃", Strong
		}
		f.Put(x, y+i, 1, sign, role)
		f.Put(x+1, y+i, 1, marks[i].String(), marks[i].role())
		f.target(x, y+i, 2, 1, OnRuler, min(i*max(total, h)/h, total-1))
	}
}

// rulerMark returns the sign of a change in the ruler.
func (p *Page) rulerMark(ch *Change) mark {
	if len(ch.Shared) > 0 {
		return facing
	}
	i := weightiest(p.Comparison, *ch)
	if i < 0 {
		return unmarked
	}
	side := diff.A
	if p.Comparison.Differences[i].Places[diff.A].Empty() {
		side = diff.B
	}
	return markOf(ch.Kind, side)
}

// uncrowded is how much more room there must be in the status line before it tells of
// more keys than one.
const uncrowded = 8

// paintStatus says what the change under the cursor is and where in the page
// the screen is.
func (s Reading) paintStatus(f *Frame, y, rows int) {
	p := s.Page
	c := p.Comparison
	where := "100%"
	if n := len(p.Rows) - rows; n > 0 {
		where = fmt.Sprintf("%d%%", min(max(s.Top, 0), n)*100/n)
	}
	right := where
	if n := len(c.Texts[s.Focus].Blocks); f.Width >= 72 && n > 0 {
		right = fmt.Sprintf("%s ¶ %d/%d · %s", sideName(s.Focus), s.Block+1, n, where)
	}
	if s.Partial {
		right = ""
	} else if c.Hidden > 0 {
		right = hiddenOf(c.Hidden, f.Width) + " · " + right
	}
	if s.Asked.Prompt != 0 && f.Width < hintFrom {
		right = "" // what is typed needs the room
	}
	if s.Asked.fills(s.Note, s.Current) {
		s.Asked.paint(f, y, paintEnd(f, right, s.Asked.width(f), s.Hints))
		return
	}
	number, name, said, role := "", "", s.Note, Strong
	hints := s.Hints
	switch {
	case s.Note != "":
	case s.Current >= 0 && s.Current < len(p.Changes):
		ch := p.Changes[s.Current]
		number, said = fmt.Sprintf("%d/%d  ", s.Current+1, len(p.Changes)), Describe(c, ch)
		if f.Width >= 60 {
			name = ch.Name() + "  "
		}
	default:
		var shares string
		said, shares = c.Say(len(p.Changes))
		if long := join2(said, shares); fits(f, right, Width(long, f.method), s.Hints) {
			said = long
		}
		if len(s.First) > 0 && fits(f, right, Width(said, f.method)+uncrowded, s.First) {
			hints = s.First
		}
		role = Chrome
	}
	room := paintEnd(f, right, Width(number+name+said, f.method), hints)
	x := f.Put(0, y, room, number, Chrome)
	x += f.Put(x, y, room-x, name, Accent)
	f.Fit(x, y, room-x, said, role)
}
