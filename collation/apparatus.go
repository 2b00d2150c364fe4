package collation

import (
	"cmp"
	"slices"

	"variorum/diff"
	"variorum/text"
)

// Apparatus is where the witnesses of a base differ from it, and how.
type Apparatus struct {
	Units     []Unit
	Witnesses []int // that take part, rising
	Apart     []int // independent tellings, rising
	Hidden    int   // places at which witnesses differ in what is ignored
}

// Unit is a place of the base at which witnesses differ.
type Unit struct {
	From, To Position // of the lemma; equal where the base has no words there
	Readings []Reading
	// Wanting are witnesses that lack the whole passage in which the lemma
	// stands, and so cannot agree with it.
	Wanting []int
}

// Reading is what some witnesses have in place of the lemma.
type Reading struct {
	Kind      Kind
	Text      string // the words; of a transposition, those that it comes after
	Words     int    // that were lost, of a lacuna
	Witnesses []int  // rising
}

// New makes the apparatus of a base from what was read of each version; nil
// stands for the base itself, and for a version that is not read yet. What
// ignore folds away is left out, and counted.
func New(base []text.Block, versions []*Witness, ignore diff.Tiers) *Apparatus {
	a := &Apparatus{}
	var phrases, passages []claim
	hidden := map[stretch]bool{}
	for i, w := range versions {
		switch {
		case w == nil:
			continue
		case w.Apart:
			a.Apart = append(a.Apart, i)
			continue
		}
		a.Witnesses = append(a.Witnesses, i)
		for k := range w.variations {
			switch v := &w.variations[k]; {
			case v.fold&ignore != 0:
				hidden[stretch{v.from, v.to}] = true
			case v.passage:
				passages = append(passages, claim{v, i})
			default:
				phrases = append(phrases, claim{v, i})
			}
		}
	}
	b := &builder{base: base, ignore: ignore}
	b.phrases(phrases)
	b.passages(passages)
	a.Units, a.Hidden = b.finish(), len(hidden)
	return a
}

// Differing returns how many witnesses do not agree with the base at a unit.
func (u *Unit) Differing() int {
	n := len(u.Wanting)
	for _, r := range u.Readings {
		n += len(r.Witnesses)
	}
	return n
}

// claim is a variation and whose it is.
type claim struct {
	*variation
	witness int
}

// builder gathers units.
type builder struct {
	base   []text.Block
	ignore diff.Tiers
	units  []Unit
	gaps   []gap
}

// gap is a stretch of the base that a witness lacks as a whole.
type gap struct {
	stretch
	witness int
}

// reading is one witness's, before those that read the same are joined.
func reading(kind Kind, text string, words, witness int) Reading {
	return Reading{kind, text, words, []int{witness}}
}

// finish puts the units in order, joins those with one lemma, and the witnesses
// that read the same.
func (b *builder) finish() []Unit {
	slices.SortStableFunc(b.units, func(x, y Unit) int {
		return cmp.Or(x.From.Compare(y.From), y.To.Compare(x.To))
	})
	var out []Unit
	for _, u := range b.units {
		if n := len(out); n > 0 && out[n-1].From == u.From && out[n-1].To == u.To {
			out[n-1].Readings = append(out[n-1].Readings, u.Readings...)
			continue
		}
		out = append(out, u)
	}
	for i := range out {
		out[i].Readings = b.joined(out[i].Readings)
	}
	b.wanting(out)
	return out
}

// joined gives the witnesses that read the same one reading. What a witness adds
// twice at one place is one addition; of other things that it does to one lemma
// the first stands.
func (b *builder) joined(readings []Reading) []Reading {
	type key struct {
		kind Kind
		text string
	}
	slices.SortStableFunc(readings, func(x, y Reading) int { return cmp.Compare(x.Witnesses[0], y.Witnesses[0]) })
	single := readings[:0]
	for _, r := range readings {
		if n := len(single); n > 0 && single[n-1].Witnesses[0] == r.Witnesses[0] {
			if single[n-1].Kind == Addition && r.Kind == Addition {
				single[n-1].Text += " " + r.Text
			}
			continue
		}
		single = append(single, r)
	}
	var out []Reading
	at := map[key]int{}
	for _, r := range single {
		k := key{r.Kind, b.folded(r.Text)}
		if i, ok := at[k]; ok {
			out[i].Witnesses = append(out[i].Witnesses, r.Witnesses...)
			continue
		}
		at[k] = len(out)
		out = append(out, r)
	}
	return out
}

// folded returns a wording without what is ignored, so that readings which
// differ in nothing else are one.
func (b *builder) folded(s string) string {
	if b.ignore&(diff.IgnoreTypography|diff.IgnoreCase|diff.IgnoreEncoding) == 0 {
		return s
	}
	out := make([]byte, 0, len(s))
	for _, t := range text.Tokens(s) {
		word := s[t.Start:t.End]
		if b.ignore&(diff.IgnoreTypography|diff.IgnoreEncoding) != 0 {
			word = text.Typographic(word)
		}
		if b.ignore&diff.IgnoreCase != 0 {
			word = text.Key(word)
		}
		out = append(append(out, word...), ' ')
	}
	return string(out)
}
