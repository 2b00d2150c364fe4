package diff

import (
	"slices"
	"strings"

	"variorum/text"
)

// The clauses of a contract, the sections of a paper and the items of a list are
// numbered by hand: 3.1, 4., (b). Where one is put in or taken out, all behind it
// change their numbers, and nobody said anything else. Such a number is no wording,
// as that of a list in Markdown is none; another one is, also in "subject to clause
// 3.1".

// number makes one key of the numbers at the heads of paragraphs: they are aligned by
// where they stand, and hold nothing together. One that is in no row on the other side
// stays what it is on both.
func (c *collator) number() {
	for s := A; s <= B; s++ {
		c.texts[s].labels = labelsOf(c.texts[s].Blocks, c.tongues[s])
	}
	if c.texts[A].labels == nil && c.texts[B].labels == nil {
		return
	}
	stray := map[int32]bool{}
	for s := A; s <= B; s++ {
		t := c.texts[s]
		for b := range t.Blocks {
			if i := t.head(b); i >= 0 && (t.labels == nil || t.labels[b] == "") {
				stray[t.keys[i]] = true
			}
		}
	}
	c.labelKey = c.lex.key(labelKey, false)
	for s := A; s <= B; s++ {
		t := c.texts[s]
		for b, label := range t.labels {
			if i := t.head(b); label != "" && !stray[t.keys[i]] {
				t.Sentences[t.tokens[i].sentence].weight -= c.lex.class[t.keys[i]].weight()
				t.keys[i] = c.labelKey
			}
		}
	}
}

// numbersOnly reports whether tokens are none but those of the number at the head of a
// paragraph and of the marks that set it off, which are others elsewhere: (a), a), 1.
func (c *collator) numbersOnly(s Side, r run) bool {
	t := c.texts[s]
	return !slices.ContainsFunc(r.tokens, func(i int32) bool {
		block := t.Sentences[t.tokens[i].sentence].Block
		head := t.head(block)
		return t.labels == nil || t.labels[block] == "" || i > head+1 || i != head && t.tokens[i].word()
	})
}

const labelKey = "\x00" // no word is so

// Renumbered reports whether a difference is another number at the head of the same
// paragraph, or one that only one side has: one in markup that is spelled otherwise, too.
func (c *Comparison) Renumbered(d *Difference) bool {
	a, b := c.Text(A, d.Places[A]), c.Text(B, d.Places[B])
	return d.Kind == Markup && !strings.Contains(a+b, " ") && text.Key(a) != text.Key(b)
}

// head returns the first word of a block, -1 where there is none.
func (t *Text) head(block int) int32 {
	if t.first[block] == t.first[block+1] {
		return -1
	}
	s := &t.Sentences[t.first[block]]
	for i := s.first; i < s.last; i++ {
		if t.tokens[i].word() {
			return i
		}
	}
	return -1
}
