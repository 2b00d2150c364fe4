package view

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

func wrapped(s string, width int, m ansi.Method) []string {
	w := wrapper{width: width, method: m}
	w.text(s, []ink{{change: -1}})
	var out []string
	for _, l := range w.take() {
		line := ""
		for _, p := range l {
			line += p.Text
		}
		out = append(out, line)
	}
	return out
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		name, in string
		width    int
		want     []string
	}{
		{"at blanks", "one two three", 7, []string{"one two", "three"}},
		{"exactly", "one two", 7, []string{"one two"}},
		{"runs of blanks are kept inside", "a  b", 9, []string{"a  b"}},
		{"and dropped at the end", "one two   three", 7, []string{"one two", "three"}},
		{"dash", "yes—no", 5, []string{"yes—", "no"}},
		{"hyphen between letters", "well-known", 6, []string{"well-", "known"}},
		{"not before a figure", "minus -5", 7, []string{"minus", "-5"}},
		{"nor between figures", "in 2021-22", 7, []string{"in", "2021-22"}},
		{"longer than a line", "extraordinary", 5, []string{"extra", "ordin", "ary"}},
		{"after a short word", "an extraordinary", 5, []string{"an", "extra", "ordin", "ary"}},
		{"between clusters", "e\u0301e\u0301e\u0301", 2, []string{"e\u0301e\u0301", "e\u0301"}},
		{"scripts without blanks", "東京都庁舎", 6, []string{"東京都", "庁舎"}},
		{"closing marks stay", "東京都。庁", 6, []string{"東京", "都。庁"}},
		{"wider than the line", "東京", 1, []string{"東", "京"}},
		{"no-break space", "100\u00a0km away", 8, []string{"100\u00a0km", "away"}},
		{"spaced dots", "ink . . . and", 7, []string{"ink", ". . .", "and"}},
		{"nothing", "", 5, nil},
		{"only blanks", "   ", 5, nil},
	} {
		if got := wrapped(c.in, c.width, ansi.GraphemeWidth); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q in %d cells is %q, want %q", c.name, c.in, c.width, got, c.want)
		}
	}
}

// unbroken returns a text without the blanks at which a line may be broken.
func unbroken(s string) string {
	return strings.Map(func(r rune) rune {
		if breaks(r) || unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func FuzzWrap(f *testing.F) {
	f.Add("One two three—four five-six, and 東京都庁 e\u0301te\u0301 👩‍👩‍👧.", 7)
	f.Add("a\u200bb\tc\u3000d", 1)
	f.Add(strings.Repeat("x", 400), 300)
	f.Fuzz(func(t *testing.T, s string, width int) {
		s = strings.ToValidUTF8(s, "\uFFFD") // as every document is
		width = 1 + max(width, -width, 0)%300
		for name, m := range methods {
			lines := wrapped(s, width, m)
			for _, l := range lines {
				if got := Width(l, m); got > width && got > 1 && len([]rune(l)) > 1 && !single(l, m) {
					t.Errorf("%s: %q is %d cells, want at most %d", name, l, got, width)
				}
			}
			if got := strings.Join(lines, ""); unbroken(got) != unbroken(s) {
				t.Errorf("%s: %q became %q", name, s, got)
			}
		}
	})
}

// single reports whether a line is one cluster, which is never broken.
func single(s string, m ansi.Method) bool {
	if s == "" {
		return true
	}
	_, _, n := cluster(s, m)
	return n == len(s)
}
