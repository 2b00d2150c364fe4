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

// wholes returns of each document that holds more than one other text the numbers
// of the longest of these. size tells how many shingles a document has.
func wholes(ls []link, size func(i int32) int) map[int32][]int32 {
	parts := map[int32][]int32{}
	for _, l := range ls {
		if !l.same {
			continue
		}
		whole, part := l.a, l.b
		if size(whole) < size(part) {
			whole, part = part, whole
		}
		if n := size(part); n >= partLeast && float64(n) <= partMost*float64(size(whole)) {
			parts[whole] = append(parts[whole], part)
		}
	}
	for whole, list := range parts {
		if len(list) < 2 {
			delete(parts, whole)
			continue
		}
		slices.SortFunc(list, func(a, b int32) int { return cmp.Or(cmp.Compare(size(b), size(a)), cmp.Compare(a, b)) })
		parts[whole] = list[:min(len(list), partsLooked)]
	}
	return parts
}

// unrelated reports whether documents fall into groups that have nothing to do
// with each other.
func unrelated(fs []features, list []int32) bool {
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

// withoutRoundups leaves out the links of some documents, in place.
func withoutRoundups(ls []link, roundup map[int32]bool) []link {
	return slices.DeleteFunc(ls, func(l link) bool { return roundup[l.a] || roundup[l.b] })
}
