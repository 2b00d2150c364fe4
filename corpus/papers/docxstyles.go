package papers

import (
	"cmp"
	"strconv"
	"strings"
)

// wordStyle is what a style says, and what is said by the one that it is based on.
type wordStyle struct {
	based               string
	level               int    // of a heading, as in wordParagraph
	number              string // of its list, "0" for none
	depth               int    // in that, counted from 1; 0 where it does not say
	linked              string // the style that says the number
	bold, italic, hides tri
	contents            bool // it is of a table of contents
}

// wordStyles are the styles of a document of Word, by their ids.
type wordStyles struct {
	all  map[string]*wordStyle
	read *wordStyle // that is being read
}

// of returns what a style says in the end. One that is not there says nothing.
func (s *wordStyles) of(id string) wordStyle {
	var out wordStyle
	for range maxBased {
		of := s.all[id]
		if of == nil {
			break
		}
		if out.level == 0 {
			out.level = of.level
		}
		if out.number == "" && of.number != "" {
			out.number, out.linked = of.number, id
		}
		out.depth = cmp.Or(out.depth, of.depth)
		out.bold, out.italic, out.hides = out.bold.or(of.bold), out.italic.or(of.italic), out.hides.or(of.hides)
		out.contents = out.contents || of.contents
		id = of.based
	}
	return out
}

func (s *wordStyles) start(name string, a attrs) bool {
	switch name {
	case "w:style":
		s.read = &wordStyle{}
		if s.all == nil {
			s.all = map[string]*wordStyle{}
		}
		if id := a.get("w:styleId"); id != "" {
			s.all[id] = s.read
		}
		return true
	case "w:docDefaults", "w:latentStyles", "w:tblStylePr":
		return false // which would be about all of the text, or a row of a table
	}
	if s.read == nil {
		return true
	}
	switch value := a.get("w:val"); name {
	case "w:name":
		s.read.named(strings.ToLower(value))
	case "w:basedOn":
		s.read.based = value
	case "w:outlineLvl":
		s.read.level = outlineLevel(value)
	case "w:numId":
		s.read.number = value
	case "w:ilvl":
		s.read.depth = depthOf(value)
	case "w:b":
		s.read.bold = switched(a.on("w:val"))
	case "w:i":
		s.read.italic = switched(a.on("w:val"))
	case "w:vanish":
		s.read.hides = switched(a.on("w:val"))
	}
	return !strings.HasSuffix(name, "Change")
}

func (s *wordStyles) end(name string) {
	if name == "w:style" {
		s.read = nil
	}
}

func (*wordStyles) words(string) {}

// named reads the name of a style. Those that come with Word are written in English in
// every language.
func (s *wordStyle) named(name string) {
	level, isHeading := strings.CutPrefix(name, "heading ")
	switch n, err := strconv.Atoi(level); {
	case isHeading && err == nil && n > 0 && n < noHeading && s.level == 0:
		s.level = n
	case name == "title":
		s.level = 1
	case strings.HasPrefix(name, "toc "), name == "table of figures", name == "table of authorities":
		s.contents = true
	}
}
