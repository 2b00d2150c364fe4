package corpus

import "strings"

// properties reads what a file of a word processor says of itself in a part of its own:
// what it is called, who wrote it, in what language.
func (p *bundle) properties(at string) (sayings, error) {
	r := &propertyReader{}
	err := p.walk(at, r)
	s := sayings{title: officeTitle(r.first("dc:title")), language: r.first("dc:language")}
	creator := "dc:creator"
	if at == "meta.xml" {
		creator = "meta:initial-creator" // in an open document the other is who saved it last
	}
	s.byline = authors(r.first(creator))
	return s, err
}

// authors reads who wrote a text, as far as a program was told.
func authors(line string) (out []string) {
	for name := range strings.SplitSeq(line, ";") {
		if name = oneLine(name); !nobody[strings.ToLower(name)] {
			out = append(out, names(name)...)
		}
	}
	return out
}

// nobody is what programs call who never told them a name.
var nobody = map[string]bool{
	"": true, "admin": true, "administrator": true, "author": true, "default": true, "microsoft": true, "microsoft office user": true,
	"owner": true, "pc": true, "python-docx": true, "unknown": true, "user": true, "windows user": true,
}

// officeTitle is a title that somebody gave to a text; programs give some of their own,
// such as the name that the file had first.
func officeTitle(s string) string {
	s = oneLine(s)
	low := strings.ToLower(s)
	switch {
	case len(s) > maxTitle, strings.HasPrefix(low, "microsoft word - "), low == "untitled", low == "word document", low == "no title":
		return ""
	}
	for _, ending := range [...]string{".doc", ".docx", ".dot", ".dotx", ".odt", ".rtf"} {
		if strings.HasSuffix(low, ending) {
			return ""
		}
	}
	for _, numbered := range [...]string{"document", "untitled "} {
		if n, ok := strings.CutPrefix(low, numbered); ok && strings.Trim(n, "0123456789") == "" {
			return ""
		}
	}
	return s
}

// propertyReader takes down what some elements say that hold nothing but words.
type propertyReader struct {
	said map[string][]string
	in   string
}

// maxSaid is how often one thing is said, at the most, and in how many bytes.
const (
	maxSaid      = 50
	maxSaidBytes = 1000
)

// first returns what the first of the elements of a name says that says anything.
func (r *propertyReader) first(name string) string {
	for _, s := range r.said[name] {
		if s = oneLine(s); s != "" {
			return s
		}
	}
	return ""
}

func (r *propertyReader) start(name string, _ attrs) bool {
	switch r.in = ""; name {
	case "dc:title", "dc:creator", "dc:language", "dc:date", "dc:publisher", "meta:initial-creator":
		if r.said == nil {
			r.said = map[string][]string{}
		}
		if len(r.said[name]) < maxSaid {
			r.in = name
			r.said[name] = append(r.said[name], "")
		}
	}
	return true
}

func (r *propertyReader) end(string) { r.in = "" }

func (r *propertyReader) words(s string) {
	if all := r.said[r.in]; r.in != "" && len(all[len(all)-1])+len(s) <= maxSaidBytes {
		all[len(all)-1] += s
	}
}
