package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"variorum/tui/view"
)

// report tells about trouble in one line. A reader of the output that went
// away is not told: nobody is there to be helped.
func report(stderr io.Writer, err error) {
	if errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe) {
		return
	}
	line := strings.Join(strings.Fields(err.Error()), " ")
	fmt.Fprintln(stderr, "variorum: "+view.Harmless(line))
}

// fault is an error about a path, a flag or a command.
func fault(about, format string, args ...any) error {
	return fmt.Errorf("%s: %w", about, fmt.Errorf(format, args...))
}

// hint adds what to do about an error.
func hint(err error, format string, args ...any) error {
	return fmt.Errorf("%w; %s", err, fmt.Sprintf(format, args...))
}

// flagTrouble puts what the flag library says about a flag into the form that
// all trouble has.
func flagTrouble(cmd *cobra.Command, err error) error {
	var (
		unknown *pflag.NotExistError
		missing *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
		none    *notAmong
	)
	otherwise := cmd.CommandPath() + " --help lists the flags"
	switch {
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "":
		err = fault("-"+unknown.GetSpecifiedName(), "no such flag")
	case errors.As(err, &unknown):
		name := unknown.GetSpecifiedName()
		return suggest(fault("--"+name, "no such flag"), name, flagNames(cmd), "--", otherwise)
	case errors.As(err, &missing):
		err = fault("--"+missing.GetSpecifiedName(), "a value is missing")
	case errors.As(err, &invalid) && errors.As(invalid.Unwrap(), &none):
		return suggest(fault("--"+invalid.GetFlag().Name, "%w", none), none.word, none.among, "", otherwise)
	case errors.As(err, &invalid):
		err = fault("--"+invalid.GetFlag().Name, "%w", invalid.Unwrap())
	}
	return hint(err, "%s", otherwise)
}

// flagNames are the names of the flags that a command has.
func flagNames(cmd *cobra.Command) (names []string) {
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	return names
}
