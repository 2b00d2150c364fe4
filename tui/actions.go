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
	listIgnored
	copyPassage
	editFile
	reload
	startGoing
	switchMouse
	listChanges
	nextOrder
	openGroup
	toggle
	previousPick
	nextPick
	pick1
	pick2
	pick3
	pick4
	pick5
	pick6
	pick7
	pick8
	pick9
	pickAll
	pickNone
	readVersion
	joinStories
	splitVersion
	unwrite
	startFilter
	sortStories
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
	listIgnored:       {"ignore", "i"},
	copyPassage:       {"copy-paragraph", "Y"},
	editFile:          {"edit", "o"},
	reload:            {"reload", "R"},
	startGoing:        {"go-to", ":"},
	switchMouse:       {"mouse", "M"},
	listChanges:       {"differences", "d"},
	nextOrder:         {"next-order", "s"},
	openGroup:         {"open-group", "tab"},
	toggle:            {"toggle", "space"},
	previousPick:      {"previous-pick", "left"},
	nextPick:          {"next-pick", "right"},
	pick1:             {"pick-1", "1"},
	pick2:             {"pick-2", "2"},
	pick3:             {"pick-3", "3"},
	pick4:             {"pick-4", "4"},
	pick5:             {"pick-5", "5"},
	pick6:             {"pick-6", "6"},
	pick7:             {"pick-7", "7"},
	pick8:             {"pick-8", "8"},
	pick9:             {"pick-9", "9"},
	pickAll:           {"pick-all", "a"},
	pickNone:          {"pick-none", "0"},
	readVersion:       {"read-version", "r"},
	joinStories:       {"join", "J"},
	splitVersion:      {"split", "S"},
	unwrite:           {"undo", "u"},
	startFilter:       {"search", "/"},
	sortStories:       {"sort", "s"},
	showProblems:      {"problems", "p"},
	showHelp:          {"help", "?"},
	suspend:           {"suspend", "ctrl+z"},
	quit:              {"quit", "q ctrl+c"},
}
