package corpus

import (
	"strings"

	"variorum/text"
)

var frontLine = pattern(`^(?:([A-Za-z][\w -]{0,30}):(?:\s+(.*))?|\s+\S.*|- .*|#.*)$`)

const (
	maxFront      = 64 << 10 // bytes
	maxFrontLines = 200
)

// frontMatter returns the lines between two fences at the very start of a
// source that say what it is, and where they end: YAML between "---", TOML
// between "+++". A fence that opens a text with a rule is told by what follows
// it. TOML is TOML; in YAML every line is a key, or belongs to one, and a blank
// line is there only where one of the keys says what front matter is there for.
func frontMatter(source string) (lines []text.Span, end int) {
	fence, at := "", 0
	blank := false
	for l := range strings.Lines(source[:min(len(source), maxFront)]) {
		start := at
		at += len(l)
		l = strings.TrimRight(l, " \t\r\n")
		lead := len(l) - len(strings.TrimLeft(l, " \t"))
		switch {
		case start == 0 && (l == "---" || l == "+++"):
			fence = l
			continue
		case start == 0, len(lines) > maxFrontLines:
			return nil, 0
		case l == fence || fence == "---" && l == "...":
			if len(lines) == 0 || fence == "+++" && tomlFields(source[:start]) == nil || blank && !tellsFacts(frontFields(source[:start])) {
				return nil, 0
			}
			return lines, at
		case l == "":
			blank = true
			continue
		case fence == "---" && (len(lines) == 0 && lead > 0 || !frontLine.MatchString(l)):
			return nil, 0
		}
		lines = append(lines, text.Span{Start: start + lead, End: start + len(l)})
	}
	return nil, 0
}

// frontEnd returns where the front matter ends that a plain text begins with, 0
// where it has none. It must be beyond doubt: one of its keys says what front
// matter is there for.
func frontEnd(source string) int {
	if _, end := frontMatter(source); end > 0 && tellsFacts(frontFields(source[:end])) {
		return end
	}
	return 0
}

// tellsFacts reports whether fields are such as front matter has, and none is
// more than a word, as those who speak in a play may be.
func tellsFacts(o object) bool {
	known := false
	for key := range o {
		if strings.Contains(key, " ") {
			return false
		}
		known = known || frontKeys[strings.ToLower(key)]
	}
	return known
}

var frontKeys = set("title headline lang language outlet publication publisher site date published author authors byline slug layout tags story")

// frontBlocks makes a block of furniture of each line of front matter.
func frontBlocks(source string, lines []text.Span) []draft {
	var out []draft
	for _, s := range lines {
		out = append(out, draft{front: true, Block: text.Block{
			Text: source[s.Start:s.End],
			Span: s,
			Runs: []text.Run{{Source: s.Start, Len: s.Len()}},
		}})
	}
	return out
}

// frontFacts reads facts from the front matter that a source begins with. What
// it says goes before what is read out of the text, but for the hour of its day.
func (d *Document) frontFacts() {
	_, end := frontMatter(d.Source)
	if end == 0 || len(d.Blocks) == 0 || d.Blocks[0].Span.Start >= end || d.Blocks[0].Kind != text.Furniture {
		return // the text was not read as having any
	}
	fields := newFields(frontFields(d.Source[:end]), Fields{})
	s := fields.said()
	if len(s.title) <= maxTitle {
		d.Title = first(s.title, d.Title)
	}
	d.told(s, nil)
	d.Story = fields.find("story", nil, func(v any) string {
		if s := wordOf(v); len(s) <= maxTitle {
			return s
		}
		return ""
	})
}

func first[T ~string](a, b T) T {
	if a != "" {
		return a
	}
	return b
}
