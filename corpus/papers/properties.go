package papers

import "strings"

// properties reads what a file of a word processor says of itself in a part of its own:
// what it is called, who wrote it, in what language. creator is the element that says who.
func (b *bundle) properties(at, creator string, p *Paper) error {
	r := &propertyReader{}
	err := b.walk(at, r)
	p.Title, p.Authors, p.Language = officeTitle(r.first("dc:title")), authors(r.first(creator)), r.first("dc:language")
	return err
}

// authors reads who wrote a text, as far as a program was told.
func authors(line string) (out []string) {
	for name := range strings.SplitSeq(line, ";") {
		if name = oneLine(name); !nobody[strings.ToLower(name)] {
			out = append(out, name)
		}
	}
	return out
}

// nobody is what programs call who never told them a name.
var nobody = map[string]bool{
	"": true, "admin": true, "administrator": true, "author": true, "default": true, "microsoft": true, "microsoft office user": true,
	"owner": true, "pc": true, "python-docx": true, "unknown": true, "user": true, "windows user": true,
}

// maxTitle is how many bytes a title has at the most.
const maxTitle = 250

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

// How often a file says one thing, at the most, and in how many bytes.
const (
	maxSaid      = 50
	maxSaidBytes = 1000
)

// all returns what the elements of a name say that say anything, first what the first does.
func (r *propertyReader) all(name string) (out []string) {
	for _, s := range r.said[name] {
		if s = oneLine(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

func (r *propertyReader) first(name string) string {
	if all := r.all(name); len(all) > 0 {
		return all[0]
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

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
