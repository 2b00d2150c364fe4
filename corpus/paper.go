package corpus

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"strings"
)

// A paper is what a word processor or a maker of books writes: one text, though it
// is a zip of several parts as a rule. Its text becomes simple HTML, which is its source, as no
// reader is shown the XML that it is made of.
type paper struct {
	sayings
	body string // in HTML
	note string
	book bool // what it says of itself stands on its cover, and goes before what its text seems to say
}

var (
	errPassword   = errors.New("is protected by a password; save it without one")
	errProtected  = errors.New("is protected against copying, and cannot be read")
	errOtherPaper = errors.New("is a spreadsheet, a presentation or a drawing, and not a text")
)

// paper makes a document of a paper.
func (d *Document) paper(p *paper) {
	page, _ := webBlocks(p.body)
	blocks := wholePage(page)
	d.Source, d.Note = p.body, p.note
	d.fill(blocks)
	s := p.sayings
	if p.book {
		d.Title = first(s.title, d.Title)
	} else if len(d.Byline) > 0 {
		s.byline = nil // it is who owns the program that the file was written by
	}
	d.told(s, blocks)
}

// bundle is the files in a zip that is a paper, by their names. These have no case in
// the formats of Word, and some programs write them with the wrong one elsewhere.
type bundle struct {
	u     *unpacker
	files map[string]*zip.File
}

func partKey(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// paperIn returns the parts of a zip that is a paper and what reads them, or nil for
// an archive of any files.
func (u *unpacker) paperIn(z *zip.Reader) (*bundle, func(*bundle) (*paper, error)) {
	p := &bundle{u, map[string]*zip.File{}}
	told := false
	for _, f := range z.File {
		switch f.Name {
		case "mimetype", "[Content_Types].xml", ocfContainer:
			told = true
		}
	}
	if !told {
		return nil, nil
	}
	for _, f := range z.File {
		if key := partKey(f.Name); p.files[key] == nil {
			p.files[key] = f
		}
	}
	switch kind := p.kind(); {
	case strings.HasPrefix(kind, "application/vnd.oasis.opendocument.text"):
		return p, readOpenDocument
	case strings.HasPrefix(kind, "application/vnd.oasis.opendocument."):
		return p, func(*bundle) (*paper, error) { return nil, errOtherPaper }
	case kind == "application/epub+zip", kind == "" && p.has(ocfContainer):
		return p, readBook
	case p.has("[Content_Types].xml") && p.wordMain() != "":
		return p, readWord
	}
	return nil, nil
}

func (p *bundle) has(name string) bool { return p.files[partKey(name)] != nil }

// kind is what the first file of such a zip says that all of it is.
func (p *bundle) kind() (kind string) {
	if !p.has("mimetype") {
		return ""
	}
	_ = p.read("mimetype", func(r io.Reader) error {
		head, err := io.ReadAll(io.LimitReader(r, 100))
		kind = strings.TrimSpace(string(head))
		return err
	})
	return kind
}

// read reads a part, within the limits of the unpacker.
func (p *bundle) read(name string, f func(io.Reader) error) error {
	file := p.files[partKey(name)]
	switch {
	case file == nil:
		return fmt.Errorf("is damaged: there is no %s in it", strings.TrimPrefix(name, "/"))
	case file.Flags&1 != 0:
		return errEncrypted
	}
	body, err := file.Open()
	if err != nil {
		return archiveError(err)
	}
	defer body.Close()
	return f(&metered{u: p.u, r: body, packed: &counted{n: int64(file.CompressedSize64)}})
}

// walk hands the XML of a part to h.
func (p *bundle) walk(name string, h elements) error {
	return p.read(name, func(r io.Reader) error {
		if err := walk(p.u.ctx, r, h); err != nil {
			return fmt.Errorf("%w (%s)", err, strings.TrimPrefix(name, "/"))
		}
		return nil
	})
}

// rtf reads the one kind of paper that is no zip.
func (u *unpacker) rtf(p origin, r io.Reader) {
	u.packed++
	defer func() { u.packed-- }()
	data, err := readAll(r, 0)
	if err != nil {
		u.problem(p.path, err)
		return
	}
	text, err := readRTF(data, u.options.Encoding)
	u.take(p, text, err)
}

// take takes a paper that was read, or notes why it could not be.
func (u *unpacker) take(at origin, text *paper, err error) {
	if err == nil && len(text.body) > maxSize {
		err = fmt.Errorf("larger than %d MB", maxSize>>20)
	}
	if err == nil && text.body == "" {
		err = errNoWords
	}
	if err != nil {
		u.problem(at.path, err)
		return
	}
	u.wait(job{place: at, data: text.body, paper: text})
}
