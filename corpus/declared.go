package corpus

import (
	"io"
	"strings"
	"unicode/utf8"

	xhtml "golang.org/x/net/html"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
)

// decodeAs is decode for bytes that are said to have an encoding. What they
// are shown to be by a byte-order mark, or by being UTF-8, goes before what is
// said of them.
func decodeAs(charset, data string) (string, error) {
	source, err := decode(data)
	charset = strings.ToLower(strings.TrimSpace(charset))
	escapes := strings.HasPrefix(charset, "iso-2022-jp") // all of whose bytes are ASCII
	if err != nil || charset == "" || strings.HasPrefix(charset, "utf-16") || !escapes && utf8.ValidString(data) {
		return source, err
	}
	enc, err := htmlindex.Get(charset)
	if err != nil || enc == encoding.Replacement {
		return source, nil
	}
	if out, err := enc.NewDecoder().String(data); err == nil {
		return out, nil
	}
	return source, nil
}

// charsetReader decodes a header of a mail.
func charsetReader(charset string, r io.Reader) (io.Reader, error) {
	enc, err := htmlindex.Get(charset)
	if err != nil {
		return nil, err
	}
	return enc.NewDecoder().Reader(r), nil
}

var xmlEncoding = pattern(`^\s*<\?xml\s[^>]{0,200}?\bencoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']`)

// declared returns the encoding that the head of a page, or its XML declaration,
// names, "" where it names none.
func declared(data string) string {
	if m := xmlEncoding.FindStringSubmatch(data[:min(len(data), 1024)]); m != nil {
		return m[1]
	}
	z := xhtml.NewTokenizer(strings.NewReader(data[:min(len(data), 4096)]))
	for {
		switch z.Next() {
		case xhtml.ErrorToken:
			return ""
		case xhtml.StartTagToken, xhtml.SelfClosingTagToken:
			name, more := z.TagName()
			if string(name) != "meta" {
				continue
			}
			attr := attributes(z, more)
			if attr["charset"] != "" {
				return attr["charset"]
			}
			if _, charset, ok := strings.Cut(strings.ToLower(attr["content"]), "charset="); ok {
				return strings.Trim(charset, "\"' ;")
			}
		}
	}
}
