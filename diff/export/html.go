package export

import (
	"bufio"
	_ "embed"
	"fmt"
	"html"
	"io"
	"slices"
	"strings"

	"variorum/corpus"
	"variorum/diff"
	"variorum/text"
)

//go:embed page.css
var style string

// HTML writes a comparison as a page that needs nothing else and does nothing:
// a list of the changes that leads to them, and the two texts side by side, their
// changes marked as the reader marks them, each with what it is and what the other
// side says for a title. The page
// forbids itself to load or to run anything, and every text in it is escaped.
func HTML(w io.Writer, c *diff.Comparison, docs [2]*corpus.Document) error {
	p := page{Writer: bufio.NewWriterSize(w, 1<<16), c: c}
	p.inks()
	title := escaped(nameOf(docs[diff.A]))
	fmt.Fprintf(p, `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>%s</title>
<style>
%s</style>
</head>
<body>
<main>
<div class="row head">
`, title, style)
	for s, d := range docs {
		fmt.Fprintf(p, `<div class="side"><b class="label">%s</b> <strong dir="auto">%s</strong><br><small dir="auto">%s</small></div>`+"\n",
			strings.ToUpper(sides[s]), escaped(nameOf(d)), escaped(origin(d, c.Texts[s].Words)))
	}
	fmt.Fprintf(p, "</div>\n<p class=\"sum\">%s</p>\n", escaped(sumUp(c)))
	rows := face(c)
	p.list(rows)
	for i, r := range rows {
		fmt.Fprintf(p, `<div class="row" id="r%d">`, i+1)
		for s := range r {
			p.side(diff.Side(s), r[s])
		}
		p.WriteString("</div>\n")
	}
	p.WriteString(`</main>
<footer><del>only in A</del> <ins>only in B</ins> <mark>edited, in typography or the like</mark> <span class="moved">moved</span> <b class="shared">told by both</b> <i class="cut">✂</i> cut off</footer>
</body>
</html>
`)
	return p.Flush()
}

// list writes what was changed as a table, each place of which leads to its row.
func (p *page) list(rows []facing) {
	all := entries(p.c)
	for _, it := range told(p.c) {
		all = append(all, entry{1, []item{it}})
	}
	if len(all) == 0 {
		return
	}
	row := [2][]int{make([]int, len(p.c.Texts[diff.A].Sentences)), make([]int, len(p.c.Texts[diff.B].Sentences))}
	for i, r := range rows {
		for s := range r {
			for _, n := range r[s] {
				row[s][n] = i + 1
			}
		}
	}
	p.WriteString(`<nav class="changes"><table>` + "\n")
	for _, e := range all {
		for k, it := range e.items {
			times := ""
			if k == 0 && e.times > 1 {
				times = fmt.Sprintf("<b>%d×</b> ", e.times)
			}
			fmt.Fprintf(p, `<tr><td><a href="#r%d">%s</a></td><td>%s%s</td>`, row[it.side][it.place.Sentence], escaped(it.where), times, it.what)
			for s := range it.cells {
				fmt.Fprintf(p, `<td dir="auto">%s</td>`, it.inHTML(diff.Side(s)))
			}
			p.WriteString("</tr>\n")
		}
	}
	p.WriteString("</table></nav>\n")
}

// inHTML writes what one side has: its words marked between those around them.
func (it *item) inHTML(s diff.Side) string {
	c := it.cells[s]
	words := escaped(c.words)
	tag := [...]string{"del", "ins"}[s]
	if it.kind >= diff.Typography {
		tag = "mark"
	}
	switch {
	case c.cut:
		words = `<i class="cut">✂</i>`
	case c.words != "" && it.what != toldByBoth && it.kind != diff.Move:
		words = "<" + tag + ">" + words + "</" + tag + ">"
	}
	return escaped(c.before) + words + escaped(c.after)
}

// origin says where a text is from.
func origin(d *corpus.Document, words int) string {
	parts := []string{}
	for _, s := range []string{d.Outlet, strings.Join(d.Byline, ", "), string(d.Published), d.Path, d.Note} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(append(parts, plural(words, "word")), " · ")
}

// page is a page that is being written.
type page struct {
	*bufio.Writer
	c     *diff.Comparison
	marks [2]map[int][]ink // by sentence
	moved [2]map[int]bool
}

// ink is how a stretch of a sentence is marked.
type ink struct {
	start, end         int
	tag, class, saying string
}

