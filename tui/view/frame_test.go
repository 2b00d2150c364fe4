package view

import (
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

var methods = map[string]ansi.Method{"wcwidth": ansi.WcWidth, "grapheme": ansi.GraphemeWidth}

func TestHarmless(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain text", "plain text, as it is", "plain text, as it is"},
		{"accents and scripts", "Zoë naïve Ελλάς 東京 한국 हिन्दी", "Zoë naïve Ελλάς 東京 한국 हिन्दी"},
		{"combining accent", "e\u0301te\u0301", "e\u0301te\u0301"},
		{"emoji of several parts", "👩‍👩‍👧 🇪🇺 ✊🏽", "👩‍👩‍👧 🇪🇺 ✊🏽"},
		{"colour sequence", "\x1b[31mred", "␛[31mred"},
		{"unterminated title sequence", "\x1b]0;owned", "␛]0;owned"},
		{"carriage return", "over\rwritten", "over␍written"},
		{"line feed", "two\nlines", "two␊lines"},
		{"both", "two\r\nlines", "two␍␊lines"},
		{"tab", "a\tb", "a␉b"},
		{"delete", "a\x7fb", "a␡b"},
		{"C1 control", "a\u009b31mb", "a\uFFFD31mb"},
		{"direction override", "abc\u202edef", "abc·def"},
		{"direction isolate", "abc\u2067def", "abc·def"},
		{"line separator", "a\u2028b", "a·b"},
		{"no width", "a\u200bb\ufeffc", "a·b·c"},
		{"soft hyphen", "co\u00adop", "co·op"},
		{"mark on nothing", "\u0301a", "◌\u0301a"},
		{"invalid byte", "a\xffb", "a\uFFFDb"},
		{"invalid byte after an accent", "e\u0301\xff", "e\u0301\uFFFD"},
	} {
		if got := Harmless(c.in); got != c.want {
			t.Errorf("%s: %q becomes %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestHarmlessBoundsClusters(t *testing.T) {
	got := Harmless("a" + strings.Repeat("\u0301", 5000) + "b")
	if len(got) > maxCluster+1 || !strings.HasSuffix(got, "b") {
		t.Errorf("a letter under 5000 accents takes %d bytes", len(got))
	}
}

var sgr = regexp.MustCompile(`\x1b\[[0-9;:]*m`)

// checkFrame checks what holds for every frame.
func checkFrame(t *testing.T, f *Frame) {
	t.Helper()
	plain := f.Plain()
	lines := strings.Split(plain, "\n")
	if len(lines) != max(f.Height, 1) {
		t.Fatalf("%d lines, want %d", len(lines), f.Height)
	}
	for y, line := range lines {
		if w := Width(line, f.method); w > f.Width {
			t.Errorf("line %d is %d cells wide, want at most %d: %q", y, w, f.Width, line)
		}
		if !utf8.ValidString(line) {
			t.Errorf("line %d is not valid UTF-8: %q", y, line)
		}
		for _, r := range line {
			if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
				t.Errorf("line %d holds %U: %q", y, r, line)
			}
		}
	}
	for _, theme := range []Theme{darkTheme(), lightTheme().With(Colors16), monoTheme()} {
		for y, line := range strings.Split(f.ANSI(theme), "\n") {
			stripped := sgr.ReplaceAllString(line, "")
			if strings.TrimRight(stripped, " ") != lines[y] {
				t.Errorf("line %d in theme %s says %q, want %q", y, theme.Name, stripped, lines[y])
			}
			if i := strings.LastIndex(line, "\x1b["); i >= 0 && !strings.HasPrefix(line[i:], reset) {
				t.Errorf("line %d in theme %s ends with something set: %q", y, theme.Name, line)
			}
		}
	}
}

func FuzzFrame(f *testing.F) {
	for _, s := range []string{"plain", "\x1b[31mred", "e\u0301", "東京東京", "👩‍👩‍👧👩‍👩‍👧", "🇪🇺🇪🇺", "\u0301", "a\u202eb", "\xff\xfe", "\u1100\u1161", "क्षि", "\u200d\u200d"} {
		f.Add(s, 10, 3, 7)
	}
	f.Fuzz(func(t *testing.T, s string, x, y, width int) {
		for _, m := range methods {
			frame := NewFrame(12, 3, m)
			frame.Fill(0, 0, 12, 3, "─", Chrome)
			frame.Put(x%14, y%4, width%20, s, Deleted)
			frame.Fit(2, 1, 9, s, Heading)
			frame.Put(3, 1, 2, "xx", Same)
			frame.Paint(0, 0, 5, 2, Selected)
			checkFrame(t, frame)
		}
	})
}

func TestFit(t *testing.T) {
	for _, c := range []struct {
		in    string
		width int
		want  string
	}{
		{"fits", 4, "fits"},
		{"does not fit", 8, "does no…"},
		{"cut at a blank", 7, "cut at…"},
		{"東京都庁", 5, "東京…"},
		{"東京都庁", 4, "東…"},
		{"anything", 1, "…"},
		{"anything", 0, ""},
	} {
		if got := fit(c.in, c.width, ansi.GraphemeWidth); got != c.want {
			t.Errorf("%q in %d cells is %q, want %q", c.in, c.width, got, c.want)
		}
	}
}

func TestWideClustersThatAreCut(t *testing.T) {
	f := NewFrame(6, 1, ansi.GraphemeWidth)
	f.Put(0, 0, 6, "東京都", Same)
	f.Put(1, 0, 1, "x", Deleted)
	f.Put(4, 0, 1, "y", Deleted)
	if got, want := f.Plain(), " x京y"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	checkFrame(t, f)
}

func TestMarked(t *testing.T) {
	f := NewFrame(20, 2, ansi.GraphemeWidth)
	f.Put(0, 0, 20, "left", Deleted)
	f.Put(5, 0, 20, "right", Inserted)
	f.put(11, 0, 20, "here", Inserted, true)
	want := "left right here\n---- +++++ @@@@\n\n"
	if got := f.Marked(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestSVGIsWellFormedAndEscaped(t *testing.T) {
	f := NewFrame(30, 2, ansi.GraphemeWidth)
	f.Put(0, 0, 30, `<script>"a" & 'b'</script>`, Deleted)
	f.Put(0, 1, 30, "東京 \x1b[0m", Heading)
	svg := f.SVG(darkTheme())
	if strings.Contains(svg, "<script>") || strings.Contains(svg, "\x1b") {
		t.Errorf("text was not escaped:\n%s", svg)
	}
	checkXML(t, svg)
}
