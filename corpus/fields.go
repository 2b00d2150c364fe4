package corpus

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Fields says in which fields of a record its text and its facts stand. A name
// may lead into a field, as in "article.body". An empty name means the usual
// ones.
type Fields struct{ Text, Title, Outlet, Byline, Published, Language, URL, ID string }

// ParseFields reads "text=body,title=head". The error says what is wrong.
func ParseFields(s string) (Fields, error) {
	var f Fields
	at := map[string]*string{"text": &f.Text, "title": &f.Title, "outlet": &f.Outlet, "byline": &f.Byline, "published": &f.Published, "language": &f.Language, "url": &f.URL, "id": &f.ID}
	for part := range strings.SplitSeq(s, ",") {
		what, name, ok := strings.Cut(strings.TrimSpace(part), "=")
		if !ok || name == "" {
			return f, fmt.Errorf("%q is not WHAT=FIELD, as in text=body", part)
		}
		if at[what] == nil {
			return f, fmt.Errorf("%q is none of text, title, outlet, byline, published, language, url, id", what)
		}
		*at[what] = name
	}
	return f, nil
}

// The usual names of fields, in lower case without what parts their words, the
// likeliest first.
var (
	textNames      = []string{"articlebody", "body", "bodytext", "fulltext", "maintext", "text", "contenttext", "contenthtml", "content", "html", "plaintext", "story", "article"}
	titleNames     = []string{"title", "headline", "head", "heading", "subject"}
	outletNames    = []string{"outlet", "publisher", "publication", "newspaper", "source", "sitename", "site", "website", "sourcename"}
	bylineNames    = []string{"byline", "authors", "author", "creator", "writer"}
	publishedNames = []string{"published", "datepublished", "publishedat", "publishdate", "publicationdate", "publishedtime", "pubdate", "date", "datetime", "created", "createdat", "timestamp"}
	languageNames  = []string{"language", "lang", "inlanguage", "languagecode", "locale"}
	urlNames       = []string{"url", "link", "canonicalurl", "permalink", "webpage"}
	idNames        = []string{"id", "guid", "uuid", "docid", "articleid"}
	// Fields that hold the record, and others around it.
	wrapperNames = []string{"article", "data", "story", "item", "document", "post", "source", "fields", "record", "result"}
)

// recordFields are those of a record and of the one in it that holds its text.
type recordFields struct {
	levels []object // the inner one first
	names  Fields
}

func newFields(record object, names Fields) recordFields {
	f := recordFields{[]object{record}, names}
	if names.Text != "" || f.text() != "" {
		return f
	}
	for _, key := range record.keys(wrapperNames) {
		if inner := objectOf(record[key], names); inner != nil {
			in := recordFields{[]object{inner, record}, names}
			if in.text() != "" {
				return in
			}
		}
	}
	return f
}

// parted are what parts the words of a name.
var parted = strings.NewReplacer("_", "", "-", "", " ", "", "@", "", ":", "")

func plainName(key string) string {
	if len(key) > 40 {
		return ""
	}
	return strings.ToLower(parted.Replace(key))
}

// find returns the first value that read makes something of.
func (f recordFields) find(name string, usual []string, read func(any) string) string {
	for _, level := range f.levels {
		if name != "" {
			if s := read(level.at(name)); s != "" {
				return s
			}
			continue
		}
		for _, key := range level.keys(usual) {
			if s := read(valueOf(level[key])); s != "" {
				return s
			}
		}
	}
	return ""
}

func (f recordFields) text() string { return f.find(f.names.Text, textNames, textOf) }

func (f recordFields) id() string {
	return f.find(f.names.ID, idNames, func(v any) string {
		if s := wordOf(v); len(s) <= 64 && !strings.ContainsAny(s, "/\\#") {
			return s
		}
		return ""
	})
}

func (f recordFields) said() sayings {
	s := sayings{
		title:  f.find(f.names.Title, titleNames, wordOf),
		outlet: f.find(f.names.Outlet, outletNames, wordOf),
		url:    f.find(f.names.URL, urlNames, wordOf),

		language: f.find(f.names.Language, languageNames, func(v any) string { return languageTag(wordOf(v)) }),
	}
	if strings.Contains(s.outlet, "://") {
		s.url, s.outlet = first(s.url, s.outlet), ""
	}
	s.published = Moment(f.find(f.names.Published, publishedNames, func(v any) string { return string(momentOf(v)) }))
	f.find(f.names.Byline, bylineNames, func(v any) string {
		s.byline = namesOf(v)
		return strings.Join(s.byline, "")
	})
	return s
}

// textOf reads a text: a string, paragraphs, or a field that holds them.
func textOf(v any) string { return textIn(v, 0) }

func textIn(v any, depth int) string {
	switch v := v.(type) {
	case string:
		if strings.TrimSpace(v) == "" {
			return ""
		}
		return v
	case []any:
		var parts []string
		for _, item := range v {
			if s := textIn(item, depth+1); s != "" && depth < 3 {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, "\n\n")
	case map[string]any:
		for key := range v {
			if slices.Contains(titleNames, plainName(key)) {
				return "" // a record of its own
			}
		}
		for _, key := range []string{"rendered", "text", "html", "value"} {
			if s, ok := v[key].(string); ok && strings.TrimSpace(s) != "" {
				return s
			}
		}
	}
	return ""
}

// wordOf reads something short: a string, a number, or what has a name.
func wordOf(v any) string {
	switch v := v.(type) {
	case string:
		if s := oneLine(v); len(s) <= 1000 {
			return s
		}
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case map[string]any:
		for _, key := range []string{"name", "title", "rendered", "text", "value", "$oid"} {
			if s, ok := v[key].(string); ok {
				return oneLine(s)
			}
		}
	}
	return ""
}

// namesOf reads who wrote a text.
func namesOf(v any) []string {
	list, ok := v.([]any)
	if !ok {
		return names(wordOf(v))
	}
	var out []string
	for _, item := range list[:min(len(list), 50)] {
		out = append(out, names(wordOf(item))...)
	}
	return out
}

// coarseMoment is a month or a year, which says so only where a time is expected.
var coarseMoment = pattern(`^\s*([12]\d{3}(?:-(?:0[1-9]|1[0-2]))?)\s*$`)

// momentOf reads a time: a text, or seconds or milliseconds since 1970.
func momentOf(v any) Moment {
	switch v := v.(type) {
	case string:
		if m := coarseMoment.FindStringSubmatch(v); m != nil {
			return Moment(m[1])
		}
		return momentIn(strings.ToLower(v[:min(len(v), 200)]))
	case float64:
		if v > 1e11 {
			v /= 1000
		}
		if v > 1e8 && v < 2e10 {
			return Moment(time.Unix(int64(v), 0).UTC().Format("2006-01-02T15:04Z"))
		}
	case map[string]any:
		if s, ok := v["$date"].(string); ok {
			return momentOf(s)
		}
	}
	return ""
}
