package diff

import (
	"slices"
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
	if d.Kind >= Typography || d.Kind == Omission || d.Kind == Truncation {
		// A whole passage holds a bit of everything; what counts is whether
		// someone's words went with it.
		return c.quotation(d)
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
		if t.unspaced {
			has |= mentions(sentence[p.Start:p.End])
		}
		prev, told := "", 0
		for _, tok := range text.Tokens(sentence[p.Start:p.End]) {
			at := p.Start + tok.Start
			if at < told {
				continue // within a number in Han characters
			}
			w := sentence[at : p.Start+tok.End]
			if tok.Word {
				if within(quotes, at, p.Start+tok.End) {
					all |= Quotation
				}
				got, value := tagOf(w, kind == text.Dateline)
				if n, about, of := numeral(sentence[at:]); n > 0 {
					told, got, value = at+n, about, of
				}
				if got&(Number|Date) != 0 && value != "" && datedBy(sentence, at, p.Start+tok.End) {
					got, value = Date, ""
				}
				if value != "" {
					values[s] = append(values[s], value)
				}
				if got == 0 && !headline && isName(w) && !functionWords[text.Key(w)] && (!opensSentence(sentence[:at]) || isName(prev) || beforeName(sentence[p.Start+tok.End:]) || c.known(w)) {
					got = Name
				}
				has |= got
			}
			if !tok.Word && (w == "-" || w == "−") && isDigit(sentence[p.Start+tok.End:]) {
				has |= Number // the sign of one
			}
			prev = w
		}
	}
	if len(values[A]) > 0 && slices.Equal(values[A], values[B]) {
		has &^= Number // two or 2, it is the same
	}
	return has | all
}

// datedBy reports whether the words beside a figure make it a date: the name of
// a month on either side, or of a year a word that places it in time.
func datedBy(s string, from, to int) bool {
	if placesInTime(s[to:]) {
		return true
	}
	before := text.Tokens(s[max(0, runeStart(s, from-24)):from])
	after := text.Tokens(s[to:min(len(s), runeStart(s, to+24))])
	start := max(0, runeStart(s, from-24))
	last := func(n int) string {
		for i := len(before) - 1; i >= 0; i-- {
			if before[i].Word {
				if n--; n < 0 {
					return s[start+before[i].Start : start+before[i].End]
				}
			}
		}
		return ""
	}
	prev, next := last(0), ""
	for _, t := range after {
		if t.Word {
			next = s[to+t.Start : to+t.End]
			break
		}
	}
	if months[text.Key(prev)] && isName(prev) || months[text.Key(next)] && isName(next) || months[text.Key(last(1))] && isDigit(prev) && year(s[from:to]) {
		return true
	}
	return year(s[from:to]) && placing[text.Key(prev)] && (next == "" || !startsWord(s[to:]))
}

func isDigit(w string) bool { return w != "" && w[0]-'0' < 10 }

// startsWord reports whether a word follows with nothing but a blank before it
// that a number could count.
func startsWord(s string) bool {
	s, ok := strings.CutPrefix(s, " ")
	if !ok {
		return false
	}
	w := firstLetters(s)
	return w != "" && !functionWords[text.Key(w)]
}

// beforeName reports whether the word that follows with nothing but a blank
// before it has a capital.
func beforeName(s string) bool {
	s, ok := strings.CutPrefix(s, " ")
	w := firstLetters(s)
	return ok && isName(w) && !functionWords[text.Key(w)]
}

func firstLetters(s string) string {
	n := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if n < 0 {
		n = len(s)
	}
	return s[:n]
}

// runeStart returns the start of the character at or before a byte.
func runeStart(s string, i int) int {
	i = min(max(i, 0), len(s))
	for i > 0 && i < len(s) && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}

// known reports whether a capitalised word stands with its capital within a
// sentence somewhere: then it has one at the start of a sentence as a name.
func (c *collator) known(w string) bool {
	form := c.lex.form(w, true)
	if c.named == nil {
		c.named = make([]bool, len(c.lex.forms))
		for s := A; s <= B; s++ {
			c.nameForms(c.texts[s])
		}
	}
	return int(form) < len(c.named) && c.named[form]
}

// nameForms notes the spellings that are names within a sentence of a text.
func (c *collator) nameForms(t *Text) {
	capital := make([]bool, len(c.named))
	for f := range capital {
		w := c.lex.forms[f]
		capital[f] = w[0] >= 'A' && w[0] <= 'Z' && c.lex.class[c.lex.keyOf[f]] == content
	}
	for i := range t.tokens {
		tok := &t.tokens[i]
		if !capital[tok.form()] || c.named[tok.form()] || int32(i) == t.Sentences[tok.sentence].first || !t.tokens[i-1].word() {
			continue
		}
		kind := t.Kind(int(tok.sentence))
		c.named[tok.form()] = kind != text.Title && kind != text.Heading && kind != text.Kicker
	}
}

// tagOf returns what a word by itself is about, and, of a number, its value as
// it is written in figures.
func tagOf(w string, dateline bool) (Tags, string) {
	key := text.Key(w)
	switch {
	case dates[key], key == "may" && w != key:
		return Date, ""
	case strings.ContainsAny(key, "0123456789"):
		if dateline || strings.Contains(w, ":") || strings.Count(w, "-") == 2 || strings.Count(w, "/") == 2 {
			return Date, ""
		}
		return Number, strings.ReplaceAll(key, ",", "")
	case figures[key] != "":
		return Number, figures[key]
	case thaiFigures[key] != "":
		return Number, thaiFigures[key]
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
	months = words(`january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec`)
	placing = words(`in since until till by from of before after during around about early late mid spring summer autumn winter year`)
	figures = numbered(`two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen`, `twenty thirty forty fifty sixty seventy eighty ninety`, `hundred hundreds thousand thousands million millions
billion billions trillion dozen dozens half third quarter twice double`)
	negations = words(`no not never none nor neither nothing nobody without cannot deny denied denies denying refuse refused
refuses hardly barely`)
	sayings = words(`said says say saying told tells claimed claims alleged alleges stated states announced according added insisted
suggested argued admitted confirmed reported reportedly allegedly warned denied asked replied cried shouted wrote noted explained
declared remarked recalled acknowledged conceded stressed pledged vowed`)
)
