package tui

import tea "charm.land/bubbletea/v2"

// prompt is the line at the bottom of a reading while something is typed into
// it: what to search for, or where to go.
type prompt struct {
	field
	kind byte // '/' or ':', as it was asked
}

func (r *reading) field() *field { return &r.prompt.field }

func (r *reading) ask(kind byte) {
	r.prompt = prompt{field{typing: true}, kind}
}

// filtered is called when something was typed. Where it was the last, nothing
// is typed any more, and nothing stands there if it was taken back.
func (r *reading) filtered(m *model) tea.Cmd {
	r.note = ""
	done := !r.prompt.typing
	switch {
	case r.page == nil:
	case r.prompt.kind == '/':
		r.searchFor(r.prompt.text)
		if done {
			r.keepSearch()
		}
	case done && r.prompt.text != "":
		r.goWhere(r.prompt.text)
	}
	return nil
}
