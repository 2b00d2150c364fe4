package tui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// copied presses a key and returns what it puts on the clipboard.
func copied(t *testing.T, p *Player, key rune) string {
	t.Helper()
	cmd := p.model.update(tea.KeyPressMsg(charKey(key)))
	if cmd == nil {
		return ""
	}
	return fmt.Sprint(cmd())
}

// TestCopy checks what is copied: the difference in words, or the paragraph of
// the focused side that holds the cursor.
func TestCopy(t *testing.T) {
	p := testPlayer(t, 100, 30)
	press(t, p, "enter enter")
	const council = "The council voted eleven to four on Tuesday to lease the Heron, a boat of %s seats built for another fjord."
	for _, test := range []struct {
		keys string
		key  rune
		want string
	}{
		{"", 'Y', "Ferry to Oslet returns after nine winters"},
		{"", 'y', ""},
		{"n n", 'y', "140 → 160 · number"},
		{"", 'Y', fmt.Sprintf(council, "140")},
		{"tab", 'Y', fmt.Sprintf(council, "160")},
		{"v v", 'Y', fmt.Sprintf(council, "160")}, // stacked
		{"v N", 'Y', "The ferry between Kelde and Oslet will sail again in April, nearly nine years after the last crossing."},
		{"/ type:seats enter", 'Y', fmt.Sprintf(council, "160")},
		{"", 'y', ""}, // no difference touches the match
		{"esc / type:60 enter", 'y', "140 → 160 · number"},
	} {
		press(t, p, test.keys)
		if got := copied(t, p, test.key); got != test.want {
			t.Errorf("after %q, %c copies %q, want %q", test.keys, test.key, got, test.want)
		}
	}
}

func TestPrintable(t *testing.T) {
	if got := printable("a\x1b[31m b\u009b1m\tc\r"); got != "a[31m b1m\tc" {
		t.Errorf("%q is copied", got)
	}
}

// TestClipboard checks that the clipboard of the machine is filled besides that
// of the terminal, and that a clipboard that fails is no trouble.
func TestClipboard(t *testing.T) {
	file := filepath.Join(t.TempDir(), "clipboard")
	for _, program := range [][]string{{"sh", "-c", `cat > "$0"`, file}, {"no-such-program"}} {
		e := effects{ctx: context.Background(), clipboard: program}
		both, ok := e.copy("four boats")().(tea.BatchMsg)
		if !ok || len(both) != 2 {
			t.Fatalf("%v: two commands are wanted", program)
		}
		if got := fmt.Sprint(both[0]()); got != "four boats" {
			t.Errorf("the terminal is given %q", got)
		}
		if msg := both[1](); msg != nil {
			t.Errorf("%v answers %v", program, msg)
		}
	}
	if got, err := os.ReadFile(file); err != nil || string(got) != "four boats" {
		t.Errorf("the clipboard holds %q, %v", got, err)
	}
	if got := inputOf("clip.exe", "a→"); got != "\xff\xfea\x00\x92\x21" {
		t.Errorf("Windows is given %q", got)
	}
}
