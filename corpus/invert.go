package corpus

import (
	"context"
	"slices"
)

// inverted tells which documents have a key in common.
type inverted struct {
	entries []uint64 // a key, and a document that has it; documents of one key stand together, rising
	places  []int32  // in entries, document by document
	starts  []int32  // where in places those of a document begin
}

// invert inverts the keys of n documents, each once in a document. Keys that
// one document alone has are left out.
func invert(ctx context.Context, n int, keysOf func(i int) []uint32) (*inverted, error) {
	keys := make([][]uint32, n)
	if err := each(ctx, n, func(i int) { keys[i] = keysOf(i) }); err != nil {
		return nil, err
	}
	shard := func(key uint32) uint32 { return key * 2654435769 >> (32 - shardBits) }
	var sizes [shards]int
	for i := range keys {
		for _, key := range keys[i] {
			sizes[shard(key)]++
		}
	}
	var parts [shards][]uint64
	for s := range parts {
		parts[s] = make([]uint64, 0, sizes[s])
	}
	for i := range keys {
		for _, key := range keys[i] {
			s := shard(key)
			parts[s] = append(parts[s], uint64(key)<<32|uint64(i))
		}
	}
	err := each(ctx, shards, func(s int) { parts[s] = twice(parts[s]) })
	if err != nil {
		return nil, err
	}
	out := &inverted{entries: slices.Concat(parts[:]...), starts: make([]int32, n+1)}
	for _, e := range out.entries {
		out.starts[uint32(e)+1]++
	}
	for i := range n {
		out.starts[i+1] += out.starts[i]
	}
	out.places = make([]int32, len(out.entries))
	next := slices.Clone(out.starts)
	for p, e := range out.entries {
		out.places[next[uint32(e)]] = int32(p)
		next[uint32(e)]++
	}
	return out, nil
}

// twice sorts entries and drops those whose key no other has.
func twice(entries []uint64) []uint64 {
	slices.Sort(entries)
	out := make([]uint64, 0, len(entries)/8)
	for i, e := range entries {
		if i > 0 && entries[i-1]>>32 == e>>32 || i+1 < len(entries) && entries[i+1]>>32 == e>>32 {
			out = append(out, e)
		}
	}
	return out
}

// before calls f for every key of document i that others have, with the
// documents before i that have it, at most the last so many of these. f is to
// leave them as they are.
func (v *inverted) before(i, most int, f func(key uint32, entries []uint64)) {
	for _, p := range v.places[v.starts[i]:v.starts[i+1]] {
		key := v.entries[p] >> 32
		from := p
		for from > 0 && int(p-from) < most && v.entries[from-1]>>32 == key {
			from--
		}
		if from < p {
			f(uint32(key), v.entries[from:p])
		}
	}
}
