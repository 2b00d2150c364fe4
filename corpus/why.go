package corpus

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
)

// Why says what a version has in common with the one of its story that it is
// closest to.
type Why struct {
	Closest *Document // nil where the version is the only one that can be read
	Shared  float64   // share of the shorter one's runs of five words that stand in the other
	Words   []string  // that both have and hardly any text has: names and numbers first, then those that weigh most
}

// whyWords is how many words are told.
const whyWords = 6

// String says it in words.
func (w Why) String() string {
	if w.Closest == nil {
		return ""
	}
	percent := math.Round(100 * w.Shared)
	if percent == 100 && w.Shared < 1 {
		percent = 99 // it is not all of it
	}
	out := fmt.Sprintf("%.0f%% of the shorter text stands in %s", percent, w.Closest.ID)
	if percent == 0 {
		out = "hardly a sentence in common with " + w.Closest.ID
	}
	if len(w.Words) > 0 {
		out += "; both have " + strings.Join(w.Words, ", ")
	}
	return out
}

// Explain says of each version of a story why it is there. Each is compared with
// the 32 before it. It reads the words of all of them again, as Group does, so
// that nothing needs to be kept for it. Of what cannot be read again it says
// nothing; the error is that of ctx.
func (s *Story) Explain(ctx context.Context) (whys []Why, err error) {
	c := Corpus{Stories: []Story{*s}}
	err = c.Explain(ctx, func(_ *Story, found []Why) { whys = found })
	return whys, err
}

// Explain calls f with each story of the corpus and what its Explain says, and
// takes less time for all than these do. What cannot be read again becomes a problem
// of the corpus.
func (c *Corpus) Explain(ctx context.Context, f func(*Story, []Why)) error {
	lists := make([][]*Document, len(c.Stories))
	for i := range c.Stories {
		if s := &c.Stories[i]; len(s.Versions) > 1 {
			lists[i] = s.documents()
		}
	}
	return c.inLots(ctx, lists, func(i int, whole []*Document) error {
		whys, err := explain(ctx, c.Stories[i].documents(), whole)
		if err == nil {
			f(&c.Stories[i], whys)
		}
		return err
	})
}

// explain says why each of the versions of a story is there. whole are their texts,
// nil where one cannot be read.
func explain(ctx context.Context, versions, whole []*Document) ([]Why, error) {
	out := make([]Why, len(versions))
	var there []int
	for i, d := range whole {
		if d != nil {
			there = append(there, i)
		}
	}
	if len(there) < 2 {
		return out, ctx.Err()
	}
	profiles := make([]profile, len(there))
	if err := each(ctx, len(there), func(k int) { profiles[k] = profileOf(whole[there[k]]) }); err != nil {
		return nil, err
	}
	fs, _, err := weigh(ctx, profiles)
	if err != nil {
		return nil, err
	}
	likes, err := alike(ctx, fs)
	if err != nil {
		return nil, err
	}
	closest := make([]int, len(there))
	best := make([]float64, len(there))
	for i := range closest {
		closest[i], best[i] = -1, -1
	}
	for i := range likes {
		for back, like := range likes[i] {
			j := i - 1 - back
			if like > best[i] || like == best[i] && j < closest[i] {
				closest[i], best[i] = j, like
			}
			if like > best[j] {
				closest[j], best[j] = i, like
			}
		}
	}
	err = each(ctx, len(there), func(k int) {
		a, b := &fs[k], &fs[closest[k]]
		share, _ := contained(a, b)
		i, j := there[k], there[closest[k]]
		out[i] = Why{Closest: versions[j], Shared: share, Words: inWriting(whole[i], weightiest(a, b))}
	})
	return out, err
}

// weightiest returns the words that two documents share and that weigh most,
// names and numbers before others.
func weightiest(a, b *features) []uint32 {
	type shared struct {
		key    uint32
		name   bool
		weight float64
	}
	var found []shared
	for i, j := 0, 0; i < len(a.terms) && j < len(b.terms); {
		x, y := a.terms[i], b.terms[j]
		if x.key == y.key {
			found = append(found, shared{x.key, x.name() && y.name(), float64(x.weight()) * float64(y.weight())})
		}
		i += truth(x.key <= y.key)
		j += truth(y.key <= x.key)
	}
	slices.SortFunc(found, func(a, b shared) int {
		return cmp.Or(truth(b.name)-truth(a.name), cmp.Compare(b.weight, a.weight), cmp.Compare(a.key, b.key))
	})
	found = found[:min(len(found), 4*whyWords)] // some of which may be small words
	keys := make([]uint32, len(found))
	for i, f := range found {
		keys[i] = f.key
	}
	return keys
}

// inWriting returns the first of some words as a document writes them, each as it
// does most often. The small words of its language tell nothing.
func inWriting(d *Document, keys []uint32) []string {
	type form struct {
		written string
		n       int
	}
	forms := make([][]form, len(keys))
	small := knownTongues().small(d.Language)
	eachWord(d, func(written, key string, _ bool) {
		if !tells(key) || small(key) {
			return
		}
		i := slices.Index(keys, hash(shorten(key)))
		if i < 0 {
			return
		}
		written = stripPossessive(written)
		at := slices.IndexFunc(forms[i], func(f form) bool { return f.written == written })
		if at < 0 {
			at = len(forms[i])
			forms[i] = append(forms[i], form{written: written})
		}
		forms[i][at].n++
	})
	var out []string
	for _, fs := range forms {
		most := form{}
		for _, f := range fs {
			if f.n > most.n {
				most = f
			}
		}
		if len(fs) > 0 && len(out) < whyWords {
			out = append(out, most.written)
		}
	}
	return out
}
