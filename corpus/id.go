package corpus

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"strings"
	"unicode"
)

// documentID names a document by its file and its content: the name for
// people, a few digits of a hash so that two files are never confused. It
// depends on the path below the root of the corpus and on the bytes, and on
// nothing else: neither on where the root lies nor on its other files.
func documentID(rel, data string) string {
	h := sha256.New()
	h.Write([]byte(filepath.ToSlash(rel)))
	h.Write([]byte{0})
	var chunk [32 << 10]byte
	for len(data) > 0 {
		n := copy(chunk[:], data)
		h.Write(chunk[:n])
		data = data[n:]
	}
	return join(slug(baseName(rel), 24), digits(h.Sum(nil)))
}

// baseName is the name of a file without its folder and its ending.
func baseName(path string) string {
	name := filepath.Base(path)
	return strings.TrimSuffix(name, filepath.Ext(name))
}

// storyID names a story by the earliest of its versions: by another one only
// when an earlier one is found, whatever else is added, and however the texts
// among its versions weigh against each other.
func storyID(versions []Version) string {
	oldest := earliest(versions)
	h := sha256.Sum256([]byte(oldest.ID))
	return join(slug(storyTitle([]Version{oldest}), 32), digits(h[:]))
}

func digits(sum []byte) string { return hex.EncodeToString(sum[:4]) }

func join(name, digits string) string {
	if name == "" {
		return digits
	}
	return name + "-" + digits
}

// slug keeps the letters and digits of s, at most n characters, in whole words
// where that is possible.
func slug(s string, n int) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' })
	out := []rune{}
	for _, w := range words {
		add := []rune(w)
		if len(out) > 0 {
			if len(out)+1+len(add) > n {
				break
			}
			out = append(out, '-')
		}
		out = append(out, add[:min(len(add), n)]...)
	}
	return string(out)
}

// Find returns the version whose ID is id, or the only one whose ID begins
// with it.
func (c *Corpus) Find(id string) (*Document, error) {
	var found []*Document
	for _, s := range c.Stories {
		for _, v := range s.Versions {
			switch {
			case v.ID == id:
				return v.Document, nil
			case id != "" && strings.HasPrefix(v.ID, id):
				found = append(found, v.Document)
			}
		}
	}
	switch len(found) {
	case 0:
		return nil, fmt.Errorf("%s: no version with this id", id)
	case 1:
		return found[0], nil
	}
	return nil, fmt.Errorf("%s: %d versions have an id that begins so, such as %s, which is %s, and %s, which is %s",
		id, len(found), found[0].ID, found[0].Path, found[1].ID, found[1].Path)
}
