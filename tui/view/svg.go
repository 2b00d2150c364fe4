package view

import (
	"fmt"
	"html"
	"image/color"
	"strings"
)

// The measures of a picture, in its own units.
const (
	svgFont    = 15.0
	svgCell    = 9.03 // the advance of common monospace fonts at that size
	svgLine    = 20.0
	svgPadding = 16.0
	svgDescent = 5.5
)

// SVG returns the frame as a picture that stands alone. Every run of text is
// placed and stretched to the width of its cells, so that the columns hold
// whatever font the reader has.
func (f *Frame) SVG(t Theme) string {
	var b strings.Builder
	w, h := float64(f.Width)*svgCell+2*svgPadding, float64(f.Height)*svgLine+2*svgPadding
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%.0f" viewBox="0 0 %.0f %.0f">`+"\n", w, h, w, h)
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" rx="8" fill="%s"/>`+"\n", hex(t.Background))
	fmt.Fprintf(&b, `<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="%g">`+"\n", svgFont)
	for y := range f.Height {
		row := f.row(y)
		for x := 0; x < len(row); {
			n := x + 1
			for n < len(row) && (row[n].width == 0 || row[n].role == row[x].role && row[n].current == row[x].current) {
				n++
			}
			f.svgRun(&b, t, row[x:n], x, y)
			x = n
		}
	}
	b.WriteString("</g>\n</svg>\n")
	return b.String()
}

// svgRun writes cells of one look: what stands behind them, then their text.
func (f *Frame) svgRun(b *strings.Builder, t Theme, cells []cell, x, y int) {
	s := t.styles[cells[0].role]
	if cells[0].current {
		s.attr ^= reverse
	}
	fg, bg := s.fg.shown(t.Foreground), s.bg.shown(t.Background)
	if s.attr&reverse != 0 {
		fg, bg = bg, fg
	}
	left, top := svgPadding+float64(x)*svgCell, svgPadding+float64(y)*svgLine
	if bg != t.Background {
		fmt.Fprintf(b, `<rect x="%.2f" y="%.2f" width="%.2f" height="%.2f" fill="%s"/>`+"\n", left, top, float64(len(cells))*svgCell, svgLine, hex(bg))
	}
	attrs := ""
	if s.attr&bold != 0 {
		attrs += ` font-weight="bold"`
	}
	if s.attr&italic != 0 {
		attrs += ` font-style="italic"`
	}
	if s.attr&faint != 0 {
		attrs += ` opacity="0.65"`
	}
	switch s.attr & (underline | strike) {
	case underline:
		attrs += ` text-decoration="underline"`
	case strike:
		attrs += ` text-decoration="line-through"`
	case underline | strike:
		attrs += ` text-decoration="underline line-through"`
	}
	if s.attr&(underline|strike) == 0 {
		// Some viewers drop the blanks that a text begins with.
		for len(cells) > 0 && cells[0].text == " " {
			cells, left = cells[1:], left+svgCell
		}
	}
	text, width := "", 0
	for i, c := range cells {
		if c.width > 0 {
			text += c.text
		}
		if c.text != " " {
			width = i + 1
		}
	}
	if trimmed := strings.TrimRight(text, " "); trimmed != "" {
		width = max(width, 1)
		if s.attr&underline == 0 && s.attr&strike == 0 {
			text = trimmed
		} else {
			width = len(cells)
		}
		for width < len(cells) && cells[width].width == 0 {
			width++ // the rest of a wide cluster
		}
		fmt.Fprintf(b, `<text x="%.2f" y="%.2f" textLength="%.2f" lengthAdjust="spacingAndGlyphs" fill="%s"%s>%s</text>`+"\n",
			left, top+svgLine-svgDescent, float64(width)*svgCell, hex(fg), attrs, strings.ReplaceAll(html.EscapeString(text), " ", "&#160;"))
	}
}

func hex(c color.RGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }
