package corpus

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"strings"

	"variorum/text"
)

// A corpus of some size is too large to be held: of its documents only the
// facts are, and their texts are read again when they are opened.
const heldBytes = 32 << 20

// Held reports whether the document holds its source and its blocks.
func (d *Document) Held() bool { return d.from == nil }

// Whole returns the document with its source and its blocks: itself where it
// holds them, and otherwise what its file says, which is read again: of an archive
// that is not a zip, all that comes before it. The error names the file; it is
// one, too, where the file has changed since.
func (d *Document) Whole() (*Document, error) {
	out, err := wholes(context.Background(), []*Document{d})
	return out[0], err[0]
}

// wholes does so for several documents, for some of which it may go wrong. What
// stands in one archive is read in one go.
func wholes(ctx context.Context, docs []*Document) ([]*Document, []error) {
	out, wrong := make([]*Document, len(docs)), make([]error, len(docs))
	err := readAgain(ctx, docs, func(i int, whole *Document, err error) {
		if err == nil && !docs[i].Held() {
			whole.mark(docs[i].furniture)
		}
		out[i], wrong[i] = whole, err
	})
	if err != nil {
		for i := range wrong {
			wrong[i] = err
		}
	}
	return out, wrong
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
