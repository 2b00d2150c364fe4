package corpus

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"variorum/text"
)

// In verse a line ends because the poet ended it. Nothing marks it in plain text,
// but two things give it away where sentences run on over the ends of lines. The
// lines begin with capitals all the same; of those of prose that is broken at a
// measure hardly a tenth does in English, and a third in German. And they are so
// uneven that no measure broke them: there was room for the next word, or every other
// one is set in. A text is
// verse as a whole, or in single stanzas that stand among wrapped prose.

const (
	verseLimit  = 80 // characters in a line of verse, nearly always
	verseLeast  = 3  // ends of lines within a sentence that tell
	stanzaLeast = 4  // lines in a stanza that stands among prose
	headMost    = 3  // lines above a longer stanza that say its title and who wrote it
	pageLeast   = 40 // characters in the longest line of wrapped prose
)

// stanzas says of each line whether it is one of verse.
type stanzas []bool

func (s stanzas) has(i int) bool { return i < len(s) && s[i] }

// scan finds the verse in the lines of a text that is wrapped to a width, 0 for
// none.
func scan(source string, lines []line, width int) stanzas {
	var whole breaks
	long := 0
	for i, l := range lines {
		long += truth(l.width > verseLimit)
		if i > 0 && l.gap == 0 {
			whole.add(source, lines[i-1], l, width)
		}
	}
	if whole.all < verseLeast {
		return nil
	}
	verse := long*10 <= len(lines) && whole.verse(width)
	out := make(stanzas, len(lines))
	found := false
	for i := 0; i < len(lines); {
		j := i + 1
		var own breaks
		for ; j < len(lines) && lines[j].gap == 0; j++ {
			own.add(source, lines[j-1], lines[j], width)
		}
		var is bool
		switch {
		case verse && i == 0 && isHead(source, lines, j):
		case verse:
			is = j-i > 1 || found && whole.capitals() && !saysWhose(source, lines[i:j]) // by itself between stanzas
		default:
			is = width > 0 && i > 0 && j-i >= stanzaLeast && own.stanza() && !saysWhose(source, lines[i:j])
		}
		if is {
			for k := i; k < j; k++ {
				if out[k] = !standsAlone(source[lines[k].Start:lines[k].End]); out[k] {
					found = true
				}
			}
		}
		i = j
	}
	if !found {
		return nil
	}
	return out
}

// isHead reports whether the first n lines say the title of what is below, and who
// wrote it: they say so themselves, or are fewer than those of the first stanza.
func isHead(source string, lines []line, n int) bool {
	if n <= 2*headMost && saysWhose(source, lines[:n]) {
		return true
	}
	return n <= headMost && n+n < len(lines) && !slices.ContainsFunc(lines[n+1:n+n+1], func(l line) bool { return l.gap > 0 })
}

// saysWhose reports whether one of some lines says who wrote a text, or when.
func saysWhose(source string, lines []line) bool {
	return slices.ContainsFunc(lines, func(l line) bool {
		s := source[l.Start:l.End]
		b, ok := parseByline(s)
		return ok && b.said || isStamp(s)
	})
}

// breaks counts the ends of lines that another follows at once.
type breaks struct {
	all     int
	within  int // a sentence, as far as marks tell
	upper   int // of these, before a capital
	lower   int // and before a small letter
	free    int // ends where the next word would have fitted, or the next line is set in
	capital int // lines after one that are all in capitals
}

func (b *breaks) add(source string, l, next line, width int) {
	b.all++
	if l.width+1+firstWord(source, next) <= width || l.indent != next.indent {
		b.free++
	}
	if endsSentence(source[l.Start:l.End]) {
		return
	}
	s := source[next.Start:next.End]
	b.within++
	if inCapitals(s) {
		b.capital++
	}
	switch r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"'“‘«„‹»([—–- ")); {
	case unicode.IsUpper(r):
		b.upper++
	case unicode.IsLower(r):
		b.lower++
	}
}

// capitals reports whether the lines begin with capitals in the midst of sentences.
func (b *breaks) capitals() bool {
	return b.within >= verseLeast && b.upper*10 >= b.within*9 && b.capital*2 < b.within
}

// verse reports whether short lines are verse: sentences run on over their ends, and
// no measure broke them.
func (b *breaks) verse(width int) bool {
	if b.within*3 < b.all {
		return false
	}
	if width == 0 {
		return b.within >= verseLeast
	}
	return b.capitals() && b.free*2 >= b.all
}

