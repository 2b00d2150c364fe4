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

// faces returns every built-in theme, those for light backgrounds included.
func faces() (all []Theme) {
	for _, built := range themes {
		t := built.make()
		all = append(all, t)
		if t.light != nil {
			all = append(all, *t.light)
		}
	}
	return all
}

// grounds are the backgrounds that a theme must be readable on: its own, and,
// since a terminal keeps its own, black or white.
func grounds(t Theme) []color.RGBA {
	if luminance(t.Background) > 0.5 {
		return []color.RGBA{t.Background, rgb(0xffffff)}
	}
	return []color.RGBA{t.Background, rgb(0x000000)}
}

// Text must stand out from what is behind it by 4.5 to 1, and where the theme
// promises a high contrast by 7 to 1, in every role, current or not.
func TestContrast(t *testing.T) {
	for _, theme := range faces() {
		least := 4.5
		if theme.Name == "high-contrast" {
			least = 7
		}
		for _, ground := range grounds(theme) {
			for r, s := range theme.styles {
				fg, bg := s.fg.shown(theme.Foreground), s.bg.shown(ground)
				if got := contrast(fg, bg); got < least {
					t.Errorf("%s on %s: %s has a contrast of %.1f with %s", theme.Name, hex(ground), roles[r].name, got, hex(bg))
				}
			}
		}
	}
}

// A tint must be seen, and be no more than a tint.
func TestTints(t *testing.T) {
	for _, theme := range faces() {
		for r, s := range theme.styles {
			if s.bg.rgb.A == 0 {
				continue
			}
			if got := contrast(s.bg.rgb, theme.Background); got < 1.05 || got > 1.6 {
				t.Errorf("%s: what is behind %s has a contrast of %.2f with the background", theme.Name, roles[r].name, got)
			}
		}
	}
}

// meaningful are the roles by which a reader tells what happened to words.
var meaningful = []Role{Deleted, Inserted, Moved, Cut, Noise, Shared, Found, Here, Selected, Problem}

// Nothing is told by colour alone: what means something has an attribute in
// every theme, and no two have the same.
func TestMeaningHasAttributes(t *testing.T) {
	for _, theme := range faces() {
		for _, r := range meaningful {
			if theme.styles[r].attr == 0 {
				t.Errorf("%s: %s has no attribute", theme.Name, roles[r].name)
			}
		}
		for i, a := range mingled {
			for _, b := range mingled[i+1:] {
				quiet := a == Quiet || b == Quiet // which steps back where there is colour
				if !quiet && theme.styles[a].attr == theme.styles[b].attr {
					t.Errorf("%s: %s and %s have the same attributes", theme.Name, roles[a].name, roles[b].name)
				}
			}
		}
	}
}

// seenAs returns how a colour is seen by readers who lack one sort of cone
// (Machado, Oliveira and Fernandes 2009, in linear light).
func seenAs(c color.RGBA, m [9]float64) color.RGBA {
	linear := func(v uint8) float64 { return math.Pow(float64(v)/255, 2.2) }
	r, g, b := linear(c.R), linear(c.G), linear(c.B)
	back := func(i int) uint8 {
		v := min(max(m[i]*r+m[i+1]*g+m[i+2]*b, 0), 1)
		return uint8(math.Pow(v, 1/2.2)*255 + 0.5)
	}
	return color.RGBA{back(0), back(3), back(6), 0xff}
}

var (
	protanopia   = [9]float64{0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998}
	deuteranopia = [9]float64{0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881}
)

// The theme for colour-blind readers keeps what stands beside each other apart
// as they see it, and what is gone from what is new by lightness as well.
func TestColourBlind(t *testing.T) {
	blind, err := ParseTheme("colour-blind")
	if err != nil {
		t.Fatal(err)
	}
	for _, theme := range []Theme{blind, *blind.light} {
		for _, sight := range [][9]float64{protanopia, deuteranopia} {
			as := func(r Role) color.RGBA { return seenAs(theme.styles[r].fg.rgb, sight) }
			pairs := []Role{Deleted, Inserted, Moved, Cut}
			for i, a := range pairs {
				for _, b := range pairs[i+1:] {
					x, y := as(a), as(b)
					apart := math.Sqrt(math.Pow(float64(x.R)-float64(y.R), 2) + math.Pow(float64(x.G)-float64(y.G), 2) + math.Pow(float64(x.B)-float64(y.B), 2))
					if apart < 60 {
						t.Errorf("%s: %s and %s are seen as %s and %s", hex(theme.Background), roles[a].name, roles[b].name, hex(x), hex(y))
					}
				}
			}
			if got := contrast(as(Deleted), as(Inserted)); got < 1.5 {
				t.Errorf("%s: what is gone and what is new differ in lightness by %.2f only", hex(theme.Background), got)
			}
		}
	}
}

