package tui

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"variorum/corpus"
)

// The filter of the library looks at titles and outlets at once, and then in the
// texts, which takes a moment. Each letter asks anew, and what was asked before
// is given up.

// leastSearch is how many bytes a query has at the least: one letter is in every
// text.
const leastSearch = 2

// finding is what was found in the texts.
type finding struct {
	found  found
	cancel context.CancelFunc
}

// ask looks for a query. What was found before stays as long as the query only
// grows, so that the list does not flicker.
func (s *finding) ask(m *model, query string) tea.Cmd {
	if s.cancel != nil {
		s.cancel()
		s.cancel = nil
	}
	if len(query) < leastSearch {
		s.found = found{}
		return nil
	}
	var cmd tea.Cmd
	cmd, s.cancel = m.effects.find(m.corpus, query)
	return cmd
}

// in returns how the text of a story has what the filter looks for, "" where it
// has not.
func (s *finding) in(story *corpus.Story, filter string) string {
	if s.found.query == "" || !strings.HasPrefix(filter, s.found.query) {
		return ""
	}
	where := ""
	for i := range story.Versions {
		snippet, ok := s.found.snippets[story.Versions[i].ID]
		switch {
		case snippet != "":
			return snippet
		case ok:
			where = "in the text"
		}
	}
	return where
}

// found takes in what was found.
func (l *library) found(m *model, msg found) {
	if msg.corpus == m.corpus && msg.query == l.filter.text {
		l.finding, l.sifted = finding{found: msg}, sifting{}
		l.applyFilter(m)
	}
}

// sought is what a text is opened for that passed the filter: its words in one,
// or else one of them, the longest first.
func (l *library) sought() []string {
	words := strings.Fields(l.filter.text)
	slices.SortStableFunc(words, func(a, b string) int { return len(b) - len(a) })
	if len(words) > 1 {
		words = append([]string{strings.Join(strings.Fields(l.filter.text), " ")}, words...)
	}
	return slices.DeleteFunc(words, func(w string) bool { return len(w) < leastSearch })
}
