package collation

import (
	"cmp"
	"slices"

	"variorum/diff"
)

// Position is a place in the base: a byte of the text of one of its blocks.
type Position struct{ Block, Offset int }

// Compare returns -1, 0 or 1 as p comes before q, is q, or comes after it.
func (p Position) Compare(q Position) int {
	return cmp.Or(cmp.Compare(p.Block, q.Block), cmp.Compare(p.Offset, q.Offset))
}

// Kind is what a witness does at a place.
type Kind uint8

// The kinds of variation.
const (
	Substitution  Kind = iota // has other words
	Omission                  // leaves the words out
	Addition                  // has words that the base does not have there
	Lacuna                    // breaks off and has lost the words
	Supplement                // has the words that the base, which breaks off, has lost
	Transposition             // has the words at another place
	Markup                    // has the same words, marked up otherwise
)

// Witness is what the apparatus needs to know of one version.
type Witness struct {
	// Apart says that the version tells independently of the base, and takes
	// no part in the apparatus.
	Apart bool

	// Blocks holds for each block of the base the block of the witness in which
	// it is found, or -1.
	Blocks []int32

	variations []variation // by place
}

// variation is what a witness does at one place of the base.
type variation struct {
	from, to Position // of the lemma; equal where the base has no words there
	kind     Kind
	text     string     // what the witness has, or after what it has it
	words    int        // that are lost
	passage  bool       // whole sentences, or more than a phrase
	blanks   [2]bool    // white space stands before and after it
	fold     diff.Tiers // any of which leaves it out
}

// Read takes from the comparison of the base, which is side A, with a witness
// what the apparatus needs of it.
func Read(c *diff.Comparison) *Witness {
	w := &Witness{Apart: c.Summary.Verdict >= diff.Related}
	if w.Apart || len(c.Texts[diff.A].Sentences) == 0 {
		return w
	}
	w.Blocks = partners(c)
	for _, g := range groups(c) {
		w.variations = append(w.variations, g.variations(c)...)
	}
	slices.SortStableFunc(w.variations, func(x, y variation) int {
		return cmp.Or(x.from.Compare(y.from), x.to.Compare(y.to))
	})
	return w
}

// partners finds the block of the witness that each block of the base is in.
func partners(c *diff.Comparison) []int32 {
	out := make([]int32, len(c.Texts[diff.A].Blocks))
	for i := range out {
		out[i] = -1
	}
	for _, p := range c.Pairs {
		if p.Relation > diff.Edited {
			continue
		}
		a := c.Texts[diff.A].Sentences[p.Sentences[diff.A][0]].Block
		if out[a] < 0 {
			out[a] = int32(c.Texts[diff.B].Sentences[p.Sentences[diff.B][0]].Block)
		}
	}
	return out
}

// group is the differences that make one change and are ignored together.
type group struct {
	differences []*diff.Difference
	fold        diff.Tiers
	kind        Kind // as far as the difference tells it by itself
}

// groups gathers the parts of every change, in reading order.
func groups(c *diff.Comparison) []*group {
	type key struct {
		change int
		fold   diff.Tiers
		kind   Kind
	}
	var out []*group
	at := map[key]*group{}
	for i := range c.Differences {
		d := &c.Differences[i]
		k := key{d.Change, folds(c, d), kindOf(c, d)}
		g := at[k]
		// Every word that changed its place in a sentence did so by itself.
		if g == nil || d.Kind == diff.Reorder || d.Kind == diff.Markup {
			g = &group{fold: k.fold, kind: k.kind}
			at[k] = g
			out = append(out, g)
		}
		g.differences = append(g.differences, d)
	}
	return out
}

// folds returns the tiers that leave a difference out, each by itself.
func folds(c *diff.Comparison, d *diff.Difference) diff.Tiers {
	var out diff.Tiers
	for i := range diff.TierNames() {
		if t := diff.Tiers(1) << i; c.Ignored(t, d) {
			out |= t
		}
	}
	return out
}

func kindOf(c *diff.Comparison, d *diff.Difference) Kind {
	switch {
	case d.Kind == diff.Move || d.Kind == diff.Reorder:
		return Transposition
	case d.Kind == diff.Markup && !c.Renumbered(d):
		return Markup
	}
	return Substitution
}
