package tui

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// place of a page that can be gone to by its number.
type numbered uint8

const (
	difference numbered = iota
	paragraph
	percent
)

var errWhere = errors.New("go where? 12 a difference, p12 a paragraph, 50% a place")

// parseWhere reads what somebody typed to go somewhere.
func parseWhere(typed string) (numbered, int, error) {
	what, number := difference, strings.TrimSpace(typed)
	if rest, ok := strings.CutSuffix(number, "%"); ok {
		what, number = percent, rest
	} else if rest, ok := strings.CutPrefix(number, "p"); ok {
		what, number = paragraph, rest
	} else if rest, ok := strings.CutSuffix(number, "p"); ok {
		what, number = paragraph, rest
	}
	n, err := strconv.Atoi(strings.TrimSpace(number))
	if err != nil || n < 0 {
		return 0, 0, errWhere
	}
	return what, n, nil
}

// goWhere goes to what was typed, or says what is wrong with it.
func (r *reading) goWhere(typed string) {
	what, n, err := parseWhere(typed)
	if err != nil {
		r.note = err.Error()
		return
	}
	switch what {
	case difference:
		if r.within("difference", n, len(r.page.Changes)) {
			r.goTo(n - 1)
		}
	case paragraph:
		if r.within("paragraph", n, len(r.page.Comparison.Texts[r.focus].Blocks)) {
			r.scrollTo(r.page.RowOf(r.focus, n-1, 0))
			r.follow()
		}
	case percent:
		if n > 100 {
			r.note = "the text ends at 100%"
			return
		}
		last := lastTop(len(r.page.Rows), r.rows)
		r.scrollTo((n*last + 99) / 100)
		r.follow()
	}
}

// within reports whether there is a thing of such a number, and otherwise says
// which there are.
func (r *reading) within(what string, n, last int) bool {
	switch {
	case last == 0:
		r.note = "there are no " + what + "s"
	case n < 1 || n > last:
		r.note = fmt.Sprintf("there is no %s %d; the last is %d", what, n, last)
	default:
		return true
	}
	return false
}
