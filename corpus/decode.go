package corpus

import (
	"encoding/binary"
	"errors"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode/utf32"
)

// errBinary is what Parse says of content that is no text.
var errBinary = errors.New("looks like a binary file")

// decode turns the bytes of a file into UTF-8. A byte-order mark is dropped
// and tells UTF-16 and UTF-32 from UTF-8. What is not UTF-8 was written in an
// older encoding, see legacy, unless it is but for a few bytes: of these every
// one becomes one U+FFFD, so that damage stays visible and its size can be seen.
func decode(data string) (string, error) {
	switch {
	case strings.HasPrefix(data, "\xef\xbb\xbf"):
		data = data[3:]
	case strings.HasPrefix(data, "\xff\xfe\x00\x00"), strings.HasPrefix(data, "\x00\x00\xfe\xff"):
		return utf32.UTF32(utf32.BigEndian, utf32.ExpectBOM).NewDecoder().String(data)
	case strings.HasPrefix(data, "\xff\xfe") && !strings.HasPrefix(data, "\xff\xfe\x00\x00"):
		return decode16(data[2:], binary.LittleEndian), nil
	case strings.HasPrefix(data, "\xfe\xff"):
		return decode16(data[2:], binary.BigEndian), nil
	}
	if order := wide(data); order != nil {
		return decode16(data, order), nil
	}
	if isNoText(data) {
		return "", errBinary
	}
	if utf8.ValidString(data) {
		if strings.Contains(data, "\x1b$") && strings.Contains(data, "\x1b(") {
			return japanese.ISO2022JP.NewDecoder().String(data)
		}
		return data, nil
	}
	if nearlyUTF8(data) {
		return invalid(data), nil
	}
	return legacy(data), nil
}

// nearlyUTF8 reports whether a text is UTF-8 but for a few bytes.
func nearlyUTF8(data string) bool {
	good, bad := 0, 0
	for _, r := range data[:min(len(data), charsetSample)] {
		switch {
		case r == utf8.RuneError:
			bad++
		case r >= utf8.RuneSelf:
			good++
		}
	}
	return bad <= good
}

// invalid is a text with one U+FFFD for every byte that is no UTF-8.
func invalid(data string) string {
	// strings.ToValidUTF8 makes one mark of several bytes in a row.
	var b strings.Builder
	b.Grow(len(data) + len(data)/8)
	for _, r := range data {
		b.WriteRune(r)
	}
	return b.String()
}

func decode16(data string, order binary.ByteOrder) string {
	units := make([]uint16, 0, len(data)/2+1)
	for ; len(data) >= 2; data = data[2:] {
		units = append(units, order.Uint16([]byte(data[:2])))
	}
	if len(data) > 0 {
		units = append(units, utf8.RuneError)
	}
	return string(utf16.Decode(units))
}

// wide returns the byte order of UTF-16 without a mark, nil for anything else:
// every other byte of nearly all of it is nought.
func wide(data string) binary.ByteOrder {
	head := data[:min(len(data), 8<<10)&^1]
	var zeros [2]int
	for i := range len(head) {
		if head[i] == 0 {
			zeros[i%2]++
		}
	}
	switch n := len(head) / 2; {
	case n < 8:
	case zeros[1] > n*3/4 && zeros[0] == 0:
		return binary.LittleEndian
	case zeros[0] > n*3/4 && zeros[1] == 0:
		return binary.BigEndian
	}
	return nil
}

// isNoText reports whether the beginning of a file is no text in any encoding.
func isNoText(head string) bool { return !marked(head) && wide(head) == nil && isBinary(head) }

// isBinary looks at the first 8 KiB: text has no NUL, and hardly any control
// characters. Bytes above ASCII say nothing, as old encodings are full of
// them.
func isBinary(data string) bool {
	head := data[:min(len(data), 8<<10)]
	controls := 0
	for _, c := range []byte(head) {
		switch {
		case c == 0:
			return true
		case c < ' ' && (c < '\t' || c > '\r') && c != 0x1b || c == 0x7f:
			controls++
		}
	}
	return controls*20 > len(head)
}
