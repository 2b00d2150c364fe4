package corpus

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	gfm "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	gm "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"variorum/text"
)

// markdownBlocks reads a source as CommonMark with tables. What is visible once it is
// set is kept: the words of links, of images and of code, raw HTML as it stands; each
// cell of a table is a block. Rules are no blocks, and front matter, which ends
// somewhere, is none.
func markdownBlocks(source string, end int) []draft {
	p := parser.NewParser(
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...),
		parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(), util.Prioritized(tables{extension.NewTableParagraphTransformer()}, 200))...))
	src := []byte(source)
	var out []draft
	// Blanked out, front matter is nothing to the parser, and offsets stay.
	for i := range src[:end] {
		if src[i] != '\n' {
			src[i] = ' '
		}
	}
	_ = ast.Walk(p.Parse(gm.NewReader(src)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering || n.Type() != ast.TypeBlock && n.Type() != ast.TypeDocument {
			return ast.WalkContinue, nil
		}
		if !isLeaf(n) {
			return ast.WalkContinue, nil
		}
		if d, ok := leafBlock(n, src); ok {
			d.Span.Start = max(d.Span.Start, end)
			if d.gap = max(0, strings.Count(source[end:d.Span.Start], "\n")-1); n.Kind() == gfm.KindTableCell {
				d.gap = 1 // as between all that stands by itself
			}
			end = d.Span.End
			out = append(out, d)
		}
		return ast.WalkSkipChildren, nil
	})
	return out
}

func isLeaf(n ast.Node) bool {
	switch n.Kind() {
	case ast.KindParagraph, ast.KindTextBlock, ast.KindHeading, ast.KindCodeBlock, ast.KindFencedCodeBlock, ast.KindHTMLBlock, gfm.KindTableCell:
		return true
	}
	return false
}

// tables makes tables of paragraphs as goldmark does. A row gets as many cells as the
// table has columns, however short it is, so that a wide head above many short rows
// would come to more than memory holds: no table that somebody wrote has less than two
// bytes for each cell.
type tables struct{ parser.ParagraphTransformer }

func (t tables) Transform(n *ast.Paragraph, r gm.Reader, pc parser.Context) {
	size, columns := 0, 0
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		size += s.Len()
		if line := s.Value(r.Source()); len(bytes.Trim(line, "-:| \t\r\n")) == 0 {
			columns = max(columns, bytes.Count(line, []byte("|")))
		}
	}
	if columns > 0 && columns*n.Lines().Len() <= size/2 {
		t.ParagraphTransformer.Transform(n, r, pc)
	}
}

// leafBlock makes a draft of a block that holds text. Its span takes in the
// whole of its lines, and so their marks.
func leafBlock(n ast.Node, src []byte) (draft, bool) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return draft{}, false
	}
	b := builder{src: src}
	style := ""
	d := draft{}
	switch n := n.(type) {
	case *ast.Heading:
		d.level, style = n.Level, "heading"
		b.inline(n)
	case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock:
		for i := range lines.Len() {
			s := lines.At(i)
			b.copy(s.Start, s.Stop)
		}
		if h, ok := n.(*ast.HTMLBlock); ok && h.HasClosure() {
			b.copy(h.ClosureLine.Start, h.ClosureLine.Stop)
		} else if !ok {
			style = "code"
		}
	default:
		b.inline(n)
	}
	d.Block, d.ends = b.block(), b.lineEnds()
	if d.Text == "" {
		return draft{}, false
	}
	if style != "" {
		d.mark(style)
	}
	for p := n.Parent(); p != nil; p = p.Parent() {
		switch p.Kind() {
		case ast.KindBlockquote:
			d.mark("quote")
		case ast.KindListItem:
			d.mark("list")
		}
	}
	if n.Kind() == gfm.KindTableCell {
		d.Span = text.Span{Start: lines.At(0).Start, End: lines.At(0).Stop}
		return d, true
	}
	d.Span = wholeLines(src, lines.At(0).Start, lines.At(lines.Len()-1).Stop)
	if len(d.Runs) > 0 {
		last := d.Runs[len(d.Runs)-1]
		d.Span.Start = min(d.Span.Start, d.Runs[0].Source)
		d.Span.End = max(d.Span.End, last.Source+last.Len)
	}
	return d, true
}

// mark sets the whole block apart.
func (d *draft) mark(style string) {
	d.Marks = append(d.Marks, text.Mark{Span: text.Span{End: len(d.Text)}, Style: style})
}

