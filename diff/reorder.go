package diff

import "variorum/text"

// reorders finds words that a pair has on both sides in another place: taken
// out here and put in there, they are one change of order, not two.
func (c *collator) reorders() {
	type spot struct {
		pair  int
		words string
	}
	taken := map[spot][]int{}
	for i := range c.differences {
		if d := &c.differences[i]; d.Kind == Deletion {
			at := spot{d.Pair, c.wording(A, d.Places[A])}
			taken[at] = append(taken[at], i)
		}
	}
	if len(taken) == 0 {
		return
	}
	gone := map[int]bool{}
	for i := range c.differences {
		d := &c.differences[i]
		if d.Kind != Insertion {
			continue
		}
		at := spot{d.Pair, c.wording(B, d.Places[B])}
		list := taken[at]
		if at.words == "" || len(list) == 0 {
			continue
		}
		from := &c.differences[list[0]]
		taken[at] = list[1:]
		from.Kind, from.Places[B] = Reorder, d.Places[B]
		from.Tags = c.tags(from)
		gone[i] = true
	}
	if len(gone) == 0 {
		return
	}
	out := c.differences[:0]
	for i, d := range c.differences {
		if !gone[i] {
			out = append(out, d)
		}
	}
	c.differences = out
}

// wording is the keys of a place's words, "" where none of them says anything.
func (c *collator) wording(s Side, p Place) string {
	sentence := c.texts[s].Sentence(p.Sentence)[p.Start:p.End]
	out, says := "", false
	for _, t := range text.Tokens(sentence) {
		if t.Word {
			key := text.Key(sentence[t.Start:t.End])
			out += key + " "
			says = says || !functionWords[key]
		}
	}
	if !says {
		return ""
	}
	return out
}
