package tui

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
	readVersion
	startFilter
	showProblems
	showHelp
	suspend
	quit
	numActions
)

// actions names every action once, as the configuration does, and gives it the
// keys that it has unless the configuration says otherwise. Keys are named as
// Bubble Tea names them.
var actions = [numActions]struct{ name, keys string }{
	up:                {"up", "up k"},
	down:              {"down", "down j"},
	pageUp:            {"page-up", "pgup"},
	pageDown:          {"page-down", "pgdown space"},
	halfUp:            {"half-page-up", "ctrl+u"},
	halfDown:          {"half-page-down", "ctrl+d"},
	home:              {"start", "home g"},
	end:               {"end", "end G"},
	open:              {"open", "enter"},
	back:              {"back", "esc backspace"},
	switchFocus:       {"switch-focus", "tab shift+tab"},
	markA:             {"mark-a", "a"},
	markB:             {"mark-b", "b"},
	previousVersion:   {"previous-version", "<"},
	nextVersion:       {"next-version", ">"},
	exchange:          {"exchange-sides", "x"},
	nextChange:        {"next-difference", "n"},
	previousChange:    {"previous-difference", "N"},
	nextParagraph:     {"next-paragraph", "]"},
	previousParagraph: {"previous-paragraph", "["},
	otherEnd:          {"other-end", "m"},
	nextLayout:        {"next-layout", "v"},
	switchFolding:     {"fold", "f"},
	copyChange:        {"copy", "y"},
	switchIgnoring:    {"ignore", "i"},
	listChanges:       {"differences", "d"},
	readVersion:       {"read-version", "r"},
	startFilter:       {"search", "/"},
	showProblems:      {"problems", "p"},
	showHelp:          {"help", "?"},
	suspend:           {"suspend", "ctrl+z"},
	quit:              {"quit", "q ctrl+c"},
}
