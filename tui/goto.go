package tui

import (
	"fmt"
	"strconv"
	"strings"
)

// place of a text that can be gone to by its number.
type numbered uint8

const (
	marked numbered = iota
	paragraph
	percent
)

// parseWhere reads what somebody typed to go somewhere.
func parseWhere(typed string) (what numbered, n int, ok bool) {
	number := strings.TrimSpace(typed)
	if rest, ok := strings.CutSuffix(number, "%"); ok {
		what, number = percent, rest
	} else if rest, ok := strings.CutPrefix(number, "p"); ok {
		what, number = paragraph, rest
	} else if rest, ok := strings.CutSuffix(number, "p"); ok {
		what, number = paragraph, rest
	}
	n, err := strconv.Atoi(strings.TrimSpace(number))
	return what, n, err == nil && n >= 0
}

// ways says where one can go. Where nothing is marked, a number is that of a
// paragraph.
func (w *window[S]) ways(mark string) string {
	if w.page.Marks() == 0 {
		return "12 a paragraph, 50% a place"
	}
	return "12 a " + mark + ", p12 a paragraph, 50% a place"
}

// clause goes to the paragraph of the focused side that has a number at its head, and
// reports whether what was typed can be one.
func (w *window[S]) clause(typed string) bool {
	number := strings.TrimSpace(typed)
	if !strings.ContainsAny(number, ".(") || strings.HasSuffix(number, "%") {
		return false
	}
	block, ok := w.page.Labelled(w.focus, number)
	if ok {
		w.toParagraph(block)
	} else {
		w.note = "no paragraph of this text has the number " + number
	}
	return true
}

// goWhere goes to what was typed, or says what is wrong with it. The caller says
// what a mark is called.
func (w *window[S]) goWhere(typed, mark string) {
	if w.clause(typed) {
		return
	}
	what, n, ok := parseWhere(typed)
	if !ok {
		w.note = "go where? " + w.ways(mark)
		return
	}
	if what == marked && w.page.Marks() == 0 {
		what = paragraph
	}
	switch what {
	case marked:
		if w.within(mark, n, w.page.Marks()) {
			w.goTo(n - 1)
		}
	case paragraph:
		if w.within("paragraph", n, w.page.Blocks(w.focus)) {
			w.toParagraph(n - 1)
		}
	case percent:
		if n > 100 {
			w.note = "the text ends at 100%"
			return
		}
		w.toPlace((n*lastTop(w.page.Height(), w.rows) + 99) / 100)
	}
}

// within reports whether there is a thing of such a number, and otherwise says
// which there are.
func (w *window[S]) within(what string, n, last int) bool {
	switch {
	case last == 0:
		w.note = "there are no " + what + "s"
	case n < 1 || n > last:
		w.note = fmt.Sprintf("there is no %s %d; the last is %d", what, n, last)
	default:
		return true
	}
	return false
}
