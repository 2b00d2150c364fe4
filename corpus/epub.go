package corpus

import (
	"errors"
	"io"
	"net/url"
	"path"
	"strings"
)

// ocfContainer is the part of a book that says where its list of chapters is.
const ocfContainer = "META-INF/container.xml"

var errNoBook = errors.New("is damaged: it does not say where its chapters are")

// readBook reads a book, EPUB, as one text: its chapters in their order, without its
// table of contents. What it says of itself goes before what its pages seem to say.
func readBook(p *bundle) (*paper, error) {
	c := &bookContainer{}
	if err := p.walk(ocfContainer, c); err != nil {
		return nil, err
	}
	if c.list == "" {
		return nil, errNoBook
	}
	b := &bookReader{list: c.list, items: map[string]bookItem{}, contents: map[string]bool{}}
	if err := p.walk(c.list, b); err != nil {
		return nil, err
	}
	sealed, err := p.sealed()
	if err != nil {
		return nil, err
	}
	var body strings.Builder
	read := map[string]bool{}
	for _, id := range b.spine {
		item := b.items[id]
		at := besidePart(c.list, item.href)
		key := partKey(at)
		switch {
		case item.href == "", item.contents, !item.isText(), b.contents[key], read[key]:
			continue
		case sealed[key]:
			return nil, errProtected
		}
		read[key] = true
		err := p.read(at, func(r io.Reader) error {
			data, err := readAll(r, 0)
			if err == nil {
				data, err = decodeAs(declared(data), data)
			}
			if err == nil {
				writeChapter(&body, data)
			}
			return err
		})
		switch {
		case err != nil:
			return nil, err
		case body.Len() > maxSize:
			return nil, errLargeXML
		case p.u.ctx.Err() != nil:
			return nil, p.u.ctx.Err()
		}
	}
	if len(read) == 0 {
		return nil, errNoBook
	}
	return &paper{sayings: b.sayings(), body: body.String(), book: true}, nil
}

// besidePart returns the part that an address leads to from another.
func besidePart(from, address string) string {
	address, _, _ = strings.Cut(address, "#")
	if plain, err := url.PathUnescape(address); err == nil {
		address = plain
	}
	if strings.HasPrefix(address, "/") {
		return address
	}
	return path.Join("/", path.Dir("/"+from), address)
}

// bookContainer says where the list of chapters is.
type bookContainer struct{ list string }

func (c *bookContainer) start(name string, a attrs) bool {
	if name == "rootfile" && c.list == "" {
		if kind := a.get("media-type"); kind == "" || kind == "application/oebps-package+xml" {
			c.list = a.get("full-path")
		}
	}
	return true
}
func (*bookContainer) end(string)   {}
func (*bookContainer) words(string) {}

// bookItem is a file of a book.
type bookItem struct {
	href, kind string
	contents   bool
}

func (i bookItem) isText() bool {
	switch i.kind {
	case "application/xhtml+xml", "text/html", "text/x-oeb1-document", "":
		return true
	}
	return false
}

// bookReader reads the list of what a book holds.
type bookReader struct {
	propertyReader
	list     string // the part that this is
	items    map[string]bookItem
	spine    []string
	contents map[string]bool // the parts that hold a table of contents
}

func (b *bookReader) start(name string, a attrs) bool {
	switch name {
	case "dc:creator":
		if role := a.get("role"); role != "" && role != "aut" {
			return false // who made the pictures, or put it into another language
		}
	case "dc:date":
		if event := a.get("event"); event != "" && !strings.Contains(event, "publication") {
			return false
		}
	case "item":
		contents := strings.Contains(" "+a.get("properties")+" ", " nav ")
		b.items[a.get("id")] = bookItem{a.get("href"), a.get("media-type"), contents}
	case "reference":
		if a.get("type") == "toc" {
			b.contents[partKey(besidePart(b.list, a.get("href")))] = true
		}
	case "itemref":
		b.spine = append(b.spine, a.get("idref"))
	}
	return b.propertyReader.start(name, a)
}

func (b *bookReader) sayings() sayings {
	s := sayings{title: b.first("dc:title"), outlet: b.first("dc:publisher"), language: b.first("dc:language")}
	for _, name := range b.said["dc:creator"] {
		s.byline = append(s.byline, names(name)...)
	}
	for _, day := range b.said["dc:date"] {
		if m := momentOf(oneLine(day)); s.published == "" && m >= "1000" { // some programs write the year 101 where they know none
			s.published = m
		}
	}
	return s
}

// sealed returns the parts of a book that are encrypted. Fonts may be, in two ways that
// keep nobody from reading the words.
func (p *bundle) sealed() (map[string]bool, error) {
	const list = "META-INF/encryption.xml"
	s := &sealedParts{parts: map[string]bool{}}
	if !p.has(list) {
		return s.parts, nil
	}
	if err := p.walk(list, s); err != nil {
		return nil, err
	}
	return s.parts, nil
}

type sealedParts struct {
	parts map[string]bool
	way   string
}

func (s *sealedParts) start(name string, a attrs) bool {
	switch name {
	case "EncryptedData":
		s.way = ""
	case "EncryptedKey":
		return false
	case "EncryptionMethod":
		s.way = a.get("Algorithm")
	case "CipherReference":
		if s.way != "http://www.idpf.org/2008/embedding" && s.way != "http://ns.adobe.com/pdf/enc#RC" {
			s.parts[partKey(besidePart("", a.get("URI")))] = true
		}
	}
	return true
}
func (*sealedParts) end(string)   {}
func (*sealedParts) words(string) {}
