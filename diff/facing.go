package diff

import "variorum/text"

// Some sentences are paired by where they stand: alone between neighbours that are
// paired, or in a run of the same length on either side.

// facing returns the links of those. A third of their words is enough, whatever these
// weigh. Where a cell of a table, a date or a price is all there is to a block, no word
// need be shared: 600 became 500.
func (c *collator) facing(found, kept []link) []link {
	n := [2]int{len(c.texts[A].Sentences), len(c.texts[B].Sentences)}
	first, last := make([]int, n[A]+1), make([]int, n[A]+1) // partners of a, plus one
	linked := make([]bool, n[B])
	note := func(l link) {
		if first[l.a] == 0 {
			first[l.a] = l.b + 1
		}
		last[l.a] = l.b + 1
		linked[l.b] = true
	}
	for _, l := range kept {
		note(l)
	}
	first[n[A]] = n[B] + 1 // the ends of the texts face each other
	var out []link
	for _, l := range found {
		if first[l.a] != 0 || linked[l.b] || first[l.a+1] != l.b+2 {
			continue
		}
		if l.a > 0 && last[l.a-1] != l.b || l.a == 0 && l.b > 0 {
			continue
		}
		sa, sb := c.texts[A].Sentences[l.a], c.texts[B].Sentences[l.b]
		if l.tokens >= 2 && 3*l.words >= min(c.says(A, sa), c.says(B, sb)) && l.weight > 0 && !c.strayed(l) {
			out = append(out, l)
		}
	}
	for _, l := range out {
		note(l)
	}
	for a := 0; a < n[A]; a++ {
		b := 0
		if a > 0 {
			b = last[a-1]
		}
		if first[a] != 0 || a > 0 && b == 0 {
			continue
		}
		k := 0
		for a+k < n[A] && b+k < n[B] && first[a+k] == 0 && !linked[b+k] && c.entries(a+k, b+k) && c.texts[A].Kind(a+k) == c.texts[B].Kind(b+k) {
			k++
		}
		if k > 0 && first[a+k] == b+k+1 {
			for i := range k {
				out = append(out, link{a: a + i, b: b + i})
			}
		}
		a += k
	}
	return out
}

const entryWords = 4 // at most

// entries reports whether two sentences are all there is to their blocks, a few words,
// and one of them holds a number or a date.
func (c *collator) entries(a, b int) bool {
	counts := false
	for s, sentence := range [2]int{a, b} {
		t := c.texts[s]
		st := &t.Sentences[sentence]
		if st.Words > entryWords || !c.endsBlock(Side(s), sentence) || sentence > 0 && t.Sentences[sentence-1].Block == st.Block {
			return false
		}
		words := t.Sentence(sentence)
		for _, tok := range text.Tokens(words) {
			if got, _ := c.tongues[s].tagOf(words[tok.Start:tok.End], "", false); got&(Number|Date) != 0 {
				counts = true
			}
		}
	}
	return counts
}

// says is how many words of a sentence tell anything.
func (c *collator) says(side Side, s Sentence) (n int) {
	for i := s.first; i < s.last; i++ {
		if c.weight(side, i) > 0 {
			n++
		}
	}
	return n
}

// turnsOver reports whether the words that two lines of verse share end the one and
// begin the other: the line ends elsewhere, and no word is another.
func (c *collator) turnsOver(l link) bool {
	if !c.verse(A, l.a) || !c.verse(B, l.b) {
		return false
	}
	a, b := &c.texts[A].Sentences[l.a], &c.texts[B].Sentences[l.b]
	last := [2]int32{l.first[A] + int32(l.tokens), l.first[B] + int32(l.tokens)}
	return last[A] == a.last && l.first[B] == b.first || last[B] == b.last && l.first[A] == a.first
}

// verse reports whether a sentence is of a line of verse.
func (c *collator) verse(s Side, sentence int) bool {
	t := c.texts[s]
	return text.IsVerse(t.Blocks, t.Sentences[sentence].Block)
}
