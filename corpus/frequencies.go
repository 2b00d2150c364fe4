package corpus

import (
	"cmp"
	"context"
	"math"
	"slices"
)

// frequencies tell in how many of a number of documents each word stands. The
// words are in shards by their first bits, which are counted side by side, and
// in each in a table with open addressing: all words of all documents go through
// it, and a map takes three times as long.
type frequencies struct {
	total  int // documents
	shards [shards]table
}

const (
	shardBits = 4
	shards    = 1 << shardBits
)

// countDocuments counts the words of all documents.
func countDocuments(ctx context.Context, ps []profile) (*frequencies, error) {
	f := frequencies{total: len(ps)}
	err := each(ctx, shards, func(s int) {
		first := uint32(s) << (32 - shardBits)
		for i := range ps {
			words := ps[i].words
			at, _ := slices.BinarySearchFunc(words, first, func(w wordCount, key uint32) int {
				if w.key < key {
					return -1
				}
				return 1
			})
			for _, w := range words[at:] {
				if w.key>>(32-shardBits) != uint32(s) {
					break
				}
				f.shards[s].add(w.key)
			}
		}
	})
	return &f, err
}

// of returns how many documents have a word, 1 where none has: for what asks has
// it.
func (f *frequencies) of(key uint32) int {
	t := &f.shards[key>>(32-shardBits)]
	if len(t.slots) == 0 {
		return 1
	}
	return max(1, int(t.slots[t.find(key)].n))
}

// worth returns what a word is worth by how few documents have it.
func (f *frequencies) worth(key uint32) float64 {
	return math.Log(float64(f.total+background) / float64(f.of(key)))
}

// frequencies packs which words more than one document has.
func (p *packer) frequencies(f *frequencies) {
	p.uint(uint64(f.total))
	for i := range f.shards {
		var several []slot
		for _, s := range f.shards[i].slots {
			if s.n > 1 {
				several = append(several, s)
			}
		}
		slices.SortFunc(several, func(a, b slot) int { return cmp.Compare(a.key, b.key) })
		p.uint(uint64(len(several)))
		for _, s := range several {
			p.fixed(s.key)
			p.uint(uint64(s.n))
		}
	}
}

func (u *opened) frequencies() *frequencies {
	f := frequencies{total: int(u.uint())}
	for i := range f.shards {
		t := &f.shards[i]
		for range u.count(5) {
			t.set(u.fixed(), uint32(u.uint()))
		}
	}
	return &f
}

// table counts keys. It is never more than half full.
type table struct {
	slots []slot
	used  int
}

type slot struct{ key, n uint32 } // n is 0 in a free one

// find returns the slot of a key, or the free one where it would stand.
func (t *table) find(key uint32) int {
	mask := uint32(len(t.slots) - 1)
	i := key * 2654435769 >> 7 & mask
	for t.slots[i].n > 0 && t.slots[i].key != key {
		i = (i + 1) & mask
	}
	return int(i)
}

func (t *table) add(key uint32) {
	t.grow()
	s := &t.slots[t.find(key)]
	if s.n == 0 {
		t.used++
	}
	s.key = key
	s.n++
}

// set says how often a key was counted that was not counted yet.
func (t *table) set(key, n uint32) {
	t.grow()
	t.used++
	t.slots[t.find(key)] = slot{key, n}
}

// grow makes room for another key.
func (t *table) grow() {
	if 2*t.used < len(t.slots) {
		return
	}
	old := t.slots
	t.slots = make([]slot, max(64, 2*len(old)))
	for _, s := range old {
		if s.n > 0 {
			t.slots[t.find(s.key)] = s
		}
	}
}
