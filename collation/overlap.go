package collation

import (
	"cmp"
	"slices"
	"strings"
)

// phrases makes units of variations within sentences. Those that overlap are
// one unit, whose lemma reaches as far as any of them.
func (b *builder) phrases(claims []claim) {
	slices.SortStableFunc(claims, func(x, y claim) int {
		return cmp.Or(x.from.Compare(y.from), x.to.Compare(y.to), cmp.Compare(x.witness, y.witness))
	})
	for len(claims) > 0 {
		all := stretch{claims[0].from, claims[0].to}
		n := 1
		for n < len(claims) && overlap(all, claims[n].variation) {
			if claims[n].to.Compare(all.to) > 0 {
				all.to = claims[n].to
			}
			n++
		}
		b.phrase(all, claims[:n])
		claims = claims[n:]
	}
}

// overlap reports whether a variation that begins no earlier concerns words of
// a stretch, or the same position where neither has words.
func overlap(s stretch, v *variation) bool {
	if s.from == s.to || v.from == v.to && v.from == s.from {
		return s == stretch{v.from, v.to}
	}
	return v.from.Compare(s.to) < 0
}

// phrase makes one unit of variations of several witnesses.
func (b *builder) phrase(lemma stretch, claims []claim) {
	u := Unit{From: lemma.from, To: lemma.to}
	of := map[int][]*variation{}
	var order []int
	for _, c := range claims {
		if of[c.witness] == nil {
			order = append(order, c.witness)
		}
		of[c.witness] = append(of[c.witness], c.variation)
	}
	for _, w := range order {
		vs := of[w]
		if v := vs[0]; len(vs) == 1 && v.from == u.From && v.to == u.To {
			u.Readings = append(u.Readings, reading(v.kind, v.text, 0, w))
			continue
		}
		r := reading(Substitution, b.composed(lemma, vs), 0, w)
		switch {
		case u.From == u.To:
			r.Kind = Addition
		case r.Text == "":
			r.Kind = Omission
		}
		u.Readings = append(u.Readings, r)
	}
	b.units = append(b.units, u)
}

// composed returns what a witness reads in place of a lemma of which it varies
// some parts: the base, with its own words where it has others.
func (b *builder) composed(lemma stretch, vs []*variation) string {
	out, at := "", lemma.from
	open := false // a blank is wanted
	add := func(s string, blankBefore bool) {
		s = strings.TrimSpace(s)
		if s == "" {
			open = open || blankBefore
			return
		}
		if out != "" && (open || blankBefore) {
			out += " "
		}
		out, open = out+s, false
	}
	for _, v := range vs {
		if v.from.Compare(at) < 0 {
			continue // of two that begin together, the first
		}
		kept := between(b.base, at, v.from, " ¶ ")
		add(kept, startsBlank(kept))
		add(v.text, v.blanks[0])
		open, at = v.blanks[1], v.to
	}
	rest := between(b.base, at, lemma.to, " ¶ ")
	add(rest, startsBlank(rest))
	return out
}

func startsBlank(s string) bool { return s != strings.TrimLeft(s, " \t\u00a0") }
