package settings

import (
	"fmt"
	"slices"
	"strings"

	"variorum/diff"
	"variorum/tui/view"
)

// Settings are what a configuration says.
type Settings struct {
	Theme  string // the name of a theme of package view or of one of Themes
	Colors *view.Colors
	Layout view.Layout
	Ignore diff.Tiers
	Fold   bool
	Mouse  bool
	Editor string              // "" for the one that the environment names
	Keys   map[string][]string // of the actions that have other keys than their own
	Themes []Theme             // in the order of the file

	said map[string]bool
}

// Theme is one of the reader's own themes: a built-in one in which some entries
// are otherwise.
type Theme struct {
	Name, Base string
	Entries    map[string]string
}

// Default returns what an empty configuration says.
func Default() *Settings {
	return &Settings{Theme: "auto", Ignore: diff.HumanTiers, Mouse: true}
}

// Says reports whether the configuration says something about a setting, by its
// name in the file.
func (s *Settings) Says(name string) bool { return s.said[name] }

// FindTheme returns a theme by its name.
func (s *Settings) FindTheme(name string) (view.Theme, error) {
	for _, t := range s.Themes {
		if t.Name == name {
			return t.theme()
		}
	}
	if !slices.Contains(view.ThemeNames(), name) {
		return view.Theme{}, fmt.Errorf("%q is none of %s", name, strings.Join(s.ThemeNames(), ", "))
	}
	return view.ParseTheme(name)
}

// ThemeNames returns the names that FindTheme knows.
func (s *Settings) ThemeNames() []string {
	names := view.ThemeNames()
	for _, t := range s.Themes {
		names = append(names, t.Name)
	}
	return names
}

func (t *Theme) theme() (view.Theme, error) {
	base, err := view.ParseTheme(t.Base)
	if err != nil {
		return base, err
	}
	return base.Restyled(t.Name, t.Entries)
}
