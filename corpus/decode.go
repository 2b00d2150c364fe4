package corpus

import (
	"encoding/binary"
	"errors"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// errBinary is what Parse says of content that is no text.
var errBinary = errors.New("looks like a binary file")

// decode turns the bytes of a file into UTF-8. A byte-order mark is dropped
// and tells UTF-16 from UTF-8; every invalid byte becomes one U+FFFD, so that
// damage stays visible and its size can be seen.
func decode(data string) (string, error) {
	switch {
	case strings.HasPrefix(data, "\xef\xbb\xbf"):
		data = data[3:]
	case strings.HasPrefix(data, "\xff\xfe") && !strings.HasPrefix(data, "\xff\xfe\x00\x00"):
		return decode16(data[2:], binary.LittleEndian), nil
	case strings.HasPrefix(data, "\xfe\xff"):
		return decode16(data[2:], binary.BigEndian), nil
	}
	if isBinary(data) {
		return "", errBinary
	}
	if utf8.ValidString(data) {
		return data, nil
	}
	// strings.ToValidUTF8 makes one mark of several bytes in a row.
	var b strings.Builder
	b.Grow(len(data) + len(data)/8)
	for _, r := range data {
		b.WriteRune(r)
	}
	return b.String(), nil
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
