package diff

import (
	"math"
	"sort"

	"variorum/text"
)

// In an independent telling no sentence is the other's, but here and there two
// say the same thing. What decides is how much they share that few sentences
// have: rare words, numbers, names, stretches of a quotation. A word weighs the
// more, the fewer sentences of both texts it stands in; those that stand in
// many, the subject words, weigh next to nothing.

const (
	retellingShare = 0.25 // of the shorter text: with less in the script, the texts are told independently
	fewest         = 3    // sentences of either text, below which nothing tells a telling from an edit
	strictScore    = 0.7  // what a pair of the script needs then
	strictWeight   = 16
	// Of a pair's shorter sentence, the share of its rarity that both have, and
	// how many words as rare as can be that comes to: much of little, or some of
	// a lot.
	mostScore, mostWords = 0.4, 2.0
	someScore, someWords = 0.335, 3.2
	// A name with its title is one thing that two sentences share, and its other
	// words count for little, unless the phrase is too long to be chance. Other
	// phrases count for more than their words, and quoted ones for more again.
	nameShare   = 0.3
	verbatim    = 7 // tokens
	phraseBonus = 1.4
	quoteBonus  = 1.5

	subjectSentences = 3   // of either text, from which on a word belongs to the common subject
	subjectShare     = 0.3 // of its rarity, that such a word still weighs
)

