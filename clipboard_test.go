package main

import (
	"slices"
	"strings"
	"testing"
)

func TestClipboardCommand(t *testing.T) {
	for _, test := range []struct{ system, environment, programs, want string }{
		{"linux", "", "wl-copy xclip", ""},
		{"linux", "WAYLAND_DISPLAY DISPLAY", "wl-copy xclip", "wl-copy"},
		{"linux", "WAYLAND_DISPLAY DISPLAY", "xclip", "xclip -selection clipboard"},
		{"linux", "DISPLAY", "wl-copy xsel", "xsel --clipboard --input"},
		{"linux", "DISPLAY SSH_CONNECTION", "xclip", ""},
		{"linux", "WSL_DISTRO_NAME", "clip.exe", "clip.exe"},
		{"darwin", "", "pbcopy", "pbcopy"},
		{"darwin", "SSH_TTY", "pbcopy", ""},
		{"windows", "", "clip.exe", "clip.exe"},
		{"windows", "", "", ""},
	} {
		has := func(list string) func(string) bool {
			return func(name string) bool { return slices.Contains(strings.Fields(list), name) }
		}
		environment := func(name string) string {
			if has(test.environment)(name) {
				return "yes"
			}
			return ""
		}
		if got := strings.Join(clipboardCommand(test.system, environment, has(test.programs)), " "); got != test.want {
			t.Errorf("%s with %q and %q: %q, want %q", test.system, test.environment, test.programs, got, test.want)
		}
	}
}
