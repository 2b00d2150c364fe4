package corpus

import (
	"strings"
	"unicode"
)

// What the elements of a page are. All tables are of HTML's names, in lower
// case.
var (
	webAttributes = set("class id hidden style aria-hidden role rel itemprop datetime href type name property content charset lang xml:lang http-equiv")
	voidElements  = set("area base col embed img input link meta param source track wbr")
	blockElements = set(`address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
		figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol p pre search section
		summary table tbody td tfoot th thead tr ul`)
	// unseenElements hold nothing that is read: programs, what stands in for
	// them, controls, and the head.
	unseenElements = set(`applet audio button canvas datalist head iframe math noembed noframes noscript object script select
		style svg template textarea title video`)
	besideElements = set("nav form menu search dialog")
	inlineStyles   = map[string]string{
		"b": "strong", "strong": "strong", "i": "emphasis", "em": "emphasis", "cite": "emphasis", "dfn": "emphasis",
		"a": "link", "code": "code", "kbd": "code", "samp": "code", "tt": "code",
	}
	// endedBy says by which tags an element is ended without its own.
	endedBy = map[string]string{
		"li": " li ", "dt": " dt dd ", "dd": " dt dd ", "td": " td th tr tbody tfoot ", "th": " td th tr tbody tfoot ", "tr": " tr tbody tfoot ",
	}
)

// Words in the names that sites give to the parts of their pages.
var (
	besideWords = set(`ad ads advert advertisement advertising sponsored promo promotion paywall subscribe subscription newsletter
		share sharing social related recommended recommendations cookie cookies consent comments comment-form breadcrumb breadcrumbs
		sidebar pagination`)
	besideRoles  = set("navigation banner contentinfo search dialog alertdialog complementary menu toolbar")
	authorWords  = set("author byline authors")
	leadingWords = set("standfirst deck dek lede lead subtitle subhead subheadline subheading summary intro teaser excerpt kicker")
)

// partOf says what part of a page begins with a tag; outer is where it stands.
func partOf(name string, attr map[string]string, outer part) part {
	var p part
	_, hidden := attr["hidden"]
	switch {
	case unseenElements[name], hidden, hides(attr["style"]):
		return unseen
	case besideElements[name], besideRoles[attr["role"]]:
		p |= beside
	case (name == "footer" || name == "aside" || name == "header") && outer&article == 0:
		if name != "header" {
			p |= beside
		}
	}
	switch name {
	case "article":
		p |= article
	case "figcaption", "caption":
		p |= caption
	case "li", "dt", "dd":
		p |= listed
	case "blockquote":
		p |= quoted
	case "pre":
		p |= verbatim
	case "time":
		p |= when
	}
	if attr["rel"] == "author" || attr["itemprop"] == "author" {
		p |= author
	}
	// The names of the body and of what holds the story say what kind of page
	// it is.
	if name != "body" && name != "html" && name != "main" && name != "article" {
		p |= named(attr["class"]) | named(attr["id"])
	}
	return p
}

// named reads the names that a site gives to a part of its page.
func named(names string) (p part) {
	if len(names) > 300 {
		return 0
	}
	for _, w := range strings.FieldsFunc(strings.ToLower(names), func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch {
		case besideWords[w]:
			p |= beside
		case authorWords[w]:
			p |= author
		case leadingWords[w]:
			p |= lead
		}
	}
	return p
}

func hides(style string) bool {
	if style == "" {
		return false
	}
	s := strings.ToLower(strings.ReplaceAll(style, " ", ""))
	return strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden")
}
