package corpus

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"slices"
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
	out, err := Wholes(context.Background(), []*Document{d})
	return out[0], err[0]
}

// Wholes does so for several documents, for some of which it may go wrong. What
// stands in one archive is read in one go.
func Wholes(ctx context.Context, docs []*Document) ([]*Document, []error) {
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

// Wholes calls f with each document of the corpus with its source and its blocks,
// in the order of the stories. What cannot be read again becomes a problem of the
// corpus; the error is that of ctx.
func (c *Corpus) Wholes(ctx context.Context, f func(*Document)) error {
	lists := make([][]*Document, len(c.Stories))
	for i := range c.Stories {
		lists[i] = c.Stories[i].documents()
	}
	return c.inLots(ctx, lists, func(_ int, whole []*Document) error {
		for _, d := range whole {
			if d != nil {
				f(d)
			}
		}
		return nil
	})
}

// inLots calls f with each of some lists of documents as their files say them; what
// cannot be read is nil, and a problem of the corpus. Many lists are read at a time,
// as it takes as long to read one text out of an archive as all.
func (c *Corpus) inLots(ctx context.Context, lists [][]*Document, f func(i int, whole []*Document) error) error {
	for from, to := 0, 0; from < len(lists); from = to {
		var docs []*Document
		for size := 0; to < len(lists) && size < heldBytes; to++ {
			docs = append(docs, lists[to]...)
			for _, d := range lists[to] {
				size += d.Size()
			}
		}
		whole, wrong := Wholes(ctx, docs)
		if err := ctx.Err(); err != nil {
			return err
		}
		for _, err := range wrong {
			var p Problem
			if errors.As(err, &p) && !slices.ContainsFunc(c.Problems, func(q Problem) bool { return p.Error() == q.Error() }) {
				c.Problems = append(c.Problems, p)
			}
		}
		for i := from; i < to; i++ {
			n := len(lists[i])
			if err := f(i, whole[:n:n]); err != nil {
				return err
			}
			whole = whole[n:]
		}
	}
	return nil
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
