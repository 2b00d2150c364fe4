package corpus

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"variorum/text"
)

// maxSize is how many bytes of one text are read at the most. Texts are far
// smaller; what is larger was not meant.
const maxSize = 64 << 20

// ErrSeveral says that a file holds any number of texts where one was asked
// for: an archive, or records of JSON.
var ErrSeveral = errors.New("holds several texts")

// Read reads one document. Its path is only a name. See Parse.
func Read(path string, r io.Reader, f Format) (*Document, error) {
	return Options{As: f}.Read(path, r)
}

// Read reads one document, from a compressed file too. Its path is only a
// name. The error is ErrSeveral for what is a corpus rather than a text.
func (o Options) Read(path string, r io.Reader) (*Document, error) {
	u := unpacker{options: o, ctx: context.Background(), single: true}
	u.file(origin{path, filepath.Base(path), path}, r, 0)
	u.settle()
	switch {
	case len(u.found) == 0:
		return nil, fmt.Errorf("%s: %w", path, errNoText)
	case u.found[0].err != nil:
		return nil, fmt.Errorf("%s: %w", path, u.found[0].err)
	}
	return u.found[0].doc, nil
}

// readAll reads a text that is expected to have about size bytes.
func readAll(r io.Reader, size int64) (string, error) { return readUpTo(maxSize, r, size) }

// readUpTo reads what has so many bytes at the most.
func readUpTo(most int64, r io.Reader, size int64) (string, error) {
	var b strings.Builder
	b.Grow(int(min(size, most)))
	if _, err := io.Copy(&b, io.LimitReader(r, most+1)); err != nil {
		return "", bare(err)
	}
	if int64(b.Len()) > most {
		return "", fmt.Errorf("larger than %d MB", most>>20)
	}
	return b.String(), nil
}

// Parse makes a document of the bytes of a file. Its path is only a name, of
// which Auto looks at the ending. The error says that the bytes are no text.
func Parse(path string, data []byte, f Format) (*Document, error) {
	d, err := Options{As: f}.parse(origin{path, filepath.Base(path), path}, string(data))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return d, nil
}

// origin is where a text was found: its path as it is shown, its path below the
// root of its corpus, and the name that tells how it is to be read.
type origin struct{ path, rel, name string }

// parse makes a document of bytes. Its error does not name the file.
func (o Options) parse(p origin, data string) (*Document, error) {
	d := &Document{ID: documentID(p.rel, data), Path: p.path, text: o.passages()}
	switch o.formatOf(p.name, data) {
	case HTML:
		source, err := o.Encoding.decode(declared(data), data)
		if err != nil {
			return nil, err
		}
		source = d.mend(source)
		d.page(source, sayings{})
	case Mail:
		r, saved, err := readMail(data, o.Encoding)
		if err != nil {
			return nil, err
		}
		if saved && r.format == HTML {
			d.page(r.body, r.sayings)
		} else {
			d.record(&r)
		}
	case JSON:
		source, err := o.Encoding.decode("", data)
		if err != nil {
			return nil, err
		}
		return o.onlyRecord(p, source)
	default:
		source, err := o.Encoding.decode("", data)
		if err != nil {
			return nil, err
		}
		d.Source = d.mend(source)
		blocks, front := textBlocks(p.name, d.Source, o.As)
		d.fill(blocks)
		d.told(d.nameFacts(p.name), nil)
		d.frontFacts(front)
	}
	d.named(p.name)
	d.finish()
	return d, nil
}

// named takes over what the name says that a text was saved by, after what it says of
// itself.
func (d *Document) named(name string) {
	s := d.nameFacts(name)
	d.Outlet, d.Published = first(d.Outlet, s.outlet), finer(d.Published, s.published)
}

// formatOf is how bytes are to be read; Auto stands for any kind of text.
func (o Options) formatOf(name, data string) Format {
	if o.As != Auto {
		return o.As
	}
	return [...]Format{aPage: HTML, aMail: Mail, aJSON: JSON, aRTF: Auto}[formOf(name, []byte(data[:min(len(data), sniffed)]))]
}

// fill makes the blocks and facts of a document of drafts.
func (d *Document) fill(drafts []draft) {
	for i := range drafts {
		if b := &drafts[i]; d.text.has(b.Text) {
			if b.kept = true; b.Kind == text.Furniture {
				b.Kind, b.done = text.Paragraph, false
			}
		}
	}
	drafts = endedLines(drafts)
	classify(drafts)
	d.facts(drafts)
	d.Blocks = make([]text.Block, len(drafts))
	for i := range drafts {
		d.Blocks[i] = drafts[i].Block
		if b := &d.Blocks[i]; d.mended && strings.IndexFunc(b.Text, func(r rune) bool { return r >= utf8.RuneSelf }) >= 0 {
			b.Marks = append(b.Marks, text.Mark{Span: text.Span{End: len(b.Text)}, Style: text.Damaged})
		}
	}
}

// finish finds what stands for a title where there is none, and the language.
func (d *Document) finish() {
	d.written = languageOf(d.Blocks)
	d.Language = first(d.Language, d.written)
	if d.Title == "" {
		d.lead = leadOf(d)
	}
}

// page makes a document of a page, of which something may be said besides.
func (d *Document) page(source string, besides sayings) {
	blocks, s, note := pageBlocks(source)
	s.title, s.url, s.language = first(s.title, besides.title), first(s.url, besides.url), first(s.language, besides.language)
	d.Source = source
	if note != "" {
		d.Note = strings.TrimPrefix(d.Note+"; "+note, "; ")
	}
	d.fill(blocks)
	d.told(s, blocks)
}

// mend returns the source as it was before its UTF-8 was taken for something
// else, if all of it was, and notes that.
func (d *Document) mend(source string) string {
	was, as := text.Misread(source)
	if as != "" {
		d.mended = true
		d.Note = "shown mended: its letters were damaged by reading UTF-8 as " + as
	}
	return strings.TrimPrefix(was, "\ufeff")
}

// record makes a document of a record.
func (d *Document) record(r *record) {
	source, blocks := r.sourced()
	d.Source = source
	d.fill(blocks)
	d.told(r.sayings, blocks)
}

// textBlocks cuts a text into blocks whose kinds are open, and returns where the
// front matter ends that stands before them. Of what somebody calls plain text
// nothing is left out.
func textBlocks(path, source string, f Format) (blocks []draft, front int) {
	ext := strings.ToLower(filepath.Ext(path))
	switch {
	case f == Plain:
		return plainBlocks(source, 0), 0
	case (f == Markdown || ext == ".md" || ext == ".markdown") && !tangled(source):
		front = frontMatter(source)
		return markdownBlocks(source, front), front
	}
	front = frontEnd(source)
	if f == Markdown || looksMarkedUp(source[front:]) {
		return markedBlocks(source, front), front
	}
	return plainBlocks(source, front), front
}
