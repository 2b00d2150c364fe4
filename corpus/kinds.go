package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"variorum/text"
)

// classify settles what each block is. It goes from what says so itself to
// what only its place tells, and when in doubt leaves a block a paragraph: a
// paragraph taken for furniture would be folded away.
func classify(ds []draft) {
	for i := range ds {
		d := &ds[i]
		d.clean = clean(d.Text)
		d.words = count(d.clean)
		if d.words <= 80 {
			d.low = strings.ToLower(d.clean)
		}
		if d.level == 0 {
			d.level = headingLevel(d.Text)
		}
	}
	markFurniture(ds)
	body := bodyStart(ds)
	for i := range ds {
		d := &ds[i]
		switch {
		case d.done || d.level > 0:
		case isCaption(d, i < body, nextTo(ds, i, text.Caption)):
			d.become(text.Caption)
		case d.words <= 20 && (d.words <= 8 || !endsSentence(d.clean)) && isStamp(d.clean):
			d.become(text.Dateline)
		}
	}
	markBylines(ds, body, true)
	title := markTitle(ds, body)
	if title >= 0 {
		markBylines(ds, body, false)
		markKickers(ds[:title])
		markStandfirst(ds, title)
	}
	markHeadings(ds, title)
}

// count is how many words a text has, roughly: what lies between blanks, and a
// word for every three characters of scripts that put none between words.
func count(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < 0xe0 || c > 0xe9 { // no first byte of three
			continue
		}
		if c >= 0xe3 || c == 0xe0 && i+1 < len(s) && s[i+1] >= 0xb8 && s[i+1] <= 0xbb { // Chinese, Japanese; Thai, Lao
			n++
		}
	}
	return fields(s) + n/3
}

// fields counts what lies between blanks of ASCII.
func fields(s string) int {
	n, blank := 0, byte(1)
	for i := 0; i < len(s); i++ {
		before := blank
		if blank = 0; s[i] <= ' ' {
			blank = 1
		}
		n += int(before &^ blank)
	}
	return n
}

var linkMark = pattern(`!?\[([^\[\]]*)\]\([^()\s]*\)`)

// clean takes the marks of Markdown off a text, should it still have them.
func clean(s string) string {
	if n := headingLevel(s); n > 0 {
		s = strings.TrimRight(s[n:], "# \t")
	}
	if strings.Contains(s, "](") {
		s = linkMark.ReplaceAllString(s, "$1")
	}
	if strings.Contains(s, "**") {
		s = strings.ReplaceAll(s, "**", "")
	}
	return strings.TrimSpace(s)
}

// bodyStart returns the index of the first block that can only be running
// text, or len(ds).
func bodyStart(ds []draft) int {
	for i, d := range ds {
		if d.verse || !d.done && d.level == 0 && d.words >= 15 && endsSentence(d.clean) {
			return i
		}
	}
	return len(ds)
}

// markBylines settles the bylines: those that begin with "By" and, unless said
// asks for these only, those that are nothing but names. Both stand about the
// head of a text; the former at its foot too.
func markBylines(ds []draft, body int, said bool) {
	for i := range ds {
		d := &ds[i]
		head := i < body+3
		if d.done || d.level > 0 || d.words > 30 || !head && i < len(ds)-4 {
			continue
		}
		b, ok := parseByline(d.clean)
		switch {
		case !ok || said != b.said:
		case said, i < body && (b.place || len(b.names) > 1 || d.marked("strong") || d.marked("link") || nextTo(ds, i, text.Dateline)):
			d.become(text.Byline)
		}
	}
}

// marked reports whether the block has marks of a style, and they do not mark
// all of it.
func (d *draft) marked(style string) bool {
	for _, m := range d.Marks {
		if m.Style == style && m.Span.Len() < len(d.Text) {
			return true
		}
	}
	return false
}

func nextTo(ds []draft, i int, k text.Kind) bool {
	return i > 0 && ds[i-1].done && ds[i-1].Kind == k || i+1 < len(ds) && ds[i+1].done && ds[i+1].Kind == k
}

// markTitle settles the title and returns its index, -1 where there is none:
// what is known to be the title, else a marked heading above the body, else a first block that looks like one and
// has a body below it.
func markTitle(ds []draft, body int) int {
	for i := range ds {
		if ds[i].done && ds[i].Kind == text.Title {
			return i
		}
	}
	for i := range ds[:body] {
		if d := &ds[i]; !d.done && d.level > 0 && d.words > 0 && len(d.clean) <= maxTitle && !headsPart(d) {
			d.become(text.Title)
			return i
		}
	}
	first := nextOpen(ds, 0)
	if first < 0 {
		return -1
	}
	if i := subject(ds, first); i >= 0 {
		ds[i].become(text.Title)
		return i
	}
	if !titleAt(ds, first) {
		return -1
	}
	// A short line in capitals over another line is what the story is filed
	// under.
	if second := nextOpen(ds, first+1); second >= 0 && second < body && ds[first].words <= 4 && inCapitals(ds[first].clean) &&
		titleAt(ds, second) && !inCapitals(ds[second].clean) {
		if third := nextOpen(ds, second+1); third >= 0 && !headsPart(&ds[third]) {
			first = second
		}
	}
	least := ds[first].words / 2
	if fields(ds[first].clean) < ds[first].words {
		least = ds[first].words*2 - 1 // few signs tell a title in these scripts
	}
	row := 0 // words of the paragraphs in a row that are whole sentences, as a wire sets them
	for i := first + 1; i < len(ds); i++ {
		d := &ds[i]
		switch {
		case d.verse:
			ds[first].become(text.Title)
			return first
		case d.done:
			continue
		case d.gap > 0 && !startsLower(d.clean) && endsSentence(d.clean):
			row += d.words
		default:
			row = 0
		}
		if n := max(d.words, row); n >= 12 && n > least && (row > 0 || d.words > 25 || endsSentence(d.clean)) {
			ds[first].become(text.Title)
			return first
		}
	}
	return -1
}

