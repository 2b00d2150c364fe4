package view

import (
	"cmp"
	"slices"
	"sort"

	"variorum/diff"
	"variorum/text"
)

// edit is a difference as one text shows it: at a place of A's words, what A
// has there and then what B has.
type edit struct {
	at   point   // in A
	gone stretch // of A's words
	come stretch // of B's words
	inks [2]ink  // of the two
	b    point   // where B stands, to keep its words in their order
}

type (
	point   struct{ sentence, offset int }
	stretch struct{ sentence, start, end int }
)

func (x point) compare(y point) int {
	return cmp.Or(cmp.Compare(x.sentence, y.sentence), cmp.Compare(x.offset, y.offset))
}

// merger writes a group as one text: the words of A, and what B has instead or
// besides at the place where it has it.
type merger struct {
	*setter
	w    *wrapper
	last [2]int // block that was written last, by side, or -1
}

// merge returns the lines of a group as one text.
func (t *setter) merge(g *group) []Line {
	m := &merger{setter: t, w: &t.columns[0], last: [2]int{-1, -1}}
	for _, u := range g.units {
		if u.pair >= 0 {
			if edits := m.edits(u); len(edits) > 0 {
				m.pair(u, edits)
				continue
			}
		}
		m.sentences(0, u.from[0], u.to[0])
		if u.pair >= 0 {
			continue // the same words on both sides
		}
		if len(g.units) == 1 && u.from[0] < u.to[0] && u.from[1] < u.to[1] {
			m.w.endParagraph() // whole paragraphs on either side
		}
		m.sentences(1, u.from[1], u.to[1])
	}
	return m.w.take()
}

// sentences writes sentences of one side as they are.
func (m *merger) sentences(side, from, to int) {
	for from < to {
		n := from + 1
		for n < to && m.block(side, n) == m.block(side, from) {
			n++
		}
		m.enter(side, from)
		m.fragment(m.w, side, from, n)
		from = n
	}
}

// enter prepares for words of a sentence: a new paragraph where its block is a
// new one, a blank where one stands before it.
func (m *merger) enter(side, sentence int) {
	b := m.block(side, sentence)
	if m.last[side] >= 0 && m.last[side] != b {
		if m.tight(side, sentence) {
			m.w.endVerse()
		} else {
			m.w.endParagraph()
		}
	}
	m.last[side] = b
	m.w.hang = hangOf(m.c.Texts[side].Blocks, b, m.w.width)
	t := m.c.Texts[side]
	m.blankBefore(t.Blocks[b].Text, t.Sentences[sentence].Span.Start)
}

// blankBefore adds a blank where one stands before a byte of a block.
func (m *merger) blankBefore(block string, at int) {
	if at == 0 || breaks(rune(block[at-1])) {
		m.w.space(ink{change: -1})
	}
}

// pair writes a pair with its differences.
func (m *merger) pair(u unit, edits []edit) {
	done := stretch{sentence: u.from[0]}
	m.enter(0, u.from[0])
	for _, e := range edits {
		if e.at.compare(point{done.sentence, done.end}) < 0 {
			e.at = point{done.sentence, done.end}
		}
		m.plain(u, &done, e.at)
		if e.gone.end > e.gone.start && e.gone.sentence == done.sentence {
			e.gone.start = max(e.gone.start, done.end)
			m.put(0, e.gone, e.inks[0])
			done.end = max(done.end, e.gone.end)
		}
		if e.come.end > e.come.start {
			t := m.c.Texts[1]
			s := t.Sentences[e.come.sentence]
			block := t.Blocks[s.Block].Text
			m.blankBefore(block, s.Span.Start+e.come.start)
			m.put(1, e.come, e.inks[1])
			m.last[1] = s.Block
			if after := s.Span.Start + e.come.end; after == len(block) || breaks(rune(block[after])) {
				m.w.gap()
			}
		}
	}
	m.plain(u, &done, point{u.to[0], 0})
}

// plain writes the words of A up to a point, as far as they are not yet.
func (m *merger) plain(u unit, done *stretch, to point) {
	for done.sentence < to.sentence {
		m.put(0, stretch{done.sentence, done.end, m.length(0, done.sentence)}, m.inker.base(0, done.sentence))
		if done.sentence+1 >= u.to[0] {
			done.end = m.length(0, done.sentence)
			return
		}
		*done = stretch{sentence: done.sentence + 1}
		m.enter(0, done.sentence)
	}
	m.put(0, stretch{done.sentence, done.end, to.offset}, m.inker.base(0, done.sentence))
	done.end = max(done.end, to.offset)
}

func (m *merger) length(side, sentence int) int {
	return m.c.Texts[side].Sentences[sentence].Span.Len()
}

// put writes a stretch of a sentence in one ink.
func (m *merger) put(side int, s stretch, k ink) {
	if s.start < s.end {
		at := m.c.Texts[side].Sentences[s.sentence].Span.Start + s.start
		from := origin{int32(m.block(side, s.sentence)), int32(at), diff.Side(side), true}
		m.write(m.w, m.c.Texts[side].Sentence(s.sentence)[s.start:s.end], []ink{k}, from)
	}
}

