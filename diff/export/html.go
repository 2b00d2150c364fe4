package export

import (
	"bufio"
	"fmt"
	"html"
	"io"
	"slices"
	"strings"

	"variorum/corpus"
	"variorum/diff"
	"variorum/text"
)

// style is all of the page's look. The colours are those of the reader's themes;
// no difference is told by colour alone.
const style = `:root{color-scheme:light dark;--fg:#2a2c30;--bg:#fcfbf8;--quiet:#666b73;--del:#a34a00;--ins:#0a58b0;--move:#7338a8;--cut:#7d5a00;--same:#17683f;--rule:#dcd9d2}
@media(prefers-color-scheme:dark){:root{--fg:#d8d6d0;--bg:#15171c;--quiet:#8f959e;--del:#f2a65a;--ins:#6fb7ff;--move:#c9a9f5;--cut:#ffd166;--same:#8fd3b0;--rule:#2c3038}}
body{font:1.05rem/1.55 Georgia,"Iowan Old Style",serif;color:var(--fg);background:var(--bg);margin:2rem auto;max-width:78rem;padding:0 1.5rem}
header p,.aside,.quiet{color:var(--quiet)}
table{border-collapse:collapse;width:100%;table-layout:fixed}
th,td{vertical-align:top;text-align:left;padding:0 1.4rem 0 0;overflow-wrap:anywhere}
th{font-weight:600;border-bottom:1px solid var(--rule);padding-bottom:.6rem}
td{padding-top:.8rem}
.head{font-weight:700}
del{color:var(--del)}
ins{color:var(--ins);font-weight:600}
i.move{color:var(--move)}
u{text-decoration-style:dotted}
mark{color:var(--same);background:none;font-weight:600}
b.cut{color:var(--cut);font-style:italic}
`

// HTML writes a comparison as a page that stands alone: the two texts side by
// side, sentence by sentence, with what became of the words. Nothing in the texts
// can act in it.
func HTML(w io.Writer, c *diff.Comparison, docs [2]*corpus.Document) error {
	out := bufio.NewWriter(w)
	names := [2]string{}
	for s, d := range docs {
		if names[s] = d.Title; names[s] == "" {
			names[s] = d.Path
		}
		names[s] = escape(names[s])
	}
	fmt.Fprintf(out, "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>%s – %s</title>\n<style>\n%s</style>\n</head>\n<body>\n",
		names[0], names[1], style)
	fmt.Fprintf(out, "<header><p>%s</p></header>\n<table>\n<tr>", escape(verdictOf(c)))
	for s, d := range docs {
		facts := strings.Join(notEmpty(d.Outlet, strings.Replace(string(d.Published), "T", " ", 1), d.Path), " · ")
		fmt.Fprintf(out, "<th>%s: <bdi>%s</bdi><br><span class=\"quiet\"><bdi>%s</bdi></span></th>", strings.ToUpper(sides[s]), names[s], escape(facts))
	}
	out.WriteString("</tr>\n")
	p := page{out: out, c: c, cut: newStrander(c), last: [2]int{-1, -1}}
	for _, it := range inOrder(c) {
		p.add(it)
	}
	p.endRow()
	out.WriteString("</table>\n</body>\n</html>\n")
	return out.Flush()
}

// item is what stands in one place of the page: sentences of a pair.
type item struct {
	pair  *diff.Pair
	sides [2][]int
}

// inOrder lists the pairs as both texts are read: what has moved stands on either
// side where that side has it.
func inOrder(c *diff.Comparison) []item {
	var out, moved []item
	for i := range c.Pairs {
		p := &c.Pairs[i]
		if p.Moved {
			moved = append(moved, item{p, [2][]int{diff.B: p.Sentences[diff.B]}})
		}
	}
	slices.SortFunc(moved, func(x, y item) int { return x.sides[diff.B][0] - y.sides[diff.B][0] })
	for i := range c.Pairs {
		p := &c.Pairs[i]
		if p.Moved {
			out = append(out, item{p, [2][]int{diff.A: p.Sentences[diff.A]}})
			continue
		}
		for len(moved) > 0 && len(p.Sentences[diff.B]) > 0 && moved[0].sides[diff.B][0] < p.Sentences[diff.B][0] {
			out, moved = append(out, moved[0]), moved[1:]
		}
		out = append(out, item{p, p.Sentences})
	}
	return append(out, moved...)
}

