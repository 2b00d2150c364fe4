package view

import (
	"fmt"
	"image/color"
	"slices"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// style is how a role looks: colours, and the attributes that tell the same
// without them.
type style struct {
	fg, bg shade
	attr   attribute
}

// shade is a colour. One without rgb, but with a basic colour, looks as the
// terminal's own; one without either is nothing.
type shade struct {
	rgb   color.RGBA
	basic uint8 // the SGR parameter of the colour where there are 16, or 0
}

func (s shade) none() bool { return s.rgb.A == 0 && s.basic == 0 }

// shown returns the colour in a picture, or another one where there is none.
func (s shade) shown(otherwise color.RGBA) color.RGBA {
	switch {
	case s.rgb.A != 0:
		return s.rgb
	case s.basic != 0:
		r, g, b, _ := basicColor(s.basic).RGBA()
		return color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 0xff}
	}
	return otherwise
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

var attributeNames = [...]string{"bold", "faint", "italic", "underline", "strike", "reverse"}

// plainStyle is how a style says that it has no attributes.
const plainStyle = "plain"

// basicNames are the colours that every terminal has, in the order of their
// SGR parameters; with "bright-" before them, the brighter ones.
var basicNames = [...]string{"black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"}

// parseStyle reads a style as a configuration writes it: a colour, "on" and a
// colour behind it, and attributes; all may be left out. Where it names no
// attribute it keeps those of base.
func parseStyle(s string, base style) (style, error) {
	out := style{attr: base.attr}
	words := strings.Fields(s)
	behind, named := false, false
	for i, word := range words {
		at := slices.Index(attributeNames[:], word)
		switch {
		case (at >= 0 || word == plainStyle) && !named:
			out.attr, named = 0, true
		case word == "on" && i+1 < len(words) && !behind:
			behind = true
			continue
		}
		if at >= 0 {
			out.attr |= 1 << at
		} else if word != plainStyle {
			c, err := parseShade(word)
			switch {
			case err != nil:
				return style{}, err
			case i > 0 && words[i-1] == "on":
				out.bg = c
			case i > 0:
				return style{}, fmt.Errorf("%q stands where an attribute is expected; a style is COLOUR on COLOUR and attributes", word)
			default:
				out.fg = c
			}
		}
	}
	if len(words) == 0 {
		return style{}, fmt.Errorf("a style is empty; %q is one without colours and attributes", "default "+plainStyle)
	}
	return out, nil
}

func parseShade(s string) (shade, error) {
	if s == "default" {
		return shade{}, nil
	}
	if hex, ok := strings.CutPrefix(s, "#"); ok {
		if n, err := strconv.ParseUint(hex, 16, 32); err == nil && len(hex) == 6 {
			c := rgb(int(n))
			return shade{c, sgrOf(ansi.Convert16(c))}, nil
		}
	}
	name, bright := strings.CutPrefix(s, "bright-")
	if i := slices.Index(basicNames[:], name); i >= 0 {
		base := 30
		if bright {
			base = 90
		}
		return shade{basic: uint8(base + i)}, nil
	}
	return shade{}, fmt.Errorf("%q is neither a colour nor an attribute; colours are #rrggbb, default, %s and bright-black to bright-white, attributes are %s and %s",
		s, strings.Join(basicNames[:], ", "), strings.Join(attributeNames[:], ", "), plainStyle)
}

func (s shade) String() string {
	switch {
	case s.rgb.A != 0:
		return hex(s.rgb)
	case s.basic >= 90:
		return "bright-" + basicNames[s.basic-90]
	case s.basic >= 30:
		return basicNames[s.basic-30]
	}
	return "default"
}

// String returns the style as parseStyle reads it.
func (s style) String() string {
	words := []string{s.fg.String()}
	if !s.bg.none() {
		words = append(words, "on", s.bg.String())
	}
	for i, name := range attributeNames {
		if s.attr&(1<<i) != 0 {
			words = append(words, name)
		}
	}
	if s.attr == 0 {
		words = append(words, plainStyle)
	}
	return strings.Join(words, " ")
}

// sequence returns the escape sequence that sets a style after a reset. Lip
// Gloss writes it, once for each role: a frame has thousands of cells.
func (s style) sequence(c Colors) string {
	has := func(a attribute) bool { return s.attr&a != 0 }
	look := lipgloss.NewStyle().Bold(has(bold)).Faint(has(faint)).Italic(has(italic)).
		Underline(has(underline)).Strikethrough(has(strike)).Reverse(has(reverse))
	if fg := s.fg.in(c); fg != nil {
		look = look.Foreground(fg)
	}
	// A tint is too fine for fewer colours.
	if c == TrueColor || s.bg.rgb.A == 0 {
		if bg := s.bg.in(c); bg != nil {
			look = look.Background(bg)
		}
	}
	before, _, _ := strings.Cut(look.Render("x"), "x")
	return before
}

// in returns the colour as a terminal with so many colours shows it, or nil.
func (s shade) in(c Colors) color.Color {
	switch {
	case c == NoColors || s.none():
		return nil
	case s.rgb.A == 0 || c == Colors16:
		if s.basic == 0 {
			return nil
		}
		return basicColor(s.basic)
	case c == Colors256:
		return ansi.Convert256(s.rgb)
	}
	return s.rgb
}

// basicColor returns the colour of an SGR parameter, 30 to 37 or 90 to 97.
func basicColor(sgr uint8) ansi.BasicColor {
	if sgr >= 90 {
		return ansi.BasicColor(sgr - 90 + 8)
	}
	return ansi.BasicColor(sgr - 30)
}

func sgrOf(c ansi.BasicColor) uint8 {
	if c >= 8 {
		return uint8(c) - 8 + 90
	}
	return uint8(c) + 30
}

func rgb(c int) color.RGBA { return color.RGBA{uint8(c >> 16), uint8(c >> 8), uint8(c), 0xff} }
