package view

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"variorum/diff"
	"variorum/text"
)

// saying is what a row of the list says of one side of a change.
type saying struct {
	words string
	role  Role
	at    diff.Place // where they stand, or would
	whole bool       // they are sentences, and what stands around them says nothing of them
	more  int        // how many paragraphs came or went with theirs
}

// wording returns what a row of the list says of a change, by side, and its sign.
func wording(c *diff.Comparison, ch Change) (says [2]saying, m mark) {
	if len(ch.Shared) > 0 {
		for s := range says {
			says[s] = saying{words: sharedWords(c, ch, diff.Side(s), ", "), role: Shared, whole: true}
		}
		return says, facing
	}
	i := weightiest(c, ch)
	if i < 0 {
		return
	}
	d := c.Differences[i]
	whole := d.Kind == diff.Omission || d.Kind == diff.Duplicate || d.Kind == diff.Move
	for s := range says {
		say := &says[s]
		*say = saying{role: [...]Role{Deleted, Inserted}[s], at: d.Places[s], whole: whole}
		words := func(d *diff.Difference) string {
			if whole {
				return beginning(c, diff.Side(s), d.Places[s])
			}
			return quote(c, diff.Side(s), *d)
		}
		say.words = words(&d)
		// A change may have its words for either side in different parts.
		blocks := map[int]bool{}
		for _, j := range ch.Differences {
			part := &c.Differences[j]
			if part.Kind != ch.Kind {
				continue
			}
			if say.words == "" {
				if say.words = words(part); say.words != "" {
					say.at = part.Places[s]
				}
			}
			if at := part.Places[s]; whole && !at.Empty() {
				blocks[c.Texts[s].Sentences[at.Sentence].Block] = true
			}
		}
		say.more = max(0, len(blocks)-1)
		switch {
		case ch.Kind == diff.Move || ch.Kind == diff.Reorder:
			say.role = Moved
		case say.words == "" && ch.Kind == diff.Truncation:
			say.words, say.role = plural(lostWords(c, ch, diff.Side(s)), "word")+" lost", Cut
		case layer(ch.Kind) == 2:
			say.words, say.role = visible(say.words), Noise
			if say.words == "" && d.Places[s].Sentence >= 0 {
				say.words = blanks(c.Text(diff.Side(s), d.Places[s]))
			}
		}
	}
	m = markOf(ch.Kind, diff.A)
	if d.Places[diff.A].Empty() {
		m = markOf(ch.Kind, diff.B)
	}
	return says, m
}

// placeName names the paragraph where a change was made.
func placeName(c *diff.Comparison, ch *Change) string {
	if i := weightiest(c, *ch); i >= 0 {
		return c.Where(&c.Differences[i])
	}
	if len(ch.Shared) > 0 {
		a := c.Texts[diff.A]
		return a.Label(a.Sentences[ch.Shared[0].Places[diff.A].Sentence].Block)
	}
	return ""
}

// beginning returns how the words of a place begin, more of them than a line shows.
func beginning(c *diff.Comparison, s diff.Side, p diff.Place) string {
	return Harmless(strings.TrimSpace(clipTo(c.Text(s, p), aLine)))
}

const aLine = 400 // bytes, more than any line shows

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

// fitSaying writes what is said of one side, with what stands around the words if
// there is room for that, and returns how many cells of the width it took. On the row
// that is selected it stands out from the rest of that.
func (f *Frame) fitSaying(x, y, width int, c *diff.Comparison, s diff.Side, say *saying, selected bool, filter text.Filter) int {
	around := Quiet
	if selected {
		around = Selected
	}
	words := func(in, room int) int {
		n := f.fitFound(x+in, y, room, say.words, say.role, filter)
		if selected {
			f.single(x+in, y, n)
		}
		return in + n
	}
	more := ""
	if say.more > 0 {
		more = fmt.Sprintf(" +%d more", say.more)
	}
	if n := Width(more, f.method); n > 0 && n < width/2 {
		at := words(0, width-n)
		return at + f.Put(x+at, y, n, more, around)
	}
	if width < roomAround || say.whole {
		return words(0, width)
	}
	before, after := surroundings(c, s, say.at)
	if before == "" && after == "" {
		return words(0, width)
	}
	if say.role == Cut {
		before = strings.TrimRight(before, " ") + " "
	}
	left := width * 2 / 5 // in which the words begin, as in a concordance
	if n := Width(say.words, f.method); left+n > width {
		left = max(width-n, left/2)
	}
	before = fitWordsEnd(before, left, f.method)
	f.Put(x+left-Width(before, f.method), y, left, before, around)
	n := words(left, width-left)
	if left+Width(say.words, f.method) > width {
		return n // they are cut off themselves
	}
	return n + f.Put(x+n, y, width-n, fitWords(after, width-n, f.method), around)
}

const roomAround = 18 // columns for words and those around them; fewer are for the words alone

// surroundings returns what stands before and after a place in its paragraph,
// harmless. What could not show is left out.
func surroundings(c *diff.Comparison, s diff.Side, p diff.Place) (before, after string) {
	if p.Sentence < 0 || p.Sentence >= len(c.Texts[s].Sentences) {
		return "", ""
	}
	sentence := &c.Texts[s].Sentences[p.Sentence]
	block := c.Texts[s].Blocks[sentence.Block].Text
	start, end := sentence.Span.Start+p.Start, sentence.Span.Start+p.End
	from := max(0, start-aLine)
	for from > 0 && !utf8.RuneStart(block[from]) {
		from--
	}
	return Harmless(strings.TrimLeft(block[from:start], " ")), Harmless(strings.TrimRight(clipTo(block[end:], aLine), " "))
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

// fitWords and fitWordsEnd shorten like fit and fitEnd, and leave no part of a word
// where there are blanks between words.
func fitWords(s string, width int, m ansi.Method) string {
	out := fit(s, width, m)
	if whole := strings.TrimSuffix(out, "…"); out != s && !strings.HasPrefix(s[len(whole):], " ") {
		if i := strings.LastIndexByte(whole, ' '); i >= 0 {
			return strings.TrimRight(whole[:i], " ") + "…"
		}
	}
	return out
}

func fitWordsEnd(s string, width int, m ansi.Method) string {
	out := fitEnd(s, width, m)
	whole := strings.TrimPrefix(out, "…")
	if out != s && !strings.HasSuffix(s[:len(s)-len(whole)], " ") {
		if i := strings.IndexByte(whole, ' '); i >= 0 {
			if rest := strings.TrimLeft(whole[i:], " "); rest != "" {
				return "…" + rest
			}
			return "… " // what follows is set off from it
		}
	}
	return out
}
