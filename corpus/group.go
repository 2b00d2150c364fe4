package corpus

import (
	"cmp"
	"container/heap"
	"context"
	"slices"
)

const (
	// sameShare is which share of the shorter of two documents must stand in
	// the other for them to be one text, sameLeast how many shingles at least.
	sameShare = 0.5
	sameLeast = 6
	// Where every fifth word was changed, only a third of the shingles is left,
	// but hardly another word has come in: so much of the shingles is enough if
	// the documents are so much alike.
	editedShare    = 0.2
	editedLikeness = 0.7
	// relatedLikeness is how alike two groups of documents must be on the
	// average to tell of one event.
	relatedLikeness = 0.2
	// Up to so many documents, each is compared with every other. In a larger
	// corpus each is compared with the closest others by its rarest words: so
	// many words, none of which is in more documents than maxPostings.
	exhaustive  = 500
	probes      = 40
	maxPostings = 200
	closest     = 60
)

// link is how two documents stand to each other.
type link struct {
	a, b int32 // a < b
	same bool
	like float64 // likeness, or the share of the shorter one where that is more
}

// links compares every document with those that it has rare words in common
// with. The result is in order.
func links(ctx context.Context, fs []features) ([]link, error) {
	postings := map[int32][]int32{}
	for i := range fs {
		for _, t := range fs[i].terms {
			postings[t.id] = append(postings[t.id], int32(i))
		}
	}
	found := make([][]link, len(fs))
	err := each(ctx, len(fs), func(i int) {
		for _, j := range neighbours(fs, postings, int32(i)) {
			a, b := &fs[i], &fs[j]
			l := link{a: j, b: int32(i), like: likeness(a, b)}
			share, n := contained(a, b)
			if n >= sameLeast && (share >= sameShare || share >= editedShare && l.like >= editedLikeness) {
				l.same, l.like = true, max(share, l.like)
			}
			found[i] = append(found[i], l)
		}
	})
	if err != nil {
		return nil, err
	}
	return slices.Concat(found...), nil
}

// neighbours returns the documents before i that share most with it of its
// rarest words, in order.
func neighbours(fs []features, postings map[int32][]int32, i int32) []int32 {
	if len(fs) <= exhaustive {
		all := make([]int32, i)
		for j := range all {
			all[j] = int32(j)
		}
		return all
	}
	rare := make([]term, 0, len(fs[i].terms))
	for _, t := range fs[i].terms {
		if n := len(postings[t.id]); n > 1 && n <= maxPostings {
			rare = append(rare, t)
		}
	}
	slices.SortStableFunc(rare, func(a, b term) int { return cmp.Compare(b.weight, a.weight) })
	rare = rare[:min(len(rare), probes)]
	score := map[int32]float64{}
	var near []int32
	for _, t := range rare {
		for _, j := range postings[t.id] {
			if j >= i {
				break
			}
			if _, ok := score[j]; !ok {
				near = append(near, j)
			}
			score[j] += float64(t.weight)
		}
	}
	slices.SortFunc(near, func(a, b int32) int { return cmp.Or(cmp.Compare(score[b], score[a]), cmp.Compare(a, b)) })
	near = near[:min(len(near), closest)]
	slices.Sort(near)
	return near
}

// cluster joins documents: first those that are one text, then group by group
// whatever is alike enough on the average of all pairs between two groups, so
// that a chain of weak links joins nothing. It returns for every document the
// lowest number of its story and of its text.
func cluster(n int, ls []link) (story, version []int32) {
	version = make([]int32, n)
	for i := range version {
		version[i] = int32(i)
	}
	for _, l := range ls {
		if a, b := root(version, l.a), root(version, l.b); l.same && a != b {
			version[max(a, b)] = min(a, b)
		}
	}
	size := make([]float64, n)
	for i := range version {
		version[i] = root(version, int32(i))
		size[version[i]]++
	}
	sums := make([]map[int32]sum, n)
	add := func(a, b int32, x sum) {
		if sums[a] == nil {
			sums[a] = map[int32]sum{}
		}
		sums[a][b] = sum{sums[a][b].like + x.like, sums[a][b].pairs + x.pairs}
	}
	for _, l := range ls {
		if a, b := version[l.a], version[l.b]; a != b {
			add(a, b, sum{l.like, 1})
			add(b, a, sum{l.like, 1})
		}
	}
	queue := &merges{}
	push := func(a, b int32) {
		if x := sums[a][b].average(size[a] * size[b]); x >= relatedLikeness {
			heap.Push(queue, merge{min(a, b), max(a, b), x})
		}
	}
	for a := range sums {
		for b := range sums[a] {
			if int32(a) < b {
				push(int32(a), b)
			}
		}
	}
	story = slices.Clone(version)
	for queue.Len() > 0 {
		m := heap.Pop(queue).(merge)
		a, b := m.a, m.b
		if story[a] != a || story[b] != b || sums[a][b].average(size[a]*size[b]) != m.like {
			continue // one of them has changed since
		}
		story[b] = a
		size[a] += size[b]
		delete(sums[a], b)
		others := make([]int32, 0, len(sums[b]))
		for c := range sums[b] {
			if c != a {
				others = append(others, c)
			}
		}
		slices.Sort(others)
		for _, c := range others {
			x := sums[b][c]
			delete(sums[c], b)
			add(a, c, x)
			add(c, a, x)
		}
		sums[b] = nil
		for c := range sums[a] {
			push(a, c)
		}
	}
	for i := range story {
		story[i] = root(story, int32(i))
	}
	return story, version
}

// sum adds up the likeness of the pairs between two groups that were compared.
type sum struct{ like, pairs float64 }

// average returns the average over all pairs. One that was never compared
// counts as unlike, except between large groups, of whose pairs those that were
// compared are but a sample.
func (s sum) average(all float64) float64 {
	return s.like / max(s.pairs, min(all, closest))
}

// root follows the numbers of a forest up to the lowest.
func root(up []int32, i int32) int32 {
	for up[i] != i {
		up[i] = up[up[i]]
		i = up[i]
	}
	return i
}

// merge is two groups that could become one.
type merge struct {
	a, b int32
	like float64
}

// merges is a heap with the likest first.
type merges []merge

func (m merges) Len() int { return len(m) }
func (m merges) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(m[j].like, m[i].like), cmp.Compare(m[i].a, m[j].a), cmp.Compare(m[i].b, m[j].b)) < 0
}
func (m merges) Swap(i, j int) { m[i], m[j] = m[j], m[i] }
func (m *merges) Push(x any)   { *m = append(*m, x.(merge)) }
func (m *merges) Pop() any {
	old := *m
	x := old[len(old)-1]
	*m = old[:len(old)-1]
	return x
}
