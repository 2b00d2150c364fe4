package papers

import (
	"strconv"
	"strings"
)

// openDocument reads a text of the kind that LibreOffice writes, ODT, as word does those
// of Word. What was deleted while changes were tracked stands apart in it.
func (b *bundle) openDocument() (*Paper, error) {
	if manifest := "META-INF/manifest.xml"; b.has(manifest) {
		sealed := false
		err := b.walk(manifest, tags(func(name string, _ attrs) bool {
			sealed = sealed || name == "encryption-data"
			return true
		}))
		switch {
		case err != nil:
			return nil, err
		case sealed:
			return nil, errPassword
		}
	}
	o := &openReader{styles: map[string]openStyle{}}
	if b.has("styles.xml") {
		o.common = true
		if err := b.walk("styles.xml", o); err != nil {
			return nil, err
		}
		o.common = false
	}
	if err := b.walk("content.xml", o); err != nil {
		return nil, err
	}
	for _, notes := range [...]*sheet{&o.footnotes, &o.endnotes} {
		o.body.flush()
		o.body.out.WriteString(notes.html())
	}
	p := &Paper{Body: o.body.html()}
	if o.tracked {
		p.Note = noteTracked
	}
	var err error
	if b.has("meta.xml") {
		err = b.properties("meta.xml", "meta:initial-creator", p) // dc:creator is who saved it last
	}
	return p, err
}

// openStyle is what a style says. Those that have no name but one that a program made
// up are what somebody did to a paragraph by hand.
type openStyle struct {
	based, name         string
	common              bool
	bold, italic, hides tri
}

// openReader reads an open document.
type openReader struct {
	styles              map[string]openStyle
	style               string // that is being read
	common              bool   // the styles are those with names
	body                sheet
	footnotes, endnotes sheet
	to                  []*sheet    // where what is read goes, what is within something else last
	paras               []openBlock // that are open
	inText              int         // elements that are the text
	items               int         // of lists
	tables              int         // of contents
	tracked             bool
}

// openBlock is a paragraph or a heading, and the runs in it.
type openBlock struct {
	element string
	style   openStyle
	spans   []openStyle
}

func (o *openReader) start(name string, a attrs) bool {
	switch name {
	case "style:style":
		o.style = a.get("style:family") + " " + a.get("style:name")
		o.styles[o.style] = openStyle{based: a.get("style:family") + " " + a.get("style:parent-style-name"), name: a.get("style:name"), common: o.common}
	case "style:text-properties":
		if s, ok := o.styles[o.style]; ok {
			s.bold, s.italic = weightOf(a.get("fo:font-weight")), slantOf(a.get("fo:font-style"))
			if shown := a.get("text:display"); shown != "" {
				s.hides = switched(shown == "none")
			}
			o.styles[o.style] = s
		}
	case "office:text":
		o.inText++
		o.to = append(o.to, &o.body)
	}
	if o.inText == 0 {
		return name != "office:master-styles"
	}
	switch name {
	case "text:insertion", "text:deletion":
		o.tracked = true
		return false
	case "text:p", "text:h":
		o.paragraph(name, a)
	case "text:span":
		if n := len(o.paras) - 1; n >= 0 {
			o.paras[n].spans = append(o.paras[n].spans, o.styleOf("text "+a.get("text:style-name")))
		}
	case "text:s", "text:tab":
		o.words(" ")
	case "text:line-break":
		if o.shown() {
			o.sheet().breakLine()
		}
	case "text:note":
		if a.get("text:note-class") == "endnote" {
			o.to = append(o.to, &o.endnotes)
		} else {
			o.to = append(o.to, &o.footnotes)
		}
	case "text:list-item", "text:list-header":
		o.items++
	case "text:table-of-content", "text:illustration-index", "text:table-index", "text:object-index":
		o.tables++
	case "text:section":
		return a.get("text:display") != "none"
	case "text:hidden-text", "text:hidden-paragraph":
		return a.get("text:is-hidden") != "true"
	case "text:note-citation", "text:ruby-text", "office:annotation", "office:forms", "table:covered-table-cell", "title", "desc",
		"text:table-of-content-source", "text:illustration-index-source", "text:table-index-source", "text:object-index-source",
		"text:alphabetical-index-source", "text:user-index-source", "text:bibliography-source", "draw:object", "draw:image":
		return false
	}
	return true
}

