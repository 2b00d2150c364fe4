package main

import (
	"bufio"
	"cmp"
	"context"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"variorum/corpus"
	"variorum/diff/export"
	"variorum/text"
	"variorum/tui/view"
)

func (s *session) listCommand() *cobra.Command {
	format := choice{"text", []string{"text", "json"}}
	var how *manner
	more, strict := extras{}, false
	cmd := &cobra.Command{
		Use:   "list [PATH...]",
		Short: "List the stories and their versions",
		Long: `Lists the stories of a corpus and the versions of each, with the ids that
compare --corpus takes. Without a PATH it lists the sample corpus. A PATH is a
folder, a file, an archive, or - for standard input; texts, Markdown, pages,
papers (.docx, .odt, .rtf), books (.epub), mails and records in JSON are read.
Files are named as they lie below the folder, and titles where they differ from that
of the story.

A file that could not be read is listed at the end with what is wrong; the
others are not affected. With --strict it is trouble, and the exit status 2,
after everything has been listed. Of a folder those files are read whose names end
as the names of such files do, and files without an ending that hold text; how many
others there are is said in one line.

With --furniture it is listed what of each text was taken for furniture of its
page, and so passed over. What is none can be named in variorum.toml:

  not-furniture = ["See also: the ferry"]`,
		Example: `  variorum list stories/
  variorum list stories/ --format json`,
		RunE: func(_ *cobra.Command, args []string) error {
			c, err := s.load(args, how.options())
			if err != nil {
				return err
			}
			if format.value == "json" && more.furniture {
				return hint(fault("--furniture", "goes with --format text"), "compare --format json tells the kind of every sentence")
			}
			if format.value == "json" {
				err = export.List(s.out, c, more.why)
			} else {
				err = list(s.out, c, args, more)
			}
			if n := len(c.Problems); err == nil && strict && n > 0 {
				return fault("list", "%s", count(n, "problem"))
			}
			return err
		},
	}
	how = offerManner(cmd)
	offer(cmd, &format, "format", "print in `FORMAT`: text, json")
	s.offerIndex(cmd)
	cmd.Flags().BoolVar(&strict, "strict", false, "exit status 2 where there are problems, such as a file that could not be read")
	cmd.Flags().BoolVar(&more.why, "why", false, "say what each version shares with the one that it is closest to")
	cmd.Flags().BoolVar(&more.furniture, "furniture", false, "say what of the texts was taken for furniture of a page")
	return cmd
}

// extras are what a list says only if it is asked for.
type extras struct{ why, furniture bool }

// list writes the corpus of some paths as people read it: under the title of each story
// a table of its versions, and at the end the files that could not be read, and how
// many were passed over.
func list(w io.Writer, c *corpus.Corpus, paths []string, more extras) error {
	out := bufio.NewWriter(w)
	write := func(story *corpus.Story, whys []corpus.Why) {
		if story != &c.Stories[0] {
			fmt.Fprintln(out)
		}
		listStory(out, story, paths, whys)
	}
	if more.why {
		if err := c.Explain(context.Background(), write); err != nil {
			return err
		}
	} else {
		for i := range c.Stories {
			write(&c.Stories[i], nil)
		}
	}
	if more.furniture {
		if err := listFurniture(out, c); err != nil {
			return err
		}
	}
	if len(c.Problems) > 0 {
		if len(c.Stories) > 0 {
			fmt.Fprintln(out)
		}
		fmt.Fprintf(out, "%s\n", count(len(c.Problems), "problem"))
	}
	for _, p := range c.Problems {
		fmt.Fprintf(out, "  %s: %s\n", view.Harmless(p.Path), view.Harmless(p.Err.Error()))
	}
	if passed := c.Passed.String(); passed != "" {
		if len(c.Stories)+len(c.Problems) > 0 {
			fmt.Fprintln(out)
		}
		fmt.Fprintln(out, view.Harmless(passed))
	}
	return out.Flush()
}

