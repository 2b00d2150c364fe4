package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"variorum/corpus"
	"variorum/diff"
)

// Markdown writes the differences as a table to be put into a note: what became
// of which words, and what it concerns. Parts of one change stand together.
func Markdown(w io.Writer, c *diff.Comparison, docs [2]*corpus.Document) error {
	out := bufio.NewWriter(w)
	for s, d := range docs {
		name := d.Title
		if name == "" {
			name = d.Path
		}
		facts := strings.Join(notEmpty(d.Outlet, strings.Replace(string(d.Published), "T", " ", 1), d.Path), ", ")
		fmt.Fprintf(out, "- **%s**: %s (%s)\n", strings.ToUpper(sides[s]), cellText(name), cellText(facts))
	}
	fmt.Fprintf(out, "\n%s\n", verdictOf(c))
	if len(c.Differences) == 0 {
		return out.Flush()
	}
	out.WriteString("\n| | A | B | what |\n|---:|---|---|---|\n")
	last, n := -1, 0
	for i := range c.Differences {
		d := &c.Differences[i]
		number := ""
		if d.Change != last {
			n++
			number = fmt.Sprint(n)
		}
		last = d.Change
		fmt.Fprintf(out, "| %s | %s | %s | %s |\n", number, cellText(c.Text(diff.A, d.Places[diff.A])), cellText(c.Text(diff.B, d.Places[diff.B])), about(d))
	}
	return out.Flush()
}

var markdownEscapes = strings.NewReplacer(`\`, `\\`, "|", `\|`, "*", `\*`, "_", `\_`, "`", "\\`", "<", "&lt;", "[", `\[`, "]", `\]`, "&", "&amp;")

// cellText makes a text fit for a cell of a table.
func cellText(s string) string { return markdownEscapes.Replace(plainly(s)) }
