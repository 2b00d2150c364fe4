package diff

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"variorum/text"
)

// quotation is the tag of that name where a difference touches quoted words.
func (c *collator) quotation(d *Difference) Tags {
	for s, p := range d.Places {
		if p.Sentence < 0 {
			continue
		}
		for _, q := range c.quotes(Side(s), p.Sentence) {
			if p.Start < q.End && q.Start < p.End || p.Empty() && q.Start <= p.Start && p.Start <= q.End {
				return Quotation
			}
		}
	}
	return 0
}

// quoted lists the stretches of a sentence between double quotation marks, the
// marks left out. One that is open at the end goes on in the next sentence, and
// one that is only closed began before.
func quoted(s string) []text.Span {
	var out []text.Span
	open, by, told := -1, rune(0), 0
	for i, r := range s {
		switch {
		case i < told:
		case open < 0 && r == '\'':
			if n := plainQuote(s, i); n > 0 {
				told = i + n
				out = append(out, text.Span{Start: i + 1, End: told - 1})
			}
		case open >= 0 && closes(by, r, s[min(i+utf8.RuneLen(r), len(s)):]), open < 0 && len(out) == 0 && (r == '”' || r == '」' || r == '』'):
			out = append(out, text.Span{Start: max(open, 0), End: i})
			open = -1
		case open < 0 && (r == '“' || r == '„' || r == '«' || r == '»' || r == '"' || r == '‘' || r == '「' || r == '『'):
			open, by = i+utf8.RuneLen(r), r
		}
	}
	if open >= 0 {
		out = append(out, text.Span{Start: open, End: len(s)})
	}
	return out
}

// plainQuote returns the length of the quotation between single straight marks
// that begins at s[i], 0 where none does: the mark is an apostrophe far more often,
// so that one which opens stands before a word and has another that closes in the
// same sentence, behind a mark or else the only one behind a word.
func plainQuote(s string, i int) int {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	rest := s[i+1:]
	if first, _ := utf8.DecodeRuneInString(rest); i > 0 && !unicode.IsSpace(before) && before != '(' || !unicode.IsLetter(first) || clipped[text.Key(firstLetters(rest))] {
		return 0
	}
	only := 0
	for k := 1; k < len(rest); k++ {
		if rest[k] != '\'' || rest[k-1] == ' ' {
			continue
		}
		if next, _ := utf8.DecodeRuneInString(rest[k+1:]); unicode.IsLetter(next) || unicode.IsDigit(next) && k+1 < len(rest) {
			continue
		}
		switch {
		case strings.IndexByte(",.!?", rest[k-1]) >= 0:
			return k + 2
		case only > 0:
			only = -1
		case only == 0:
			only = k + 2
		}
	}
	return max(only, 0)
}

// clipped are words whose first letters an apostrophe stands for.
var clipped = words(`tis twas em til till cause n bout round`)

// quotes returns the quotations in a sentence, remembering those of the last:
// differences come sentence by sentence.
func (c *collator) quotes(s Side, sentence int) []text.Span {
	last := &c.lastQuotes[s]
	if !last.known || last.sentence != sentence {
		*last = quotes{sentence, quoted(c.texts[s].Sentence(sentence)), true}
	}
	return last.spans
}

type quotes struct {
	sentence int
	spans    []text.Span
	known    bool
}

// closes reports whether a mark closes a quotation that another opened; what
// follows tells an apostrophe from a single quotation mark.
func closes(by, r rune, rest string) bool {
	switch by {
	case '“':
		return r == '”'
	case '„':
		return r == '“' || r == '”'
	case '«':
		return r == '»'
	case '»':
		return r == '«'
	case '「':
		return r == '」'
	case '『':
		return r == '』'
	case '‘':
		next, _ := utf8.DecodeRuneInString(rest)
		return r == '’' && !unicode.IsLetter(next)
	}
	return r == by
}

// within reports whether a range, or a position, lies in one of the spans.
func within(spans []text.Span, from, to int) bool {
	i := sort.Search(len(spans), func(i int) bool { return to <= spans[i].End })
	return i < len(spans) && spans[i].Start <= from
}
