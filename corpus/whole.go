package corpus

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"strings"

	"variorum/text"
)

// A corpus of some size is too large to be held: of its documents only the
// facts are, and their texts are read again when they are opened.
const heldBytes = 32 << 20

// Held reports whether the document holds its source and its blocks.
func (d *Document) Held() bool { return d.from == nil }

// Whole returns the document with its source and its blocks: itself where it
// holds them, and otherwise what its file says, which is read again. The error
// names the file; it is one, too, where the file has changed since.
func (d *Document) Whole() (*Document, error) {
	if d.Held() {
		return d, nil
	}
	whole, sum, err := d.from.open()
	switch {
	case err != nil:
		return nil, Problem{d.Path, err}
	case sum != d.sum:
		return nil, Problem{d.Path, errors.New("has changed since it was listed")}
	}
	whole.ID = d.ID
	whole.mark(d.furniture)
	return whole, nil
}

// Size returns how many bytes the source of the document has.
func (d *Document) Size() int {
	if d.Held() {
		return len(d.Source)
	}
	return d.size
}

// Words counts the words of all blocks, as text.Words does. Of a document that
// holds its blocks it reads them all, some ten nanoseconds a byte.
func (d *Document) Words() int {
	if d.words > 0 {
		return d.words
	}
	n := 0
	for i := range d.Blocks {
		n += text.Words(d.Blocks[i].Text)
	}
	return n
}

// without returns the document without its source and its blocks, which can be
// read again from an entry.
func (d *Document) without(from *entry) *Document {
	facts := *d
	facts.size, facts.Source, facts.Blocks, facts.from = len(d.Source), "", nil, from
	facts.own()
	return &facts
}

// own makes copies of the facts, which as parts of the source would hold it.
func (d *Document) own() {
	for _, s := range []*string{&d.ID, &d.Title, &d.Outlet, &d.Language, &d.lead, &d.Story, &d.Note} {
		*s = strings.Clone(*s)
	}
	d.Published = Moment(strings.Clone(string(d.Published)))
	for i, name := range d.Byline {
		d.Byline[i] = strings.Clone(name)
	}
}

// open reads the file again and returns its document with a sum of its content,
// 0 where it could not be read. Its error does not name the file.
func (e *entry) open() (*Document, uint64, error) {
	texts, err := e.texts(context.Background(), e.how.options(), nil)
	switch {
	case err != nil:
		return nil, 0, err
	case len(texts) != 1 || !e.again(&texts[0]):
		return nil, 0, errChanged
	case texts[0].err != nil:
		return nil, 0, texts[0].err
	}
	d := texts[0].doc
	if d.words = d.Words(); d.words == 0 {
		return nil, texts[0].sum, errNoWords
	}
	return d, texts[0].sum, nil
}

// sumOf returns a sum of the content of a file, which is not 0.
func sumOf(data string) uint64 {
	h := sha256.New()
	var chunk [32 << 10]byte
	for len(data) > 0 {
		n := copy(chunk[:], data)
		h.Write(chunk[:n])
		data = data[n:]
	}
	return binary.LittleEndian.Uint64(h.Sum(nil)) | 1
}
