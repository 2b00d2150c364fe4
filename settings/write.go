package settings

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"variorum/diff"
	"variorum/tui"
	"variorum/tui/view"
)

// Write writes settings as a file to be edited: what was said as it was said,
// everything else as it is anyway, in lines that begin with a #.
func Write(w io.Writer, s *Settings) error {
	out := &writer{w: bufio.NewWriter(w)}
	out.note("The configuration of Variorum. A line that begins with # and no blank is as the",
		"program is without it: take the # away to say something else.")

	out.note("How the reader looks: "+listed(view.ThemeNames())+",",
		"or a theme of your own, as at the end. auto, high-contrast and colour-blind",
		"follow the background of the terminal.")
	out.value("theme", quote(s.Theme), s.Says("theme"))
	colors := autoColors
	if s.Colors != nil {
		colors = s.Colors.String()
	}
	out.note("How many colours the terminal has: auto, "+listed(view.ColorNames())+".",
		"Said here it counts for more than NO_COLOR.")
	out.value("colors", quote(colors), s.Says("colors"))

	out.note("The next three are remembered from one run to the next, unless they are said here.",
		"How a comparison is laid out: "+listed(view.LayoutNames())+".")
	out.value("layout", quote(s.Layout.String()), s.Says("layout"))
	out.note("What is ignored, any of: " + listed(diff.TierNames()) + ".")
	out.value("ignore", list(s.Ignore.Names()), s.Says("ignore"))
	out.note("Whether unchanged text is folded.")
	out.value("fold", fmt.Sprint(s.Fold), s.Says("fold"))

	out.note("Whether the mouse is the reader's, not the terminal's.")
	out.value("mouse", fmt.Sprint(s.Mouse), s.Says("mouse"))
	out.note("The command that opens a file, in place of $VISUAL and $EDITOR.")
	out.value("editor", quote(s.Editor), s.Says("editor"))

	out.note("The keys of every action, named enter, down, pgdown, space, ctrl+d, alt+x, f5, n, N.",
		"An action without keys has none; quit needs one.")
	out.heading("keys", true)
	var entries []entry
	for _, a := range tui.Actions() {
		keys, said := s.Keys[a.Name]
		if !said {
			keys = a.Keys
		}
		entries = append(entries, entry{a.Name, list(keys), strings.Join(a.Does, "; "), said})
	}
	out.table(entries)

	out.note("Themes of your own: [themes.NAME] with a built-in theme as its base, and what is",
		`otherwise in it, as "COLOUR on COLOUR ATTRIBUTES". Colours are #rrggbb, default, or`,
		"the terminal's own: black, red, green, yellow, blue, magenta, cyan, white and",
		"bright-black to bright-white. Attributes are bold, faint, italic, underline, strike,",
		"reverse, or plain for none; without any, those of the base stay.")
	for _, t := range s.Themes {
		out.heading("themes."+bare(t.Name), true)
		out.value("base", quote(t.Base), true)
		out.theme(&t)
	}
	if len(s.Themes) == 0 {
		out.heading("themes.mine", false)
		out.value("base", quote("dark"), false)
		out.theme(&Theme{Name: "mine", Base: "dark"})
	}
	return out.w.Flush()
}

// writer writes the parts of a configuration. Its errors are kept by what it
// writes to.
type writer struct {
	w     *bufio.Writer
	begun bool
}

func (out *writer) note(lines ...string) {
	if out.begun {
		fmt.Fprintln(out.w)
	}
	out.begun = true
	for _, l := range lines {
		fmt.Fprintln(out.w, "# "+l)
	}
}

func (out *writer) heading(name string, said bool) {
	fmt.Fprintf(out.w, "%s[%s]\n", unsaid(said), name)
}

func (out *writer) value(name, value string, said bool) {
	fmt.Fprintf(out.w, "%s%s = %s\n", unsaid(said), name, value)
}

// theme writes every entry of a theme, those that differ from its base as said.
func (out *writer) theme(t *Theme) {
	theme, err := t.theme()
	if err != nil {
		return // such settings do not come from Parse
	}
	var entries []entry
	for _, e := range theme.Entries() {
		value, said := t.Entries[e.Name]
		if !said {
			value = e.Style
		}
		entries = append(entries, entry{e.Name, quote(value), e.Is, said})
	}
	out.table(entries)
}

// entry is a value, what it is, and whether the configuration says it.
type entry struct {
	name, value, is string
	said            bool
}

// table writes entries in columns.
func (out *writer) table(entries []entry) {
	name, value := 0, 0
	for _, e := range entries {
		name, value = max(name, len(e.name)), max(value, len(e.value))
	}
	for _, e := range entries {
		is := ""
		if e.is != "" {
			is = "  # " + e.is
		}
		line := fmt.Sprintf("%s%-*s = %-*s%s", unsaid(e.said), name, e.name, value, e.value, is)
		fmt.Fprintln(out.w, strings.TrimRight(line, " "))
	}
}

// unsaid begins a line that says nothing.
func unsaid(said bool) string {
	if said {
		return ""
	}
	return "#"
}

func listed(names []string) string { return strings.Join(names, ", ") }

func list(texts []string) string {
	var quoted []string
	for _, t := range texts {
		quoted = append(quoted, quote(t))
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// bare writes a key, in quotes where it needs them.
func bare(key string) string {
	needs := func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_')
	}
	if key == "" || slices.ContainsFunc([]rune(key), needs) {
		return quote(key)
	}
	return key
}

// quote writes a text as TOML does, with whatever a terminal would obey or not
// show written out.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case !unicode.IsPrint(r):
			fmt.Fprintf(&b, `\U%08X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
