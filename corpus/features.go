package corpus

import (
	"cmp"
	"context"
	"math"
	"slices"
)

const (
	// background is how many texts about other things we pretend to have seen
	// besides the corpus. It makes a name that stands in all five texts of a
	// small corpus worth nearly as much as one that stands in two.
	background = 500
	fewNames   = 5   // fewer names and numbers than this are nothing to go by
	nameWeight = 1.5 // of a name or a number, against another word
)

// features are what grouping sees of a document beside the others.
type features struct {
	terms    []term  // by rising key
	norm     float64 // length of terms as a vector
	nameNorm float64 // of those that are names or numbers
	names    int     // how many these are
	lead     []int32 // which of the terms stand where the text begins
	shingling
	language uint32 // as in the profile
}

// restNorm is the length of the terms that are neither names nor numbers.
func (f *features) restNorm() float64 { return math.Sqrt(max(0, f.norm*f.norm-f.nameNorm*f.nameNorm)) }

// term is a word of a document and what it is worth, less than nothing for a
// name or a number. There are some millions of them in a large corpus.
type term struct {
	key    uint32
	signed float32
}

func (t term) weight() float32 { return max(t.signed, -t.signed) }
func (t term) name() bool      { return t.signed < 0 }

// weigh weighs the words of every document by how few of the documents have
// them. It uses the profiles up.
func weigh(ctx context.Context, ps []profile) ([]features, *frequencies, error) {
	df, err := countDocuments(ctx, ps)
	if err != nil {
		return nil, nil, err
	}
	out := make([]features, len(ps))
	err = each(ctx, len(ps), func(i int) {
		out[i] = df.weigh(&ps[i])
		ps[i] = profile{}
	})
	return out, df, err
}

// weigh weighs the words of a document.
func (f *frequencies) weigh(p *profile) features {
	out := features{shingling: p.shingling, language: p.language, terms: make([]term, len(p.words))}
	for j, w := range p.words {
		weight := (1 + math.Log(float64(w.n()))) * f.worth(w.key)
		if w.name() {
			weight *= nameWeight
		}
		square := float64(float32(weight)) * float64(float32(weight))
		out.norm += square
		if w.name() {
			weight = -weight
			out.nameNorm += square
			out.names++
		}
		out.terms[j] = term{w.key, float32(weight)}
		if w.lead() {
			out.lead = append(out.lead, int32(j))
		}
	}
	out.norm, out.nameNorm = math.Sqrt(out.norm), math.Sqrt(out.nameNorm)
	return out
}

// contained returns which share of the shorter document's shingles stand in
// the other, and how many these are.
func contained(a, b *features) (float64, int) {
	bound := min(a.bound, b.bound)
	x, y := a.upTo(bound), b.upTo(bound)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 0 {
		return 0, 0
	}
	n := 0
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i] < y[j]:
			i++
		case x[i] > y[j]:
			j++
		default:
			n++
			i++
			j++
		}
	}
	return float64(n) / float64(len(x)), n
}

// shared is what two documents share.
type shared struct {
	like  float64 // how alike they are
	names int     // how many names and numbers they share
	rest  float64 // how alike they are by their other words
}

// likeness returns how alike two documents are by their words: the cosine of the
// words, weighed, and where both have some names and numbers to go by, the
// geometric mean of that and the cosine of the names and numbers alone. Texts in
// two languages share words by chance and names, and are not alike. Two long texts
// in one language share many words whatever they are about, but not who and where.
func likeness(a, b *features) (s shared) {
	if a.norm == 0 || b.norm == 0 || a.language != b.language && a.language != 0 && b.language != 0 {
		return s
	}
	all, names := 0.0, 0.0
	for i, j := 0, 0; i < len(a.terms) && j < len(b.terms); {
		x, y := a.terms[i], b.terms[j]
		if x.key == y.key {
			dot := float64(x.weight()) * float64(y.weight())
			all += dot
			if x.name() && y.name() {
				names += dot
				s.names++
			}
		}
		i += truth(x.key <= y.key)
		j += truth(y.key <= x.key)
	}
	if rest := a.restNorm() * b.restNorm(); rest > 0 {
		s.rest = min(1, max(0, all-names)/rest)
	}
	s.like = min(1, all/(a.norm*b.norm))
	if min(a.names, b.names) >= fewNames {
		s.like = math.Sqrt(s.like * min(1, names/(a.nameNorm*b.nameNorm)))
	}
	return s
}

// leadIn returns how much of what one document begins with, weighed, stands
// anywhere in another.
func leadIn(a, b *features) float64 {
	all, there := 0.0, 0.0
	for _, i := range a.lead {
		t := a.terms[i]
		all += float64(t.weight())
		if _, ok := slices.BinarySearchFunc(b.terms, t.key, func(t term, key uint32) int { return cmp.Compare(t.key, key) }); ok {
			there += float64(t.weight())
		}
	}
	if all == 0 {
		return 1 // nothing to go by
	}
	return there / all
}
