package corpus

import (
	"slices"

	"variorum/text"
)

// Some of a page's furniture no list of phrases knows: what an outlet puts under
// each of its articles. It gives itself away in a corpus, for it stands in many
// documents that have nothing else in common.

const (
	recurringLeast = 4    // documents
	recurringShare = 0.25 // of the words of two documents, at most, that stand in both
	recurringLook  = 8    // documents in which it is looked whether they have more in common
)

// paragraph is what is seen of a block for that.
type paragraph struct {
	key  uint64 // a hash of its text
	size uint32 // bytes, doubled; odd where the block may be furniture
}

func (p paragraph) bytes() int      { return int(p.size >> 1) }
func (p paragraph) candidate() bool { return p.size&1 != 0 }

func paragraphsOf(d *Document) []paragraph {
	out := make([]paragraph, len(d.Blocks))
	for i := range d.Blocks {
		b := &d.Blocks[i]
		may := b.Kind == text.Paragraph && len(b.Text) <= 8*maxFurniture && !d.text.has(b.Text)
		out[i] = paragraph{keyOf(b.Text), uint32(len(b.Text))<<1 | uint32(truth(may))}
	}
	return out
}

// keyOf is FNV-1a of 64 bits.
func keyOf(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// recurring returns the keys of paragraphs that stand in several documents which
// share hardly anything else. It costs time in proportion to the texts.
func recurring(docs [][]paragraph) map[uint64]bool {
	if len(docs) < 2*recurringLeast {
		return nil
	}
	// Nearly all paragraphs stand in one document: the few others are found by
	// sorting before it is looked where they stand.
	var keys []uint64
	for _, ps := range docs {
		from := len(keys)
		for _, p := range ps {
			if p.candidate() && !slices.Contains(keys[from:], p.key) {
				keys = append(keys, p.key)
			}
		}
	}
	slices.Sort(keys)
	in := map[uint64][]int{}
	for i, key := range keys {
		if i+1 >= recurringLeast && keys[i+1-recurringLeast] == key {
			in[key] = nil
		}
	}
	for i, ps := range docs {
		for _, p := range ps {
			list, ok := in[p.key]
			if ok && p.candidate() && len(list) < recurringLook && (len(list) == 0 || list[len(list)-1] != i) {
				in[p.key] = append(list, i)
			}
		}
	}
	furniture := map[uint64]bool{}
	for key, list := range in {
		if strangers(docs, list) {
			furniture[key] = true
		}
	}
	return furniture
}

// strangers reports whether documents have little in common, each with the one
// before it.
func strangers(docs [][]paragraph, list []int) bool {
	for k := 1; k < len(list); k++ {
		has := map[uint64]bool{}
		for _, p := range docs[list[k-1]] {
			has[p.key] = true
		}
		both, all := 0, 0
		for _, p := range docs[list[k]] {
			all += p.bytes()
			if has[p.key] {
				both += p.bytes()
			}
		}
		if float64(both) > recurringShare*float64(all) {
			return false
		}
	}
	return true
}

// among returns the keys of paragraphs that are furniture, in the order of the
// document.
func among(ps []paragraph, furniture func(key uint64) bool) (keys []uint64) {
	for _, p := range ps {
		if p.candidate() && furniture(p.key) && !slices.Contains(keys, p.key) {
			keys = append(keys, p.key)
		}
	}
	return keys
}

// mark makes furniture of the blocks with some keys.
func (d *Document) mark(keys []uint64) {
	d.furniture = keys
	if len(keys) == 0 {
		return
	}
	for i, p := range paragraphsOf(d) {
		if p.candidate() && slices.Contains(keys, p.key) {
			d.Blocks[i].Kind = text.Furniture
		}
	}
}
