package view

import (
	"encoding/xml"
	"errors"
	"image/color"
	"io"
	"math"
	"strings"
	"testing"
)

func checkXML(t *testing.T, s string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(s))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

// contrast is the ratio that the accessibility guidelines for web content use.
func contrast(a, b color.RGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c color.RGBA) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// Text must stand out from its background by 4.5 to 1, and since a terminal's
// background is its own, from black or white as well.
func TestContrast(t *testing.T) {
	for _, theme := range []Theme{DarkTheme(), LightTheme()} {
		grounds := []color.RGBA{theme.Background, rgb(0x000000)}
		if theme.Name == "light" {
			grounds[1] = rgb(0xffffff)
		}
		for _, ground := range grounds {
			if got := contrast(theme.Foreground, ground); got < 4.5 {
				t.Errorf("%s: text has a contrast of %.1f", theme.Name, got)
			}
			for r, s := range theme.styles {
				if s.fg.A == 0 {
					continue
				}
				if got := contrast(s.fg, ground); got < 4.5 {
					t.Errorf("%s: role %c has a contrast of %.1f with %v", theme.Name, Role(r).Letter(), got, ground)
				}
			}
		}
	}
}

// What stands beside each other in a text must differ without colours, too.
func TestRolesDifferWithoutColours(t *testing.T) {
	theme := MonoTheme()
	beside := []Role{Same, Deleted, Inserted, Moved, Cut, Noise, Shared, Quiet}
	for i, a := range beside {
		for _, b := range beside[i+1:] {
			if theme.sgr[a][0] == theme.sgr[b][0] {
				t.Errorf("roles %c and %c look the same", a.Letter(), b.Letter())
			}
		}
	}
	for r := range numRoles {
		if theme.sgr[r][0] == theme.sgr[r][1] {
			t.Errorf("the current change does not show in role %c", r.Letter())
		}
	}
}

func TestFewerColours(t *testing.T) {
	for _, c := range []struct {
		colors         Colors
		deleted, quiet string
	}{
		{TrueColor, "\x1b[38;2;242;166;90;9m", "\x1b[38;2;143;149;158m"},
		{Colors256, "\x1b[38;5;215;9m", "\x1b[38;5;103m"},
		{Colors16, "\x1b[33;9m", "\x1b[2m"},
		{NoColors, "\x1b[9m", "\x1b[2m"},
	} {
		theme := DarkTheme().With(c.colors)
		if got := theme.sgr[Deleted][0]; got != c.deleted {
			t.Errorf("%s: what is gone is %q, want %q", c.colors, got, c.deleted)
		}
		if got := theme.sgr[Quiet][0]; got != c.quiet {
			t.Errorf("%s: what steps back is %q, want %q", c.colors, got, c.quiet)
		}
	}
	if got := DarkTheme().With(NoColors).With(TrueColor); got.sgr != DarkTheme().With(NoColors).sgr {
		t.Error("colours came back")
	}
}

func TestParse(t *testing.T) {
	for _, name := range ThemeNames() {
		if theme, err := ParseTheme(name); err != nil || theme.Name != name {
			t.Errorf("theme %s: %v", name, err)
		}
	}
	if _, err := ParseTheme("sepia"); err == nil {
		t.Error("a theme that is not there was found")
	}
	for _, name := range colorNames {
		if c, err := ParseColors(name); err != nil || c.String() != name {
			t.Errorf("colours %s: %v", name, err)
		}
	}
	if _, err := ParseColors("17"); err == nil {
		t.Error("17 colours were found")
	}
}

func TestLettersAreUnique(t *testing.T) {
	if len(letters) != int(numRoles) {
		t.Fatalf("%d letters for %d roles", len(letters), numRoles)
	}
	for i := range letters {
		if strings.Count(letters, letters[i:i+1]) != 1 || letters[i] == currentLetter {
			t.Errorf("letter %c is not unique", letters[i])
		}
	}
}
