package diff

import (
	"context"
	"math"
	"sort"

	"variorum/text"
)

// collator holds what one comparison needs while it is made.
type collator struct {
	ctx     context.Context
	lex     *lexicon
	texts   [2]*Text
	tongues [2]*tongue
	// inOrder aligns what both texts have in the same order. moved aligns the
	// tokens within pairs that stand elsewhere, and is made when there are some;
	// the two never share a token.
	inOrder, moved alignment
	twin           [2][]int // sentence -> the same on the other side, or -1
	pairs          []Pair
	pairOf         [2][]int        // sentence -> its first pair
	duplicate      [2]map[int]bool // sentences said twice on their side
	differences    []Difference
	changes        int
	labelKey       int32 // of the numbers of paragraphs, 0 where there are none
	lastQuotes     [2]quotes
	named          []bool     // see known
	spare          []uint64   // see grams
	stems          [2][]int32 // keys of the stems of the tokens; see findStems
	once           float64    // rarity of a word that either text has in one sentence
	report         func(float64)
}

func collate(ctx context.Context, a, b []text.Block, o Options) (*Comparison, error) {
	report := o.Report
	if report == nil {
		report = func(float64) {}
	}
	c := &collator{ctx: ctx, lex: newLexicon(), report: report}
	for s, tag := range o.Languages {
		c.tongues[s] = tongueOf(tag)
	}
	for s, blocks := range [2][]text.Block{a, b} {
		t, err := newText(ctx, blocks, c.lex, c.texts[A])
		if err != nil {
			return nil, err
		}
		c.texts[s] = t
		report(0.2 * float64(s+1))
	}
	c.units()
	c.number()
	if err := c.align(); err != nil {
		return nil, err
	}
	report(0.8)
	for _, step := range []func(){c.link, c.moves, c.duplicates, c.retellings, c.order, c.describe, c.arrange} {
		if step(); ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
	out := &Comparison{Texts: c.texts, Pairs: c.pairs, Differences: c.differences, match: c.inOrder[A]}
	out.Summary = c.summarize()
	report(1)
	return out, nil
}

// align makes the token script of the whole texts.
func (c *collator) align() error {
	a, b := c.texts[A].keys, c.texts[B].keys
	match, err := align(c.ctx, a, b, c.lex.class, func(done int) { c.report(0.4 + 0.4*float64(done)/float64(len(a))) })
	if err != nil {
		return err
	}
	c.inOrder = newAlignment(match, len(b))
	slide(c.texts, c.inOrder)
	return nil
}

// order puts the pairs in reading order: those that follow the script as A and
// B have them, and every other where its sentences stand in A, or, where A has
// none, before the next pair that B has in order.
func (c *collator) order() {
	type place struct{ a, b float64 }
	at := make([]place, len(c.pairs))
	fixed := make([]Pair, 0, len(c.pairs))
	for _, p := range c.pairs {
		if len(p.Sentences[A]) > 0 && len(p.Sentences[B]) > 0 && !p.Moved && p.Relation != Paraphrase {
			fixed = append(fixed, p)
		}
	}
	sort.Slice(fixed, func(i, j int) bool { return fixed[i].Sentences[B][0] < fixed[j].Sentences[B][0] })
	for k := range c.pairs {
		p := &c.pairs[k]
		if len(p.Sentences[A]) > 0 {
			at[k] = place{float64(p.Sentences[A][0]), -1}
			continue
		}
		b := p.Sentences[B][0]
		at[k] = place{math.Inf(1), float64(b)}
		if i := sort.Search(len(fixed), func(i int) bool { return fixed[i].Sentences[B][0] > b }); i < len(fixed) {
			at[k].a = float64(fixed[i].Sentences[A][0]) - 0.5
		}
	}
	index := make([]int, len(c.pairs))
	for i := range index {
		index[i] = i
	}
	sort.SliceStable(index, func(i, j int) bool {
		p, q := at[index[i]], at[index[j]]
		if p.a != q.a {
			return p.a < q.a
		}
		return p.b < q.b
	})
	out := make([]Pair, len(index))
	for i, k := range index {
		out[i] = c.pairs[k]
	}
	c.pairs = out
	for s := A; s <= B; s++ {
		c.pairOf[s] = make([]int, len(c.texts[s].Sentences))
		for i := range c.pairOf[s] {
			c.pairOf[s][i] = -1
		}
		for k := len(out) - 1; k >= 0; k-- {
			for _, i := range out[k].Sentences[s] {
				c.pairOf[s][i] = k
			}
		}
	}
}