// edits returns what happened in a unit, in the order of A's words. A pair need
// not be in one piece: sentences that stand inside it and belong to no side of
// it are part of what happened.
func (m *merger) edits(u unit) []edit {
	inside := func(s int, p diff.Place) bool { return p.Sentence >= u.from[s] && p.Sentence < u.to[s] }
	var fixed, loose []edit // loose: those whose place in A is yet to be found
	for _, i := range m.touching(u) {
		d := m.c.Differences[i]
		a, b := d.Places[0], d.Places[1]
		e := edit{inks: [2]ink{m.inker.ink(i, 0), m.inker.ink(i, 1)}}
		if inside(0, a) {
			e.at = point{a.Sentence, a.Start}
			e.gone = stretch{a.Sentence, a.Start, a.End}
		}
		if inside(1, b) {
			e.b = point{b.Sentence, b.Start}
			e.come = stretch{b.Sentence, b.Start, b.End}
		}
		if i >= m.inker.seen {
			e.inks[0].role, e.inks[1].role = Deleted, Inserted
		}
		switch d.Kind {
		case diff.Move, diff.Reorder:
			// In one text a passage can be in one place only: where B has it.
			e.inks[0].role = Deleted
			if inside(0, a) && inside(1, b) {
				loose = append(loose, edit{come: e.come, inks: e.inks, b: e.b})
				e.come = stretch{}
			}
		case diff.Case, diff.Punctuation:
			// Both forms stand in one line, so it must be told which is whose.
			e.inks[0].role, e.inks[1].role = Deleted, Inserted
		case diff.Typography, diff.Encoding, diff.Markup:
			if !a.Empty() {
				e.come = stretch{}
			}
		}
		if inside(0, a) && (d.Kind != diff.Omission || !a.Empty()) {
			fixed = append(fixed, e)
		} else {
			loose = append(loose, e)
		}
	}
	for i := u.from[1]; i < u.to[1]; i++ {
		if len(m.inker.touching[1][i]) == 0 && !m.paired(u, i) {
			k := m.inker.base(1, i)
			loose = append(loose, edit{come: stretch{i, 0, m.length(1, i)}, inks: [2]ink{k, k}, b: point{i, 0}})
		}
	}
	byPlace := func(x, y edit) int { return cmp.Or(x.at.compare(y.at), x.b.compare(y.b)) }
	slices.SortStableFunc(fixed, byPlace)
	out := slices.Clip(fixed)
	rungs := m.rungs(u, fixed)
	for _, e := range loose {
		e.at = m.facing(u, rungs, e.b)
		out = append(out, e)
	}
	slices.SortStableFunc(out, byPlace)
	return out
}

// paired reports whether a sentence of B belongs to the pair of a unit.
func (m *merger) paired(u unit, sentence int) bool {
	_, ok := slices.BinarySearch(m.c.Pairs[u.pair].Sentences[1], sentence)
	return ok
}

// touching returns the differences that touch a unit on either side.
func (m *merger) touching(u unit) []int {
	var out []int
	for s := range u.from {
		for i := u.from[s]; i < u.to[s]; i++ {
			out = append(out, m.inker.touching[s][i]...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// rung is a place at which both texts are known to be together.
type rung struct{ a, b point }

// rungs returns the places of a unit at which both texts are together, rising
// on both sides: where it begins, and after each change that has both.
func (m *merger) rungs(u unit, fixed []edit) []rung {
	out := []rung{{point{u.from[0], 0}, point{u.from[1], 0}}}
	for _, e := range fixed {
		end := point{e.come.sentence, e.come.end}
		if e.come.end > 0 && out[len(out)-1].b.compare(end) <= 0 {
			out = append(out, rung{point{e.at.sentence, max(e.gone.end, e.at.offset)}, end})
		}
	}
	return out
}

// farthest is how many bytes after a rung words are counted; beyond it the
// place of a change is the rung itself.
const farthest = 4000

// facing returns the place in A that faces one in B: as many words after the
// last rung before it.
func (m *merger) facing(u unit, rungs []rung, b point) point {
	n := sort.Search(len(rungs), func(i int) bool { return rungs[i].b.compare(b) > 0 })
	at := rungs[max(n-1, 0)]
	words, seen := 0, 0
	for s := at.b.sentence; s <= b.sentence && seen < farthest; s++ {
		if !m.paired(u, s) {
			continue
		}
		from, to := 0, m.length(1, s)
		if s == at.b.sentence {
			from = min(at.b.offset, to)
		}
		if s == b.sentence {
			to = max(from, b.offset)
		}
		seen += to - from
		words += len(text.Tokens(clipTo(m.c.Texts[1].Sentence(s)[from:to], farthest)))
	}
	if seen >= farthest {
		return at.a
	}
	seen = 0
	for s := at.a.sentence; s < u.to[0] && seen < farthest; s++ {
		from := 0
		if s == at.a.sentence {
			from = min(at.a.offset, m.length(0, s))
		}
		rest := clipTo(m.c.Texts[0].Sentence(s)[from:], farthest)
		tokens := text.Tokens(rest)
		if words < len(tokens) {
			return point{s, from + tokens[words].Start}
		}
		words -= len(tokens)
		seen += len(rest)
	}
	last := u.to[0] - 1
	return point{last, m.length(0, last)}
}
