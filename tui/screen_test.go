package tui

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"variorum/tui/view"
)

// FuzzScreen presses any keys at any sizes. After each of them the terminal
// that is told only what has changed shows what one does that is given the whole
// frame.
func FuzzScreen(f *testing.F) {
	for _, keys := range []string{
		"enter enter n n n j j j k k space b G g v v v",
		"j j k enter enter size:80x12 j j j j size:80x30 n N n",
		"enter enter d down down enter i esc f f m x",
		"enter r space b j j j k > < size:41x9 j j",
		"? esc p esc / type:fer esc end home size:200x60 enter enter ctrl+d ctrl+u ctrl+d",
		"tab j j j tab j j",
	} {
		f.Add(keys)
	}
	theme, err := view.ParseTheme("dark")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, script string) {
		if len(script) > 200 {
			t.Skip("longer than is of use here")
		}
		p := testPlayer(t, 80, 24)
		s := &screen{looks: map[string]uv.Style{}}
		shown := vt.NewEmulator(80, 24)
		for word := range strings.FieldsSeq("size:80x24 " + script) {
			step, err := ParseStep(word)
			switch {
			case p.done || step.do == resize && (step.w > 200 || step.h > 60):
				return
			case err != nil:
				p.Type(word)
			default:
				if err := p.take(step); err != nil {
					t.Fatal(err)
				}
			}
			frame := p.Frame()
			if shown.Width() != frame.Width || shown.Height() != frame.Height {
				shown.Resize(frame.Width, frame.Height)
			}
			next := &showing{frame: frame, theme: &theme, profile: colorprofile.TrueColor}
			s.render(next)
			s.shown = next
			shown.Write(s.output.Bytes())
			s.output.Reset()
			whole := vt.NewEmulator(frame.Width, frame.Height)
			whole.WriteString(strings.ReplaceAll(frame.ANSI(theme), "\n", "\r\n"))
			if wrong := unlike(shown, whole); wrong != "" {
				t.Fatalf("after %q %s", word, wrong)
			}
		}
	})
}

// unlike names the first cell in which two terminals differ.
func unlike(got, want *vt.Emulator) string {
	for y := range want.Height() {
		for x := range want.Width() {
			g, w := got.CellAt(x, y), want.CellAt(x, y)
			if content(g) != content(w) || g != nil && w != nil && !g.Style.Equal(&w.Style) {
				return fmt.Sprintf("column %d of line %d is %q %+v, not %q %+v", x+1, y+1, content(g), g, content(w), w)
			}
		}
	}
	return ""
}

// content is what a cell shows; nothing written looks like a blank.
func content(c *uv.Cell) string {
	if c == nil || c.Content == "" {
		return " "
	}
	return c.Content
}

// slow is a terminal that takes nothing until it is let.
type slow struct {
	uv.Console
	asked, let chan struct{}
	taken      bytes.Buffer
}

func (c *slow) Write(p []byte) (int, error) {
	c.asked <- struct{}{}
	<-c.let
	return c.taken.Write(p)
}

// TestSlowTerminal checks that keys do not wait for a terminal that takes its
// time, and that of the frames that come meanwhile it gets the last alone.
func TestSlowTerminal(t *testing.T) {
	theme, err := view.ParseTheme("dark")
	if err != nil {
		t.Fatal(err)
	}
	c := &slow{asked: make(chan struct{}), let: make(chan struct{})}
	s := &screen{console: c, wake: make(chan struct{}, 1), looks: map[string]uv.Style{}}
	show := func(text string) {
		f := view.NewFrame(20, 1, ansi.WcWidth)
		f.Put(0, 0, 20, text, view.Same)
		s.show(showing{frame: f, theme: &theme})
	}
	show("first")
	first := make(chan struct{})
	go func() { s.write(); close(first) }()
	<-c.asked
	for _, text := range []string{"second", "third"} {
		s.learn(tea.KeyPressMsg(charKey('j')))
		show(text)
	}
	close(c.let)
	<-first
	go s.write()
	<-c.asked
	s.mu.Lock() // it has been taken
	defer s.mu.Unlock()
	if got := c.taken.String(); !strings.Contains(got, "first") || strings.Contains(got, "second") || !strings.Contains(got, "third") {
		t.Errorf("the terminal is sent %q", got)
	}
}

// BenchmarkScreen scrolls a comparison by one line, there and back.
func BenchmarkScreen(b *testing.B) {
	theme, err := view.ParseTheme("dark")
	if err != nil {
		b.Fatal(err)
	}
	p := testPlayer(b, 200, 60)
	press(b, p, "enter enter")
	var frames [2]*showing
	for i, key := range []string{"j", "k"} {
		press(b, p, key)
		frames[i] = &showing{frame: p.Frame(), theme: &theme, profile: colorprofile.TrueColor}
	}
	s := &screen{looks: map[string]uv.Style{}}
	written := 0
	for i := 0; b.Loop(); i++ {
		next := frames[i%2]
		s.render(next)
		s.shown = next
		written += s.output.Len()
		s.output.Reset()
	}
	b.ReportMetric(float64(written)/float64(b.N), "written-B/op")
}
