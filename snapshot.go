package main

import (
	"bufio"
	"fmt"
	"os"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"variorum/settings"
	"variorum/tui"
	"variorum/tui/view"
)

func (s *session) snapshotCommand() *cobra.Command {
	var (
		format             = choice{"plain", []string{"plain", "ansi", "marked", "svg"}}
		theme              themeFlag
		colors             = choice{"truecolor", []string{"none", "16", "256", "truecolor"}}
		widths             = choice{"grapheme", []string{"wcwidth", "grapheme"}}
		how                *manner
		size, keys, script string
		config             string
	)
	cmd := &cobra.Command{
		Use:   "snapshot [PATH...]",
		Short: "Print the screens of the reader, without a terminal",
		Long: `Plays keys to the reader and prints the screen that it then shows, exactly as a
terminal of that size would show it. What there is to read is told as for the
reader itself. No configuration is read unless --config names one, and nothing
is remembered.

A key is named as Bubble Tea names it: enter, down, n, ctrl+d, space. Besides
keys there are
  type:TEXT       types a text
  click:COL,ROW   clicks on a cell, counted from 1
  size:COLSxROWS  resizes the screen
  snap:NAME       prints the screen at that point, under a line "== NAME"
Without a snap the last screen is printed.

Formats:
  plain   the text
  ansi    the text with colours
  marked  each line of text, then a line with one letter for the role of each cell
  svg     a picture`,
		Example: `  variorum snapshot --keys "enter n n"
  variorum snapshot stories/ --size 80x24 --keys "enter snap:one n snap:two"
  variorum snapshot stories/ --script keys.txt --format ansi`,
		RunE: func(cmd *cobra.Command, args []string) error {
			w, h, err := tui.ParseSize(size)
			if err != nil {
				return fault("--size", "%w", err)
			}
			steps, err := stepsOf(keys, script)
			if err != nil {
				return err
			}
			set := settings.Default()
			if config != "" {
				if set, err = readSettings(config, true); err != nil {
					return err
				}
			}
			look, err := theme.theme(set, "dark")
			if err != nil {
				return err
			}
			c, err := s.reading(args, how.options())
			if err != nil {
				return err
			}
			c = configured(c, set)
			if widths.value == "grapheme" {
				c.Method = ansi.GraphemeWidth
			}
			shots, err := tui.Play(c, steps, w, h)
			if err != nil {
				return err
			}
			switch {
			case cmd.Flags().Changed("colors"):
			case set.Colors != nil:
				colors.value = set.Colors.String()
			case noColor():
				colors.value = "none"
			}
			depth, err := view.ParseColors(colors.value)
			if err != nil {
				return err
			}
			return s.print(shots, format.value, look.With(depth))
		},
	}
	cmd.Flags().StringVar(&size, "size", "120x40", "let the screen have `COLSxROWS`")
	cmd.Flags().StringVar(&keys, "keys", "", "press `KEYS`, separated by blanks")
	cmd.Flags().StringVar(&script, "script", "", "press the keys in `FILE`, one a line; # begins a comment")
	offer(cmd, &format, "format", "print the screens in `FORMAT`: plain, ansi, marked, svg")
	offerTheme(cmd, &theme, "colour ansi and svg by")
	offer(cmd, &colors, "colors", "let ansi have this `NUMBER` of colours: none, 16, 256, truecolor")
	offerConfig(cmd, &config)
	how = offerManner(cmd)
	offer(cmd, &widths, "widths", "measure characters by `METHOD`: wcwidth, grapheme")
	s.offerIndex(cmd)
	return cmd
}

// stepsOf reads the steps of --keys or of the file of --script.
func stepsOf(keys, script string) ([]tui.Step, error) {
	if script == "" {
		steps, err := tui.ParseKeys(keys)
		if err != nil {
			return nil, fault("--keys", "%w", err)
		}
		return steps, nil
	}
	if keys != "" {
		return nil, fault("--script", "cannot stand beside --keys")
	}
	data, err := os.ReadFile(script)
	if err != nil {
		return nil, fault(script, "%w", plain(err))
	}
	return tui.ParseScript(script, string(data))
}

// print writes the pictures, each under its name where it has one.
func (s *session) print(shots []tui.Shot, format string, theme view.Theme) error {
	out := bufio.NewWriter(s.out)
	for _, shot := range shots {
		if shot.Name != "" {
			fmt.Fprintf(out, "== %s\n", view.Harmless(shot.Name))
		}
		var picture string
		switch format {
		case "plain":
			picture = shot.Frame.Plain()
		case "marked":
			picture = shot.Frame.Marked()
		case "ansi":
			picture = shot.Frame.ANSI(theme)
		case "svg":
			picture = shot.Frame.SVG(theme)
		}
		fmt.Fprintln(out, picture)
	}
	return out.Flush()
}
