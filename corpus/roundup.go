package corpus

import (
	"cmp"
	"slices"
)

// A roundup holds the texts of several stories, one after another. It is a copy
// of each as far as they go, and would make one story of them all.

const (
	partLeast   = 150  // shingles of a text that can tell a roundup
	partMost    = 0.75 // of those of the roundup
	partsLooked = 16   // the longest of the texts that a document holds
	// Of one text two parts of this size are hardly ever less alike than this,
	// and of two texts hardly ever more.
	partLikeness = 0.04
)

// withoutRoundups leaves out the links of documents that hold texts about
// different things. ls are in order, and so is the result.
func withoutRoundups(fs []features, ls []link) []link {
	parts := map[int32][]int32{}
	for _, l := range ls {
		if !l.same {
			continue
		}
		whole, part := l.a, l.b
		if fs[whole].total() < fs[part].total() {
			whole, part = part, whole
		}
		if n := fs[part].total(); n >= partLeast && float64(n) <= partMost*float64(fs[whole].total()) {
			parts[whole] = append(parts[whole], part)
		}
	}
	roundup := map[int32]bool{}
	for whole, list := range parts {
		if len(list) > 1 && falls(fs, list) {
			roundup[whole] = true
		}
	}
	if len(roundup) == 0 {
		return ls
	}
	return slices.DeleteFunc(slices.Clone(ls), func(l link) bool { return roundup[l.a] || roundup[l.b] })
}

// falls reports whether documents fall into groups that have nothing to do with
// each other.
func falls(fs []features, list []int32) bool {
	slices.SortFunc(list, func(a, b int32) int {
		return cmp.Or(cmp.Compare(fs[b].total(), fs[a].total()), cmp.Compare(a, b))
	})
	list = list[:min(len(list), partsLooked)]
	group := make([]int32, len(list))
	groups := len(list)
	for i := range list {
		group[i] = int32(i)
		for j := range i {
			a, b := root(group, int32(i)), root(group, int32(j))
			if a == b {
				continue
			}
			if like, _ := likeness(&fs[list[i]], &fs[list[j]]); like >= partLikeness {
				group[max(a, b)] = min(a, b)
				groups--
			}
		}
	}
	return groups > 1
}
