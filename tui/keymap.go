package tui

import (
	"strings"

	"variorum/tui/view"
)

// action is something that a reader can ask for with a key.
type action uint8

const (
	none action = iota
	up
	down
	pageUp
	pageDown
	halfUp
	halfDown
	home
	end
	open
	back
	switchFocus
	markA
	markB
	previousVersion
	nextVersion
	exchange
	nextChange
	previousChange
	nextParagraph
	previousParagraph
	otherEnd
	nextLayout
	switchFolding
	copyChange
	switchIgnoring
	listChanges
	startFilter
	showProblems
	showHelp
	suspend
	quit
)

// where is a set of the places at which a key means something.
type where uint16

const (
	inStories where = 1 << iota
	inVersions
	inReading
	inChanges
	inHelp
	inProblems
	inNotice

	inLibrary  = inStories | inVersions
	inLists    = inLibrary | inChanges
	inScrolled = inLists | inReading | inHelp | inProblems
	everywhere = inScrolled | inNotice
)

// binding is what some keys do in some places.
type binding struct {
	action action
	keys   string // as Bubble Tea names them, separated by blanks
	does   string
	in     where
}

// keymap is every key that does anything. A key may stand in several rows, but
// has one meaning in each place. The help screen is this table, in this order.
var keymap = [...]binding{
	{up, "up k", "up", inScrolled},
	{down, "down j", "down", inScrolled},
	{pageUp, "pgup", "a screenful up", inScrolled},
	{pageDown, "pgdown space", "a screenful down", inScrolled},
	{halfUp, "ctrl+u", "half a screenful up", inScrolled},
	{halfDown, "ctrl+d", "half a screenful down", inScrolled},
	{home, "home g", "to the start", inScrolled},
	{end, "end G", "to the end", inScrolled},

	{open, "enter", "open the story", inStories},
	{open, "enter", "compare the two marked versions", inVersions},
	{open, "enter", "show this difference in the text", inChanges},
	{markA, "a", "make this version side A", inVersions},
	{markB, "b", "make this version side B", inVersions},
	{switchFocus, "tab shift+tab", "to the other pane", inLibrary},
	{startFilter, "/", "filter the stories", inLibrary},
	{startFilter, "/", "filter the differences", inChanges},
	{showProblems, "p", "files that could not be read", inLibrary},

	{nextChange, "n", "next difference", inReading},
	{previousChange, "N", "previous difference", inReading},
	{nextParagraph, "]", "next paragraph", inReading},
	{previousParagraph, "[", "previous paragraph", inReading},
	{otherEnd, "m", "to the other end of a moved passage", inReading},
	{switchFocus, "tab shift+tab", "to the other side", inReading},
	{previousVersion, "<", "previous version on this side", inReading},
	{nextVersion, ">", "next version on this side", inReading},
	{exchange, "x", "exchange the sides", inReading},
	{nextLayout, "v", "side by side, inline, stacked", inReading},
	{switchFolding, "f", "fold unchanged text, or unfold it", inReading},
	{switchIgnoring, "i", "show or hide what is ignored", inReading | inChanges},
	{copyChange, "y", "copy the difference under the cursor", inReading},
	{listChanges, "d", "list the differences", inReading},

	{back, "esc backspace", "back", everywhere},
	{showHelp, "?", "these keys", everywhere &^ inHelp},
	{suspend, "ctrl+z", "to the shell, until fg", everywhere},
	{quit, "q ctrl+c", "quit", everywhere},
}

// actionOf returns what a key asks for at a place.
func actionOf(key string, at where) action {
	for _, b := range keymap {
		if b.in&at == 0 {
			continue
		}
		for k := range strings.FieldsSeq(b.keys) {
			if k == key {
				return b.action
			}
		}
	}
	return none
}

// helpFor lists the keys that work at a place.
func helpFor(at where) []view.KeyHelp {
	var out []view.KeyHelp
	for _, b := range keymap {
		if b.in&at != 0 {
			out = append(out, view.KeyHelp{Key: b.keys, Does: b.does})
		}
	}
	if at&inReading != 0 {
		out = append(out, view.KeyHelp{}, view.KeyHelp{Does: "Signs beside the lines and in the ruler"})
		out = append(out, view.Signs()...)
	}
	return out
}
