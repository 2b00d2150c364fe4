package export

import (
	"slices"

	"variorum/diff"
)

// fold knows which tokens of a side are folded away.
type fold struct{ ignored, kept reach }

// folds returns what ignore leaves out of a comparison, by side.
func folds(c *diff.Comparison, ignore diff.Tiers) [2]*fold {
	out := [2]*fold{{}, {}}
	if ignore == 0 {
		return out
	}
	for i := range c.Differences {
		d := &c.Differences[i]
		if d.Kind == diff.Markup && !c.Renumbered(d) { // not about the words themselves
			continue
		}
		for s, p := range d.Places {
			if p.Empty() {
				continue
			}
			in := &out[s].kept
			if c.Ignored(ignore, d) {
				in = &out[s].ignored
			}
			sentence := &c.Texts[s].Sentences[p.Sentence]
			in.spans = append(in.spans, [2]position{
				at(sentence.Block, sentence.Span.Start+p.Start), at(sentence.Block, sentence.Span.Start+p.End)})
		}
	}
	for _, f := range out {
		for _, r := range []*reach{&f.ignored, &f.kept} {
			slices.SortFunc(r.spans, func(x, y [2]position) int { return slices.Compare(x[:], y[:]) })
		}
	}
	return out
}

// has reports whether a token is folded away. It has to be asked about tokens
// in their order.
func (f *fold) has(t *diff.Text, token int) bool {
	if len(f.ignored.spans) == 0 {
		return false
	}
	block, span := t.Token(token)
	from, to := at(block, span.Start), at(block, span.End)
	ignored, kept := f.ignored.covers(from, to), f.kept.covers(from, to)
	return ignored && !kept
}

// position is a byte of a text, counted through all of its blocks.
type position int64

func at(block, offset int) position { return position(block)<<32 | position(offset) }

// reach answers in rising order whether any of its spans covers a range.
type reach struct {
	spans [][2]position // sorted
	upto  position      // the furthest end of the spans that begin before
}

func (r *reach) covers(from, to position) bool {
	for len(r.spans) > 0 && r.spans[0][0] <= from {
		r.upto = max(r.upto, r.spans[0][1])
		r.spans = r.spans[1:]
	}
	return to <= r.upto
}
