package main

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"variorum/corpus"
	"variorum/corpus/rules"
	"variorum/tui"
	"variorum/tui/view"
)

// storyCommand is where a person has the last word about stories.
func (s *session) storyCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "story",
		Short: "Say which versions are one story",
		Long: `Says which versions are one story, where the program is wrong or cannot know. It
is written into the file variorum.toml in the folder of the corpus, which can be
edited as well:

  # never in one story; stands before the first [[story]]
  apart = [["north.txt", "south.txt"]]

  # exactly these versions, in this order
  [[story]]
  title = "The ferry that did not sail"
  versions = ["morning.txt", "later/evening.txt"]

  # not furniture of a page, by how it begins; before the first [[story]], too
  not-furniture = ["See also: the ferry"]

A mistake in the file is trouble for every command that reads the folder. A
version is named by its path below the folder, or by its id as list prints it.
A text can also name its story itself, by a line "story: NAME" in its front
matter.

join and split print which lines they wrote into the file or took out of it, and
how that is undone.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return suggest(fault("story", "there is no command %q", args[0]), args[0], commandNames(cmd), "variorum story ", "variorum story --help lists them")
			}
			return cmd.Help()
		},
	}
	cmd.AddCommand(s.joinCommand(), s.splitCommand())
	return cmd
}

func (s *session) joinCommand() *cobra.Command {
	var folder, title string
	var how *manner
	cmd := &cobra.Command{
		Use:   "join A B...",
		Short: "Make one story of the stories that versions are in",
		Long: `Makes one story of the stories that some versions are in: all versions of these
are named in variorum.toml, the earliest first, and no two of them are to be apart
there any longer. A and B are ids as list prints them, the beginnings of ids, or
paths.`,
		Example: `  variorum story join --corpus stories/ morning-48e1 evening-05bb`,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) < 2 {
				return hint(fault("story join", "two versions are needed; %d given", len(args)), "variorum list prints the ids")
			}
			found, err := s.versions(folder, how.options(), args, true)
			if err != nil {
				return err
			}
			change, err := rules.Join(folder, title, found)
			if err != nil {
				return err
			}
			return s.tell(change)
		},
	}
	cmd.Flags().StringVar(&folder, "corpus", ".", "look for the corpus in `FOLDER`")
	cmd.Flags().StringVar(&title, "title", "", "call the story `TITLE`, if it has none in the file")
	how = offerManner(cmd)
	s.offerIndex(cmd)
	return cmd
}

func (s *session) splitCommand() *cobra.Command {
	var folder string
	var how *manner
	cmd := &cobra.Command{
		Use:     "split A...",
		Short:   "Make a story of its own of a version",
		Long:    `Takes versions out of the stories that they are in. Each is then a story of its own.`,
		Example: `  variorum story split --corpus stories/ evening-05bb`,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) < 1 {
				return hint(fault("story split", "a version is needed"), "variorum list prints the ids")
			}
			found, err := s.versions(folder, how.options(), args, false)
			if err != nil {
				return err
			}
			change, err := rules.Split(folder, found)
			if err != nil {
				return err
			}
			return s.tell(change)
		},
	}
	cmd.Flags().StringVar(&folder, "corpus", ".", "look for the corpus in `FOLDER`")
	how = offerManner(cmd)
	s.offerIndex(cmd)
	return cmd
}

// rules returns where a reader of some paths says which versions are one story:
// nowhere but in the folder of a corpus.
func (s *session) rules(paths []string) tui.Rules {
	if len(paths) != 1 || !isFolder(paths[0]) {
		return tui.Rules{}
	}
	folder := paths[0]
	written := func(c *rules.Change, err error) (tui.Written, error) {
		if err != nil {
			return tui.Written{}, err
		}
		lines, _, _ := c.Lines()
		return tui.Written{Lines: lines, Undo: c.Undo}, nil
	}
	return tui.Rules{
		Path: filepath.Join(folder, rules.Name),
		Join: func(title string, docs []*corpus.Document) (tui.Written, error) {
			return written(rules.Join(folder, title, versionsOf(folder, docs)))
		},
		Split: func(docs []*corpus.Document) (tui.Written, error) {
			return written(rules.Split(folder, versionsOf(folder, docs)))
		},
	}
}

// tell says what was written into which file, and how that is undone.
func (s *session) tell(c *rules.Change) error {
	lines, came, went := c.Lines()
	path := view.Harmless(c.Path)
	undo := "take the lines marked + out of it"
	switch {
	case !came && !went:
		_, err := fmt.Fprintf(s.out, "%s says so already\n", path)
		return err
	case c.New:
		undo = "remove the file"
	case came && went:
		undo += ", and put those marked - back"
	case went:
		undo = "put the lines marked - back into it"
	}
	var out strings.Builder
	fmt.Fprintf(&out, "written into %s\n", path)
	for _, line := range lines {
		fmt.Fprintf(&out, "  %s\n", view.Harmless(line))
	}
	fmt.Fprintf(&out, "to undo it, %s\n", undo)
	_, err := io.WriteString(s.out, out.String())
	return err
}

// versions returns the versions that arguments mean, with all others of their
// stories if that is asked for, the earliest first.
func (s *session) versions(folder string, how corpus.Options, args []string, whole bool) ([]rules.Version, error) {
	if !isFolder(folder) {
		return nil, fault(folder, "is no folder; %s lies in the folder of a corpus", rules.Name)
	}
	c, err := s.load([]string{folder}, how)
	if err != nil {
		return nil, err
	}
	var docs []*corpus.Document
	for _, arg := range args {
		d, story, err := meant(c, folder, arg)
		if err != nil {
			return nil, err
		}
		for _, v := range story.Versions {
			if (whole || v.Document == d) && !slices.Contains(docs, v.Document) {
				docs = append(docs, v.Document)
			}
		}
	}
	return versionsOf(folder, docs), nil
}

// versionsOf returns documents as the rules of a folder name them, the earliest
// first.
func versionsOf(folder string, docs []*corpus.Document) (out []rules.Version) {
	slices.SortStableFunc(docs, corpus.Earlier)
	for _, d := range docs {
		v := rules.Version{ID: d.ID}
		if rel, ok := below(folder, d.Path); ok {
			v.Path = filepath.ToSlash(rel)
		}
		out = append(out, v)
	}
	return out
}
