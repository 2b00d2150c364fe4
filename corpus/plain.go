package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"variorum/text"
)

// Most characters that a line of hard-wrapped text has: as a rule, in a narrow
// column, and at all.
const (
	wrapLimit   = 100
	narrowLimit = 60
	wideLimit   = 140
)

// line is one line of a source, without the white space around it.
type line struct {
	text.Span
	indent int // white space before it, in characters
	width  int // characters
	gap    int // blank lines before it
}

// plainBlocks cuts a source into its paragraphs, from where its front matter ends,
// and leaves nothing out that is not white space. Blank lines part paragraphs; between those, a line break is
// taken for a wrap only where the text as a whole is hard-wrapped, and parts the
// lines of a stanza in verse.
func plainBlocks(source string, front int) []draft {
	lines := splitLines(source)
	for len(lines) > 0 && lines[0].Start < front {
		lines = lines[1:]
	}
	width := wrapWidth(source, lines)
	verse := scan(source, lines, width)
	out := make([]draft, 0, len(lines))
	opening := 0
	for i := 0; i < len(lines); {
		if verse.has(i) {
			out = append(out, verseLine(source, lines[i], i > 0 && verse.has(i-1)))
			i++
			continue
		}
		if i == 0 || lines[i].gap > 0 {
			opening = openingIndent(lines[i:])
		}
		j := i + 1
		for j < len(lines) && lines[j].gap == 0 && continues(source, lines[j-1], lines[j], width) && !nextItem(source, lines[i], lines[j]) && (opening == 0 || lines[j].indent < opening) {
			j++
		}
		out = append(out, draft{Block: joinLines(source, lines[i:j]), gap: lines[i].gap})
		i = j
	}
	return out
}

// splitLines returns the lines that hold anything. A line ends at LF, CR LF or
// CR.
func splitLines(source string) []line {
	out := make([]line, 0, strings.Count(source, "\n")/2+1)
	gap := 0
	for at := 0; at < len(source); {
		end, next := len(source), len(source)
		if n := strings.IndexAny(source[at:], "\r\n"); n >= 0 {
			end, next = at+n, at+n+1
			if source[end] == '\r' && next < len(source) && source[next] == '\n' {
				next++
			}
		}
		raw := source[at:end]
		left := strings.TrimLeftFunc(raw, unicode.IsSpace)
		body := strings.TrimRightFunc(left, unicode.IsSpace)
		if body == "" {
			gap++
		} else {
			start := at + len(raw) - len(left)
			out = append(out, line{
				Span:   text.Span{Start: start, End: start + len(body)},
				indent: utf8.RuneCountInString(raw[:len(raw)-len(left)]),
				width:  utf8.RuneCountInString(body),
				gap:    gap,
			})
			gap = 0
		}
		at = next
	}
	return out
}

// wrapWidth returns the measure that a text is hard-wrapped to, or 0 where its
// lines are paragraphs. It asks of every line that another follows at once:
// does it look as if it was broken because the next word did not fit?
func wrapWidth(source string, lines []line) int {
	width, long, inner := 0, 0, 0
	for i, l := range lines {
		if l.width > wrapLimit {
			long++
		} else {
			width = max(width, l.width)
		}
		if i > 0 && l.gap == 0 && !opens(lines, i) {
			inner++
		}
	}
	if inner == 0 {
		return 0
	}
	if w := filledTo(source, lines, wideLimit); w > wrapLimit {
		return w
	}
	wrapped := 0
	for i := 0; i+1 < len(lines); i++ {
		l, next := lines[i], lines[i+1]
		if next.gap > 0 || l.width < 40 || l.width > wrapLimit {
			continue
		}
		if !parts(source, l, next) && l.width+1+firstWord(source, next) > width*3/4 {
			wrapped++
		}
	}
	if wrapped*2 > inner && long*5 <= len(lines) {
		return width
	}
	return filledTo(source, lines, narrowLimit)
}

// filledTo returns the measure of a text whose lines have at most limit
// characters and are as full as can be, or 0. Verse is as narrow as a column,
// and some paragraphs are no longer than a wide line, so nearly every line must
// be full, most must go on in small letters, and lines must not end where a
// clause does more often than by chance.
func filledTo(source string, lines []line, limit int) int {
	width, long := 0, 0
	for i := 0; i+1 < len(lines); i++ {
		switch l := lines[i]; {
		case l.width > limit:
			long++
		case lines[i+1].gap == 0:
			width = max(width, l.indent+l.width)
		}
	}
	if width < 16 || long*5 > len(lines) {
		return 0
	}
	breaks, full, lower, stops, ends := 0, 0, 0, 0, 0
	for i := 0; i+1 < len(lines); i++ {
		l, next := lines[i], lines[i+1]
		if next.gap > 0 || l.width > limit || parts(source, l, next) {
			continue
		}
		breaks++
		full += truth(l.indent+l.width+1+firstWord(source, next) > width)
		lower += truth(startsLower(source[next.Start:next.End]))
		within, end := clauses(source[l.Start:l.End])
		stops += within
		ends += truth(end)
	}
	if breaks < 3 || full*10 < breaks*9 || lower*2 < breaks || stops == 0 || stops < ends {
		return 0
	}
	return width
}

