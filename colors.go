package main

import (
	"bufio"
	"bytes"
	"io"
	"os"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"

	"variorum/tui/view"
)

// isTerminal reports whether a stream is a terminal.
func isTerminal(stream any) bool {
	f, ok := stream.(term.File)
	return ok && term.IsTerminal(f.Fd())
}

// terminalOf returns the terminal that a stream is; nil if it is none.
func terminalOf(stream any) *os.File {
	if !isTerminal(stream) {
		return nil
	}
	f, _ := stream.(*os.File)
	return f
}

// noColor reports whether the user wants no colours anywhere (no-color.org).
func noColor() bool { return os.Getenv("NO_COLOR") != "" }

// readerColors are the colours that the environment asks of the reader; nil
// leaves it to the terminal.
func readerColors() *view.Colors {
	if !noColor() {
		return nil
	}
	none := view.NoColors
	return &none
}

// outputTheme is the look of text that is printed: the theme of a name, as
// the terminal can show it. Anywhere else, and so in files and pipes, it is
// nil, plain text with marks, unless CLICOLOR_FORCE asks for colours.
func outputTheme(out io.Writer, name string) (*view.Theme, error) {
	theme, err := view.ParseTheme(name)
	if err != nil {
		return nil, err
	}
	force := os.Getenv("CLICOLOR_FORCE")
	if forced := force != "" && force != "0" && !noColor(); !isTerminal(out) && !forced {
		return nil, nil
	}
	colors := view.NoColors
	switch colorprofile.Detect(out, os.Environ()) {
	case colorprofile.TrueColor:
		colors = view.TrueColor
	case colorprofile.ANSI256:
		colors = view.Colors256
	case colorprofile.ANSI:
		colors = view.Colors16
	}
	if noColor() || colors == view.NoColors {
		return nil, nil // what is struck and underlined alone is lost where it is copied to
	}
	theme = theme.With(colors)
	return &theme, nil
}

// harmlessly shows on a terminal what write writes, with every character that
// could steer the terminal made visible.
func harmlessly(terminal io.Writer, write func(io.Writer) error) error {
	var text bytes.Buffer
	if err := write(&text); err != nil {
		return err
	}
	out := bufio.NewWriter(terminal)
	for line := range strings.Lines(text.String()) {
		out.WriteString(view.Harmless(strings.TrimSuffix(line, "\n")))
		out.WriteByte('\n')
	}
	return out.Flush()
}
