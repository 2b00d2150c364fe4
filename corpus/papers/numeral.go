package papers

import (
	"strconv"
	"strings"
)

// numeral writes a count in a format, by the names that these have in Word. ok is false
// for one that we cannot write.
func numeral(format string, n int) (s string, ok bool) {
	switch format {
	case "decimal":
		return strconv.Itoa(n), true
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n), true
		}
		return strconv.Itoa(n), true
	case "lowerLetter":
		return letters(n), true
	case "upperLetter":
		return strings.ToUpper(letters(n)), true
	case "lowerRoman":
		return roman(n), true
	case "upperRoman":
		return strings.ToUpper(roman(n)), true
	case "none", "bullet":
		return "", true
	}
	return "", false
}

// letters writes 1 as a, 26 as z, 27 as aa and 28 as bb.
func letters(n int) string {
	if n < 1 {
		return ""
	}
	return strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
}

var romans = [...]struct {
	letters string
	worth   int
}{{"m", 1000}, {"cm", 900}, {"d", 500}, {"cd", 400}, {"c", 100}, {"xc", 90}, {"l", 50}, {"xl", 40}, {"x", 10}, {"ix", 9}, {"v", 5}, {"iv", 4}, {"i", 1}}

func roman(n int) string {
	var out strings.Builder
	for _, r := range romans {
		for ; n >= r.worth; n -= r.worth {
			out.WriteString(r.letters)
		}
	}
	return out.String()
}
