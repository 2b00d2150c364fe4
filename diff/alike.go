package diff

import (
	"strings"

	"variorum/text"
)

// To a reader, what was done to the wording in the same way in twenty places was done
// once, and is one row of a list.

// Changes returns the differences of each change, by index, in reading order.
func (c *Comparison) Changes() [][]int {
	var out [][]int
	at := map[int]int{}
	for i := range c.Differences {
		n := c.Differences[i].Change
		k, ok := at[n]
		if !ok {
			k = len(out)
			at[n] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], i)
	}
	return out
}

// Alike gathers n things of which each is some differences, or words that two tellings
// share: those that did the same to the same words stand together, once typography
// and case are folded away. Groups are in the order of their first members.
func (c *Comparison) Alike(n int, thing func(int) (differences []int, shared []Shared)) (groups [][]int) {
	index := make(map[string]int, n)
	var key []byte
	for i := range n {
		key = c.appendKey(key[:0], thing, i)
		k, ok := index[string(key)]
		if !ok {
			k = len(groups)
			index[string(key)] = k
			groups = append(groups, nil)
		}
		groups[k] = append(groups[k], i)
	}
	return groups
}

// appendKey appends what equal things have in common. Where only the spelling
// differs, folding it would leave nothing to tell two of them apart.
func (c *Comparison) appendKey(key []byte, thing func(int) ([]int, []Shared), i int) []byte {
	differences, shared := thing(i)
	for _, sh := range shared {
		key = append(append(key, 0), text.Key(c.Text(A, sh.Places[A]))...)
	}
	for _, i := range differences {
		d := &c.Differences[i]
		key = append(key, 1, byte(d.Kind))
		for s, at := range d.Places {
			words := c.Text(Side(s), at)
			if d.Kind < Typography {
				words = text.Key(strings.TrimSpace(words))
			}
			key = append(append(key, words...), 0)
		}
	}
	return key
}

// Block returns the paragraph of a difference, by which one speaks of its place: that
// of A, unless the words stand in B alone and A has only a position for the whole of
// a sentence.
func (c *Comparison) Block(d *Difference) (s Side, block int) {
	whole := d.Kind == Omission || d.Kind == Duplicate
	if at := d.Places[A]; at.Sentence < 0 || whole && at.Empty() {
		s = B
	}
	return s, c.Texts[s].Sentences[d.Places[s].Sentence].Block
}

// Where names that paragraph: as Label does, and B¶12 for one that is counted in B.
func (c *Comparison) Where(d *Difference) string {
	s, block := c.Block(d)
	name := c.Texts[s].Label(block)
	if s == B && strings.HasPrefix(name, "¶") {
		return "B" + name
	}
	return name
}
