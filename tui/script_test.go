package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestParseKey(t *testing.T) {
	for _, name := range []string{"enter", "down", "pgdown", "pgup", "home", "esc", "backspace", "space", "tab", "shift+tab",
		"ctrl+d", "ctrl+c", "alt+x", "ctrl+shift+up", "f5", "n", "N", "?", "/", "<", "]", "é", "漢", "+", "ctrl++", ":", "delete"} {
		key, err := parseKey(name)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if tea.KeyPressMsg(key).String() != name {
			t.Errorf("%s is named %s by Bubble Tea", name, tea.KeyPressMsg(key))
		}
	}
	if key, err := parseKey("shift+n"); err != nil || key.String() != "N" {
		t.Errorf("shift+n is %q, %v", key.String(), err)
	}
	for _, name := range []string{"", "pgdn", "Enter", "return", "ctrl+", "nn", "\x1b", "ctrl+\x1b", "\xff", "f99"} {
		_, err := parseKey(name)
		if err == nil {
			t.Errorf("%q was taken for a key", name)
		} else if strings.ContainsRune(err.Error(), 0x1b) {
			t.Errorf("%q: the error holds an escape character", name)
		}
	}
}

func TestScriptErrors(t *testing.T) {
	for _, test := range []struct{ script, want string }{
		{"down\n\npgdn\n", `walk:3: unknown key "pgdn"`},
		{"size:0x0\n", "walk:1: a screen of 0x0 cells shows nothing"},
		{"size:60x-1\n", "walk:1: a screen of 60x-1 cells shows nothing"},
		{"size:99999x20\n", "walk:1: a screen of 99999x20 cells is too large"},
		{"size:wide\n", `walk:1: size "wide" is not COLSxROWS`},
		{"size:60x20x3\n", `walk:1: size "60x20x3" is not COLSxROWS`},
		{"click:0,3\n", `walk:1: click "0,3" is not COL,ROW counted from 1`},
		{"click:3\n", `walk:1: click "3" is not COL,ROW counted from 1`},
		{"# all is well\nsnap:\n", `walk:2: "snap:" lacks what comes after the colon`},
		{"down up\n", `walk:1: unknown key "down up"`},
	} {
		_, err := ParseScript("walk", test.script)
		if err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%q: error %v, want %s …", test.script, err, test.want)
		}
	}
	if _, err := ParseKeys("down down dwn"); err == nil || !strings.HasPrefix(err.Error(), `step 3: unknown key "dwn"`) {
		t.Errorf("error %v does not name the step", err)
	}
}

func TestParseScript(t *testing.T) {
	steps, err := ParseScript("walk", "# a walk\r\ndown   # one line\r\n\r\n/\ntype:a # b \nsnap:after\nsize:30x9\n")
	if err != nil {
		t.Fatal(err)
	}
	want := []Step{
		{do: pressKey, key: tea.Key{Code: tea.KeyDown}},
		{do: pressKey, key: tea.Key{Code: '/', Text: "/"}},
		{do: typeText, text: "a # b "},
		{do: snap, text: "after"},
		{do: resize, w: 30, h: 9},
	}
	if len(steps) != len(want) {
		t.Fatalf("%d steps, want %d: %+v", len(steps), len(want), steps)
	}
	for i := range want {
		if steps[i] != want[i] {
			t.Errorf("step %d is %+v, want %+v", i+1, steps[i], want[i])
		}
	}
}
