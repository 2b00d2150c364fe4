package corpus

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

var paragraphs = []string{
	"The lamp on the mole had been lit since four, and the boats were coming in one by one with their lanterns swinging. Nobody on the quay said a word. It was the kind of cold that makes people count.",
	"“Six,” said Marta, who had counted them as they passed the lamp, and then had counted them once more. “There ought to be seven.”",
	"Her brother looked at the slip of paper in his hand. He had written down every name in the order in which they had left, and against each name the hour; there were twenty-seven names, and four-and-twenty of them had a line through them.",
	"In the harbour master's house there was a light, too, but it was only his wife, who read. She read every night until the last of them was in, and then she put the book away, whether the chapter was at its end or not.",
}

// fill breaks a paragraph into lines of at most width characters.
func fill(p, indent string, width int) string {
	var b strings.Builder
	line := indent
	for i, w := range strings.Fields(p) {
		switch {
		case i == 0:
			line += w
		case len([]rune(line))+1+len([]rune(w)) > width:
			b.WriteString(line + "\n")
			line = w
		default:
			line += " " + w
		}
	}
	return b.String() + line + "\n"
}

// TestWrapped holds that a text is the same whatever measure its lines are
// wrapped to, with blank lines between its paragraphs or indented first lines.
func TestWrapped(t *testing.T) {
	for width := 24; width <= 130; width++ {
		for _, style := range []struct{ indent, between string }{{"", "\n"}, {"   ", ""}} {
			t.Run(fmt.Sprintf("%d%s", width, style.indent), func(t *testing.T) {
				var lines []string
				for _, p := range paragraphs {
					lines = append(lines, fill(p, style.indent, width))
				}
				d, err := Parse("a.txt", []byte(strings.Join(lines, style.between)), Auto)
				if err != nil {
					t.Fatal(err)
				}
				checkBlocks(t, d, true)
				var got []string
				for _, b := range d.Blocks {
					got = append(got, b.Text)
				}
				if !slices.Equal(got, paragraphs) || d.Title != "" {
					t.Errorf("title %q, blocks\n%s", d.Title, strings.Join(got, "\n"))
				}
			})
		}
	}
}
