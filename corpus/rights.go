package corpus

import (
	"strings"
)

var (
	rightsSign = pattern(`^(?i:copyright\b|©|\(c\)|&copy;)`)
	rightsMore = pattern(`^(?:[\s,.:]*(?i:copyright\b|©|\(c\)|&copy;|by\b|\d{4}\b(?:\s?[-–]\s?\d{4}\b)?))*[\s,.:]*`)
	anyYear    = pattern(`\b\d{4}\b`)
	// Sentences that begin like a copyright line.
	aboutRights = pattern(`^(?:copyright|©|\(c\)).{0,20}\b(?:law|act|holder|claim|infring)`)
)

// nameLinks are the small words that join the names in a copyright line.
var nameLinks = set("and of the for by & - – | de da di du des del della van von der den la le el al")

// isCopyright reports whether a text, also given in lower case, says who has
// the rights in it and nothing else. A copyright sign tells little, as "(c)"
// is also the third clause of a contract and "copyright" a word like any: a
// year or a name must follow, and no sentence.
func isCopyright(s, low string) bool {
	if !claims(low) && !strings.Contains(low, "rights reserved") {
		return false
	}
	s = strings.TrimSpace(s)
	holder := rightsTail.ReplaceAllString(s, "")
	reserved := holder != s
	sign := rightsSign.FindString(holder)
	if sign == "" {
		return reserved && len(holder) <= 60 && strings.TrimLeft(afterNames(holder), " .,|0123456789–-") == ""
	}
	rest := holder[len(sign):]
	more := rightsMore.FindString(rest)
	rest = strings.TrimPrefix(rest[len(more):], "the ")
	year, twice := anyYear.MatchString(more), strings.ContainsAny(more, "©(")
	switch {
	case aboutRights.MatchString(low):
		return false
	case twice && fields(rest) <= 10: // "Copyright ©"
		return true
	case rest == "":
		return year || reserved
	case (year || sign == "©" || sign == "&copy;") && fields(rest) <= 8 && !endsSentence(rest):
		return true
	case !startsUpper(rest):
		return false
	case year:
		return true
	}
	tail := afterNames(rest)
	if strings.HasPrefix(sign, "(") {
		return strings.Trim(tail, " .,|0123456789–-") == "" && fields(rest) <= 6
	}
	// A name, and then a year, another sentence or nothing.
	return !startsLower(tail)
}

// claims reports whether a text in lower case begins with what claims a right.
func claims(low string) bool {
	switch low[:min(1, len(low))] {
	case "c":
		return strings.HasPrefix(low, "copyright")
	case "(", "&", "\xc2":
		return strings.HasPrefix(low, "(c)") || strings.HasPrefix(low, "&copy;") || strings.HasPrefix(low, "©")
	}
	return false
}

// afterNames returns what follows the capitalised words, and the small ones
// between them, that a text begins with.
func afterNames(s string) string {
	for at := 0; ; {
		at += len(s[at:]) - len(strings.TrimLeft(s[at:], " "))
		w, _, _ := strings.Cut(s[at:], " ")
		if w == "" || !startsUpper(w) && !nameLinks[w] {
			return s[at:]
		}
		at += len(w)
		if len(w) > 4 && strings.HasSuffix(w, ".") {
			return s[at:] // the end of a sentence rather than of "Inc."
		}
	}
}