// titleAt reports whether a block looks like a title where it stands: the line
// below does not go on with it.
func titleAt(ds []draft, i int) bool {
	var next *draft
	if i+1 < len(ds) {
		next = &ds[i+1]
	}
	if !looksTitle(&ds[i]) || isSpeech(&ds[i], next) || comesAgain(ds, i) {
		return false
	}
	return next == nil || next.gap > 0 || !startsLower(next.clean)
}

func looksTitle(d *draft) bool {
	if d.words == 0 || d.words > 22 || len(d.clean) > 200 || startsLower(d.clean) || d.level > 0 || d.clean[0] == '|' || headsPart(d) || headsLetter(d) {
		return false
	}
	s := strings.TrimRight(d.clean, closers)
	last, _ := utf8.DecodeLastRuneInString(s)
	switch {
	case strings.ContainsRune("?!？！", last):
		return d.words > 2
	case strings.ContainsRune(",;:，、；：", last):
		return false
	}
	if d.words > 10 && strings.Contains(s, ". ") && len(text.Sentences(s)) > 1 {
		return false // a paragraph that breaks off
	}
	return !endsSentence(d.clean) || endsAbbreviated(s)
}

func inCapitals(s string) bool {
	return strings.ToUpper(s) == s && strings.IndexFunc(s, unicode.IsUpper) >= 0
}

// nextOpen returns the first block from i on whose kind is open, or -1.
func nextOpen(ds []draft, i int) int {
	for ; i < len(ds); i++ {
		if !ds[i].done {
			return i
		}
	}
	return -1
}

// markKickers settles the short lines above a title.
func markKickers(above []draft) {
	for i := range above {
		if d := &above[i]; !d.done && d.words <= 6 && !endsSentence(d.clean) && !headsPart(d) && !headsLetter(d) {
			d.become(text.Kicker)
		}
	}
}

// markStandfirst settles the block under a title that sums the story up: it is
// no sentence, or set apart, or the byline comes only below it.
func markStandfirst(ds []draft, title int) {
	i := nextOpen(ds, title+1)
	if i < 0 || ds[i].words < 4 || ds[i].words > 60 || startsLower(ds[i].clean) || ds[i].clean[0] == '|' ||
		saysBy.MatchString(ds[i].clean) || headsLetter(&ds[i]) || headsPart(&ds[i]) {
		return
	}
	rest := nextOpen(ds, i+1)
	if rest < 0 {
		return
	}
	d, below := &ds[i], false
	for _, b := range ds[i+1 : rest] {
		below = below || b.Kind == text.Byline || b.Kind == text.Dateline
	}
	switch {
	case d.level > 0 && d.words < 8 && ds[title].level > 0 && d.level != ds[title].level+1:
	case d.level > 0 && d.words >= 8,
		d.level == 0 && d.strong(),
		d.level == 0 && !endsSentence(d.clean) && !strings.HasSuffix(d.clean, ",") && d.words <= 40 && len(text.Sentences(d.clean)) == 1,
		d.level == 0 && below:
		d.become(text.Standfirst)
	}
}

// markHeadings settles the lines that head a part of the text.
func markHeadings(ds []draft, title int) {
	for i := range ds {
		d := &ds[i]
		switch {
		case d.done:
		case d.level > 0, i+1 < len(ds) && headsPart(d):
			d.become(text.Heading)
		case i <= title || i+1 == len(ds) || d.words == 0 || d.words > 8 || startsLower(d.clean) || endsSentence(d.clean):
		case strings.ContainsAny(d.clean[len(d.clean)-1:], ",;:-") || hasQuoteAtEnd(d.clean):
		case d.strong():
			d.become(text.Heading)
		case title >= 0 && i > 0 && isProse(&ds[i-1]) && isProse(&ds[i+1]) && startsUpper(ds[i+1].clean) && startsUpper(d.clean):
			d.become(text.Heading)
		}
	}
}

// isProse reports whether a block is a paragraph of whole sentences.
func isProse(d *draft) bool {
	return (!d.done || d.Kind == text.Paragraph) && d.words >= 10 && endsSentence(d.clean)
}

// hasQuoteAtEnd reports whether a text ends with a closing quotation mark: a
// line of speech rather than a heading, unless it opens with one too.
func hasQuoteAtEnd(s string) bool {
	return strings.HasSuffix(s, "”") || strings.HasSuffix(s, `"`) && strings.Count(s, `"`)%2 == 1
}
