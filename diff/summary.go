package diff

import "variorum/text"

// summarize puts the comparison in numbers.
func (c *collator) summarize() Summary {
	s := Summary{Words: [2]int{c.texts[A].Words, c.texts[B].Words}, Kinds: countKinds(c.differences), Cuts: []Cut{}}
	var shared [2]int
	var body [2]float64
	for side := A; side <= B; side++ {
		shared[side], body[side] = c.tally(side)
		if s.Words[side] > 0 {
			s.Contained[side] = float64(shared[side]) / float64(s.Words[side])
		}
	}
	s.Shared = min(shared[A], shared[B])
	if n := s.Words[A] + s.Words[B]; n > 0 {
		s.Similarity = float64(shared[A]+shared[B]) / float64(n)
	} else {
		s.Similarity = 1
	}
	s.Verdict = c.verdict(body)
	if s.Verdict == SameText || s.Verdict == Excerpt {
		s.Cuts = c.cuts()
	}
	return s
}

// tally counts the words of a side that stand in the other too, and says what
// share of its body's words those in a pair of one text are.
func (c *collator) tally(side Side) (shared int, body float64) {
	t := c.texts[side]
	told := c.told(side)
	all, in := 0, 0
	for i := range t.Sentences {
		st := &t.Sentences[i]
		paired, retold := 0, 0
		for k := st.first; k < st.last; k++ {
			switch {
			case c.partner(side, k) >= 0:
				paired += t.counts(k)
			case len(told) > 0 && told[k]:
				retold += t.counts(k)
			}
		}
		shared += paired + retold
		if c.body(side, i) {
			all, in = all+st.Words, in+paired
		}
	}
	if all > 0 {
		body = float64(in) / float64(all)
	}
	return shared, body
}

// told returns the tokens of a side that stand in both ends of a retelling.
func (c *collator) told(side Side) map[int32]bool {
	out := map[int32]bool{}
	for _, p := range c.pairs {
		for _, sh := range p.Shared {
			pl := sh.Places[side]
			s := &c.texts[side].Sentences[pl.Sentence]
			for i := s.first; i < s.last; i++ {
				if at := int(c.texts[side].tokens[i].start) - s.Span.Start; at >= pl.Start && at < pl.End {
					out[i] = true
				}
			}
		}
	}
	return out
}

const (
	sameShare    = 0.4  // of the shorter body that stands in the other, for one text
	excerptShare = 0.85 // of the shorter one in an excerpt
	excerptRest  = 0.6  // of the longer one, at most
)

// verdict judges by the share of either body that stands in the other.
func (c *collator) verdict(body [2]float64) Verdict {
	real := false
	for i := range c.differences {
		real = real || c.differences[i].Kind < Typography
	}
	switch {
	case !real:
		return VerdictIdentical
	case max(body[A], body[B]) >= excerptShare && min(body[A], body[B]) < excerptRest:
		return Excerpt
	case max(body[A], body[B]) >= sameShare:
		return SameText
	case c.related():
		return Related
	}
	return Unrelated
}

const cutWords = 10 // the fewest that make a cut

// cuts lists the passages that one side's body lacks at its start, at its end,
// or inside a sentence. What stands there in place of other words of about the
// same length was rewritten, not cut.
func (c *collator) cuts() []Cut {
	var lost [2][3]int
	var torn [2][]int
	for side := A; side <= B; side++ {
		edge := c.edges(side, &lost[side])
		torn[side] = c.torn(side, edge)
	}
	out := []Cut{}
	for side := A; side <= B; side++ {
		ends := func(at Where) {
			n, other := lost[side][at], lost[side.Other()][at]
			if n >= cutWords && n > 2*other {
				out = append(out, Cut{side, at, n})
			}
		}
		ends(Start)
		for _, n := range torn[side] {
			out = append(out, Cut{side, Middle, n})
		}
		ends(End)
	}
	return out
}

// edges counts the body words that a side lacks before the first and after the
// last of those that both have, and returns the changes that took them.
func (c *collator) edges(side Side, lost *[3]int) map[int]bool {
	o := side.Other()
	edge := map[int]bool{}
	first, last := c.extent(o)
	if first < 0 {
		return edge
	}
	for i := range c.differences {
		d := &c.differences[i]
		have := d.Places[o]
		if have.Empty() || !d.Places[side].Empty() || !c.body(o, have.Sentence) ||
			d.Kind != Omission && d.Kind != Truncation && d.Kind != Insertion && d.Kind != Deletion {
			continue
		}
		n := text.Words(c.texts[o].Sentence(have.Sentence)[have.Start:have.End])
		switch at := c.texts[o].offset(have); {
		case at < first:
			lost[Start] += n
		case at > last:
			lost[End] += n
		default:
			continue
		}
		edge[d.Change] = true
	}
	return edge
}

// torn returns the words that a side lost inside sentences, place by place, but
// those counted at an end already.
func (c *collator) torn(side Side, edge map[int]bool) []int {
	o := side.Other()
	truncated := map[int]bool{}
	for i := range c.differences {
		d := &c.differences[i]
		lost := d.Kind == Truncation || d.Kind == Deletion || d.Kind == Insertion // in mid-sentence
		if lost && d.Places[side].Empty() && !edge[d.Change] && c.body(o, d.Places[o].Sentence) {
			truncated[d.Change] = true
		}
	}
	var order []int
	words := map[int]int{}
	for i := range c.differences {
		d := &c.differences[i]
		if !truncated[d.Change] || d.Places[o].Empty() {
			continue
		}
		if words[d.Change] == 0 {
			order = append(order, d.Change)
		}
		p := d.Places[o]
		words[d.Change] += text.Words(c.texts[o].Sentence(p.Sentence)[p.Start:p.End])
	}
	out := []int{}
	for _, change := range order {
		if words[change] >= cutWords {
			out = append(out, words[change])
		}
	}
	return out
}

// offset counts bytes through the whole text, for comparing places.
func (t *Text) offset(p Place) int64 {
	s := t.Sentences[p.Sentence]
	return int64(s.Block)<<32 + int64(s.Span.Start+p.Start)
}

// extent returns where the first and the last body word of a side stand that
// the other side has too, -1 where there is none.
func (c *collator) extent(side Side) (first, last int64) {
	t := c.texts[side]
	shared := func(i int32) bool {
		return t.tokens[i].word() && c.partner(side, i) >= 0 && c.body(side, int(t.tokens[i].sentence))
	}
	at := func(i int32) int64 {
		return int64(t.Sentences[t.tokens[i].sentence].Block)<<32 + int64(t.tokens[i].start)
	}
	n := int32(len(t.tokens))
	for i := range n {
		if shared(i) {
			for n--; !shared(n); {
				n--
			}
			return at(i), at(n)
		}
	}
	return -1, -1
}
