package tui

import (
	"slices"

	"variorum/collation"
	"variorum/corpus"
)

// Alone is where the reader was in the version of a story that was read alone.
type Alone struct {
	Version   string `json:"version"`
	Paragraph int    `json:"paragraph"`
	At        int    `json:"at"`
}

// rememberAlone keeps where a book is.
func (m *model) rememberAlone(b *book) {
	if b.page == nil {
		return
	}
	id := b.story.ID
	s := m.memory.stories[id]
	s.Story = id
	at := b.page.PositionOf(b.top)
	s.Version = b.story.Versions[b.version].ID
	s.Alone = &Alone{Version: s.Version, Paragraph: at.Block, At: at.Offset}
	m.memory.keep(s)
	m.memory.read = append(slices.DeleteFunc(m.memory.read, func(other string) bool { return other == id }), id)
}

// rememberedAlone returns where the reader was in a version: at its start, if it
// was not the last one read alone.
func (m *model) rememberedAlone(story *corpus.Story, version int) landing {
	was := m.memory.stories[story.ID].Alone
	if was == nil || was.Version != story.Versions[version].ID {
		return landing{}
	}
	return landing{at: collation.Position{Block: was.Paragraph, Offset: was.At}}
}
