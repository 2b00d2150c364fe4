package diff

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"variorum/text"
)

// What stands at the head of a paragraph is the number of it only where it is one
// of a row: the number of a paragraph before is the one that comes before it, or
// that of one behind comes next.

var (
	decimalLabel = regexp.MustCompile(`^(?:§ ?)?\(?(\d{1,3}(?:\.\d{1,3}){0,5})([.)]?)\)?\s`)
	letterLabel  = regexp.MustCompile(`^\(?([a-z]{1,5})\)\s`)
)

const (
	rowLeast     = 3  // numbers in a text that is numbered
	longestLabel = 24 // bytes, and about so many
)

// label is what a paragraph is numbered by: the way down to it, as 3, 1 for 3.1, in
// one style, or nothing.
type label struct {
	block int
	style byte // '1', 'a' or 'i'
	path  []int
	name  string
	inRow bool
}

// labelsOf returns for each block the number that it begins with and where it
// stands, as 3.1 or 3.1(b), "" where it has none; nil where no block has one.
func labelsOf(blocks []text.Block) []string {
	var all []label
	last := map[byte]int{} // by style, the index of the last of its row
	count := 0
	for b := range blocks {
		l, ok := labelOf(blocks[b].Text, func(style byte) int {
			if i, ok := last[style]; ok {
				return all[i].path[0]
			}
			return 0
		})
		if !ok {
			continue
		}
		l.block = b
		if i, ok := last[l.style]; ok && l.follows(all[i]) {
			if !all[i].inRow {
				all[i].inRow = true
				count++
			}
			l.inRow = true
			count++
		}
		last[l.style] = len(all)
		all = append(all, l)
	}
	if count < rowLeast {
		return nil
	}
	out := make([]string, len(blocks))
	var clause, letter string // that an item is one of
	for i := range all {
		l := &all[i]
		if !l.inRow {
			continue
		}
		switch l.style {
		case '1':
			clause, letter = l.name, ""
			out[l.block] = l.name
		case 'a':
			letter = l.name
			out[l.block] = clause + l.name
		default:
			out[l.block] = clause + letter + l.name
		}
	}
	return out
}

// labelOf reads the number at the head of a paragraph. Before tells of a style the
// number that came last.
func labelOf(s string, before func(style byte) int) (l label, ok bool) {
	if !strings.ContainsAny(s[:min(len(s), longestLabel)], ".)") {
		return l, false
	}
	if m := decimalLabel.FindStringSubmatch(s); m != nil {
		l = label{style: '1', path: numbers(m[1]), name: m[1]}
		if strings.HasPrefix(m[0], "(") {
			l.name = "(" + m[1] + ")"
		}
		return l, len(l.path) > 1 || m[2] != ""
	}
	if m := letterLabel.FindStringSubmatch(s); m != nil {
		style, n := letters(m[1], before('a'))
		return label{style: style, path: []int{n}, name: "(" + m[1] + ")"}, n > 0
	}
	return l, false
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
	for b, l := range labelsOf(blocks) {
		if l != "" && l == number {
			return b, true
		}
	}
	return 0, false
}
