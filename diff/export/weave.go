package export

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"variorum/diff"
	"variorum/text"
)

// strand is a stretch of one side's words with what became of them.
type strand struct {
	text string
	of   *diff.Difference // nil where nothing did
	lost int              // words that stand on the other side in this place; the text is empty then
}

// strander cuts sentences at their differences.
type strander struct {
	c    *diff.Comparison
	at   [2][]([]*diff.Difference) // by side and sentence
	lost [2]map[int]int            // by side and change, how many words it lacks
}

func newStrander(c *diff.Comparison) *strander {
	t := &strander{c: c, lost: [2]map[int]int{{}, {}}}
	for s := diff.A; s <= diff.B; s++ {
		t.at[s] = make([][]*diff.Difference, len(c.Texts[s].Sentences))
		for i := range c.Differences {
			d := &c.Differences[i]
			if at := d.Places[s].Sentence; at >= 0 && at < len(t.at[s]) {
				t.at[s][at] = append(t.at[s][at], d)
			}
			if d.Places[s].Empty() {
				t.lost[s][d.Change] += text.Words(c.Text(s.Other(), d.Places[s.Other()]))
			}
		}
	}
	return t
}

// strands cuts a sentence of a side at its differences. What concerns words lies
// over what concerns the whole sentence.
func (t *strander) strands(s diff.Side, sentence int) []strand {
	touching := t.at[s][sentence]
	words := t.c.Texts[s].Sentence(sentence)
	paint := make([]*diff.Difference, len(words))
	whole := func(d *diff.Difference) bool {
		return d.Kind == diff.Move || d.Kind == diff.Omission || d.Kind == diff.Duplicate
	}
	for _, over := range [...]bool{true, false} {
		for _, d := range touching {
			if whole(d) == over {
				for i := d.Places[s].Start; i < d.Places[s].End; i++ {
					paint[i] = d
				}
			}
		}
	}
	cuts := map[int]int{}
	for _, d := range touching {
		if p := d.Places[s]; d.Kind == diff.Truncation && p.Empty() {
			cuts[p.Start] += t.lost[s][d.Change]
		}
	}
	var out []strand
	for i := 0; i <= len(words); {
		if n := cuts[i]; n > 0 {
			out = append(out, strand{lost: n})
		}
		j := i + 1
		for j < len(words) && paint[j] == paint[i] && cuts[j] == 0 {
			j++
		}
		if i < len(words) {
			out = append(out, strand{text: words[i:j], of: paint[i]})
		}
		i = j
	}
	return out
}

// about says what a difference is: its kind and what it concerns.
func about(d *diff.Difference) string {
	return strings.Join(slices.Concat([]string{d.Kind.String()}, d.Tags.Names()), ", ")
}

// verdictOf says in words how two texts stand to each other.
func verdictOf(c *diff.Comparison) string {
	s := c.Summary
	words := [...]string{"the same words", "one text, edited", "one is a part of the other", "two tellings", "nothing in common"}[s.Verdict]
	changes := map[int]bool{}
	for i := range c.Differences {
		changes[c.Differences[i].Change] = true
	}
	many := "changes"
	if len(changes) == 1 {
		many = "change"
	}
	out := fmt.Sprintf("%s; %d %s; %.0f%% of A in B, %.0f%% of B in A", words, len(changes), many, 100*s.Contained[diff.A], 100*s.Contained[diff.B])
	for _, cut := range s.Cuts {
		out += fmt.Sprintf("; %s lacks %d words at its %s", strings.ToUpper(sides[cut.Side]), cut.Words, cut.At)
	}
	return out
}

// plainly makes characters visible that would steer what they are shown with.
func plainly(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case r < ' ':
			return r + 0x2400 // its picture
		case r == 0x7f:
			return 0x2421
		case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Bidi_Control, r), r == 0xfeff, r >= 0x2028 && r <= 0x2029:
			return 0xfffd
		}
		return r
	}, s)
}
