package diff

import (
	"cmp"
	"slices"
	"sort"
)

// link says that a sentence of A and one of B share aligned tokens.
type link struct {
	a, b   int
	tokens int      // aligned tokens
	words  int      // of these
	first  [2]int32 // the first of them
	weight int      // of the aligned words
}

// links lists the pairs of sentences between which tokens are aligned, in order.
func (c *collator) links() []link {
	var out []link
	for i, j := range c.inOrder[A] {
		if j < 0 {
			continue
		}
		ta, tb := &c.texts[A].tokens[i], &c.texts[B].tokens[j]
		sa, sb := int(ta.sentence), int(tb.sentence)
		if k := len(out) - 1; k < 0 || out[k].a != sa || out[k].b != sb {
			out = append(out, link{a: sa, b: sb, first: [2]int32{int32(i), j}})
		}
		l := &out[len(out)-1]
		l.tokens++
		if w := int(c.weight(A, int32(i))); w > 0 {
			l.words++
			l.weight += w
		}
	}
	return out
}

// link makes pairs of the sentences that the script holds together. A link
// counts when what is shared is at least a third of the shorter sentence, so
// that a sentence that was cut off still meets its partner; a sentence that
// has a better partner already needs more to be drawn in as the other half of
// a split. Whatever was aligned between sentences that are not linked was
// chance, and is taken apart.
func (c *collator) link() {
	found := c.links()
	weight := [2][]int{c.weights(A), c.weights(B)}
	best := [2][]int{make([]int, len(weight[A])), make([]int, len(weight[B]))}
	for _, l := range found {
		best[A][l.a] = max(best[A][l.a], l.weight)
		best[B][l.b] = max(best[B][l.b], l.weight)
	}
	c.findTwins()
	strong := func(l link) bool {
		if c.strayed(l) {
			return false
		}
		short := min(weight[A][l.a], weight[B][l.b])
		first := l.weight == best[A][l.a] && l.weight == best[B][l.b]
		switch {
		case short == 0: // sentences without a word: marks are all they have
			return first
		case first && c.stub(A, l.a, l.tokens) || first && c.stub(B, l.b, l.tokens):
			return true
		case l.tokens == 1:
			return first && l.weight == weight[A][l.a] && l.weight == weight[B][l.b]
		case first:
			return 3*l.weight >= short
		case l.weight == short && l.tokens == c.shorter(l): // all of it, however little
			return true
		}
		return 2*l.weight >= short && l.weight >= 4 && l.words > 1 || c.turnsOver(l)
	}
	kept := found[:0:0]
	for _, l := range found {
		if strong(l) {
			kept = append(kept, l)
		}
	}
	kept = append(kept, c.facing(found, kept)...)
	slices.SortFunc(kept, func(p, q link) int { return cmp.Or(cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b)) })
	na := len(weight[A])
	groups := newForest(na + len(weight[B]))
	for _, l := range kept {
		groups.join(l.a, na+l.b)
	}
	c.keep(kept)
	member := make([]int, len(groups)) // root -> its pair, plus one
	c.pairs = make([]Pair, 0, max(na, len(weight[B])))
	below := upTo(max(na, len(weight[B])))
	for s := A; s <= B; s++ {
		for i := range c.texts[s].Sentences {
			root := groups.root(i + int(s)*na)
			if member[root] == 0 {
				c.pairs = append(c.pairs, Pair{})
				member[root] = len(c.pairs)
			}
			p := &c.pairs[member[root]-1]
			p.Sentences[s] = follow(p.Sentences[s], below, i)
		}
	}
	for k := range c.pairs {
		p := &c.pairs[k]
		switch {
		case len(p.Sentences[B]) == 0:
			p.Relation = OnlyA
		case len(p.Sentences[A]) == 0:
			p.Relation = OnlyB
		default:
			p.Relation = Edited
			c.mend(c.inOrder, p)
			p.Why = Evidence{Rule: "order", Score: c.shared(c.inOrder, p)}
		}
	}
}

// upTo returns the numbers below n.
func upTo(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// follow appends i to a rising list. Nearly all lists are one number, or some
// in a row: such are a part of below, the list of all numbers.
func follow(list, below []int, i int) []int {
	switch n := len(list); {
	case n == 0:
		return below[i : i+1 : i+1]
	case list[0]+n == i:
		return below[list[0] : i+1 : i+1]
	}
	return append(list, i)
}

// stub reports whether a sentence breaks off and all of it but its last token,
// which may be half a word, is aligned.
func (c *collator) stub(s Side, sentence, aligned int) bool {
	st := c.texts[s].Sentences[sentence]
	n := int(st.last - st.first)
	return n > 1 && aligned >= n-1 && sentence+1 == len(c.texts[s].Sentences) && c.breaksOff(s, sentence)
}

// shorter is the number of tokens of the shorter sentence of a link.
func (c *collator) shorter(l link) int {
	a, b := c.texts[A].Sentences[l.a], c.texts[B].Sentences[l.b]
	return int(min(a.last-a.first, b.last-b.first))
}

// mend drops the islands within a pair.
func (c *collator) mend(m alignment, p *Pair) {
	ends := func(s Side) (int32, int32) {
		list := p.Sentences[s]
		return c.texts[s].Sentences[list[0]].first, c.texts[s].Sentences[list[len(list)-1]].last
	}
	a0, a1 := ends(A)
	b0, b1 := ends(B)
	c.dropIslands(m, a0, a1, b0, b1)
}

// keep takes apart what is aligned between sentences that are not linked. The
// links are in order, as the tokens are.
func (c *collator) keep(kept []link) {
	for i, j := range c.inOrder[A] {
		if j < 0 {
			continue
		}
		a, b := int(c.texts[A].tokens[i].sentence), int(c.texts[B].tokens[j].sentence)
		for len(kept) > 0 && (kept[0].a < a || kept[0].a == a && kept[0].b < b) {
			kept = kept[1:]
		}
		if len(kept) == 0 || kept[0].a != a || kept[0].b != b {
			c.inOrder.part(int32(i))
		}
	}
}

// weights returns what the words of each sentence tell, added up.
func (c *collator) weights(s Side) []int {
	out := make([]int, len(c.texts[s].Sentences))
	for i, st := range c.texts[s].Sentences {
		out[i] = int(st.weight)
	}
	return out
}

// shared is the share of the shorter end's tokens that are aligned.
func (c *collator) shared(m alignment, p *Pair) float64 {
	n, size := 0, [2]int{}
	for s := A; s <= B; s++ {
		for _, i := range p.Sentences[s] {
			st := c.texts[s].Sentences[i]
			size[s] += int(st.last - st.first)
			if s == A {
				for k := st.first; k < st.last; k++ {
					if m[A][k] >= 0 {
						n++
					}
				}
			}
		}
	}
	if short := min(size[A], size[B]); short > 0 {
		return min(1, float64(n)/float64(short))
	}
	return 0
}

// leftover lists the sentences of one side that have no partner.
func (c *collator) leftover(s Side) []int {
	var out []int
	for _, p := range c.pairs {
		if len(p.Sentences[s.Other()]) == 0 {
			out = append(out, p.Sentences[s]...)
		}
	}
	sort.Ints(out)
	return out
}

// forest is a set of disjoint sets.
type forest []int

func newForest(n int) forest {
	f := make(forest, n)
	for i := range f {
		f[i] = i
	}
	return f
}

func (f forest) root(i int) int {
	for f[i] != i {
		f[i] = f[f[i]]
		i = f[i]
	}
	return i
}

func (f forest) join(i, j int) { f[f.root(i)] = f.root(j) }