// inks collects what is to be marked in each sentence.
func (p *page) inks() {
	for s := range p.marks {
		p.marks[s], p.moved[s] = map[int][]ink{}, map[int]bool{}
	}
	for i := range p.c.Pairs {
		pair := &p.c.Pairs[i]
		for s := range pair.Sentences {
			for _, n := range pair.Sentences[s] {
				p.moved[s][n] = p.moved[s][n] || pair.Moved
			}
		}
		for _, shared := range pair.Shared {
			for s, at := range shared.Places {
				p.add(diff.Side(s), at, ink{tag: "b", class: "shared"})
			}
		}
	}
	for i := range p.c.Differences {
		d := &p.c.Differences[i]
		if d.Kind == diff.Omission && p.c.Summary.Verdict >= diff.Related {
			continue // of two tellings what both have stands out, and the rest is quiet
		}
		for s, at := range d.Places {
			mark := ink{tag: [...]string{"del", "ins"}[s], saying: kindOf(d)}
			switch {
			case d.Kind >= diff.Typography:
				mark.tag = "mark"
			case d.Kind == diff.Move:
				mark.tag, mark.class = "span", "moved"
			}
			other := d.Places[1-s]
			if words := shorten(p.c.Text(diff.Side(1-s), other), quotedWords); words != "" && d.Kind != diff.Move {
				mark.saying += ": " + strings.ToUpper(sides[1-s]) + " has “" + words + "”"
			}
			if at.Empty() && d.Kind == diff.Truncation {
				mark.tag, mark.class = "i", "cut"
			}
			p.add(diff.Side(s), at, mark)
		}
	}
}

// add notes a mark. Of places where the other side's words would stand only
// those are shown where a sentence breaks off.
func (p *page) add(s diff.Side, at diff.Place, mark ink) {
	if at.Sentence < 0 || at.Empty() && mark.class != "cut" {
		return
	}
	mark.start, mark.end = at.Start, at.End
	p.marks[s][at.Sentence] = append(p.marks[s][at.Sentence], mark)
}

// side writes the sentences of one block in a row.
func (p *page) side(s diff.Side, sentences []int) {
	if len(sentences) == 0 {
		p.WriteString(`<div class="side none"></div>`)
		return
	}
	kind := p.c.Texts[s].Kind(sentences[0])
	tag := "p"
	switch kind {
	case text.Title:
		tag = "h1"
	case text.Heading:
		tag = "h2"
	}
	class := kind.String()
	if t := p.c.Texts[s]; t.Blocks[t.Sentences[sentences[0]].Block].Tight {
		class += " verse"
	}
	fmt.Fprintf(p, `<div class="side"><%s class="%s" dir="auto">`, tag, class)
	for i, n := range sentences {
		if i > 0 {
			p.WriteString(p.blank(s, sentences[i-1], n))
		}
		if p.moved[s][n] {
			p.WriteString(`<span class="moved" title="moved">`)
		}
		p.sentence(s, n)
		if p.moved[s][n] {
			p.WriteString(`</span>`)
		}
	}
	fmt.Fprintf(p, `</%s></div>`, tag)
}

// blank returns what stands between two sentences of a block.
func (p *page) blank(s diff.Side, before, after int) string {
	t := p.c.Texts[s]
	from, to := t.Sentences[before].Span.End, t.Sentences[after].Span.Start
	if t.Sentences[before].Block != t.Sentences[after].Block || from > to {
		return " "
	}
	return escaped(t.Blocks[t.Sentences[before].Block].Text[from:to])
}

// sentence writes a sentence. Where marks overlap, the first one goes on.
func (p *page) sentence(s diff.Side, n int) {
	str := p.c.Texts[s].Sentence(n)
	marks := p.marks[s][n]
	slices.SortStableFunc(marks, func(x, y ink) int {
		if x.start != y.start {
			return x.start - y.start
		}
		return x.end - y.end
	})
	at := 0
	for _, m := range marks {
		if m.class == "moved" || m.start < at || m.end <= at && m.class != "cut" {
			continue // the sentence is marked as a whole, or the place is taken
		}
		p.WriteString(escaped(str[at:m.start]))
		fmt.Fprintf(p, "<%s", m.tag)
		if m.class != "" {
			fmt.Fprintf(p, ` class="%s"`, m.class)
		}
		if m.saying != "" {
			fmt.Fprintf(p, ` title="%s"`, escaped(m.saying))
		}
		body := escaped(str[m.start:m.end])
		if m.class == "cut" {
			body = "✂"
		}
		fmt.Fprintf(p, ">%s</%s>", body, m.tag)
		at = m.end
	}
	p.WriteString(escaped(str[at:]))
}

// escaped makes a text part of a page that shows it as it is.
func escaped(s string) string { return html.EscapeString(harmless(s)) }
