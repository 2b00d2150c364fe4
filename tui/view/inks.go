package view

import (
	"fmt"
	"slices"

	"variorum/diff"
	"variorum/text"
)

// inker knows what every byte of both texts is written with, and what notes
// stand between them.
type inker struct {
	c         *diff.Comparison // with what is ignored and still changes words
	seen      int              // how many of its differences are not ignored
	changes   []Change
	of        []int // change of each difference, as an index into changes
	telling   bool  // two tellings rather than two copies
	touching  [2][][]int
	shared    [2][][]told
	notes     [2]map[int][]note // by sentence
	relation  [2][]diff.Relation
	bodyRoles [2][]Role // by block
}

// told is a stretch of words that stands in both of two tellings.
type told struct {
	diff.Place
	change int // an index into changes
}

// note is what the program says in the middle of a text.
type note struct {
	at     int // byte of the sentence
	text   string
	change int
}

func newInker(c *diff.Comparison) *inker {
	k := &inker{telling: c.Summary.Verdict >= diff.Related}
	k.c, k.seen = withFolded(c)
	c = k.c
	for s, t := range c.Texts {
		k.touching[s] = make([][]int, len(t.Sentences))
		k.shared[s] = make([][]told, len(t.Sentences))
		k.relation[s] = make([]diff.Relation, len(t.Sentences))
		k.notes[s] = map[int][]note{}
		k.bodyRoles[s] = make([]Role, len(t.Blocks))
		for b := range t.Blocks {
			k.bodyRoles[s][b] = roleOf(t.Blocks[b].Kind)
		}
	}
	for _, p := range c.Pairs {
		for s := range p.Sentences {
			for _, i := range p.Sentences[s] {
				k.relation[s][i] = p.Relation
			}
		}
	}
	k.group()
	return k
}

// withFolded returns a comparison that has the differences in words that were
// folded away again, behind all others, and how many others there are. They are
// no changes to stop at, but words that stand in one text only must not look as
// if they stood in both.
func withFolded(c *diff.Comparison) (*diff.Comparison, int) {
	out := *c
	n := len(c.Differences)
	out.Differences = slices.Clip(c.Differences)
	for _, d := range c.Folded {
		if d.Kind < diff.Typography && d.Kind != diff.Move {
			out.Differences = append(out.Differences, d)
		}
	}
	return &out, n
}

// roleOf returns what the unchanged text of a block is.
func roleOf(kind text.Kind) Role {
	switch kind {
	case text.Title, text.Heading, text.Kicker:
		return Heading
	case text.Furniture, text.Caption, text.Byline:
		return Furniture
	}
	return Same
}

// valid reports whether a place is a range of words in a sentence.
func (k *inker) valid(side int, p diff.Place) bool {
	t := k.c.Texts[side]
	return p.Sentence >= 0 && p.Sentence < len(t.Sentences) && p.Start >= 0 && p.Start < p.End && p.End <= t.Sentences[p.Sentence].Span.Len()
}

// group gathers the differences into changes, and into sentences. Between two
// tellings the passages that both tell come among them, in the order of pairs.
func (k *inker) group() {
	index := map[int]int{}
	k.of = make([]int, len(k.c.Differences))
	pair := 0
	for i, d := range k.c.Differences {
		for ; i < k.seen && pair <= d.Pair && pair < len(k.c.Pairs); pair++ {
			k.tell(pair)
		}
		if k.telling && (d.Kind == diff.Omission || d.Kind == diff.Duplicate) {
			k.of[i] = -1 // painted as the text it is
			continue
		}
		if i >= k.seen {
			k.of[i] = -1
			k.touch(i)
			continue
		}
		n, ok := index[d.Change]
		if !ok {
			n = len(k.changes)
			index[d.Change] = n
			k.changes = append(k.changes, Change{ID: d.Change, Kind: d.Kind, Row: -1, Ends: [2]int{-1, -1}})
		}
		ch := &k.changes[n]
		ch.Differences = append(ch.Differences, i)
		if weight(d.Kind) > weight(ch.Kind) {
			ch.Kind = d.Kind
		}
		k.of[i] = n
		k.touch(i)
	}
	for ; pair < len(k.c.Pairs); pair++ {
		k.tell(pair)
	}
	for n := range k.changes {
		ch := &k.changes[n]
		ch.added = ch.Kind == diff.Omission && !slices.ContainsFunc(ch.Differences, func(i int) bool {
			return !k.c.Differences[i].Places[diff.A].Empty()
		})
		for s := range k.notes {
			k.addNote(n, diff.Side(s))
		}
	}
}

