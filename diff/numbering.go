package diff

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"variorum/text"
)

// The clauses of a contract, the sections of a paper and the items of a list are
// numbered by hand: 3.1, 4., (b). Where one is put in or taken out, all behind it
// change their numbers, and nobody said anything else. Such a number is no wording,
// as that of a list in Markdown is none; another one is, also in "subject to clause
// 3.1".
//
// What stands at the head of a paragraph is the number of it only where it is one
// of a row: the number of a paragraph before is the one that comes before it, or
// that of one behind comes next, lists that stand between them aside.

var (
	decimalLabel = regexp.MustCompile(`^(?:§ ?)?\(?(\d{1,3}(?:\.\d{1,3}){0,5})([.)]?)\)?\s`)
	letterLabel  = regexp.MustCompile(`^\(?([a-z]{1,5})\)\s`)
)

const (
	rowLeast     = 3  // numbers in a text that is numbered
	longestLabel = 24 // bytes, and about so many
	deepest      = 8  // lists in each other
)

// label is what a paragraph is numbered by: the way down to it, as 3, 1 for 3.1, in
// one style, or nothing.
type label struct {
	block int
	path  []int
}

// labels tells of each block whether it begins with its number; nil where none does.
func (t *Text) labels() []bool {
	rows := map[byte][]label{}
	for b := range t.Blocks {
		s := t.Blocks[b].Text
		if !strings.ContainsAny(s[:min(len(s), longestLabel)], ".)") {
			continue
		}
		if m := decimalLabel.FindStringSubmatch(s); m != nil {
			if path := numbers(m[1]); len(path) > 1 || m[2] != "" {
				rows['1'] = append(rows['1'], label{b, path})
			}
		} else if m := letterLabel.FindStringSubmatch(s); m != nil {
			style, n := letters(m[1], rows['a'])
			if n > 0 {
				rows[style] = append(rows[style], label{b, []int{n}})
			}
		}
	}
	out := make([]bool, len(t.Blocks))
	all := 0
	for _, row := range rows {
		// Lists stand in lists, which may all count in the same way: what is open are the
		// last numbers of those that the next one can go on with, the innermost last.
		var open []label
		for _, l := range row {
			n := len(open) - 1
			for n >= 0 && !l.follows(open[n]) {
				n--
			}
			if n < 0 {
				open = append(open[max(0, len(open)-deepest):], l)
				continue
			}
			for _, l := range [...]label{open[n], l} {
				if !out[l.block] {
					out[l.block] = true
					all++
				}
			}
			if len(l.path) > len(open[n].path) {
				n++
			}
			open = append(open[:n], l)
		}
	}
	if all < rowLeast {
		return nil
	}
	return out
}

// numbers reads 3.1 as 3, 1.
func numbers(s string) []int {
	var out []int
	for part := range strings.SplitSeq(s, ".") {
		n, _ := strconv.Atoi(part) // of digits
		out = append(out, n)
	}
	return out
}

// letters reads b as the second letter and iv as the fourth number of the Romans,
// 0 for neither. An i behind an h is a letter.
func letters(s string, before []label) (style byte, n int) {
	if len(s) == 1 && (!strings.Contains("ivx", s) || len(before) > 0 && before[len(before)-1].path[0] == int(s[0]-'a')) {
		return 'a', int(s[0]-'a') + 1
	}
	for n, r := range [...]string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"} {
		if s == r {
			return 'i', n + 1
		}
	}
	return 0, 0
}

// follows reports whether a label comes next: 3.2 behind 3.1, 4 behind 3.2, and
// 3.1 behind 3.
func (l label) follows(before label) bool {
	n := len(l.path)
	if n > len(before.path)+1 {
		return false
	}
	for i := range n - 1 {
		if l.path[i] != before.path[i] {
			return false
		}
	}
	if n > len(before.path) {
		return l.path[n-1] == 1
	}
	return l.path[n-1] == before.path[n-1]+1
}

// number makes one key of the numbers at the heads of paragraphs, where both texts
// have some: they are aligned by where they stand, and hold nothing together. One
// that is in no row on the other side stays what it is on both.
func (c *collator) number() {
	rows := [2][]bool{c.texts[A].labels(), c.texts[B].labels()}
	c.rows = rows
	if rows[A] == nil || rows[B] == nil {
		return
	}
	stray := map[int32]bool{}
	for s := A; s <= B; s++ {
		t := c.texts[s]
		for b := range t.Blocks {
			if i := t.head(b); i >= 0 && !rows[s][b] {
				stray[t.keys[i]] = true
			}
		}
	}
	c.labelKey = c.lex.key(labelKey, false)
	for s := A; s <= B; s++ {
		t := c.texts[s]
		for b, in := range rows[s] {
			if i := t.head(b); in && !stray[t.keys[i]] {
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
		return c.rows[s] == nil || !c.rows[s][block] || i > head+1 || i != head && t.tokens[i].word()
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
