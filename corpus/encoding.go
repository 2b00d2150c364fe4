package corpus

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// Encoding is one that somebody says files are in. The zero value is that nobody
// says so.
type Encoding struct {
	name string
	in   encoding.Encoding
}

// ParseEncoding returns the encoding of a name: one of those that pages give
// theirs, such as "windows-1251", or, for what is too old for pages, of the
// register that mails use, such as "cp437".
func ParseEncoding(name string) (Encoding, error) {
	name = strings.TrimSpace(name)
	if in, err := htmlindex.Get(name); err == nil && in != encoding.Replacement {
		if known, err := htmlindex.Name(in); err == nil {
			return Encoding{known, in}, nil
		}
	}
	if in, err := ianaindex.IANA.Encoding(name); err == nil && in != nil {
		if known, err := ianaindex.IANA.Name(in); err == nil {
			return Encoding{strings.ToLower(known), in}, nil
		}
	}
	return Encoding{}, fmt.Errorf("%q is the name of no encoding; some are %s", name, strings.Join(EncodingNames(), ", "))
}

// EncodingNames returns the names of some encodings that files without a mark may
// be in.
func EncodingNames() []string {
	return []string{"utf-8", "windows-1250", "windows-1251", "windows-1252", "koi8-r", "macintosh", "cp437", "cp850", "shift_jis", "gb18030", "big5", "euc-kr"}
}

// String returns the name of the encoding, always the same one of several.
func (e Encoding) String() string { return e.name }

// said reports whether somebody said anything.
func (e Encoding) said() bool { return e.in != nil }

// decode decodes bytes that are said, by what they stand in, to have an encoding.
// A byte-order mark goes before the Encoding, and that before anything else.
func (e Encoding) decode(charset, data string) (string, error) {
	if !e.said() || marked(data) {
		return decodeAs(charset, data)
	}
	out := invalid(data)
	if e.in != unicode.UTF8 {
		var err error
		if out, err = e.in.NewDecoder().String(data); err != nil {
			return "", err
		}
	}
	if isBinary(out) {
		return "", errBinary
	}
	return out, nil
}

// reader decodes a stream whose encoding nothing in it says.
func (e Encoding) reader(r io.Reader) io.Reader {
	if !e.said() {
		return r
	}
	buffer := bufio.NewReader(r)
	if head, _ := buffer.Peek(4); marked(string(head)) {
		return buffer
	}
	return transform.NewReader(buffer, e.in.NewDecoder())
}

// marked reports whether data begins with a byte-order mark.
func marked(data string) bool {
	for _, mark := range [...]string{"\xef\xbb\xbf", "\xff\xfe", "\xfe\xff", "\x00\x00\xfe\xff"} {
		if strings.HasPrefix(data, mark) {
			return true
		}
	}
	return false
}
