package export

import "variorum/diff"

// facing is what stands side by side in a page: sentences of A and of B, each
// of one block.
type facing [2][]int

// face puts the sentences of both texts into rows, so that those which belong
// together face each other: pairs that are in order do, and between two of
// them, paragraph faces paragraph. Every sentence stands in one row.
func face(c *diff.Comparison) []facing {
	f := facer{texts: c.Texts}
	for i := range c.Pairs {
		p := &c.Pairs[i]
		if p.Moved || p.Relation > diff.Edited || len(p.Sentences[diff.A]) == 0 || len(p.Sentences[diff.B]) == 0 {
			continue
		}
		f.between(p.Sentences[diff.A][0], p.Sentences[diff.B][0])
		if f.ends(diff.A, p.Sentences[diff.A][0]) || f.ends(diff.B, p.Sentences[diff.B][0]) {
			f.flush()
		}
		for s := range p.Sentences {
			f.upto(diff.Side(s), p.Sentences[s][len(p.Sentences[s])-1]+1)
		}
	}
	f.between(len(c.Texts[diff.A].Sentences), len(c.Texts[diff.B].Sentences))
	f.flush()
	return f.rows
}

type facer struct {
	texts [2]*diff.Text
	next  [2]int // sentences that stand in no row yet
	row   facing
	rows  []facing
}

// ends reports whether a sentence is of another block than the row.
func (f *facer) ends(s diff.Side, sentence int) bool {
	r := f.row[s]
	return len(r) > 0 && f.texts[s].Sentences[r[len(r)-1]].Block != f.texts[s].Sentences[sentence].Block
}

func (f *facer) flush() {
	if len(f.row[diff.A])+len(f.row[diff.B]) > 0 {
		f.rows = append(f.rows, f.row)
	}
	f.row = facing{}
}

// upto takes the sentences of a side up to one into the row, or as many rows
// as they have blocks.
func (f *facer) upto(s diff.Side, end int) {
	for ; f.next[s] < end; f.next[s]++ {
		if f.ends(s, f.next[s]) {
			f.flush()
		}
		f.row[s] = append(f.row[s], f.next[s])
	}
}

// between takes in the sentences before two that face each other.
func (f *facer) between(a, b int) {
	end := [2]int{a, b}
	for {
		for s := range end { // what goes on with the block of the row
			for f.next[s] < end[s] && !f.ends(diff.Side(s), f.next[s]) && len(f.row[s]) > 0 {
				f.row[s] = append(f.row[s], f.next[s])
				f.next[s]++
			}
		}
		if f.next == end {
			return
		}
		f.flush()
		for s := range end {
			if f.next[s] < end[s] {
				f.row[s] = append(f.row[s], f.next[s])
				f.next[s]++
			}
		}
	}
}
