package diff

import (
	"unicode"
	"unicode/utf8"

	"variorum/text"
)

// Words that are spelled with the same letters, and other marks, say the same.

// unseen reports whether nothing of some tokens is drawn.
func (c *collator) unseen(s Side, toks []int32) bool {
	for _, i := range toks {
		if text.Key(c.texts[s].spelling(i)) != "" {
			return false
		}
	}
	return true
}

// letters are the keys of some tokens' words without the marks inside them, so
// that "cease-fire", "cease fire" and "ceasefire" are the same.
func (c *collator) letters(s Side, toks []int32) string {
	return c.joined(s, toks, text.Key)
}

func (c *collator) raw(s Side, toks []int32) string {
	return c.joined(s, toks, text.Typographic)
}

// joined puts words together as fold gives them. Figures with a mark between them
// stay apart: 10–15 is not 1015.
func (c *collator) joined(s Side, toks []int32, fold func(string) string) string {
	out := make([]byte, 0, 64)
	marked := false
	for _, i := range toks {
		if !c.texts[s].tokens[i].word() {
			marked = true
			continue
		}
		w := fold(c.texts[s].spelling(i))
		if n := len(out); marked && n > 0 && out[n-1]-'0' < 10 && isDigit(w) {
			out = append(out, '-')
		}
		out, marked = appendLetters(out, w), false
	}
	return string(out)
}

func appendLetters(dst []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		switch b := s[i]; b {
		case '-', '.', '/', ':', '&':
			if betweenDigits(s, i) { // 1.5 is not 15
				dst = append(dst, b)
			}
		case ',':
			if !betweenDigits(s, i) || groups(s, i) { // 1,000 is 1000
				continue
			}
			dst = append(dst, b)
		default:
			dst = append(dst, b)
		}
	}
	return dst
}

func betweenDigits(s string, i int) bool {
	return i > 0 && i+1 < len(s) && s[i-1]-'0' < 10 && s[i+1]-'0' < 10
}

// groups reports whether the comma at s[i] has just three digits behind it.
func groups(s string, i int) bool {
	n := 0
	for i+1+n < len(s) && s[i+1+n]-'0' < 10 {
		n++
	}
	return n == 3
}

// signs reports whether a mark among some tokens is a number, as ½ is, or the
// sign of one.
func (c *collator) signs(s Side, toks []int32) bool {
	t := c.texts[s]
	for _, i := range toks {
		m := t.spelling(i)
		if numberSign(m) && !c.noteSign(s, i) {
			return true
		}
		if m != "-" && m != "−" && m != "+" || t.tokens[i].is(isGlued) {
			continue
		}
		if k := i + 1; int(k) < len(t.tokens) && t.tokens[k].is(isGlued) && c.lex.class[t.keys[k]] == figure {
			return true
		}
	}
	return false
}

// noteSign reports whether a raised figure stands behind a word, as that of a note
// does; behind a unit, m², it is none.
func (c *collator) noteSign(s Side, i int32) bool {
	t := c.texts[s]
	if i == 0 || !t.tokens[i].is(isGlued) || !t.tokens[i-1].word() {
		return false
	}
	before := t.spelling(i - 1)
	return !isDigit(before) && len(before) > 3
}

// numberSign reports whether a token is a number that is no digit: ½, ².
func numberSign(m string) bool {
	r, n := utf8.DecodeRuneInString(m)
	return n == len(m) && n > 1 && unicode.Is(unicode.No, r)
}
