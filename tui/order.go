package tui

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"variorum/corpus"
)

// order is how the library sorts its stories.
type order uint8

const (
	byVersions order = iota // most versions first, as the corpus has them
	byDate                  // latest first
	byChange                // whose copies differ most first
	numOrders
)

// String says it in the bar; the order of the corpus goes without saying.
func (o order) String() string {
	return [...]string{"", "latest first", "most changed first"}[o]
}

// sort puts stories, given as indexes, in the order.
func (o order) sort(stories []corpus.Story, shown []int) {
	switch o {
	case byDate:
		latest := make(map[int]corpus.Moment, len(shown))
		for _, i := range shown {
			for k := range stories[i].Versions {
				latest[i] = max(latest[i], stories[i].Versions[k].Published)
			}
		}
		slices.SortStableFunc(shown, func(i, j int) int { return cmp.Compare(latest[j], latest[i]) })
	case byChange:
		most := make(map[int]float64, len(shown))
		for _, i := range shown {
			_, most[i] = spread(&stories[i])
		}
		slices.SortStableFunc(shown, func(i, j int) int { return cmp.Compare(most[j], most[i]) })
	}
}

// spread returns by how much the copies of a story's text differ from the one
// closest to each: the least and the most, as shares; most is -1 where the story
// has no two copies of one text.
func spread(s *corpus.Story) (least, most float64) {
	least, most = 1, -1
	for i := range s.Versions {
		if v := &s.Versions[i]; v.Match == corpus.SameText || v.Match == corpus.Assigned {
			least, most = min(least, 1-v.Similarity), max(most, 1-v.Similarity)
		}
	}
	return least, most
}

// glanceOf says at a glance what the versions of a story are to each other.
func glanceOf(s *corpus.Story) string {
	least, most := spread(s)
	low, high := math.Round(100*least), math.Round(100*most)
	switch {
	case len(s.Versions) < 2:
		return ""
	case most < 0:
		return "told independently"
	case high == 0:
		return "hardly changed"
	case low == high:
		return fmt.Sprintf("%.0f%% changed", high)
	}
	return fmt.Sprintf("%.0f–%.0f%% changed", low, high)
}
