package main

import (
	"cmp"
	"context"
	"os"
	"os/exec"
	"runtime"

	"github.com/spf13/cobra"

	"variorum/tui"
)

// readCommand is the program without the name of a command: the reader.
func (s *session) readCommand() *cobra.Command {
	watch, stories := false, choosing()
	cmd := &cobra.Command{
		Use:   "variorum [PATH...]",
		Short: "See what happened to the wording of a story between its copies",
		Long: `Variorum finds the versions of a story in a folder of texts, puts two of them
side by side, and shows what the wording did.

Without a PATH it opens the sample corpus that it carries. Two files are
compared at once. Otherwise every PATH, a folder or a file, adds its texts to
the corpus. In the reader, ? lists the keys; o opens a file in the editor that
VISUAL or EDITOR names.

git:FILE adds the revisions of a file in git, as one story; git:FILE@RANGE those
that git log shows for a revision or a range.

Which texts are one story is found out by what they say. A file variorum.toml in
a folder can say otherwise: variorum help story tells how.`,
		Example: `  variorum
  variorum stories/
  variorum morning.txt evening.txt
  variorum git:novel.md`,
		Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) error {
			if watch && len(args) == 0 {
				return hint(fault("--watch", "the sample corpus is in the program and cannot change"), "give it a PATH")
			}
			c, err := reading(args, stories.value)
			if err != nil {
				return err
			}
			if !isTerminal(s.in) || !isTerminal(s.out) {
				return hint(fault("standard input and output", "the reader needs a terminal"),
					"variorum snapshot and variorum compare do without")
			}
			c.Colors = readerColors()
			c.Watch = watch
			c.Editor = editor()
			c.Clipboard = clipboardCommand(runtime.GOOS, os.Getenv, func(program string) bool {
				_, err := exec.LookPath(program)
				return err == nil
			})
			return tui.Run(context.Background(), c, s.in, s.out)
		},
	}
	cmd.Flags().BoolVar(&watch, "watch", false, "read the files that are compared again when they change")
	offerStories(cmd, &stories)
	return cmd
}

// editor returns the command line of the user's editor.
func editor() string {
	fallback := "vi"
	if runtime.GOOS == "windows" {
		fallback = "notepad"
	}
	return cmp.Or(os.Getenv("VISUAL"), os.Getenv("EDITOR"), fallback)
}
