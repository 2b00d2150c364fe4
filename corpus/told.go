package corpus

import (
	"net/url"
	"strings"
)

// sayings is what is said about a text beside it: in the head of a page or of a
// mail, in the fields of a record.
type sayings struct {
	title, outlet, url, language string
	byline                       []string
	published                    Moment
}

// told takes over what is said beside a text. It goes before what was read out
// of the text, which is guessed, except for a title that stands above it.
func (d *Document) told(s sayings, ds []draft) {
	d.Title = first(d.Title, s.title)
	if s.outlet == "" && d.Outlet == "" {
		if u, err := url.Parse(s.url); err == nil && u.Host != "" {
			s.outlet = hostName(u.Hostname(), wordsOf(ds))
		}
	}
	d.Outlet = first(s.outlet, d.Outlet)
	d.Published = finer(s.published, d.Published)
	if len(s.byline) > 0 {
		d.Byline = s.byline
	}
	d.Language = first(languageTag(s.language), d.Language)
	if m := dayInURL.FindStringSubmatch(s.url); m != nil {
		d.Published = first(d.Published, makeDay(number(m[1]+m[4]), number(m[2]+m[5]), number(m[3]+m[6])))
	}
}

// finer returns the first of two moments, or the other if that is the same one,
// more precisely.
func finer(a, b Moment) Moment {
	if strings.HasPrefix(string(b), string(a)) {
		return b
	}
	return a
}

// names reads who wrote a text from a line that says nothing else.
func names(line string) []string {
	line = oneLine(line)
	if b, ok := parseByline("By " + saysBy.ReplaceAllString(line, "")); ok {
		return b.names
	}
	if line == "" || len(line) > 100 || strings.Contains(line, "://") {
		return nil
	}
	return []string{line}
}
