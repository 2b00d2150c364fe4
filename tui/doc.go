// Package tui is the interactive reader: a library of stories and their
// versions, and the comparison of two of them, on a terminal or without one.
//
// It is the only importer of Bubble Tea. What a screen looks like is not
// decided here: package view paints it, from plain data. This package decides
// what happens next.
//
// # The model and its places
//
// A model holds what was loaded and a stack of places: the library, a reading
// of two versions, the list of its differences, the panel of what is ignored, a
// book of one version alone, help, the problems of a corpus, and a notice
// while something is on its way. The last place is on the screen; esc goes back
// to the one before. A place knows three things: the screen it shows, what a key
// does in it, and what to do when the size of the screen or the way of showing
// has changed.
//
// Actions have their names and keys in one table (actions.go), and what they do
// and where in another (keymap.go). The help screen is that one, so it names no
// key that does nothing. What a key asks for is an action; places act on actions
// and never see a key, except that a field that is being typed into takes keys
// first.
//
// A reader may choose other keys for actions; bindings.go holds those to the
// promise that a key means one thing in one place. What screens say about keys
// at their bottom comes from the keymap, too (hints.go).
//
// A comparison and a version read alone are windows onto lines of text
// (window.go), and what can be done in both is done there: going from mark to
// mark, searching (search.go), going about by numbers (goto.go). Where the reader
// is in the text is one question with one answer: at what was last gone to while
// that is on the screen, and else at the top of it (stance.go). That is held
// through changes of the size, so that each size has its one screen (anchor.go).
// Both can be copied from (copy.go); the files of a comparison are opened in an editor (editor.go)
// and read again (reload.go, watch.go). What the mouse points at,
// the painting of the screen says; a place says what a click on it does
// (mouse.go).
//
// A large corpus arrives in parts (arrival.go), each in place of the one before;
// what is selected or compared stays. The filter of the library asks the corpus
// what the texts say, too, and shows the answer when it is there (finding.go).
//
// Where the corpus is one folder, stories are joined and versions split off from the
// library (ruling.go). The function that writes it is given to the reader; the corpus
// is loaded anew by that, and takes the place of the one before as a part of it does.
//
// What a reader remembers from one run to the next is a value that it begins
// with and another one that it ends with (state.go): how comparisons are shown
// and, by story, the versions that were compared and the place in them, or in the
// version that was read alone (alone.go), and which was read last. A place
// is a byte of a paragraph, not a row, and so holds in another width. Where the
// values are kept is not known here.
//
// # Effects
//
// The model changes in update and nowhere else, and update does nothing that
// takes long or reaches outside: it returns commands. They are made in effects.go:
// loading the corpus, comparing two documents, laying out a page, reading files
// again, writing what one story is, asking the terminal; those for the shell, an
// editor and a clipboard in outside.go. A command works on values that do not change
// under it and answers with one message. A comparison has a number, and an answer to
// another number than the last one asked for is dropped, so a quick reader
// never sees an old pair under a new head. A page is made anew only when what
// it depends on has changed (the pair, the width, the width method, the
// layout, what is ignored), at most one at a time; painting a frame costs time
// in proportion to the screen, not to the text.
//
// Long texts take a while to compare. First of all a few paragraphs of them are
// compared, where they begin or where the reader was the last time, and shown
// (glance.go); keys are answered there until the rest is ready.
//
// The list of differences makes a digest of a page's changes, in which equal ones
// are gathered. It filters and sorts that (sift.go) and never looks at a text. On
// a wide screen it has a page of its own beside it (beside.go), so that the one
// of the reading is untouched when the list is left; the reading keeps the list,
// to be found again as it was. The panel of what is ignored (ignoring.go) lies
// over either, and waits for no page.
//
// Files that are watched are looked at once a second, by a command that answers
// only when one has changed: until then the model is not woken.
//
// The shares that the library shows of how much of each version stands in each
// other are computed one pair after the other, for the story that is selected
// (shares.go), from texts that were read for all of them.
//
// A book shows its text at once, and compares it with the other versions of the
// story one after the other. Of every comparison it keeps what the apparatus
// needs, so that there may be many; a key that is about the apparatus waits
// until all of it is there, one that is about the text does not.
//
// # With and without a terminal
//
// Run shows the reader on a terminal, and hands the terminal back as it was
// when the reader quits, is terminated or stopped, or loses its terminal. It
// leaves the terminal's screen alone until there is something to read, or
// loading takes a while. Player drives the same model without one: it sends it
// the messages that Bubble Tea would send, and runs the commands at once and in
// order. After the same keys at the same size both show the same frame. Play
// runs a script of keys on a Player and takes pictures; the snapshot command is
// that, and so are most tests.
//
// Run writes frames itself (screen.go), as soon as there is one, and nothing
// when there is none: Bubble Tea's renderer waits for the next of its ticks, which
// is what a reader felt of a key, and never stops ticking. Bubble Tea reads the
// keys and runs the commands; Run minds the signals, also while the terminal is
// given away.
//
// Invariants: no message makes update panic; a frame has exactly the size that
// was last asked for; nothing of a text reaches a terminal but through a
// frame, which makes it harmless.
package tui
