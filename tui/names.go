package tui

import (
	"fmt"
	"path"
	"strings"
	"unicode/utf8"

	"variorum/corpus"
	"variorum/diff"
	"variorum/text"
	"variorum/tui/view"
)

// This file puts stories and documents into the words that screens show.

// storyRow describes a story, and says where else than in its title it has what
// the filter looks for; found is how its text has that.
func storyRow(s *corpus.Story, filter text.Filter, found string) view.StoryRow {
	row := view.StoryRow{Title: s.Title, Versions: len(s.Versions), Change: glanceOf(s)}
	for i := range s.Versions {
		if d := dayOf(s.Versions[i].Published); d != "" && (row.Date == "" || d < row.Date) {
			row.Date = d
		}
	}
	if row.Title == "" && len(s.Versions) > 0 {
		row.Title = nameOf(s.Versions[0].Document)
	}
	if filter.Passes(row.Title) {
		return row
	}
	if found != "" {
		row.Found = found
		return row
	}
	for _, name := range namesOf(s)[1:] {
		if name != row.Title && filter.Finds(name) {
			row.Found = name
			break
		}
	}
	return row
}

// versionRow describes a version. Of the first, which others were matched with, there is
// nothing to be said.
func versionRow(v *corpus.Version) view.VersionRow {
	row := view.VersionRow{
		Title: nameOf(v.Document), Outlet: originOf(v.Document), Date: dateOf(v.Published), Language: v.Language,
		Path: v.Path, Words: v.Words(),
	}
	if v.Match != corpus.First {
		row.Match = v.Match.String()
	}
	return row
}

// whyLine says what a version shares with the one that it is closest to, which
// it calls by its number in the story.
func whyLine(story *corpus.Story, w *corpus.Why) string {
	for i := range story.Versions {
		if story.Versions[i].Document == w.Closest {
			what := diff.Percent(w.Shared)
			if w.Shared < 0.005 {
				what = "words"
			}
			return fmt.Sprintf("shares %s with %d · %s", what, i+1, strings.Join(w.Words, ", "))
		}
	}
	return ""
}

func headOf(d *corpus.Document) view.Head {
	return view.Head{Title: nameOf(d), Outlet: originOf(d), Date: dateOf(d.Published), Path: d.Path, Note: d.Note}
}

// witnessName is what a version is told by beside its siglum: who printed it and
// when, or else its file.
func witnessName(d *corpus.Document) string {
	name := d.Outlet
	if name == "" {
		name = path.Base(strings.ReplaceAll(d.Path, `\`, "/"))
	}
	if date := dateOf(d.Published); date != "" {
		name += " · " + date
	}
	return name
}

// originOf returns where a version comes from: who printed it, or what was done
// in the revision that it is.
func originOf(d *corpus.Document) string {
	if d.Revision != "" {
		return d.Subject
	}
	return d.Outlet
}

// nameOf returns the title of a document, or the name of its file.
func nameOf(d *corpus.Document) string {
	if d.Title != "" {
		return d.Title
	}
	return path.Base(strings.ReplaceAll(d.Path, `\`, "/"))
}

func dateOf(m corpus.Moment) string { return strings.Replace(string(m), "T", " ", 1) }

func dayOf(m corpus.Moment) string {
	day, _, _ := strings.Cut(string(m), "T")
	return day
}

// namesOf are the texts that a filter looks at.
func namesOf(s *corpus.Story) []string {
	out := []string{s.Title}
	for i := range s.Versions {
		v := &s.Versions[i]
		out = append(out, v.Title, v.Outlet, v.Path, dateOf(v.Published), strings.Join(v.Byline, " "))
	}
	return out
}

// Bounds on what is shown of a text as its opening.
const (
	maxOpening = 4    // paragraphs, or stanzas
	maxVerses  = 40   // lines of these
	maxExcerpt = 2000 // bytes of each
)

// opening returns the first paragraphs of a document.
func opening(d *corpus.Document) []text.Block {
	var out []text.Block
	paragraphs := 0
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind != text.Paragraph {
			continue
		}
		if !b.Tight {
			paragraphs++
		}
		if paragraphs > maxOpening || len(out) == maxVerses {
			break
		}
		out = append(out, text.Block{Text: excerpt(b.Text), Tight: b.Tight})
	}
	return out
}

func excerpt(s string) string {
	if len(s) <= maxExcerpt {
		return s
	}
	end := maxExcerpt
	for end > 0 && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end] + "…"
}

func problemLines(ps []corpus.Problem) []string {
	var out []string
	for _, p := range ps {
		out = append(out, fmt.Sprintf("%s: %v", p.Path, p.Err))
	}
	return out
}

func loadingLines(p loading) []string {
	if p.Total == 0 {
		return []string{fmt.Sprintf("%d files read", p.Files)}
	}
	lines := []string{fmt.Sprintf("%d of %d files read", p.Files, p.Total)}
	if s := leftOf(p); s != "" {
		lines = append(lines, s)
	}
	return lines
}

// loadingNote says in one line what is still on its way.
func loadingNote(p *loading) string {
	switch {
	case p.Total == 0:
		return "looking for files …"
	case p.Files == p.Total:
		return "finding the stories …"
	}
	note := fmt.Sprintf("reading %s of %s files", thousands(p.Files), thousands(p.Total))
	if s := leftOf(*p); s != "" {
		note += ", " + s
	}
	return note
}

func leftOf(p loading) string {
	switch seconds := int(p.left.Seconds()); {
	case p.left == 0:
		return ""
	case seconds < 90:
		return fmt.Sprintf("about %d s left", seconds+1)
	default:
		return fmt.Sprintf("about %d min left", (seconds+59)/60)
	}
}

// thousands writes a number as people read it: 100,000.
func thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
