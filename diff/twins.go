package diff

import "slices"

const twinWeight = 4 // one content word

// findTwins finds the sentences that stand word for word on both sides, once on
// each: whatever else they share words with, they belong together.
func (c *collator) findTwins() {
	for s := A; s <= B; s++ {
		c.twin[s] = make([]int, len(c.texts[s].Sentences))
		for i := range c.twin[s] {
			c.twin[s][i] = -1
		}
	}
	var once singles
	once.reset(len(c.texts[A].Sentences))
	hashes := make([]uint64, len(c.texts[A].Sentences))
	for a := range hashes {
		hashes[a] = gram(c.texts[A].keysOf(a))
		once.first(hashes[a], a)
	}
	for b := range c.texts[B].Sentences {
		once.second(gram(c.texts[B].keysOf(b)), b)
	}
	for a, h := range hashes {
		if _, b, ok := once.pair(h); ok && c.texts[A].Sentences[a].weight >= twinWeight && slices.Equal(c.texts[A].keysOf(a), c.texts[B].keysOf(b)) {
			c.twin[A][a], c.twin[B][b] = b, a
		}
	}
}

// strayed reports whether a link joins sentences one of which has its twin
// elsewhere.
func (c *collator) strayed(l link) bool {
	return c.twin[A][l.a] >= 0 && c.twin[A][l.a] != l.b || c.twin[B][l.b] >= 0 && c.twin[B][l.b] != l.a
}
