package main

import (
	"context"

	"github.com/spf13/cobra"

	"variorum/corpus"
	"variorum/tui"
)

// readCommand is the program without the name of a command: the reader.
func (s *session) readCommand() *cobra.Command {
	var fields fieldNames
	cmd := &cobra.Command{
		Use:   "variorum [PATH...]",
		Short: "See what happened to the wording of a story between its copies",
		Long: `Variorum finds the versions of a story in a folder of texts, puts two of them
side by side, and shows what the wording did.

Without a PATH it opens the sample corpus that it carries. Two files are
compared at once. Otherwise every PATH, a folder, a file or an archive, adds its
texts to the corpus. In the reader, ? lists the keys.`,
		Example: `  variorum
  variorum stories/
  variorum morning.txt evening.txt`,
		Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) error {
			c, err := reading(args, corpus.Options{Fields: fields.Fields})
			if err != nil {
				return err
			}
			if !isTerminal(s.in) || !isTerminal(s.out) {
				return hint(fault("standard input and output", "the reader needs a terminal"),
					"variorum snapshot and variorum compare do without")
			}
			c.Colors = readerColors()
			return tui.Run(context.Background(), c, s.in, s.out)
		},
	}
	offerFields(cmd, &fields)
	return cmd
}
