package export

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"variorum/diff"
)

// How much of a change a list quotes: words at the most, of sentences that came or
// went more than of words within one, and words around it.
const (
	quotedWords = 40
	wholeWords  = 150
	aroundWords = 4
)

// entry is what was changed in one way, as a list tells of it.
type entry struct {
	times int // in how many places
	items []item
}

// item is a part of a change: a difference, or the sentences of a paragraph that came,
// went or moved together.
type item struct {
	what, where string
	cells       [2]cell    // by side
	place       diff.Place // to which a list can lead
	side        diff.Side  // of that
	kind        diff.Kind
	tags        diff.Tags
}

// cell is what one side has: words between those around them, or where they would
// stand; cut where the text breaks off there.
type cell struct {
	before, words, after string
	cut                  bool
}

// entries lists what became of the wording: what was done in the same way in several
// places once, with the first of them. What only one of two tellings says is no change.
func entries(c *diff.Comparison) []entry {
	all := c.Changes()
	if c.Summary.Verdict >= diff.Related {
		all = slices.DeleteFunc(all, func(change []int) bool { return c.Differences[change[0]].Kind == diff.Omission })
	}
	var out []entry
	for _, group := range c.Alike(len(all), func(i int) ([]int, []diff.Shared) { return all[i], nil }) {
		out = append(out, entry{len(group), items(c, all[group[0]])})
	}
	return out
}

// items returns the parts of a change.
func items(c *diff.Comparison, change []int) (out []item) {
	for _, i := range change {
		d := &c.Differences[i]
		it := item{where: where(c, d), kind: d.Kind, tags: d.Tags}
		it.side, _ = c.Block(d)
		it.place = d.Places[it.side]
		for s := range it.cells {
			it.cells[s] = quoted(c, diff.Side(s), d)
		}
		it.what = d.Name()
		if n := len(out); n > 0 && whole(d.Kind) && out[n-1].what == it.what && out[n-1].where == it.where {
			last := &out[n-1]
			last.tags |= it.tags
			for s := range last.cells {
				last.cells[s].words = strings.TrimSpace(last.cells[s].words + " " + it.cells[s].words)
			}
			continue
		}
		out = append(out, it)
	}
	for i := range out {
		it := &out[i]
		it.what = named(it.what, it.tags)
		for s := range it.cells {
			most := quotedWords
			if whole(it.kind) {
				most = wholeWords
			}
			it.cells[s].words = shorten(it.cells[s].words, most)
		}
	}
	return out
}

// whole reports whether differences of a kind are of whole sentences.
func whole(k diff.Kind) bool { return k == diff.Omission || k == diff.Duplicate || k == diff.Move }

// where names the paragraph of a difference, and how it is numbered on the other side
// if that is another number.
func where(c *diff.Comparison, d *diff.Difference) string {
	here := c.Where(d)
	if s, _ := c.Block(d); s == diff.B {
		return here
	}
	if at := d.Places[diff.B]; at.Sentence >= 0 && !(whole(d.Kind) && at.Empty()) {
		b := c.Texts[diff.B]
		there := b.Label(b.Sentences[at.Sentence].Block)
		if there != here && !strings.HasPrefix(here, "¶") && !strings.HasPrefix(there, "¶") {
			return here + " → " + there
		}
	}
	return here
}

// told lists what two tellings have in common. That each has its own words for
// everything else is no change; what differs within a sentence of both is.
func told(c *diff.Comparison) (out []item) {
	for i := range c.Pairs {
		p := &c.Pairs[i]
		if c.Summary.Verdict < diff.Related || len(p.Sentences[diff.A]) == 0 || len(p.Sentences[diff.B]) == 0 {
			continue
		}
		a := c.Texts[diff.A]
		first := p.Sentences[diff.A][0]
		it := item{what: toldByBoth, where: a.Label(a.Sentences[first].Block), place: diff.Place{Sentence: first}}
		for s := range it.cells {
			var parts []string
			for _, n := range p.Sentences[s] {
				parts = append(parts, c.Texts[s].Sentence(n))
			}
			it.cells[s].words = strings.Join(parts, " ")
		}
		out = append(out, it)
	}
	return out
}

const toldByBoth = "told by both"

// quoted returns the words of one side of a difference between those around them; or,
// for a position, only these.
func quoted(c *diff.Comparison, s diff.Side, d *diff.Difference) cell {
	p := d.Places[s]
	if p.Sentence < 0 {
		return cell{}
	}
	sentence := c.Texts[s].Sentence(p.Sentence)
	out := cell{words: strings.TrimSpace(sentence[p.Start:p.End])}
	if whole(d.Kind) {
		return out // and no position that says more
	}
	before, after := strings.Fields(sentence[:p.Start]), strings.Fields(sentence[p.End:])
	out.before = strings.Join(before[max(0, len(before)-aroundWords):], " ")
	if len(before) > aroundWords {
		out.before = "…" + out.before
	}
	out.after = strings.Join(after[:min(len(after), aroundWords)], " ")
	if len(after) > aroundWords {
		out.after += "…"
	}
	left := gap(strings.HasSuffix(sentence[:p.Start], " ") || strings.HasPrefix(sentence[p.Start:], " "), before)
	right := gap(strings.HasPrefix(sentence[p.End:], " ") || strings.HasSuffix(sentence[:p.End], " "), after)
	switch {
	case out.words != "":
	case d.Kind == diff.Truncation:
		out.cut = true
	default:
		left, right = cmp.Or(left, right), ""
	}
	out.before, out.after = out.before+left, right+out.after
	return out
}

// gap is what stands between a difference and the words beside it.
func gap(blank bool, beside []string) string {
	if blank && len(beside) > 0 {
		return " "
	}
	return ""
}

// shorten leaves words out of the middle of a text that has more than so many, and
// says how many.
func shorten(s string, most int) string {
	words := strings.Fields(s)
	half := most / 2
	if len(words) <= most+half { // a few words are sooner read than counted
		return s
	}
	return strings.Join(words[:half], " ") + fmt.Sprintf(" … (%d words) … ", len(words)-2*half) + strings.Join(words[len(words)-half:], " ")
}
