package diff

import "slices"

// Among the alignments of a small gap that keep as many tokens, most are not
// what a reader would choose: a comma kept in place of a name, a phrase
// scattered over three places. So a small gap is aligned for what it says, and
// not for how many tokens it keeps: a content word weighs more than a function
// word, that more than a mark, and a token that goes on with the one before
// more than one by itself. It is the plain quadratic recurrence with two
// values a cell (Gotoh's form, with runs in place of gaps): the best score of
// all up to here, and the best of those that end in an aligned pair.

const (
	maxWeighed = 12_000 // cells of a gap that is aligned by weight; a larger one is left to go-diff
	runBonus   = 2
)

// gapWeight is what aligning a token of a class is worth.
func (c class) gapWeight() int32 { return [...]int32{2, 4, 9, 9}[c] }

// cell remembers how the best scores of a cell came about.
type cell uint8

const (
	fromPair cell = 1 << iota // the best of all ends in this pair
	fromLeft                  // it is that of the cell to the left
	onward                    // the best pair here goes on with the pair before
)

// weighed aligns a[a0:a1] with b[b0:b1] by weight.
func (m *matcher) weighed(a0, a1, b0, b1 int) {
	n, w := a1-a0, b1-b0
	m.cells = slices.Grow(m.cells[:0], n*w)[:n*w]
	m.rows = slices.Grow(m.rows[:0], 4*(w+1))[:4*(w+1)]
	clear(m.rows)
	all, pair := m.rows[:w+1], m.rows[w+1:2*(w+1)]
	nextAll, nextPair := m.rows[2*(w+1):3*(w+1)], m.rows[3*(w+1):]
	for i := range n {
		key := m.a[a0+i]
		weight := m.class[key].gapWeight()
		for j := range w {
			var c cell
			best := all[j+1] // without token i
			if nextAll[j] > best {
				best, c = nextAll[j], fromLeft
			}
			nextPair[j+1] = 0
			if m.b[b0+j] == key {
				weight := weight
				if i == j || n-i == w-j {
					weight++ // of two that changed places, what stands between has not
				}
				score := all[j] + weight
				if on := pair[j] + weight + runBonus; pair[j] > 0 && on >= score {
					score = on
					c |= onward
				}
				nextPair[j+1] = score
				if score >= best {
					best, c = score, c&^fromLeft|fromPair
				}
			}
			nextAll[j+1] = best
			m.cells[i*w+j] = c
		}
		all, nextAll = nextAll, all
		pair, nextPair = nextPair, pair
		nextAll[0], nextPair[0] = 0, 0
	}
	for i, j, on := n-1, w-1, false; i >= 0 && j >= 0; {
		switch c := m.cells[i*w+j]; {
		case on || c&fromPair != 0:
			m.match[a0+i] = int32(b0 + j)
			on = c&onward != 0
			i, j = i-1, j-1
		case c&fromLeft != 0:
			j--
		default:
			i--
		}
	}
}