// retellings, where the texts are not one, drops the pairs that only a chance
// alignment made and looks for sentences that tell the same thing.
func (c *collator) retellings() {
	if min(len(c.texts[A].Sentences), len(c.texts[B].Sentences)) < fewest || c.scriptShare() >= retellingShare {
		return
	}
	c.strict()
	left := [2][]int{c.leftover(A), c.leftover(B)}
	c.findStems()
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
	var have, all [2]int32
	for s := A; s <= B; s++ {
		t := c.texts[s]
		for i := range t.Sentences {
			all[s] += t.Sentences[i].weight
		}
		for i := range int32(len(t.tokens)) {
			if c.partner(s, i) >= 0 {
				have[s] += c.weight(s, i)
			}
		}
	}
	if all == [2]int32{} {
		return 1 // no words at all: what there is was aligned
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
				total[s] += int(st.weight)
				for k := st.first; s == A && k < st.last; k++ {
					if m[A][k] >= 0 {
						weight += int(c.weight(A, k))
					}
				}
			}
		}
		if float64(weight) >= strictScore*float64(max(total[A], total[B])) && (weight >= strictWeight || total == [2]int{weight, weight}) {
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
// both texts it stands in. Marks and function words have none; the words of the
// common subject, which either text says again and again, hardly any.
func (c *collator) rarity() []float64 {
	var in [2][]int32 // how many sentences of a side have the key
	n := 0
	for s := A; s <= B; s++ {
		in[s] = make([]int32, len(c.lex.class))
		last := make([]int32, len(c.lex.class)) // the sentence that it was seen in, plus one
		for i, st := range c.texts[s].Sentences {
			n++
			for _, k := range c.stems[s][st.first:st.last] {
				if last[k] != int32(i)+1 {
					last[k] = int32(i) + 1
					in[s][k]++
				}
			}
		}
	}
	c.once = math.Log(float64(n+1) / 2)
	out := make([]float64, len(c.lex.class))
	for k, cl := range c.lex.class {
		if cl != content && cl != figure {
			continue
		}
		if df := in[A][k] + in[B][k]; df > 0 {
			out[k] = math.Log(float64(n+1) / float64(df))
		}
		if min(in[A][k], in[B][k]) >= subjectSentences {
			out[k] *= subjectShare
		}
	}
	return out
}

// tellings lists the pairs of leftover sentences that tell the same thing, in
// reading order.
func (c *collator) tellings(left [2][]int, idf []float64) []candidate {
	// A word in more than one sentence of twelve brings no candidates.
	common := min(math.Log(12), 0.99*c.once)
	postings := map[int32][]int32{}
	for _, b := range left[B] {
		st := c.texts[B].Sentences[b]
		for _, k := range c.stems[B][st.first:st.last] {
			if p := postings[k]; idf[k] > common && (len(p) == 0 || p[len(p)-1] != int32(b)) {
				postings[k] = append(p, int32(b))
			}
		}
	}
	var all []candidate
	work := 0
	for _, a := range left[A] {
		if c.ctx.Err() != nil {
			return nil
		}
		near := map[int]int{}
		seen := map[int32]bool{}
		st := c.texts[A].Sentences[a]
		for _, k := range c.stems[A][st.first:st.last] {
			if seen[k] {
				continue
			}
			seen[k] = true
			for _, b := range postings[k] {
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
			if !likeWithLike(c.texts[A].Kind(a), c.texts[B].Kind(b)) {
				continue
			}
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
		if c.sameThing(f) && f.score >= 0.6*f.runnerUp {
			out = append(out, f)
		}
	}
	return out
}

// sameThing reports whether what two sentences share is enough: most of the
// shorter one, or less of it but more than chance brings together.
func (c *collator) sameThing(f candidate) bool {
	words := f.evidence / c.once
	return f.score >= mostScore && words >= mostWords || f.score >= someScore && words >= someWords
}

// likeWithLike reports whether sentences of two kinds can tell the same thing: a
// caption names the people of the story and tells nothing of it, a title sums
// everything up, and a date is one that any text has.
func likeWithLike(a, b text.Kind) bool {
	if a == text.Dateline || b == text.Dateline || a == text.Byline || b == text.Byline {
		return false
	}
	return a.Aside() == b.Aside() && (a == text.Title) == (b == text.Title)
}

// tell judges whether two sentences tell the same thing: the weight of what
// they share, over that of all the words of the shorter one.
func (c *collator) tell(a, b int, idf []float64) candidate {
	var all [2]float64
	for s, i := range [2]int{a, b} {
		seen := map[int32]bool{}
		st := c.texts[s].Sentences[i]
		for _, k := range c.stems[s][st.first:st.last] {
			if !seen[k] {
				seen[k] = true
				all[s] += idf[k]
			}
		}
	}
	sum, words := 0.0, 0
	for _, r := range c.stretches(a, b, idf) {
		plain, name, more := 0.0, 0.0, 0.0 // the weight of common words, of the best of a name, of its others
		for i := r.a; i < r.a+r.n; i++ {
			w := idf[c.stems[A][i]]
			switch {
			case w == 0:
				continue
			case !c.ofName(A, i) && !c.ofName(B, r.b+i-r.a):
				plain += w
			case c.speaks(A, r.a, r.n) || c.speaks(B, r.b, r.n):
				more += w // who says it is not what is said
			case w >= c.once:
				plain += w
			case w > name:
				name, more = w, more+name
			default:
				more += w
			}
			words++
		}
		if r.n < verbatim {
			more *= nameShare
		}
		got := plain + name + more
		if r.n > 1 && plain > 0 {
			got *= phraseBonus
		}
		if c.isQuoted(A, a, r.a, r.n) && c.isQuoted(B, b, r.b, r.n) {
			got *= quoteBonus
		}
		sum += got
	}
	f := candidate{a: a, b: b, evidence: sum}
	if short := min(all[A], all[B]); short > 0 && words >= 3 {
		f.score = min(1, sum/short)
	}
	return f
}

// stretches lists the runs of words that two sentences have in common, in A's
// order, those of one word included: each as long as can be, none of a word
// twice, and none of function words only.
func (c *collator) stretches(a, b int, idf []float64) []segment {
	sa, sb := c.texts[A].Sentences[a], c.texts[B].Sentences[b]
	ta, tb := c.stems[A], c.stems[B]
	says := func(k int32) bool { return c.lex.class[k] != mark }
	used := make([]bool, sb.last-sb.first)
	var out []segment
	for i := sa.first; i < sa.last; i++ {
		if !says(ta[i]) {
			continue
		}
		best := segment{a: i}
		for j := sb.first; j < sb.last; j++ {
			n := int32(0)
			for i+n < sa.last && j+n < sb.last && ta[i+n] == tb[j+n] && !used[j+n-sb.first] {
				n++
			}
			for n > 0 && !says(ta[i+n-1]) {
				n--
			}
			if n > best.n {
				best.b, best.n = j, n
			}
		}
		rarity := 0.0
		for k := range best.n {
			rarity += idf[ta[i+k]]
		}
		if rarity == 0 {
			continue
		}
		for k := range best.n {
			used[best.b+k-sb.first] = true
		}
		out = append(out, best)
		i += best.n - 1
	}
	return out
}

// sharedWords returns the stretches as places.
func (c *collator) sharedWords(a, b int, idf []float64) []Shared {
	var out []Shared
	for _, r := range c.stretches(a, b, idf) {
		out = append(out, Shared{[2]Place{c.texts[A].place(a, r.a, r.a+r.n), c.texts[B].place(b, r.b, r.b+r.n)}})
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
			k := c.texts[s].keys[i]
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
