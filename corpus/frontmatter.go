package corpus

import (
	"strings"

	"variorum/text"
)

var frontLine = pattern(`^(?:([A-Za-z][\w -]{0,30}):(?:\s+(.*))?|\s+\S.*|- .*|#.*)$`)

// frontMatter returns the lines between two fences at the very start of a
// source that say what it is, and where they end. A fence that opens a text
// with a rule is told by what follows it: front matter has no blank line, and
// every line is a key, or belongs to one.
func frontMatter(source string) (lines []text.Span, end int) {
	at := 0
	for l := range strings.Lines(source) {
		start := at
		at += len(l)
		l = strings.TrimRight(l, " \t\r\n")
		switch {
		case start == 0:
			if l != "---" {
				return nil, 0
			}
		case l == "---" || l == "...":
			if len(lines) == 0 {
				return nil, 0
			}
			return lines, at
		case len(lines) == 0 && strings.HasPrefix(l, " ") || len(lines) > 100 || !frontLine.MatchString(l):
			return nil, 0
		default:
			lead := len(l) - len(strings.TrimLeft(l, " \t"))
			lines = append(lines, text.Span{Start: start + lead, End: start + len(l)})
		}
	}
	return nil, 0
}

// frontEnd returns where the front matter ends that a plain text begins with, 0
// where it has none. It must be beyond doubt: keys with values and nothing
// else, one of which says what front matter is there for.
func frontEnd(source string) int {
	lines, end := frontMatter(source)
	known := false
	for _, s := range lines {
		key, value, ok := strings.Cut(source[s.Start:s.End], ":")
		if !ok || value == "" || value[0] != ' ' || strings.Contains(key, " ") {
			return 0
		}
		known = known || frontKeys[strings.ToLower(key)]
	}
	if !known {
		return 0
	}
	return end
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

// frontFacts reads facts from front matter where the text has not said them.
func (d *Document) frontFacts(ds []draft) {
	for i := range ds {
		if !ds[i].front {
			continue
		}
		m := frontLine.FindStringSubmatch(ds[i].Text)
		if m == nil {
			continue
		}
		value := strings.Trim(strings.TrimSpace(m[2]), `"'`)
		if len(value) > maxTitle {
			continue
		}
		switch strings.ToLower(m[1]) {
		case "title", "headline":
			d.Title = first(d.Title, value)
		case "outlet", "publication", "publisher", "site":
			d.Outlet = first(d.Outlet, value)
		case "lang", "language", "locale":
			d.Language = first(d.Language, languageTag(value))
		case "story":
			d.Story = first(d.Story, value)
		case "date", "published":
			d.Published = first(d.Published, momentIn(value))
		case "author", "authors", "byline":
			if by, ok := parseByline("By " + strings.Trim(value, "[]")); ok && len(d.Byline) == 0 {
				d.Byline = by.names
			}
		}
	}
}

func first[T ~string](a, b T) T {
	if a != "" {
		return a
	}
	return b
}
