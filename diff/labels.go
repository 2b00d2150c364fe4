package diff

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"variorum/text"
)

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
	rowsAtOnce   = 6  // of one kind that may go on: lists in lists
)

// label is what a paragraph is numbered by: the way down to it, as 3, 1 for 3.1, in
// one style.
type label struct {
	block  int
	style  byte // '1', 'a' or 'i'
	path   []int
	name   string
	behind string // key of the word behind it, where that says anything
	first  bool   // it begins a row, or is one of a row that was begun
	inRow  bool   // of several
}

// labelsOf returns for each block the number that it begins with and where it
// stands, as 3.1 or 3.1(b), "" where it has none; nil where no block has one. It costs
// next to nothing where there are none.
func labelsOf(blocks []text.Block, spoken *tongue) []string {
	var all []label
	letter := 0 // the last one
	counts := map[string]int{}
	for b := range blocks {
		l, ok := labelOf(blocks[b].Text, letter, spoken)
		if !ok {
			continue
		}
		if l.block = b; l.style == 'a' {
			letter = l.path[0]
		}
		if l.behind != "" {
			counts[l.behind]++
		}
		all = append(all, l)
	}
	uncounted(blocks, counts)
	if rows(all, counts) < rowLeast {
		return nil
	}
	out := make([]string, len(blocks))
	var clause, item string // that others stand under
	for i := range all {
		l := &all[i]
		if !l.inRow {
			continue
		}
		switch l.style {
		case '1':
			clause, item = l.name, ""
			out[l.block] = l.name
		case 'a':
			item = l.name
			out[l.block] = clause + l.name
		default:
			out[l.block] = clause + item + l.name
		}
	}
	return out
}

// rows finds out which labels are of a row, and returns how many. Each depth of each
// style has rows of its own, that those of others do not end; lists that stand in lists
// may count in the same way, so that it may have several at a time.
func rows(all []label, counted map[string]int) (n int) {
	type place struct {
		style byte
		depth int
	}
	open := map[place][]*label{} // the last ones of rows that can go on, the innermost last
	for i := range all {
		l := &all[i]
		if counted[l.behind] > 0 {
			continue
		}
		depth := len(l.path)
		l.first = l.path[depth-1] == 1
		row := open[place{l.style, depth}]
		before := l.behindOne(row)
		if before >= 0 {
			l.first = true
			n += enrow(row[before], l)
			row = row[:before]
		} else if above := open[place{l.style, depth - 1}]; l.first {
			if before := l.behindOne(above); before >= 0 {
				n += enrow(above[before], l)
			}
		}
		if l.first { // else it is in none, and begins none
			open[place{l.style, depth}] = append(row[max(0, len(row)-rowsAtOnce):], l)
		}
	}
	return n
}

// behindOne returns the innermost of the rows that a label goes on with, -1 for none.
func (l *label) behindOne(open []*label) int {
	n := len(open) - 1
	for n >= 0 && !l.follows(open[n]) {
		n--
	}
	return n
}

// enrow says of labels that they are of a row, and returns of how many that is new.
func enrow(labels ...*label) (n int) {
	for _, l := range labels {
		if !l.inRow {
			l.inRow = true
			n++
		}
	}
	return n
}

// labelOf reads the number at the head of a paragraph. Letter is the letter that came
// last.
func labelOf(s string, letter int, spoken *tongue) (l label, ok bool) {
	if !strings.ContainsAny(s[:min(len(s), longestLabel)], ".)") {
		return l, false
	}
	rest := ""
	if m := decimalLabel.FindStringSubmatch(s); m != nil {
		rest = s[len(m[0]):]
		l = label{style: '1', path: numbers(m[1]), name: m[1]}
		if strings.HasPrefix(m[0], "(") {
			l.name = "(" + m[1] + ")"
		}
		if m[2] == "" && (len(l.path) == 1 || spoken.countsNext(rest)) || spoken.saysWhen(s, m[1]) {
			return l, false
		}
	} else if m := letterLabel.FindStringSubmatch(s); m != nil {
		style, n := letters(m[1], letter)
		if n == 0 {
			return l, false
		}
		rest = s[len(m[0]):]
		l = label{style: style, path: []int{n}, name: "(" + m[1] + ")"}
	} else {
		return l, false
	}
	if w := firstLetters(rest); w != "" {
		if key := text.Key(w); classify(key, true) == content {
			l.behind = key
		}
	}
	return l, true
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
func uncounted(blocks []text.Block, counts map[string]int) {
	all := map[string]int{}
	for key, n := range counts {
		if n < rowLeast {
			delete(counts, key)
		}
	}
	if len(counts) == 0 {
		return
	}
	var tokens []text.Token
	for b := range blocks {
		s := blocks[b].Text
		tokens = text.AppendTokens(tokens[:0], s)
		for _, t := range tokens {
			if key := text.Key(s[t.Start:t.End]); counts[key] > 0 {
				all[key]++
			}
		}
	}
	for key, n := range counts {
		if n*2 < all[key] {
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
func letters(s string, before int) (style byte, n int) {
	if len(s) == 1 && (!strings.Contains("ivx", s) || before > 0 && before == int(s[0]-'a')) {
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
func (l *label) follows(before *label) bool {
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

// Label names a paragraph as people do who speak of it: by the number at its head
// and those that it stands under, as 6.4 or 6.4(b), or else by how many come before
// it, as ¶12.
func (t *Text) Label(block int) string {
	if block < len(t.labels) && t.labels[block] != "" {
		return t.labels[block]
	}
	return fmt.Sprintf("¶%d", block+1)
}

// Labelled returns the first block that has a number at its head.
func Labelled(blocks []text.Block, number string) (block int, ok bool) {
	number = strings.TrimSuffix(strings.ReplaceAll(number, " ", ""), ".")
	for b, l := range labelsOf(blocks, &tongue{}) {
		if l != "" && l == number {
			return b, true
		}
	}
	return 0, false
}
