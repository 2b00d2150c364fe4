package corpus

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"path/filepath"
	"strings"
)

// form is what the bytes of a file are, by their beginning.
type form uint8

const (
	aText form = iota
	aPage
	aMail
	aJSON
	aZip
	aTar
	aGzip
	aZstd
	aCompound // of the older programs of Office
	aPDF
	aRTF
)

// sniffed is how many bytes at the beginning of a file tell what it is. A tar
// says so at its 257th byte.
const sniffed = 4 << 10

// formOf tells what a file is by its first bytes, and by its name only where
// these leave it open.
func formOf(name string, head []byte) form {
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return aZip
	case bytes.HasPrefix(head, []byte("\x1f\x8b\x08")):
		return aGzip
	case bytes.HasPrefix(head, []byte("\x28\xb5\x2f\xfd")):
		return aZstd
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return aCompound
	case bytes.HasPrefix(head, []byte("%PDF-")):
		return aPDF
	case bytes.HasPrefix(head, []byte(`{\rtf`)):
		return aRTF
	case len(head) > 262 && string(head[257:262]) == "ustar":
		return aTar
	}
	ext := strings.ToLower(filepath.Ext(name))
	switch ext {
	case ".html", ".htm", ".xhtml", ".shtml":
		return aPage
	case ".eml", ".mht", ".mhtml":
		return aMail
	case ".json", ".jsonl", ".ndjson":
		return aJSON
	case ".md", ".markdown":
		return aText
	}
	s := strings.TrimLeft(strings.TrimPrefix(string(head), "\xef\xbb\xbf"), " \t\r\n")
	switch {
	case beginsPage(s):
		return aPage
	case beginsJSON(s):
		return aJSON
	case beginsMail(s):
		return aMail
	}
	return aText
}

// beginsPage reports whether a text begins as a page does, comments aside.
func beginsPage(s string) bool {
	for strings.HasPrefix(s, "<!--") || strings.HasPrefix(s, "<?xml") {
		_, rest, ok := strings.Cut(s, ">")
		if !ok {
			return false
		}
		s = strings.TrimLeft(rest, " \t\r\n")
	}
	low := strings.ToLower(s[:min(len(s), 40)])
	for _, tag := range [...]string{"<!doctype html", "<html", "<head", "<body"} {
		if rest, ok := strings.CutPrefix(low, tag); ok && (rest == "" || strings.ContainsAny(rest[:1], " \t\r\n>")) {
			return true
		}
	}
	return false
}

// beginsJSON reports whether a text begins with an object that has a field, or
// with a list of some, and is JSON as far as can be seen.
func beginsJSON(s string) bool {
	if rest, ok := strings.CutPrefix(s, "["); ok {
		s = strings.TrimLeft(rest, " \t\r\n")
	}
	rest, ok := strings.CutPrefix(s, "{")
	if !ok || !strings.HasPrefix(strings.TrimLeft(rest, " \t\r\n"), `"`) {
		return false
	}
	var value json.RawMessage
	err := json.NewDecoder(strings.NewReader(s)).Decode(&value)
	return err == nil || errors.Is(err, io.ErrUnexpectedEOF)
}

// beginsMail reports whether a text begins with the lines that programs put
// above a mail. What people copy out of one has them not.
func beginsMail(s string) bool {
	program := false
	lines := 0
	for l := range strings.Lines(s) {
		switch {
		case strings.TrimRight(l, "\r\n") == "":
			return program && lines > 2
		case l[0] == ' ' || l[0] == '\t':
			if lines == 0 {
				return false
			}
			continue
		}
		name, _, ok := strings.Cut(l, ":")
		if !ok || name == "" || strings.ContainsAny(name, " \t") {
			return false
		}
		switch lines++; strings.ToLower(name) {
		case "mime-version", "message-id", "received", "return-path", "dkim-signature":
			program = true
		}
	}
	return program && lines > 2
}
