package view

import (
	"fmt"
	"image/color"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// Theme gives every role its look. It is made by DarkTheme, LightTheme or
// MonoTheme and can be written with fewer colours than it was made with.
type Theme struct {
	Name       string
	Foreground color.RGBA // of a picture; a terminal keeps its own
	Background color.RGBA

	styles [numRoles]style
	sgr    [numRoles][2]string // the escape sequence that begins a role, plain and current
}

// style is a colour and the attributes that tell the same without it.
type style struct {
	fg    color.RGBA // nothing where A is 0
	basic uint8      // the SGR parameter of the colour where there are 16, or 0
	attr  attribute
}

type attribute uint8

const (
	bold attribute = 1 << iota
	faint
	italic
	underline
	strike
	reverse
)

// Colors is how many colours a terminal has.
type Colors uint8

// The numbers of colours.
const (
	TrueColor Colors = iota
	Colors256
	Colors16
	NoColors
)

var colorNames = [...]string{"truecolor", "256", "16", "none"}

// String returns the name that --colors takes.
func (c Colors) String() string { return colorNames[c] }

// ParseColors reads a name as --colors takes it.
func ParseColors(name string) (Colors, error) {
	if i := slices.Index(colorNames[:], name); i >= 0 {
		return Colors(i), nil
	}
	return 0, fmt.Errorf("unknown number of colours %q: choose none, 16, 256 or truecolor", name)
}

// ThemeNames returns the names that ParseTheme knows.
func ThemeNames() []string { return []string{"dark", "light", "mono"} }

// ParseTheme returns the theme of a name.
func ParseTheme(name string) (Theme, error) {
	switch name {
	case "dark":
		return DarkTheme(), nil
	case "light":
		return LightTheme(), nil
	case "mono":
		return MonoTheme(), nil
	}
	return Theme{}, fmt.Errorf("unknown theme %q: choose %s", name, strings.Join(ThemeNames(), ", "))
}

// attributes are the same in every theme: they carry the meaning where there
// are no colours, and colour never says more than they do.
var attributes = [numRoles]attribute{
	Deleted:   strike,
	Inserted:  bold | underline,
	Moved:     italic,
	Cut:       bold | italic,
	Noise:     underline,
	Shared:    bold,
	Quiet:     faint,
	Furniture: faint,
	Heading:   bold,
	Gutter:    bold,
	Chrome:    faint,
	Strong:    bold,
	Selected:  reverse,
	Accent:    bold,
	Problem:   bold | underline,
	Ruler:     faint,
	Heat1:     faint,
	Heat3:     bold,
	Heat4:     reverse,
	Found:     reverse,
	Here:      reverse | bold | underline,
}

// MonoTheme has no colours at all.
func MonoTheme() Theme {
	t := Theme{Name: "mono", Foreground: rgb(0x1c1c1c), Background: rgb(0xffffff)}
	for r := range t.styles {
		t.styles[r].attr = attributes[r]
	}
	return t.prepared(NoColors)
}

// DarkTheme is made for light text on a dark background. What is gone is
// orange, what is new is blue: a pair that colour-blind readers tell apart.
func DarkTheme() Theme {
	return coloured("dark", 0xd8d6d0, 0x15171c, palette{
		deleted: 0xf2a65a, inserted: 0x6fb7ff, moved: 0xc9a9f5, cut: 0xffd166, noise: 0xa3a69c, shared: 0x8fd3b0,
		quiet: 0x8f959e, heading: 0xf4f1ea, chrome: 0x868c96, accent: 0x7fd1d8, problem: 0xff8f84,
		found: 0x9aa86a, here: 0xf2ff8f,
		heat: [4]int{0x8f959e, 0x9fb7a8, 0x8fd3b0, 0x8fd3b0},
	}, basics{
		Deleted: 33, Inserted: 96, Moved: 95, Cut: 93, Noise: 37, Shared: 92, Gutter: 93, Accent: 36, Problem: 91, Heat3: 92, Heat4: 92, Found: 33, Here: 93,
	})
}

// LightTheme is made for dark text on a light background.
func LightTheme() Theme {
	return coloured("light", 0x2a2c30, 0xfcfbf8, palette{
		deleted: 0xa34a00, inserted: 0x0a58b0, moved: 0x7338a8, cut: 0x7d5a00, noise: 0x63665c, shared: 0x17683f,
		quiet: 0x666b73, heading: 0x0e0f11, chrome: 0x666b73, accent: 0x00636b, problem: 0xb3261e,
		found: 0x6a7330, here: 0x3b4200,
		heat: [4]int{0x666b73, 0x3f6b55, 0x17683f, 0x17683f},
	}, basics{
		Deleted: 31, Inserted: 34, Moved: 35, Cut: 31, Shared: 32, Gutter: 31, Accent: 36, Problem: 31, Heat3: 32, Heat4: 32, Found: 32, Here: 30,
	})
}

type palette struct {
	deleted, inserted, moved, cut, noise, shared, quiet, heading, chrome, accent, problem int
	found, here                                                                           int
	heat                                                                                  [4]int
}

// basics are chosen rather than computed: the nearest of 16 colours is often
// one that its terminal makes too dark to read. What steps back has none, and
// is faint instead.
type basics [numRoles]uint8

func coloured(name string, fg, bg int, p palette, b basics) Theme {
	t := Theme{Name: name, Foreground: rgb(fg), Background: rgb(bg)}
	colours := map[Role]int{
		Deleted: p.deleted, Inserted: p.inserted, Moved: p.moved, Cut: p.cut, Noise: p.noise, Shared: p.shared,
		Quiet: p.quiet, Furniture: p.quiet, Heading: p.heading, Gutter: p.cut, Chrome: p.chrome, Strong: p.heading,
		Accent: p.accent, Problem: p.problem, Ruler: p.chrome,
		Found: p.found, Here: p.here,
		Heat1: p.heat[0], Heat2: p.heat[1], Heat3: p.heat[2], Heat4: p.heat[3],
	}
	for r := range t.styles {
		t.styles[r].attr, t.styles[r].basic = attributes[r], b[r]
		if c, ok := colours[Role(r)]; ok {
			t.styles[r].fg = rgb(c)
			// A colour that steps back does so by itself; faint on top of it
			// would be too weak to read.
			t.styles[r].attr &^= faint
		}
	}
	return t.prepared(TrueColor)
}

func rgb(c int) color.RGBA { return color.RGBA{uint8(c >> 16), uint8(c >> 8), uint8(c), 0xff} }

// With returns the theme as a terminal with so many colours shows it.
func (t Theme) With(c Colors) Theme {
	if c == NoColors {
		m := MonoTheme()
		m.Name = t.Name
		return m
	}
	if t.Name == "mono" {
		return t
	}
	return t.prepared(c)
}

// prepared writes the escape sequences of all roles down once.
func (t Theme) prepared(c Colors) Theme {
	for r, s := range t.styles {
		if c == Colors16 {
			s.attr = attributes[r]
		}
		plain := s.sequence(c)
		s.attr ^= reverse
		t.sgr[r] = [2]string{plain, s.sequence(c)}
	}
	return t
}

// sequence returns the escape sequence that sets a style after a reset. Lip
// Gloss writes it, once for each role: a frame has thousands of cells.
func (s style) sequence(c Colors) string {
	has := func(a attribute) bool { return s.attr&a != 0 }
	look := lipgloss.NewStyle().Bold(has(bold)).Faint(has(faint)).Italic(has(italic)).
		Underline(has(underline)).Strikethrough(has(strike)).Reverse(has(reverse))
	switch {
	case c == NoColors || s.fg.A == 0:
	case c == Colors16:
		if s.basic != 0 {
			look = look.Foreground(basicColor(s.basic))
		}
	case c == Colors256:
		look = look.Foreground(ansi.Convert256(s.fg))
	default:
		look = look.Foreground(s.fg)
	}
	before, _, _ := strings.Cut(look.Render("x"), "x")
	return before
}

// basicColor returns the colour of an SGR parameter, 30 to 37 or 90 to 97.
func basicColor(sgr uint8) ansi.BasicColor {
	if sgr >= 90 {
		return ansi.BasicColor(sgr - 90 + 8)
	}
	return ansi.BasicColor(sgr - 30)
}
