package main

import (
	"cmp"
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"variorum/corpus"
	"variorum/diff"
	"variorum/diff/export"
	"variorum/tui/view"
)

// comparing is what compare was asked for.
type comparing struct {
	format  choice
	how     *manner
	ignore  choices
	failOn  choices
	width   number
	context number
	corpus  string
	theme   choice
}

func (s *session) compareCommand() *cobra.Command {
	o := comparing{
		format:  choice{"text", []string{"text", "inline", "wdiff", "json", "markdown", "html"}},
		ignore:  choices{among: append(diff.TierNames(), "none")},
		failOn:  choices{among: kindsAndTags()},
		width:   number{value: 0, least: 40, most: 2000},
		context: number{value: -1, least: 0, most: 1 << 20},
		theme:   choice{"dark", view.ThemeNames()},
	}
	cmd := &cobra.Command{
		Use:   "compare A B",
		Short: "Compare two texts on standard output",
		Long: `Compares two texts. A and B are files, and one of them may be -, standard
input; with --corpus they are versions of a corpus: ids as list prints them, the
beginnings of ids, or paths.

The exit status is 0 where there are no differences, 1 where there are some, and
2 for trouble. What is ignored does not count. With --fail-on the
status is 1 only for differences of the kinds and tags named; an addition is an
omission of A, a sentence that only B has. Of two independent tellings, whose
words are not set against each other, it finds the whole sentences that one
lacks and hardly anything else, which is said on standard error.

Unless --ignore says otherwise, the formats for people (text, inline, markdown,
html) ignore typography, markup, encoding and furniture; wdiff and json ignore
nothing.

Formats:
  text      side by side, as the reader shows it
  inline    one text with the words of A and B at their places
  wdiff     one text with [-words of A only-] and {+words of B only+}
  json      everything, for programs
  markdown  a list of the changes, for a note
  html      a page of both texts side by side, for a browser`,
		Example: `  variorum compare morning.txt evening.txt
  variorum compare morning.txt evening.txt --format wdiff --as text
  variorum compare --corpus stories/ talks-1 talks-2 --format json
  variorum compare draft.md final.md --fail-on number,quotation`,
		RunE: func(cmd *cobra.Command, args []string) error { return s.compare(cmd, args, o) },
	}
	offer(cmd, &o.format, "format", "print in `FORMAT`: text, inline, wdiff, json, markdown, html")
	cmd.Flags().Var(&o.width, "width", "set text and inline in `N` columns (default the terminal's, else 120)")
	offerAny(cmd, &o.ignore, "ignore", "ignore differences of `TIER,...`: typography, case, punctuation, markup,\nencoding, furniture, none")
	o.how = offerManner(cmd)
	cmd.Flags().Var(&o.context, "context", "in text and inline, leave out unchanged text but for `N` sentences around each\ndifference; two tellings have next to none")
	offerAny(cmd, &o.failOn, "fail-on", "let only differences of `KIND,...`, or with such a tag, make the status 1")
	cmd.Flags().StringVar(&o.corpus, "corpus", "", "take A and B for versions of the corpus at `PATH`")
	s.offerIndex(cmd)
	offer(cmd, &o.theme, "theme", "take the colours of `THEME` on a terminal: "+strings.Join(view.ThemeNames(), ", "))
	return cmd
}

// kindsAndTags are the names that --fail-on takes.
func kindsAndTags() []string {
	var names []string
	for _, k := range diff.Kinds() {
		names = append(names, k.String())
		if k == diff.Omission {
			names = append(names, diff.Addition)
		}
	}
	return append(names, diff.Tags(0xff).Names()...)
}

func (s *session) compare(cmd *cobra.Command, args []string, o comparing) error {
	if len(args) != 2 {
		return hint(fault("compare", "two texts are needed, A and B; %d given", len(args)), "compare --help shows how")
	}
	if o.context.value >= 0 && o.format.value != "text" && o.format.value != "inline" {
		holds := "both texts whole"
		if o.format.value == "markdown" {
			holds = "the changes alone"
		}
		return hint(fault("--context", "goes with --format text and inline"), "%s holds %s", o.format.value, holds)
	}
	docs, err := s.documents(args, o)
	if err != nil {
		return err
	}
	c, err := diff.Compare(context.Background(), docs[diff.A].Blocks, docs[diff.B].Blocks, diff.Options{
		Languages: [2]string{docs[diff.A].Language, docs[diff.B].Language},
	})
	if err != nil {
		return err
	}
	ignore, err := o.tiers()
	if err != nil {
		return err
	}
	seen := c.Without(ignore)
	if o.fails(seen) {
		s.status = 1
	}
	if blind := o.blind(c.Summary.Verdict); blind != nil {
		report(s.err, blind)
	}
	switch o.format.value {
	case "json":
		return export.JSON(s.out, seen, docs)
	case "html":
		return export.HTML(s.out, seen, docs)
	case "markdown":
		return export.Markdown(s.out, seen, docs)
	case "wdiff":
		if isTerminal(s.out) {
			return harmlessly(s.out, func(w io.Writer) error { return export.WDiff(w, c, ignore) })
		}
		return export.WDiff(s.out, c, ignore)
	}
	return s.show(seen, docs, o)
}

