package tui

import "variorum/tui/view"

// prompt is the line at the bottom of a text while something is typed into it:
// what to search for, or where to go.
type prompt struct {
	field
	kind byte // '/' or ':', as it was asked
}

func (w *window[S]) field() *field { return &w.prompt.field }

func (w *window[S]) ask(kind byte) {
	w.prompt = prompt{field{typing: true}, kind}
}

// answered takes in what was typed so far. Where it was the last, nothing is
// typed any more, and nothing stands there if it was taken back. It returns
// where to go, if that was asked for.
func (w *window[S]) answered() (goTo string) {
	w.note = ""
	done := !w.prompt.typing
	switch {
	case w.prompt.kind == '/':
		w.searchFor(w.prompt.text)
		if done {
			w.keepSearch()
		}
	case done:
		return w.prompt.text
	}
	return ""
}

// asked is what the screen shows of that, and of a search. What a mark is called,
// the caller says.
func (w *window[S]) asked(mark string) view.Asked {
	a := view.Asked{Typed: w.search.text, Matches: w.search.matches, Match: w.search.at, Ways: w.ways(mark)}
	if w.prompt.typing {
		a.Prompt, a.Typed = w.prompt.kind, w.prompt.text
	}
	return a
}
