package papers

import (
	"errors"
	"net/url"
	"path"
	"strings"
)

// bookContainer is the part of a book that says where its list of chapters is.
const bookContainer = "META-INF/container.xml"

var errNoBook = errors.New("is damaged: it does not say where its chapters are")

// book reads a book, EPUB, as one text: its chapters in their order, without its table of
// contents.
func (b *bundle) book() (*Paper, error) {
	list, err := b.bookList()
	if err != nil {
		return nil, err
	}
	l := &bookReader{list: list, items: map[string]bookItem{}, contents: map[string]bool{}}
	if err := b.walk(list, l); err != nil {
		return nil, err
	}
	sealed, err := b.sealed()
	if err != nil {
		return nil, err
	}
	var body strings.Builder
	read := map[string]bool{}
	for _, id := range l.spine {
		item := l.items[id]
		at := besidePart(list, item.href)
		key := partKey(at)
		switch {
		case item.href == "", item.contents, !item.isText(), l.contents[key], read[key]:
			continue
		case sealed[key]:
			return nil, errProtected
		}
		read[key] = true
		page, err := b.whole(at)
		if err == nil {
			page, err = b.how.Decode(page)
		}
		if err != nil {
			return nil, err
		}
		writeChapter(&body, page)
		switch {
		case body.Len() > b.how.Most:
			return nil, b.how.tooLarge()
		case b.ctx.Err() != nil:
			return nil, b.ctx.Err()
		}
	}
	if len(read) == 0 {
		return nil, errNoBook
	}
	p := l.paper()
	p.Body = body.String()
	return p, nil
}

// bookList returns the part in which a book lists what it holds.
func (b *bundle) bookList() (list string, err error) {
	err = b.walk(bookContainer, tags(func(name string, a attrs) bool {
		if name == "rootfile" && list == "" {
			if kind := a.get("media-type"); kind == "" || kind == "application/oebps-package+xml" {
				list = a.get("full-path")
			}
		}
		return true
	}))
	if err == nil && list == "" {
		err = errNoBook
	}
	return list, err
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

// paper returns what a book says of itself.
func (b *bookReader) paper() *Paper {
	return &Paper{
		Title: b.first("dc:title"), Authors: b.all("dc:creator"), Publisher: b.first("dc:publisher"), Published: b.all("dc:date"),
		Language: b.first("dc:language"), Book: true,
	}
}

// sealed returns the parts of a book that are encrypted. Fonts may be, in two ways that
// keep nobody from reading the words.
func (b *bundle) sealed() (map[string]bool, error) {
	const list = "META-INF/encryption.xml"
	parts := map[string]bool{}
	if !b.has(list) {
		return parts, nil
	}
	way := ""
	err := b.walk(list, tags(func(name string, a attrs) bool {
		switch name {
		case "EncryptedData":
			way = ""
		case "EncryptedKey":
			return false
		case "EncryptionMethod":
			way = a.get("Algorithm")
		case "CipherReference":
			if way != "http://www.idpf.org/2008/embedding" && way != "http://ns.adobe.com/pdf/enc#RC" {
				parts[partKey(besidePart("", a.get("URI")))] = true
			}
		}
		return true
	}))
	return parts, err
}