// documents returns the two texts that the arguments name.
func (s *session) documents(args []string, o comparing) (docs [2]*corpus.Document, err error) {
	how := o.how.options()
	if o.corpus != "" {
		c, err := s.load([]string{o.corpus}, how)
		if err != nil {
			return docs, err
		}
		for i, arg := range args {
			if docs[i], _, err = meant(c, o.corpus, arg); err != nil {
				return docs, err
			}
		}
		whole, wrong := corpus.Wholes(context.Background(), docs[:])
		if err := cmp.Or(wrong...); err != nil {
			return docs, err
		}
		return [2]*corpus.Document(whole), nil
	}
	if args[0] == "-" && args[1] == "-" {
		return docs, fault("-", "only one of the two texts can be standard input")
	}
	docs, err = s.readPair([2]string(args), how)
	if errors.Is(err, corpus.ErrSeveral) {
		err = hint(err, "variorum list prints their ids, and compare --corpus takes them")
	}
	return docs, err
}

// tiers are the differences to fold away: those that are named, or else those
// that the format folds away by itself.
func (o *comparing) tiers() (diff.Tiers, error) {
	if o.ignore.given {
		return diff.ParseTiers(o.ignore.values)
	}
	if o.format.value == "json" || o.format.value == "wdiff" {
		return 0, nil
	}
	return diff.HumanTiers, nil
}

// fails reports whether the exit status is to be 1. Two tellings of one thing
// differ although their words are not set against each other.
func (o *comparing) fails(c *diff.Comparison) bool {
	if len(o.failOn.values) == 0 {
		return len(c.Differences) > 0 ||
			slices.ContainsFunc(c.Pairs, func(p diff.Pair) bool { return p.Relation == diff.Paraphrase })
	}
	named := func(name string) bool { return slices.Contains(o.failOn.values, name) }
	return slices.ContainsFunc(c.Differences, func(d diff.Difference) bool {
		return named(d.Kind.String()) || named(d.Name()) || slices.ContainsFunc(d.Tags.Names(), named)
	})
}

// blind says what --fail-on cannot find in texts that are not copies of one: their
// words are not set against each other. Whole sentences that one of them lacks are
// found all the same.
func (o *comparing) blind(v diff.Verdict) error {
	what := "two tellings"
	switch v {
	case diff.Unrelated:
		what = "two texts with nothing in common"
	case diff.Related:
	default:
		return nil
	}
	var hidden []string
	for _, name := range o.failOn.values {
		if name != diff.Omission.String() {
			hidden = append(hidden, name)
		}
	}
	if len(hidden) == 0 {
		return nil
	}
	return fault("--fail-on", "A and B are %s, not copies of one text; their words are not set against each other, and differences of these kinds are not found, or few of them: %s",
		what, strings.Join(hidden, ", "))
}

// show prints a comparison as the reader shows it.
func (s *session) show(c *diff.Comparison, docs [2]*corpus.Document, o comparing) error {
	options := view.Options{Width: o.width.value, Method: ansi.GraphemeWidth}
	if options.Width == 0 {
		options.Width = outputWidth(s.out)
	}
	if o.format.value == "inline" {
		options.Layout = view.Inline
	}
	if o.context.value >= 0 {
		options.Fold, options.Context = true, o.context.value
	}
	var heads [2]view.Head
	for i, d := range docs {
		heads[i] = view.Head{Title: d.Title, Outlet: d.Outlet, Date: string(d.Published), Path: d.Path, Note: d.Note}
	}
	theme, err := outputTheme(s.out, o.theme.value)
	if err != nil {
		return err
	}
	options.Marks = theme == nil
	return view.Print(s.out, view.NewPage(c, heads, options), theme)
}

// outputWidth is how many columns printed text takes: those of the terminal
// that it goes to, or 120.
func outputWidth(out io.Writer) int {
	if f, ok := out.(term.File); ok {
		if w, _, err := term.GetSize(f.Fd()); err == nil && w > 0 {
			return w
		}
	}
	return 120
}