func (o *openReader) paragraph(name string, a attrs) {
	s := o.styleOf("paragraph " + a.get("text:style-name"))
	b := openBlock{element: "p", style: s}
	switch {
	case o.tables > 0:
		b.element = "nav"
	case name == "text:h":
		level, _ := strconv.Atoi(a.get("text:outline-level"))
		b.element = heading(level)
	case s.name == "Title":
		b.element = heading(1)
	case o.items > 0:
		b.element = "li"
	}
	o.sheet().begin()
	o.paras = append(o.paras, b)
}

func (o *openReader) end(name string) {
	switch name {
	case "style:style":
		o.style = ""
	case "office:text":
		o.inText--
		o.to = o.to[:len(o.to)-1]
	}
	if o.inText == 0 {
		return
	}
	switch name {
	case "text:p", "text:h":
		if n := len(o.paras) - 1; n >= 0 {
			o.sheet().end(o.paras[n].element, false)
			o.paras = o.paras[:n]
		}
	case "text:span":
		if n := len(o.paras) - 1; n >= 0 && len(o.paras[n].spans) > 0 {
			o.paras[n].spans = o.paras[n].spans[:len(o.paras[n].spans)-1]
		}
	case "text:note":
		o.to = o.to[:len(o.to)-1]
	case "text:list-item", "text:list-header":
		o.items--
	case "text:table-of-content", "text:illustration-index", "text:table-index", "text:object-index":
		o.tables--
	}
}

// sheet is where what is read now goes.
func (o *openReader) sheet() *sheet { return o.to[len(o.to)-1] }

func (o *openReader) words(s string) {
	if o.inText == 0 || !o.shown() {
		return
	}
	b := &o.paras[len(o.paras)-1]
	var run runStyle
	if !b.style.common { // done to all of it by hand
		run = runStyle{b.style.bold == on, b.style.italic == on}
	}
	for _, s := range b.spans {
		run.bold, run.italic = s.bold.or(switched(run.bold)) == on, s.italic.or(switched(run.italic)) == on
	}
	o.sheet().write(s, run)
}

// shown reports whether what comes now stands in a paragraph, and can be seen.
func (o *openReader) shown() bool {
	if len(o.paras) == 0 {
		return false
	}
	b := &o.paras[len(o.paras)-1]
	hides := b.style.hides
	for _, s := range b.spans {
		hides = s.hides.or(hides)
	}
	return hides != on
}

// styleOf returns what a style says in the end, and whether all that is said by one with
// a name. Of one that somebody made by hand only its own bold and italic count: what its
// paragraph has anyway sets nothing apart.
func (o *openReader) styleOf(key string) openStyle {
	out := o.styles[key]
	if out.name == "" {
		_, out.name, _ = strings.Cut(key, " ") // there are some that nothing is said about
	}
	s := out
	for range maxBased {
		next, ok := o.styles[s.based]
		if !ok {
			break
		}
		if !out.common && !s.common && s.name != "Title" {
			out.name = next.name
		}
		if next.common == out.common || strings.HasPrefix(key, "text ") {
			out.bold, out.italic = out.bold.or(next.bold), out.italic.or(next.italic)
		}
		out.hides = out.hides.or(next.hides)
		s = next
	}
	return out
}

func weightOf(s string) tri {
	switch s {
	case "":
		return unsaid
	case "bold", "700", "800", "900":
		return on
	}
	return off
}

func slantOf(s string) tri {
	switch s {
	case "":
		return unsaid
	case "italic", "oblique":
		return on
	}
	return off
}
