package diff

import (
	"context"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// matcher aligns two sequences of keys. Its result is match: for each key of a
// the index in b that it is aligned with, or -1, rising.
//
// Anchors come first: runs of k tokens that stand exactly once in either
// range, for k of 8, 4, 2 and 1, as in patience diff, and of them the longest
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
	table  []slot
	done   int // tokens of a that are settled, for progress
	report func(done int)
	exact  *diffmatchpatch.DiffMatchPatch
	runes  [2][]rune
	class  []class // of each key
	cells  []cell
	rows   []int32
}

const (
	maxCells    = 40_000 // a gap of at most so many cells is aligned exactly
	budgetBase  = 4_000_000
	budgetToken = 120 // operations granted for each token
)

// slot counts one k-gram: where it stands in either range, and how often.
type slot struct {
	hash   uint64
	a, b   int32
	na, nb uint8
}

func align(ctx context.Context, a, b []int32, classes []class, report func(int)) ([]int32, error) {
	m := &matcher{ctx: ctx, a: a, b: b, class: classes, match: make([]int32, len(a)), report: report,
		budget: budgetBase + budgetToken*(len(a)+len(b)), exact: diffmatchpatch.New()}
	m.exact.DiffTimeout = 0
	for i := range m.match {
		m.match[i] = -1
	}
	m.span(0, len(a), 0, len(b), 8)
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
	if (a1-a0)*(b1-b0) <= maxCells {
		m.small(a0, a1, b0, b1)
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
	m.sparse(a0, a1, b0, b1)
	m.settled(a1)
}

func (m *matcher) settled(upto int) {
	if m.report != nil && upto-m.done > 1<<14 {
		m.done = upto
		m.report(upto)
	}
}

// between aligns what lies between anchors of length k.
func (m *matcher) between(a0, a1, b0, b1, k int, anchors []anchor) {
	x, y := a0, b0
	for _, p := range anchors {
		// Where it overlaps the one before, the part beyond that is left.
		skip := max(x-int(p.a), y-int(p.b), 0)
		if skip >= k {
			continue
		}
		i, j := int(p.a)+skip, int(p.b)+skip
		m.span(x, i, y, j, k)
		x, y = int(p.a)+k, int(p.b)+k
		for ; i < x; i, j = i+1, j+1 {
			m.match[i] = int32(j)
		}
	}
	m.span(x, a1, y, b1, k)
}

type anchor struct{ a, b int32 }

// anchors returns the longest rising chain of the k-grams that stand once in
// either range.
func (m *matcher) anchors(a0, a1, b0, b1, k int) []anchor {
	size := 16
	for size < 2*(a1-a0+1) {
		size *= 2
	}
	if cap(m.table) < size {
		m.table = make([]slot, size)
	}
	table := m.table[:size]
	clear(table)
	mask := uint64(size - 1)
	find := func(h uint64) *slot {
		for i := h & mask; ; i = (i + 1) & mask {
			if s := &table[i]; s.hash == h || s.na == 0 {
				return s
			}
		}
	}
	for i := a0; i+k <= a1; i++ {
		h := gram(m.a[i : i+k])
		s := find(h)
		s.hash, s.a = h, int32(i)
		s.na = min(s.na+1, 2)
	}
	for j := b0; j+k <= b1; j++ {
		s := find(gram(m.b[j : j+k]))
		if s.na == 1 {
			s.b = int32(j)
			s.nb = min(s.nb+1, 2)
		}
	}
	var found []anchor
	for i := a0; i+k <= a1; i++ {
		s := find(gram(m.a[i : i+k]))
		if s.na == 1 && s.nb == 1 && equal(m.a[i:i+k], m.b[s.b:int(s.b)+k]) {
			found = append(found, anchor{int32(i), s.b})
		}
	}
	return chain(found)
}

func gram(keys []int32) uint64 {
	h := uint64(len(keys))
	for _, k := range keys {
		h = (h ^ uint64(k)) * 0x9e3779b97f4a7c15
		h ^= h >> 29
	}
	return h
}

func equal(a, b []int32) bool {
	for i, x := range a {
		if x != b[i] {
			return false
		}
	}
	return true
}

// chain returns the longest subsequence of anchors, which rise in a, that
// rises in b as well (Fredman's algorithm, n log n).
func chain(in []anchor) []anchor {
	if len(in) == 0 {
		return nil
	}
	tails := make([]int32, 0, len(in)) // index of the smallest end of a chain of each length
	back := make([]int32, len(in))
	for i, p := range in {
		lo, hi := 0, len(tails)
		if hi > 0 && in[tails[hi-1]].b < p.b {
			lo = hi
		}
		for lo < hi {
			mid := (lo + hi) / 2
			if in[tails[mid]].b < p.b {
				lo = mid + 1
			} else {
				hi = mid
			}
		}
		back[i] = -1
		if lo > 0 {
			back[i] = tails[lo-1]
		}
		if lo == len(tails) {
			tails = append(tails, int32(i))
		} else {
			tails[lo] = int32(i)
		}
	}
	out := make([]anchor, len(tails))
	for i, k := len(tails)-1, tails[len(tails)-1]; i >= 0; i, k = i-1, back[k] {
		out[i] = in[k]
	}
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
