package papers

import (
	"regexp"
	"strings"

	xhtml "golang.org/x/net/html"
)

// chapterElements are what the elements of a chapter become; other blocks are parted
// from what is beside them, and of the rest only the words are kept. The names that a
// publisher gives to parts of a book say nothing, and none is kept.
var chapterElements = map[string]string{
	"p": "p", "h1": "h1", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h5", "h6": "h6", "li": "li", "dt": "li", "dd": "li",
	"em": "em", "i": "em", "cite": "em", "dfn": "em", "strong": "strong", "b": "strong", "code": "code", "kbd": "code", "samp": "code", "tt": "code",
	"blockquote": "blockquote", "pre": "pre", "figcaption": "figcaption", "caption": "caption", "q": "q",
}

var (
	otherBlocks = set(`address article aside body center details dialog dir div dl fieldset figure footer form header hgroup
		html legend main menu nav ol search section summary table tbody td tfoot th thead tr ul`)
	emptyElements = set("area base col embed img input link meta param source track wbr") // which nothing ends
	// unread are elements that hold nothing of the text: programs, what stands in for them,
	// controls, the head, a table of contents, what is read above a word.
	unread = set(`applet audio button canvas datalist head iframe math nav noembed noframes noscript object rp rt script select
		style svg template textarea title video`)
)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

// lonely are elements that hold something else than markup, where they are there but
// for their attributes, as XML may have them. HTML would take for theirs what follows.
var lonely = regexp.MustCompile(`(?i)<(?:script|style|title|textarea|iframe|noscript|noembed|noframes|xmp|plaintext)(?:\s[^<>]*)?/>`)

// writeChapter writes a chapter of a book as simple HTML.
func writeChapter(to *strings.Builder, source string) {
	z := xhtml.NewTokenizer(strings.NewReader(lonely.ReplaceAllString(source, "")))
	z.AllowCDATA(true)
	passing, deep := "", 0 // an element that is passed over, and how many of its name are open
	for {
		kind := z.Next()
		switch kind {
		case xhtml.ErrorToken:
			to.WriteByte('\n')
			return
		case xhtml.TextToken:
			if passing == "" {
				_, _ = escapeHTML.WriteString(to, string(z.Text()))
			}
		case xhtml.StartTagToken, xhtml.SelfClosingTagToken:
			tag, more := z.TagName()
			name := string(tag)
			passed := passedOver(name, z, more)
			switch empty := kind == xhtml.SelfClosingTagToken || emptyElements[name]; {
			case passing == name && !empty:
				deep++
			case passing != "" || passed && empty:
			case passed:
				passing, deep = name, 1
			case name == "br" || name == "hr":
				to.WriteString("<" + name + ">")
			case !empty:
				writeTag(to, "<", name)
			case isBlock(name):
				to.WriteString("<div></div>")
			}
		case xhtml.EndTagToken:
			tag, _ := z.TagName()
			name := string(tag)
			switch {
			case passing == "":
				writeTag(to, "</", name)
			case passing == name:
				if deep--; deep == 0 {
					passing = ""
				}
			}
		}
	}
}

func writeTag(to *strings.Builder, begin, name string) {
	out := chapterElements[name]
	if out == "" && otherBlocks[name] {
		out = "div"
	}
	if out != "" {
		to.WriteString(begin + out + ">")
	}
}

// isBlock reports whether an element parts what is before it from what is after it.
func isBlock(name string) bool {
	switch chapterElements[name] {
	case "":
		return otherBlocks[name]
	case "em", "strong", "code", "q":
		return false
	}
	return true
}

// passedOver reports whether an element of a chapter is none of its text: unread, not
// shown, or the number of a note or of a page.
func passedOver(name string, z *xhtml.Tokenizer, more bool) bool {
	passed := unread[name]
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "hidden":
			passed = true
		case "style":
			style := strings.ToLower(strings.ReplaceAll(string(value), " ", ""))
			passed = passed || strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
		case "epub:type", "role":
			for kind := range strings.FieldsSeq(string(value)) {
				switch strings.TrimPrefix(kind, "doc-") {
				case "noteref", "pagebreak", "backlink", "toc", "landmarks", "page-list":
					passed = true
				}
			}
		}
	}
	return passed
}
