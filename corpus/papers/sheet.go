package papers

import (
	"strings"
	"unicode/utf8"
)

// sheet is the simple HTML that is made of a paper. Paragraphs stand in each other
// there, as those of a frame do in the one that it hangs on; here they come after it.
type sheet struct {
	out   strings.Builder
	open  []*sheetParagraph
	carry string // what the next paragraph begins with
}

// sheetParagraph is a paragraph that has not ended yet.
type sheetParagraph struct {
	lead  string // what stands before its text, if there is one
	text  strings.Builder
	style runStyle        // of what was written last
	blank []byte          // that comes after it, and is set apart only between words that are
	after strings.Builder // what stands in it and is none of it
}

func (s *sheet) begin() {
	p := &sheetParagraph{}
	p.text.WriteString(s.carry)
	s.carry = ""
	s.open = append(s.open, p)
}

// inside reports whether a paragraph is open.
func (s *sheet) inside() bool { return len(s.open) > 0 }

var escapeHTML = strings.NewReplacer("&", "&amp;", "<", "&lt;")

// write adds words to the paragraph. What is between two paragraphs is no text.
func (s *sheet) write(words string, style runStyle) {
	if !s.inside() {
		return
	}
	p := s.open[len(s.open)-1]
	lead := len(words) - len(strings.TrimLeft(words, " \t\r\n"))
	p.blank = append(p.blank, words[:lead]...)
	words = words[lead:]
	bare := strings.TrimRight(words, " \t\r\n")
	if bare == "" {
		return
	}
	p.turn(style)
	_, _ = escapeHTML.WriteString(&p.text, bare)
	p.blank = append(p.blank, words[len(bare):]...)
}

// turn ends the marks of the style before, and begins those of another.
func (p *sheetParagraph) turn(to runStyle) {
	if p.style != to {
		p.mark("</em>", p.style.italic)
		p.mark("</strong>", p.style.bold)
	}
	p.text.Write(p.blank)
	p.blank = p.blank[:0]
	if p.style != to {
		p.mark("<strong>", to.bold)
		p.mark("<em>", to.italic)
		p.style = to
	}
}

func (p *sheetParagraph) mark(tag string, there bool) {
	if there {
		p.text.WriteString(tag)
	}
}

// lead puts something before what the paragraph says, if it says something.
func (s *sheet) lead(words string) {
	if s.inside() {
		s.open[len(s.open)-1].lead = escapeHTML.Replace(words)
	}
}

// breakLine ends a line within the paragraph.
func (s *sheet) breakLine() {
	if s.inside() {
		p := s.open[len(s.open)-1]
		p.blank = append(p.blank, "<br>"...)
	}
}

// end ends the paragraph, which becomes an element. One that joins is no paragraph,
// but how the next one begins.
func (s *sheet) end(element string, joins bool) {
	if !s.inside() {
		return
	}
	p := s.open[len(s.open)-1]
	s.open = s.open[:len(s.open)-1]
	p.turn(runStyle{})
	words := p.text.String()
	if p.lead != "" && strings.Trim(words, " \t\r\n") != "" {
		words = p.lead + strings.TrimLeft(words, " \t\r\n")
	}
	if joins {
		s.carry = words
	} else {
		s.put(element, words)
	}
	s.to().WriteString(p.after.String())
}

// flush ends what a next paragraph would have begun with, for there is none.
func (s *sheet) flush() {
	s.put("p", s.carry)
	s.carry = ""
}

// to is where paragraphs go.
func (s *sheet) to() *strings.Builder {
	if s.inside() {
		return &s.open[len(s.open)-1].after
	}
	return &s.out
}

func (s *sheet) put(element, words string) {
	words = strings.Trim(words, " \t\r\n")
	if words == "" {
		return
	}
	if element[0] == 'h' && isClause(words) {
		element = "p"
	}
	to := s.to()
	for _, part := range [...]string{"<", element, ">", words, "</", element, ">\n"} {
		to.WriteString(part)
	}
}

// longHeading is how many words a heading has at the most, if these are a sentence.
// Lawyers set whole clauses as headings, to have them numbered.
const longHeading = 25

func isClause(words string) bool {
	bare := strings.TrimRight(strings.TrimSpace(words), "\"'”’»)]*_›")
	last, _ := utf8.DecodeLastRuneInString(bare)
	if bare == "" || !strings.ContainsRune(".!?…。！？", last) {
		return false
	}
	n, unspaced := 0, 0
	blank := true
	for _, r := range words {
		if r > ' ' && blank {
			n++
		}
		blank = r <= ' '
		if r >= 0x3000 && r < 0xa000 || r >= 0xe00 && r < 0xf00 { // Chinese, Japanese; Thai, Lao
			unspaced++
		}
	}
	return n+unspaced/3 > longHeading // three of those make a word, roughly
}

// html puts together what there is, and begins anew.
func (s *sheet) html() string {
	for s.inside() {
		s.end("p", false)
	}
	s.flush()
	out := s.out.String()
	s.out.Reset()
	return out
}
