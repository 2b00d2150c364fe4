package view

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"variorum/diff"
	"variorum/text"
)

// longest is the most characters that are quoted of one side of a change.
const longest = 60

// Describe says in one line what a change is: the words of both sides with
// what became of them between, and what sort of thing they are. The line is
// harmless and at most about 200 characters long.
func Describe(c *diff.Comparison, ch Change) string {
	if len(ch.Shared) > 0 {
		return "told by both: “" + sharedWords(c, ch, diff.A, "”, “") + "”"
	}
	i := weightiest(c, ch)
	if i < 0 {
		return ""
	}
	d := c.Differences[i]
	a, b := quote(c, diff.A, d), quote(c, diff.B, d)
	var out string
	switch d.Kind {
	case diff.Truncation:
		s := diff.A
		if !d.Places[s].Empty() {
			s = diff.B
		}
		out = plural(lostWords(c, ch, s), "word") + " lost"
		if before := lastWord(c, s, d.Places[s]); before != "" {
			out += " after “" + before + "”"
		}
		out += " in " + sideName(s)
	case diff.Omission:
		out = omission(c, ch)
	case diff.Duplicate:
		if a != "" {
			out = "said twice in A: “" + a + "”"
		} else {
			out = "said twice in B: “" + b + "”"
		}
	case diff.Move:
		out = "moved " + direction(c, d) + ": “" + a + "”"
		if len(ch.Differences) > 1 {
			out += more(len(ch.Differences) - 1)
		}
	case diff.Reorder:
		out = "“" + a + "” stands elsewhere in the sentence"
	case diff.Typography, diff.Punctuation, diff.Encoding, diff.Markup, diff.Case:
		out = change(visible(a), visible(b))
	default:
		out = change(a, b)
	}
	if d.Kind == diff.Substitution || d.Kind == diff.Insertion || d.Kind == diff.Deletion {
		if n := len(ch.Differences) - 1; n > 0 {
			out += more(n)
		}
		if text.LookAlike(c.Text(diff.A, d.Places[diff.A]), c.Text(diff.B, d.Places[diff.B])) {
			out += " · letters of another script that look alike"
		}
	}
	var tags diff.Tags
	for _, i := range ch.Differences {
		tags |= c.Differences[i].Tags
	}
	if names := tags.Names(); len(names) > 0 {
		out += " · " + strings.Join(names, ", ")
	}
	if p := c.Pairs[d.Pair].Sentences; len(p[diff.A]) > 0 && len(p[diff.B]) > 0 && len(p[diff.A]) != len(p[diff.B]) {
		out += " · " + plural(len(p[diff.A]), "sentence") + " became " + strconv.Itoa(len(p[diff.B]))
	}
	return out
}

// sharedWords returns the longest stretches of a passage that both tell, as one
// side has them, in the order of the text.
func sharedWords(c *diff.Comparison, ch Change, s diff.Side, between string) string {
	const most = 3
	longest := slices.Clone(ch.Shared)
	slices.SortStableFunc(longest, func(x, y diff.Shared) int {
		return cmp.Compare(len(c.Text(s, y.Places[s])), len(c.Text(s, x.Places[s])))
	})
	longest = longest[:min(most, len(longest))]
	slices.SortFunc(longest, func(x, y diff.Shared) int { return cmp.Compare(x.Places[s].Start, y.Places[s].Start) })
	var out []string
	for _, sh := range longest {
		out = append(out, shorten(Harmless(c.Text(s, sh.Places[s]))))
	}
	return strings.Join(out, between)
}

// weightiest returns the difference that a change is called by, -1 for none.
func weightiest(c *diff.Comparison, ch Change) int {
	for _, i := range ch.Differences {
		if c.Differences[i].Kind == ch.Kind {
			return i
		}
	}
	return -1
}

