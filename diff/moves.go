package diff

import (
	"sort"
)

// candidate is a possible pair of two leftover sentences.
type candidate struct {
	a, b     int
	score    float64 // share of the shorter one's weight that is aligned
	weight   int     // of the aligned words
	evidence float64 // of a retelling: the rarity of what is shared
	runnerUp float64
}

const (
	gramLength    = 3  // words of a gram by which sentences are looked up
	maxPostings   = 16 // sentences that may share a gram before it says nothing
	maxCandidates = 6  // of a sentence
	moveScore     = 0.6
	moveWeight    = 12 // three content words
	moveMargin    = 0.15
)

// moves pairs what is left over on both sides and is the same passage all the
// same. A pair that fits between those already made is in order; any other has
// moved. Best matches go first, one source to one destination; where two
// partners are nearly as good, only one that goes on with a passage beside it
// is taken, and else none.
func (c *collator) moves() {
	left := [2][]int{c.leftover(A), c.leftover(B)}
	if len(left[A]) == 0 || len(left[B]) == 0 {
		return
	}
	found := c.candidates(left[A], left[B])
	taken := [2]map[int]int{{}, {}} // sentence -> partner
	spine := c.spine()
	free := func(f candidate) bool {
		_, x := taken[A][f.a]
		_, y := taken[B][f.b]
		return !x && !y
	}
	take := func(f candidate) {
		taken[A][f.a], taken[B][f.b] = f.b, f.a
		c.claim(f, spine)
	}
	goesOn := func(f candidate) bool {
		for _, d := range [2]int{-1, 1} {
			if b, ok := taken[A][f.a+d]; ok && b == f.b+d {
				return true
			}
		}
		return false
	}
	var unsure []candidate
	for _, f := range found {
		switch {
		case !free(f):
		case c.twin[A][f.a] == f.b:
			take(f)
		case f.weight < moveWeight || f.score < moveScore || f.score-f.runnerUp < moveMargin:
			unsure = append(unsure, f)
		default:
			take(f)
		}
	}
	// What goes on with a moved passage needs no margin and little weight.
	for again := true; again; {
		again = false
		rest := unsure[:0]
		for _, f := range unsure {
			if free(f) && goesOn(f) && f.score >= moveScore {
				take(f)
				again = true
				continue
			}
			rest = append(rest, f)
		}
		unsure = rest
	}
	c.merge(taken[A])
}

// candidates lists possible pairs of leftover sentences, best first.
func (c *collator) candidates(as, bs []int) []candidate {
	postings := map[uint64][]int32{}
	for _, b := range bs {
		for _, g := range c.grams(B, b) {
			if p := postings[g]; len(p) < maxPostings && (len(p) == 0 || p[len(p)-1] != int32(b)) {
				postings[g] = append(p, int32(b))
			}
		}
	}
	var out []candidate
	work := 0
	for _, a := range as {
		if c.ctx.Err() != nil {
			return nil
		}
		hits := map[int]int{}
		for _, g := range c.grams(A, a) {
			if p := postings[g]; len(p) < maxPostings {
				for _, b := range p {
					hits[int(b)]++
				}
			}
		}
		near := make([]int, 0, len(hits))
		for b := range hits {
			near = append(near, b)
		}
		sort.Slice(near, func(i, j int) bool {
			if hits[near[i]] != hits[near[j]] {
				return hits[near[i]] > hits[near[j]]
			}
			return near[i] < near[j]
		})
		for _, b := range near[:min(len(near), maxCandidates)] {
			if work > budgetBase {
				break
			}
			f := c.judge(a, b)
			work += int(c.texts[A].Sentences[a].last-c.texts[A].Sentences[a].first) + int(c.texts[B].Sentences[b].last-c.texts[B].Sentences[b].first)
			if f.weight > 0 && f.score >= moveScore {
				out = append(out, f)
			}
		}
	}
	runnersUp(out)
	sort.SliceStable(out, func(i, j int) bool {
		p, q := out[i], out[j]
		if pw, qw := p.score*float64(p.weight), q.score*float64(q.weight); pw != qw {
			return pw > qw
		}
		if p.a != q.a {
			return p.a < q.a
		}
		return p.b < q.b
	})
	return out
}

// grams returns the hashes of a sentence's runs of words; a sentence of fewer
// words is one gram. They are good until the next call.
func (c *collator) grams(s Side, sentence int) []uint64 {
	st := c.texts[s].Sentences[sentence]
	out := c.spare[:0]
	var last [gramLength]int32
	n := 0
	for _, k := range c.texts[s].keys[st.first:st.last] {
		if c.lex.class[k] == mark {
			continue
		}
		copy(last[:], last[1:])
		last[gramLength-1] = k
		if n++; n >= gramLength {
			out = append(out, gram(last[:]))
		}
	}
	if n > 0 && n < gramLength {
		out = append(out, gram(last[gramLength-n:]))
	}
	c.spare = out
	return out
}

