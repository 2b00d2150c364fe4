package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// A text of which all was read in a wrong encoding is often beyond Repair: its
// words cannot be told from each other any more where letters became white space
// or marks. But as a whole it gives itself away, for hardly any text can be written in
// the wrong encoding and is then valid UTF-8 by chance.

// leastMisread is in how many places a text must be damaged.
const leastMisread = 3

// Misread returns a text as it was before its UTF-8 was read as Windows-1252,
// Latin-1 or Mac Roman, once or twice, and the name of that encoding (Latin-1 goes
// by the name of the first). It does so only where the whole of the text admits
// of no other explanation; otherwise it returns the text itself and "". A sound text is
// read up to its first few characters beyond ASCII.
func Misread(s string) (was, as string) {
	out, name := s, ""
	for range 2 {
		next := ""
		for _, t := range [...]struct {
			name  string
			table *charmap.Charmap
		}{{"Windows-1252", charmap.Windows1252}, {"Mac Roman", charmap.Macintosh}} {
			if fixed, ok := unread(out, t.table); ok {
				out, next = fixed, t.name
				break
			}
		}
		if next == "" {
			break
		}
		name = next
	}
	if name == "" || !sensible(out) {
		return s, ""
	}
	return out, name
}

// unread returns the bytes that a table has for a text, if they are UTF-8.
func unread(s string, table *charmap.Charmap) (string, bool) {
	var b strings.Builder
	places, want := 0, 0
	for i, r := range s {
		c := byte(r)
		if r >= utf8.RuneSelf {
			var ok bool
			if c, ok = table.EncodeRune(r); !ok {
				if r < 0x80 || r > 0x9f {
					return "", false
				}
				c = byte(r) // undefined in Windows-1252, and all of Latin-1
			}
		}
		// Byte by byte, so that the first sound letter ends it.
		switch {
		case want > 0:
			if c&0xc0 != 0x80 {
				return "", false
			}
			want--
		case c >= 0xf0 && c < 0xf5:
			want = 3
		case c >= 0xe0 && c < 0xf0:
			want = 2
		case c >= 0xc2 && c < 0xe0:
			want = 1
		case c >= 0x80:
			return "", false
		}
		if c >= 0xc0 {
			if places++; places == 1 {
				b.Grow(len(s))
				b.WriteString(s[:i])
			}
		}
		if places > 0 {
			b.WriteByte(c)
		}
	}
	out := b.String()
	return out, want == 0 && places >= leastMisread && utf8.ValidString(out)
}

// sensible reports whether a text has no characters that none has, and hardly
// any words of letters of two alphabets.
func sensible(s string) bool {
	letters, mixed := 0, 0
	before := rune(0)
	for _, r := range s {
		switch {
		case r >= 0x80 && r < 0xa0, r == utf8.RuneError, unicode.Is(unicode.Co, r), r > unicode.MaxLatin1 && !unicode.IsGraphic(r) && !unicode.Is(unicode.Cf, r):
			return false
		case isForeign(r):
			letters++
			mixed += one(before < utf8.RuneSelf && unicode.IsLetter(before))
		case r < utf8.RuneSelf && unicode.IsLetter(r):
			mixed += one(isForeign(before))
		}
		before = r
	}
	return mixed*20 <= letters
}

// isForeign reports whether r is a letter, but no Latin one.
func isForeign(r rune) bool {
	return r >= 0x370 && unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r)
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
