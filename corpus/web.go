package corpus

import (
	"html"
	"strings"
	"unicode/utf8"

	xhtml "golang.org/x/net/html"

	"variorum/text"
)

// part says in what parts of a page a stretch of it stands.
type part uint16

const (
	unseen  part = 1 << iota // not shown: scripts, hidden elements
	beside                   // what belongs to the site: menus, forms, prompts
	article                  // within <article>
	caption                  // of a picture or a table
	author                   // who wrote it
	when                     // <time>
	lead                     // what a site calls standfirst, deck or the like
	listed
	quoted
	verbatim // <pre>
)

// webBlock is a block of a page on its way to its kind.
type webBlock struct {
	draft
	part // where all of it stands
}

// element is one that has been opened and not yet closed.
type element struct {
	name  string
	style string // of the mark that it makes
	from  int    // where its mark begins in the text of the block
	level int    // of the heading that it is or stands in
	part
}

// cutter cuts a page into blocks. It takes tags as they come, as a browser
// would lay them out if all were styled plainly, and keeps no tree: what it
// remembers is which elements are open. Work and memory grow with the page.
type cutter struct {
	builder
	open   []element
	count  map[string]int // open elements of each name
	blocks []webBlock
	span   text.Span // of what the block was read from so far
	all    part      // where all of the text of the block stands
	level  int
	breaks int // <br> since the last text
	facts  pageFacts
}

// webBlocks cuts a page into its blocks and reads what it says of itself.
// Text that is not shown is left out.
func webBlocks(source string) ([]webBlock, pageFacts) {
	c := &cutter{builder: builder{src: []byte(source)}, count: map[string]int{}}
	z := xhtml.NewTokenizer(strings.NewReader(source))
	for at := 0; ; {
		kind := z.Next()
		if kind == xhtml.ErrorToken {
			break
		}
		start := at
		at += len(z.Raw())
		switch kind {
		case xhtml.TextToken:
			c.facts.read(c.top().name, source[start:at])
			c.text(start, at)
		case xhtml.StartTagToken, xhtml.SelfClosingTagToken:
			name, more := z.TagName()
			c.start(string(name), attributes(z, more), start)
		case xhtml.EndTagToken:
			name, _ := z.TagName()
			c.end(string(name))
		}
	}
	c.flush()
	return c.blocks, c.facts
}

// attributes returns the attributes of a tag that matter here.
func attributes(z *xhtml.Tokenizer, more bool) map[string]string {
	var out map[string]string
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		if name := string(key); webAttributes[name] && len(value) < 4096 {
			if out == nil {
				out = map[string]string{}
			}
			out[name] = string(value)
		}
	}
	return out
}

// top returns the innermost open element.
func (c *cutter) top() element {
	if len(c.open) == 0 {
		return element{}
	}
	return c.open[len(c.open)-1]
}

func (c *cutter) start(name string, attr map[string]string, at int) {
	c.facts.tag(name, attr, at)
	switch {
	case name == "br":
		if c.breaks++; c.breaks > 1 {
			c.flush()
		}
		c.ends = append(c.ends, len(c.builder.text))
		c.softBlank()
		return
	case name == "hr":
		c.flush()
		return
	case voidElements[name]:
		return
	}
	if blockElements[name] {
		c.flush()
		c.closeImplied(name)
	}
	outer := c.top()
	e := element{name: name, style: inlineStyles[name], level: outer.level, part: outer.part | partOf(name, attr, outer.part)}
	if name == "a" && attr["href"] == "" {
		e.style = ""
	}
	if len(name) == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' {
		e.level = int(name[1] - '0')
	}
	if name == "q" {
		c.quote("“", e.part)
	}
	e.from = len(c.builder.text)
	c.open = append(c.open, e)
	c.count[name]++
}

// end closes an element and all that were opened in it and not closed.
func (c *cutter) end(name string) {
	if blockElements[name] {
		c.flush()
	}
	if c.count[name] == 0 {
		return
	}
	for n := len(c.open); n > 0; n-- {
		e := c.pop()
		if e.name == name {
			if name == "q" {
				c.quote("”", e.part)
			}
			return
		}
	}
}

// pop closes the innermost element.
func (c *cutter) pop() element {
	e := c.top()
	c.open = c.open[:len(c.open)-1]
	c.count[e.name]--
	c.markFrom(&e)
	return e
}

func (c *cutter) markFrom(e *element) {
	if e.style != "" && e.part&unseen == 0 {
		c.mark(e.from, e.style)
	}
}