// touch notes which sentences a difference touches.
func (k *inker) touch(i int) {
	for s, at := range k.c.Differences[i].Places {
		if k.valid(s, at) {
			k.touching[s][at.Sentence] = append(k.touching[s][at.Sentence], i)
		}
	}
}

// tell adds the passage that a pair tells on both sides, if it does.
func (k *inker) tell(pair int) {
	p := &k.c.Pairs[pair]
	if !k.telling || len(p.Shared) == 0 {
		return
	}
	for _, sh := range p.Shared {
		for s, at := range sh.Places {
			if k.valid(s, at) {
				k.shared[s][at.Sentence] = append(k.shared[s][at.Sentence], told{at, len(k.changes)})
			}
		}
	}
	k.changes = append(k.changes, Change{ID: -1 - pair, Shared: p.Shared, Row: -1, Ends: [2]int{-1, -1}})
}

// addNote adds the note of a truncation on the side that lost the words.
func (k *inker) addNote(n int, s diff.Side) {
	for _, i := range k.changes[n].Differences {
		d := k.c.Differences[i]
		if at := d.Places[s]; d.Kind == diff.Truncation && at.Empty() && at.Sentence >= 0 {
			words := lostWords(k.c, k.changes[n], s)
			k.notes[s][at.Sentence] = append(k.notes[s][at.Sentence], note{at.Start, "✂ " + plural(words, "word") + " lost", n})
			return
		}
	}
}

// lostWords returns how many words of a change a side lacks.
func lostWords(c *diff.Comparison, ch Change, s diff.Side) int {
	words := 0
	for _, i := range ch.Differences {
		if d := c.Differences[i]; d.Places[s].Empty() && (d.Kind == diff.Truncation || d.Kind == diff.Omission) {
			words += text.Words(c.Text(s.Other(), d.Places[s.Other()]))
		}
	}
	return words
}

// base returns what a sentence is written with where nothing touches it.
func (k *inker) base(side, sentence int) ink {
	r := k.bodyRoles[side][k.c.Texts[side].Sentences[sentence].Block]
	if k.c.Summary.Verdict == diff.Related && r == Same && k.relation[side][sentence] >= diff.OnlyA {
		r = Quiet
	}
	return ink{role: r, change: -1}
}

// ink returns what a difference is written with on a side.
func (k *inker) ink(i, side int) ink {
	d := k.c.Differences[i]
	out := ink{mark: markOf(d.Kind, diff.Side(side)), change: int32(k.of[i])}
	if i >= k.seen {
		// Said quietly: it is no fault that the other side has nothing there.
		out.role, out.mark = Noise, ignored
		return out
	}
	if k.of[i] >= 0 && k.changes[k.of[i]].Kind == diff.Truncation {
		out.mark = cut // whole sentences lost in the same gap are part of it
	}
	switch d.Kind {
	case diff.Move, diff.Reorder:
		out.role = Moved
	case diff.Typography, diff.Case, diff.Punctuation, diff.Markup, diff.Encoding:
		out.role = Noise
	default:
		out.role = Deleted
		if diff.Side(side) == diff.B {
			out.role = Inserted
		}
	}
	return out
}

// layer orders differences by which is painted over which: what concerns whole
// sentences lies under what concerns words.
func layer(k diff.Kind) int {
	switch k {
	case diff.Move:
		return 0
	case diff.Omission, diff.Duplicate:
		return 1
	case diff.Typography, diff.Case, diff.Punctuation, diff.Markup, diff.Encoding:
		return 2
	}
	return 3
}

const layers = 4

// sentences puts into buffer the inks of a range of a block's bytes, given the
// sentences in it, and returns it.
func (k *inker) sentences(buffer []ink, side, from, to, start, end int) []ink {
	t := k.c.Texts[side]
	buffer = slices.Grow(buffer[:0], end-start)[:end-start]
	at := 0
	for s := from; s < to; s++ {
		// The blanks before a sentence are part of what it follows.
		base, n := k.base(side, s), t.Sentences[s].Span.End-start
		if s == to-1 {
			n = end - start
		}
		for ; at < n; at++ {
			buffer[at] = base
		}
		offset := t.Sentences[s].Span.Start - start
		for _, p := range k.shared[side][s] {
			for i := p.Start; i < p.End; i++ {
				buffer[offset+i].role, buffer[offset+i].change = Shared, int32(p.change)
			}
		}
		for l := range layers {
			for _, i := range k.touching[side][s] {
				if d := k.c.Differences[i]; layer(d.Kind) == l {
					over := k.ink(i, side)
					for j := d.Places[side].Start; j < d.Places[side].End; j++ {
						if l > 0 && buffer[offset+j].mark > over.mark {
							over.mark = buffer[offset+j].mark
						}
						buffer[offset+j] = over
					}
				}
			}
		}
	}
	return buffer
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
