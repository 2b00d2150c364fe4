package corpus

import "variorum/text"

// Document is one text as it was read from one place. In a large corpus it is
// without its source and blocks, which Whole reads again.
type Document struct {
	ID        string // does not depend on what else is in the corpus
	Path      string // as the user gave it, joined with the path below it
	Title     string // "" where the text does not say; so for all the facts
	Outlet    string
	Byline    []string
	Published Moment
	Language  string       // its tag (BCP 47), as "de" or "pt-BR"
	Story     string       // that it says it belongs to, in its front matter
	Revision  string       // the commit that it is of, if it is no file
	Subject   string       // of that commit
	Note      string       // what a reader must know of how it was read; "" as a rule
	File      string       // that it was read from: Path, or what it stands in; "" where that is not known, or it is without its source
	Packed    bool         // File is an archive, or compressed, or of a word processor: what an editor would show of it is not the text
	Line      int          // of File, at which its record begins, 0 where it is none
	Source    string       // decoded to UTF-8: no byte-order mark, an invalid byte as U+FFFD
	Blocks    []text.Block // in the order of the source, none overlapping

	text        passages // that it is told are no furniture
	mended      bool     // its source was damaged
	written     string   // the language it is plainly written in, whatever it says; while it holds its text
	lead        string   // what stands for a title where there is none; "" where there is one
	words, size int      // where they are known
	sum         uint64   // of what it was read from, 0 where that is not known
	from        *entry   // where it can be read again, if it does not hold its text
	stored      string   // the path under which a Store has its words, "" where none has them
	furniture   []uint64 // blocks that the corpus knows to be furniture, by their keys
}

// Moment is a point in time as precisely as a text gives it: "2022-01-10T20:34",
// "2022-01-10", "2022-01", "2022", or "" where nothing is known. A zone follows
// the time of day where the text gives one as an offset or as GMT, which is
// "Z". Moments of equal precision sort as strings.
type Moment string

// Format is how the bytes of a document are read.
type Format uint8

// The formats.
const (
	Auto Format = iota // by name and content
	Plain
	Markdown
	HTML
	JSON // one record
	Mail // and pages that a browser saved as one (MHTML)
)

// Match says why a version belongs to its story.
type Match uint8

// The kinds of match.
const (
	First    Match = iota // the version that the others were matched with
	SameText              // most of the shorter stands in the other
	Related               // an independent telling of the same event
	Assigned              // the user said so
)

var matchNames = [...]string{"first", "same-text", "related", "assigned"}

// String returns the name that the formats use.
func (m Match) String() string { return matchNames[m] }

// Version is a document as a member of a story.
type Version struct {
	*Document
	Match      Match
	Similarity float64 // 0 to 1, with the version that it is closest to
}

// Story is a set of versions of one text or event, at least one.
type Story struct {
	ID, Title string
	Versions  []Version
}

// Problem is what is wrong with a file: mostly that it could not be read, or that
// the rules in it name what is not there.
type Problem struct {
	Path string
	Err  error
}

// Error makes a problem an error about its path.
func (p Problem) Error() string { return p.Path + ": " + p.Err.Error() }

// Unwrap returns what the problem is.
func (p Problem) Unwrap() error { return p.Err }

// Corpus is everything that was loaded.
type Corpus struct {
	Stories  []Story
	Problems []Problem
	Passed   Passed // files in folders that nobody took for texts
	Note     string // what happened to the index that one should know, "" if nothing did
	store    Store  // that knows the words of all documents; may be nil
}

// Progress tells how far loading has come.
type Progress struct {
	Files, Total int
	Bytes, Size  int64 // of the files that were read, of all
}
