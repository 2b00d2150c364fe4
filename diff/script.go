package diff

import (
	"cmp"
	"context"
	"slices"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// matcher aligns two sequences of keys. Its result is match: for each key of a
// the index in b that it is aligned with, or -1, rising.
//
// Anchors come first: runs of k tokens that stand exactly once in either
// range, for k of 4, 2 and 1, as in patience diff, and of them the heaviest
// chain that rises in both. Between two anchors the same is done again, until
// a gap is small enough for go-diff to be exact about. What is too large for
// that and has no anchor is searched for the words that are rarest in it, and
// at the end of the budget left unaligned.
//
// Anchors cost time in proportion to the range at every level; the budget
// holds the sum of all levels to a fixed number of operations a token, so that
// a text made to be hard costs no more than a few times an ordinary one.
type matcher struct {
	ctx    context.Context
	a, b   []int32
	match  []int32
	budget int
	once   singles
	done   int // tokens of a that are settled, for progress
	report func(done int)
	exact  *diffmatchpatch.DiffMatchPatch
	runes  [2][]rune
	class  []class // of each key
	cells  []cell
	rows   []int32
}

const (
	longest      = 4       // tokens of an anchor, to begin with
	sampledFrom  = 1 << 13 // tokens of a range from which on not every gram is looked at
	sampled      = 4       // but one of so many; a power of two
	sampledShare = 90      // per cent of the shorter range that must be found so
	maxCells     = 40_000  // a gap of at most so many cells is aligned exactly
	maxBetween   = 120     // tokens between two segments that go on with each other
	budgetBase   = 4_000_000
	budgetToken  = 120 // operations granted for each token
)

func align(ctx context.Context, a, b []int32, classes []class, report func(int)) ([]int32, error) {
	m := &matcher{ctx: ctx, a: a, b: b, class: classes, match: alone(len(a)), report: report,
		budget: budgetBase + budgetToken*(len(a)+len(b)), exact: diffmatchpatch.New()}
	m.exact.DiffTimeout = 0
	m.span(0, len(a), 0, len(b), longest)
	return m.match, ctx.Err()
}

// span aligns a[a0:a1] with b[b0:b1]; k is the length of anchors to begin with.
func (m *matcher) span(a0, a1, b0, b1, k int) {
	for a0 < a1 && b0 < b1 && m.a[a0] == m.b[b0] {
		m.match[a0] = int32(b0)
		a0, b0 = a0+1, b0+1
	}
	for a0 < a1 && b0 < b1 && m.a[a1-1] == m.b[b1-1] {
		a1, b1 = a1-1, b1-1
		m.match[a1] = int32(b1)
	}
	if a0 == a1 || b0 == b1 || m.ctx.Err() != nil {
		m.settled(a1)
		return
	}
	cells := (a1 - a0) * (b1 - b0)
	if cells <= maxWeighed {
		m.weighed(a0, a1, b0, b1)
		m.settled(a1)
		return
	}
	for ; k >= 1; k /= 2 {
		m.budget -= a1 - a0 + b1 - b0
		if m.budget < 0 {
			return
		}
		if anchors := m.anchors(a0, a1, b0, b1, k); len(anchors) > 0 {
			m.between(a0, a1, b0, b1, k, anchors)
			return
		}
	}
	if cells <= maxCells {
		m.small(a0, a1, b0, b1)
	} else {
		m.sparse(a0, a1, b0, b1)
	}
	m.settled(a1)
}

func (m *matcher) settled(upto int) {
	if m.report != nil && upto-m.done > 1<<14 {
		m.done = upto
		m.report(upto)
	}
}

// between aligns what lies between the segments of a chain.
func (m *matcher) between(a0, a1, b0, b1, k int, anchors []segment) {
	x, y := a0, b0
	for _, p := range anchors {
		// Where it overlaps the one before, the part beyond that is left.
		skip := max(x-int(p.a), y-int(p.b), 0)
		if skip >= int(p.n) {
			continue
		}
		i, j := int(p.a)+skip, int(p.b)+skip
		m.span(x, i, y, j, k)
		x, y = int(p.a+p.n), int(p.b+p.n)
		for ; i < x; i, j = i+1, j+1 {
			m.match[i] = int32(j)
		}
	}
	m.span(x, a1, y, b1, k)
}

// segment is a run of n equal tokens.
type segment struct{ a, b, n int32 }

func (s segment) middle() int32  { return 2*s.a + s.n }
func (s segment) middleB() int32 { return 2*s.b + s.n }

// upTo is how many tokens between a segment and one that goes on with it will be
// aligned: half of them, on the side that has fewer; 0 where it does not go on.
func (s segment) upTo(next segment) int32 {
	x, y := next.a-s.a-s.n, next.b-s.b-s.n
	if x < 0 || y < 0 || max(x, y) > maxBetween {
		return 0
	}
	return min(x, y) / 2
}

// anchors returns the heaviest rising chain of runs around the k-grams that
// stand once in either range. Of a long range a part of the grams finds nearly
// every run where edits are few; where they are many, all are looked at.
func (m *matcher) anchors(a0, a1, b0, b1, k int) []segment {
	if k == longest && a1-a0 > sampledFrom {
		chain := heaviest(m.runs(a0, a1, b0, b1, k, sampled-1))
		held := 0
		for _, s := range chain {
			held += int(s.n)
		}
		if held >= sampledShare*min(a1-a0, b1-b0)/100 {
			return chain
		}
		m.budget -= a1 - a0 + b1 - b0
	}
	return heaviest(m.runs(a0, a1, b0, b1, k, 0))
}

// runs returns the runs of equal tokens around the k-grams that stand once in
// either range, of those that the bits of part sample. A gram's hash decides
// whether it is, so that both sides take the same.
func (m *matcher) runs(a0, a1, b0, b1, k int, part uint64) []segment {
	m.once.reset((a1 - a0) / int(part+1))
	for i := a0; i+k <= a1; i++ {
		if h := gram(m.a[i : i+k]); h>>60&part == 0 {
			m.once.first(h, i)
		}
	}
	for j := b0; j+k <= b1; j++ {
		if h := gram(m.b[j : j+k]); h>>60&part == 0 {
			m.once.second(h, j)
		}
	}
	var found []segment
	for i := a0; i+k <= a1; i++ {
		h := gram(m.a[i : i+k])
		if h>>60&part != 0 {
			continue
		}
		if _, j, ok := m.once.pair(h); ok && equal(m.a[i:i+k], m.b[j:j+k]) {
			run := m.extend(i, j, a0, a1, b0, b1)
			found = append(found, run)
			// Every anchor within the run would give the same run again.
			i = max(i, int(run.a+run.n)-k)
		}
	}
	return found
}

// extend returns the longest run of equal tokens around a pair of them.
func (m *matcher) extend(i, j, a0, a1, b0, b1 int) segment {
	x, y := i, j
	for x < a1 && y < b1 && m.a[x] == m.b[y] {
		x, y = x+1, y+1
	}
	for i > a0 && j > b0 && m.a[i-1] == m.b[j-1] {
		i, j = i-1, j-1
	}
	return segment{int32(i), int32(j), int32(x - i)}
}

func gram(keys []int32) uint64 {
	h := uint64(len(keys))
	for _, k := range keys {
		h = (h ^ uint64(k)) * 0x9e3779b97f4a7c15
		h ^= h >> 29
	}
	return h * 0x9e3779b97f4a7c15
}

func equal(a, b []int32) bool {
	for i, x := range a {
		if x != b[i] {
			return false
		}
	}
	return true
}

// heaviest returns the chain of segments that rises on both sides and holds
// the most tokens. Segments come in the order of a; where two overlap, their
// middles decide which comes first. It is the heaviest increasing subsequence,
// with a Fenwick tree for the best of all chains that end before a place. What
// lies between two that go on with each other will mostly be aligned as well and
// counts along: else a paragraph that was carried past a longer one, unchanged,
// would outweigh it for the edits in that.
func heaviest(in []segment) []segment {
	if len(in) < 2 {
		return in
	}
	rising := true
	for i := 1; i < len(in); i++ {
		rising = rising && in[i].middle() > in[i-1].middle() && in[i].middleB() > in[i-1].middleB()
	}
	if rising {
		return in
	}
	slices.SortStableFunc(in, func(p, q segment) int { return cmp.Compare(p.middle(), q.middle()) })
	own := make([]int32, len(in))
	for i, s := range in {
		own[i] = s.n
		for _, next := range in[i+1 : min(i+3, len(in))] {
			if between := s.upTo(next); between > 0 {
				own[i] += between
				break
			}
		}
	}
	places := make([]int32, len(in))
	for i, s := range in {
		places[i] = s.middleB()
	}
	slices.Sort(places)
	places = slices.Compact(places)
	type best struct {
		weight int64
		at     int32
	}
	tree := make([]best, len(places)+1)
	weight := make([]int64, len(in))
	back := make([]int32, len(in))
	top := int32(0)
	for i, s := range in {
		rank, _ := slices.BinarySearch(places, s.middleB())
		b := best{0, -1}
		for r := rank; r > 0; r &= r - 1 { // all places before this one
			if tree[r].weight > b.weight {
				b = tree[r]
			}
		}
		weight[i], back[i] = b.weight+int64(own[i]), b.at
		for r := rank + 1; r < len(tree); r += r & -r {
			if weight[i] > tree[r].weight {
				tree[r] = best{weight[i], int32(i)}
			}
		}
		if weight[i] > weight[top] {
			top = int32(i)
		}
	}
	var out []segment
	for i := top; i >= 0; i = back[i] {
		out = append(out, in[i])
	}
	slices.Reverse(out)
	return out
}

// small aligns a gap exactly: by weight, or, where that would cost too much,
// keeping as many tokens as can be.
func (m *matcher) small(a0, a1, b0, b1 int) {
	if (a1-a0)*(b1-b0) <= maxWeighed {
		m.weighed(a0, a1, b0, b1)
		return
	}
	x, y := m.toRunes(m.a[a0:a1], m.b[b0:b1])
	i, j := a0, b0
	for _, d := range m.exact.DiffMainRunes(x, y, false) {
		for range d.Text { // one rune a token; the text itself means nothing
			switch d.Type {
			case diffmatchpatch.DiffEqual:
				m.match[i] = int32(j)
				i, j = i+1, j+1
			case diffmatchpatch.DiffDelete:
				i++
			case diffmatchpatch.DiffInsert:
				j++
			}
		}
	}
}

// toRunes gives every key a rune of its own, the surrogates left out: all of
// them would become U+FFFD, and equal. Keys beyond the last rune are numbered
// anew within the gap.
func (m *matcher) toRunes(a, b []int32) (x, y []rune) {
	const first, last = 0xd800, 0x10ffff - 0x800
	var local map[int32]int32
	for _, keys := range [2][]int32{a, b} {
		for _, k := range keys {
			if k >= last {
				local = map[int32]int32{}
			}
		}
	}
	convert := func(dst []rune, keys []int32) []rune {
		for _, k := range keys {
			if local != nil {
				id, ok := local[k]
				if !ok {
					id = int32(len(local))
					local[k] = id
				}
				k = id
			}
			r := rune(k) + 1
			if r >= first {
				r += 0x800
			}
			dst = append(dst, r)
		}
		return dst
	}
	m.runes = [2][]rune{convert(m.runes[0][:0], a), convert(m.runes[1][:0], b)}
	return m.runes[0], m.runes[1]
}

// sparse aligns a large gap without a unique word: cut at the same share of
// both ranges into pieces that are small enough, each exactly.
func (m *matcher) sparse(a0, a1, b0, b1 int) {
	n, w := a1-a0, b1-b0
	pieces := 1
	for n/pieces*(w/pieces) > maxCells/4 && pieces < n && pieces < w {
		pieces++
	}
	for p := range pieces {
		x0, x1 := a0+n*p/pieces, a0+n*(p+1)/pieces
		y0, y1 := b0+w*p/pieces, b0+w*(p+1)/pieces
		if m.budget -= (x1 - x0) * (y1 - y0) / 16; m.budget < 0 || m.ctx.Err() != nil {
			return
		}
		m.small(x0, x1, y0, y1)
	}
}
