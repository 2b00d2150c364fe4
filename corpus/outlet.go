package corpus

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"variorum/text"
)

var (
	rightsTail  = pattern(`(?i)[.,|]?\s*all rights reserved\.?.*$`)
	rightsHead  = pattern(`(?i)^(?:(?:copyright|©|\(c\)|&copy;|by|\d{4}(?:\s?[-–]\s?\d{4})?)[\s,.:]*)+`)
	rightsYear  = pattern(`[\s,]*\b\d{4}(?:\s?[-–]\s?\d{4})?\.?$`)
	company     = pattern(`(?:[ ,]+(?:Limited|Ltd|LLC|Inc|PLC|plc|Plc|Corporation|Corp|Company|Co|GmbH|AG|SA|S\.A|BV|B\.V|Pty|LLP))+\.?$`)
	agencyPlace = pattern(`^\p{Lu}[\p{Lu} .’'-]{2,}(?:,[^()]{1,30})?\s\((` + properName + `)\)\s[–—-]{1,2}\s`)
	firstSeen   = pattern(`(?i)\b(?:originally|first) (?:published|appeared) (?:by|in|on) (.{2,40}?)\.?$`)
)

// outlet returns who put the text out, as far as it says: in its copyright
// line, in the small print of a newsletter prompt, in the address it was taken
// from, in the agency's name at the start of its body, or behind a name in the
// byline. Credits of pictures say nothing about that, and that somebody wrote
// for an agency does not say who printed it.
func outlet(ds []draft) string {
	for _, find := range []func(*draft) string{
		func(d *draft) string { return rightsHolder(d) },
		func(d *draft) string {
			if m := promotion.FindStringSubmatchIndex(d.low); m != nil && len(d.low) == len(d.clean) {
				return d.clean[m[2]:m[3]]
			}
			return ""
		},
		func(d *draft) string {
			if m := firstSeen.FindStringSubmatch(d.clean); m != nil && startsUpper(m[1]) {
				return m[1]
			}
			return ""
		},
		func(d *draft) string {
			if u, err := url.Parse(urlIn.FindString(d.Text)); err == nil && u.Host != "" {
				return hostName(u.Hostname(), wordsOf(ds))
			}
			return ""
		},
	} {
		for i := range ds {
			if ds[i].Kind != text.Furniture {
				continue
			}
			if name := strings.TrimSpace(find(&ds[i])); name != "" {
				return name
			}
		}
	}
	if i := bodyIndex(ds); i >= 0 {
		if m := agencyPlace.FindStringSubmatch(ds[i].clean); m != nil {
			return m[1]
		}
	}
	for i := range ds {
		if ds[i].Kind == text.Byline {
			if by, ok := parseByline(ds[i].clean); ok && by.paper != "" {
				return by.paper
			}
		}
	}
	return ""
}

func bodyIndex(ds []draft) int {
	return slices.IndexFunc(ds, func(d draft) bool { return d.Kind == text.Paragraph && d.words >= 12 })
}

// rightsHolder returns the name in a copyright line.
func rightsHolder(d *draft) string {
	if !copyright.MatchString(trimStop(d.low)) {
		return ""
	}
	s := rightsTail.ReplaceAllString(d.clean, "")
	s = rightsHead.ReplaceAllString(s, "")
	s = strings.TrimSpace(rightsYear.ReplaceAllString(strings.TrimSpace(s), ""))
	if bare := company.ReplaceAllString(s, ""); bare != s {
		// A company is called The Such-and-such Limited, its paper need not be.
		s = strings.TrimPrefix(bare, "The ")
	}
	s = strings.Trim(s, " .,|")
	if !startsUpper(s) || len(strings.Fields(s)) > 6 {
		return ""
	}
	return s
}

// Words that names of newspapers are made of.
var paperWords = strings.Fields(`the daily times post news herald tribune guardian journal courier gazette chronicle observer
	telegraph standard mail express star sun globe mirror examiner inquirer independent press today weekly review monitor
	bulletin register sentinel dispatch record echo argus mercury world wire report online live radio evening morning sunday`)

// Labels that stand before or after the name in a host's name.
var hostLabels = set("www m mobile amp edition en news web com co org net gov edu ac")

// hostName makes a name of the name of a host. Its words are run together, so
// they are parted by the words of the text itself and those that newspapers
// are called by; where these do not make up the whole, what is left between
// the latter is one word.
func hostName(host string, known map[string]bool) string {
	if len(host) > 253 {
		return "" // more than a name may have
	}
	labels := strings.Split(strings.ToLower(host), ".")
	if len(labels) < 2 || strings.Trim(labels[len(labels)-1], "0123456789") == "" {
		return ""
	}
	labels = labels[:len(labels)-1]
	for len(labels) > 1 && hostLabels[labels[len(labels)-1]] {
		labels = labels[:len(labels)-1]
	}
	label := labels[len(labels)-1]
	if utf8.RuneCountInString(label) <= 3 {
		return strings.ToUpper(label)
	}
	var out []string
	for _, part := range strings.Split(label, "-") {
		words := partWords(part, known)
		if words == nil {
			words = peelWords(part)
		}
		out = append(out, words...)
	}
	return capitalised(out)
}

// capitalised makes a name of words in small letters.
func capitalised(words []string) string {
	out := make([]string, len(words))
	for i, w := range words {
		if utf8.RuneCountInString(w) <= 2 {
			out[i] = strings.ToUpper(w)
		} else {
			r, n := utf8.DecodeRuneInString(w)
			out[i] = string(unicode.ToUpper(r)) + w[n:]
		}
	}
	return strings.Join(out, " ")
}

// partWords parts s into as few known words as possible, at least one of which
// names a newspaper, or returns nil.
func partWords(s string, known map[string]bool) []string {
	best := make([][]string, len(s)+1)
	best[0] = []string{}
	for end := 1; end <= len(s); end++ {
		for start := range end {
			w := s[start:end]
			if best[start] == nil || !known[w] && !slices.Contains(paperWords, w) {
				continue
			}
			if best[end] == nil || len(best[start])+1 < len(best[end]) {
				best[end] = append(slices.Clone(best[start]), w)
			}
		}
	}
	words := best[len(s)]
	if !slices.ContainsFunc(words, func(w string) bool { return slices.Contains(paperWords, w) }) {
		return nil
	}
	return words
}

// peelWords takes the words of newspapers off the ends of s.
func peelWords(s string) []string {
	var front, back []string
	for again := true; again; {
		again = false
		for _, w := range paperWords {
			if rest, ok := strings.CutPrefix(s, w); ok && len(rest) > 1 && (w == "the" || w == "daily") {
				front, s, again = append(front, w), rest, true
			} else if rest, ok := strings.CutSuffix(s, w); ok && len(rest) > 1 && len(w) > 3 {
				back, s, again = append([]string{w}, back...), rest, true
			}
		}
	}
	return append(append(front, s), back...)
}

// wordsOf returns the longer words of a text, in lower case.
func wordsOf(ds []draft) map[string]bool {
	out := map[string]bool{}
	for _, d := range ds {
		for _, w := range strings.FieldsFunc(strings.ToLower(d.clean), func(r rune) bool { return !unicode.IsLetter(r) }) {
			if utf8.RuneCountInString(w) >= 4 {
				out[w] = true
			}
		}
	}
	return out
}
