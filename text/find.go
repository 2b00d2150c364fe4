package text

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Pattern is what somebody looks for in a text. It is found however it is set:
// curly quotes or straight ones, any dash, any white space, accents composed
// or not, full width or half, and in either case unless the pattern itself has
// a capital.
type Pattern struct {
	runes []rune // folded
	exact bool   // upper and lower case differ
	first [256]bool
}

// NewPattern returns the pattern that somebody typed.
func NewPattern(s string) *Pattern {
	p := &Pattern{}
	for _, r := range norm.NFC.String(s) {
		p.exact = p.exact || unicode.IsUpper(r)
	}
	for len(s) > 0 {
		var n int
		p.runes, n = p.fold(p.runes, s)
		s = s[n:]
	}
	if len(p.runes) > 0 {
		p.begin(p.runes[0])
	}
	return p
}

// Empty reports whether there is nothing to look for: no character that shows.
func (p *Pattern) Empty() bool {
	return !slices.ContainsFunc(p.runes, func(r rune) bool { return r != ' ' })
}

// begin notes the bytes that a rune, in any of its forms, can begin with: most
// of a text is passed over by looking at one byte of it.
func (p *Pattern) begin(r rune) {
	for _, form := range []rune{r, unicode.ToUpper(r), unicode.ToTitle(r)} {
		p.first[string(form)[0]] = true
		p.first[norm.NFD.String(string(form))[0]] = true
	}
	// Signs for units, full width, letters kept for old encodings.
	p.first[0xe2], p.first[0xef] = true, true
	switch {
	case r == ' ':
		for _, blank := range "\t\n\v\f\r\u0085\u1680\u3000" {
			p.first[string(blank)[0]] = true
		}
	case r == '\'' || r == '"':
		for _, quote := range "`´«ʼ「" {
			p.first[string(quote)[0]] = true
		}
	}
}

// Append appends the places in s at which the pattern stands, from left to
// right, none overlapping. It looks at each byte once, and again at those
// behind a place where the pattern could begin.
func (p *Pattern) Append(places []Span, s string) []Span {
	if p.Empty() {
		return places
	}
	for i := 0; i < len(s); {
		if !p.first[s[i]] {
			i++
			continue
		}
		if n := p.match(s[i:]); n > 0 && !joins(s, i) {
			places = append(places, Span{i, i + n})
			i += n
			continue
		}
		i++
	}
	return places
}

// joins reports whether the character at i belongs to the one before it, as an
// accent does, or is a byte within one.
func joins(s string, i int) bool {
	if s[i] < utf8.RuneSelf {
		return s[i] == ' ' && i > 0 && s[i-1] == ' '
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return !utf8.RuneStart(s[i]) || unicode.Is(unicode.M, r)
}

// match returns how many bytes of s the pattern takes at its beginning, 0 where
// s begins otherwise.
func (p *Pattern) match(s string) int {
	var room [8]rune
	at := 0
	for left := p.runes; len(left) > 0; {
		if at == len(s) {
			return 0
		}
		if c, ok := p.plain(s[at:]); ok {
			if c != left[0] {
				return 0
			}
			left, at = left[1:], at+1
			continue
		}
		got, n := p.fold(room[:0], s[at:])
		if at == 0 && len(got) == 0 || len(got) > len(left) || !slices.Equal(got, left[:len(got)]) {
			return 0
		}
		left = left[len(got):]
		at += n
	}
	return at
}

// fold appends the first character of s as it is compared, and returns how many
// bytes it takes. Blanks that follow each other are one character, and so are
// dashes; what is not drawn is none.
func (p *Pattern) fold(runes []rune, s string) ([]rune, int) {
	if c, ok := p.plain(s); ok {
		return append(runes, c), 1
	}
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsSpace(r):
		return append(runes, ' '), n + lead(s[n:], unicode.IsSpace)
	case shape(r) == '-':
		return append(runes, '-'), n + lead(s[n:], func(r rune) bool { return shape(r) == '-' })
	case r == '…':
		return append(runes, '.', '.', '.'), n
	}
	n = norm.NFC.NextBoundaryInString(s, true)
	for _, r := range norm.NFC.String(s[:n]) {
		if r = shape(r); r < 0 {
			continue
		}
		if !p.exact {
			r = unicode.ToLower(r)
		}
		runes = append(runes, r)
	}
	return runes, n
}

// plain folds the first character of s where it is one of ASCII that has no
// other forms and nothing that joins it: nearly always.
func (p *Pattern) plain(s string) (rune, bool) {
	c := s[0]
	if c <= ' ' || c >= utf8.RuneSelf || c == '-' || c == '`' || len(s) > 1 && s[1] >= utf8.RuneSelf {
		return 0, false
	}
	if 'A' <= c && c <= 'Z' && !p.exact {
		c += 'a' - 'A'
	}
	return rune(c), true
}

// lead returns how many bytes of s the runes take that it begins with.
func lead(s string, is func(rune) bool) int {
	for i, r := range s {
		if !is(r) {
			return i
		}
	}
	return len(s)
}
