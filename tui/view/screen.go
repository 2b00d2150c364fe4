package view

import (
	"github.com/charmbracelet/x/ansi"

	"variorum/diff"
	"variorum/text"
)

// Screen is everything that one picture of the program shows. It is plain
// data: painting the same screen at the same size gives the same frame.
type Screen interface{ paint(f *Frame) }

// Paint draws a screen into a frame of w by h cells.
func Paint(s Screen, w, h int, m ansi.Method) *Frame {
	f := NewFrame(w, h, m)
	f.paint(s)
	return f
}

func (f *Frame) paint(s Screen) {
	if f.Width < MinWidth || f.Height < MinHeight {
		paintTooSmall(f)
		return
	}
	s.paint(f)
}

// The smallest terminal that the screens are laid out for; a smaller one is
// told what is needed.
const (
	MinWidth  = 40
	MinHeight = 10
)

// Library is the screen that the reader opens with: stories on the left, and
// of the selected one its versions, the shares they have of each other, and
// the opening lines of the selected version.
type Library struct {
	Stories  []StoryRow // those that pass the filter, or some of them around the selected one
	Before   int        // how many pass before the first of these
	After    int        // and how many after the last
	Total    int        // all of them
	Story    int        // number of the selected story among all that pass
	Versions []VersionRow
	Version  int          // index of the selected version
	Shares   [][]float64  // share of version i's words that stand in version j; NaN while it is not known, UnknownShare where it cannot be
	Why      string       // what the selected version shares with another, "" while that is not known
	Opening  []text.Block // first paragraphs of the selected version
	Right    bool         // the versions have the focus, not the stories
	Filter   string       // what the stories are filtered by
	Typing   bool         // the filter is being typed
	Order    string       // what the stories are sorted by, "" for the usual order
	Problems []string     // files that could not be read
	Note     string       // one line for the status bar, "" for the usual one

	Hints      []KeyHelp // the keys that do the most
	ProblemKey string    // the one that lists the problems
}

// StoryRow is a story in the list.
type StoryRow struct {
	Title    string
	Versions int
	Date     string
	Change   string // what its versions are to each other
	Found    string // where else than in the title the filter found something
	Joining  bool   // it is marked to be joined with another
}

// VersionRow is a version in the list. Mark is 'a', 'b' or 0.
type VersionRow struct {
	Title, Outlet, Date, Language, Match, Path string
	Words                                      int
	Mark                                       byte
}

// Reading is the screen of one comparison: a window onto a page.
type Reading struct {
	Page    *Page
	Top     int // first row of the page on the screen
	Block   int // of the side with the focus, at which the reader is
	Current int // index into Page.Changes, -1 for none
	Focus   diff.Side
	Note    string // one line for the status bar in place of the usual one
	Partial bool   // the page is of parts of the texts: it does not tell where in them one is
	Asked   Asked
	Hints   []KeyHelp
	First   []KeyHelp // in place of these, where no difference is told of and there is room
}

// Asked is what a reader types in the status line of a text, or has searched for.
type Asked struct {
	Prompt  byte     // what Typed is being typed for: '/' to search, ':' to go somewhere, 0 for nothing
	Typed   string   // that, or what was searched for
	Matches *Matches // of what was searched for; nil for nothing
	Match   int      // the one that the reader is at, -1 for none
	Ways    string   // where one can go
}

// Head is what stands above one side of a comparison. A note says what is to be
// known of how the text was read.
type Head struct{ Title, Outlet, Date, Path, Note string }

// Changes is the screen of the list of differences, with the text beside it
// where there is room for both.
type Changes struct {
	Page     *Page
	Digest   *Digest // of the page
	Rows     []ChangeRow
	Shown    int // how many changes the rows stand for
	Selected int
	Top      int
	Pick     int // index into Digest.Picks
	Order    Order
	Filter   string
	Typing   bool
	Note     string
	Text     Reading // what stands beside the list; no page while it is on its way
	Hints    []KeyHelp
	PickKeys []string // that narrow the list down to the picks after the first
}

// ChangeRow is a row of the list: a group, or one of the places of a group that
// is open.
type ChangeRow struct {
	Group  int // index into Digest.Groups
	Member int // index into its Members, -1 for the group
}

// Ignoring is the panel of what is folded away, over the screen that it
// changes.
type Ignoring struct {
	Under    Screen
	Tiers    []TierRow
	Selected int
	Hints    []KeyHelp
}

// TierRow is a sort of difference that can be folded away.
type TierRow struct {
	Key     string // that ignores it, or no longer
	Name    string
	Ignored bool
	Changes int // how many there are, below zero while that is not known
}

// Help is the screen of all keys that work where it was called.
type Help struct {
	Title string
	Keys  []KeyHelp
	Top   int
	Hints []KeyHelp
}

// KeyHelp is one line of help; an empty Key makes a heading of Does.
type KeyHelp struct{ Key, Does string }

// Problems is the screen of the files that could not be read.
type Problems struct {
	Lines  []string
	Passed string // what is said, below, of files that were passed over
	Top    int
	Hints  []KeyHelp
}

// Notice is a screen with nothing but a few lines: loading, or why there is
// nothing to see.
type Notice struct {
	Title string
	Lines []string
}
