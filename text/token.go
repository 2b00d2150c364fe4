package text

import (
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// Token is the unit of comparison: a range of a text's bytes.
type Token struct {
	Start, End int
	Word       bool // holds a letter or a digit
	Glued      bool // no white space stands before it
	Counts     int  // how many words, in the coarse sense, are counted in it
}

// Tokens cuts a text into tokens. Every character that is not white space is
// in exactly one of them. A word keeps its inner apostrophes and hyphens; a
// number its separators, its currency sign and its per cent sign; an
// abbreviation such as a.m. its stops. Dots with or without blanks between
// them, and dashes in a row, are one token.
func Tokens(s string) []Token { return AppendTokens(nil, s) }

// AppendTokens appends the tokens of s to dst.
func AppendTokens(dst []Token, s string) []Token {
	for i := 0; i < len(s); {
		if n := space(s[i:]); n > 0 {
			i += n
			continue
		}
		if n, mark := simple(s[i:]); n > 0 {
			dst = append(dst, Token{Start: i, End: i + n, Word: true, Counts: 1})
			if i += n; mark {
				dst = append(dst, Token{Start: i, End: i + 1, Glued: true})
				i++
			}
			continue
		}
		start, plain, twin, foreign := i, true, false, 0
		for i < len(s) && space(s[i:]) == 0 {
			if s[i] < utf8.RuneSelf {
				foreign = 0
				i++
				continue
			}
			r, n := utf8.DecodeRuneInString(s[i:])
			// Damage is two or more characters in a row that are not ASCII.
			foreign++
			twin = twin || foreign > 1
			plain = plain && isPlain(r)
			i += n
		}
		plain = plain && !(twin && damaged(s[start:i]))
		from := len(dst)
		if plain {
			dst = appendPlain(dst, s, start, i)
		} else {
			dst = appendUnicode(dst, s, start, i)
		}
		dst[from].Glued = false
		dst = joinEllipsis(dst, from, s)
		count(dst[min(from, len(dst)):], s)
	}
	return dst
}

// simple recognizes most of what lies between white space: letters and digits
// of ASCII, and perhaps one mark behind them. It returns the length of the word
// that s begins with, 0 where this is not so simple, and whether a mark follows.
func simple(s string) (n int, mark bool) {
	for n < len(s) && s[n] < utf8.RuneSelf && isAlnum[s[n]] {
		n++
	}
	if n == len(s) || n == 0 || s[n] == ' ' || s[n] == '\n' {
		return n, false
	}
	switch s[n] {
	case ',', '.', ';', ':', '?', '!', ')':
		if n+1 == len(s) || s[n+1] == ' ' || s[n+1] == '\n' {
			return n, true
		}
	}
	return 0, false
}

// space returns the length of the white space character that s begins with, or
// 0. The separators of ASCII count as white space too, as they do where other
// programs split words.
func space(s string) int {
	c := s[0]
	if c < utf8.RuneSelf {
		if c == ' ' || c-'\t' < 5 || c-0x1c < 4 {
			return 1
		}
		return 0
	}
	if r, n := utf8.DecodeRuneInString(s); unicode.IsSpace(r) {
		return n
	}
	return 0
}

// isPlain reports whether a character may be segmented by the short rules of
// appendPlain, which agree with UAX #29 on such characters: Latin letters, and
// the punctuation of Western typography.
func isPlain(r rune) bool {
	return r < 0x300 && r != 0xad || r >= 0x2010 && r <= 0x2027 || r >= 0x2030 && r <= 0x203a || r == '€'
}

// appendPlain segments s[start:end], which holds no white space.
func appendPlain(dst []Token, s string, start, end int) []Token {
	from := len(dst)
	for i := start; i < end; {
		n, word := 1, false
		if c := s[i]; c < utf8.RuneSelf {
			word = isAlnum[c]
		} else {
			var r rune
			r, n = utf8.DecodeRuneInString(s[i:])
			word = unicode.IsLetter(r) || unicode.IsDigit(r)
		}
		if k := len(dst) - 1; k >= from && word && dst[k].Word {
			dst[k].End = i + n
		} else {
			dst = append(dst, Token{Start: i, End: i + n, Word: word, Glued: true})
		}
		i += n
	}
	return join(dst, from, s)
}

var isAlnum = func() (t [128]bool) {
	for c := range t {
		t[c] = '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_'
	}
	return t
}()

// appendUnicode segments s[start:end] by UAX #29, with damage by a wrong
// encoding read as what it was.
func appendUnicode(dst []Token, s string, start, end int) []Token {
	from := len(dst)
	part := s[start:end]
	fixed, at := part, []int(nil)
	if damaged(part) {
		fixed, at = repair(part)
	}
	origin := func(i int) int {
		if at == nil {
			return start + i
		}
		return start + at[i]
	}
	for it := words.FromString(fixed); it.Next(); {
		word := false
		for _, r := range it.Value() {
			word = word || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r)
		}
		dst = append(dst, Token{Start: origin(it.Start()), End: origin(it.End()), Word: word, Glued: true})
	}
	if at == nil {
		dst = gather(dst, from, s)
	}
	return join(dst, from, s)
}

