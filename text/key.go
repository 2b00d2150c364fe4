package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Key folds a token to what it is compared by: tokens with equal keys are the
// same word. Folded away are damage by a wrong encoding, the shape of
// quotation marks, dashes and ellipses, full width, invisible characters,
// decomposition, and case.
func Key(tok string) string {
	for i := 0; i < len(tok); i++ {
		if c := tok[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' || c == '.' || c == '-' {
			return strings.ToLower(Typographic(tok))
		}
	}
	return tok
}

// Typographic folds a token as Key does, but keeps its case: spellings that
// are equal under it differ in typography or encoding only.
func Typographic(tok string) string {
	if damaged(tok) {
		tok, _ = repair(tok)
	}
	if isASCII(tok) {
		switch {
		case len(tok) > 1 && strings.Trim(tok, ". ") == "":
			return "..."
		case len(tok) > 1 && strings.Trim(tok, "-") == "":
			return "-"
		}
		return tok
	}
	if dots := strings.Map(dropSpace, tok); strings.Trim(dots, ".…") == "" {
		if dots == "." {
			return "."
		}
		return "..."
	}
	return strings.Map(shape, norm.NFC.String(tok))
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func dropSpace(r rune) rune {
	if unicode.IsSpace(r) {
		return -1
	}
	if r >= '！' && r <= '～' { // of full width
		return r - '！' + '!'
	}
	return r
}

// shape gives the plain form of a mark that is drawn in several ways, and
// drops what is not drawn at all.
func shape(r rune) rune {
	switch r {
	case '‘', '’', '‚', '‛', '′', 'ʼ', '`', '´', '‹', '›', '『', '』':
		return '\''
	case '“', '”', '„', '‟', '″', '«', '»', '「', '」':
		return '"'
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return '-'
	case 0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff:
		return -1
	}
	if r >= '！' && r <= '～' { // of full width
		return r - '！' + '!'
	}
	return r
}
