package main

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// notAmong is the error about a word that is none of a few.
type notAmong struct {
	word  string
	among []string
}

func (e *notAmong) Error() string {
	return strconv.Quote(e.word) + " is none of " + strings.Join(e.among, ", ")
}

// suggest asks of an error about a word that is none of some names which of them may
// have been meant; said stands before each. Where none is near, it gives the other
// hint.
func suggest(err error, word string, among []string, said, otherwise string) error {
	near := nearest(word, among)
	switch {
	case len(near) > 0:
		return hint(err, "did you mean %s?", said+strings.Join(near, " or "+said))
	case otherwise != "":
		return hint(err, "%s", otherwise)
	}
	return err
}

// nearest returns the names that begin with a word, or else those in which the fewest
// letters are others: two at the most, and fewer than half of them.
func nearest(word string, among []string) (near []string) {
	word = strings.ToLower(word)
	least := min(2, (utf8.RuneCountInString(word)-1)/2)
	for _, name := range among {
		d := distance(word, strings.ToLower(name))
		if len(word) > 1 && strings.HasPrefix(name, word) {
			d = 0
		}
		if d < least {
			least, near = d, nil
		}
		if d == least {
			near = append(near, name)
		}
	}
	return near
}

// distance counts the letters that were put in, left out, exchanged for others or
// exchanged with the next.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	rows := make([][]int, len(x)+1)
	for i := range rows {
		rows[i] = make([]int, len(y)+1)
		for j := range rows[i] {
			switch {
			case i == 0 || j == 0:
				rows[i][j] = i + j
			case x[i-1] == y[j-1]:
				rows[i][j] = rows[i-1][j-1]
			default:
				rows[i][j] = 1 + min(rows[i-1][j], rows[i][j-1], rows[i-1][j-1])
				if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
					rows[i][j] = min(rows[i][j], 1+rows[i-2][j-2])
				}
			}
		}
	}
	return rows[len(x)][len(y)]
}
