package tui

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// FuzzKeys presses any keys at any sizes: nothing panics, and the frame always
// has the size of the screen. Whatever is remembered then, a reader can begin with.
func FuzzKeys(f *testing.F) {
	for _, keys := range []string{
		"\renter", "enter enter n n d down enter v v v i x < > tab ] [ m ? esc",
		"/ type:f esc end enter enter G ctrl+u", "size:1x1 enter size:40x10 enter n size:300x3 v G size:80x24",
		"enter r n n tab enter r > n N ] esc i esc", "enter enter n r size:120x30 n enter esc size:40x10 < G space r esc esc",
		"enter r / type:the n enter n N G N g n > size:40x10 i y Y : type:p3 enter : type:50% enter : type:2 enter ? esc esc M",
		"/ type:bridge enter enter enter n x > size:60x12 esc G N g n d d esc esc esc enter r n > esc",
		"p ? down esc p esc esc esc q", "enter enter d / type:zz backspace enter enter i esc",
		"size:160x50 enter enter d right right s tab down left 3 9 0 enter d size:90x20 esc esc x d n",
		"enter enter i space down enter 6 a 0 size:40x10 ? esc i i d i 2 esc s s enter", "end enter a down b enter d s right tab i",
		"enter enter / type:the enter n N v f n size:40x10 x esc Y y o R", "enter enter / type:e esc : type:p3 enter : type:50% enter : enter",
		"click:5,5 click:5,5 click:50,6 click:50,6 click:45,1 click:2,19 click:79,22 M d click:9,6 click:9,6", "enter enter / size:50x12 i type:zz tab f enter",
	} {
		f.Add(keys)
	}
	f.Fuzz(func(t *testing.T, script string) {
		if len(script) > 300 {
			t.Skip("longer than is of use here")
		}
		p := testPlayer(t, 80, 24)
		w, h := 80, 24
		for word := range strings.FieldsSeq(script) {
			step, err := ParseStep(word)
			switch {
			case err != nil:
				p.Type(word)
			case step.do == resize && (step.w > 300 || step.h > 100):
				continue
			default:
				if step.do == resize {
					w, h = step.w, step.h
				}
				if p.done {
					return
				}
				if err := p.take(step); err != nil {
					t.Fatal(err)
				}
			}
			frame := p.Frame().Plain()
			lines := strings.Split(frame, "\n")
			if len(lines) != h {
				t.Fatalf("after %q the frame has %d lines, want %d", word, len(lines), h)
			}
			for _, line := range lines {
				if ansi.WcWidth.StringWidth(line) > w || !utf8.ValidString(line) || strings.ContainsRune(line, 0x1b) {
					t.Fatalf("after %q a line does not fit %d cells: %q", word, w, line)
				}
			}
		}
		again := with(t, through(t, p.State()), 61, 17)
		press(t, again, "enter enter n")
		again.Frame()
	})
}
