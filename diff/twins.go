package diff

import "slices"

const twinWeight = 4 // one content word

// findTwins finds the sentences that stand word for word on both sides, once on
// each: whatever else they share words with, they belong together.
func (c *collator) findTwins() {
	type seen struct{ at, n [2]int }
	all := map[uint64]*seen{}
	keys := [2][]int32{c.keys(A), c.keys(B)}
	of := func(s Side, i int) []int32 {
		st := c.texts[s].Sentences[i]
		return keys[s][st.first:st.last]
	}
	for s := A; s <= B; s++ {
		c.twin[s] = make([]int, len(c.texts[s].Sentences))
		for i := range c.twin[s] {
			c.twin[s][i] = -1
			h := gram(of(s, i))
			e := all[h]
			if e == nil {
				if s == B {
					continue
				}
				e = &seen{}
				all[h] = e
			}
			e.at[s], e.n[s] = i, e.n[s]+1
		}
	}
	for _, e := range all {
		a, b := e.at[A], e.at[B]
		if st := c.texts[A].Sentences[a]; e.n == [2]int{1, 1} && slices.Equal(of(A, a), of(B, b)) && c.weigh(A, st.first, st.last) >= twinWeight {
			c.twin[A][a], c.twin[B][b] = b, a
		}
	}
}

// strayed reports whether a link joins sentences one of which has its twin
// elsewhere.
func (c *collator) strayed(l link) bool {
	return c.twin[A][l.a] >= 0 && c.twin[A][l.a] != l.b || c.twin[B][l.b] >= 0 && c.twin[B][l.b] != l.a
}
