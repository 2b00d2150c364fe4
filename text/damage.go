package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Repair undoes the commonest damage by a wrong encoding: UTF-8 that was read
// as Windows-1252 or Mac Roman and saved again, once or twice. It reports
// whether anything was mended. Only sequences that can hardly be anything else
// are touched; true quotation marks beside them stay.
func Repair(s string) (string, bool) {
	if !damaged(s) {
		return s, false
	}
	s, _ = repair(s)
	return s, true
}

// damaged reports whether repair would change s.
func damaged(s string) bool {
	capitals := 0 // before this one, in a row
	for i, r := range s {
		if r >= utf8.RuneSelf {
			if got, _ := reread(s[i:], capitals); got != 0 {
				return true
			}
		}
		capitals = inARow(capitals, r)
	}
	return false
}

// repair returns s mended, and for every byte offset of the result, its end
// included, the offset in s that it was made from.
func repair(s string) (string, []int) {
	out, at := s, []int(nil)
	for round := 0; round < 2 && damaged(out); round++ {
		next, from := repairOnce(out)
		if at != nil {
			for i, k := range from {
				from[i] = at[k]
			}
		}
		out, at = next, from
	}
	return out, at
}

func repairOnce(s string) (string, []int) {
	var b strings.Builder
	at := make([]int, 0, len(s)+1)
	capitals := 0
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r >= utf8.RuneSelf {
			if got, size := reread(s[i:], capitals); got != 0 {
				r, n = got, size
				capitals = -1 // what was mended is no part of a word in capitals
			}
		}
		was := b.Len()
		if r == utf8.RuneError && n == 1 {
			b.WriteByte(s[i])
		} else {
			b.WriteRune(r)
		}
		for k := was; k < b.Len(); k++ {
			at = append(at, i)
		}
		capitals = inARow(capitals, r)
		i += n
	}
	return b.String(), append(at, len(s))
}

// inARow counts the capitals that end with r.
func inARow(before int, r rune) int {
	if before >= 0 && unicode.IsUpper(r) {
		return before + 1
	}
	return 0
}

// reread reads the characters that s begins with as the bytes that a legacy
// encoding has for them, and these as UTF-8. It returns the one character that
// they make and how many bytes of s it took, or 0 where they make none that is
// likely to have been meant.
func reread(s string, capitals int) (rune, int) {
	if capitals > 1 {
		return 0, 0 // within a word in capitals, a capital letter is a letter
	}
	for _, table := range [...]*charmap.Charmap{charmap.Windows1252, charmap.Macintosh} {
		var buf [4]byte
		k, want := 0, 1
		for i, r := range s {
			c, ok := table.EncodeRune(r)
			if !ok && r >= 0x80 && r <= 0x9f {
				c, ok = byte(r), true // what Windows-1252 leaves undefined passes through
			}
			if !ok {
				break
			}
			if k == 0 {
				switch {
				case c >= 0xc2 && c <= 0xdf:
					want = 2
				case c >= 0xe0 && c <= 0xef:
					want = 3
				default:
					want = 0
				}
			} else if c < 0x80 || c > 0xbf {
				break
			}
			if want == 0 {
				break
			}
			buf[k] = c
			k++
			if k == want {
				got, n := utf8.DecodeRune(buf[:k])
				if n == k && meant(got) {
					return got, i + utf8.RuneLen(r)
				}
				break
			}
		}
	}
	return 0, 0
}

// meant reports whether a character is one that Western texts use beyond
// ASCII, or the first half of one damaged twice.
func meant(r rune) bool {
	return r >= 0xa0 && r <= 0x24f || r >= 0x1e00 && r <= 0x1eff || r >= 0x2010 && r <= 0x203a || r == '€' || r == '™' || r == 'ˆ' || r == 0x2009 || r == 0x202f
}
