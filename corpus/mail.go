package corpus

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"regexp"
	"strings"
)

// How deep the parts of a mail may stand in each other, and how many there may
// be.
const (
	maxPartDepth = 8
	maxParts     = 1000
)

// letter is a mail, or a page with its pictures saved as one (MHTML).
type letter struct {
	encoding    Encoding // of what does not say its own
	plain, page string   // the first text of each kind
	parts       int
}

// readMail reads a mail: its subject, who sent it and when, and its text. Of a
// text that is there twice, plain and as a page, the plain one is taken unless
// it is a mere stub. What a browser saved has a page only, which is read as
// any page; the day on which it was saved says nothing about the text.
func readMail(data string, e Encoding) (r record, saved bool, err error) {
	m, err := mail.ReadMessage(strings.NewReader(data))
	if err != nil {
		return r, false, errors.New("is no mail that can be read")
	}
	l := letter{encoding: e}
	if err := l.read(textproto.MIMEHeader(m.Header), m.Body, 0); err != nil && l.plain == "" && l.page == "" {
		return r, false, err
	}
	words := mime.WordDecoder{CharsetReader: charsetReader}
	header := func(name string) string {
		s := m.Header.Get(name)
		if out, err := words.DecodeHeader(s); err == nil {
			s = out
		}
		return oneLine(strings.ToValidUTF8(s, "\ufffd"))
	}
	r.title = header("Subject")
	r.language, _, _ = strings.Cut(header("Content-Language"), ",")
	r.body, r.format, r.letter = l.plain, Plain, true
	if l.page != "" {
		page, _ := webBlocks(l.page)
		seen := 0
		for i := range page {
			seen += count(page[i].Text)
		}
		if count(l.plain)*2 < seen {
			r.body, r.format = l.page, HTML
		}
	}
	if strings.TrimSpace(r.body) == "" {
		return r, false, errors.New("a mail without a text")
	}
	if m.Header.Get("Snapshot-Content-Location") != "" || m.Header.Get("X-MAF-Information") != "" || l.plain == "" && strings.HasPrefix(m.Header.Get("Content-Type"), "multipart/related") {
		r.url = m.Header.Get("Snapshot-Content-Location")
		return r, true, nil
	}
	parser := mail.AddressParser{WordDecoder: &words}
	if from, err := parser.ParseList(m.Header.Get("From")); err == nil {
		for _, a := range from[:min(len(from), 20)] {
			if name := oneLine(strings.ToValidUTF8(first(a.Name, a.Address), "\ufffd")); name != "" {
				r.byline = append(r.byline, name)
			}
		}
	}
	if t, err := mail.ParseDate(m.Header.Get("Date")); err == nil && t.Year() > 0 && t.Year() < 10000 {
		r.published = Moment(t.Format("2006-01-02T15:04Z07:00"))
	}
	return r, false, nil
}

// read reads a part and the parts in it.
func (l *letter) read(h textproto.MIMEHeader, body io.Reader, depth int) error {
	if l.parts++; l.parts > maxParts || depth > maxPartDepth {
		return errors.New("a mail of too many parts")
	}
	kind, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil {
		kind, params = "text/plain", nil
	}
	if how, _, _ := mime.ParseMediaType(h.Get("Content-Disposition")); how == "attachment" {
		return nil
	}
	switch {
	case strings.HasPrefix(kind, "multipart/"):
		parts := multipart.NewReader(body, params["boundary"])
		for {
			p, err := parts.NextRawPart()
			if err == io.EOF {
				return nil
			}
			if err != nil {
				return errors.New("a mail that breaks off or is damaged")
			}
			if err := l.read(p.Header, p, depth+1); err != nil {
				return err
			}
		}
	case kind == "text/html" && l.page == "":
		l.page = l.partText(h, body, kind, params["charset"])
	case kind == "text/plain" && l.plain == "":
		l.plain = l.partText(h, body, kind, params["charset"])
		if params["format"] == "flowed" {
			l.plain = unflow(l.plain, params["delsp"] == "yes")
		}
	}
	return nil
}

// partText returns the text of a part. What cannot be decoded ends it.
func (l *letter) partText(h textproto.MIMEHeader, body io.Reader, kind, charset string) string {
	switch strings.ToLower(strings.TrimSpace(h.Get("Content-Transfer-Encoding"))) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	var out bytes.Buffer
	_, _ = io.Copy(&out, io.LimitReader(body, maxSize))
	if charset == "" && kind == "text/html" {
		charset = declared(out.String())
	}
	e := l.encoding
	if charset != "" {
		e = Encoding{} // parts of a mail are in several, and say in which
	}
	s, err := e.decode(charset, out.String())
	if err != nil {
		return ""
	}
	return s
}

var softBreak = regexp.MustCompile(`([^ \n]) \n`)

// unflow joins the lines that a mail program broke and says it did, by a blank
// at their ends (RFC 3676). The mark "-- " above a signature is none.
func unflow(s string, drop bool) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	between := "$1 "
	if drop {
		between = "$1"
	}
	var out strings.Builder
	for l := range strings.SplitAfterSeq(s, "\n") {
		if l != "-- \n" && !strings.HasPrefix(l, ">") {
			l = softBreak.ReplaceAllString(l, between)
		}
		out.WriteString(l)
	}
	return out.String()
}