// judge aligns two sentences by themselves.
func (c *collator) judge(a, b int) candidate {
	m := c.local([]int{a}, []int{b})
	sa := c.texts[A].Sentences[a]
	weight := 0
	for i := sa.first; i < sa.last; i++ {
		if m[i-sa.first] >= 0 {
			weight += int(c.weight(A, i))
		}
	}
	wa, wb := int(sa.weight), int(c.texts[B].Sentences[b].weight)
	f := candidate{a: a, b: b, weight: weight}
	if short, long := min(wa, wb), max(wa, wb); short > 0 {
		// A short sentence inside a long one is less than one edited whole.
		f.score = min(1, float64(weight)/float64(short)) * (0.6 + 0.4*min(1, float64(weight)/float64(long)))
	}
	return f
}

// local aligns a few sentences of either side by themselves: for each token of
// the sentences of A, the index of its partner, -1 for none.
func (c *collator) local(as, bs []int) []int32 {
	var keys [2][]int32
	var at [2][]int32
	for s, list := range [2][]int{as, bs} {
		for _, i := range list {
			st := c.texts[s].Sentences[i]
			for k := st.first; k < st.last; k++ {
				keys[s] = append(keys[s], c.texts[s].keys[k])
				at[s] = append(at[s], k)
			}
		}
	}
	m, err := align(c.ctx, keys[A], keys[B], c.lex.class, nil)
	if err != nil {
		return m
	}
	for i, j := range m {
		if j >= 0 {
			m[i] = at[B][j]
		}
	}
	return m
}

// runnersUp writes into each candidate the best score that either of its
// sentences has with another partner.
func runnersUp(found []candidate) {
	type two struct{ first, second float64 }
	best := [2]map[int]two{{}, {}}
	note := func(s Side, i int, score float64) {
		t := best[s][i]
		switch {
		case score > t.first:
			t.first, t.second = score, t.first
		case score > t.second:
			t.second = score
		}
		best[s][i] = t
	}
	for _, f := range found {
		note(A, f.a, f.score)
		note(B, f.b, f.score)
	}
	for i := range found {
		f := &found[i]
		for s, k := range [2]int{f.a, f.b} {
			t := best[s][k]
			other := t.first
			if other == f.score {
				other = t.second
			}
			f.runnerUp = max(f.runnerUp, other)
		}
	}
}

// spine is, for each sentence of A, its partners in the script's order: the
// first and the last of several, -1 for none.
func (c *collator) spine() [][2]int {
	out := make([][2]int, len(c.texts[A].Sentences))
	for i := range out {
		out[i] = [2]int{-1, -1}
	}
	for _, p := range c.pairs {
		if n := len(p.Sentences[B]); n > 0 {
			for _, i := range p.Sentences[A] {
				out[i] = [2]int{p.Sentences[B][0], p.Sentences[B][n-1]}
			}
		}
	}
	return out
}

// claim writes the tokens that a new pair aligns, in order where the pair fits
// between its neighbours.
func (c *collator) claim(f candidate, spine [][2]int) {
	before, after := -1, len(c.texts[B].Sentences)
	for i := f.a - 1; i >= 0; i-- {
		if spine[i][1] >= 0 {
			before = spine[i][1]
			break
		}
	}
	for i := f.a + 1; i < len(spine); i++ {
		if spine[i][0] >= 0 {
			after = spine[i][0]
			break
		}
	}
	m, moved := c.elsewhere(), true
	if before < f.b && f.b < after {
		m, moved = c.inOrder, false
		spine[f.a] = [2]int{f.b, f.b}
	}
	first := c.texts[A].Sentences[f.a].first
	for i, j := range c.local([]int{f.a}, []int{f.b}) {
		if j >= 0 {
			m[A][first+int32(i)], m[B][j] = j, first+int32(i)
		}
	}
	p := Pair{Sentences: [2][]int{{f.a}, {f.b}}, Relation: Edited, Moved: moved,
		Why: Evidence{Rule: "order", Score: f.score, RunnerUp: f.runnerUp}}
	if p.Moved {
		p.Why.Rule = "move"
	}
	c.mend(m, &p)
	c.pairs = append(c.pairs, p)
}

// elsewhere is the alignment of what has moved.
func (c *collator) elsewhere() alignment {
	if c.moved[A] == nil {
		for s := A; s <= B; s++ {
			c.moved[s] = alone(len(c.texts[s].tokens))
		}
	}
	return c.moved
}

// merge drops the one-sided pairs of sentences that have found a partner.
func (c *collator) merge(taken map[int]int) {
	gone := map[int]bool{}
	for _, b := range taken {
		gone[b] = true
	}
	out := c.pairs[:0]
	for _, p := range c.pairs {
		if p.Relation == OnlyA {
			if _, ok := taken[p.Sentences[A][0]]; ok {
				continue
			}
		}
		if p.Relation == OnlyB && gone[p.Sentences[B][0]] {
			continue
		}
		out = append(out, p)
	}
	c.pairs = out
}