// listStory writes a story, and why its versions are there where that is told. What is
// the same for all of them, their title as a rule, is not said again of each.
func listStory(out io.Writer, story *corpus.Story, paths []string, whys []corpus.Why) {
	fmt.Fprintf(out, "%s (%s)\n", shown(story.Title, "untitled"), count(len(story.Versions), "version"))
	rows := [][]string{{"ID", "OUTLET", "PUBLISHED", "WORDS", "MATCH", "", "FILE", ""}}
	for _, v := range story.Versions {
		match, share := "-", ""
		if v.Match != corpus.First {
			match = v.Match.String()
		}
		if v.Match != corpus.First && len(story.Versions) > 1 {
			share = hundredths(v.Similarity)
		}
		title := cmp.Or(v.Subject, v.Title)
		if title == story.Title {
			title = ""
		}
		if title != "" {
			rows[0][7] = "TITLE"
		}
		rows = append(rows, []string{v.ID, shown(v.Outlet, "-"), shown(string(v.Published), "-"), strconv.Itoa(v.Words()),
			match, share, view.Harmless(fileOf(v.Path, paths)), shown(title, "")})
	}
	table(out, rows, 3)
	for _, v := range story.Versions {
		if v.Note != "" {
			fmt.Fprintf(out, "  %s is %s\n", v.ID, v.Note)
		}
	}
	if whys == nil || len(story.Versions) < 2 {
		return
	}
	fmt.Fprintln(out)
	for i, v := range story.Versions {
		if why := whys[i].String(); why != "" {
			fmt.Fprintf(out, "  %s: %s\n", v.ID, view.Harmless(why))
		}
	}
}

// fileOf returns a path as it is below the one folder that a corpus was read from.
func fileOf(path string, paths []string) string {
	if len(paths) == 1 && isFolder(paths[0]) {
		if rel, ok := below(paths[0], path); ok {
			return rel
		}
	}
	return path
}

// hundredths writes a share of 1. It says 0 and 1 only where the other format, which
// has four places, says so, for one word of a long text is less than a hundredth.
func hundredths(share float64) string {
	n, fine := math.Round(share*100), math.Round(share*1e4)
	switch {
	case n == 0 && fine > 0:
		n = 1
	case n == 100 && fine < 1e4:
		n = 99
	}
	return strconv.FormatFloat(n/100, 'f', 2, 64)
}

// listFurniture writes what was taken for furniture, what stands in most texts
// first.
func listFurniture(w io.Writer, c *corpus.Corpus) error {
	in := map[string]int{}
	err := c.Wholes(context.Background(), func(d *corpus.Document) {
		seen := map[string]bool{}
		for _, b := range d.Blocks {
			if b.Kind == text.Furniture && !seen[b.Text] {
				seen[b.Text] = true
				in[b.Text]++
			}
		}
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "\n%s for furniture\n", counted(len(in), "passage was taken", "passages were taken"))
	for _, passage := range slices.SortedFunc(maps.Keys(in), func(a, b string) int { return cmp.Or(in[b]-in[a], strings.Compare(a, b)) }) {
		fmt.Fprintf(w, "  %s: %s\n", count(in[passage], "text"), view.Harmless(passage))
	}
	return nil
}

// shown makes what a file says of itself harmless; instead stands for nothing.
func shown(s, instead string) string {
	if s == "" {
		return instead
	}
	return view.Harmless(s)
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}

// table writes rows in columns, the one named flush right and the last one as
// wide as it is.
func table(w io.Writer, rows [][]string, right int) {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], view.Width(cell, ansi.GraphemeWidth))
		}
	}
	for _, row := range rows {
		line := ""
		for i, cell := range row {
			pad := strings.Repeat(" ", widths[i]-view.Width(cell, ansi.GraphemeWidth))
			if i == right {
				line += "  " + pad + cell
			} else {
				line += "  " + cell + pad
			}
		}
		fmt.Fprintln(w, strings.TrimRight(line, " "))
	}
}
