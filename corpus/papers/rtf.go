package papers

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
)

var errDeepRTF = errors.New("is damaged: its groups stand too deep in each other")

// readRTF reads a text in the Rich Text Format: groups in braces, words with a backslash
// that say how what follows is set, and bytes in the code page of a font, or in the
// encoding that somebody says they are in.
func readRTF(data string, said encoding.Encoding) (*Paper, error) {
	r := &rtfReader{said: said, page: westernEurope, fonts: map[int]encoding.Encoding{}, levels: map[int]int{}, groups: []rtfGroup{{skipped: 1}}}
	r.to = []*sheet{&r.body}
	if err := r.read(data); err != nil {
		return nil, err
	}
	for len(r.groups) > 1 {
		r.close() // it breaks off
	}
	r.paragraph()
	p := &Paper{Body: r.body.html() + r.notes.html(), Title: officeTitle(r.title.String()), Authors: authors(r.author.String())}
	if r.tracked {
		p.Note = noteTracked
	}
	return p, nil
}

// destination is where words go.
type destination uint8

const (
	intoText destination = iota
	intoNothing
	intoTitle
	intoAuthor
	intoInfo   // in which groups are the title and the author
	intoFonts  // the list of them
	intoStyles // likewise
)

// rtfGroup is what holds up to the end of a group.
type rtfGroup struct {
	into    destination
	note    bool // it is one, which began here
	style   runStyle
	hidden  bool
	deleted bool
	font    int
	skipped int // characters after \u that say it to older programs

	styled, level int // of the paragraph: its style, of its heading
	listed        bool
}

// rtfReader reads such a text.
type rtfReader struct {
	body, notes   sheet
	to            []*sheet
	groups        []rtfGroup
	said, page    encoding.Encoding // of all bytes, or nil; of those that no font says it of
	fonts         map[int]encoding.Encoding
	levels        map[int]int // of headings, by their styles
	title, author strings.Builder
	bytes         []byte // that wait to be decoded together
	units         []uint16
	skip          int
	star          bool // what follows may be passed over where it is not known
	tracked       bool
}

func (r *rtfReader) group() *rtfGroup { return &r.groups[len(r.groups)-1] }

func (r *rtfReader) read(data string) error {
	for at := 0; at < len(data); {
		switch c := data[at]; c {
		case '{':
			if r.settle(); len(r.groups) > maxOpen {
				return errDeepRTF
			}
			g := *r.group()
			g.note = false
			r.groups = append(r.groups, g)
			r.skip = 0
			at++
		case '}':
			r.settle()
			if r.skip = 0; len(r.groups) > 1 {
				r.close()
			}
			at++
		case '\\':
			at += r.control(data[at+1:]) + 1
		case '\r', '\n', 0:
			at++
		default:
			r.byte(c)
			at++
		}
	}
	r.settle()
	return nil
}

// close ends a group.
func (r *rtfReader) close() {
	if r.group().note {
		r.paragraph()
		r.to = r.to[:len(r.to)-1]
	}
	r.groups = r.groups[:len(r.groups)-1]
}

// control reads what stands behind a backslash, and returns how long it is.
func (r *rtfReader) control(s string) int {
	if s == "" {
		return 0
	}
	n := 0
	for n < len(s) && n < 32 && (s[n]|0x20) >= 'a' && (s[n]|0x20) <= 'z' {
		n++
	}
	if n == 0 {
		return r.sign(s)
	}
	word, end := s[:n], n
	for end < len(s) && end < n+11 && (s[end] >= '0' && s[end] <= '9' || end == n && s[end] == '-') {
		end++
	}
	value, err := strconv.Atoi(s[n:end])
	if err != nil {
		value = 1 // which switches it on
	}
	if end < len(s) && s[end] == ' ' {
		end++
	}
	if word == "bin" && err == nil {
		return min(len(s), end+max(0, value))
	}
	if word == "u" {
		r.unit(uint16(value))
		return end
	}
	if r.skip > 0 {
		r.skip--
		return end
	}
	r.settle()
	r.word(word, value)
	r.star = false
	return end
}

// sign reads a control that is no word.
func (r *rtfReader) sign(s string) int {
	switch s[0] {
	case '\'':
		if len(s) > 2 {
			if b, err := strconv.ParseUint(s[1:3], 16, 8); err == nil {
				r.byte(byte(b))
			}
			return 3
		}
	case '*':
		r.star = true
	case '~':
		r.say("\u00a0")
	case '_':
		r.say("\u2011")
	case '-':
		r.say("\u00ad")
	case '\r', '\n':
		r.word("par", 1)
	case '\\', '{', '}':
		r.byte(s[0])
	}
	return 1
}

// byte takes a byte of text, which may be only a part of a character.
func (r *rtfReader) byte(b byte) {
	if r.skip > 0 {
		r.skip--
		return
	}
	if len(r.units) > 0 {
		r.settle()
	}
	r.bytes = append(r.bytes, b)
}

// unit takes a character by its number in UTF-16, or a half of one.
func (r *rtfReader) unit(u uint16) {
	if len(r.bytes) > 0 {
		r.settle()
	}
	r.units = append(r.units, u)
	r.skip = r.group().skipped
}

// settle writes the bytes or numbers that were taken.
func (r *rtfReader) settle() {
	if len(r.units) > 0 {
		r.put(string(utf16.Decode(r.units)))
	}
	if len(r.bytes) > 0 {
		s, err := r.encoding().NewDecoder().String(string(r.bytes))
		if err != nil || !utf8.ValidString(s) {
			s = strings.ToValidUTF8(s, "\ufffd")
		}
		r.put(s)
	}
	r.bytes, r.units = r.bytes[:0], r.units[:0]
}

// encoding is that of the bytes that come now.
func (r *rtfReader) encoding() encoding.Encoding {
	if r.said != nil {
		return r.said
	}
	if of, ok := r.fonts[r.group().font]; ok && r.group().into == intoText {
		return of
	}
	return r.page
}

// say writes a sign that has a control of its own.
func (r *rtfReader) say(s string) {
	if r.skip > 0 {
		r.skip--
		return
	}
	r.settle()
	r.put(s)
}

// put writes words to where they belong.
func (r *rtfReader) put(s string) {
	switch g := r.group(); {
	case g.into == intoTitle && r.title.Len() < maxSaidBytes:
		r.title.WriteString(s)
	case g.into == intoAuthor && r.author.Len() < maxSaidBytes:
		r.author.WriteString(s)
	case g.into == intoText && !g.hidden && !g.deleted:
		to := r.to[len(r.to)-1]
		if !to.inside() {
			to.begin()
		}
		to.write(strings.Map(printable, s), g.style)
	}
}

// printable drops what no text has.
func printable(c rune) rune {
	if c < ' ' && c != '\t' {
		return -1
	}
	return c
}

// paragraph ends a paragraph.
func (r *rtfReader) paragraph() {
	g := r.group()
	level := g.level
	if level == 0 {
		level = r.levels[g.styled]
	}
	element := "p"
	switch {
	case isHeading(level):
		element = heading(level)
	case g.listed:
		element = "li"
	}
	r.to[len(r.to)-1].end(element, false)
}
