package diff

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"variorum/text"
)

// tags says which of the things that a reader checks first a difference is
// about. They are decided by the words that differ and the words beside them,
// and concern real changes only.
func (c *collator) tags(d *Difference) Tags {
	if d.Kind == Move || d.Kind == Typography || d.Kind == Markup || d.Kind == Encoding || d.Kind == Duplicate {
		return 0
	}
	var has, all Tags
	var values [2][]string
	for s := A; s <= B; s++ {
		p := d.Places[s]
		if p.Sentence < 0 {
			continue
		}
		t := c.texts[s]
		kind := t.Kind(p.Sentence)
		headline := kind == text.Title || kind == text.Heading || kind == text.Kicker
		sentence := t.Sentence(p.Sentence)
		quotes := c.quotes(s, p.Sentence)
		if within(quotes, p.Start, p.End) {
			all |= Quotation
		}
		prev := ""
		for _, tok := range text.Tokens(sentence[p.Start:p.End]) {
			at := p.Start + tok.Start
			w := sentence[at : p.Start+tok.End]
			if tok.Word {
				if within(quotes, at, p.Start+tok.End) {
					all |= Quotation
				}
				got, value := tagOf(w, kind == text.Dateline)
				if value != "" {
					values[s] = append(values[s], value)
				}
				if got == 0 && !headline && isName(w) && !functionWords[text.Key(w)] && (!opensSentence(sentence[:at]) || isName(prev)) {
					got = Name
				}
				has |= got
			}
			prev = w
		}
	}
	if has&Number != 0 && slices.Equal(values[A], values[B]) {
		has &^= Number // two or 2, it is the same
	}
	if d.Kind == Omission || d.Kind == Truncation {
		// A whole passage holds a bit of everything; what counts is whether
		// someone's words went with it.
		return all & Quotation
	}
	if d.Kind == Case || d.Kind == Punctuation {
		return all & Quotation
	}
	return has | all
}

// tagOf returns what a word by itself is about, and, of a number, its value as
// it is written in figures.
func tagOf(w string, dateline bool) (Tags, string) {
	key := text.Key(w)
	switch {
	case dates[key], key == "may" && w != key:
		return Date, ""
	case strings.ContainsAny(w, "0123456789"):
		if dateline || year(w) || strings.ContainsAny(w, ":") {
			return Date, ""
		}
		return Number, strings.ReplaceAll(key, ",", "")
	case figures[key] != "":
		return Number, figures[key]
	case dateline && (key == "am" || key == "pm" || key == "a.m." || key == "p.m."):
		return Date, ""
	case negations[key] || strings.HasSuffix(key, "n't"):
		return Negation, ""
	case sayings[key]:
		return Attribution, ""
	}
	return 0, ""
}

func isName(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) && n < len(w) && w != "AM" && w != "PM" && w != "GMT"
}

// opensSentence reports whether nothing but marks stands before a word.
func opensSentence(before string) bool {
	return strings.IndexFunc(before, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0
}

func year(w string) bool {
	return len(w) == 4 && (strings.HasPrefix(w, "1") || strings.HasPrefix(w, "20"))
}

// quoted lists the stretches of a sentence between double quotation marks, the
// marks left out. One that is open at the end goes on in the next sentence, and
// one that is only closed began before.
func quoted(s string) []text.Span {
	var out []text.Span
	open := -1
	for i, r := range s {
		switch {
		case r == '“' || r == '„' || r == '"' && open < 0:
			open = i + utf8.RuneLen(r)
		case r == '”' || r == '"':
			if open >= 0 || len(out) == 0 {
				out = append(out, text.Span{Start: max(open, 0), End: i})
			}
			open = -1
		}
	}
	if open >= 0 {
		out = append(out, text.Span{Start: open, End: len(s)})
	}
	return out
}

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

// within reports whether a range, or a position, lies in one of the spans.
func within(spans []text.Span, from, to int) bool {
	i := sort.Search(len(spans), func(i int) bool { return to <= spans[i].End })
	return i < len(spans) && spans[i].Start <= from
}

// numbered gives the number words their values: those of units from two on,
// of tens from twenty on, and of all others themselves.
func numbered(units, tens, others string) map[string]string {
	m := map[string]string{}
	for i, w := range strings.Fields(units) {
		m[w] = strconv.Itoa(i + 2)
	}
	for i, w := range strings.Fields(tens) {
		m[w] = strconv.Itoa(10*i + 20)
	}
	for _, w := range strings.Fields(others) {
		m[w] = w
	}
	return m
}

var (
	dates = words(`monday tuesday wednesday thursday friday saturday sunday january february march april june july
august september october november december today yesterday tomorrow tonight`)
	figures = numbered(`two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen`, `twenty thirty forty fifty sixty seventy eighty ninety`, `hundred hundreds thousand thousands million millions
billion billions trillion dozen dozens half third quarter twice double`)
	negations = words(`no not never none nor neither nothing nobody without cannot deny denied denies denying refuse refused
refuses hardly barely`)
	sayings = words(`said says say saying told tells claimed claims alleged alleges stated states announced according added insisted
suggested argued admitted confirmed reported reportedly allegedly warned denied asked replied`)
)
