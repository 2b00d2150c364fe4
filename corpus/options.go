package corpus

import (
	"fmt"
	"io"
)

// Options say how files are read, and what becomes of them. The zero value reads
// each by its name and content.
type Options struct {
	// Report is told now and then how far it is, never twice at a time.
	Report func(Progress)
	// Early is given what there is while the rest is on its way: what the store
	// remembers, and then the stories of the first 50, 500, 5,000 … files of a
	// corpus that has many. It is never called twice at a time, and not after
	// Load has returned.
	Early func(*Corpus)
	// Store remembers what files say. It is not used where there are few.
	Store Store

	// Input is what the path "-" means, as standard input does for programs. It is
	// read to its end, and held.
	Input io.Reader

	As       Format
	Encoding Encoding // of files without a byte-order mark
	Fields   Fields   // of records in JSON
	Folders  bool     // each folder below a path is a story
	Rules    []Rules  // what somebody decided about stories
}

// how is by which options files are read. The zero value reads each by its name
// and content.
type how struct {
	as       Format
	encoding Encoding
	fields   Fields
	text     passages
	name     string // tells it from other ways
}

// how returns by which of the options files are read.
func (o *Options) how() how {
	text := o.passages()
	return how{o.As, o.Encoding, o.Fields, text, fmt.Sprintf("%v %q %q %q", o.As, o.Encoding, o.Fields, text)}
}

// options are those by which files are read so.
func (h *how) options() Options {
	return Options{As: h.as, Encoding: h.encoding, Fields: h.fields, Rules: []Rules{{Text: h.text}}}
}

// made tells options apart that make other stories of the same files.
func (o *Options) made() string {
	return fmt.Sprintf("%s %v %+v", o.how().name, o.Folders, o.Rules)
}
