package view

import "fmt"

// tierNotes say what belongs to a tier, by its name.
var tierNotes = map[string]string{
	"typography":  "the shape of quotes, dashes and blanks",
	"case":        "capitals",
	"punctuation": "commas, stops and other marks",
	"markup":      "bold, links, paragraph numbers",
	"encoding":    "letters damaged on the way",
	"furniture":   "captions, bylines, notices of the page",
}

// The panel, in cells.
const (
	panelWidth  = 76
	panelNarrow = 40  // without the notes
	notesFrom   = 120 // columns of the screen
	notesWidth  = 40
)

// paint draws the panel low on the right, where it covers least of what it
// changes, and above the line that counts what is hidden.
func (s Ignoring) paint(f *Frame) {
	s.Under.paint(f)
	width := panelWidth
	if f.Width < notesFrom {
		width = panelNarrow
	}
	g := f.inner(width, min(len(s.Tiers)+2, f.Height-1))
	s.paintPanel(g)
	f.draw(max(0, f.Width-g.Width-2), f.Height-1-g.Height, g)
}

func (s Ignoring) paintPanel(g *Frame) {
	last := g.Height - 1
	g.Fill(0, 0, g.Width, g.Height, "│", Chrome)
	g.Fill(1, 0, g.Width-2, g.Height, " ", Blank)
	g.edge(0, "┌", "┐")
	g.edge(last, "└", "┘")
	g.Put(2, 0, g.Width-4, " What is ignored ", Strong)
	x := 2
	for _, k := range s.Hints {
		x += g.Put(x, last, g.Width-2-x, " "+k.Key, Accent)
		x += g.Put(x, last, g.Width-2-x, " "+k.Does+" ", Chrome)
	}
	for i, t := range s.Tiers {
		y := 1 + i
		if y >= last {
			break
		}
		as := func(r Role) Role {
			if i == s.Selected {
				return Selected
			}
			return r
		}
		g.Fill(1, y, g.Width-2, 1, " ", as(Blank))
		box, count := "[ ]", "shown"
		if t.Ignored {
			box, count = "[x]", "hidden"
		}
		switch {
		case t.Changes == 0:
			count = "none"
		case t.Changes > 0:
			count = fmt.Sprintf("%d %s", t.Changes, count)
		}
		g.Put(max(1, 3-Width(t.Key, g.method)), y, 2, t.Key, as(Accent))
		g.Put(4, y, 3, box, as(Strong))
		g.Put(8, y, 12, t.Name, as(Same))
		if g.Width >= panelWidth {
			g.Fit(21, y, notesWidth, tierNotes[t.Name], as(Chrome))
		}
		n := Width(count, g.method)
		g.Put(g.Width-2-n, y, n, count, as(Same))
	}
}

// edge draws the upper or the lower side of a box.
func (f *Frame) edge(y int, left, right string) {
	f.Fill(0, y, f.Width, 1, "─", Chrome)
	f.Put(0, y, 1, left, Chrome)
	f.Put(f.Width-1, y, 1, right, Chrome)
}
