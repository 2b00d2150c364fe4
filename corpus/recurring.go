package corpus

import (
	"hash/maphash"

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

// learnFurniture takes paragraphs for furniture that stand in several documents
// which share hardly anything else. It costs time in proportion to the texts.
func learnFurniture(docs []*Document) {
	if len(docs) < 2*recurringLeast {
		return
	}
	seed := maphash.MakeSeed()
	in := map[uint64][]int{} // short paragraph -> the documents that have it
	key := func(b *text.Block) (uint64, bool) {
		if b.Kind != text.Paragraph || len(b.Text) > 8*maxFurniture {
			return 0, false
		}
		return maphash.String(seed, b.Text), true
	}
	for i, d := range docs {
		for b := range d.Blocks {
			if h, ok := key(&d.Blocks[b]); ok {
				if list := in[h]; len(list) == 0 || list[len(list)-1] != i {
					in[h] = append(list, i)
				}
			}
		}
	}
	furniture := map[uint64]bool{}
	for h, list := range in {
		furniture[h] = len(list) >= recurringLeast && strangers(docs, list[:min(len(list), recurringLook)])
	}
	for _, d := range docs {
		for b := range d.Blocks {
			if h, ok := key(&d.Blocks[b]); ok && furniture[h] {
				d.Blocks[b].Kind = text.Furniture
			}
		}
	}
}

// strangers reports whether documents have little in common, each with the one
// before it.
func strangers(docs []*Document, list []int) bool {
	for k := 1; k < len(list); k++ {
		has := map[string]bool{}
		for _, b := range docs[list[k-1]].Blocks {
			has[b.Text] = true
		}
		both, all := 0, 0
		for _, b := range docs[list[k]].Blocks {
			all += len(b.Text)
			if has[b.Text] {
				both += len(b.Text)
			}
		}
		if float64(both) > recurringShare*float64(all) {
			return false
		}
	}
	return true
}
