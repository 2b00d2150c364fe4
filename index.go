package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"variorum/corpus"
	"variorum/corpus/index"
	"variorum/tui/view"
)

// offerIndex adds the flag of the commands that load a corpus.
func (s *session) offerIndex(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&s.noIndex, "no-index", false, "read every file, and remember nothing of a large corpus")
}

// store returns what remembers the corpus of some paths, nil if nothing is to.
func (s *session) store(paths []string) corpus.Store {
	folder, err := indexFolder()
	if s.noIndex || err != nil {
		return nil
	}
	s.index = index.At(folder, paths, build())
	return s.index
}

// close puts away what was in use.
func (s *session) close() {
	if s.index != nil {
		s.index.Close()
	}
}

// indexFolder is where indexes are kept.
func indexFolder() (string, error) {
	caches, err := os.UserCacheDir()
	return filepath.Join(caches, "variorum"), err
}

// build names this build of the program: another one may see other things in
// the same file.
func build() string {
	name := version()
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Sum != "" {
		return name // of a module that was fetched
	}
	if file, err := os.Executable(); err == nil {
		if info, err := os.Stat(file); err == nil {
			name = fmt.Sprintf("%s, %d bytes, %d", name, info.Size(), info.ModTime().UnixNano())
		}
	}
	return name
}

func (s *session) indexCommand() *cobra.Command {
	var status, clear bool
	cmd := &cobra.Command{
		Use:   "index",
		Short: "Tell of what is remembered of large corpora",
		Long: `Of a corpus of some hundreds of files Variorum remembers what they say, in the
folder of the user's caches, so that the next time it is there at once, only
files that changed are read and compared, and stories keep their ids.

What is remembered holds words of the texts. --clear removes all of it; it is
made anew when it is needed.`,
		Example: `  variorum index --status
  variorum index --clear`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			folder, err := indexFolder()
			if err != nil {
				return fault("index", "%w", err)
			}
			if clear {
				n, err := index.Clear(folder)
				if err != nil {
					return fault(folder, "%w", plain(err))
				}
				fmt.Fprintf(s.out, "%s removed\n", counted(n, "index", "indexes"))
				return nil
			}
			return s.indexStatus(folder)
		},
	}
	cmd.Flags().BoolVar(&status, "status", false, "list the indexes, with their folders and sizes (without a flag, too)")
	cmd.Flags().BoolVar(&clear, "clear", false, "remove all indexes")
	cmd.MarkFlagsMutuallyExclusive("status", "clear")
	return cmd
}

func (s *session) indexStatus(folder string) error {
	infos, err := index.Status(folder)
	if err != nil {
		return fault(folder, "%w", plain(err))
	}
	fmt.Fprintf(s.out, "%s in %s\n", counted(len(infos), "index", "indexes"), view.Harmless(folder))
	for _, i := range infos {
		what := count(i.Texts, "file") + " of " + strings.Join(i.Paths, ", ")
		if i.Err != nil {
			what = "not of use: " + i.Err.Error()
		}
		fmt.Fprintf(s.out, "  %s  %6.1f MB  %s\n", filepath.Base(i.File), float64(i.Bytes)/1e6, view.Harmless(what))
	}
	return nil
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprint(n, " ", many)
}
