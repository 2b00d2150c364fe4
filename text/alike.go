package text

import "strings"

// LookAlike reports whether two different spellings look the same in print,
// because letters of one script stand for those of another: "attack" with a
// Cyrillic а. It knows the letters of Cyrillic and Greek that common typefaces
// draw as Latin ones.
func LookAlike(a, b string) bool {
	return a != b && strings.Map(latin, a) == strings.Map(latin, b)
}

// latin returns the Latin letter that a letter is drawn as, or the letter itself.
func latin(r rune) rune {
	if r < 0x37f || r > 0x51d {
		return r
	}
	if i := strings.IndexRune(drawn, r); i >= 0 {
		return rune(drawnAs[i/2])
	}
	return r
}

// The letters, two bytes each, and what they are drawn as.
const (
	drawn   = "АВЕЅІЈКМНОРСТУХаеіјорсухѕһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοιυ"
	drawnAs = "ABESIJKMHOPCTYXaeijopcyxshdqwABEZHIKMNOPTYXoiu"
)
