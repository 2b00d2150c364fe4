package diff

import (
	"strings"

	"variorum/text"
)

// A figure is a number, unless what stands beside it makes it an hour, a day, a
// year or a century.

// datedBy reports whether the words beside a figure or an ordinal do so: the name
// of a month on either side, an hour's "p.m.", or of a year a word that places it
// in time.
func (t *tongue) datedBy(s string, from, to int) bool {
	if placesInTime(s[to:]) || hour(s, from, to) {
		return true
	}
	start, end := runeStart(s, from-24), min(len(s), runeStart(s, to+24))
	before, after := wordsIn(s[start:from]), wordsIn(s[to:end])
	last := func(n int) string {
		if n < len(before) {
			return before[len(before)-1-n]
		}
		return ""
	}
	w, prev, next := s[from:to], last(0), ""
	if len(after) > 0 {
		next = after[0]
	}
	if ordinal(w) {
		if next == "of" && len(after) > 1 {
			next = after[1]
		}
		if century(next) {
			return true
		}
	}
	if months[text.Key(prev)] && isName(prev) || months[text.Key(next)] && isName(next) || months[text.Key(last(1))] && isDigit(prev) && year(w) {
		return true
	}
	if strings.HasSuffix(s[:from], "'") || strings.HasSuffix(s[:from], "’") { // of '68
		return len(w) == 2 && isDigit(w) && isDigit(w[1:]) && !startsWord(s[to:])
	}
	if t.months[text.Key(prev)] || t.months[text.Key(next)] || next == "de" && len(after) > 1 && t.months[text.Key(after[1])] {
		return true
	}
	if year(w) && t.years[text.Key(prev)] {
		return true
	}
	placed := placing[text.Key(prev)] || year(last(1)) && isDigit(last(1)) && spans[prev]
	return year(w) && placed && (next == "" || !startsWord(s[to:]))
}

// hour reports whether a figure is an hour of the day: 5pm, 5 p.m., five o'clock,
// half past five.
func hour(s string, from, to int) bool {
	w := text.Key(s[from:to])
	for _, half := range [...]string{"am", "pm", "a.m.", "p.m."} {
		if n, ok := strings.CutSuffix(w, half); ok && n != "" && isDigit(n[len(n)-1:]) {
			return true
		}
	}
	after := wordsIn(s[to:min(len(s), runeStart(s, to+16))])
	if len(after) > 0 && hourly[text.Key(after[0])] != "" && strings.HasPrefix(s[to:], " ") {
		return true
	}
	before := wordsIn(s[runeStart(s, from-24):from])
	n := len(before)
	return n > 1 && (before[n-1] == "past" || before[n-1] == "to") && (before[n-2] == "half" || before[n-2] == "quarter")
}

// ordinal reports whether a word says which of a row: third, 3rd.
func ordinal(w string) bool {
	key := text.Key(w)
	if ordinals[key] != "" {
		return true
	}
	if !isDigit(key) || len(key) < 3 {
		return false
	}
	switch key[len(key)-2:] {
	case "st", "nd", "rd", "th":
		return true
	}
	return false
}

func century(w string) bool { return w == "century" || w == "Century" || w == "centuries" }

// wordsIn lists the words of a text.
func wordsIn(s string) []string {
	var out []string
	for _, t := range text.Tokens(s) {
		if t.Word {
			out = append(out, s[t.Start:t.End])
		}
	}
	return out
}

// lastWord returns the word that ends a text, "" where a mark does.
func lastWord(s string) string {
	start := runeStart(s, len(s)-24)
	toks := text.Tokens(s[start:])
	if n := len(toks); n > 0 && toks[n-1].Word {
		return s[start+toks[n-1].Start : start+toks[n-1].End]
	}
	return ""
}

var (
	hourly = synonyms("am a.m.\npm p.m.\no'clock o’clock\ngmt\nbst\nutc")
	spans  = words(`and to or until till`)
	// which and spells are said together: last year, next Monday.
	which  = synonyms("last past previous\nthis current\nnext coming following")
	spells = words(`day week weekend fortnight month quarter season year decade century monday tuesday wednesday thursday friday
saturday sunday spring summer autumn fall winter`)
)
