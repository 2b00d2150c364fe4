package diff

import (
	"iter"

	"variorum/text"
)

// Op is what a stretch of the token script does.
type Op uint8

// The operations.
const (
	Equal  Op = iota // tokens that both texts have here, folded alike
	Delete           // tokens of A only
	Insert           // tokens of B only
)

// Script yields the token script: operations and how many tokens each is
// about, in order. The tokens of Equal and Delete make A, those of Equal and
// Insert make B. What has moved is deleted here and inserted there.
func (c *Comparison) Script() iter.Seq2[Op, int] {
	return func(yield func(Op, int) bool) {
		x, y, equal := 0, 0, 0
		for i := 0; i <= len(c.match); i++ {
			j := len(c.Texts[B].tokens)
			if i < len(c.match) {
				if c.match[i] < 0 {
					continue
				}
				j = int(c.match[i])
			}
			if i > x || j > y {
				if equal > 0 && !yield(Equal, equal) || i > x && !yield(Delete, i-x) || j > y && !yield(Insert, j-y) {
					return
				}
				equal = 0
			}
			x, y, equal = i+1, j+1, equal+1
		}
		if equal > 1 { // the end counts as one
			yield(Equal, equal-1)
		}
	}
}

// alignment says which tokens of two texts belong together: for each token of
// one side its partner on the other, or -1. Partners rise on both sides.
type alignment [2][]int32

func newAlignment(match []int32, nb int) alignment {
	back := alone(nb)
	for i, j := range match {
		if j >= 0 {
			back[j] = int32(i)
		}
	}
	return alignment{match, back}
}

// alone gives n tokens no partner.
func alone(n int) []int32 {
	out := make([]int32, n)
	for i := range out {
		out[i] = -1
	}
	return out
}

// part takes the partners i of A and j of B apart.
func (m alignment) part(i int32) {
	if j := m[A][i]; j >= 0 {
		m[A][i], m[B][j] = -1, -1
	}
}

// hunk is a stretch without partners between two that have them.
type hunk struct{ a0, a1, b0, b1 int32 }

// hunks lists the stretches of tokens a0 to a1 against b0 to b1 that have no
// partner within the other range, in order.
func (m alignment) hunks(a0, a1, b0, b1 int32) []hunk {
	var out []hunk
	x, y := a0, b0
	for i := a0; i < a1; i++ {
		j := m[A][i]
		if j < b0 || j >= b1 {
			continue
		}
		if i > x || j > y {
			out = append(out, hunk{x, i, y, j})
		}
		x, y = i+1, j+1
	}
	if a1 > x || b1 > y {
		out = append(out, hunk{x, a1, y, b1})
	}
	return out
}

// A token script that is as short as can be is not yet one that reads well. It
// puts an added sentence where its first word happens to repeat, and it keeps
// every stray "the" that old and new words share by chance. The two passes
// below mend that. They look at words, not at characters, and are linear.

// slide moves every run of tokens that only one side has, where the tokens
// beside it allow several places, to the one that reads best: at the start of
// a block, else of a sentence, else behind a mark, else as far down as it goes.
func slide(texts [2]*Text, m alignment) {
	for s := A; s <= B; s++ {
		own, other := m[s], m[s.Other()]
		for p := 0; p < len(own); p++ {
			if own[p] >= 0 {
				continue
			}
			q := p + 1
			for q < len(own) && own[q] < 0 {
				q++
			}
			p = slideRun(texts[s], own, other, p, q)
		}
	}
}

const maxSlide = 400 // tokens in either direction

// slideRun puts the run p to q of one side in its best place and returns its
// end there.
func slideRun(t *Text, own, other []int32, p, q int) int {
	if p > 0 && q < len(own) && own[p-1]+1 != own[q] {
		return q // the other side has words of its own here
	}
	key := func(i int) int32 { return t.keys[i] }
	up := 0
	for up < maxSlide && p-up > 0 && own[p-up-1] >= 0 && key(p-up-1) == key(q-up-1) &&
		(up == 0 || own[p-up-1]+1 == own[p-up]) {
		up++
	}
	down := 0
	for down < maxSlide && q+down < len(own) && own[q+down] >= 0 && key(p+down) == key(q+down) &&
		(down == 0 || own[q+down] == own[q+down-1]+1) {
		down++
	}
	if up == 0 && down == 0 {
		return q
	}
	best, at := -1, 0
	for d := -up; d <= down; d++ {
		if score := boundary(t, p+d) + boundary(t, q+d); score >= best {
			best, at = score, d
		}
	}
	for ; at < 0; at++ {
		p, q = p-1, q-1
		own[q], own[p] = own[p], -1
		other[own[q]] = int32(q)
	}
	for ; at > 0; at-- {
		own[p], own[q] = own[q], -1
		other[own[p]] = int32(p)
		p, q = p+1, q+1
	}
	for q < len(own) && own[q] < 0 {
		q++
	}
	return q
}

