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
func tagOf(w, before string, dateline bool) (Tags, string) {
	key := text.Key(w)
	switch {
	case dates[key], key == "may" && w != key:
		return Date, ""
	case strings.ContainsAny(key, "0123456789") && (dateline || dated(key)):
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
	if strings.Contains(key, ":") {
		return true
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

// isAcronym reports whether a word is capitals alone, as hardly any is but a name.
func isAcronym(w string) bool {
	return len(w) > 1 && isName(w) && strings.IndexFunc(w, func(r rune) bool { return !unicode.IsUpper(r) }) < 0
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
	shortDates = words(`jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun`)
	placing    = words(`in since until till by from of before after during around about early late mid spring summer autumn winter year`)
	figures    = numbered(`two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen`, `twenty thirty forty fifty sixty seventy eighty ninety`, `hundred hundreds thousand thousands million millions
billion billions trillion dozen dozens half third quarter twice double`)
	negations = words(`no not never none nor neither nothing nobody without cannot deny denied denies denying refuse refused
refuses hardly barely`)
	sayings = words(`said says say saying told tells claimed claims alleged alleges stated states announced according added insisted
suggested argued admitted confirmed reported reportedly allegedly warned denied asked replied cried shouted wrote noted explained
declared remarked recalled acknowledged conceded stressed pledged vowed`)
)