// wholeLines widens a range to the lines it stands in, the white space around
// them left out.
func wholeLines(src []byte, start, end int) text.Span {
	for end > start && isBlank(src[end-1]) {
		end--
	}
	for start > 0 && src[start-1] != '\n' && src[start-1] != '\r' {
		start--
	}
	for end < len(src) && src[end] != '\n' && src[end] != '\r' {
		end++
	}
	for end > start && isBlank(src[end-1]) {
		end--
	}
	for start < end && isBlank(src[start]) {
		start++
	}
	return text.Span{Start: start, End: end}
}

func isBlank(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

// markedBlocks reads a plain text in which somebody has left marks of
// Markdown: headings, rules, links, emphasis. Its paragraphs are those of a
// plain text, and nothing is a list, a quotation or code because of how it is
// indented or what it begins with.
func markedBlocks(source string, front int) []draft {
	p := parser.NewParser(
		parser.WithBlockParsers(util.Prioritized(parser.NewATXHeadingParser(), 1), util.Prioritized(parser.NewParagraphParser(), 2)),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...))
	plain := plainBlocks(source, front)
	out := plain[:0]
	for _, d := range plain {
		if isRule(d.Text) {
			continue
		}
		if strings.ContainsAny(d.Text, "#*_[<`\\&") && !tangled(d.Text) {
			src := []byte(d.Text)
			if n := p.Parse(gm.NewReader(src)).FirstChild(); n != nil && n.NextSibling() == nil {
				inner, ok := leafBlock(n, src)
				if !ok {
					continue
				}
				inner.Runs = compose(inner.Runs, d.Runs)
				inner.Span, inner.gap = d.Span, d.gap
				d = inner
			}
		}
		out = append(out, d)
	}
	return out
}

// compose maps runs into a text through the runs of that text.
func compose(inner, outer []text.Run) []text.Run {
	var out []text.Run
	for _, r := range inner {
		for _, o := range outer {
			from, to := max(r.Source, o.Text), min(r.Source+r.Len, o.Text+o.Len)
			if from < to {
				out = append(out, text.Run{Text: r.Text + from - r.Source, Source: o.Source + from - o.Text, Len: to - from})
			}
		}
	}
	return out
}

// maxMarks is how many characters with a meaning in Markdown a paragraph may
// hold, and maxNesting how many blocks in each other a line may open or stand
// in. Prose has few; the time to parse them grows with their square where they
// have been put there for that.
const (
	maxMarks   = 1000
	maxNesting = 100
)

// tangled reports whether a paragraph of a source, between two blank lines,
// holds more marks than that, or a line stands deeper.
func tangled(source string) bool {
	marks := 0
	for l := range strings.Lines(source) {
		n := nesting(l)
		if n > maxNesting {
			return true
		}
		blank := true
		for i := 0; i < len(l); i++ {
			switch l[i] {
			case ' ', '\t', '\r', '\n':
				continue
			case '*', '_', '[', ']', '<', '>', '`', '!':
				if marks++; marks > maxMarks {
					return true
				}
			}
			blank = false
		}
		if blank {
			marks = 0
		}
	}
	return false
}

// nesting returns how many blocks in each other a line can stand in, by its
// indentation, or by the marks of lists and quotations that it begins with.
func nesting(l string) int {
	marks, columns := 0, 0
	for i := 0; i < len(l); i++ {
		switch c := l[i]; {
		case c == ' ':
			columns++
		case c == '\t':
			columns += 4
		case c == '>':
			marks++
		case strings.IndexByte("-+*.)", c) >= 0:
			if i+1 < len(l) && isBlank(l[i+1]) {
				marks++
			}
		case c == '\n' || c == '\r':
			return 0 // nothing but marks: a rule
		case c < '0' || c > '9':
			return max(marks, columns/2)
		}
	}
	return 0
}

var markedUp = pattern(`^ {0,3}#{1,6} +\S|\[[^\[\]]+\]\([^()\s]*\)|(?:^|[\s(“"])\*\*[^\s*](?:[^*]*[^\s*])?\*\*(?:$|[^\w*])`)

// looksMarkedUp reports whether a text holds a mark that is hardly meant as
// itself: a heading, a link, or a stretch between double asterisks.
func looksMarkedUp(source string) bool {
	for l := range strings.Lines(source) {
		if (strings.Contains(l, "](") || strings.Contains(l, "**") || strings.Contains(l, "# ")) && markedUp.MatchString(strings.TrimRight(l, "\r\n")) {
			return true
		}
	}
	return false
}
