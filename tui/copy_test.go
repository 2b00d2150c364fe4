package tui

import (
	"context"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// copied presses a key and returns what it puts on the clipboard.
func copied(t *testing.T, p *Player, key rune) string {
	t.Helper()
	var said string
	p.model.effects.say = func(sequence string) { said += sequence }
	p.tell(tea.KeyPressMsg(charKey(key)))
	return unsaid(t, said)
}

// unsaid returns the text that a sequence puts on the terminal's clipboard.
func unsaid(t *testing.T, sequence string) string {
	t.Helper()
	if sequence == "" {
		return ""
	}
	coded, ok := strings.CutPrefix(sequence, "\x1b]52;c;")
	text, err := base64.StdEncoding.DecodeString(strings.TrimSuffix(coded, "\a"))
	if !ok || err != nil {
		t.Fatalf("the terminal is told %q", sequence)
	}
	return string(text)
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
		{"n n", 'y', "140 → 160"},
		{"", 'Y', fmt.Sprintf(council, "140")},
		{"tab", 'Y', fmt.Sprintf(council, "160")},
		{"v v", 'Y', fmt.Sprintf(council, "160")}, // stacked
		{"v N", 'Y', "The ferry between Kelde and Oslet will sail again in April, nearly nine years after the last crossing."},
		{"/ type:seats enter", 'Y', fmt.Sprintf(council, "160")},
		{"", 'y', ""}, // no difference touches the match
		{"esc / type:60 enter", 'y', "140 → 160"},
	} {
		press(t, p, test.keys)
		if got := copied(t, p, test.key); got != test.want {
			t.Errorf("after %q, %c copies %q, want %q", test.keys, test.key, got, test.want)
		}
	}
}

// TestCopyReading checks what is copied of a version read alone: the words at the
// mark and those that the selected reading has, or the paragraph.
func TestCopyReading(t *testing.T) {
	p := testPlayer(t, 80, 24)
	press(t, p, "enter down r")
	const chair = `"We owe the island a door," said Ansel Tove, who has chaired the harbour board since the bridge was closed.`
	for _, test := range []struct {
		keys string
		key  rune
		want string
	}{
		{"", 'Y', "Ferry to Oslet returns after nine winters"},
		{"", 'y', ""},
		{"n", 'y', "almost → nearly"},
		{": type:3 enter", 'y', "140 → 160"},
		{"n", 'Y', chair},
		{": type:6 enter", 'y', "Shopkeepers on the quay said they would hold back their joy until they saw the smoke of the boat."},
		{"/ type:chaired enter", 'Y', chair},
		{"esc / type:council enter", 'y', ""}, // no reading touches the match
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
		var said string
		e := effects{ctx: context.Background(), say: func(s string) { said += s }, clipboard: program}
		if msg := e.copy("four boats")(); msg != nil {
			t.Errorf("%v answers %v", program, msg)
		}
		if got := unsaid(t, said); got != "four boats" {
			t.Errorf("the terminal is given %q", got)
		}
	}
	if got, err := os.ReadFile(file); err != nil || string(got) != "four boats" {
		t.Errorf("the clipboard holds %q, %v", got, err)
	}
	if got := inputOf("clip.exe", "a→"); got != "\xff\xfea\x00\x92\x21" {
		t.Errorf("Windows is given %q", got)
	}
}
