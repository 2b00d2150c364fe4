package papers

import (
	"cmp"
	"path"
	"strconv"
	"strings"
	"unicode/utf8"
)

// wordTypes is the part by which a package of Word, Excel and the like is told.
const wordTypes = "[Content_Types].xml"

// word reads a document of Word, DOCX: its main part and its notes, which are told
// after the text. Headers, footers and comments are none of it; the numbers of clauses and
// items are, though Word counts them itself. Nothing is taken for the day it was published
// on: the days in such a file say when somebody saved it.
func (b *bundle) word(main string) (*Paper, error) {
	links, err := b.links(main)
	if err != nil {
		return nil, err
	}
	w := &wordReader{styles: &wordStyles{}}
	if at := links["styles"]; b.has(at) {
		if err := b.walk(at, w.styles); err != nil {
			return nil, err
		}
	}
	lists := &wordNumbering{lists: map[string]*wordList{}, numbers: map[string]*wordNumber{}}
	if at := links["numbering"]; b.has(at) {
		if err := b.walk(at, lists); err != nil {
			return nil, err
		}
	}
	w.counter = newWordCounter(lists, w.styles)
	if err := b.walk(main, w); err != nil {
		return nil, err
	}
	if !w.found {
		return nil, ErrOtherKind
	}
	body := []string{w.html()}
	for _, kind := range [...]string{"footnotes", "endnotes"} {
		if len(w.notes[kind]) == 0 || !b.has(links[kind]) {
			continue
		}
		in := &wordReader{styles: w.styles, counter: newWordCounter(lists, w.styles), told: map[string]string{}}
		if err := b.walk(links[kind], in); err != nil {
			return nil, err
		}
		for _, id := range w.notes[kind] {
			body = append(body, in.told[id])
			delete(in.told, id)
		}
		w.tracked = w.tracked || in.tracked
	}
	p := &Paper{Body: strings.Join(body, "")}
	if w.tracked {
		p.Note = noteTracked
	}
	around, err := b.links("")
	if err != nil {
		return nil, err
	}
	if at := around["core-properties"]; b.has(at) {
		err = b.properties(at, "dc:creator", p)
	}
	return p, err
}

// wordMain returns the part that a package of Word, Excel and the like begins with, ""
// where it is something else. Those who write them call it what they like.
func (b *bundle) wordMain() string {
	const usual = "word/document.xml"
	links, err := b.links("")
	if at := links["officeDocument"]; at != "" {
		return at
	}
	if err != nil && b.has(usual) {
		return usual
	}
	return ""
}

// links returns where the parts are that a part goes with, by the last words of what they
// are to it; those of "" are what the whole package goes with.
func (b *bundle) links(of string) (map[string]string, error) {
	to := map[string]string{}
	at := path.Dir(of) + "/_rels/" + path.Base(of) + ".rels"
	if of == "" {
		at = "_rels/.rels"
	}
	if !b.has(at) {
		return to, nil
	}
	err := b.walk(at, tags(func(name string, a attrs) bool {
		if name == "Relationship" && a.get("TargetMode") != "External" {
			if kind := path.Base(a.get("Type")); to[kind] == "" {
				to[kind] = a.get("Target")
			}
		}
		return true
	}))
	if err != nil {
		return to, err
	}
	for kind, target := range to {
		if !strings.HasPrefix(target, "/") {
			to[kind] = path.Join("/", path.Dir(of), target)
		}
	}
	return to, nil
}

// wordReader reads a part of a document of Word.
type wordReader struct {
	sheet
	styles  *wordStyles
	counter *wordCounter
	paras   []wordParagraph
	fields  []bool              // that are open, and whether their result has begun
	chosen  []bool              // of what can be told in several ways, whether it was told
	notes   map[string][]string // that the text refers to, in order
	told    map[string]string   // the notes of this part, where it has them
	note    string              // that is being read
	found   bool                // it is text
	tracked bool
	inText  bool
	inProps bool // among what is said of a paragraph
}

// wordParagraph is what is said of a paragraph and of the run in it that is read.
type wordParagraph struct {
	style, runStyle     string
	level               int // of its heading, 0 where it does not say, noHeading for none
	number              string
	depth               int // in the list of that number, as in wordStyle
	joins               tri
	bold, italic, hides tri
}

