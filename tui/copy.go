package tui

import (
	"fmt"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"
	unicode16 "golang.org/x/text/encoding/unicode"

	"variorum/collation"
	"variorum/diff"
	"variorum/text"
	"variorum/tui/view"
)

// copyChange puts the words of the change under the cursor on the clipboard.
func (r *reading) copyChange(m *model) tea.Cmd {
	switch {
	case r.said() < 0 && r.seesMatch():
		r.note = "no difference touches this match"
		return nil
	case r.said() < 0:
		r.note = m.keys.say("there is no difference under the cursor; %s and %s go to one", nextChange, previousChange)
		return nil
	}
	return r.copyWords(m, view.Words(r.page.Comparison, r.page.Changes[r.current], r.focus))
}

// copyReading puts the words of the place under the cursor on the clipboard, and
// what the selected reading has in place of them.
func (b *book) copyReading(m *model) tea.Cmd {
	switch {
	case b.said() < 0 && b.seesMatch():
		b.note = "no reading touches this match"
		return nil
	case b.said() < 0:
		b.note = m.keys.say("no reading is under the cursor; %s and %s go to one", nextChange, previousChange)
		return nil
	}
	return b.copyWords(m, b.page.Words(b.current, b.reading))
}

// copyWords puts words on the clipboard, and says how many.
func (w *window[S]) copyWords(m *model, words string) tea.Cmd {
	words = printable(words)
	w.note = noteOf(words)
	return m.effects.copy(words)
}

// noteOf says what was put on the clipboard.
func noteOf(words string) string {
	if n := text.Words(words); n > 1 {
		return fmt.Sprintf("copied %d words", n)
	}
	return "copied"
}

// copyPassage puts the paragraph under the cursor on the clipboard, as the
// focused side has it.
func (r *reading) copyPassage(m *model) tea.Cmd {
	block, _, ok := r.cursor()
	if !ok {
		r.note = "there is no text on this side"
		return nil
	}
	r.note = fmt.Sprintf("copied paragraph %d of %s", block+1, sideName(r.focus))
	return m.effects.copy(printable(r.page.Comparison.Texts[r.focus].Blocks[block].Text))
}

// copyPassage puts the paragraph under the cursor on the clipboard.
func (b *book) copyPassage(m *model) tea.Cmd {
	block, _, ok := b.cursor()
	if !ok {
		b.note = "there is no text"
		return nil
	}
	b.note = fmt.Sprintf("copied paragraph %d", block+1)
	return m.effects.copy(printable(b.page.Passage(block)))
}

// printable leaves out what a terminal would obey when the text is pasted.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\t' && r != '\n' {
			return -1
		}
		return r
	}, s)
}

// inputOf returns a text in the form in which a program of the clipboard reads
// it: that of Windows takes what is not UTF-16 for an older encoding.
func inputOf(program, s string) string {
	if program != "clip.exe" {
		return s
	}
	encoded, err := unicode16.UTF16(unicode16.LittleEndian, unicode16.UseBOM).NewEncoder().String(s)
	if err != nil {
		return s
	}
	return encoded
}

func sideName(s diff.Side) string { return string("AB"[s]) }

// cursor returns where the reader is in the text of the focused side. Where that
// is a difference, it is what this side has there.
func (r *reading) cursor() (block, at int, ok bool) {
	if r.gone == toMark && r.there() {
		if at, ok := r.changeAt(r.current); ok {
			return at.Block, at.Offset, true
		}
	}
	return r.window.cursor()
}

// changeAt returns where a change begins on the focused side, if it is there.
func (r *reading) changeAt(change int) (at collation.Position, ok bool) {
	whole := r.page.Comparison.Texts[r.focus]
	for _, p := range r.placesOf(change) {
		if p.Sentence >= 0 && p.Sentence < len(whole.Sentences) {
			s := whole.Sentences[p.Sentence]
			return collation.Position{Block: s.Block, Offset: s.Span.Start + p.Start}, true
		}
	}
	return at, false
}

// placesOf returns the places of a change on the focused side, those with
// words first.
func (r *reading) placesOf(change int) (places []diff.Place) {
	ch := &r.page.Changes[change]
	for _, sh := range ch.Shared {
		places = append(places, sh.Places[r.focus])
	}
	var empty []diff.Place
	for _, i := range ch.Differences {
		if p := r.page.Comparison.Differences[i].Places[r.focus]; p.Empty() {
			empty = append(empty, p)
		} else {
			places = append(places, p)
		}
	}
	return append(places, empty...)
}
