package export

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"variorum/corpus"
	"variorum/diff"
)

// Markdown writes the changes between two documents as a list for a note: what
// the two are, how they are related, and a table of what became of the wording,
// each change with where it was made and a few words around it, once however often it
// was made; and of two tellings what both say.
// Texts are escaped, so that nothing in them is taken for Markdown or HTML.
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
	if both := told(c); len(both) > 0 {
		fmt.Fprintf(out, "\n| where | told by A | told by B |\n|---|---|---|\n")
		for _, it := range both {
			fmt.Fprintf(out, "| %s | %s | %s |\n", inCell(it.where), inCell(it.cells[diff.A].words), inCell(it.cells[diff.B].words))
		}
	}
	all := entries(c)
	if len(all) > 0 {
		fmt.Fprintf(out, "\n| # | where | what | A | B |\n|---:|---|---|---|---|\n")
	}
	for i, e := range all {
		for k, it := range e.items {
			number := ""
			if k == 0 {
				number = strconv.Itoa(i + 1)
				if e.times > 1 {
					it.what = fmt.Sprintf("**%d×** %s", e.times, it.what)
				}
			}
			fmt.Fprintf(out, "| %s | %s | %s | %s | %s |\n", number, inCell(it.where), it.what, it.inMarkdown(diff.A), it.inMarkdown(diff.B))
		}
	}
	return out.Flush()
}

// inMarkdown writes what one side has: words within a sentence strong between those around
// them.
func (it *item) inMarkdown(s diff.Side) string {
	c := it.cells[s]
	words := inCell(c.words)
	switch {
	case c.cut:
		words = "✂"
	case c.words != "" && !whole(it.kind):
		words = strong(c.words, c.before != "" && !strings.HasSuffix(c.before, " "), c.after != "" && !strings.HasPrefix(c.after, " "))
	}
	return inCell(c.before) + words + inCell(c.after)
}

// strong marks words, which may touch others before and after them. Asterisks
// between punctuation and a letter are none of emphasis to CommonMark; a tag is.
func strong(words string, touchesBefore, touchesAfter bool) string {
	first, _ := utf8.DecodeRuneInString(words)
	last, _ := utf8.DecodeLastRuneInString(words)
	if touchesBefore && !letter(first) || touchesAfter && !letter(last) {
		return "<b>" + inCell(words) + "</b>"
	}
	return "**" + inCell(words) + "**"
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

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
