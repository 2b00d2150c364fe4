package tui

import (
	"context"
	"errors"
	"fmt"

	"github.com/charmbracelet/x/ansi"

	"variorum/corpus"
	"variorum/diff"
	"variorum/tui/view"
)

// Source brings the corpus. It may take long: it reports how far it has come,
// may show early what there is already, and gives up when ctx is done.
type Source func(ctx context.Context, o corpus.Options) (*corpus.Corpus, error)

// Config is what a reader starts with. One of Source, Corpus and Pair says
// what there is to read; everything else may be left out.
type Config struct {
	Source Source
	Corpus *corpus.Corpus
	Pair   [2]*corpus.Document // their comparison is opened at once

	// Files says that the documents are files on disk, which can be opened in
	// an editor and read again; Watch, that they are read again whenever they
	// change while they are compared.
	Files, Watch bool
	// How is by which options they are read again: those by which they were read.
	How corpus.Options
	// Rules are where a person says which versions are one story.
	Rules Rules
	// Editor is the command line of the editor that opens a file.
	Editor string
	// Clipboard is the command line that puts its input on the clipboard of
	// the machine; empty where only the terminal can do that.
	Clipboard []string

	// Keys are the keys of some actions, by the action's name, in place of
	// those that it has.
	Keys map[string][]string
	// Layout and Fold are how comparisons are shown at the start.
	Layout view.Layout
	Fold   bool
	// LeaveMouse leaves the mouse to the terminal at the start.
	LeaveMouse bool

	// State is what earlier readers remembered. It counts for more than Layout,
	// Fold and Ignore.
	State State
	// Folder is what the paths of documents begin at that are not absolute, by
	// which State knows the files of one run from those of another; empty where
	// files are not to be known again after they changed.
	Folder string

	// Theme is how the reader looks on a terminal; the zero theme means the one
	// that is called auto.
	Theme view.Theme
	// Colors is how many colours are written; nil leaves it to the terminal.
	Colors *view.Colors
	// Method is how wide a grapheme cluster is taken to be. On a terminal it
	// is the method to begin with, until the terminal says that it measures
	// by clusters.
	Method ansi.Method
	// Ignore are the differences folded away at the start; nil means
	// diff.HumanTiers.
	Ignore *diff.Tiers
}

// source returns how to get the corpus, whichever way it was given.
func (c *Config) source() (Source, error) {
	given := c.Corpus
	if c.Pair[0] != nil && c.Pair[1] != nil {
		given = pairCorpus(c.Pair)
	}
	switch {
	case given != nil:
		return func(context.Context, corpus.Options) (*corpus.Corpus, error) { return given, nil }, nil
	case c.Source != nil:
		return c.Source, nil
	}
	return nil, errors.New("nothing to read was given")
}

// pairCorpus makes a story of two documents, so that their comparison has the
// same surroundings as any other.
func pairCorpus(pair [2]*corpus.Document) *corpus.Corpus {
	title := pair[0].Title
	if title == "" {
		title = pair[1].Title
	}
	return &corpus.Corpus{Stories: []corpus.Story{{
		// The same story, whichever of the two comes first.
		ID: min(pair[0].ID, pair[1].ID) + " " + max(pair[0].ID, pair[1].ID), Title: title,
		Versions: []corpus.Version{
			{Document: pair[0], Match: corpus.First},
			{Document: pair[1], Match: corpus.Assigned},
		},
	}}}
}

func (c *Config) tiers() diff.Tiers {
	if c.Ignore != nil {
		return *c.Ignore
	}
	return diff.HumanTiers
}

// emptiness says why a corpus without a text has none.
func emptiness(c *corpus.Corpus) error {
	switch {
	case len(c.Stories) > 0:
		return nil
	case len(c.Problems) == 0 && len(c.Passed) > 0:
		return fmt.Errorf("there is no text to read; %s", c.Passed)
	case len(c.Problems) == 0:
		return errors.New("there is no text to read")
	case len(c.Problems) == 1:
		return fmt.Errorf("%s: %w", c.Problems[0].Path, c.Problems[0].Err)
	}
	return fmt.Errorf("%s: %w (and %d more files that could not be read)", c.Problems[0].Path, c.Problems[0].Err, len(c.Problems)-1)
}
