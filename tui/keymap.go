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
	inIgnoring
	inBook
	inHelp
	inProblems
	inNotice

	inLibrary  = inStories | inVersions
	inLists    = inLibrary | inChanges | inIgnoring
	inScrolled = inLists | inReading | inBook | inHelp | inProblems
	everywhere = inScrolled | inNotice
)

// placeNames say where that is.
var placeNames = map[where]string{
	inStories:  "in the list of stories",
	inVersions: "in the list of versions",
	inReading:  "in a comparison",
	inBook:     "in a version read alone",
	inChanges:  "in the list of differences",
	inIgnoring: "in the panel of what is ignored",
	inHelp:     "in the help",
	inProblems: "in the list of files that could not be read",
	inNotice:   "while something is on its way",
}

// meaning is what an action does in some places. One that does not say what it
// does is told with the first pick.
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
	{pageUp, "a screenful up", inScrolled &^ inIgnoring},
	{pageDown, "a screenful down", inScrolled &^ inIgnoring},
	{halfUp, "half a screenful up", inScrolled &^ inIgnoring},
	{halfDown, "half a screenful down", inScrolled &^ inIgnoring},
	{home, "to the start", inScrolled},
	{end, "to the end", inScrolled},

	{open, "open the story", inStories},
	{open, "compare the two marked versions, or read the only one", inVersions},
	{open, "show this difference in the text", inChanges},
	{markA, "make this version side A", inVersions},
	{markB, "make this version side B", inVersions},
	{switchFocus, "to the other pane", inLibrary},
	{readVersion, "read this version alone", inVersions},
	{joinStories, "mark this story, and then join it with another", inLibrary},
	{splitVersion, "make this version a story of its own", inVersions},
	{unwrite, "undo the last joining or splitting", inLibrary},
	{startFilter, "filter the stories", inLibrary},
	{startFilter, "filter the differences", inChanges},
	{sortStories, "sort: most versions, latest, most changed first", inLibrary},
	{previousPick, "narrow to the sort before", inChanges},
	{nextPick, "narrow to the next sort: numbers, quotations, cuts …", inChanges},
	{pick1, "narrow to the sort that has this number above the list", inChanges},
	{pickNone, "list all differences", inChanges},
	{openGroup, "show the places where this change was made, or hide them", inChanges},
	{nextOrder, "sort as in the text, by weight, by how often", inChanges},
	{copyChange, "copy the difference of the selected row", inChanges},
	{listChanges, "close the list", inChanges},
	{showProblems, "files that could not be read, or were passed over", inLibrary},

	{nextChange, "next difference, or match of a search", inReading},
	{previousChange, "previous difference, or match", inReading},
	{nextParagraph, "next paragraph", inReading},
	{previousParagraph, "previous paragraph", inReading},
	{otherEnd, "to the other end of a moved passage", inReading},
	{switchFocus, "to the other side", inReading},
	{previousVersion, "previous version on this side", inReading},
	{nextVersion, "next version on this side", inReading},
	{exchange, "exchange the sides", inReading},
	{nextLayout, "side by side, inline, stacked", inReading},
	{switchFolding, "fold unchanged text, or unfold it", inReading},
	{listIgnored, "choose what is ignored", inReading | inChanges},
	{startFilter, "search the text", inReading | inBook},
	{startGoing, "go to difference 12, paragraph p12, clause 6.4, 50%", inReading},
	{startGoing, "go to mark 12, paragraph p12, clause 6.4, 50%", inBook},
	{readVersion, "read the focused side alone", inReading},
	{listIgnored, "show or hide all that is ignored", inBook},
	{copyChange, "copy the difference under the cursor", inReading},
	{copyPassage, "copy the paragraph of the focused side", inReading},
	{copyChange, "copy the words here and the reading", inBook},
	{copyPassage, "copy the paragraph", inBook},
	{editFile, "open the file of the focused side in the editor", inReading},
	{reload, "read both files again", inReading},
	{listChanges, "list the differences", inReading},

	{toggle, "ignore this, or no longer", inIgnoring},
	{open, "ignore this, or no longer", inIgnoring},
	{pick1, "the same for the first, the second …", inIgnoring},
	{pickAll, "ignore all of these", inIgnoring},
	{pickNone, "ignore nothing", inIgnoring},
	{listIgnored, "done", inIgnoring},

	// Told with the first of them.
	{pick2, "", inChanges | inIgnoring},
	{pick3, "", inChanges | inIgnoring},
	{pick4, "", inChanges | inIgnoring},
	{pick5, "", inChanges | inIgnoring},
	{pick6, "", inChanges | inIgnoring},
	{pick7, "", inChanges},
	{pick8, "", inChanges},
	{pick9, "", inChanges},

	{switchMouse, "leave the mouse to the terminal, or take it back", inLists | inReading | inBook},
	{nextChange, "next mark, or match of a search", inBook},
	{previousChange, "previous mark, or match", inBook},
	{nextParagraph, "next paragraph", inBook},
	{previousParagraph, "previous paragraph", inBook},
	{switchFocus, "next reading of this place", inBook},
	{open, "compare with the version that reads so", inBook},
	{previousVersion, "read the previous version", inBook},
	{nextVersion, "read the next version", inBook},

	{back, "end the search, or back", inReading | inBook},
	{back, "back", everywhere &^ (inReading | inBook)},
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
	first := -1 // the row of the first pick
	for _, m := range meanings {
		keys := k[m.action]
		switch {
		case m.in&at == 0 || len(keys) == 0:
		case m.does == "" && first >= 0:
			out[first].Key += " " + keys[0]
		default:
			if m.action == pick1 {
				first = len(out)
			}
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
