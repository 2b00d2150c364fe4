package view

import (
	"fmt"
	"image/color"
	"slices"
	"strings"
)

// Theme gives every role its look. It is one of those that ParseTheme knows,
// or made of one by Restyled, and can be written with fewer colours than it was
// made with.
type Theme struct {
	Name       string
	Foreground color.RGBA // of a picture; a terminal keeps its own
	Background color.RGBA

	light  *Theme // what takes its place on a light background; nil for itself
	styles [numRoles]style
	sgr    [numRoles][2]string // the escape sequence that begins a role, plain and current
}

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

// ColorNames returns the names that ParseColors knows.
func ColorNames() []string { return slices.Clone(colorNames[:]) }

// ParseColors reads a name as --colors takes it.
func ParseColors(name string) (Colors, error) {
	if i := slices.Index(colorNames[:], name); i >= 0 {
		return Colors(i), nil
	}
	return 0, fmt.Errorf("unknown number of colours %q: choose none, 16, 256 or truecolor", name)
}

// ThemeNames returns the names that ParseTheme knows.
func ThemeNames() []string {
	var names []string
	for _, t := range themes {
		names = append(names, t.name)
	}
	return names
}

// ParseTheme returns the theme of a name. One that has another face for light
// backgrounds comes with that for dark ones.
func ParseTheme(name string) (Theme, error) {
	for _, t := range themes {
		if t.name == name {
			return t.make(), nil
		}
	}
	return Theme{}, fmt.Errorf("unknown theme %q: choose %s", name, strings.Join(ThemeNames(), ", "))
}

// On returns the theme as it is on a dark or on a light background.
func (t Theme) On(dark bool) Theme {
	if !dark && t.light != nil {
		return *t.light
	}
	return t
}

// facing returns a theme under a name of its own that has another face for
// light backgrounds.
func (t Theme) facing(name string, light Theme) Theme {
	t.Name, light.Name = name, name
	t.light = &light
	return t
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

// StyleError says which entry of a theme is wrong, and why.
type StyleError struct {
	Entry string
	Err   error
}

func (e *StyleError) Error() string { return e.Entry + ": " + e.Err.Error() }
func (e *StyleError) Unwrap() error { return e.Err }

// Restyled returns a theme under another name in which some roles have another
// style, written as "#f2a65a on #2b2018 strike". Besides roles there are the
// foreground and the background of pictures. The error is a *StyleError.
func (t Theme) Restyled(name string, entries map[string]string) (Theme, error) {
	if slices.Contains(ThemeNames(), name) {
		return t, fmt.Errorf("there is a theme %s already; choose another name", name)
	}
	if t.light != nil {
		light, err := t.light.Restyled(name, entries)
		if err != nil {
			return t, err
		}
		t.light = &light
	}
	t.Name = name
	for _, entry := range sortedKeys(entries) {
		r := slices.IndexFunc(roles[:], func(r roleName) bool { return r.name == entry })
		var err error
		switch {
		case entry == "foreground":
			t.Foreground, err = parseGround(entries[entry])
		case entry == "background":
			t.Background, err = parseGround(entries[entry])
		case r < 0:
			err = fmt.Errorf("there is no such role; there are foreground, background, %s", strings.Join(roleNames(), ", "))
		default:
			t.styles[r], err = parseStyle(entries[entry], t.styles[r])
		}
		if err != nil {
			return t, &StyleError{entry, err}
		}
	}
	return t.prepared(TrueColor), nil
}

func parseGround(s string) (color.RGBA, error) {
	c, err := parseShade(s)
	if err == nil && c.rgb.A == 0 {
		err = fmt.Errorf("%q is no colour of the form #rrggbb", s)
	}
	return c.rgb, err
}

// Entry is a part of a theme that a configuration can change: its name, how
// it looks, and what it is.
type Entry struct{ Name, Style, Is string }

// Entries lists the parts of the theme.
func (t Theme) Entries() []Entry {
	out := []Entry{
		{"foreground", hex(t.Foreground), "text in pictures; a terminal keeps its own"},
		{"background", hex(t.Background), "what is behind it there"},
	}
	for r, role := range roles {
		if role.name != "" {
			out = append(out, Entry{role.name, t.styles[r].String(), role.is})
		}
	}
	return out
}

func sortedKeys(m map[string]string) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// With returns the theme as a terminal with so many colours shows it.
func (t Theme) With(c Colors) Theme {
	if c == NoColors {
		m := monoTheme()
		m.Name = t.Name
		return m
	}
	return t.prepared(c)
}

// prepared writes the escape sequences of all roles down once.
func (t Theme) prepared(c Colors) Theme {
	for r, s := range t.styles {
		if c == Colors16 && s.fg.rgb.A != 0 && s.fg.basic == 0 {
			s.attr |= attributes[r] & faint // it cannot step back by its colour
		}
		plain := s.sequence(c)
		s.attr ^= reverse
		t.sgr[r] = [2]string{plain, s.sequence(c)}
	}
	return t
}
