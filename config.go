package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"variorum/settings"
	"variorum/tui"
	"variorum/tui/view"
)

// configCommand prints the configuration, or where it is looked for.
func (s *session) configCommand() *cobra.Command {
	where := false
	var file string
	cmd := &cobra.Command{
		Use:   "config",
		Short: "Print the configuration, to be saved and edited",
		Long: `Prints the configuration of the reader as a file that can be saved and edited:
the theme, how comparisons are shown, the keys of every action and what it does,
and themes. Lines for what is not configured begin with #.

  variorum config --path        tells where the file is looked for
  variorum config > FILE        begins one`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			path, err := configPath(file)
			if err != nil {
				return err
			}
			if where {
				_, err := fmt.Fprintln(s.out, view.Harmless(path))
				return err
			}
			set, err := readSettings(path, file != "")
			if err != nil {
				return err
			}
			return settings.Write(s.out, set)
		},
	}
	cmd.Flags().BoolVar(&where, "path", false, "print where the configuration is looked for")
	offerConfig(cmd, &file)
	return cmd
}

// offerConfig adds --config to a command.
func offerConfig(cmd *cobra.Command, file *string) {
	cmd.Flags().StringVar(file, "config", "", "read the configuration from `FILE`; variorum config prints one")
}

// configPath returns where the configuration is: in the file that was named, or
// where the system keeps such files.
func configPath(named string) (string, error) {
	if named != "" {
		return named, nil
	}
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", fault("config", "there is no folder for it: %w", err)
	}
	return filepath.Join(dir, "variorum", "config.toml"), nil
}

// userSettings reads the configuration of a reader, which needs none.
func userSettings(named string) (*settings.Settings, error) {
	path, err := configPath(named)
	if err != nil {
		return settings.Default(), nil
	}
	return readSettings(path, named != "")
}

// readSettings reads a configuration. Where it need not be there, and is not,
// nothing is configured.
func readSettings(path string, needed bool) (*settings.Settings, error) {
	data, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && !needed:
		return settings.Default(), nil
	case err != nil:
		return nil, fault(path, "%w", plain(err))
	}
	return settings.Parse(path, data)
}

// configured returns what a reader starts with when its settings are added.
func configured(c tui.Config, s *settings.Settings) tui.Config {
	c.Keys = s.Keys
	c.Layout, c.Fold, c.Ignore = s.Layout, s.Fold, &s.Ignore
	c.LeaveMouse = !s.Mouse
	return c
}

// themeFlag is the flag that chooses a theme. Which there are is known when the
// configuration has been read.
type themeFlag struct{ name string }

// offerTheme adds --theme to a command.
func offerTheme(cmd *cobra.Command, f *themeFlag, usage string) {
	cmd.Flags().StringVar(&f.name, "theme", "", usage+" `THEME`: "+strings.Join(view.ThemeNames(), ", ")+",\nor one of the configuration")
	complete(cmd, "theme", func(string) []string { return view.ThemeNames() })
}

// theme returns the theme that the flag asks for, else that of the settings,
// else another.
func (f *themeFlag) theme(s *settings.Settings, otherwise string) (view.Theme, error) {
	switch {
	case f.name != "":
		t, err := s.FindTheme(f.name)
		if err != nil {
			err = suggest(fault("--theme", "%w", err), f.name, s.ThemeNames(), "", "")
		}
		return t, err
	case s.Says("theme"):
		return s.FindTheme(s.Theme)
	}
	return s.FindTheme(otherwise)
}
