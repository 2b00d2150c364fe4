package view

import (
	"strings"

	"variorum/collation"
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
	case ch.Kind == diff.Move && focus == diff.A && a != "":
		return a
	case ch.Kind == diff.Move && b != "":
		return b
	case len(ch.Shared) > 0 && a != "" && b != "":
		return a + "\n\n" + b
	}
	return arrowed(a, b)
}

// arrowed returns what one text has and another has in its place, or what there
// is.
func arrowed(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " → " + b
}

// Words returns the lemma of a unit and one of its readings, whole, as they can
// be quoted elsewhere: where one of them has no words, those of the other. It
// goes by the rules of Words.
func (l *Leaf) Words(unit, reading int) string {
	u := &l.Apparatus.Units[unit]
	var lemma strings.Builder
	for at := u.From; at.Block <= u.To.Block && at.Block < len(l.blocks); at = (collation.Position{Block: at.Block + 1}) {
		end := len(l.blocks[at.Block].Text)
		if at.Block == u.To.Block {
			end = u.To.Offset
		}
		if lemma.Len() > 0 {
			lemma.WriteString("\n\n")
		}
		lemma.WriteString(l.blocks[at.Block].Text[at.Offset:end])
	}
	has := ""
	switch r := u.Readings[reading]; r.Kind {
	case collation.Substitution, collation.Addition, collation.Supplement:
		has = strings.TrimSpace(r.Text)
	}
	return arrowed(strings.TrimSpace(lemma.String()), has)
}

// Passage returns the words of a block.
func (l *Leaf) Passage(block int) string { return l.blocks[block].Text }

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
