package tui

import (
	tea "charm.land/bubbletea/v2"

	"variorum/tui/view"
)

// help is the place that lists the keys of the place before it.
type help struct {
	keys []view.KeyHelp
	top  int
}

func (h *help) where() where { return inHelp }

func (h *help) screen(m *model) view.Screen {
	return view.Help{Title: "Keys", Keys: h.keys, Top: h.top, Hints: m.keys.leaving()}
}

func (h *help) act(m *model, a action) tea.Cmd {
	h.top = scrolled(h.top, len(h.keys), view.Help{}.Visible(m.height), a)
	return nil
}

func (h *help) fit(*model) tea.Cmd { return nil }

// problems is the place that lists the files that could not be read.
type problems struct {
	lines  []string
	passed string // what is said of files that were passed over
	top    int
}

func (p *problems) where() where { return inProblems }

func (p *problems) screen(m *model) view.Screen {
	return view.Problems{Lines: p.lines, Passed: p.passed, Top: p.top, Hints: m.keys.leaving()}
}

func (p *problems) act(m *model, a action) tea.Cmd {
	p.top = scrolled(p.top, len(p.lines), view.Problems{Passed: p.passed}.Visible(m.height), a)
	return nil
}

func (p *problems) fit(*model) tea.Cmd { return nil }

// notice is a place where nothing can be done but wait or leave.
type notice struct {
	title string
	lines []string
}

func (n *notice) where() where               { return inNotice }
func (n *notice) screen(*model) view.Screen  { return view.Notice{Title: n.title, Lines: n.lines} }
func (n *notice) act(*model, action) tea.Cmd { return nil }
func (n *notice) fit(*model) tea.Cmd         { return nil }
