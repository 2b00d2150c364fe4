package main

import (
	"io"
	"regexp"
	"strings"

	mango "github.com/muesli/mango-cobra"
	"github.com/muesli/roff"
	"github.com/spf13/cobra"
)

// helpCommand takes the place of the library's, which has no exit status for a
// command that is not there.
func (s *session) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Tell about a command",
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) (names []cobra.Completion, _ cobra.ShellCompDirective) {
			for _, c := range cmd.Root().Commands() {
				if c.IsAvailableCommand() && len(args) == 0 {
					names = append(names, cobra.CompletionWithDesc(c.Name(), c.Short))
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			about, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return suggest(fault("help", "there is no command %q", args[0]), args[0], commandNames(cmd.Root()), "", "variorum --help lists them")
			}
			about.InitDefaultHelpFlag()
			about.InitDefaultVersionFlag()
			return about.Help()
		},
	}
}

// commandNames are the names of the commands below one.
func commandNames(cmd *cobra.Command) (names []string) {
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	return names
}

// askForShell makes trouble of the library's command for completions where no shell is
// named, or one that it does not know.
func askForShell(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	cmd, _, err := root.Find([]string{"completion"})
	if err != nil {
		panic(err) // it was added a line before
	}
	cmd.Args = cobra.ArbitraryArgs
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		shells := commandNames(cmd)
		if len(args) == 0 {
			return fault("completion", "a shell is needed: %s", strings.Join(shells, ", "))
		}
		none := &notAmong{args[0], shells}
		return suggest(fault("completion", "%w", none), none.word, none.among, "", "variorum completion --help tells about them")
	}
}

// manCommand writes the manual page, made from the commands themselves.
func (s *session) manCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "man",
		Short: "Write the manual page",
		Long: `Writes the manual page in the form that man reads:

  variorum man > ~/.local/share/man/man1/variorum.1`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			root := cmd.Root()
			root.Long = wrapped.ReplaceAllString(root.Long, "$1 $2")
			page, err := mango.NewManPage(1, root)
			if err != nil {
				return err
			}
			manual := dated.ReplaceAllString(page.Build(roff.NewDocument()), `$1 ""`)
			_, err = io.WriteString(s.out, strings.ReplaceAll(manual, "`", ""))
			return err
		},
	}
}

var (
	wrapped = regexp.MustCompile(`([^\n])\n([^\n])`)        // the ends of lines inside paragraphs
	dated   = regexp.MustCompile(`^(\.TH \S+ \d+) "[^"]*"`) // the day on which the page was made
)
