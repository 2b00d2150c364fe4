package settings

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"variorum/diff"
	"variorum/tui"
	"variorum/tui/view"
)

// Parse reads a configuration. The name is that of its file: errors begin with
// it and with a line.
func Parse(name string, data []byte) (*Settings, error) {
	d, err := readDocument(name, data)
	if err != nil {
		return nil, err
	}
	s := Default()
	s.said = map[string]bool{}
	for _, key := range d.inOrder(nil, d.root) {
		set, known := setters[key]
		if !known {
			return nil, d.fault(path{key}, "there is no such setting; there are %s", strings.Join(names, ", "))
		}
		if err := set(s, d, path{key}, d.root[key]); err != nil {
			return nil, err
		}
		s.said[key] = true
	}
	// A theme may stand behind the setting that names it.
	if _, err := s.FindTheme(s.Theme); err != nil {
		return nil, d.fault(path{"theme"}, "%w", err)
	}
	return s, nil
}

// names are the settings, in the order in which they are told of.
var names = []string{"theme", "colors", "layout", "ignore", "fold", "mouse", "editor", "keys", "themes"}

// setters take the values of a document over into settings.
var setters = map[string]func(s *Settings, d *document, at path, value any) error{
	"theme": func(s *Settings, d *document, at path, value any) (err error) {
		s.Theme, err = d.text(at, value)
		return err
	},
	"colors": (*Settings).setColors,
	"layout": func(s *Settings, d *document, at path, value any) error {
		name, err := d.text(at, value)
		if err != nil {
			return err
		}
		if s.Layout, err = view.ParseLayout(name); err != nil {
			return d.fault(at, "%w", err)
		}
		return nil
	},
	"ignore": func(s *Settings, d *document, at path, value any) error {
		tiers, err := d.texts(at, value)
		if err != nil {
			return err
		}
		if s.Ignore, err = diff.ParseTiers(tiers); err != nil {
			return d.fault(at, "%w", err)
		}
		return nil
	},
	"fold": func(s *Settings, d *document, at path, value any) (err error) {
		s.Fold, err = d.truth(at, value)
		return err
	},
	"mouse": func(s *Settings, d *document, at path, value any) (err error) {
		s.Mouse, err = d.truth(at, value)
		return err
	},
	"editor": func(s *Settings, d *document, at path, value any) (err error) {
		s.Editor, err = d.text(at, value)
		return err
	},
	"keys":   (*Settings).setKeys,
	"themes": (*Settings).setThemes,
}

// autoColors leaves the number of colours to the terminal.
const autoColors = "auto"

func (s *Settings) setColors(d *document, at path, value any) error {
	if n, ok := value.(int64); ok {
		value = fmt.Sprint(n)
	}
	name, err := d.text(at, value)
	if err != nil || name == autoColors {
		return err
	}
	colors, err := view.ParseColors(name)
	if err != nil {
		return d.fault(at, "%q is none of %s, %s", name, autoColors, strings.Join(view.ColorNames(), ", "))
	}
	s.Colors = &colors
	return nil
}

func (s *Settings) setKeys(d *document, at path, value any) error {
	table, err := d.table(at, value)
	if err != nil {
		return err
	}
	s.Keys = map[string][]string{}
	known := func(name string) bool {
		return slices.ContainsFunc(tui.Actions(), func(a tui.Action) bool { return a.Name == name })
	}
	for _, action := range d.inOrder(at, table) {
		if !known(action) {
			return d.fault(at.to(action), "there is no such action; variorum config lists them")
		}
		if s.Keys[action], err = d.texts(at.to(action), table[action]); err != nil {
			return err
		}
	}
	var wrong *tui.KeyError
	if err := tui.CheckKeys(s.Keys); errors.As(err, &wrong) {
		return d.fault(at.to(wrong.Action), "%w", wrong.Err)
	}
	return nil
}

func (s *Settings) setThemes(d *document, at path, value any) error {
	themes, err := d.table(at, value)
	if err != nil {
		return err
	}
	for _, name := range d.inOrder(at, themes) {
		if err := s.setTheme(d, at.to(name), themes[name]); err != nil {
			return err
		}
	}
	return nil
}

func (s *Settings) setTheme(d *document, at path, value any) error {
	table, err := d.table(at, value)
	if err != nil {
		return err
	}
	t := Theme{Name: at[len(at)-1], Base: "auto", Entries: map[string]string{}}
	for _, entry := range d.inOrder(at, table) {
		text, err := d.text(at.to(entry), table[entry])
		switch {
		case err != nil:
			return err
		case entry != "base":
			t.Entries[entry] = text
		case !slices.Contains(view.ThemeNames(), text):
			return d.fault(at.to(entry), "%q is none of %s", text, strings.Join(view.ThemeNames(), ", "))
		default:
			t.Base = text
		}
	}
	var wrong *view.StyleError
	if _, err := t.theme(); errors.As(err, &wrong) {
		return d.fault(at.to(wrong.Entry), "%w", wrong.Err)
	} else if err != nil {
		return d.fault(at, "%w", err)
	}
	s.Themes = append(s.Themes, t)
	return nil
}
