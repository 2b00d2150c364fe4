package export

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"variorum/corpus"
	"variorum/diff"
)

// How much of a change a list quotes: words at the most, and words around it.
const (
	quotedWords = 40
	aroundWords = 4
)

// Markdown writes the changes between two documents as a list for a note: what
// the two are, how they are related, and a table of what became of the wording,
// each change with a few words around it; or, of two tellings, what both say.
// Texts are escaped, so that nothing in
// them is taken for Markdown or HTML.
func Markdown(w io.Writer, c *diff.Comparison, docs [2]*corpus.Document) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "# %s\n\n", inCell(nameOf(docs[diff.A])))
	fmt.Fprintf(out, "| | A | B |\n|---|---|---|\n")
	row := func(what string, value func(*corpus.Document) string) {
		a, b := value(docs[diff.A]), value(docs[diff.B])
		if a != "" || b != "" {
			fmt.Fprintf(out, "| %s | %s | %s |\n", what, inCell(a), inCell(b))
		}
	}
	row("title", func(d *corpus.Document) string { return d.Title })
	row("file", func(d *corpus.Document) string { return d.Path })
	row("outlet", func(d *corpus.Document) string { return d.Outlet })
	row("byline", func(d *corpus.Document) string { return strings.Join(d.Byline, ", ") })
	row("published", func(d *corpus.Document) string { return string(d.Published) })
	fmt.Fprintf(out, "| words | %d | %d |\n", c.Summary.Words[diff.A], c.Summary.Words[diff.B])
	row("note", func(d *corpus.Document) string { return d.Note })
	fmt.Fprintf(out, "\n%s\n", sumUp(c))
	if c.Summary.Verdict >= diff.Related {
		return told(out, c)
	}
	all := changes(c)
	if len(all) > 0 {
		fmt.Fprintf(out, "\n| # | what | A | B |\n|---:|---|---|---|\n")
	}
	for i, change := range all {
		for k, at := range change {
			d := &c.Differences[at]
			number := ""
			if k == 0 {
				number = strconv.Itoa(i + 1)
			}
			fmt.Fprintf(out, "| %s | %s | %s | %s |\n", number, kindOf(d), quoted(c, diff.A, d), quoted(c, diff.B, d))
		}
	}
	return out.Flush()
}

// told lists what two tellings have in common; that each has its own words for
// everything else is no change.
func told(out *bufio.Writer, c *diff.Comparison) error {
	first := true
	for i := range c.Pairs {
		p := &c.Pairs[i]
		if len(p.Sentences[diff.A]) == 0 || len(p.Sentences[diff.B]) == 0 {
			continue
		}
		if first {
			fmt.Fprintf(out, "\n| told by A | told by B |\n|---|---|\n")
			first = false
		}
		var cells [2]string
		for s := range cells {
			var parts []string
			for _, n := range p.Sentences[s] {
				parts = append(parts, c.Texts[s].Sentence(n))
			}
			cells[s] = inCell(strings.Join(parts, " "))
		}
		fmt.Fprintf(out, "| %s | %s |\n", cells[diff.A], cells[diff.B])
	}
	return out.Flush()
}

// quoted writes the words of one side of a difference, strong, between those
// around them; or, for a position, only these.
func quoted(c *diff.Comparison, s diff.Side, d *diff.Difference) string {
	p := d.Places[s]
	if p.Sentence < 0 {
		return ""
	}
	sentence := c.Texts[s].Sentence(p.Sentence)
	words := shorten(strings.TrimSpace(sentence[p.Start:p.End]))
	if d.Kind == diff.Omission || d.Kind == diff.Duplicate || d.Kind == diff.Move {
		return inCell(words) // whole sentences, and no position that says more
	}
	before, after := strings.Fields(sentence[:p.Start]), strings.Fields(sentence[p.End:])
	var out []string
	if n := len(before); n > 0 {
		out = append(out, inCell(strings.Join(before[max(0, n-aroundWords):], " ")))
		if n > aroundWords {
			out[0] = "…" + out[0]
		}
	}
	switch {
	case words != "":
		out = append(out, "**"+inCell(words)+"**")
	case d.Kind == diff.Truncation:
		out = append(out, "✂")
	}
	if n := len(after); n > 0 {
		end := ""
		if n > aroundWords {
			end = "…"
		}
		out = append(out, inCell(strings.Join(after[:min(n, aroundWords)], " "))+end)
	}
	return strings.Join(out, " ")
}

// shorten leaves words out of the middle of a long text and says how many.
func shorten(s string) string {
	words := strings.Fields(s)
	if len(words) <= quotedWords {
		return s
	}
	half := quotedWords / 2
	return strings.Join(words[:half], " ") + fmt.Sprintf(" … (%d words) … ", len(words)-2*half) + strings.Join(words[len(words)-half:], " ")
}

// inCell escapes a text for a cell of a table in Markdown.
func inCell(s string) string {
	var b strings.Builder
	for _, r := range harmless(s) {
		if strings.ContainsRune("\\`*_{}[]<>()#+!|~&$^=", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
