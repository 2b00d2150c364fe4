package text

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Pattern is what somebody looks for in a text. It is found however it is set:
// curly quotes or straight ones, any dash, any white space, accents composed
// or not, full width or half; in either case unless the pattern itself has a
// capital, and with accents or without unless it has one itself.
type Pattern struct {
	runes    []rune // folded
	exact    bool   // upper and lower case differ
	accented bool   // letters with an accent and without differ
	first    [256]bool
}

// NewPattern returns the pattern that somebody typed.
func NewPattern(s string) *Pattern {
	p := &Pattern{}
	for _, r := range norm.NFC.String(s) {
		p.exact = p.exact || unicode.IsUpper(r)
		p.accented = p.accented || isAccent(r) || unaccented(r) != r
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
	if !p.accented && unicode.IsLetter(r) {
		// With an accent a Latin letter begins with one of these, any other
		// with one near its own, and rare ones of all scripts with the last.
		from, to := byte(0xc3), byte(0xc9)
		if lead := string(r)[0]; lead > to {
			from, to = lead&^3, lead|3
		}
		for b := from; b <= to; b++ {
			p.first[b] = true
		}
		p.first[0xe1] = true
	}
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
	for from := 0; ; {
		at, left := p.next(s, from)
		switch {
		case at.End == 0:
			return places
		case len(left) > 0: // s ends before the pattern does
			from = at.Start + 1
		default:
			places, from = append(places, at), at.End
		}
	}
}

// next returns the first place from a byte of s on where the pattern stands, or
// where it begins, up to a blank, and s ends; and what is left of it there. Where
// there is none, the place is empty.
func (p *Pattern) next(s string, from int) (at Span, left []rune) {
	if p.Empty() {
		return Span{}, nil
	}
	for i := from; i < len(s); i++ {
		if !p.first[s[i]] {
			continue
		}
		if n, left := p.match(s[i:], p.runes); n > 0 && (len(left) == 0 || left[0] == ' ') && !joins(s, i) {
			return Span{i, i + n}, left
		}
	}
	return Span{}, nil
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

// match returns how many bytes of s some runes of the pattern take at its
// beginning, and which of them are left where s ends; 0 where s begins otherwise.
func (p *Pattern) match(s string, runes []rune) (int, []rune) {
	var room [8]rune
	at := 0
	for left := runes; len(left) > 0; {
		if at == len(s) {
			return at, left
		}
		if c, ok := p.plain(s[at:]); ok {
			if c != left[0] {
				return 0, nil
			}
			left, at = left[1:], at+1
			continue
		}
		got, n := p.fold(room[:0], s[at:])
		if at == 0 && len(got) == 0 || len(got) > len(left) || !slices.Equal(got, left[:len(got)]) {
			return 0, nil
		}
		left = left[len(got):]
		at += n
	}
	return at, nil
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
	bare := !p.accented && unicode.IsLetter(r)
	for _, r := range norm.NFC.String(s[:n]) {
		if bare {
			r = unaccented(r)
		}
		if r = shape(r); r < 0 || bare && isAccent(r) {
			continue
		}
		if !p.exact {
			r = unicode.ToLower(r)
		}
		runes = append(runes, r)
	}
	return runes, n
}

// unaccented returns a letter without its accents. What makes another letter is no
// accent: those of scripts that isAccent does not know, and the one on й.
func unaccented(r rune) rune {
	switch r {
	case 'й', 'Й':
		return r
	case 'ø': // Unicode takes these strokes for a part of the letter
		return 'o'
	case 'Ø':
		return 'O'
	case 'ł':
		return 'l'
	case 'Ł':
		return 'L'
	case 'đ':
		return 'd'
	case 'Đ':
		return 'D'
	}
	if r < utf8.RuneSelf || '\u2e80' <= r && r <= '\ud7ff' { // most letters there are: ASCII, and those of East Asia
		return r
	}
	var room [utf8.UTFMax]byte
	d := norm.NFD.Properties(utf8.AppendRune(room[:0], r)).Decomposition()
	base, n := utf8.DecodeRune(d)
	for i := n; i < len(d); {
		mark, n := utf8.DecodeRune(d[i:])
		if !isAccent(mark) {
			return r
		}
		i += n
	}
	if len(d) == n {
		return r
	}
	return base
}

// isAccent reports whether a rune is an accent of a Latin, Greek or Cyrillic
// letter, or a point or a vowel of Hebrew or Arabic, which most texts leave out.
func isAccent(r rune) bool {
	return 0x300 <= r && r <= 0x36f || 0x591 <= r && r <= 0x5c7 && unicode.Is(unicode.Mn, r) ||
		0x64b <= r && r <= 0x65f || r == 0x670
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
