package collation

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// passages makes units of what concerns whole sentences, or more than a phrase.
func (b *builder) passages(claims []claim) {
	var gone []claim
	for _, c := range claims {
		switch c.kind {
		case Omission, Lacuna:
			gone = append(gone, c)
		default: // joined with others only where the lemma is the same
			b.units = append(b.units, Unit{From: c.from, To: c.to, Readings: []Reading{reading(c.kind, c.text, c.words, c.witness)}})
		}
		if c.kind == Omission || c.kind == Lacuna || c.kind == Substitution {
			b.gaps = append(b.gaps, gap{stretch{c.from, c.to}, c.witness})
		}
	}
	b.missing(gone)
}

// missing makes units of what witnesses leave out: each begins and ends where a
// gap of one of them does, so that within one all of the same are wanting.
func (b *builder) missing(claims []claim) {
	var edges []Position
	for _, c := range claims {
		edges = append(edges, c.from, c.to)
	}
	slices.SortFunc(edges, Position.Compare)
	edges = slices.Compact(edges)
	slices.SortStableFunc(claims, func(x, y claim) int {
		return cmp.Or(x.from.Compare(y.from), cmp.Compare(x.witness, y.witness))
	})
	var open []claim
	for i := 0; i+1 < len(edges); i++ {
		for len(claims) > 0 && claims[0].from.Compare(edges[i]) <= 0 {
			open, claims = append(open, claims[0]), claims[1:]
		}
		open = slices.DeleteFunc(open, func(c claim) bool { return c.to.Compare(edges[i]) <= 0 })
		lemma := b.trimmed(stretch{edges[i], edges[i+1]})
		if len(open) == 0 || lemma.from.Compare(lemma.to) >= 0 {
			continue
		}
		u := Unit{From: lemma.from, To: lemma.to}
		for _, c := range open {
			kind, words := c.kind, c.words
			if c.from.Compare(edges[i]) < 0 {
				kind, words = Omission, 0 // it broke off before
			}
			u.Readings = append(u.Readings, reading(kind, "", words, c.witness))
		}
		b.units = append(b.units, u)
	}
}

// trimmed returns a stretch without the white space at its ends.
func (b *builder) trimmed(s stretch) stretch {
	for s.from.Block < s.to.Block {
		rest := b.base[s.from.Block].Text[s.from.Offset:]
		if strings.TrimSpace(rest) != "" {
			break
		}
		s.from = Position{s.from.Block + 1, 0}
	}
	for s.to.Block > s.from.Block && strings.TrimSpace(b.base[s.to.Block].Text[:s.to.Offset]) == "" {
		s.to = Position{s.to.Block - 1, len(b.base[s.to.Block-1].Text)}
	}
	first, last := b.base[s.from.Block].Text, b.base[s.to.Block].Text
	end := len(first)
	if s.from.Block == s.to.Block {
		end = s.to.Offset
	}
	s.from.Offset = end - len(strings.TrimLeftFunc(first[s.from.Offset:end], unicode.IsSpace))
	start := 0
	if s.from.Block == s.to.Block {
		start = s.from.Offset
	}
	s.to.Offset = start + len(strings.TrimRightFunc(last[start:s.to.Offset], unicode.IsSpace))
	return s
}

// wanting notes in every unit the witnesses that lack the passage around it.
// Units are in order.
func (b *builder) wanting(units []Unit) {
	slices.SortStableFunc(b.gaps, func(x, y gap) int { return x.from.Compare(y.from) })
	var open []gap
	rest := b.gaps
	for i := range units {
		u := &units[i]
		for len(rest) > 0 && rest[0].from.Compare(u.From) <= 0 {
			open, rest = append(open, rest[0]), rest[1:]
		}
		open = slices.DeleteFunc(open, func(g gap) bool { return g.to.Compare(u.From) <= 0 })
		for _, g := range open {
			if g.to.Compare(u.To) >= 0 && !u.names(g.witness) {
				u.Wanting = append(u.Wanting, g.witness)
			}
		}
		slices.Sort(u.Wanting)
	}
}

// names reports whether a witness stands in a unit already.
func (u *Unit) names(witness int) bool {
	return slices.Contains(u.Wanting, witness) ||
		slices.ContainsFunc(u.Readings, func(r Reading) bool { return slices.Contains(r.Witnesses, witness) })
}
