package corpus

import (
	"context"
	"slices"
)

// join compares the documents that are new with those that they may belong to,
// and takes what is remembered of all others. It gives the same links as to
// compare all of them, but for two things: words are worth what they were worth
// in the last grouping of all, and two that were not compared then, as others
// shared more, are not compared when these are gone. m is told what to remember.
func (m *memory) join(ctx context.Context, docs []*Document, see sight) ([]link, error) {
	g := m.known
	known := g.count()
	in := make([]int, known) // where in docs a document is that has a number, -1 where it is gone
	for n := range in {
		in[n] = -1
	}
	var fresh []*Document
	for i, d := range docs {
		if n, ok := g.number[d.key()]; ok {
			in[n] = i
		} else {
			fresh = append(fresh, d)
			in = append(in, i)
		}
	}
	fs := make([]features, len(in))
	load := func(numbers []int) error {
		numbers = slices.DeleteFunc(numbers, func(n int) bool { return fs[n].terms != nil })
		which := make([]int, len(numbers))
		for k, n := range numbers {
			which[k] = in[n]
		}
		ps, err := see(ctx, which)
		if err != nil {
			return err
		}
		return each(ctx, len(ps), func(k int) {
			ps[k].thin()
			fs[numbers[k]] = g.df.weigh(&ps[k])
		})
	}
	if err := load(numbersFrom(known, len(in))); err != nil {
		return nil, err
	}
	l, err := newLot(ctx, fresh, fs, known, g.df)
	if err != nil {
		return nil, err
	}
	near, err := m.near(ctx, &l, in)
	if err != nil {
		return nil, err
	}
	var need []int
	for _, list := range near {
		for _, c := range list {
			need = append(need, int(c.doc))
		}
	}
	slices.Sort(need)
	if err := load(slices.Compact(need)); err != nil {
		return nil, err
	}
	found, err := links(ctx, fs, known, true, func(i int) []candidate { return near[i-known] })
	if err != nil {
		return nil, err
	}
	l.found = found[known:]
	lost := m.recall(found, in)
	ls := within(found)
	if l.roundups, err = m.roundups(ls, &l, lost, fs, load); err != nil {
		return nil, err
	}
	roundup := map[int32]bool{}
	for _, n := range l.roundups {
		roundup[n] = true
	}
	ls = withoutRoundups(ls, roundup)
	for k := range ls {
		a, b := in[ls[k].a], in[ls[k].b]
		ls[k].a, ls[k].b = int32(min(a, b)), int32(max(a, b))
	}
	slices.SortFunc(ls, byPlace)
	if len(fresh) > 0 {
		m.more = g.packLot(&l)
	}
	return ls, nil
}

func numbersFrom(from, to int) []int {
	out := make([]int, 0, to-from)
	for n := from; n < to; n++ {
		out = append(out, n)
	}
	return out
}

// near returns with what the documents of a lot are to be compared.
func (m *memory) near(ctx context.Context, l *lot, in []int) ([][]candidate, error) {
	g := m.known
	all := &sieve{bits: []uint64{1}}
	samples, words := make([][]uint32, len(in)), make([][]uint32, len(in))
	for i := range l.keys {
		samples[l.first+i] = l.samples.among(nil, i, all)
		words[l.first+i] = l.words.among(nil, i, all)
	}
	bySample, byWord := newSieve(samples), newSieve(words)
	for k := range g.lots {
		old := &g.lots[k]
		err := each(ctx, len(old.keys), func(i int) {
			if n := old.first + i; in[n] >= 0 {
				samples[n] = old.samples.among(nil, i, bySample)
				words[n] = old.words.among(nil, i, byWord)
			}
		})
		if err != nil {
			return nil, err
		}
	}
	of, err := candidates(ctx, len(in), func(i int) []uint32 { return samples[i] }, func(i int) []uint32 { return words[i] }, g.df)
	if err != nil {
		return nil, err
	}
	near := make([][]candidate, len(l.keys))
	err = each(ctx, len(near), func(i int) { near[i] = of(l.first + i) })
	return near, err
}

// recall adds the links that are remembered between documents that are there. It
// returns which of these had a part or a whole that is gone.
func (m *memory) recall(found [][]link, in []int) (lost map[int32]bool) {
	lost = map[int32]bool{}
	for _, old := range m.known.lots {
		for i, ls := range old.found {
			n := old.first + i
			for _, l := range ls {
				switch {
				case in[l.a] >= 0 && in[n] >= 0:
					found[n] = append(found[n], l)
				case l.same:
					lost[l.a], lost[l.b] = true, true
				}
			}
		}
	}
	return lost
}

// roundups returns which documents are roundups: those that were, as long as they
// hold the same texts, and of the others those that are now.
func (m *memory) roundups(ls []link, l *lot, lost map[int32]bool, fs []features, load func([]int) error) ([]int32, error) {
	g := m.known
	sizes := make([]int, 0, len(fs))
	for _, old := range g.lots {
		sizes = append(sizes, old.sizes...)
	}
	sizes = append(sizes, l.sizes...)
	was := map[int32]bool{}
	for _, n := range g.lots[len(g.lots)-1].roundups {
		was[n] = true
	}
	var out []int32
	var again []int32
	var need []int
	parts := wholes(ls, func(i int32) int { return sizes[i] })
	isNew := func(n int32) bool { return int(n) >= l.first }
	for whole, list := range parts {
		switch {
		case lost[whole] || isNew(whole) || slices.ContainsFunc(list, isNew):
			again = append(again, whole)
			for _, n := range list {
				need = append(need, int(n))
			}
		case was[whole]:
			out = append(out, whole)
		}
	}
	slices.Sort(need)
	if err := load(slices.Compact(need)); err != nil {
		return nil, err
	}
	for _, whole := range again {
		if unrelated(fs, parts[whole]) {
			out = append(out, whole)
		}
	}
	slices.Sort(out)
	return out, nil
}
