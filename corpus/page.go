package corpus

import (
	"bytes"
	"strings"
	"unicode"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"variorum/text"
)

// What a page may have at the most for its article to be looked for, which
// takes the longer the deeper its text stands in elements: up to three seconds
// for a page that was made to be slow, a few milliseconds for others. Larger
// pages are read whole.
const (
	maxPage     = 8 << 20 // bytes
	maxElements = 30_000
	maxShown    = 2 << 20  // bytes of text
	maxStanding = 32 << 20 // bytes of text, each as often as elements are around it
)

// The notes of documents that are not the article of a page.
const (
	noteNoArticle = "the whole page: no article was found on it"
	noteTooLarge  = "the whole page: it is too large to look for its article"
)

// pageBlocks reads a page: its article, or all that can be seen on it where
// none is found, which the note then says.
func pageBlocks(source string) (blocks []draft, s sayings, note string) {
	page, facts := webBlocks(source)
	a, err := findArticle(source)
	if err == nil {
		a.choose(page)
	}
	if err != nil || !a.plausible(page) {
		note = noteNoArticle
		if err == errLargePage {
			note = noteTooLarge
		}
		return wholePage(page), facts.said(0, 0), note
	}
	from, to := a.head(page, facts.titles), a.last+1
	end := len(source)
	if to < len(page) {
		end = page[to].Span.Start
	}
	s = facts.said(page[from].Span.Start, end)
	s.title = first(s.title, a.title)
	s.outlet = first(s.outlet, a.site)
	if len(s.byline) == 0 {
		s.byline = names(a.byline)
	}
	return a.drafts(page[from:to], from), s, ""
}

// foundArticle is the article of a page as readability sees it, and where its blocks
// stand among those of the page.
type foundArticle struct {
	title, site, byline string
	keys                map[string]int  // how often it has each block
	ends                map[string]bool // how long ones begin and end
	chosen              map[int]bool
	first, last         int // where it begins and ends
	headline            int // block of the title, or -1
}

// findArticle asks readability for the article of a page. It is made for pages
// of good will: that it may fail, or even panic, on others costs the search
// and nothing else.
func findArticle(source string) (a *foundArticle, err error) {
	if len(source) > maxPage {
		return nil, errLargePage
	}
	defer func() {
		if recover() != nil {
			a, err = nil, errNoArticle
		}
	}()
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return nil, errNoArticle
	}
	var w weight
	if w.add(root, 0); w.elements > maxElements || w.shown > maxShown || w.standing > maxStanding {
		return nil, errLargePage
	}
	p := readability.NewParser()
	p.DisableJSONLD = true // which the page's facts hold, more precisely
	got, err := p.ParseAndMutate(root, nil)
	if err != nil || got.Node == nil {
		return nil, errNoArticle
	}
	var out bytes.Buffer
	if err := html.Render(&out, got.Node); err != nil {
		return nil, errNoArticle
	}
	a = &foundArticle{title: oneLine(got.Title()), site: got.SiteName(), byline: got.Byline(), keys: map[string]int{}, ends: map[string]bool{}, chosen: map[int]bool{}, headline: -1}
	blocks, _ := webBlocks(out.String())
	for i := range blocks {
		k := blockKey(blocks[i].Text)
		a.keys[k]++
		if len(k) >= longKey {
			a.ends[k[:endKey]] = true
			a.ends[k[len(k)-endKey:]] = true
		}
	}
	return a, nil
}

// weight is how much there is to a page.
type weight struct{ elements, shown, standing int }

// add adds a node and those in it. The parser sees to it that they do not
// stand too deep.
func (w *weight) add(n *html.Node, depth int) {
	switch {
	case n.Type == html.ElementNode && (n.Data == "script" || n.Data == "style"):
		return
	case n.Type == html.ElementNode:
		w.elements++
	case n.Type == html.TextNode:
		w.shown += len(n.Data)
		w.standing += len(n.Data) * depth
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.add(c, depth+1)
	}
}

// Keys of blocks this long stand for a paragraph even where a part of it is
// missing, as a button in its midst: its beginning or its end tells it.
const (
	longKey = 80
	endKey  = 48
)

