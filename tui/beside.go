package tui

import (
	tea "charm.land/bubbletea/v2"

	"variorum/diff"
	"variorum/tui/view"
)

// beside is the text that stands beside the list of differences where there is
// room for both. It is a page of its own, laid out narrower, so that the page
// of the reading is still there, and at the same place, when the list is left.
// The list does not wait for it.
type beside struct {
	page    *view.Page
	as      setting
	laying  bool
	top     int
	current int
	held    int // the id of the difference that is held on a line of the screen
	line    int
}

// fitText asks for the text beside the list where the one that is there is not
// what it should be.
func (l *changes) fitText(m *model) tea.Cmd {
	want := l.of.setting(m)
	want.beside, want.options.Width = true, view.Changes{}.TextWidth(m.width)
	b := &l.beside
	if want.options.Width == 0 || l.of.comparison == nil || b.laying || b.page != nil && b.as == want {
		return nil
	}
	b.laying = true
	return l.of.layOut(m, want)
}

func (l *changes) laidOut(m *model, msg laidOut) tea.Cmd {
	b := &l.beside
	b.page, b.as, b.laying, b.current = msg.page, msg.as, false, -1
	if find[*changes](m.places) == nil {
		return nil // the list was left before its text was there
	}
	return l.fit(m)
}

// follow brings the selected difference into sight beside the list. Until another
// one is selected it stays on its line of the screen, whatever size that takes.
func (l *changes) follow(m *model) {
	b := &l.beside
	if b.page == nil || len(l.rows) == 0 {
		b.current = -1
		return
	}
	if b.current = changeOf(b.page, l.change(l.selected).ID); b.current < 0 {
		return
	}
	rows := view.Reading{}.Visible(m.height)
	row, margin := b.page.Changes[b.current].Row, rows/5
	if id := b.page.Changes[b.current].ID; id != b.held {
		if b.held, b.line = id, row-b.top; b.line < margin || b.line >= rows-margin {
			b.line = rows / 3
		}
	}
	b.top = inSight(row-b.line, row, len(b.page.Rows), rows)
}

// text is what the screen of the list shows beside it.
func (l *changes) text(m *model) view.Reading {
	b := &l.beside
	if b.page == nil || b.as.options.Width != (view.Changes{}).TextWidth(m.width) {
		return view.Reading{}
	}
	block, _, _ := b.page.At(b.top, diff.A)
	return view.Reading{Page: b.page, Top: b.top, Block: block, Current: b.current, Focus: diff.A}
}
