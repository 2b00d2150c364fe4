package papers

import (
	"cmp"
	"strconv"
	"strings"
)

// The numbers of clauses and items are counted by Word. What somebody would have typed is
// put before a paragraph: the words of its level, with the counts of the levels in them.
//
// A list is a way of numbering in levels; a paragraph is of a list by way of a number,
// as it is called, of which several may count in one list. One that says where it begins
// begins anew.

const (
	wordLevels  = 9
	longestHead = 64      // bytes of what is put before a paragraph
	mostCounted = 1 << 15 // Word counts no further
)

// wordLevel is a level of a list, as far as it matters to what is read.
type wordLevel struct {
	start   int
	format  string
	words   string // in which %1 stands for the count of the first level
	style   string // of the paragraphs that are of this level
	decimal bool   // whatever the formats of the levels in it
	glued   bool   // to what comes after it
	anew    int    // behind how many of the levels above it, from the first, it begins anew
}

// wordList has the levels of a list, or the style that says which list it is.
type wordList struct {
	levels [wordLevels]*wordLevel
	link   string
}

// wordNumber is a way to a list, and what it does not take over from that.
type wordNumber struct {
	list  string
	own   [wordLevels]*wordLevel
	start [wordLevels]*int
}

// wordNumbering reads the lists of a document of Word, by their ids.
type wordNumbering struct {
	lists   map[string]*wordList
	numbers map[string]*wordNumber
	list    *wordList   // that is being read
	number  *wordNumber // that is being read
	over    int         // the level that it overrides, counted from 1
	level   *wordLevel  // that is being read
}

func (n *wordNumbering) start(name string, a attrs) bool {
	value := a.get("w:val")
	switch name {
	case "w:abstractNum":
		n.list = &wordList{}
		n.lists[a.get("w:abstractNumId")] = n.list
	case "w:num":
		n.number = &wordNumber{}
		n.numbers[a.get("w:numId")] = n.number
	case "w:lvlOverride":
		n.over = depthOf(a.get("w:ilvl"))
	case "w:lvl":
		depth := cmp.Or(n.over, depthOf(a.get("w:ilvl")))
		n.level = &wordLevel{format: "decimal", anew: depth - 1}
		switch {
		case depth == 0:
		case n.number != nil:
			n.number.own[depth-1] = n.level
		case n.list != nil:
			n.list.levels[depth-1] = n.level
		}
	}
	if l := n.list; l != nil && name == "w:numStyleLink" {
		l.link = value
	}
	if r := n.number; r != nil {
		switch {
		case name == "w:abstractNumId":
			r.list = value
		case name == "w:startOverride" && n.over > 0:
			at := counted(value)
			r.start[n.over-1] = &at
		}
	}
	if l := n.level; l != nil {
		switch name {
		case "w:start":
			l.start = counted(value)
		case "w:numFmt":
			l.format = value
		case "w:lvlText":
			l.words = value
		case "w:pStyle":
			l.style = value
		case "w:isLgl":
			l.decimal = a.on("w:val")
		case "w:suff":
			l.glued = value == "nothing"
		case "w:lvlRestart":
			l.anew = min(l.anew, counted(value))
		}
	}
	return true
}

func (n *wordNumbering) end(name string) {
	switch name {
	case "w:abstractNum":
		n.list = nil
	case "w:num":
		n.number = nil
	case "w:lvlOverride":
		n.over = 0
	case "w:lvl":
		n.level = nil
	}
}

func (*wordNumbering) words(string) {}

// depthOf reads a level, which is counted from 0, as counted from 1; 0 is none.
func depthOf(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n >= wordLevels {
		return 0
	}
	return n + 1
}

func counted(s string) int {
	n, _ := strconv.Atoi(s)
	return min(max(n, 0), mostCounted)
}

// wordCounter counts the paragraphs of a part.
type wordCounter struct {
	*wordNumbering
	styles *wordStyles
	counts map[*wordList]*wordCounts
	begun  map[*wordNumber]*[wordLevels]bool // levels whose start it says, once it was there
}

// wordCounts are how far the levels of a list are, of those that have begun.
type wordCounts struct {
	at    [wordLevels]int
	begun [wordLevels]bool
}

func newWordCounter(n *wordNumbering, s *wordStyles) *wordCounter {
	return &wordCounter{n, s, map[*wordList]*wordCounts{}, map[*wordNumber]*[wordLevels]bool{}}
}

// next counts a paragraph and returns what stands before it: one of a number, at a level
// counted from 1, or else at that of its style.
func (c *wordCounter) next(id string, depth int, style string) string {
	number := c.numbers[id]
	if number == nil {
		return ""
	}
	list := c.lists[number.list]
	if list != nil && list.link != "" {
		if other := c.numbers[c.styles.of(list.link).number]; other != nil {
			list = c.lists[other.list]
		}
	}
	if list == nil {
		return ""
	}
	if depth == 0 {
		depth = number.depth(list, style)
	}
	counts, begun := c.counts[list], c.begun[number]
	if counts == nil {
		counts = &wordCounts{}
		c.counts[list] = counts
	}
	if begun == nil {
		begun = &[wordLevels]bool{}
		c.begun[number] = begun
	}
	at := depth - 1
	level := number.level(list, at)
	if level == nil {
		return ""
	}
	if !counts.begun[at] || number.start[at] != nil && !begun[at] {
		counts.at[at] = number.startOf(list, at)
	} else if counts.at[at] < mostCounted {
		counts.at[at]++
	}
	counts.begun[at], begun[at] = true, true
	for below := depth; below < wordLevels; below++ {
		if l := number.level(list, below); l != nil && at < l.anew {
			counts.begun[below] = false
		}
	}
	return number.head(list, counts, level)
}

func (n *wordNumber) level(l *wordList, at int) *wordLevel { return cmp.Or(n.own[at], l.levels[at]) }

func (n *wordNumber) startOf(l *wordList, at int) int {
	if s := n.start[at]; s != nil {
		return *s
	}
	if level := n.level(l, at); level != nil {
		return level.start
	}
	return 0
}

// depth returns the level of the paragraphs of some style, the first unless one says so.
func (n *wordNumber) depth(l *wordList, style string) int {
	for at := range wordLevels {
		if level := n.level(l, at); level != nil && style != "" && level.style == style {
			return at + 1
		}
	}
	return 1
}

// head returns what stands before a paragraph of a level, with the blank behind it; ""
// for a bullet, and where there is a format in it that we cannot write.
func (n *wordNumber) head(list *wordList, counts *wordCounts, level *wordLevel) string {
	if level.format == "bullet" || len(level.words) > longestHead {
		return ""
	}
	var out strings.Builder
	for i := 0; i < len(level.words); i++ {
		s := level.words[i:]
		if s[0] != '%' || len(s) == 1 || s[1] < '1' || s[1] > '9' {
			out.WriteByte(s[0])
			continue
		}
		i++
		at := int(s[1] - '1')
		of := n.level(list, at)
		if of == nil {
			continue
		}
		count, format := counts.at[at], of.format
		if !counts.begun[at] {
			count = n.startOf(list, at)
		}
		if level.decimal && format != "none" {
			format = "decimal"
		}
		written, ok := numeral(format, count)
		if out.WriteString(written); !ok || out.Len() > longestHead {
			return ""
		}
	}
	head := strings.TrimLeft(out.String(), " \t\r\n\u00a0")
	if bare := strings.TrimRight(head, " \t\r\n\u00a0"); bare == "" {
		return ""
	} else if !level.glued {
		return bare + " "
	}
	return head
}
