package corpus

import (
	"encoding/json"
	"html"
	"strings"
)

// pageFacts is what a page says about itself beside its text.
type pageFacts struct {
	titles             []string // as search engines, other sites and the window show it
	site               string
	author             string
	lang, head, locale string  // its language, as its outermost element, its head, and other sites have it
	day                Moment  // of publication, in the head of the page
	ld                 sayings // in data for search engines
	stamps             []stamp
	inLD               bool
}

// stamp is a day or time in the markup of a page.
type stamp struct {
	at  int
	day Moment
}

// maxLD is how many bytes of data for search engines are looked at.
const maxLD = 1 << 20

// tag reads a tag.
func (f *pageFacts) tag(name string, attr map[string]string, at int) {
	switch name {
	case "script":
		f.inLD = strings.Contains(attr["type"], "ld+json")
	case "html", "body":
		f.lang = first(f.lang, first(attr["lang"], attr["xml:lang"]))
	case "time":
		if day := momentIn(strings.ToLower(attr["datetime"])); day != "" && len(f.stamps) < 100 {
			f.stamps = append(f.stamps, stamp{at, day})
		}
	case "meta":
		f.meta(attr)
	}
}

func (f *pageFacts) meta(attr map[string]string) {
	value := oneLine(attr["content"])
	if value == "" || len(value) > maxTitle {
		return
	}
	key := strings.ToLower(first(attr["property"], first(attr["name"], first(attr["itemprop"], attr["http-equiv"]))))
	switch key {
	case "og:title", "twitter:title", "dc.title":
		f.titles = append(f.titles, value)
	case "content-language", "language", "dc.language":
		f.head = first(f.head, languageTag(value))
	case "og:locale":
		f.locale = first(f.locale, languageTag(value))
	case "og:site_name":
		f.site = first(f.site, value)
	case "author", "article:author", "parsely-author", "dc.creator":
		if !strings.Contains(value, "://") {
			f.author = first(f.author, value)
		}
	case "article:published_time", "date", "pubdate", "publishdate", "publish-date", "publish_date", "parsely-pub-date",
		"datepublished", "dc.date", "dc.date.issued", "dcterms.created", "article.published", "sailthru.date":
		f.day = first(f.day, momentIn(strings.ToLower(value)))
	}
}

// read reads what stands in an element of the head.
func (f *pageFacts) read(element, content string) {
	switch {
	case element == "title" && len(content) < 4*maxTitle:
		f.titles = append(f.titles, oneLine(html.UnescapeString(content)))
	case element == "script" && f.inLD && len(content) <= maxLD && f.ld.title == "":
		f.ld = pageData([]byte(content))
	}
}

// pageData reads the data for search engines: of several things that it
// describes, the one with a headline.
func pageData(content []byte) sayings {
	var items []json.RawMessage
	if json.Unmarshal(content, &items) != nil {
		var graph struct {
			Items []json.RawMessage `json:"@graph"`
		}
		if err := json.Unmarshal(content, &graph); err != nil {
			return sayings{}
		}
		items = append(graph.Items, content)
	}
	for _, item := range items {
		if o := objectOf(item, Fields{}); o["headline"] != nil {
			return newFields(o, Fields{}).said()
		}
	}
	return sayings{}
}

// said returns what the page says of the text between two places in its
// source.
func (f *pageFacts) said(from, to int) sayings {
	s := f.ld
	for _, t := range f.titles {
		s.title = first(s.title, t)
	}
	s.outlet = first(f.site, s.outlet)
	if len(s.byline) == 0 && f.author != "" {
		s.byline = names(f.author)
	}
	s.language = first(first(languageTag(f.lang), languageTag(s.language)), first(f.head, f.locale))
	s.published = first(s.published, f.day)
	for _, t := range f.stamps {
		if t.at >= from && t.at < to {
			s.published = first(s.published, t.day)
		}
	}
	return s
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
