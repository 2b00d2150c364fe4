package diff

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"variorum/text"
)

// tags says which of the things that a reader checks first a difference is
// about. They are decided by the words that differ and the words beside them,
// and concern real changes only.
func (c *collator) tags(d *Difference) Tags {
	if d.Kind == Move || d.Kind == Typography || d.Kind == Markup || d.Kind == Encoding || d.Kind == Duplicate {
		return 0
	}
	if d.Kind == Punctuation && (strings.ContainsAny(c.changed(A, d), quotationMarks) || strings.ContainsAny(c.changed(B, d), quotationMarks)) {
		return Quotation // words became somebody's, or ceased to be
	}
	if d.Kind >= Typography || d.Kind == Omission || d.Kind == Truncation {
		// A whole passage holds a bit of everything; what counts is whether
		// someone's words went with it.
		return c.quotation(d)
	}
	var has, all Tags
	var values, denials [2][]string
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
		prev, told := lastWord(sentence[:p.Start]), 0
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
				got, value := c.tongues[s].tagOf(w, prev, kind == text.Dateline)
				if n, about, of := numeral(sentence[at:]); n > 0 {
					told, got, value = at+n, about, of
				}
				if got&(Number|Date) != 0 && value != "" && c.tongues[s].datedBy(sentence, at, p.Start+tok.End) {
					got, value = Date, ""
				}
				switch {
				case got == Negation:
					denials[s] = append(denials[s], denial(w))
				case value != "":
					values[s] = append(values[s], value)
				}
				switch rest := sentence[p.Start+tok.End:]; {
				case got != 0 || headline || !isName(w) || functionWords[text.Key(w)]:
				case !c.tongues[s].names(w, prev, firstLetters(strings.TrimPrefix(rest, " "))):
				case shortDates[text.Key(w)] && countsOn(rest):
					got = Date
				case !opensSentence(sentence[:at]) || innerCapital(w) || isName(prev) || beforeName(rest) || c.known(w):
					got = Name
				}
				has |= got
			}
			switch rest := sentence[p.Start+tok.End:]; {
			case (w == "-" || w == "−") && isDigit(rest), w == "minus" && isDigit(strings.TrimPrefix(rest, " ")):
				has |= Number // the sign of one
			case numberSign(w):
				has |= Number
				values[s] = append(values[s], strings.ReplaceAll(norm.NFKC.String(w), "⁄", "/"))
			}
			prev = w
		}
	}
	if len(values[A]) > 0 && sameValues(values) && (d.Kind != Reorder || c.keepsOrder(d)) {
		has &^= Number // two or 2, it is the same
	}
	if len(denials[A]) > 0 && slices.Equal(denials[A], denials[B]) {
		has &^= Negation // and so is "cannot" or "can't"
	}
	if d.Kind == Substitution {
		has |= c.quantity(d)
		if negates(text.Key(c.changed(A, d)), text.Key(c.changed(B, d))) {
			has |= Negation
		}
		if has&(Number|Date) == 0 && c.speaker(A, d.Places[A]) && c.speaker(B, d.Places[B]) {
			has |= Attribution
		}
	}
	return has | all
}

const quotationMarks = "\"“”„«»「」『』"

// changed returns the words of a difference on a side.
func (c *collator) changed(s Side, d *Difference) string {
	p := d.Places[s]
	if p.Sentence < 0 {
		return ""
	}
	return c.texts[s].Sentence(p.Sentence)[p.Start:p.End]
}

// speaker reports whether some words name who said something: a verb of saying
// follows, or stands before them with nothing behind them in the clause.
func (c *collator) speaker(s Side, p Place) bool {
	sentence := c.texts[s].Sentence(p.Sentence)
	if w := text.Key(firstLetters(strings.TrimPrefix(sentence[p.End:], " "))); sayings[w] {
		return true
	}
	if rest := sentence[p.End:]; rest != "" && !strings.ContainsAny(rest[:1], ".,;") {
		return false
	}
	before := text.Tokens(sentence[:p.Start])
	for i := len(before) - 1; i >= max(0, len(before)-3); i-- {
		switch w := text.Key(sentence[before[i].Start:before[i].End]); {
		case sayings[w]:
			return true
		case !functionWords[w]:
			return false
		}
	}
	return false
}

// countsOn reports whether a stop or a number follows, as behind a month that is
// cut short.
func countsOn(rest string) bool {
	rest = strings.TrimPrefix(rest, " ")
	return rest != "" && (rest[0] == '.' || isDigit(rest))
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
