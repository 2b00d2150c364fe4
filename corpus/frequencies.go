package corpus

import (
	"context"
	"slices"
)

// frequencies tell in how many documents each word stands. The words are in
// shards by their first bits, which are counted side by side, and in each in a
// table with open addressing: all words of all documents go through it, and a
// map takes three times as long.
type frequencies [shards]table

const (
	shardBits = 4
	shards    = 1 << shardBits
)

// countDocuments counts the words of all documents.
func countDocuments(ctx context.Context, ps []profile) (*frequencies, error) {
	var f frequencies
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
				f[s].add(w.key)
			}
		}
	})
	return &f, err
}

// of returns how many documents have a word, which one at least has.
func (f *frequencies) of(key uint32) int {
	t := &f[key>>(32-shardBits)]
	return int(t.slots[t.find(key)].n)
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
	if 2*t.used >= len(t.slots) {
		old := t.slots
		t.slots = make([]slot, max(64, 2*len(old)))
		for _, s := range old {
			if s.n > 0 {
				t.slots[t.find(s.key)] = s
			}
		}
	}
	s := &t.slots[t.find(key)]
	if s.n == 0 {
		t.used++
	}
	s.key = key
	s.n++
}
