package view

import (
	"cmp"
	"slices"

	"variorum/diff"
	"variorum/text"
)

// planner finds the order in which two texts are read side by side: groups of
// sentences that begin in the same row.
//
// The pairs that are in order hold the texts together like the rungs of a
// ladder. A new group begins wherever either side begins a block, so that the
// columns fall back into step at every paragraph. What stands between two
// rungs on one side only (additions, losses, moved passages) stays with the
// paragraph that it belongs to, or makes groups of its own where it is whole
// paragraphs. Two tellings have few rungs or none; among their links the
// heaviest set that does not cross decides which paragraphs face each other.
type planner struct {
	c      *diff.Comparison
	groups []group
}

// group is a run of units that begin in the same row.
type group struct {
	units []unit
	link  bool // held together by a paraphrase
}

// unit is a range of sentences on each side, either of which may be empty.
type unit struct {
	pair     int // index into Pairs where the unit is one, or -1
	from, to [2]int
}

// span returns the sentences of a group on one side.
func (g *group) span(s diff.Side) (from, to int) {
	return g.units[0].from[s], g.units[len(g.units)-1].to[s]
}

// arrange makes the plan of a comparison: every sentence of either side stands
// in exactly one unit, in order. It costs time in proportion to the number of
// sentences and n log n in the number of paraphrases.
func arrange(c *diff.Comparison) []group {
	p := &planner{c: c}
	var links []link
	at := [2]int{}
	rungs := []unit{}
	for i, pair := range c.Pairs {
		a, b := pair.Sentences[diff.A], pair.Sentences[diff.B]
		if len(a) == 0 || len(b) == 0 {
			continue
		}
		if pair.Relation == diff.Paraphrase {
			links = append(links, p.link(pair))
			continue
		}
		u := unit{i, [2]int{a[0], b[0]}, [2]int{a[len(a)-1] + 1, b[len(b)-1] + 1}}
		if pair.Moved || u.from[0] < at[0] || u.from[1] < at[1] {
			continue
		}
		at = u.to
		rungs = append(rungs, u)
	}
	if l, ok := p.titles(); ok {
		links = append(links, l)
	}
	slices.SortFunc(links, func(x, y link) int {
		return cmp.Or(cmp.Compare(x.blocks[0], y.blocks[0]), cmp.Compare(y.blocks[1], x.blocks[1]))
	})
	at = [2]int{}
	end := [2]int{len(c.Texts[0].Sentences), len(c.Texts[1].Sentences)}
	for _, u := range append(rungs, unit{-1, end, end}) {
		p.gap(at, u, &links)
		at = u.to
	}
	return p.groups
}

// block returns the block of a sentence, -1 before the first.
func (p *planner) block(side, sentence int) int {
	if sentence < 0 {
		return -1
	}
	return p.c.Texts[side].Sentences[sentence].Block
}

// gap adds what stands between the sentences so far and the next rung, and the
// rung itself.
func (p *planner) gap(at [2]int, next unit, links *[]link) {
	head, tail := at, next.from // where the whole paragraphs in the gap begin and end
	for s := range head {
		for head[s] < next.from[s] && head[s] > 0 && p.block(s, head[s]) == p.block(s, head[s]-1) {
			head[s]++
		}
		if next.pair < 0 {
			continue
		}
		for tail[s] > head[s] && p.block(s, tail[s]-1) == p.block(s, next.from[s]) {
			tail[s]--
		}
	}
	p.add(unit{-1, at, head}, false, false)
	if head != tail {
		p.paragraphs(head, tail, links)
	}
	split := head != tail
	for s := range tail {
		if next.pair >= 0 && tail[s] > 0 && p.block(s, tail[s]-1) != p.block(s, tail[s]) {
			split = true
		}
	}
	if tail != next.from {
		p.add(unit{-1, tail, next.from}, split, false)
		split = false
	}
	if next.pair >= 0 {
		p.add(next, split, false)
	}
}

