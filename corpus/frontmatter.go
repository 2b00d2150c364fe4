package corpus

import "strings"

var frontLine = pattern(`^(?:([A-Za-z][\w -]{0,30}):(?:\s+(.*))?|\s+\S.*|- .*|#.*)$`)

const (
	maxFront      = 64 << 10 // bytes
	maxFrontLines = 200
)

// frontMatter returns where the lines between two fences end that say, at the very
// start of a source, what it is, and 0 where there are none: YAML between "---",
// TOML between "+++". They are no part of the text. A fence that opens a text with a rule is told by what follows
// it. TOML is TOML; in YAML every line is a key, or belongs to one, and a blank
// line is there only where one of the keys says what front matter is there for.
func frontMatter(source string) (end int) {
	fence, at, lines := "", 0, 0
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
		case start == 0, lines > maxFrontLines:
			return 0
		case l == fence || fence == "---" && l == "...":
			if lines == 0 || fence == "+++" && tomlFields(source[:start]) == nil || blank && !tellsFacts(frontFields(source[:start])) {
				return 0
			}
			return at
		case l == "":
			blank = true
			continue
		case fence == "---" && (lines == 0 && lead > 0 || !frontLine.MatchString(l)):
			return 0
		}
		lines++
	}
	return 0
}

// frontEnd returns where the front matter ends that a plain text begins with, 0
// where it has none. It must be beyond doubt: one of its keys says what front
// matter is there for.
func frontEnd(source string) int {
	if end := frontMatter(source); end > 0 && tellsFacts(frontFields(source[:end])) {
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

// frontFacts reads facts from the front matter that ends somewhere. What it says goes before what is read out of the text, but for the hour of its day.
func (d *Document) frontFacts(end int) {
	if end == 0 {
		return
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