// stanza reports whether lines among wrapped prose are verse.
func (b *breaks) stanza() bool {
	return b.within > 0 && b.lower == 0 && b.upper == b.within && b.free*2 >= b.all && b.capital == 0
}

// verseLine is a line of verse; tight if it goes on with the stanza of the one above.
func verseLine(source string, l line, goesOn bool) draft {
	d := draft{Block: joinLines(source, []line{l}), gap: l.gap, verse: true, done: true}
	d.Tight = goesOn && l.gap == 0
	return d
}

// endedLines parts the blocks of a page and of Markdown where these end lines, if the
// lines are verse: for pages also end the lines of an address in this way, and
// those of prose, of which some are wrapped to a width.
func endedLines(ds []draft) []draft {
	var ended, words int // how many words stand in blocks with such ends, and in all
	width := 0
	for i := range ds {
		n := fields(ds[i].Text)
		words += n
		if ds[i].mayBeVerse(1) {
			ended += n
			for l := range ds[i].lines() {
				width = max(width, utf8.RuneCountInString(l))
			}
		}
	}
	if ended == 0 {
		return ds
	}
	least := stanzaLeast - 1 // ends of lines
	if ended*2 > words {
		least = 1 // what there is of the text is verse, couplets included
	}
	var out []draft
	for i := range ds {
		if !ds[i].mayBeVerse(least) || ds[i].isWrapped(width) {
			out = append(out, ds[i])
			continue
		}
		from := 0
		for k, to := range append(ds[i].ends, len(ds[i].Text)) {
			l := draft{Block: ds[i].cut(from, to), gap: ds[i].gap, verse: true, done: true}
			if k > 0 {
				l.gap, l.Tight = 0, true
			}
			if l.Text != "" {
				out = append(out, l)
			}
			from = to
		}
	}
	return out
}

// mayBeVerse reports whether a block has lines that are short, and end within a
// sentence as often as not.
func (d *draft) mayBeVerse(least int) bool {
	if d.done || d.level > 0 || len(d.ends) < least {
		return false
	}
	within, last := 0, ""
	for l := range d.lines() {
		if utf8.RuneCountInString(l) > verseLimit {
			return false
		}
		within += truth(last != "" && !endsSentence(last))
		last = l
	}
	return within*2 >= len(d.ends)
}

// isWrapped reports whether lines are as full as a width allows, and go on in small
// letters as a rule.
func (d *draft) isWrapped(width int) bool {
	if width < pageLeast {
		return false
	}
	full, lower, last := 0, 0, ""
	for l := range d.lines() {
		if last != "" {
			first, _, _ := strings.Cut(l, " ")
			full += truth(utf8.RuneCountInString(last)+1+utf8.RuneCountInString(first) > width)
			lower += truth(startsLower(l))
		}
		last = l
	}
	return full*10 >= len(d.ends)*9 && lower*2 >= len(d.ends)
}

// lines yields the lines that the source ends in a block, without the blanks about them.
func (d *draft) lines() iter.Seq[string] {
	return func(yield func(string) bool) {
		from := 0
		for _, at := range append(d.ends, len(d.Text)) {
			if !yield(strings.TrimSpace(d.Text[from:at])) {
				return
			}
			from = at
		}
	}
}

// cut returns a part of a block as one of its own, without the white space around it.
func (d *draft) cut(from, to int) text.Block {
	for to > from && isBlank(d.Text[to-1]) {
		to--
	}
	for from < to && isBlank(d.Text[from]) {
		from++
	}
	out := text.Block{Text: d.Text[from:to], Span: d.SourceSpan(text.Span{Start: from, End: to})}
	for _, r := range d.Runs {
		if start, end := max(r.Text, from), min(r.Text+r.Len, to); start < end {
			out.Runs = append(out.Runs, text.Run{Text: start - from, Source: r.Source + start - r.Text, Len: end - start})
		}
	}
	for _, m := range d.Marks {
		if start, end := max(m.Span.Start, from), min(m.Span.End, to); start < end {
			out.Marks = append(out.Marks, text.Mark{Span: text.Span{Start: start - from, End: end - from}, Style: m.Style})
		}
	}
	return out
}
