package diff

import (
	"context"
	"strings"
	"testing"

	"variorum/text"
)

// TestLabel checks what paragraphs are called: by the number at their head where it is
// one of a row, with those that it stands under, and by their order where they have none.
func TestLabel(t *testing.T) {
	var blocks []text.Block
	for s := range strings.Lines("Title.\n(1) Hellwig;\n(2) Norrland.\n1. Definitions\n1.1 In this deed:\n(a) first;\n(b) second:\n(i) deep;\n(ii) deeper.\n1.2 More.\n2. Supply\n12.5 per cent is no clause.\n") {
		blocks = append(blocks, text.Block{Kind: text.Paragraph, Text: strings.TrimSpace(s)})
	}
	c, err := Compare(context.Background(), blocks, blocks[:1], Options{})
	if err != nil {
		t.Fatal(err)
	}
	for b, want := range strings.Fields("¶1 (1) (2) 1 1.1 1.1(a) 1.1(b) 1.1(b)(i) 1.1(b)(ii) 1.2 2 ¶12") {
		if got := c.Texts[A].Label(b); got != want {
			t.Errorf("%q is called %s, want %s", blocks[b].Text, got, want)
		}
		if at, ok := Labelled(blocks, want); ok != !strings.HasPrefix(want, "¶") || ok && at != b {
			t.Errorf("%s is block %d, %v; want %d", want, at, ok, b)
		}
	}
	if got := c.Texts[B].Label(0); got != "¶1" {
		t.Errorf("the title alone is called %s", got)
	}
}
