package corpus

import (
	"cmp"
	"context"
	"math"
	"slices"
	"sync"
)

// Up to exhaustive documents, each is compared with every other. In a larger
// corpus two things bring documents together: that they share some of their
// lowest shingles, as copies do, for these are a sample of a text that takes
// the same shingles of every copy; and that they share some of their rarest
// words, as retellings do.
const (
	exhaustive = 1000

	// The sample is every eighth shingle, but sampleLeast of a short text. Of a
	// copy with thirty words in a hundred changed a sixth of the shingles is
	// left: of 500 words ten in the sample.
	sampleBelow = math.MaxUint32 / 8
	sampleLeast = 32
	// A shingle brings a text together with so many before it that have it: of
	// many copies of one text each finds some, and all by way of these.
	copiesNear = 8
	maxCopies  = 24 // so many are compared, those that share most

	probes       = 40  // the rarest words of a text
	maxPostings  = 200 // a word that more texts have is not rare
	maxRetelling = 40  // so many are compared, those that share most
)

// candidates returns what tells with which of the documents before it, of n, a
// document is to be compared: those that may be copies, and then those that may
// be retellings, in each the ones first that share most. samples and words are by
// what these are found.
func candidates(ctx context.Context, n int, samples, words func(i int) []uint32, df *frequencies) (func(i int) []candidate, error) {
	bySample, err := invert(ctx, n, samples)
	if err != nil {
		return nil, err
	}
	byWord, err := invert(ctx, n, words)
	if err != nil {
		return nil, err
	}
	ballots := sync.Pool{New: func() any { return &ballot{votes: make([]vote, n)} }}
	return func(i int) []candidate {
		b := ballots.Get().(*ballot)
		defer ballots.Put(b)
		bySample.before(i, copiesNear, func(_ uint32, entries []uint64) { b.cast(entries, 1) })
		near := b.elected(nil, maxCopies, 1, copied)
		n := len(near)
		byWord.before(i, maxPostings, func(key uint32, entries []uint64) { b.cast(entries, float32(df.worth(key))) })
		near = b.elected(near, maxRetelling, 2+int32(byWord.starts[i+1]-byWord.starts[i])/probes, retold)
		for k := len(near) - 1; k >= n; k-- {
			if slices.ContainsFunc(near[:n], func(c candidate) bool { return c.doc == near[k].doc }) {
				near = slices.Delete(near, k, k+1)
			}
		}
		return near
	}, nil
}

// everyOther is what candidates returns where there are few documents.
func everyOther(n int) func(i int) []candidate {
	all := make([]candidate, n)
	for j := range all {
		all[j] = candidate{int32(j), copied | retold}
	}
	return func(i int) []candidate { return all[:i] }
}

// sample returns the lowest of a document's shingles.
func sample(shingles []uint32) []uint32 {
	n, _ := slices.BinarySearch(shingles, sampleBelow)
	return shingles[:min(len(shingles), max(n, sampleLeast))]
}

// rarest returns the words of a document that are worth most, of those that so
// many documents have.
func rarest(f *features, df *frequencies, least, most int) []uint32 {
	var few []term
	for _, t := range f.terms {
		if n := df.of(t.key); n >= least && n <= most {
			few = append(few, t)
		}
	}
	slices.SortFunc(few, func(a, b term) int {
		return cmp.Or(cmp.Compare(b.weight(), a.weight()), cmp.Compare(a.key, b.key))
	})
	few = few[:min(len(few), probes)]
	keys := make([]uint32, len(few))
	for i, t := range few {
		keys[i] = t.key
	}
	return keys
}

// ballot counts what documents have in common with one of them.
type ballot struct {
	votes []vote  // by document
	named []int32 // the documents that have votes
}

type vote struct {
	weight float32
	n      int32
}

// cast gives each document one more vote.
func (b *ballot) cast(entries []uint64, weight float32) {
	for _, e := range entries {
		v := &b.votes[uint32(e)]
		if v.n == 0 {
			b.named = append(b.named, int32(uint32(e)))
		}
		v.n++
		v.weight += weight
	}
}

// elected appends the documents with the weightiest votes to dst, at most so
// many and each with least votes, and makes the ballot ready for another.
func (b *ballot) elected(dst []candidate, most int, least int32, as reason) []candidate {
	chosen := b.named[:0]
	for _, j := range b.named {
		if b.votes[j].n >= least {
			chosen = append(chosen, j)
		} else {
			b.votes[j] = vote{}
		}
	}
	slices.SortFunc(chosen, func(i, j int32) int {
		return cmp.Or(cmp.Compare(b.votes[j].weight, b.votes[i].weight), cmp.Compare(i, j))
	})
	for k, j := range chosen {
		b.votes[j] = vote{}
		if k < most {
			dst = append(dst, candidate{j, as})
		}
	}
	b.named = b.named[:0]
	return dst
}