// blockKey is a text without anything that its markup may change.
func blockKey(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// choose finds the blocks of the article among those of the page, which say
// where they stand in the source as readability's do not. Those that the page
// has as often as the article tell where that begins and ends; of the others,
// such as "Share", only those in between count.
func (a *foundArticle) choose(page []webBlock) {
	times := map[string]int{}
	keys := make([]string, len(page))
	for i := range page {
		keys[i] = blockKey(page[i].Text)
		times[keys[i]]++
	}
	a.first, a.last = len(page), -1
	for i, k := range keys {
		if a.keys[k] == 0 && !(len(k) >= longKey && (a.ends[k[:endKey]] || a.ends[k[len(k)-endKey:]])) {
			continue
		}
		a.chosen[i] = true
		if k != "" && (times[k] == 1 || times[k] == a.keys[k]) {
			a.first, a.last = min(a.first, i), i
		}
	}
	for i := a.first; i <= a.last; i++ {
		if page[i].part&(caption|beside) == caption {
			a.chosen[i] = true
		}
	}
}

// plausible reports whether what was found can be the article: it has a
// paragraph, and a good part of the page's.
func (a *foundArticle) plausible(page []webBlock) bool {
	kept, all := 0, 0
	for i := range page {
		b := &page[i]
		n := count(b.Text)
		if n < 12 || !endsSentence(b.Text) {
			continue
		}
		if b.part&beside == 0 {
			all += n
		}
		if a.chosen[i] && i >= a.first && i <= a.last {
			kept += n
		}
	}
	return kept > 0 && kept*4 >= all
}

// head returns the first block of the article's head, its title. Readability
// leaves it out, and with it what stands between it and the text.
func (a *foundArticle) head(page []webBlock, titles []string) int {
	best := 0
	for i := min(a.last, a.first+3); i >= 0 && i >= a.first-30; i-- {
		b := &page[i]
		if b.level == 0 || b.level > 2 || b.part&beside != 0 || i > a.first && b.level > 1 {
			continue
		}
		score := 3 - b.level
		k := blockKey(b.Text)
		for _, t := range append(titles, a.title) {
			if t := blockKey(t); len(k) > 8 && (strings.Contains(t, k) || len(t) > 8 && strings.Contains(k, t)) {
				score += 4
				break
			}
		}
		if score > best {
			best, a.headline = score, i
		}
	}
	if a.headline < 0 {
		return a.first
	}
	return min(a.headline, a.first)
}

// drafts makes drafts of what belongs to the article. at is where the blocks
// stand among those of the page.
func (a *foundArticle) drafts(blocks []webBlock, at int) []draft {
	// A site may call all of its story something that others call an extra.
	apart := 0
	for i := range blocks {
		if a.chosen[at+i] {
			apart += sign(blocks[i].part&beside != 0) * count(blocks[i].Text)
		}
	}
	var out []draft
	for i := range blocks {
		b := &blocks[i]
		switch {
		case at+i == a.headline:
			b.become(text.Title)
		case a.chosen[at+i] && at+i >= a.first:
			b.settle(apart < 0)
		case at+i < a.first && b.part&beside == 0 && b.heads():
			b.settle(true)
			if b.isPosted() {
				b.become(text.Dateline)
			}
		default:
			continue
		}
		out = append(out, b.draft)
	}
	return out
}

func sign(b bool) int {
	if b {
		return 1
	}
	return -1
}

// heads reports whether a block between the title and the text belongs to
// them.
func (b *webBlock) heads() bool {
	return b.part&(author|when|lead|caption) != 0 || isStamp(b.Text) || saysBy.MatchString(b.Text) || b.isPosted()
}

// isPosted reports whether a line says when, and perhaps who, as in "Posted on
// October 9, 2031 by Ada Lund".
func (b *webBlock) isPosted() bool {
	return !b.done && count(b.Text) <= 15 && !saysBy.MatchString(b.Text) && !endsSentence(b.Text) && momentIn(b.Text) != ""
}

// settle settles the kind of a block as far as its place in the page tells it.
func (b *webBlock) settle(asideToo bool) {
	n := count(b.Text)
	switch {
	case b.part&caption != 0:
		b.become(text.Caption)
	case b.part&beside != 0 && asideToo:
		b.become(text.Furniture)
	case n <= 20 && b.part&author != 0 && b.level == 0 && !endsSentence(b.Text):
		b.become(text.Byline)
	case n <= 12 && b.part&when != 0:
		b.become(text.Dateline)
	}
}

// wholePage makes drafts of all that can be seen.
func wholePage(page []webBlock) []draft {
	out := make([]draft, len(page))
	for i := range page {
		page[i].settle(true)
		out[i] = page[i].draft
	}
	return out
}