// searched is how many open elements are looked through for one that a tag
// closes without saying so.
const searched = 64

// closeImplied closes what a tag ends by being there: a paragraph is ended by
// any block, an item by the next one.
func (c *cutter) closeImplied(name string) {
	for n := 0; n < min(searched, len(c.open)); n++ {
		e := c.open[len(c.open)-1-n]
		if e.name == "p" || endedBy[e.name] != "" && strings.Contains(endedBy[e.name], " "+name+" ") {
			for ; n >= 0; n-- {
				c.pop()
			}
			n = -1
			continue
		}
		if blockElements[e.name] {
			return
		}
	}
}

// text adds a stretch of the source, white space as a browser sets it and
// character references resolved.
func (c *cutter) text(start, end int) {
	e := c.top()
	if e.part&unseen != 0 {
		return
	}
	for at := start; at < end; {
		switch b := c.src[at]; {
		case isBlank(b):
			from := at
			for at < end && isBlank(c.src[at]) {
				at++
			}
			if e.part&verbatim != 0 && strings.Count(strings.ReplaceAll(string(c.src[from:at]), "\r\n", "\n"), "\n") > 1 {
				c.flush()
			} else if at == from+1 && b == ' ' && c.wants() {
				c.plain(from, at, e.part)
			} else {
				c.softBlank()
			}
		case b == '&':
			n, s := reference(c.src[at:end])
			if s == "" {
				c.plain(at, at+n, e.part)
			} else if strings.TrimLeft(s, " \t\r\n\f\v") == "" {
				c.softBlank()
			} else {
				c.note(at, at+n, e.part)
				c.builder.text = append(c.builder.text, s...)
				c.at = at + n
			}
			at += n
		default:
			from := at
			for at < end && c.src[at] != '&' && !isBlank(c.src[at]) {
				at++
			}
			c.plain(from, at, e.part)
		}
	}
}

// plain adds bytes as they stand in the source.
func (c *cutter) plain(start, end int, p part) {
	c.note(start, end, p)
	c.broken = false // a line break in a page is a blank, even within a word
	c.run(start, end)
}

// note keeps account of where text of the block was read from.
func (c *cutter) note(start, end int, p part) {
	if len(c.builder.text) == 0 {
		c.span.Start, c.all, c.level = start, p, c.top().level
	}
	c.span.End = end
	c.all &= p
	c.breaks = 0
}

// quote adds a mark that the source has as a tag.
func (c *cutter) quote(s string, p part) {
	if p&unseen == 0 && len(c.builder.text) > 0 {
		c.builder.text = append(c.builder.text, s...)
	}
}

// wants reports whether a blank would follow a word.
func (c *cutter) wants() bool {
	n := len(c.builder.text)
	return n > 0 && c.builder.text[n-1] != ' '
}

func (c *cutter) softBlank() {
	if c.wants() {
		c.builder.text = append(c.builder.text, ' ')
	}
}

// flush ends a block. Marks that go on are ended, and begin again in the next.
func (c *cutter) flush() {
	c.breaks = 0
	if len(c.builder.text) == 0 {
		return
	}
	for i := max(0, len(c.open)-searched); i < len(c.open); i++ {
		c.markFrom(&c.open[i])
		c.open[i].from = 0
	}
	b := webBlock{part: c.all}
	b.Block, b.ends = c.block(), c.lineEnds()
	b.Span, b.level = c.span, c.level
	if b.Text != "" {
		if b.level > 0 {
			b.mark("heading")
		}
		if b.part&listed != 0 {
			b.mark("list")
		}
		if b.part&quoted != 0 {
			b.mark("quote")
		}
		b.gap = 1
		c.blocks = append(c.blocks, b)
	}
	c.builder = builder{src: c.src}
}

// longestReference is how many bytes a character reference has at the most.
const longestReference = 40

// reference reads the character reference that s begins with: how long it is
// and what it stands for, "" where it stands for itself.
func reference(s []byte) (int, string) {
	n := 1
	for n < min(len(s), longestReference) && (s[n] == '#' || s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z' || s[n] >= '0' && s[n] <= '9') {
		n++
	}
	if n < len(s) && s[n] == ';' {
		n++
	}
	ref := string(s[:n])
	out := html.UnescapeString(ref)
	if out == ref || !utf8.ValidString(out) {
		return n, ""
	}
	if strings.ContainsAny(out, "\r\n") {
		out = " "
	}
	return n, out
}
