package main

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"variorum/settings"
	"variorum/state"
	"variorum/tui"
)

// readCommand is the program without the name of a command: the reader.
func (s *session) readCommand() *cobra.Command {
	var (
		watch, noState bool
		config         string
		theme          themeFlag
		how            *manner
	)
	cmd := &cobra.Command{
		Use:   "variorum [PATH...]",
		Short: "See what happened to the wording of a story between its copies",
		Long: `Variorum finds the versions of a story in a folder of texts, puts two of them
side by side, and shows what the wording did.

Without a PATH it opens the sample corpus that it carries. Two files are
compared at once. Otherwise every PATH, a folder, a file or an archive, adds
its texts to the corpus; - is what comes in on standard input, and the keys are
then those of the terminal. In the reader, ? lists the keys, and o opens a file
in the editor that VISUAL or EDITOR names.

git:FILE adds the revisions of a file in git, as one story; git:FILE@RANGE those
that git log shows for a revision or a range.

Which texts are one story is found out by what they say. A file variorum.toml in
a folder can say otherwise: variorum help story tells how.

variorum config prints the configuration: themes, keys, how comparisons are
shown. Where you were in each story, and how it was shown, is remembered from
one run to the next in a file of $XDG_STATE_HOME/variorum; with --no-state
nothing is read from there or written.`,
		Example: `  variorum
  variorum stories/
  variorum morning.txt evening.txt
  variorum stories/ --theme high-contrast
  variorum git:novel.md
  curl https://example.org/story.html | variorum - stories/`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if watch && len(args) == 0 {
				return hint(fault("--watch", "the sample corpus is in the program and cannot change"), "give it a PATH")
			}
			if err := mistyped(cmd, args); err != nil {
				return err
			}
			set, err := userSettings(config)
			if err != nil {
				return err
			}
			look, err := theme.theme(set, "auto")
			if err != nil {
				return err
			}
			c, err := s.reading(args, how.options())
			if err != nil {
				return err
			}
			in, done, err := s.keyboard(args)
			if err != nil {
				return err
			}
			defer done()
			out := terminalOf(s.out)
			if in == nil || out == nil {
				return hint(fault("standard input and output", "the reader needs a terminal"),
					"variorum snapshot and variorum compare do without")
			}
			c = configured(c, set)
			c.Theme = look
			if c.Colors = set.Colors; c.Colors == nil {
				c.Colors = readerColors()
			}
			c.Watch = watch
			c.Editor = cmp.Or(set.Editor, editor())
			c.Clipboard = clipboardCommand(runtime.GOOS, os.Getenv, func(program string) bool {
				_, err := exec.LookPath(program)
				return err == nil
			})
			file := state.Path(runtime.GOOS, os.Getenv)
			if noState || file == "" {
				_, err := tui.Run(context.Background(), c, in, out)
				return err
			}
			c.State = unsaid(state.Load(file), set)
			c.Folder, _ = os.Getwd() // without one, files that changed are new to the reader
			left, err := tui.Run(context.Background(), c, in, out)
			_ = state.Save(file, left) // a reader who cannot keep a place has read all the same
			return err
		},
	}
	cmd.Flags().BoolVar(&watch, "watch", false, "read the files that are compared again when they change")
	cmd.Flags().BoolVar(&noState, "no-state", false, "neither use nor keep what is remembered of earlier runs")
	offerTheme(cmd, &theme, "show the reader in")
	offerConfig(cmd, &config)
	how = offerManner(cmd)
	s.offerIndex(cmd)
	return cmd
}

// mistyped says of a first word that is neither a path nor a command, but nearly one,
// which command may have been meant.
func mistyped(cmd *cobra.Command, args []string) error {
	if len(args) == 0 || strings.ContainsAny(args[0], `/\.:`) {
		return nil
	}
	if _, err := os.Lstat(args[0]); !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	names := commandNames(cmd)
	if len(nearest(args[0], names)) == 0 {
		return nil
	}
	return suggest(fault(args[0], "no such file or folder, and no such command either"), args[0], names, "variorum ", "")
}

// unsaid returns what is remembered of how comparisons are shown without what
// the configuration says.
func unsaid(s tui.State, set *settings.Settings) tui.State {
	if set.Says("layout") {
		s.Layout = ""
	}
	if set.Says("fold") {
		s.Fold = nil
	}
	if set.Says("ignore") {
		s.Ignore = nil
	}
	return s
}

// editor returns the command line of the user's editor.
func editor() string {
	fallback := "vi"
	if runtime.GOOS == "windows" {
		fallback = "notepad"
	}
	return cmp.Or(os.Getenv("VISUAL"), os.Getenv("EDITOR"), fallback)
}
