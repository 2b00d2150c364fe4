package diff

import "variorum/text"

// In Chinese and Japanese the tokens are characters, for which two texts are
// aligned most surely: a boundary between words that is guessed wrongly on one
// side costs nothing there. But a reader who is told that 谈 became 议 has to
// find for himself that 会谈 became 会议. So a difference grows to the nearest
// place on either side of it where both texts begin a word.

const maxGrowth = 8 // tokens to either side

// units marks the tokens that go on with the word of the token before.
func (c *collator) units() {
	if !c.texts[A].unspaced && !c.texts[B].unspaced {
		return
	}
	v := text.Learn(c.texts[A].Blocks, c.texts[B].Blocks)
	var toks []text.Token
	for _, t := range c.texts {
		for from := 0; from < len(t.tokens); {
			block := t.Sentences[t.tokens[from].sentence].Block
			toks = toks[:0]
			for _, tok := range t.tokens[from:] {
				if t.Sentences[tok.sentence].Block != block {
					break
				}
				toks = append(toks, text.Token{Start: int(tok.start), End: int(tok.end), Word: tok.word(), Glued: tok.is(isGlued)})
			}
			v.Inner(t.Blocks[block].Text, toks, func(i int) {
				if k := from + i; t.tokens[k].sentence == t.tokens[k-1].sentence {
					t.tokens[k].spelled |= uint32(isInner)
					t.Sentences[t.tokens[k].sentence].weight -= c.lex.class[t.keys[k]].weight()
				}
			})
			from += len(toks)
		}
	}
}

// widen takes apart the aligned tokens of words that are not aligned whole, and
// what then stands between two changes by chance.
func (c *collator) widen(m alignment, toks [2][]int32) {
	if !c.texts[A].unspaced || !c.texts[B].unspaced {
		return
	}
	for _, list := range toks {
		if int(list[len(list)-1]-list[0]) != len(list)-1 {
			return
		}
	}
	a0, a1 := toks[A][0], toks[A][len(toks[A])-1]+1
	b0, b1 := toks[B][0], toks[B][len(toks[B])-1]+1
	inner := func(s Side, i, end int32) bool { return i < end && c.texts[s].tokens[i].is(isInner) }
	broken := func(i, j int32) bool { return inner(A, i, a1) || inner(B, j, b1) }
	for _, h := range m.hunks(a0, a1, b0, b1) {
		up := int32(0)
		for up < maxGrowth && broken(h.a0-up, h.b0-up) && h.a0-up > a0 && m[A][h.a0-up-1] == h.b0-up-1 {
			up++
		}
		down := int32(0)
		for down < maxGrowth && broken(h.a1+down, h.b1+down) && h.a1+down < a1 && m[A][h.a1+down] == h.b1+down {
			down++
		}
		if up < maxGrowth {
			for ; up > 0; up-- {
				m.part(h.a0 - up)
			}
		}
		if down < maxGrowth {
			for ; down > 0; down-- {
				m.part(h.a1 + down - 1)
			}
		}
	}
	c.dropIslands(m, a0, a1, b0, b1)
}
