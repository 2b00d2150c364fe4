package view

import (
	"bufio"
	"fmt"
	"io"
)

// Print writes a whole page: what the reader shows, row after row, under the
// heads of both sides and above a line that sums it up. A nil theme makes text
// without any escape sequence; a page for it wants Options.Marks. The only
// errors are those of w.
func Print(w io.Writer, p *Page, t *Theme) error {
	out := bufio.NewWriter(w)
	write := func(f *Frame) {
		if t == nil {
			fmt.Fprintln(out, f.Plain())
		} else {
			fmt.Fprintln(out, f.ANSI(*t))
		}
	}
	head := NewFrame(p.Options.Width, headTall, p.Options.Method)
	p.paintHead(head, 0, headTall, 2) // neither side has the focus
	write(head)
	line := NewFrame(p.Options.Width, 1, p.Options.Method)
	for row := range p.Rows {
		line.Fill(0, 0, line.Width, 1, " ", Blank)
		p.paintRow(line, 0, row, -1)
		write(line)
	}
	sum := join2(p.Comparison.Say(len(p.Changes)))
	if n := p.Comparison.Hidden; n > 0 {
		sum += " · " + plural(n, "difference") + " hidden"
	}
	fmt.Fprintln(out)
	line.Fill(0, 0, line.Width, 1, " ", Blank)
	line.Fit(0, 0, line.Width, sum, Chrome)
	write(line)
	return out.Flush()
}
