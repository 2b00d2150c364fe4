package view

import (
	"strings"

	"variorum/diff"
)

// Words returns what a change is about, whole, as it can be quoted elsewhere: the
// words of the side that has some, or those of both with an arrow between. Of what
// was moved it is the passage as one side has it, of what both tell the sentences
// of both. Paragraphs have a blank line between them, and where something stands
// between words that is not theirs there is an ellipsis.
func Words(c *diff.Comparison, ch Change, focus diff.Side) string {
	var places [2][]diff.Place
	for _, sh := range ch.Shared {
		for s, at := range sh.Places {
			if at.Sentence >= 0 {
				places[s] = []diff.Place{{Sentence: at.Sentence, End: len(c.Texts[s].Sentence(at.Sentence))}}
			}
		}
	}
	for _, i := range ch.Differences {
		for s, at := range c.Differences[i].Places {
			if at.Sentence >= 0 && !at.Empty() {
				places[s] = append(places[s], at)
			}
		}
	}
	a, b := joinPlaces(c, diff.A, places[diff.A]), joinPlaces(c, diff.B, places[diff.B])
	switch {
	case b == "" || ch.Kind == diff.Move && focus == diff.A:
		return a
	case a == "" || ch.Kind == diff.Move:
		return b
	case len(ch.Shared) > 0:
		return a + "\n\n" + b
	}
	return a + " → " + b
}

// joinPlaces returns the words at some places of a side.
func joinPlaces(c *diff.Comparison, s diff.Side, places []diff.Place) string {
	var out strings.Builder
	block, end := -1, 0
	for _, at := range places {
		sentence := &c.Texts[s].Sentences[at.Sentence]
		text := c.Texts[s].Blocks[sentence.Block].Text
		from, to := sentence.Span.Start+at.Start, sentence.Span.Start+at.End
		switch {
		case out.Len() == 0:
		case sentence.Block != block && from == 0:
			out.WriteString("\n\n")
		case sentence.Block == block && from >= end && strings.TrimSpace(text[end:from]) == "":
			out.WriteString(text[end:from])
		default:
			out.WriteString(" … ")
		}
		out.WriteString(text[from:to])
		block, end = sentence.Block, to
	}
	return strings.TrimSpace(out.String())
}
