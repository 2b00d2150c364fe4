package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// UAX #29 leaves scripts that set no blanks to dictionaries, and without one
// cuts them into letters. A letter says nothing by itself: two sentences of
// Thai with nothing in common share half of theirs, in order. So letters are
// gathered to words before anything is compared. Han characters are not
// letters; each stays a token, and which of them make one word is for a
// [Vocabulary] to say, once it is known what differs.

// writing is how a script of that kind is gathered.
type writing uint8

const (
	spaced   writing = iota // by blanks, or not at all
	han                     // see Vocabulary
	katakana                // one word by UAX #29 already
	hiragana
	thai
	syllabic // Lao, Khmer and Burmese: by syllables, for want of a list
)

func writingOf(r rune) writing {
	switch {
	case r < 0xe00:
		return spaced
	case r < 0xe80:
		return thai
	case r < 0xf00:
		return syllabic
	case r >= 0x3041 && r <= 0x309f:
		return hiragana
	case r >= 0x4e00 && r <= 0x9fff:
		return han
	case unicode.In(r, unicode.Han):
		return han
	case unicode.In(r, unicode.Katakana), r == 'ー':
		return katakana
	case unicode.In(r, unicode.Khmer, unicode.Myanmar):
		return syllabic
	}
	return spaced
}

// Unspaced reports whether a token is of a script that sets no blanks.
func Unspaced(tok string) bool {
	if tok[0] < utf8.RuneSelf {
		return false
	}
	r, _ := utf8.DecodeRuneInString(tok)
	return r >= 0xe00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

const maxGathered = 64 // parts of a token, for a text that is no prose

// gather makes words of the letters among the tokens from dst[from] on.
func gather(dst []Token, from int, s string) []Token {
	kind := func(t Token) writing {
		r, _ := utf8.DecodeRuneInString(s[t.Start:t.End])
		return writingOf(r)
	}
	out := dst[:from]
	for i := from; i < len(dst); {
		w := kind(dst[i])
		j := i + 1
		if w < hiragana || !dst[i].Word {
			out = append(out, dst[i])
			i = j
			continue
		}
		for j < len(dst) && dst[j].Word && kind(dst[j]) == w {
			j++
		}
		parts := dst[i:j]
		var starts []bool
		switch w {
		case hiragana:
			starts = kanaStarts(s, parts)
		case thai:
			starts = thaiStarts(s, parts)
		default:
			starts = syllables(s, parts)
		}
		// What is written into out never overtakes what is read.
		for k, n := 0, 0; k < len(parts); k++ {
			t := parts[k]
			counts := 0
			if Unspaced(s[t.Start:t.End]) {
				counts = 1
			}
			if starts[k] || n == maxGathered {
				t.Counts, n = counts, 0
				out = append(out, t)
			} else {
				last := &out[len(out)-1]
				last.End, last.Counts = t.End, last.Counts+counts
			}
			n++
		}
		i = j
	}
	return out
}

// kanaStarts says which of the parts of a run of hiragana begin a word: what is
// listed, and what follows it. The rest are endings, which go on.
func kanaStarts(s string, parts []Token) []bool {
	list := kanaWords()
	starts := make([]bool, len(parts))
	starts[0] = true
	for i := 0; i < len(parts); {
		n := 0
		for k := 1; i+k <= len(parts) && parts[i+k-1].End-parts[i].Start <= list.longest; k++ {
			if list.words[s[parts[i].Start:parts[i+k-1].End]] {
				n = k
			}
		}
		if n == 0 || ending(s, parts, i, n) {
			i++
			continue
		}
		starts[i] = true
		if i += n; i < len(parts) {
			starts[i] = true
		}
	}
	return starts
}

// ending reports whether what looks like a particle of n parts belongs to the
// ending of a verb: 上がる, 読んで, 増やす.
func ending(s string, parts []Token, i, n int) bool {
	first := s[parts[i].Start:parts[i].End]
	before, after := "", ""
	if i > 0 {
		before = s[parts[i-1].Start:parts[i-1].End]
	}
	if i+1 < len(parts) {
		after = s[parts[i+1].Start:parts[i+1].End]
	}
	switch first {
	case "で":
		return before == "ん" || before == "い"
	case "が", "も":
		return n == 1 && after != "" && strings.Contains("らりるれろっ", after)
	case "や":
		return n == 1 && after != "" && strings.Contains("さしすせそ", after)
	}
	return false
}