// join puts together what a reader takes for one word. It looks at the tokens
// from dst[from] on, none of which has white space before it but the first.
func join(dst []Token, from int, s string) []Token {
	out := dst[:from]
	for i := from; i < len(dst); i++ {
		t := dst[i]
		if len(out) == from {
			out = append(out, t)
			continue
		}
		last := &out[len(out)-1]
		switch {
		case !last.Word && t.Word && isCurrency(s[last.Start:last.End]) && isDigit(s, t.Start):
			last.End, last.Word = t.End, true
			continue
		case !t.Word && last.Word && isPercent(s[t.Start:t.End]) && isDigit(s, last.End-1):
			last.End = t.End
			continue
		case !t.Word && last.Word && i+1 < len(dst) && dst[i+1].Word && connects(s, *last, t, dst[i+1]):
			last.End = dst[i+1].End
			i++
			continue
		case !t.Word && s[t.Start] == '.' && last.Word && abbreviated(s[last.Start:last.End]):
			last.End = t.End
			continue
		case !t.Word && !last.Word && isDash(s[t.Start:t.End]) && s[last.Start:last.End][0] == '-' && s[t.Start] == '-':
			last.End = t.End
			continue
		}
		out = append(out, t)
	}
	return out
}

// connects reports whether the mark m makes one word of the words beside it.
func connects(s string, a, m, b Token) bool {
	digits := isDigit(s, a.End-1) && isDigit(s, b.Start)
	switch s[m.Start:m.End] {
	case "-", "\u2010", "\u2011", "'", "’", "&":
		return true
	case ".":
		// "end.The" is two words with the blank lost between them.
		first, _ := utf8.DecodeRuneInString(s[b.Start:])
		lower, _ := utf8.DecodeLastRuneInString(s[:a.End])
		return digits || !(unicode.IsUpper(first) && unicode.IsLower(lower) && a.End-a.Start > 1)
	case ",", ":", "/":
		return digits
	}
	return false
}

func isDigit(s string, i int) bool { return s[i]-'0' < 10 }

func isCurrency(m string) bool { return m == "$" || m == "€" || m == "£" || m == "¥" }

func isPercent(m string) bool { return m == "%" || m == "‰" || m == "°" }

func isDash(m string) bool { return m == "-" || m == "–" || m == "—" }

// abbreviated reports whether a word is single letters with stops between
// them, so that a stop after it is the last of these.
func abbreviated(w string) bool {
	dots := 0
	for i := 0; i < len(w); i++ {
		if (w[i] == '.') != (i%2 == 1) {
			return false
		}
		if w[i] == '.' {
			dots++
		} else if w[i]-'0' < 10 {
			return false
		}
	}
	return dots > 0 && len(w)%2 == 1
}

// joinEllipsis makes one token of dots in a row, with or without single blanks
// between them. from is the first token of the chunk that was added last.
func joinEllipsis(dst []Token, from int, s string) []Token {
	out := dst[:from]
	for _, t := range dst[from:] {
		if k := len(out) - 1; k >= 0 && !t.Word && s[t.Start] == '.' && !out[k].Word && s[out[k].Start] == '.' && oneBlank(s[out[k].End:t.Start]) {
			out[k].End = t.End
			continue
		}
		out = append(out, t)
	}
	return out
}

func oneBlank(gap string) bool {
	return gap == "" || space(gap) == len(gap)
}

// count says how many words are counted in each token of one chunk without
// white space: one in the first that is one, and in scripts that set no blanks
// every word of UAX #29, of which one token may have gathered several.
func count(chunk []Token, s string) {
	any := false
	for i := range chunk {
		t := &chunk[i]
		if !t.Word {
			continue
		}
		if any && !Unspaced(s[t.Start:t.End]) {
			t.Counts = 0
		} else {
			t.Counts = max(t.Counts, 1)
		}
		any = true
	}
}

// Words counts the words of a text: what lies between white space and holds a
// letter or a digit, and in scripts without spaces every UAX #29 word.
func Words(s string) int {
	n := 0
	var toks []Token
	for i := 0; i < len(s); {
		if k := space(s[i:]); k > 0 {
			i += k
			continue
		}
		start, ascii, word := i, true, false
		for i < len(s) {
			if c := s[i]; c < utf8.RuneSelf {
				if c <= ' ' && space(s[i:]) > 0 {
					break
				}
				word = word || isAlnum[c]
				i++
				continue
			}
			if space(s[i:]) > 0 {
				break
			}
			ascii = false
			_, k := utf8.DecodeRuneInString(s[i:])
			i += k
		}
		if ascii {
			if word {
				n++
			}
			continue
		}
		toks = AppendTokens(toks[:0], s[start:i])
		for _, t := range toks {
			n += t.Counts
		}
	}
	return n
}
