package view

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"variorum/diff"
)

// wording returns what a row of the list says of a change: the words of either
// side, as what, and its sign.
func wording(c *diff.Comparison, ch Change) (words [2]string, roles [2]Role, m mark) {
	if len(ch.Shared) > 0 {
		for s := range words {
			words[s], roles[s] = sharedWords(c, ch, diff.Side(s), ", "), Shared
		}
		return words, roles, facing
	}
	i := weightiest(c, ch)
	if i < 0 {
		return
	}
	d := c.Differences[i]
	// A change may have its words for either side in different parts.
	roles = [2]Role{Deleted, Inserted}
	for s := range words {
		words[s] = quote(c, diff.Side(s), d)
		for _, j := range ch.Differences {
			if words[s] == "" && c.Differences[j].Kind == ch.Kind {
				words[s] = quote(c, diff.Side(s), c.Differences[j])
			}
		}
		switch {
		case ch.Kind == diff.Move || ch.Kind == diff.Reorder:
			roles[s] = Moved
		case words[s] == "" && ch.Kind == diff.Truncation:
			words[s], roles[s] = plural(lostWords(c, ch, diff.Side(s)), "word")+" lost", Cut
		case layer(ch.Kind) == 2:
			words[s], roles[s] = visible(words[s]), Noise
			if words[s] == "" && d.Places[s].Sentence >= 0 {
				words[s] = blanks(c.Text(diff.Side(s), d.Places[s]))
			}
		}
	}
	m = markOf(ch.Kind, diff.A)
	if d.Places[diff.A].Empty() {
		m = markOf(ch.Kind, diff.B)
	}
	return words, roles, m
}

// blanks says in words what cannot be seen.
func blanks(s string) string {
	switch s {
	case "":
		return ""
	case " ":
		return "blank"
	case "\u00A0":
		return "no-break blank"
	case "\u2009":
		return "thin blank"
	case "\u202F":
		return "narrow no-break blank"
	case "\u3000":
		return "wide blank"
	}
	return plural(utf8.RuneCountInString(s), "blank")
}

// paintPlace writes one of the places of an open group: its number in the text,
// and the words of either side with what stands around them. The words of all
// places begin in the same column, as in a concordance.
func (t table) paintPlace(f *Frame, x, y, at int, p *Page, as func(Role) Role) {
	c, ch := p.Comparison, p.Changes[at]
	number, digits := fmt.Sprint(at+1), len(fmt.Sprint(len(p.Changes)))
	f.Put(x+digits-len(number), y, digits, number, as(Chrome))
	_, roles, _ := wording(c, ch)
	i := weightiest(c, ch)
	in := digits + 1
	for s := range roles {
		var at diff.Place
		switch {
		case i >= 0:
			at = c.Differences[i].Places[s]
		case len(ch.Shared) > 0:
			at = ch.Shared[0].Places[s]
		}
		before, words, after := surroundings(c, diff.Side(s), at)
		f.fitAround(x+in, y, t.side-2-in, before, words, after, as(Quiet), as(roles[s]))
		x, in = x+t.side, 0
	}
}

// surroundings returns the words of a place with what stands before and after
// them in their sentence, harmless. What could not show is left out.
func surroundings(c *diff.Comparison, s diff.Side, p diff.Place) (before, words, after string) {
	if p.Sentence < 0 || p.Sentence >= len(c.Texts[s].Sentences) {
		return "", "", ""
	}
	const most = 1000 // bytes, more than any line shows
	sentence := c.Texts[s].Sentence(p.Sentence)
	from, to := max(0, p.Start-most), min(len(sentence), p.End+most)
	for from > 0 && !utf8.RuneStart(sentence[from]) {
		from--
	}
	for to < len(sentence) && !utf8.RuneStart(sentence[to]) {
		to++
	}
	words = shorten(Harmless(sentence[p.Start:p.End]))
	return Harmless(strings.TrimLeft(sentence[from:p.Start], " ")), words, Harmless(strings.TrimRight(sentence[p.End:to], " "))
}

// fitAround writes words with what stands around them, as much of it as there
// is room for: a third of it before them.
func (f *Frame) fitAround(x, y, width int, before, words, after string, around, role Role) {
	left := width / 3
	before = fitEnd(before, left, f.method)
	f.Put(x+left-Width(before, f.method), y, left, before, around)
	n := f.Fit(x+left, y, width-left, words, role)
	f.Fit(x+left+n, y, width-left-n, after, around)
}

// fitEnd shortens a string to a width, with an ellipsis in place of its
// beginning.
func fitEnd(s string, width int, m ansi.Method) string {
	if Width(s, m) <= width {
		return s
	}
	if width <= 0 {
		return ""
	}
	left := Width(s, m)
	for len(s) > 0 && left > width-1 {
		_, w, n := cluster(s, m)
		left -= w
		s = s[n:]
	}
	return "…" + s
}
