package corpus

import (
	"strings"
	"unicode/utf8"
)

var (
	// A part of a book, a play or a contract, by its number and nothing else.
	// Some are followed by a name; "Article 5: …" and the like are headlines too.
	partNumber  = `(?:\d{1,3}|[ivxlc]{1,8}|(?:(?:twenty|thirty|forty|fifty)[ -]?)?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)|twenty|thirty|forty|fifty|the (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last))`
	partHeading = pattern(`^(?:(?:chapter|article|act|scene|part|section|book|canto|volume) ` + partNumber + `[.:]?|(?:chapter|act|scene|book|canto) ` + partNumber + ` ?[.:,—–-] ?.{1,80})$`)
	letterHead  = pattern(`^(?:from|to|cc|bcc|sent|subject|date|reply-to|re):(?:\s|$)`)
	// "MARTA: …", "MARTA. …"
	speaker = pattern(`^\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]*){0,2}[.:] `)
)

// maxTitle is how many bytes a title has at the most. What is longer is text,
// whatever marks it.
const maxTitle = 250

// headsPart reports whether a line is the number of a chapter, an act, an
// article.
func headsPart(d *draft) bool { return d.words > 1 && d.words <= 12 && partHeading.MatchString(d.low) }

// headsLetter reports whether a line is one of those above an e-mail.
func headsLetter(d *draft) bool {
	return d.words > 0 && d.words <= 40 && strings.IndexByte(d.low[:min(10, len(d.low))], ':') > 0 && letterHead.MatchString(d.low)
}

const subjectLine = "subject: "

// subject returns the index of the line in the head of an e-mail that says
// what it is about, or -1.
func subject(ds []draft, first int) int {
	for i := first; i < len(ds) && (headsLetter(&ds[i]) || ds[i].done); i++ {
		if d := &ds[i]; !d.done && strings.HasPrefix(d.low, subjectLine) && len(d.clean) <= maxTitle {
			return i
		}
	}
	return -1
}

// isSpeech reports whether a line is something that somebody says: a question
// or a shout in quotation marks or behind a dash, or behind the name of who
// speaks in a play, where the next line, too, is.
func isSpeech(d, next *draft) bool {
	if r, _ := utf8.DecodeRuneInString(d.clean); strings.ContainsRune("\"'“‘«„「『—–-", r) && endsSentence(d.clean) {
		return true
	}
	return next != nil && speaker.MatchString(d.clean) && speaker.MatchString(next.clean)
}

// comesAgain reports whether a short line in capitals is said once more below,
// as the names of those who speak in a play are.
func comesAgain(ds []draft, i int) bool {
	if ds[i].words > 3 || !inCapitals(ds[i].clean) {
		return false
	}
	for _, d := range ds[i+1 : min(len(ds), i+60)] {
		if d.clean == ds[i].clean {
			return true
		}
	}
	return false
}
