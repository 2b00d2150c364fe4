package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// Sentences cuts a text into sentences, without the white space between them.
// Every character that is not white space is in exactly one. The boundaries
// are those of UAX #29, less the ones after abbreviations and initials, before
// an attribution that follows a quotation, and around what holds no word.
func Sentences(s string) []Span { return AppendSentences(nil, s) }

// AppendSentences appends the sentences of s to dst.
func AppendSentences(dst []Span, s string) []Span {
	from := len(dst)
	add := func(start, end int) {
		span := trim(s, Span{start, end})
		if span.Len() == 0 {
			return
		}
		if k := len(dst) - 1; k >= from && runsOn(s[dst[k].Start:dst[k].End], s[span.Start:span.End]) {
			dst[k].End = span.End
			return
		}
		dst = append(dst, span)
	}
	if isPlainLine(s) {
		for start := 0; start < len(s); {
			end := plainBoundary(s, start)
			add(start, end)
			start = end
		}
		return dst
	}
	start := 0
	for it := sentences.FromString(s); it.Next(); {
		if end := beforeOpening(s, it.End()); end > start {
			add(start, end)
			start = end
		}
	}
	return dst
}

// beforeOpening moves the end of a sentence before the marks that open the
// next. UAX #29 takes every quotation mark for one that closes, and there is no
// blank behind a stop of Chinese or Japanese to tell.
func beforeOpening(s string, end int) int {
	body := strings.TrimRight(s[:end], "“‘「『（《〈【")
	if end == len(s) || len(body) == end || !fullStop(strings.TrimRight(body, closing)) {
		return end
	}
	return len(body)
}

const closing = "\"'”’»)]」』）"

func trim(s string, span Span) Span {
	for span.Start < span.End {
		n := space(s[span.Start:span.End])
		if n == 0 {
			break
		}
		span.Start += n
	}
	for span.Start < span.End {
		r, n := utf8.DecodeLastRuneInString(s[span.Start:span.End])
		if !unicode.IsSpace(r) && !(r >= 0x1c && r <= 0x1f) {
			break
		}
		span.End -= n
	}
	return span
}

// runsOn reports whether next goes on with the sentence that prev is, although
// UAX #29 sees a boundary between them.
func runsOn(prev, next string) bool {
	if plainStart(next) && plainEnd(prev) {
		return false
	}
	first := firstWord(next)
	if first == "" || firstWord(prev) == "" {
		return true // closing marks, a lone dash, a bullet
	}
	body := strings.TrimRight(prev, closing)
	if fullStop(body) { // whatever the case of what follows, it stands for nothing else
		return len(body) < len(prev) && attributes(next)
	}
	r, _ := utf8.DecodeRuneInString(first)
	if unicode.IsLower(r) {
		return true
	}
	if numbering(prev) {
		return true
	}
	if len(body) < len(prev) && !strings.HasSuffix(body, ".") {
		return attributes(next)
	}
	if !strings.HasSuffix(body, ".") || strings.HasSuffix(body, "..") {
		return false
	}
	word := body[lastBlank(body):]
	word = strings.TrimLeft(strings.TrimSuffix(word, "."), "(\"'“‘[")
	switch {
	case titles[word]:
		return true
	case len(word) == 1 && len(first) == 1 && !opener(first): // z. B.
		return true
	case inRow[first] && len(word) < 3 && strings.Trim(word, "0123456789") == "":
		return true // am 3. März
	case numbered[word]:
		return unicode.IsDigit(r)
	case abbreviated(word) || initial(word) || firms[word]:
		return !opener(first)
	}
	return false
}

// inRow are the words of German, besides names of months, in front of which a stop
// behind a figure says which of a row.
var inRow = set(`Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember Jahrhundert Jahrhunderts
Jahrhunderte Weltkrieg Weltkriegs Weltkrieges Geburtstag Jahrestag Todestag Lebensjahr Liga Runde Klasse Auflage Kapitel Stock`)

// plainStart reports whether a sentence begins with a capital letter of ASCII.
func plainStart(s string) bool { return isUpper(s[0]) }

// plainEnd reports whether a sentence ends as most do: with a stop behind a
// word of four or more small letters, which no title or acronym is.
func plainEnd(s string) bool {
	n := len(s) - 1
	if n < 5 || s[n] != '.' {
		return false
	}
	i := n
	for i > 0 && s[i-1] >= 'a' && s[i-1] <= 'z' {
		i--
	}
	return n-i >= 4 && i > 0 && s[i-1] == ' '
}

// numbering reports whether a sentence is no more than what stands before one: a
// number or a letter of a list, or a speaker in capitals, and a stop.
func numbering(s string) bool {
	w, ok := strings.CutSuffix(s, ".")
	if w = strings.Trim(w, "()[]"); !ok || w == "" {
		return false
	}
	digits, roman, capitals := true, true, len(w) > 2
	for _, r := range w {
		digits = digits && (unicode.IsDigit(r) || r == '.')
		roman = roman && strings.ContainsRune("ivxlcIVXLC", r)
		capitals = capitals && unicode.IsUpper(r)
	}
	return digits || roman || capitals || len(w) == 1
}

// fullStop reports whether a sentence ends with a stop of Chinese or Japanese.
func fullStop(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r == '。' || r == '！' || r == '？'
}

func lastBlank(s string) int {
	return strings.LastIndexFunc(s, unicode.IsSpace) + 1
}

func firstWord(s string) string {
	isWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	i := strings.IndexFunc(s, isWord)
	if i < 0 {
		return ""
	}
	s = s[i:]
	if k := strings.IndexFunc(s, func(r rune) bool { return !isWord(r) }); k >= 0 {
		s = s[:k]
	}
	return s
}

func initial(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	return n == len(w) && unicode.IsUpper(r) && r != 'I'
}

// attributes reports whether a sentence only says who spoke the words before
// it: at most five words, one of the first three a verb of saying; or と and
// what follows it, or a few characters with 说 or 道.
func attributes(s string) bool {
	if strings.HasPrefix(s, "と") || strings.HasPrefix(s, "って") {
		return true
	}
	if Unspaced(s) && utf8.RuneCountInString(s) <= 8 && strings.ContainsAny(s, "说說道问問答") {
		return true
	}
	f := strings.Fields(s)
	if len(f) > 5 {
		return false
	}
	for _, w := range f[:min(3, len(f))] {
		if saying[strings.Trim(w, ".,")] {
			return true
		}
	}
	return false
}

// opener reports whether a word, at the start of what follows an abbreviation,
// more likely begins a sentence than goes on with one.
func opener(w string) bool { return openers[w] }

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

var (
	titles = set("Mr Mrs Ms Mx Dr Prof Rev Hon Sen Rep Gov Gen Lt Col Maj Capt Cmdr Sgt Adm St Mt Messrs Mme Mlle Sra Srta Dott Dipl Hr bzw vgl Vgl ggf inkl vs cf al viz " +
		"Jan Feb Aug Sept Oct Nov Dec Pres Amb Supt Insp Det Fr Sr")
	firms    = set("Corp Inc Ltd Co Cos Bros Assn Univ Dept")
	numbered = set("No no Nos Fig fig Vol vol Ch ch Art art Sec sec pp p Nr Op op c ca approx Mar Apr Jun Jul Sep")
	openers  = set("The A An He She It They We I You But And In On At This That These Those There His Her Its Their Our My As If When While After Before For From By With To No Not Now Then So Yet Still Some Many Most Both What Who How Why Where")
	saying   = set("said says asked asks replied answered added cried told explained insisted warned wrote tweeted called shouted whispered stated noted argued")
)
