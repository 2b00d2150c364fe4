package corpus

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"variorum/corpus/papers"
)

// In a folder there is much that is no text. What does not have the name of one is
// passed over, which is no problem, but said; a name without an ending says
// nothing, so that such a file is read if it turns out to be a text.

// Passed are the files in folders that were passed over, by the endings of their
// names, what there is most of first.
type Passed []Ending

// Ending is how some names end: ".jpg", or "" for those that have no ending.
type Ending struct {
	Name  string
	Files int
}

// Files returns how many files were passed over.
func (p Passed) Files() (n int) {
	for _, e := range p {
		n += e.Files
	}
	return n
}

// shownEndings is how many endings are told by name.
const shownEndings = 5

// String says it in a line, "" where nothing was passed over.
func (p Passed) String() string {
	if len(p) == 0 {
		return ""
	}
	var parts []string
	for _, e := range p[:min(len(p), shownEndings)] {
		if e.Name == "" {
			e.Name = "without an ending"
		}
		parts = append(parts, fmt.Sprintf("%d %s", e.Files, e.Name))
	}
	if len(p) > shownEndings {
		parts = append(parts, fmt.Sprintf("%d others", p[shownEndings:].Files()))
	}
	files := "files by their names"
	if p.Files() == 1 {
		files = "file by its name"
	}
	return fmt.Sprintf("passed over %d %s: %s; name one to read it", p.Files(), files, strings.Join(parts, ", "))
}

// isTextName reports whether a file in a folder is read, going by its name.
func isTextName(name string) bool {
	low := strings.ToLower(name)
	switch filepath.Ext(low) {
	case ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".eml", ".mht", ".mhtml",
		".json", ".jsonl", ".ndjson", ".zip", ".tar", ".tgz", ".tzst",
		".docx", ".docm", ".dotx", ".odt", ".ott", ".rtf", ".epub":
		return true
	case ".gz", ".zst":
		inner := uncompressedName(low)
		return isTextName(inner) && filepath.Ext(inner) != filepath.Ext(low)
	}
	return false
}

// ending returns how a name ends, in small letters.
func ending(name string) string {
	return strings.TrimSuffix(strings.ToLower(filepath.Ext(name)), ".")
}

// rulesName is the name of a file that is known, and no text.
const rulesName = "variorum.toml"

// pass notes a file that is passed over by its name.
func (l *loader) pass(key, name string) {
	if name == rulesName {
		return
	}
	l.passed[key] = ending(name)
}

// noText reports whether what is wrong at a path is only that the file is no text,
// where neither its name nor anybody has said that it is one.
func (e *entry) noText(path string, err error) bool {
	if !e.loose || err == nil || path != e.path {
		return false
	}
	noTexts := []error{errBinary, errNoWords, errNoText, errNoMember, errPDF, papers.ErrCompound, papers.ErrOldWord, papers.ErrOtherKind}
	return e.err != nil || slices.ContainsFunc(noTexts, func(no error) bool { return err.Error() == no.Error() })
}

// passedOver returns what was passed over: by its name, and so many files that have
// no ending.
func (l *loader) passedOver(loose int) Passed {
	n := map[string]int{}
	if loose > 0 {
		n[""] = loose
	}
	for key, ending := range l.passed {
		if _, named := l.seen[key]; !named {
			n[ending]++
		}
	}
	var out Passed
	for name, files := range n {
		out = append(out, Ending{name, files})
	}
	slices.SortFunc(out, func(a, b Ending) int { return cmp.Or(b.Files-a.Files, strings.Compare(a.Name, b.Name)) })
	return out
}
