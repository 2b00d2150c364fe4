package diff

import (
	"math"
	"sort"
)

// In an independent telling no sentence is the other's, but here and there two
// say the same thing. What decides is how much they share that few sentences
// have: rare words, numbers, names, stretches of a quotation. A word weighs the
// more, the fewer sentences of both texts it stands in; those that stand in
// many, the subject words, weigh next to nothing.

const (
	retellingShare = 0.25 // of the shorter text: with less in the script, the texts are told independently
	strictScore    = 0.7  // what a pair of the script needs then
	strictWeight   = 16
	retellScore    = 0.34
	retellWeight   = 9.0
	phraseBonus    = 0.5 // of its weight, for a word that stands in a shared phrase
)

// retellings, where the texts are not one, drops the pairs that only a chance
// alignment made and looks for sentences that tell the same thing.
func (c *collator) retellings() {
	if c.scriptShare() >= retellingShare {
		return
	}
	c.strict()
	left := [2][]int{c.leftover(A), c.leftover(B)}
	idf := c.rarity()
	found := c.tellings(left, idf)
	taken := map[int]bool{}
	gone := map[int]bool{}
	for _, f := range found {
		taken[f.a], gone[f.b] = true, true
		c.pairs = append(c.pairs, Pair{Sentences: [2][]int{{f.a}, {f.b}}, Relation: Paraphrase, Similarity: min(1, f.score),
			Why: Evidence{Rule: "retelling", Score: f.score, RunnerUp: f.runnerUp}, Shared: c.sharedWords(f.a, f.b, idf)})
	}
	out := c.pairs[:0]
	for _, p := range c.pairs {
		if p.Relation == OnlyA && taken[p.Sentences[A][0]] || p.Relation == OnlyB && gone[p.Sentences[B][0]] {
			continue
		}
		out = append(out, p)
	}
	c.pairs = out
}

// scriptShare is the share of the shorter text's weight that is aligned.
func (c *collator) scriptShare() float64 {
	var have, all [2]int
	for s := A; s <= B; s++ {
		for i := range c.texts[s].tokens {
			t := &c.texts[s].tokens[i]
			if !t.word() {
				continue
			}
			w := c.lex.class[t.key].weight()
			all[s] += w
			if c.partner(s, int32(i)) >= 0 {
				have[s] += w
			}
		}
	}
	best := 0.0
	for s := A; s <= B; s++ {
		if all[s] > 0 {
			best = max(best, float64(have[s])/float64(all[s]))
		}
	}
	return best
}

// strict takes apart the pairs that are not the same sentence beyond doubt.
func (c *collator) strict() {
	out := make([]Pair, 0, len(c.pairs))
	for _, p := range c.pairs {
		if len(p.Sentences[A]) == 0 || len(p.Sentences[B]) == 0 {
			out = append(out, p)
			continue
		}
		m := c.inOrder
		if p.Moved {
			m = c.moved
		}
		weight, total := 0, [2]int{}
		for s := A; s <= B; s++ {
			for _, i := range p.Sentences[s] {
				st := c.texts[s].Sentences[i]
				total[s] += c.weigh(s, st.first, st.last)
				for k := st.first; s == A && k < st.last; k++ {
					if t := &c.texts[A].tokens[k]; m[A][k] >= 0 && t.word() {
						weight += c.lex.class[t.key].weight()
					}
				}
			}
		}
		if float64(weight) >= strictScore*float64(max(total[A], total[B])) && weight >= strictWeight {
			out = append(out, p)
			continue
		}
		for _, i := range p.Sentences[A] {
			st := c.texts[A].Sentences[i]
			for k := st.first; k < st.last; k++ {
				m.part(k)
			}
			out = append(out, Pair{Sentences: [2][]int{{i}, nil}, Relation: OnlyA})
		}
		for _, i := range p.Sentences[B] {
			out = append(out, Pair{Sentences: [2][]int{nil, {i}}, Relation: OnlyB})
		}
	}
	c.pairs = out
}

// rarity returns the weight of each key: the logarithm of how few sentences of
// both texts it stands in. Marks and function words have none.
func (c *collator) rarity() []float64 {
	in := make([]int32, len(c.lex.class))
	last := make([]int32, len(c.lex.class))
	n := 0
	for s := A; s <= B; s++ {
		for i := range c.texts[s].Sentences {
			n++
			st := c.texts[s].Sentences[i]
			for _, t := range c.texts[s].tokens[st.first:st.last] {
				if last[t.key] != int32(n) {
					last[t.key] = int32(n)
					in[t.key]++
				}
			}
		}
	}
	out := make([]float64, len(in))
	for k, df := range in {
		if cl := c.lex.class[k]; df > 0 && (cl == content || cl == figure) {
			out[k] = math.Log(float64(n+1) / float64(df))
		}
	}
	return out
}

