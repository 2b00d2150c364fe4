package export

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

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
// each change with a few words around it; and of two tellings what both say.
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
	all := c.Changes()
	if c.Summary.Verdict >= diff.Related {
		told(out, c)
		all = slices.DeleteFunc(all, func(change []int) bool { return c.Differences[change[0]].Kind == diff.Omission })
	}
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

// told lists what two tellings have in common. That each has its own words for
// everything else is no change; what differs within a sentence of both is.
func told(out *bufio.Writer, c *diff.Comparison) {
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
	var out strings.Builder
	if n := len(before); n > aroundWords {
		out.WriteString("…")
	}
	out.WriteString(inCell(strings.Join(before[max(0, len(before)-aroundWords):], " ")))
	left := gap(strings.HasSuffix(sentence[:p.Start], " ") || strings.HasPrefix(sentence[p.Start:], " "), before)
	right := gap(strings.HasPrefix(sentence[p.End:], " ") || strings.HasSuffix(sentence[:p.End], " "), after)
	switch {
	case words != "":
		out.WriteString(left + strong(words, left == "" && len(before) > 0, right == "" && len(after) > 0) + right)
	case d.Kind == diff.Truncation:
		out.WriteString(left + "✂" + right)
	default:
		out.WriteString(cmp.Or(left, right))
	}
	out.WriteString(inCell(strings.Join(after[:min(len(after), aroundWords)], " ")))
	if len(after) > aroundWords {
		out.WriteString("…")
	}
	return out.String()
}

// gap is what stands between a difference and the words beside it.
func gap(blank bool, beside []string) string {
	if blank && len(beside) > 0 {
		return " "
	}
	return ""
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

// shorten leaves words out of the middle of a long text and says how many.
func shorten(s string) string {
	words := strings.Fields(s)
	half := quotedWords / 2
	if len(words) <= quotedWords+half { // a few words are sooner read than counted
		return s
	}
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