// page is a page that is being written, a row of paragraphs at a time.
type page struct {
	out   *bufio.Writer
	c     *diff.Comparison
	cut   *strander
	cells [2]strings.Builder // of the row that is open
	last  [2]int             // block that was written last, by side
}

// add writes an item into the row that is open, or into a new one where either
// side begins a paragraph.
func (p *page) add(it item) {
	for s, list := range it.sides {
		if len(list) > 0 && p.c.Texts[s].Sentences[list[0]].Block != p.last[s] {
			p.endRow()
			break
		}
	}
	for s, list := range it.sides {
		for _, i := range list {
			p.cell(it.pair, diff.Side(s), i)
		}
	}
}

func (p *page) endRow() {
	if p.cells[diff.A].Len()+p.cells[diff.B].Len() == 0 {
		return
	}
	p.out.WriteString("<tr>")
	for s := range p.cells {
		fmt.Fprintf(p.out, "<td dir=\"auto\">%s</td>", p.cells[s].String())
		p.cells[s].Reset()
	}
	p.out.WriteString("</tr>\n")
}

// cell writes a sentence into the cell of its side.
func (p *page) cell(pair *diff.Pair, s diff.Side, i int) {
	t, out := p.c.Texts[s], &p.cells[s]
	if out.Len() > 0 {
		if t.Sentences[i].Block != p.last[s] {
			out.WriteString("<br><br>")
		} else {
			out.WriteByte(' ')
		}
	}
	p.last[s] = t.Sentences[i].Block
	class := ""
	switch k := t.Kind(i); {
	case k == text.Title || k == text.Heading || k == text.Kicker:
		class = "head"
	case k.Aside():
		class = "aside"
	case (pair.Relation == diff.OnlyA || pair.Relation == diff.OnlyB) && p.c.Summary.Verdict >= diff.Related:
		class = "quiet"
	}
	if class != "" {
		fmt.Fprintf(out, `<span class="%s">`, class)
	}
	if pair.Relation == diff.Paraphrase {
		p.told(pair, s, i)
	} else {
		p.sentence(s, i)
	}
	if class != "" {
		out.WriteString("</span>")
	}
}

func (p *page) sentence(s diff.Side, i int) {
	telling := p.c.Summary.Verdict >= diff.Related
	for _, st := range p.cut.strands(s, i) {
		if st.lost > 0 {
			fmt.Fprintf(&p.cells[s], `<b class="cut">✂ %d words lost</b> `, st.lost)
			continue
		}
		words := escape(st.text)
		if st.of == nil || telling && (st.of.Kind == diff.Omission || st.of.Kind == diff.Duplicate) {
			p.cells[s].WriteString(words)
			continue
		}
		open, end := "del", "del"
		switch {
		case st.of.Kind == diff.Move || st.of.Kind == diff.Reorder:
			open, end = `i class="move"`, "i"
		case st.of.Kind >= diff.Typography:
			open, end = "u", "u"
		case s == diff.B:
			open, end = "ins", "ins"
		}
		fmt.Fprintf(&p.cells[s], `<%s title="%s">%s</%s>`, open, about(st.of), words, end)
	}
}

// told writes a sentence of a retelling with what both tellings have.
func (p *page) told(pair *diff.Pair, s diff.Side, i int) {
	words := p.c.Texts[s].Sentence(i)
	at := 0
	for _, sh := range pair.Shared {
		if pl := sh.Places[s]; pl.Sentence == i && pl.Start >= at {
			p.cells[s].WriteString(escape(words[at:pl.Start]))
			fmt.Fprintf(&p.cells[s], "<mark>%s</mark>", escape(words[pl.Start:pl.End]))
			at = pl.End
		}
	}
	p.cells[s].WriteString(escape(words[at:]))
}

func escape(s string) string { return html.EscapeString(plainly(s)) }

func notEmpty(list ...string) []string {
	var out []string
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}
