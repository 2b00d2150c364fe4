package diff

// singles finds what stands exactly once on either side: runs of tokens, whole
// sentences. It is a flat table of hashes, probed in a row; whoever asks must
// verify that two of equal hash are equal.
type singles struct {
	slots []slot
	mask  uint64
}

// slot says where something stands on either side, if once.
type slot struct {
	hash uint32   // 0 where the slot is free
	at   [2]int32 // position + 1; 0 for nowhere, or twice
}

const twice = -1

// reset empties the table and makes room for n things.
func (t *singles) reset(n int) {
	size := 16
	for 2*size < 3*(n+1) {
		size *= 2
	}
	if cap(t.slots) < size {
		t.slots = make([]slot, size)
	}
	t.slots = t.slots[:size]
	clear(t.slots)
	t.mask = uint64(size - 1)
}

// find returns the slot of a hash, or the free one where it belongs.
func (t *singles) find(h uint64) *slot {
	tag := uint32(h>>32) | 1
	for i := h & t.mask; ; i = (i + 1) & t.mask {
		if s := &t.slots[i]; s.hash == 0 || s.hash == tag {
			return s
		}
	}
}

// first notes that something stands at a place of A.
func (t *singles) first(h uint64, at int) {
	if s := t.find(h); s.hash == 0 {
		s.hash, s.at[A] = uint32(h>>32)|1, int32(at)+1
	} else {
		s.at[A] = twice
	}
}

// second notes that something stands at a place of B, after all of A's.
func (t *singles) second(h uint64, at int) {
	switch s := t.find(h); {
	case s.at[A] <= 0:
	case s.at[B] == 0:
		s.at[B] = int32(at) + 1
	default:
		s.at[B] = twice
	}
}

// pair returns where something stands, if once on either side.
func (t *singles) pair(h uint64) (a, b int, ok bool) {
	s := t.find(h)
	return int(s.at[A]) - 1, int(s.at[B]) - 1, s.at[A] > 0 && s.at[B] > 0
}
