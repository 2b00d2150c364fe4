package corpus

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

var dayInName = pattern(`^(\d{4})([-_.]?)(\d\d)([-_.]?)(\d\d)(?:[tT](\d\d)[-.:]?(\d\d))?(?:[-_. ]+|$)`)

// maxOutletWords is how many words an outlet has at the most in the name of a file.
const maxOutletWords = 6

// nameFacts reads what the name of a file says that begins with a day, as in
// "2022-01-10-outlet-title.md". Where the outlet ends and the title begins
// nothing says but the title itself: if the name ends in it, what stands before
// it is the outlet, and otherwise nobody knows.
func (d *Document) nameFacts(name string) (s sayings) {
	name = baseName(strings.ReplaceAll(name, `\`, "/"))
	m := dayInName.FindStringSubmatch(name)
	if m == nil || m[2] != m[4] {
		return s
	}
	if s.published = makeDay(number(m[1]), number(m[3]), number(m[5])); s.published == "" {
		return s
	}
	if m[6] != "" && number(m[6]) < 24 && number(m[7]) < 60 {
		s.published += Moment("T" + m[6] + ":" + m[7])
	}
	words := strings.FieldsFunc(name[len(m[0]):], func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	whole := slugKey(d.Title)
	for n := 1; n < len(words) && n <= maxOutletWords && whole != ""; n++ {
		// A long title is cut short in a name, but not to a word.
		if rest := slugKey(strings.Join(words[n:], "")); rest == whole || len(words)-n > 2 && strings.HasPrefix(whole, rest) {
			if !strings.Contains(slugKey(d.Outlet), slugKey(strings.Join(words[:n], ""))) { // which has its capitals
				s.outlet = capitalised(words[:n])
			}
			break
		}
	}
	return s
}

// slugKey is what names of files keep of a text: letters and digits, without
// what stands above or below them.
func slugKey(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFD.String(s))
}
