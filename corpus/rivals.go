package corpus

import (
	"cmp"
	"slices"
)

// rivals are groups of documents that must not become one: of each, by its
// lowest number, the others.
type rivals map[int32]map[int32]bool

func rivalsOf(pairs [][2]int32) rivals {
	r := rivals{}
	for _, p := range pairs {
		r.set(p[0], p[1])
	}
	return r
}

func (r rivals) set(a, b int32) {
	for range 2 {
		if r[a] == nil {
			r[a] = map[int32]bool{}
		}
		r[a][b] = true
		a, b = b, a
	}
}

// joined says that group b has become part of group a: its rivals are now
// those of a.
func (r rivals) joined(a, b int32) {
	for c := range r[b] {
		delete(r[c], b)
		r.set(a, c)
	}
	delete(r, b)
}

// fairly returns links in the order in which they are followed: where something
// must stay apart, the strongest first, so that a third goes with the one that
// it is closest to.
func (r rivals) fairly(ls []link) []link {
	if len(r) == 0 {
		return ls
	}
	ls = slices.Clone(ls)
	slices.SortStableFunc(ls, func(a, b link) int { return cmp.Compare(b.like, a.like) })
	return ls
}