// clauses returns how many clauses end within a line, by the marks that do so,
// and whether one ends with it.
func clauses(s string) (within int, end bool) {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '.', ',', ';', ':', '!', '?':
			if i+1 == len(s) {
				return within, true
			}
			within += truth(s[i+1] == ' ')
		}
	}
	return within, false
}

// parts reports whether one sentence ends with a line and another begins with
// the next.
func parts(source string, l, next line) bool {
	return endsSentence(source[l.Start:l.End]) && !startsLower(source[next.Start:next.End])
}

// opens reports whether a line is indented more than the ones above and below.
func opens(lines []line, i int) bool {
	return lines[i].indent > lines[i-1].indent && i+1 < len(lines) && lines[i+1].gap == 0 && lines[i+1].indent < lines[i].indent
}

// openingIndent returns how far the lines are indented that open paragraphs in
// a run of lines without blank ones between them, or 0: its first line tells,
// where others are indented less.
func openingIndent(lines []line) int {
	for i, l := range lines {
		if i > 0 && l.gap > 0 {
			break
		}
		if l.indent+1 < lines[0].indent {
			return lines[0].indent
		}
	}
	return 0
}

// continues reports whether next goes on with the paragraph of l.
func continues(source string, l, next line, width int) bool {
	if width == 0 || l.width > width || standsAlone(source[l.Start:l.End]) || standsAlone(source[next.Start:next.End]) {
		return false
	}
	// Far from full: the next word would have fitted, so the break was meant.
	return l.width+1+firstWord(source, next) > width*3/5 || startsLower(source[next.Start:next.End])
}

// nextItem reports whether a line begins the item of a list after the one that
// another line begins: the same bullet, or the next number.
func nextItem(source string, item, next line) bool {
	a, b := itemMark(source[item.Start:item.End]), itemMark(source[next.Start:next.End])
	return a != 0 && (b == a && a < 0 || b == a+1 && a > 0)
}

// itemMark returns what an item of a list begins with: its number, or below zero
// for a bullet, or 0 where it begins with neither.
func itemMark(s string) int {
	n := 0
	for n < len(s) && n < 3 && s[n]-'0' < 10 {
		n++
	}
	if n > 0 {
		if n+1 < len(s) && (s[n] == '.' || s[n] == ')') && s[n+1] == ' ' {
			return number(s[:n])
		}
		return 0
	}
	r, size := utf8.DecodeRuneInString(s)
	if strings.ContainsRune("•‣◦*-–", r) && size < len(s) && s[size] == ' ' {
		return -int(r)
	}
	return 0
}

// standsAlone reports whether a line is a heading or a rule by its marks.
func standsAlone(s string) bool { return headingLevel(s) > 0 || isRule(s) }

// firstWord returns the length of the first word of a line, in characters.
func firstWord(source string, l line) int {
	s := source[l.Start:l.End]
	if n := strings.IndexFunc(s, unicode.IsSpace); n >= 0 {
		s = s[:n]
	}
	return utf8.RuneCountInString(s)
}

// joinLines makes one block of lines, with a blank for each line break, unless
// it stands within a word.
func joinLines(source string, lines []line) text.Block {
	first, last := lines[0], lines[len(lines)-1]
	b := text.Block{Span: text.Span{Start: first.Start, End: last.End}}
	if len(lines) == 1 {
		b.Text = source[first.Start:first.End]
		b.Runs = []text.Run{{Text: 0, Source: first.Start, Len: first.Len()}}
		return b
	}
	var sb strings.Builder
	sb.Grow(b.Span.Len())
	for i, l := range lines {
		if i > 0 && !withinWord(source[lines[i-1].Start:lines[i-1].End], source[l.Start:l.End]) {
			sb.WriteByte(' ')
		}
		b.Runs = append(b.Runs, text.Run{Text: sb.Len(), Source: l.Start, Len: l.Len()})
		sb.WriteString(source[l.Start:l.End])
	}
	b.Text = sb.String()
	return b
}

// withinWord reports whether a line break stands in a word with a hyphen, as
// between "seventy-" and "five", but not in "pre- and post-war".
func withinWord(before, after string) bool {
	stem, ok := strings.CutSuffix(before, "-")
	if !ok {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(stem)
	first, _ := utf8.DecodeRuneInString(after)
	if !unicode.IsLetter(last) || !unicode.IsLetter(first) {
		return false
	}
	word, _, _ := strings.Cut(after, " ")
	return word != "and" && word != "or" && word != "to"
}
