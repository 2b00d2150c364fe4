package tui

import (
	tea "charm.land/bubbletea/v2"

	"variorum/diff"
	"variorum/tui/view"
)

// wheelRows is how far one notch of the wheel scrolls a text.
const wheelRows = 3

func (m *model) wheel(w tea.MouseWheelMsg) tea.Cmd {
	a := none
	switch w.Button {
	case tea.MouseWheelUp:
		a = up
	case tea.MouseWheelDown:
		a = down
	}
	here := m.here()
	if a == none || here.where()&inScrolled == 0 || m.waiting() {
		return nil
	}
	times := wheelRows
	if here.where()&inLists != 0 {
		times = 1
	}
	var cmds []tea.Cmd
	for range times {
		cmds = append(cmds, here.act(m, a))
	}
	return tea.Batch(cmds...)
}

// clickable is a place at which something can be pointed at.
type clickable interface {
	click(m *model, t view.Target) tea.Cmd
}

func (m *model) click(c tea.MouseClickMsg) tea.Cmd {
	place, ok := m.here().(clickable)
	if !ok || c.Button != tea.MouseLeft || m.waiting() {
		return nil
	}
	t := view.Hit(m.here().screen(m), m.width, m.height, m.method, c.X, c.Y)
	if t.On == view.Nothing {
		return nil
	}
	return place.click(m, t)
}

// speaker is a place that can say something in its status line.
type speaker interface{ say(note string) }

func (l *library) say(note string)   { l.note = note }
func (l *changes) say(note string)   { l.note = note }
func (w *window[S]) say(note string) { w.note = note }

// switchMouse leaves the mouse to the terminal, which can then select text, or
// takes it back.
func (m *model) switchMouse() {
	m.mouse = !m.mouse
	if s, ok := m.here().(speaker); ok && m.mouse {
		s.say("the mouse is the reader's again")
	} else if ok {
		s.say(m.keys.say("the mouse is the terminal's; %s takes it back", switchMouse))
	}
}

// click on a row of a list selects it; on the selected one, it opens it.
func (l *library) click(m *model, t view.Target) tea.Cmd {
	l.note, l.filter.typing, l.asked, m.memory.before = "", false, nil, nil
	at := l.selected()
	switch {
	case t.On == view.OnStory && (l.right || l.story != t.Index):
		l.right, l.story = false, t.Index
		return l.share(m)
	case t.On == view.OnVersion && (!l.right || l.versions[at] != t.Index):
		l.right, l.versions[at] = true, t.Index
		return nil
	}
	return l.act(m, open)
}

// click on a difference in the text beside the list selects its row.
func (l *changes) click(m *model, t view.Target) tea.Cmd {
	l.note, l.filter.typing = "", false
	was := l.selected
	switch t.On {
	case view.OnEntry:
		l.selected = t.Index
	case view.OnChange:
		if !l.selectChange(changeOf(l.page, l.beside.page.Changes[t.Index].ID)) {
			return nil // the list is narrowed down to others
		}
	default:
		return nil
	}
	if l.selected == was {
		return l.act(m, open)
	}
	return l.fit(m)
}

// click on a difference makes it the current one, on other words the place where
// one is, on the head of a side gives it the focus, and on the ruler goes there.
func (r *reading) click(m *model, t view.Target) tea.Cmd {
	if r.prompt.typing {
		return nil
	}
	r.note = ""
	switch t.On {
	case view.OnChange:
		r.current, r.search.at, r.gone = t.Index, -1, toMark
	case view.OnRow:
		if block, at, ok := r.page.At(t.Index, r.focus); ok {
			r.gone, r.spot, r.ended = toSpot, Spot{Side: int(r.focus), Paragraph: block, At: at}, false
		}
	case view.OnHead:
		r.focus = diff.Side(t.Index)
	case view.OnRuler:
		r.toPlace(t.Index - r.rows/2)
	}
	return nil
}
