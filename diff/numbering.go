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
// of a row that begins with the first: such a number says no more than where the
// paragraph stands. Hours, days and rates come in rows as well, but anywhere in
// these, or with what they are counted in behind them.

var (
	decimalLabel = regexp.MustCompile(`^(?:§ ?)?\(?(\d{1,3}(?:\.\d{1,3}){0,5})([.)]?)\)?\s`)
	letterLabel  = regexp.MustCompile(`^\(?([a-z]{1,5})\)\s`)
)

const (
	rowLeast     = 3  // numbers in a text that is numbered
	longestLabel = 24 // bytes, and about so many
	deepestLabel = 6  // numbers in one
)

// label is what a paragraph is numbered by: the way down to it, as 3, 1 for 3.1, in
// one style, or nothing.
type label struct {
	block  int
	path   []int
	behind int32 // key of the word behind it, -1 for none
	rowed  bool  // it comes first or after one that does
}

// labels tells of each block whether it begins with its number; nil where none does.
func (t *Text) labels(lex *lexicon, spoken *tongue) []bool {
	rows := map[byte][]label{}
	counts := map[int32]int{} // how many numbers stand before a word
	for b := range t.Blocks {
		s := t.Blocks[b].Text
		if !strings.ContainsAny(s[:min(len(s), longestLabel)], ".)") {
			continue
		}
		l := label{block: b, behind: -1}
		style := byte('1')
		if m := decimalLabel.FindStringSubmatch(s); m != nil {
			if l.path = numbers(m[1]); m[2] == "" && (len(l.path) == 1 || spoken.countsNext(s[len(m[0]):])) || spoken.saysWhen(s, m[1]) {
				continue
			}
		} else if m := letterLabel.FindStringSubmatch(s); m != nil {
			n := 0
			if style, n = letters(m[1], rows['a']); n == 0 {
				continue
			}
			l.path = []int{n}
		} else {
			continue
		}
		if l.behind = t.second(b); l.behind >= 0 && lex.class[l.behind] == content {
			counts[l.behind]++
		}
		rows[style] = append(rows[style], l)
	}
	t.uncounted(counts)
	out := make([]bool, len(t.Blocks))
	all := 0
	for _, row := range rows {
		var last [deepestLabel + 1]*label // by how many numbers there are in it
		for i := range row {
			l := &row[i]
			if counts[l.behind] > 0 {
				continue
			}
			n := len(l.path)
			before := last[n]
			if before == nil || !l.follows(*before) {
				before = last[n-1]
			}
			l.rowed = l.path[n-1] == 1
			if before != nil && l.follows(*before) && (l.rowed || before.rowed) {
				l.rowed = true
				for _, b := range [...]*label{before, l} {
					if b.rowed && !out[b.block] {
						out[b.block] = true
						all++
					}
				}
			}
			last[n] = l
		}
	}
	if all < rowLeast {
		return nil
	}
	return out
}

// saysWhen reports whether the figure at the head of a text is an hour or a day, or
// is written as one: 9.05.
func (t *tongue) saysWhen(s, figure string) bool {
	at := strings.Index(s, figure)
	return figure[0] == '0' || strings.Contains(figure, ".0") || t.datedBy(s, at, at+len(figure))
}

// countsNext reports whether what stands behind a figure is a part of it, or what is
// counted: million, per cent, metres.
func (t *tongue) countsNext(s string) bool {
	w, _, _ := strings.Cut(s, " ")
	key := text.Key(strings.TrimRight(w, ".,;:"))
	return figures[key] != "" || t.figures[key] != "" || measures[key] != "" || key == "per" || key == "percent" || key == "%"
}

// uncounted leaves, of the words that stand behind numbers, those that these count:
// they stand behind several, and hardly anywhere else.
func (t *Text) uncounted(counts map[int32]int) {
	all := map[int32]int{}
	for _, key := range t.keys {
		if counts[key] >= rowLeast {
			all[key]++
		}
	}
	for key, n := range counts {
		if n < rowLeast || n*2 < all[key] {
			delete(counts, key)
		}
	}
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
	rows := [2][]bool{c.texts[A].labels(c.lex, c.tongues[A]), c.texts[B].labels(c.lex, c.tongues[B])}
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

// numbersOnly reports whether tokens are the number at the head of a paragraph and
// what sets it off, and nothing else.
func (c *collator) numbersOnly(s Side, r run) bool {
	if c.rows[s] == nil || len(r.tokens) == 0 {
		return false
	}
	t := c.texts[s]
	block := t.Sentences[t.tokens[r.tokens[0]].sentence].Block
	head := t.head(block)
	return c.rows[s][block] && slices.Contains(r.tokens, head) && r.tokens[len(r.tokens)-1] <= head+1 &&
		!slices.ContainsFunc(r.tokens, func(i int32) bool { return i != head && t.tokens[i].word() })
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
	return t.wordFrom(s.first, s.last)
}

// second returns the key of the second word of a block, -1 where there is none.
func (t *Text) second(block int) int32 {
	i := t.head(block)
	if i < 0 {
		return -1
	}
	if i = t.wordFrom(i+1, t.Sentences[t.first[block+1]-1].last); i < 0 {
		return -1
	}
	return t.keys[i]
}

// wordFrom returns the first word among some tokens, -1 where there is none.
func (t *Text) wordFrom(first, last int32) int32 {
	for i := first; i < last; i++ {
		if t.tokens[i].word() {
			return i
		}
	}
	return -1
}
