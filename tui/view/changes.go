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
	t := tableOf(f.Width, s.Digest)
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
type table struct{ place, count, side, kind, tags int }

func tableOf(width int, d *Digest) table {
	t := table{}
	if d.Repeats {
		t.count = 5
	}
	longest := 12
	switch {
	case width >= 110:
		t.kind, t.tags = 14, 22
	case width >= 100:
		t.kind, t.tags = 14, 14
	case width >= 70: // here and below, the kind where there are no tags
		t.tags, longest = 16, 8
	case width >= 50: // longer ones begin further left where the words leave room
		t.tags, longest = 14, 6
	default:
		longest = 5
	}
	t.place = min(d.place, longest) + 1
	t.side = (width - t.words() - t.kind - t.tags) / 2
	return t
}

// words is the column in which the words of A begin: behind the place, how often the
// change was made, and its sign.
func (t table) words() int { return t.place + t.count + 2 }

// paintHeader says whose words stand in the columns.
func (t table) paintHeader(f *Frame, y int, heads [2]Head) {
	for s := range heads {
		x := t.words() + s*t.side
		f.Put(x, y, 1, sideName(diff.Side(s)), Accent)
		f.Fit(x+2, y, t.side-4, from(heads, diff.Side(s)), Chrome)
	}
}

// paintRow writes one row of the list: where a change was made, and how often, the
// words of either side, what became of them and what they concern. Of the places of an
// open group that is left out which stands above them.
func (s Changes) paintRow(f *Frame, t table, y, row int) {
	at := s.Rows[row]
	g := &s.Digest.Groups[at.Group]
	member := g.Members[max(at.Member, 0)]
	c, ch := s.Page.Comparison, s.Page.Changes[member]
	selected := row == s.Selected
	as := func(r Role) Role { return r }
	if selected {
		as = func(Role) Role { return Selected }
		f.Fill(0, y, f.Width, 1, " ", Selected)
	}
	filter := text.NewFilter(s.Filter)
	says, m := wording(c, ch)
	f.Fit(0, y, t.place-1, placeName(c, &ch), as(Chrome))
	tags, name := g.Tags, g.Name
	if at.Member >= 0 {
		tags, name = tagsOf(c, &ch), ""
	} else {
		if n := len(g.Members); n > 1 {
			count := fmt.Sprintf("%d×", n)
			f.Put(max(0, t.place+t.count-1-Width(count, f.method)), y, t.count, count, as(Strong))
		}
		f.Put(t.place+t.count, y, 1, m.String(), as(m.role()))
	}
	x := t.words()
	end := x
	for s := range says {
		end = x + f.fitSaying(x, y, t.side-2, c, diff.Side(s), &says[s], selected, filter)
		x += t.side
	}
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
