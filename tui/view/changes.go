package view

import (
	"fmt"
	"strings"

	"variorum/diff"
	"variorum/text"
)

// The list of differences, in cells.
const (
	splitFrom = 140 // wide enough for the list and the text beside it
	textWidth = 80  // the least for the text: its two columns stand side by side
	listRoomy = 30  // lower screens have two lines for what can be picked
	listTall  = 20  // lower ones have one
	listShort = 14  // lower ones no line that names the columns, either
)

// TextWidth returns how wide the text beside the list is on a screen of w
// columns, 0 where the list has the screen to itself.
func (s Changes) TextWidth(w int) int {
	if w < splitFrom {
		return 0
	}
	return max(textWidth, w/2)
}

// Visible returns how many rows a screen of h lines lists.
func (s Changes) Visible(h int) int { return max(1, h-listHead(h)-statusBar) }

// listHead is how many lines stand above the rows: a bar, what can be picked,
// the names of the columns.
func listHead(h int) int {
	if h < listShort {
		return 1 + pickLines(h)
	}
	return 2 + pickLines(h)
}

func (s Changes) paint(f *Frame) {
	beside := s.TextWidth(f.Width)
	if beside == 0 {
		s.paintList(f)
		return
	}
	list := f.inner(f.Width-beside-1, f.Height)
	s.paintList(list)
	f.draw(0, 0, list)
	f.Fill(list.Width, 0, 1, f.Height, "│", Chrome)
	if s.Text.Page != nil {
		text := f.inner(beside, f.Height)
		s.Text.paint(text)
		f.draw(f.Width-beside, 0, text)
	}
}

func (s Changes) paintList(f *Frame) {
	s.paintBar(f)
	s.paintPicks(f, 1)
	head := listHead(f.Height)
	t := tableOf(f.Width, s.Digest.Repeats)
	if f.Height >= listShort {
		t.paintHeader(f, head-1, s.Page.Heads)
	}
	if len(s.Rows) == 0 {
		nothing := "no differences"
		if s.Page.Apart() {
			nothing = "no passage that both tell" // all of it differs
		}
		if s.Filter != "" || s.Pick > 0 {
			nothing = "no difference matches"
		}
		f.Fit(0, head, f.Width, nothing, Quiet)
	}
	room := s.Visible(f.Height)
	top := window(s.Top, s.Selected, len(s.Rows), room)
	for i := range min(room, len(s.Rows)-top) {
		f.target(0, head+i, f.Width, 1, OnEntry, top+i)
		s.paintRow(f, t, head+i, top+i)
	}
	s.paintKeys(f)
}

// paintBar says what the screen is, what it is filtered by and how it is
// sorted.
func (s Changes) paintBar(f *Frame) {
	order := s.Order.String()
	filtered := s.Typing || s.Filter != ""
	if filtered && f.Width < 60 {
		order = "" // what is typed needs the room
	}
	n := Width(order, f.method)
	f.Put(f.Width-n, 0, n, order, Chrome)
	room := f.Width - n - 2
	x := f.Fit(0, 0, room, "Differences", Strong) + 2
	if !filtered {
		return
	}
	filter := "/" + s.Filter
	if s.Typing {
		filter += "▏"
	}
	x += f.Put(x, 0, room-x, fitEnd(filter, room-x, f.method), Accent) + 1
	f.Put(x, 0, room-x, fmt.Sprintf("%d of %d", s.Shown, len(s.Page.Changes)), Chrome)
}

func (s Changes) paintKeys(f *Frame) {
	hidden := ""
	if n := s.Page.Comparison.Hidden; n > 0 && s.Text.Page == nil { // else it stands below the text
		hidden = fmt.Sprintf("%d hidden", n)
	}
	paintKeys(f, s.Note, hidden, s.Hints...)
}

// table is how wide the columns of the list are.
type table struct{ count, side, kind, tags int }

func tableOf(width int, repeats bool) table {
	t := table{count: 1}
	if repeats {
		t.count = 5
	}
	switch {
	case width >= 110:
		t.kind, t.tags = 14, 22
	case width >= 100:
		t.kind, t.tags = 14, 14
	case width >= 70: // here and below, the kind where there are no tags
		t.tags = 20
	case width >= 50: // longer ones begin further left where the words leave room
		t.tags = 14
	}
	t.side = (width - t.count - 2 - t.kind - t.tags) / 2
	return t
}

// paintHeader says whose words stand in the columns.
func (t table) paintHeader(f *Frame, y int, heads [2]Head) {
	for s := range heads {
		x := t.count + 2 + s*t.side
		f.Put(x, y, 1, sideName(diff.Side(s)), Accent)
		f.Fit(x+2, y, t.side-4, from(heads, diff.Side(s)), Chrome)
	}
}

// paintRow writes one row of the list: how often a change was made, the words
// of either side, what became of them and what they concern. A place of an open
// group has its number in the text, and the words around.
func (s Changes) paintRow(f *Frame, t table, y, row int) {
	at := s.Rows[row]
	g := &s.Digest.Groups[at.Group]
	member := g.Members[max(at.Member, 0)]
	c, ch := s.Page.Comparison, s.Page.Changes[member]
	as := func(r Role) Role { return r }
	if row == s.Selected {
		as = func(Role) Role { return Selected }
		f.Fill(0, y, f.Width, 1, " ", Selected)
	}
	filter := text.NewFilter(s.Filter)
	tags, name := g.Tags, g.Name
	x := t.count + 2
	end := x + 2*t.side - 2 // of the words
	if at.Member >= 0 {
		tags, name = tagsOf(c, &ch), ""
		t.paintPlace(f, x, y, member, s.Page, as)
	} else {
		if n := len(g.Members); n > 1 {
			count := fmt.Sprintf("%d×", n)
			f.Put(max(0, t.count-1-Width(count, f.method)), y, t.count, count, as(Strong))
		}
		words, roles, m := wording(c, ch)
		f.Put(t.count, y, 1, m.String(), as(m.role()))
		for s := range words {
			at := x + s*t.side
			end = at + f.fitFound(at, y, t.side-2, words[s], as(roles[s]), filter)
		}
	}
	x += 2 * t.side
	concerns := strings.Join(tags.Names(), ", ")
	if t.kind > 0 {
		end = x + f.fitFound(x, y, t.kind-2, name, as(Quiet), filter)
	} else if concerns == "" {
		f.fitFound(x, y, t.tags, name, as(Quiet), filter)
	}
	room := t.tags
	if over := Width(concerns, f.method) - room; over > 0 {
		room += max(0, min(over, x+t.kind-end-2))
	}
	f.fitFound(x+t.kind+t.tags-room, y, room, concerns, as(Accent), filter)
}