// tellings lists the pairs of leftover sentences that tell the same thing, in
// reading order.
func (c *collator) tellings(left [2][]int, idf []float64) []candidate {
	common := math.Log(12) // a word in more than one sentence of twelve brings no candidates
	postings := map[int32][]int32{}
	for _, b := range left[B] {
		st := c.texts[B].Sentences[b]
		for _, t := range c.texts[B].tokens[st.first:st.last] {
			if p := postings[t.key]; idf[t.key] > common && (len(p) == 0 || p[len(p)-1] != int32(b)) {
				postings[t.key] = append(p, int32(b))
			}
		}
	}
	var all []candidate
	work := 0
	for _, a := range left[A] {
		near := map[int]int{}
		seen := map[int32]bool{}
		st := c.texts[A].Sentences[a]
		for _, t := range c.texts[A].tokens[st.first:st.last] {
			if seen[t.key] {
				continue
			}
			seen[t.key] = true
			for _, b := range postings[t.key] {
				near[int(b)]++
			}
		}
		bs := make([]int, 0, len(near))
		for b, n := range near {
			if n >= 2 {
				bs = append(bs, b)
			}
		}
		sort.Ints(bs)
		for _, b := range bs {
			if work++; work > budgetBase/16 {
				break
			}
			if f := c.tell(a, b, idf); f.score > 0 {
				all = append(all, f)
			}
		}
	}
	runnersUp(all)
	var out []candidate
	for _, f := range all {
		if f.score >= retellScore && float64(f.weight) >= retellWeight && f.score >= 0.6*f.runnerUp {
			out = append(out, f)
		}
	}
	return out
}

// tell judges whether two sentences tell the same thing: the rarity of what
// they share, over that of all the words of the shorter one.
func (c *collator) tell(a, b int, idf []float64) candidate {
	shared := c.sharedKeys(a, b, idf)
	var all [2]float64
	for s, i := range [2]int{a, b} {
		seen := map[int32]bool{}
		st := c.texts[s].Sentences[i]
		for _, t := range c.texts[s].tokens[st.first:st.last] {
			if !seen[t.key] {
				seen[t.key] = true
				all[s] += idf[t.key]
			}
		}
	}
	sum := 0.0
	for _, w := range shared {
		sum += w
	}
	f := candidate{a: a, b: b, weight: int(sum)}
	if short := min(all[A], all[B]); short > 0 && len(shared) >= 3 {
		f.score = min(1, sum/short)
	}
	return f
}

// sharedKeys returns the weights of the keys that both sentences have, those
// in a phrase of both with a bonus; sorted by key.
func (c *collator) sharedKeys(a, b int, idf []float64) []float64 {
	phrase := map[int32]bool{}
	inB := map[int32]bool{}
	pairs := map[[2]int32]bool{}
	st := c.texts[B].Sentences[b]
	toks := c.texts[B].tokens[st.first:st.last]
	for i, t := range toks {
		inB[t.key] = true
		if i > 0 {
			pairs[[2]int32{toks[i-1].key, t.key}] = true
		}
	}
	st = c.texts[A].Sentences[a]
	toks = c.texts[A].tokens[st.first:st.last]
	var keys []int32
	seen := map[int32]bool{}
	for i, t := range toks {
		if i > 0 && toks[i-1].word() && t.word() && pairs[[2]int32{toks[i-1].key, t.key}] {
			phrase[t.key], phrase[toks[i-1].key] = true, true
		}
		if inB[t.key] && !seen[t.key] && idf[t.key] > 0 {
			seen[t.key] = true
			keys = append(keys, t.key)
		}
	}
	var out []float64
	for _, k := range keys {
		w := idf[k]
		if phrase[k] {
			w *= 1 + phraseBonus
		}
		out = append(out, w)
	}
	return out
}

// sharedWords lists the stretches that two sentences have in common, in A's
// order: runs of words, and single ones that say something.
func (c *collator) sharedWords(a, b int, idf []float64) []Shared {
	sa, sb := c.texts[A].Sentences[a], c.texts[B].Sentences[b]
	ta, tb := c.texts[A].tokens, c.texts[B].tokens
	used := map[int32]bool{}
	var out []Shared
	for i := sa.first; i < sa.last; i++ {
		bestAt, bestLen := int32(-1), int32(0)
		for j := sb.first; j < sb.last; j++ {
			n := int32(0)
			for i+n < sa.last && j+n < sb.last && ta[i+n].key == tb[j+n].key && !used[j+n] {
				n++
			}
			for n > 0 && !ta[i+n-1].word() {
				n--
			}
			if n > bestLen && ta[i].word() {
				bestAt, bestLen = j, n
			}
		}
		if bestLen == 0 {
			continue
		}
		says := 0.0
		for k := int32(0); k < bestLen; k++ {
			says += idf[ta[i+k].key]
		}
		if says == 0 {
			continue
		}
		for k := int32(0); k < bestLen; k++ {
			used[bestAt+k] = true
		}
		out = append(out, Shared{[2]Place{c.texts[A].place(a, i, i+bestLen), c.texts[B].place(b, bestAt, bestAt+bestLen)}})
		i += bestLen - 1
	}
	return out
}

// related reports whether two texts that are not one tell of the same event:
// some pair says so, or enough names, numbers and rare words stand in both.
func (c *collator) related() bool {
	n := 0
	for _, p := range c.pairs {
		if len(p.Sentences[A]) > 0 && len(p.Sentences[B]) > 0 {
			n++
		}
	}
	var types [2]int
	in := make([]uint8, len(c.lex.class))
	for s := A; s <= B; s++ {
		for i := range c.texts[s].tokens {
			k := c.texts[s].tokens[i].key
			if in[k]&(1<<s) == 0 && (c.lex.class[k] == content || c.lex.class[k] == figure) {
				in[k] |= 1 << s
				types[s]++
			}
		}
	}
	both := 0
	for _, x := range in {
		if x == 3 {
			both++
		}
	}
	if short := min(types[A], types[B]); short > 0 {
		share := float64(both) / float64(short)
		return n >= 2 && share >= 0.15 || n >= 1 && share >= 0.2 || share >= 0.3 && max(types[A], types[B]) < 2000
	}
	return false
}
