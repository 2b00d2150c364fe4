package diff

import (
	"slices"
	"sort"
)

// omissions reports every sentence that the other side lacks. Those that stand
// together are one change, and so are those that replace each other.
func (c *collator) omissions() {
	change := -1
	var open [2]bool // the gap goes on, by whether the sentences stand aside
	var at [2]int
	last := [2]int{-1, -1} // the sentences of the pairs before, as far as they are in order
	for k := range c.pairs {
		p := &c.pairs[k]
		for s := A; s <= B; s++ {
			if n := len(p.Sentences[s]); n > 0 && (s == A || !p.Moved) {
				last[s] = p.Sentences[s][n-1]
			}
		}
		if p.Relation != OnlyA && p.Relation != OnlyB {
			if !p.Moved && p.Relation != Paraphrase {
				open = [2]bool{}
			}
			continue
		}
		s := A
		if p.Relation == OnlyB {
			s = B
		}
		for _, i := range p.Sentences[s] {
			aside := 0
			if c.texts[s].Kind(i).Aside() {
				aside = 1
			}
			kind := Omission
			if c.duplicate[s][i] {
				kind = Duplicate
				change = c.newChange()
			} else {
				if !open[aside] {
					at[aside] = c.newChange()
					open[aside] = true
				}
				change = at[aside]
			}
			var pl [2]Place
			pl[s] = c.whole(s, i)
			pl[s.Other()] = c.behind(s.Other(), last[s.Other()])
			c.add(kind, k, change, pl[A], pl[B])
		}
	}
}

// behind returns where on side s the words of a sentence that it lacks would
// stand: behind the sentence before it.
func (c *collator) behind(s Side, sentence int) Place {
	if sentence >= 0 {
		end := c.texts[s].Sentences[sentence].Span.Len()
		return Place{sentence, end, end}
	}
	if len(c.texts[s].Sentences) == 0 {
		return Place{Sentence: -1}
	}
	return Place{}
}

// duplicates finds sentences that one side says twice and the other once.
func (c *collator) duplicates() {
	for s := A; s <= B; s++ {
		c.duplicate[s] = map[int]bool{}
		left := c.leftover(s)
		if len(left) == 0 {
			continue
		}
		twin := map[int]int{} // a double -> what it doubles
		is := make(map[int]bool, len(left))
		wanted := map[uint64][]int{} // gram -> other sentences of the same side
		var sieve [1 << 12]uint64    // most grams are not wanted: a bit tells at once
		for _, i := range left {
			is[i] = true
			for _, g := range c.grams(s, i) {
				wanted[g] = nil
				sieve[g>>52] |= 1 << (g >> 46 & 63)
			}
		}
		for i := range c.texts[s].Sentences {
			for _, g := range c.grams(s, i) {
				if sieve[g>>52]&(1<<(g>>46&63)) == 0 {
					continue
				}
				if list, ok := wanted[g]; ok && len(list) < maxPostings {
					wanted[g] = append(list, i)
				}
			}
		}
		for _, i := range left {
			hits := map[int]int{}
			grams := c.grams(s, i)
			n := len(grams)
			for _, g := range grams {
				for _, k := range wanted[g] {
					// Of two that nobody else has, the second is the double.
					if k < i || !is[k] {
						hits[k]++
					}
				}
			}
			if n < 3 {
				continue // too short to be said twice by mistake
			}
			for k, both := range hits {
				// Most of both: a caption that names those named in a sentence
				// does not repeat it, nor does one that gives another figure.
				if 3*both >= 2*max(n, len(c.grams(s, k))) && slices.Equal(c.figures(s, i), c.figures(s, k)) {
					c.duplicate[s][i] = true
					twin[i] = k
				}
			}
		}
		c.besideDuplicates(s, left, twin)
	}
}

// figures lists the figures of a sentence.
func (c *collator) figures(s Side, sentence int) []int32 {
	var out []int32
	for _, k := range c.texts[s].keysOf(sentence) {
		if c.lex.class[k] == figure {
			out = append(out, k)
		}
	}
	return out
}

// besideDuplicates takes short sentences for doubles that stand beside one as
// they stand beside what it doubles.
func (c *collator) besideDuplicates(s Side, left []int, twin map[int]int) {
	for again := true; again; {
		again = false
		for _, i := range left {
			for _, by := range [2]int{-1, 1} {
				k, ok := twin[i+by]
				if !ok || c.duplicate[s][i] || k-by < 0 || k-by >= len(c.texts[s].Sentences) {
					continue
				}
				if slices.Equal(c.texts[s].keysOf(i), c.texts[s].keysOf(k-by)) {
					c.duplicate[s][i] = true
					twin[i] = k - by
					again = true
				}
			}
		}
	}
}

// passages gives the moved sentences of one passage one change, and orders
// what was found as it is read.
func (c *collator) passages() {
	var last *Difference
	for i := range c.differences {
		d := &c.differences[i]
		if d.Kind != Move {
			continue
		}
		if last != nil && d.Places[A].Sentence == last.Places[A].Sentence+1 && d.Places[B].Sentence == last.Places[B].Sentence+1 {
			d.Change = last.Change
		}
		last = d
	}
}

// arrange sorts the differences by pair and place, and numbers the changes in
// the order in which they are met.
func (c *collator) arrange() {
	ds := c.differences
	sort.SliceStable(ds, func(i, j int) bool {
		p, q := &ds[i], &ds[j]
		if p.Pair != q.Pair {
			return p.Pair < q.Pair
		}
		for s := A; s <= B; s++ {
			x, y := p.Places[s], q.Places[s]
			if x.Sentence != y.Sentence {
				return x.Sentence < y.Sentence
			}
			if x.Start != y.Start {
				return x.Start < y.Start
			}
		}
		return false
	})
	number := make(map[int]int, len(ds))
	for i := range ds {
		n, ok := number[ds[i].Change]
		if !ok {
			n = len(number)
			number[ds[i].Change] = n
		}
		ds[i].Change = n
	}
}