// mingled are the roles that stand beside each other in a text.
var mingled = []Role{Same, Deleted, Inserted, Moved, Cut, Noise, Shared, Quiet}

// What stands beside each other in a text must differ without colours, too.
func TestRolesDifferWithoutColours(t *testing.T) {
	theme := monoTheme()
	for i, a := range mingled {
		for _, b := range mingled[i+1:] {
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
		{TrueColor, "\x1b[38;2;242;166;90;48;2;51;38;26;9m", "\x1b[38;2;143;149;158m"},
		{Colors256, "\x1b[38;5;215;9m", "\x1b[38;5;103m"},
		{Colors16, "\x1b[33;9m", "\x1b[2m"},
		{NoColors, "\x1b[9m", "\x1b[2m"},
	} {
		theme := darkTheme().With(c.colors)
		if got := theme.sgr[Deleted][0]; got != c.deleted {
			t.Errorf("%s: what is gone is %q, want %q", c.colors, got, c.deleted)
		}
		if got := theme.sgr[Quiet][0]; got != c.quiet {
			t.Errorf("%s: what steps back is %q, want %q", c.colors, got, c.quiet)
		}
	}
	if got := darkTheme().With(NoColors).With(TrueColor); got.sgr != darkTheme().With(NoColors).sgr {
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

// A theme of a reader's own is a built-in one in which some roles look
// otherwise, and what it is written as can be read again.
func TestRestyled(t *testing.T) {
	auto, err := ParseTheme("auto")
	if err != nil {
		t.Fatal(err)
	}
	mine, err := auto.Restyled("mine", map[string]string{"deleted": "bright-red on #200000 bold", "inserted": "#00ff00", "moved": "default plain", "background": "#102030"})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		colors Colors
		role   Role
		want   string
	}{
		{TrueColor, Deleted, "\x1b[1;91;48;2;32;0;0m"},
		{Colors256, Deleted, "\x1b[1;91m"},
		{TrueColor, Inserted, "\x1b[1;4;38;2;0;255;0;4m"},
		{Colors16, Inserted, "\x1b[1;4;92;4m"},
		{TrueColor, Moved, ""},
		{NoColors, Deleted, "\x1b[9m"},
		{TrueColor, Quiet, auto.sgr[Quiet][0]},
	} {
		got := mine.With(test.colors).sgr[test.role][0]
		if got != test.want {
			t.Errorf("%s in %s is %q, want %q", roles[test.role].name, test.colors, got, test.want)
		}
	}
	if mine.On(false).Name != "mine" || mine.On(false).sgr[Quiet] != lightTheme().sgr[Quiet] || mine.On(false).sgr[Inserted] != mine.sgr[Inserted] {
		t.Error("on a light background it is not the light theme with the same changes")
	}
	for _, theme := range faces() {
		entries := map[string]string{}
		for _, e := range theme.Entries() {
			entries[e.Name] = e.Style
		}
		same, err := monoTheme().Restyled("same", entries)
		if err != nil {
			t.Fatal(err)
		}
		for r := range numRoles {
			if same.sgr[r] != theme.sgr[r] && r != Blank {
				t.Errorf("%s: %s is %q when it is read again, not %q", theme.Name, roles[r].name, same.sgr[r], theme.sgr[r])
			}
		}
	}
}

func TestBadStyles(t *testing.T) {
	for _, test := range []struct{ entry, style, want string }{
		{"deleted", "orange", `deleted: "orange" is neither a colour nor an attribute`},
		{"deleted", "#ff88", `deleted: "#ff88" is neither a colour`},
		{"deleted", "", "deleted: a style is empty"},
		{"deleted", "red blue", `deleted: "blue" stands where an attribute is expected`},
		{"deleted", "red on", `deleted: "on" is neither`},
		{"erased", "red", "erased: there is no such role; there are foreground, background, same, deleted"},
		{"background", "red", `background: "red" is no colour of the form #rrggbb`},
	} {
		_, err := darkTheme().Restyled("mine", map[string]string{test.entry: test.style})
		var wrong *StyleError
		if !errors.As(err, &wrong) || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%s = %q: error %v, want %s", test.entry, test.style, err, test.want)
		}
	}
	if _, err := darkTheme().Restyled("light", nil); err == nil {
		t.Error("a theme of one's own took the name of a built-in one")
	}
}
