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
	// What an outlet puts under all its texts makes copies of two short ones, or
	// tellings of one event, were it not that they begin with different things: of
	// what a text begins with, so much stands in another one that tells of the same.
	// It is asked of two that have more words in a row in common than by chance, which
	// is seven.
	leadShare    = 0.35
	passageLeast = 7 - shingleSize + 1
	// relatedLikeness is how alike two groups of documents must be on the
	// average to tell of one event.
	relatedLikeness = 0.2
	// Among thousands of texts there are always two that make much of one and
	// the same name, and one is not about what the other is. One event has so
	// many names and numbers, or a quarter of those of the shorter text.
	eventNames = 4
	// Or they have two or three names in common that both make much of, and
	// nothing else: who they tell of is the same then, and not what. Where they
	// have so many other words, these must be alike as well.
	eventWords = 30
	eventRest  = 0.04
	// Of the pairs between two groups so many are enough to tell how alike
	// these are.
	enoughPairs = 60
)

// link is how two documents stand to each other.
type link struct {
	a, b int32 // a < b
	same bool
	like float64 // likeness, or the share of the shorter one where that is more
}

// patience is how many documents may turn out unlike another one before there
// is no hope of those that share less with it.
const patience = 6

// candidate is a document to compare another one with.
type candidate struct {
	doc int32
	may reason // what the two may turn out to be
}

// reason is what brought two documents together.
type reason uint8

const (
	copied reason = 1 << iota // they share shingles
	retold                    // they share rare words
)

// links compares each document, from one on, with its candidates, of which those
// that share most come first. It returns by document, in order, how it stands to
// those before it. many says that it is one of many.
func links(ctx context.Context, fs []features, from int, many bool, near func(i int) []candidate) ([][]link, error) {
	found := make([][]link, len(fs))
	err := each(ctx, len(fs)-from, func(k int) {
		i := from + k
		tried, alike := 0, false // of those that share rare words alone
		for _, c := range near(i) {
			if c.may == retold && tried == patience && !alike {
				break
			}
			a, b := &fs[i], &fs[c.doc]
			l, s := meet(a, b, c.may)
			l.a, l.b = c.doc, int32(i)
			if many && !l.same && byChance(a, b, s) {
				l.like = 0
			}
			if c.may == retold {
				tried++
				alike = alike || l.like >= relatedLikeness/2
			}
			found[i] = append(found[i], l)
		}
		slices.SortFunc(found[i], func(x, y link) int { return cmp.Compare(x.a, y.a) })
	})
	return found, err
}

// byChance reports whether two of thousands of texts may share what they share
// without telling of the same.
func byChance(a, b *features, s shared) bool {
	names, others := min(a.names, b.names), min(len(a.terms)-a.names, len(b.terms)-b.names)
	switch {
	case s.names >= eventNames:
		return false
	case s.names < names/4:
		return true
	}
	return names >= fewNames && others >= eventWords && s.rest < eventRest
}

// meet returns how two documents stand to each other, and what they share. Only those
// that a shingle brought together can be one text.
func meet(a, b *features, may reason) (l link, s shared) {
	s = likeness(a, b)
	l.like = s.like
	if may&copied != 0 || l.like >= relatedLikeness {
		switch share, n := contained(a, b); {
		case n < passageLeast:
		case max(leadIn(a, b), leadIn(b, a)) < leadShare:
			l.like = 0
		case may&copied == 0 || n < sameLeast || share < editedShare:
		case share >= sameShare || l.like >= editedLikeness:
			l.same, l.like = true, max(share, l.like)
		}
	}
	return l, s
}

// within returns the links that matter, in order: those between documents that
// a chain of strong links connects. No other two can come to be in one story.
func within(found [][]link) []link {
	part := make([]int32, len(found))
	for i := range part {
		part[i] = int32(i)
	}
	for _, ls := range found {
		for _, l := range ls {
			if a, b := root(part, l.a), root(part, l.b); a != b && (l.same || l.like >= relatedLikeness) {
				part[max(a, b)] = min(a, b)
			}
		}
	}
	var out []link
	for _, ls := range found {
		for _, l := range ls {
			if root(part, l.a) == root(part, l.b) {
				out = append(out, l)
			}
		}
	}
	return out
}

// cluster joins documents: first those that are one text, then group by group
// whatever is alike enough on the average of all pairs between two groups, so
// that a chain of weak links joins nothing. The pairs in apart never come to be in
// one story. It returns for every document the lowest number of its story and of
// its text.
func cluster(n int, ls []link, apart [][2]int32) (story, version []int32) {
	rival := rivalsOf(apart)
	version = make([]int32, n)
	for i := range version {
		version[i] = int32(i)
	}
	for _, l := range rival.fairly(ls) {
		if a, b := root(version, l.a), root(version, l.b); l.same && a != b && !rival[a][b] {
			version[max(a, b)] = min(a, b)
			rival.joined(min(a, b), max(a, b))
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
		if rival[a][b] {
			continue
		}
		story[b] = a
		rival.joined(a, b)
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
	return s.like / max(s.pairs, min(all, enoughPairs))
}

// byPlace compares links as they stand in order.
func byPlace(x, y link) int { return cmp.Or(cmp.Compare(x.b, y.b), cmp.Compare(x.a, y.a)) }

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
