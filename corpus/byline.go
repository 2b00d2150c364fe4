package corpus

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	saysBy = pattern(`^(?i:(?:words|text|story|report|written|analysis|reported) by|by|reporting by|\(reporting by)[ :]+`)
	// What a line may put between names and other things.
	lineParts = pattern(`\s+[|•·–—-]\s+|; `)
)

// Small words that belong to a name when they stand in it.
var particles = set("de da di du del della dos van von der den ter la le el al bin ibn bint ben y zu af av")

// Words that say what somebody is, and not who.
var roles = set(`correspondent correspondents editor editors reporter reporters writer writers staff bureau chief political
	diplomatic foreign senior affairs special news agency columnist analyst contributor contributing producer our the
	world national security defence defense health science environment business economics economic legal deputy managing
	international regional local court crime city europe asia africa washington associate`)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// byline is what a line says of who wrote a text.
type byline struct {
	names []string
	said  bool   // it begins with "By" or the like
	place bool   // it says where the writers were
	paper string // what they write for, where it stands behind a comma
}

// parseByline reads a line as a byline: names joined by commas and "and", each
// with a place, an employer or a role if any, perhaps with a date behind a
// dash. It reports whether the whole line can be read so.
func parseByline(s string) (byline, bool) {
	var b byline
	if utf8.RuneCountInString(s) > 240 {
		return b, false
	}
	if m := saysBy.FindString(s); m != "" {
		b.said = true
		s = strings.TrimSuffix(s[len(m):], ")")
	}
	parts := lineParts.Split(s, -1)
	for _, p := range parts[1:] {
		if !isStamp(p) && len(strings.Fields(p)) > 5 {
			return b, false
		}
	}
	if !b.said && endsSentence(parts[0]) {
		return b, false
	}
	if _, at := findDay(strings.ToLower(parts[0])); at[1] > 0 && at[1] <= len(parts[0]) {
		if at[0] == 0 || !isStamp(parts[0][at[0]:]) {
			return b, false
		}
		parts[0] = strings.TrimRight(parts[0][:at[0]], " ,")
	}
	if !b.read(strings.Fields(parts[0])) {
		return b, false
	}
	if k := len(b.names) - 1; k > 0 && isPaper(b.names[k]) && strings.HasSuffix(parts[0], ", "+b.names[k]) {
		b.paper, b.names = b.names[k], b.names[:k]
	}
	return b, len(b.names) > 0 && !slices.ContainsFunc(b.names, isDayName)
}

// Words that say when, as in "By Easter Monday".
var calendar = set(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july
	august september october november december spring summer autumn winter easter christmas advent lent passover ramadan
	thanksgiving whitsun pentecost midsummer michaelmas new year year's year’s eve day night morning evening noon midnight
	good ash palm boxing labour labor independence st first second last next late early mid`)

// isDayName reports whether what might be a name is one of a day or a season.
func isDayName(name string) bool {
	for _, w := range strings.Fields(strings.ToLower(name)) {
		if !calendar[w] {
			return false
		}
	}
	return true
}

// isPaper reports whether a name ends as those of newspapers do.
func isPaper(name string) bool {
	return slices.Contains(paperWords, strings.ToLower(name[strings.LastIndexByte(name, ' ')+1:]))
}

// read reads the words of a byline.
func (b *byline) read(words []string) bool {
	var name []string
	flush := func(alone bool) bool {
		n := name
		name = nil
		switch {
		case len(n) == 0:
			return true
		case len(n) >= 2 && len(n) <= 5 || b.said && alone && len(b.names) == 0:
			b.names = append(b.names, strings.Join(n, " "))
			return true
		}
		return b.place && len(b.names) > 0 // "in Washington, D.C."
	}
	aside := false // reading a place, an employer or a role
	for i, w := range words {
		comma := strings.HasSuffix(w, ",")
		w = strings.Trim(w, ",")
		low := strings.ToLower(w)
		if !b.said && low != w && (low == "in" || low == "and" || strings.ToUpper(w) == w && len(w) > 3 && i == 0) {
			return false // a headline, by its capitals
		}
		switch {
		case low == "and" || low == "&" || low == "with":
			if !flush(false) {
				return false
			}
			aside = false
			continue
		case low == "in" || low == "at" || low == "for" || low == "from" || low == "of":
			if i == 0 || !flush(true) {
				return false
			}
			aside = true
			b.place = b.place || low == "in"
			continue
		case aside:
			if !startsUpper(w) && !roles[low] && !particles[low] {
				return false
			}
		case len(name) == 0 && roles[low] && len(b.names) > 0, roles[low] && !isNameWord(w) && flush(true):
			aside = true
		case isNameWord(w), particles[low]:
			name = append(name, w)
		default:
			return false
		}
		if comma {
			if !flush(false) {
				return false
			}
			aside = false
		}
	}
	return flush(len(words) == 1 || len(b.names) == 0)
}

// isNameWord reports whether a word can be part of a person's name.
func isNameWord(w string) bool {
	first, _ := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(first) {
		// Scripts without capitals have names too, but nothing tells them.
		return false
	}
	for _, r := range w {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune(".'’-", r) {
			return false
		}
	}
	return len(w) > 1
}
