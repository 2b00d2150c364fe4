package corpus

import (
	"bytes"
	"html"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"variorum/text"
)

// builder puts together the visible text of a block, keeping account of where
// it was copied from.
type builder struct {
	src   []byte
	text  []byte
	runs  []text.Run
	marks []text.Mark
	ends  []int // of lines that the source ends, in the text
	at    int   // end of what was copied last
	// The text ends with a blank for a line break.
	broken bool
}

// block returns what was built, without white space around it.
func (b *builder) block() text.Block {
	s := string(b.text)
	lead := len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	s = strings.TrimSpace(s)
	out := text.Block{Text: s}
	for _, r := range b.runs {
		from, to := max(r.Text-lead, 0), min(r.Text+r.Len-lead, len(s))
		if from < to {
			out.Runs = append(out.Runs, text.Run{Text: from, Source: r.Source + from + lead - r.Text, Len: to - from})
		}
	}
	for _, m := range b.marks {
		m.Span.Start, m.Span.End = max(m.Span.Start-lead, 0), min(m.Span.End-lead, len(s))
		if m.Span.Start < m.Span.End {
			out.Marks = append(out.Marks, m)
		}
	}
	return out
}

// lineEnds returns where in the text of the block the source ends a line.
func (b *builder) lineEnds() []int {
	s := strings.TrimRightFunc(string(b.text), unicode.IsSpace)
	lead := len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	var out []int
	for _, at := range b.ends {
		if at > lead && at < len(s) {
			out = append(out, at-lead)
		}
	}
	return out
}

// copy appends a range of the source, a blank for each line break in it.
func (b *builder) copy(start, end int) {
	for start < end {
		n := bytes.IndexAny(b.src[start:end], "\r\n")
		if n < 0 {
			b.run(start, end)
			return
		}
		b.run(start, start+n)
		b.blank()
		for start += n; start < end && isBlank(b.src[start]); {
			start++
		}
	}
}

func (b *builder) run(start, end int) {
	if start >= end {
		return
	}
	b.at = end
	if b.broken && len(b.text) > 0 && withinWord(string(b.text[max(0, len(b.text)-6):len(b.text)-1]), string(b.src[start:end])) {
		b.text = b.text[:len(b.text)-1]
	}
	b.broken = false
	if k := len(b.runs) - 1; k >= 0 && b.runs[k].Text+b.runs[k].Len == len(b.text) && b.runs[k].Source+b.runs[k].Len == start {
		b.runs[k].Len += end - start
	} else {
		b.runs = append(b.runs, text.Run{Text: len(b.text), Source: start, Len: end - start})
	}
	b.text = append(b.text, b.src[start:end]...)
}

// blank stands for a line break.
func (b *builder) blank() {
	if n := len(b.text); n > 0 && b.text[n-1] != ' ' {
		b.text = append(b.text, ' ')
		b.broken = true
	}
}

// prose appends a range of the source with its escapes and character
// references resolved.
func (b *builder) prose(start, end int) {
	for at := start; at < end; {
		switch c := b.src[at]; {
		case c == '\\' && at+1 < end && util.IsPunct(b.src[at+1]):
			b.copy(start, at)
			start = at + 1
			at += 2
		case c == '&':
			n := bytes.IndexByte(b.src[at:min(end, at+40)], ';')
			if n > 0 {
				ref := string(b.src[at : at+n+1])
				if s := html.UnescapeString(ref); s != ref && !strings.HasSuffix(s, ";") && !strings.ContainsAny(s, "\r\n\x00") {
					b.copy(start, at)
					b.text = append(b.text, s...)
					start = at + n + 1
					at = start
					continue
				}
			}
			at++
		default:
			at++
		}
	}
	b.copy(start, end)
}

// inline appends what a node holds.
func (b *builder) inline(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		from := len(b.text)
		switch n := n.(type) {
		case *ast.Text:
			if n.IsRaw() {
				b.copy(n.Segment.Start, n.Segment.Stop)
			} else {
				b.prose(n.Segment.Start, n.Segment.Stop)
			}
			if n.HardLineBreak() {
				b.ends = append(b.ends, len(b.text))
			}
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.blank()
			}
		case *ast.AutoLink:
			label := n.Label(b.src)
			if i := bytes.Index(b.src[b.at:], label); i >= 0 {
				b.run(b.at+i, b.at+i+len(label))
			}
			b.mark(from, "link")
		case *ast.RawHTML:
			for i := range n.Segments.Len() {
				s := n.Segments.At(i)
				b.copy(s.Start, s.Stop)
			}
		default:
			b.inline(n)
			b.mark(from, styleOf(n))
		}
	}
}

func (b *builder) mark(from int, style string) {
	if style != "" && from < len(b.text) {
		b.marks = append(b.marks, text.Mark{Span: text.Span{Start: from, End: len(b.text)}, Style: style})
	}
}

func styleOf(n ast.Node) string {
	switch n := n.(type) {
	case *ast.Emphasis:
		if n.Level == 2 {
			return "strong"
		}
		return "emphasis"
	case *ast.Link, *ast.Image:
		return "link"
	case *ast.CodeSpan:
		return "code"
	}
	return ""
}