// paragraphs adds whole paragraphs that nothing in order holds together: those
// that are linked begin in the same row, the rest flow freely.
func (p *planner) paragraphs(from, to [2]int, links *[]link) {
	var inside []link
	rest := (*links)[:0:0]
	for i, l := range *links {
		if l.from[0] >= to[0] {
			rest = (*links)[i:]
			break
		}
		if l.from[0] >= from[0] && l.from[1] >= from[1] && l.from[1] < to[1] {
			inside = append(inside, l)
		}
	}
	*links = rest
	linked := false
	for _, l := range heaviest(inside) {
		p.add(unit{-1, from, l.from}, true, linked)
		from, linked = l.from, !l.tacit
	}
	p.add(unit{-1, from, to}, true, linked)
}

// add appends a unit to the last group, or as a new one.
func (p *planner) add(u unit, split, linked bool) {
	if u.from == u.to {
		return
	}
	if split || len(p.groups) == 0 {
		p.groups = append(p.groups, group{link: linked})
	}
	g := &p.groups[len(p.groups)-1]
	g.units = append(g.units, u)
}

// link is a paraphrase, as a wish of two paragraphs to face each other.
type link struct {
	blocks [2]int
	from   [2]int // the first sentence of each
	weight float64
	tacit  bool // not worth a sign in the gutter
}

// titles returns the wish of the titles to face each other, whatever they say.
func (p *planner) titles() (link, bool) {
	l := link{weight: 1, tacit: true}
	for s, t := range p.c.Texts {
		i := slices.IndexFunc(t.Sentences, func(x diff.Sentence) bool { return t.Blocks[x.Block].Kind == text.Title })
		if i < 0 {
			return link{}, false
		}
		l.blocks[s], l.from[s] = t.Sentences[i].Block, i
	}
	return l, true
}

// link returns the wish of a pair.
func (p *planner) link(pair diff.Pair) link {
	l := link{weight: pair.Similarity}
	for s := range l.from {
		first := pair.Sentences[s][0]
		l.blocks[s] = p.block(s, first)
		for first > 0 && p.block(s, first-1) == l.blocks[s] {
			first--
		}
		l.from[s] = first
	}
	return l
}

// heaviest returns links that rise on both sides and weigh the most together.
// They must be sorted by A rising, then B falling. Several links between the
// same two paragraphs count together.
func heaviest(links []link) []link {
	var merged []link
	for _, l := range links {
		if n := len(merged) - 1; n >= 0 && merged[n].blocks == l.blocks {
			merged[n].weight += l.weight
			merged[n].tacit = merged[n].tacit && l.tacit
			continue
		}
		merged = append(merged, l)
	}
	// A Fenwick tree over B holds, for every prefix, the heaviest chain that
	// ends in it.
	var bs []int
	for _, l := range merged {
		bs = append(bs, l.blocks[1])
	}
	slices.Sort(bs)
	bs = slices.Compact(bs)
	total := make([]float64, len(merged))
	before := make([]int, len(merged))
	tree := make([]int, len(bs)+1)
	for i := range tree {
		tree[i] = -1
	}
	best := -1
	for i, l := range merged {
		at, _ := slices.BinarySearch(bs, l.blocks[1])
		before[i] = -1
		for k := at; k > 0; k -= k & -k {
			if j := tree[k]; j >= 0 && (before[i] < 0 || total[j] > total[before[i]]) {
				before[i] = j
			}
		}
		total[i] = l.weight
		if before[i] >= 0 {
			total[i] += total[before[i]]
		}
		for k := at + 1; k < len(tree); k += k & -k {
			if tree[k] < 0 || total[i] > total[tree[k]] {
				tree[k] = i
			}
		}
		if best < 0 || total[i] > total[best] {
			best = i
		}
	}
	var out []link
	for i := best; i >= 0; i = before[i] {
		out = append(out, merged[i])
	}
	slices.Reverse(out)
	return out
}
