package diff

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"variorum/text"
)

// tagOf returns what a word by itself is about, and, of a number, its values; see
// valuesOf. before is the word before it.
func (t *tongue) tagOf(w, before string, dateline bool) (Tags, string) {
	key := text.Key(w)
	if t.known() {
		if got, value := t.tag(key); got != 0 || !strings.ContainsAny(key, "0123456789%") {
			return got, value
		}
		key = t.english(key)
	}
	switch {
	case dates[key], (key == "may" || key == "march") && w != key:
		return Date, ""
	case key == "quarter" && before != "" && !parts[text.Key(before)]:
		return 0, "" // of a town
	case strings.ContainsAny(key, "0123456789") && (dateline || dated(key)):
		return Date, ""
	}
	if which, ok := strings.CutSuffix(key, "-century"); ok && ordinal(which) {
		return Date, ""
	}
	if v := valuesOf(key, text.Key(before)); len(v) > 0 {
		return Number, strings.Join(v, " ")
	}
	switch {
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

// dated reports whether a word with figures is a time, a day, or a span of years.
func dated(key string) bool {
	if _, minutes, ok := strings.Cut(key, ":"); ok {
		return len(minutes) > 1 && isDigit(minutes) && isDigit(minutes[1:]) // 3:1 is a score
	}
	if when, y, ok := strings.Cut(key, "-"); ok && placing[when] && year(strings.TrimSuffix(y, "s")) {
		return true // mid-2019
	}
	parts := strings.FieldsFunc(key, func(r rune) bool { return r == '-' || r == '/' })
	for _, p := range parts {
		if strings.Trim(p, "0123456789") != "" {
			decade, ok := strings.CutSuffix(key, "s")
			return ok && year(decade)
		}
	}
	return len(parts) == 3 || len(parts) == 2 && year(parts[0]) && (len(parts[1]) == 2 || year(parts[1]))
}

// negates reports whether one of two words in lower case is the other with a
// prefix that denies it.
func negates(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	rest, ok := strings.CutSuffix(b, a)
	return ok && len(a) > 3 && (rest == "un" || rest == "in" || rest == "im" || rest == "il" || rest == "ir" || rest == "dis" || rest == "non" || rest == "non-")
}

// denial gives one name to the forms of "not".
func denial(w string) string {
	key := text.Key(w)
	if key == "cannot" || strings.HasSuffix(key, "n't") {
		return "not"
	}
	return key
}

// innerCapital reports whether a word has a capital after its first letter, as
// hardly any has but a name: IBM, O'Brien.
func innerCapital(w string) bool {
	return isName(w) && strings.LastIndexFunc(w, unicode.IsUpper) > 0
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
	dates = words(`monday tuesday wednesday thursday friday saturday sunday january february april june july
august september october november december today yesterday tomorrow tonight noon midnight`)
	months = words(`january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec`)
	shortDates = words(`jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun`)
	placing    = words(`in since until till by from of before after during around about early late mid spring summer autumn winter year`)
	figures    = numbered(`two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen`, `twenty thirty forty fifty sixty seventy eighty ninety`, `hundred hundreds thousand thousands million millions
billion billions trillion dozen dozens half third quarter twice double`)
	parts     = words(`a an one two three 1 2 3 first last top bottom and`)
	negations = words(`no not never none nor neither nothing nobody without cannot deny denied denies denying refuse refused
refuses hardly barely`)
	sayings = words(`said says say saying told tells claimed claims alleged alleges stated states announced according added insisted
suggested argued admitted confirmed reported reportedly allegedly warned denied asked replied cried shouted wrote noted explained
declared remarked recalled acknowledged conceded stressed pledged vowed`)
)