// change says what became of words: a → b, + b or − a.
func change(a, b string) string {
	switch {
	case a == "":
		return "+ " + b
	case b == "":
		return "− " + a
	}
	return a + " → " + b
}

// omission says which sentences stand on one side only. Where both sides have some,
// one took the place of the other, whether or not it says the same.
func omission(c *diff.Comparison, ch Change) string {
	var first [2]string
	var count [2]int
	for _, i := range ch.Differences {
		d := c.Differences[i]
		for s := range first {
			if d.Kind == diff.Omission && !d.Places[s].Empty() {
				if count[s]++; count[s] == 1 {
					first[s] = quote(c, diff.Side(s), d)
				}
			}
		}
	}
	if count[0] > 0 && count[1] > 0 {
		return "replaced: “" + first[0] + "” → “" + first[1] + "”"
	}
	s := diff.A
	if count[1] > 0 {
		s = diff.B
	}
	if count[s] > 1 {
		return plural(count[s], "sentence") + " only in " + sideName(s) + ": “" + first[s] + "”"
	}
	return "sentence only in " + sideName(s) + ": “" + first[s] + "”"
}

func sideName(s diff.Side) string { return string('A' + rune(s)) }

func more(n int) string { return " and " + plural(n, "other place") }

// direction says where a passage went, read from A to B: past what stands in
// order on both sides.
func direction(c *diff.Comparison, d diff.Difference) string {
	var before [2]int
	for _, p := range c.Pairs {
		if p.Moved || p.Relation == diff.Paraphrase || len(p.Sentences[0]) == 0 || len(p.Sentences[1]) == 0 {
			continue
		}
		for s := range before {
			if p.Sentences[s][0] < d.Places[s].Sentence {
				before[s]++
			}
		}
	}
	switch {
	case before[0] < before[1]:
		return "down"
	case before[0] > before[1]:
		return "up"
	}
	return "elsewhere"
}

// quote returns the words of a difference on one side, harmless and shortened
// in the middle.
func quote(c *diff.Comparison, s diff.Side, d diff.Difference) string {
	if d.Places[s].Sentence < 0 || d.Places[s].Sentence >= len(c.Texts[s].Sentences) {
		return ""
	}
	return shorten(Harmless(strings.TrimSpace(c.Text(s, d.Places[s]))))
}

// shorten cuts a text down to its beginning and its end.
func shorten(s string) string {
	if len(s) <= longest {
		return s
	}
	var starts []int // of its characters
	for i := range s {
		starts = append(starts, i)
	}
	if len(starts) <= longest {
		return s
	}
	head, tail := starts[longest*2/3], starts[len(starts)-longest/3]
	if i := strings.LastIndexByte(s[:head], ' '); i > head/2 {
		head = i
	}
	if i := strings.IndexByte(s[tail:], ' '); i >= 0 && i < (len(s)-tail)/2 {
		tail += i + 1
	}
	return strings.TrimRight(s[:head], " ") + " … " + s[tail:]
}

// visible sets off what could be overlooked.
func visible(s string) string {
	if s == "" {
		return ""
	}
	if strings.ContainsAny(s, "\"'“”‘’„«»") {
		return "‹" + s + "›"
	}
	return "“" + s + "”"
}

// lastWord returns the word before a position.
func lastWord(c *diff.Comparison, s diff.Side, p diff.Place) string {
	if p.Sentence < 0 || p.Sentence >= len(c.Texts[s].Sentences) {
		return ""
	}
	before := c.Texts[s].Sentence(p.Sentence)[:p.Start]
	if strings.TrimSpace(before) == "" && p.Sentence > 0 {
		before = c.Texts[s].Sentence(p.Sentence - 1)
	}
	before = before[max(0, len(before)-10*longest):]
	tokens := text.Tokens(before)
	for i := len(tokens) - 1; i >= 0; i-- {
		if tokens[i].Word {
			return shorten(Harmless(before[tokens[i].Start:tokens[i].End]))
		}
	}
	return ""
}
