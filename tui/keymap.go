package tui

import (
	"slices"
	"strings"

	"variorum/tui/view"
)

// where is a set of the places at which a key means something.
type where uint16

const (
	inStories where = 1 << iota
	inVersions
	inReading
	inChanges
	inBook
	inHelp
	inProblems
	inNotice

	inLibrary  = inStories | inVersions
	inLists    = inLibrary | inChanges
	inScrolled = inLists | inReading | inBook | inHelp | inProblems
	everywhere = inScrolled | inNotice
)

// meaning is what an action does in some places.
type meaning struct {
	action action
	does   string
	in     where
}

// meanings is everything that can be done with a key. An action may stand in
// several rows, but means one thing in each place. The help screen is this
// table, in this order.
var meanings = [...]meaning{
	{up, "up", inScrolled},
	{down, "down", inScrolled},
	{pageUp, "a screenful up", inScrolled},
	{pageDown, "a screenful down", inScrolled},
	{halfUp, "half a screenful up", inScrolled},
	{halfDown, "half a screenful down", inScrolled},
	{home, "to the start", inScrolled},
	{end, "to the end", inScrolled},

	{open, "open the story", inStories},
	{open, "compare the two marked versions", inVersions},
	{open, "show this difference in the text", inChanges},
	{markA, "make this version side A", inVersions},
	{markB, "make this version side B", inVersions},
	{switchFocus, "to the other pane", inLibrary},
	{readVersion, "read this version alone", inVersions},
	{startFilter, "filter the stories", inLibrary},
	{startFilter, "filter the differences", inChanges},
	{showProblems, "files that could not be read", inLibrary},

	{nextChange, "next difference", inReading},
	{previousChange, "previous difference", inReading},
	{nextParagraph, "next paragraph", inReading},
	{previousParagraph, "previous paragraph", inReading},
	{otherEnd, "to the other end of a moved passage", inReading},
	{switchFocus, "to the other side", inReading},
	{previousVersion, "previous version on this side", inReading},
	{nextVersion, "next version on this side", inReading},
	{exchange, "exchange the sides", inReading},
	{nextLayout, "side by side, inline, stacked", inReading},
	{switchFolding, "fold unchanged text, or unfold it", inReading},
	{switchIgnoring, "show or hide what is ignored", inReading | inChanges | inBook},
	{readVersion, "read the focused side alone", inReading},
	{copyChange, "copy the difference under the cursor", inReading},
	{listChanges, "list the differences", inReading},

	{nextChange, "next place where others read otherwise", inBook},
	{previousChange, "previous such place", inBook},
	{nextParagraph, "next paragraph", inBook},
	{previousParagraph, "previous paragraph", inBook},
	{switchFocus, "next reading of this place", inBook},
	{open, "compare with the version that reads so", inBook},
	{previousVersion, "read the previous version", inBook},
	{nextVersion, "read the next version", inBook},

	{back, "back", everywhere},
	{showHelp, "these keys", everywhere &^ inHelp},
	{suspend, "to the shell, until fg", everywhere},
	{quit, "quit", everywhere},
}

// keymap is the keys of every action.
type keymap [numActions][]string

// defaultKeys are the keys that the actions have unless a reader has chosen
// others.
func defaultKeys() (k keymap) {
	for a := range k {
		k[a] = strings.Fields(actions[a].keys)
	}
	return k
}

// action returns what a key asks for at a place.
func (k *keymap) action(key string, at where) action {
	for _, m := range meanings {
		if m.in&at != 0 && slices.Contains(k[m.action], key) {
			return m.action
		}
	}
	return none
}

// help lists the keys that work at a place.
func (k *keymap) help(at where) []view.KeyHelp {
	var out []view.KeyHelp
	for _, m := range meanings {
		if keys := k[m.action]; m.in&at != 0 && len(keys) > 0 {
			out = append(out, view.KeyHelp{Key: strings.Join(keys, " "), Does: m.does})
		}
	}
	if at&inReading != 0 {
		out = append(out, view.KeyHelp{}, view.KeyHelp{Does: "Signs beside the lines and in the ruler"})
		out = append(out, view.Signs()...)
	}
	if at&inBook != 0 {
		out = append(out, view.KeyHelp{}, view.KeyHelp{Does: "Signs beside the lines"})
		out = append(out, view.LeafSigns()...)
	}
	return out
}
