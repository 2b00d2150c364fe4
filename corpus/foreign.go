package corpus

import (
	"errors"
	"io"
	"strings"
)

// What is known here, and not read.
var (
	errPDF      = errors.New("is a PDF, which is not read; pdftotext makes a text of it")
	errOldWord  = errors.New("is an old Word file; save it as .docx")
	errCompound = errors.New("is a file of an older office program, which is not read")
)

// compoundError says what a compound file is: what Word wrote before DOCX, or a paper
// with a password, which is kept in one. The names of what it holds are in UTF-16.
func compoundError(r io.Reader) error {
	data, err := readAll(r, 0)
	wide := func(s string) string { return strings.Join(strings.Split(s, ""), "\x00") }
	switch {
	case err != nil:
		return err
	case strings.Contains(data, wide("EncryptedPackage")):
		return errPassword
	case strings.Contains(data, wide("WordDocument")):
		return errOldWord
	}
	return errCompound
}
