package papers

import "strings"

// Compound says why a compound file is not read: Word wrote these before DOCX, and a
// paper with a password is kept in one. The names of what it holds are in UTF-16.
func Compound(data string) error {
	wide := func(s string) string { return strings.Join(strings.Split(s, ""), "\x00") }
	switch {
	case strings.Contains(data, wide("EncryptedPackage")):
		return errPassword
	case strings.Contains(data, wide("WordDocument")):
		return ErrOldWord
	}
	return ErrCompound
}
