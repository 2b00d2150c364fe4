package diff

import "variorum/text"

// markup reports the words that one side's source marks up and the other's
// does not, where both have them; and so those that it has in damaged letters.
func (c *collator) markup() {
	for s := A; s <= B; s++ {
		for b := range c.texts[s].Blocks {
			for _, m := range c.texts[s].Blocks[b].Marks {
				c.marked(s, b, m)
			}
		}
	}
}

func (c *collator) marked(s Side, block int, m text.Mark) {
	first, last := c.tokensIn(s, block, m.Span)
	if first == last {
		return
	}
	o := s.Other()
	t := c.texts[s]
	// Sentence by sentence: the partners of the marked words, first to last.
	for first < last {
		sentence := t.tokens[first].sentence
		end := first
		for end < last && t.tokens[end].sentence == sentence {
			end++
		}
		lo, hi := int32(-1), int32(-1)
		for i := first; i < end; i++ {
			j := c.partner(s, i)
			if j < 0 {
				continue
			}
			if lo < 0 {
				lo = j
			}
			if c.texts[o].tokens[j].sentence == c.texts[o].tokens[lo].sentence && j >= lo {
				hi = j + 1
			}
		}
		if lo >= 0 && !c.isMarked(o, lo, m.Style) {
			var pl [2]Place
			pl[s] = t.place(int(sentence), first, end)
			pl[o] = c.texts[o].place(int(c.texts[o].tokens[lo].sentence), lo, hi)
			pair := c.pairOf[A][pl[A].Sentence]
			kind := Markup
			if m.Style == text.Damaged {
				kind = Encoding
			}
			c.add(kind, pair, c.newChange(), pl[A], pl[B])
		}
		first = end
	}
}

// tokensIn returns the tokens that lie in a range of a block's text.
func (c *collator) tokensIn(s Side, block int, span text.Span) (first, last int32) {
	t := c.texts[s]
	lo, hi := int32(0), int32(len(t.tokens))
	at := func(i int32) (int, int) {
		return t.Sentences[t.tokens[i].sentence].Block, int(t.tokens[i].start)
	}
	search := func(offset int) int32 {
		x, y := lo, hi
		for x < y {
			mid := (x + y) / 2
			if b, start := at(mid); b < block || b == block && start < offset {
				x = mid + 1
			} else {
				y = mid
			}
		}
		return x
	}
	return search(span.Start), search(span.End)
}

// partner returns the token that token i of side s is aligned with, or -1.
func (c *collator) partner(s Side, i int32) int32 {
	if j := c.inOrder[s][i]; j >= 0 || c.moved[s] == nil {
		return j
	}
	return c.moved[s][i]
}

// isMarked reports whether a token stands in a mark of the style.
func (c *collator) isMarked(s Side, i int32, style string) bool {
	t := c.texts[s]
	tok := t.tokens[i]
	for _, m := range t.Blocks[t.Sentences[tok.sentence].Block].Marks {
		if m.Style == style && m.Span.Start <= int(tok.start) && int(tok.end) <= m.Span.End {
			return true
		}
	}
	return false
}
