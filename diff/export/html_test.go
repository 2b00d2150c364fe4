package export

import (
	"bytes"
	"context"
	"html"
	"regexp"
	"strings"
	"testing"

	"variorum/corpus"
	"variorum/diff"
)

func comparedTexts(t *testing.T, a, b string) (*diff.Comparison, [2]*corpus.Document) {
	t.Helper()
	var docs [2]*corpus.Document
	for s, source := range [2]string{a, b} {
		d, err := corpus.Parse("ab"[s:s+1]+".txt", []byte(source), corpus.Plain)
		if err != nil {
			t.Fatal(err)
		}
		docs[s] = d
	}
	c, err := diff.Compare(context.Background(), docs[0].Blocks, docs[1].Blocks, diff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c, docs
}

const (
	htmlA = "The boat left on Monday with 90 crates of tea & salt. <script>alert(1)</script> stood on the side of the boat, painted in red.\n\n" +
		"Nobody saw it come back to the quay that night.\n\nThe harbour master had counted every crate himself before the boat left.\n\nThe lamp on the mole burned until the morning came."
	htmlB = "The boat left on Tuesday with 120 crates of tea & salt. <script>alert(1)</script> stood on the side of the boat, painted in red.\n\n" +
		"The harbour master had counted every crate himself before the boat left.\n\nNobody saw it come back to the quay that night.\n\nThe \x1b[31mlamp\u202e on the mole burned until the morning came."
)

var (
	htmlRow  = regexp.MustCompile(`<tr><td dir="auto">(.*?)</td><td dir="auto">(.*?)</td></tr>`)
	htmlTag  = regexp.MustCompile(`<[^>]*>`)
	htmlGone = regexp.MustCompile(`<del[^>]*>(.*?)</del>`)
	htmlNew  = regexp.MustCompile(`<ins[^>]*>(.*?)</ins>`)
)

// TestHTML checks that the page holds every word of both texts in order, marks
// those that differ, and that nothing in the texts can act.
func TestHTML(t *testing.T) {
	c, docs := comparedTexts(t, htmlA, htmlB)
	var out bytes.Buffer
	if err := HTML(&out, c, docs); err != nil {
		t.Fatal(err)
	}
	page := out.String()
	if strings.Contains(page, "<script") || strings.ContainsAny(page, "\x1b\u202e") {
		t.Errorf("something of the texts can act:\n%s", page)
	}
	var texts [2][]string
	for _, m := range htmlRow.FindAllStringSubmatch(page, -1) {
		for s := range texts {
			texts[s] = append(texts[s], strings.Fields(html.UnescapeString(htmlTag.ReplaceAllString(m[s+1], " ")))...)
		}
	}
	for s, source := range [2]string{htmlA, htmlB} {
		squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if got, want := strings.Join(texts[s], ""), squeeze(plainly(source)); got != want {
			t.Errorf("side %d says\n%s\nwant\n%s", s, got, want)
		}
	}
	gone, come := htmlGone.FindAllStringSubmatch(page, -1), htmlNew.FindAllStringSubmatch(page, -1)
	if len(gone) < 2 || gone[0][1] != "Monday" || gone[1][1] != "90" || len(come) < 2 || come[0][1] != "Tuesday" || come[1][1] != "120" {
		t.Errorf("marked as gone %q, as new %q", gone, come)
	}
	if !strings.Contains(page, `class="move"`) || !strings.Contains(page, `title="substitution, date"`) {
		t.Error("the move or the date is not told")
	}
}

func TestMarkdown(t *testing.T) {
	c, docs := comparedTexts(t, "The *boat* | left on Monday with all its crates.", "The *boat* | left on Tuesday with all its crates.")
	var out bytes.Buffer
	if err := Markdown(&out, c, docs); err != nil {
		t.Fatal(err)
	}
	const want = `- **A**: a.txt (a.txt)
- **B**: b.txt (b.txt)

one text, edited; 1 change; 89% of A in B, 89% of B in A

| | A | B | what |
|---:|---|---|---|
| 1 | Monday | Tuesday | substitution, date |
`
	if got := out.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
