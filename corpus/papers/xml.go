package papers

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// What the XML of a part may come to. Of what it holds only names and words are kept,
// so that only what the decoder itself must hold matters: the elements that are open,
// and one tag with all of its attributes.
const (
	maxOpen = 500     // elements in each other
	maxTag  = 4 << 20 // bytes of a tag, or of the words between two
)

var (
	errDeepXML = errors.New("is damaged: its elements stand too deep in each other")
	errLongXML = errors.New("is damaged: it has a tag without an end")
)

// elements is told the elements of some XML as they come, and the words in them.
type elements interface {
	start(name string, a attrs) bool // whether what is in the element is told, and its end
	end(name string)
	words(s string)
}

// tags is told of the tags alone that elements begin with, for parts that say what they
// do in attributes.
type tags func(name string, a attrs) bool

func (t tags) start(name string, a attrs) bool { return t(name, a) }
func (tags) end(string)                        {}
func (tags) words(string)                      {}

// attrs are the attributes of an element.
type attrs []xml.Attr

func (a attrs) get(name string) string {
	for i := range a {
		if shortName(a[i].Name) == name {
			return a[i].Value
		}
	}
	return ""
}

// on reads an attribute that switches something, on where it says nothing.
func (a attrs) on(name string) bool {
	switch a.get(name) {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

// prefixes are what we call the name spaces that matter here, the strict ones of Word
// as the usual ones.
var prefixes = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
	"http://purl.oclc.org/ooxml/wordprocessingml/main":             "w:",
	"http://schemas.openxmlformats.org/officeDocument/2006/math":   "m:",
	"http://purl.oclc.org/ooxml/officeDocument/math":               "m:",
	"http://schemas.openxmlformats.org/markup-compatibility/2006":  "mc:",
	"http://purl.org/dc/elements/1.1/":                             "dc:",
	"http://purl.org/dc/elements/1.0/":                             "dc:",
	"urn:oasis:names:tc:opendocument:xmlns:office:1.0":             "office:",
	"urn:oasis:names:tc:opendocument:xmlns:text:1.0":               "text:",
	"urn:oasis:names:tc:opendocument:xmlns:style:1.0":              "style:",
	"urn:oasis:names:tc:opendocument:xmlns:table:1.0":              "table:",
	"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0":            "draw:",
	"urn:oasis:names:tc:opendocument:xmlns:meta:1.0":               "meta:",
	"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0":  "fo:",
}

// shortName is a name with the prefix that we have for its name space, and without
// one where it has none that matters.
func shortName(n xml.Name) string { return prefixes[n.Space] + n.Local }

// walk reads XML to its end. It knows no entities but those of HTML, and follows no
// reference to anything outside.
func walk(in *allowance, h elements) error {
	d := xml.NewDecoder(transform.NewReader(in, unicode.BOMOverride(transform.Nop)))
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(charset string, r io.Reader) (io.Reader, error) {
		if strings.HasPrefix(strings.ToLower(charset), "utf-16") {
			return r, nil // which its mark has said, too
		}
		e, err := htmlindex.Get(charset)
		if err != nil {
			return nil, err
		}
		return e.NewDecoder().Reader(r), nil
	}
	depth, passed := 0, 0 // how many elements are open, and in how many of these we pass over what there is
	for {
		in.tag = maxTag
		token, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return in.blame(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > maxOpen {
				return errDeepXML
			}
			if passed > 0 || !h.start(shortName(t.Name), t.Attr) {
				passed++
			}
		case xml.EndElement:
			depth--
			if passed > 0 {
				passed--
			} else {
				h.end(shortName(t.Name))
			}
		case xml.CharData:
			if passed == 0 {
				h.words(string(t))
			}
		}
	}
}

// allowance ends what is read where there is too much of it, and where it goes on for
// too long without anything coming of it.
type allowance struct {
	ctx      context.Context
	r        io.Reader
	all, tag int   // bytes that may still come
	tooLarge error // what it is to come to more
	failed   error // why it ended before its end
}

func (a *allowance) Read(p []byte) (int, error) {
	if err := a.ctx.Err(); err != nil {
		return a.fail(err)
	}
	n, err := a.r.Read(p)
	a.all -= n
	a.tag -= n
	switch {
	case a.all < 0:
		return a.fail(a.tooLarge)
	case a.tag < 0:
		return a.fail(errLongXML)
	case err != nil && err != io.EOF:
		a.failed = err
	}
	return n, err
}

func (a *allowance) fail(err error) (int, error) {
	a.failed = err
	return 0, err
}

// blame says what is wrong where XML cannot be read: what it comes from, which has said
// so, or the XML itself.
func (a *allowance) blame(err error) error {
	var syntax *xml.SyntaxError
	switch {
	case a.failed != nil && errors.Is(err, a.failed):
		return a.failed
	case errors.As(err, &syntax):
		return fmt.Errorf("is damaged: its XML is wrong at line %d", syntax.Line)
	}
	return fmt.Errorf("is damaged: %w", err)
}