// boundary says how good a place for the edge of a change lies before token i.
func boundary(t *Text, i int) int {
	if i == 0 || i == len(t.tokens) {
		return 4
	}
	before, after := t.tokens[i-1], t.tokens[i]
	switch {
	case before.sentence == after.sentence:
		if after.is(isInner) {
			return -1
		}
		if !before.word() && after.word() && !after.is(isGlued) {
			return 1
		}
		return 0
	case t.Sentences[before.sentence].Block != t.Sentences[after.sentence].Block:
		return 4
	}
	return 3
}

// dropIslands takes apart a weak word between changes that each say more than
// it: a reader wants one changed phrase.
func (c *collator) dropIslands(m alignment, a0, a1, b0, b1 int32) {
	var out []hunk
	for _, h := range m.hunks(a0, a1, b0, b1) {
		for len(out) > 0 && c.island(m, out[len(out)-1], h) {
			last := out[len(out)-1]
			for i := last.a1; i < h.a0; i++ {
				m.part(i)
			}
			h = hunk{last.a0, h.a1, last.b0, h.b1}
			out = out[:len(out)-1]
		}
		out = append(out, h)
	}
}

const maxIsland = 6 // tokens

// island reports whether the tokens between two hunks are too little to part
// them: a mark between a word taken and a word put in its place, or one word
// that says less than a third of either change beside it.
func (c *collator) island(m alignment, p, q hunk) bool {
	n := q.a0 - p.a1
	if n > maxIsland {
		return false
	}
	words, marks, unspaced := 0, 0, false
	for i := p.a1; i < q.a0; i++ {
		switch t := &c.texts[A].tokens[i]; {
		case !t.word():
			marks++
		case !t.is(isInner):
			words++
			unspaced = text.Unspaced(c.texts[A].spelling(i))
		}
	}
	switch {
	case words == 0:
		return c.complementary(p, q)
	case words > 1 || marks > 0: // a phrase of its own, or a word that a mark sets apart
		return false
	case p.swaps() && q.swaps(): // a word for a word, and another for another
		return false
	}
	said := c.weigh(A, p.a1, q.a0)
	if unspaced { // a particle parts two changes as a comma does
		said = max(said, int(content.weight()))
	}
	return 3*said <= min(c.size(p), c.size(q))
}

// swaps reports whether a hunk is one word in place of one.
func (h hunk) swaps() bool { return h.a1-h.a0 == 1 && h.b1-h.b0 == 1 }

// size is how much a hunk says: the weight of its heavier side.
func (c *collator) size(h hunk) int { return max(c.weigh(A, h.a0, h.a1), c.weigh(B, h.b0, h.b1)) }

// weigh adds up what the words of a range of tokens tell; marks tell nothing.
func (c *collator) weigh(s Side, first, last int32) int {
	w := int32(0)
	for i := first; i < last; i++ {
		w += c.weight(s, i)
	}
	return int(w)
}

// weight is what a token tells: a word counts once, whatever it is written with.
func (c *collator) weight(s Side, i int32) int32 {
	t := c.texts[s]
	if t.unspaced && t.tokens[i].is(isInner) {
		return 0
	}
	return c.lex.class[t.keys[i]].weight()
}

// complementary reports whether one hunk only takes words away and the other
// only puts words in.
func (c *collator) complementary(p, q hunk) bool {
	takes := func(h hunk) bool { return h.b0 == h.b1 && c.weigh(A, h.a0, h.a1) > 0 }
	puts := func(h hunk) bool { return h.a0 == h.a1 && c.weigh(B, h.b0, h.b1) > 0 }
	return takes(p) && puts(q) || puts(p) && takes(q)
}