func (w *wordReader) start(name string, a attrs) bool {
	p := &wordParagraph{}
	if len(w.paras) > 0 {
		p = &w.paras[len(w.paras)-1]
	}
	switch name {
	case "w:document":
		w.found = true
	case "w:footnote", "w:endnote":
		w.note = a.get("w:id")
		kind := a.get("w:type")
		return kind == "" || kind == "normal"
	case "w:p":
		w.begin()
		w.paras = append(w.paras, wordParagraph{})
	case "w:pPr":
		w.inProps = true
	case "w:pStyle":
		p.style = a.get("w:val")
	case "w:outlineLvl":
		p.level = outlineLevel(a.get("w:val"))
	case "w:numId":
		p.number = a.get("w:val")
	case "w:ilvl":
		p.depth = depthOf(a.get("w:val"))
	case "w:framePr": // the large letter that a text begins with
		p.joins = switched(a.get("w:dropCap") != "" && a.get("w:dropCap") != "none")
	case "w:ins", "w:moveTo":
		w.tracked = true
	case "w:del", "w:moveFrom":
		w.tracked = true
		if w.inProps { // it is where the paragraph ends that was deleted
			p.joins = on
		}
		return false
	case "w:r", "m:r":
		p.runStyle, p.bold, p.italic, p.hides = "", unsaid, unsaid, unsaid
	case "w:rStyle":
		p.runStyle = a.get("w:val")
	case "w:b":
		p.bold = switched(a.on("w:val"))
	case "w:i":
		p.italic = switched(a.on("w:val"))
	case "w:vanish":
		p.hides = switched(a.on("w:val"))
	case "w:t", "m:t":
		w.inText = true
	case "w:tab", "w:ptab":
		w.say("\t")
	case "w:noBreakHyphen":
		w.say("\u2011")
	case "w:softHyphen":
		w.say("\u00ad")
	case "w:sym":
		w.say(symbol(a.get("w:font"), a.get("w:char")))
	case "w:br", "w:cr":
		if w.shown() {
			w.breakLine()
		}
	case "w:fldChar":
		w.field(a.get("w:fldCharType"))
	case "w:footnoteReference", "w:endnoteReference":
		if w.shown() && w.told == nil {
			if w.notes == nil {
				w.notes = map[string][]string{}
			}
			kind := strings.TrimSuffix(strings.TrimPrefix(name, "w:"), "Reference") + "s"
			w.notes[kind] = append(w.notes[kind], a.get("w:id"))
		}
	case "w:tbl":
		w.flush()
	case "mc:AlternateContent":
		w.chosen = append(w.chosen, false)
	case "mc:Choice", "mc:Fallback":
		if n := len(w.chosen) - 1; n >= 0 {
			was := w.chosen[n]
			w.chosen[n] = true
			return !was
		}
	case "w:tabs", "w:rt", "w:sectPr", "w:sdtPr", "w:tblPr", "w:trPr", "w:tcPr":
		return false
	}
	return !strings.HasSuffix(name, "Change") // what was said of it before
}

func (w *wordReader) end(name string) {
	switch name {
	case "w:p":
		if n := len(w.paras) - 1; n >= 0 {
			p := &w.paras[n]
			w.sheet.end(w.element(p), p.joins == on)
			w.paras = w.paras[:n]
		}
		w.inProps, w.inText = false, false
		for len(w.fields) > 0 && !w.fields[len(w.fields)-1] {
			w.fields = w.fields[:len(w.fields)-1] // a field without a result, or without an end
		}
	case "w:pPr":
		w.inProps = false
		w.count()
	case "w:t", "m:t":
		w.inText = false
	case "w:tc", "w:txbxContent":
		w.flush()
	case "mc:AlternateContent":
		w.chosen = w.chosen[:max(0, len(w.chosen)-1)]
	case "w:footnote", "w:endnote":
		if w.told != nil {
			w.told[w.note] = w.html()
		}
	}
}

func (w *wordReader) words(s string) {
	if w.inText {
		w.say(s)
	}
}

// say writes what can be seen of the text.
func (w *wordReader) say(s string) {
	if !w.shown() {
		return
	}
	p := &w.paras[len(w.paras)-1]
	para, run := w.styles.of(p.style), w.styles.of(p.runStyle)
	w.write(s, runStyle{
		bold:   p.bold.or(run.bold) == on && para.bold != on,
		italic: p.italic.or(run.italic) == on && para.italic != on,
	})
}

// shown reports whether what comes now can be seen: it stands in a paragraph, is not
// hidden, and is not how a field is to be worked out.
func (w *wordReader) shown() bool {
	for _, result := range w.fields {
		if !result {
			return false
		}
	}
	if len(w.paras) == 0 || w.inProps {
		return false
	}
	p := &w.paras[len(w.paras)-1]
	return p.hides.or(w.styles.of(p.runStyle).hides).or(w.styles.of(p.style).hides) != on
}

func (w *wordReader) field(step string) {
	n := len(w.fields) - 1
	switch {
	case step == "begin":
		w.fields = append(w.fields, false)
	case n < 0:
	case step == "separate":
		w.fields[n] = true
	case step == "end":
		w.fields = w.fields[:n]
	}
}

func (w *wordReader) isListed(p *wordParagraph) bool {
	number := cmp.Or(p.number, w.styles.of(p.style).number)
	return number != "" && number != "0"
}

// count counts a paragraph of which all is said, and has its number before it. One that
// joins the next has none of its own, and one whose end is hidden is not there.
func (w *wordReader) count() {
	if len(w.paras) == 0 {
		return
	}
	p := &w.paras[len(w.paras)-1]
	s := w.styles.of(p.style)
	if w.isListed(p) && p.joins != on && p.hides.or(s.hides) != on {
		w.lead(w.counter.next(cmp.Or(p.number, s.number), cmp.Or(p.depth, s.depth), s.linked))
	}
}

// element returns what a paragraph is in HTML.
func (w *wordReader) element(p *wordParagraph) string {
	s := w.styles.of(p.style)
	level := s.level
	if p.level != 0 {
		level = p.level
	}
	switch {
	case s.contents:
		return "nav" // which is generated from the headings
	case isHeading(level):
		return heading(level)
	case w.isListed(p):
		return "li"
	}
	return "p"
}

// symbols are those of a font of pictures that stand in prose.
var symbols = map[string]string{
	"F06F": "☐", "F0A8": "☐", "F0FD": "☒", "F0FE": "☑", "F0FB": "✗", "F0FC": "✓", "F0B7": "•", "F0A7": "▪", "F0E0": "→", "F0DF": "←",
}

// symbol reads a sign of a font that has its own. One that we do not know is there all
// the same.
func symbol(font, code string) string {
	n, err := strconv.ParseUint(code, 16, 32)
	switch r := rune(n); {
	case err != nil || !utf8.ValidRune(r) || r < ' ':
		return ""
	case r >= 0xf000 && r <= 0xf0ff:
		if s := symbols[strings.ToUpper(code)]; s != "" && (strings.HasPrefix(font, "Wingdings") || font == "Symbol") {
			return s
		}
		return "\ufffd"
	default:
		return string(r)
	}
}
