package tui

import (
	"slices"
	"strings"
	"testing"

	"variorum/corpus"
)

func TestEditorCommand(t *testing.T) {
	for _, test := range []struct{ editor, path, want string }{
		{"vi", "a.txt", "vi|+7|./a.txt"},
		{"/usr/bin/nvim", "/news/a b.txt", "/usr/bin/nvim|+7|/news/a b.txt"},
		{"emacsclient -nw", "news/a.txt", "emacsclient|-nw|+7|./news/a.txt"},
		{"nano", "-x.txt", "nano|+7|./-x.txt"},
		{"vim", "+!reboot.txt", "vim|+7|./+!reboot.txt"},
		{"hx", "a.txt", "hx|./a.txt:7"},
		{"code", "a.txt", "code|-w|-g|./a.txt:7"},
		{"code -w", "a.txt", "code|-w|-g|./a.txt:7"},
		{"subl", "a.txt", "subl|-w|./a.txt:7"},
		{"some-editor", "a.txt", "some-editor|./a.txt"},
	} {
		if got := strings.Join(editorCommand(test.editor, test.path, 7), "|"); got != test.want {
			t.Errorf("%s %s: %s, want %s", test.editor, test.path, got, test.want)
		}
	}
}

// TestLineOf checks the line of the file under the cursor: wrapped lines and
// markup lie between the bytes of the text and those of the file.
func TestLineOf(t *testing.T) {
	source := "# The **quay**\r\n\r\nThe quay was\r\nreopened on [Monday](http://a.example).\r\n\r\n\r\nNobody came.\r\n"
	d, err := corpus.Parse("a.md", []byte(source), corpus.Auto)
	if err != nil {
		t.Fatal(err)
	}
	var lines []int
	for b := range d.Blocks {
		for _, word := range []string{"The", "Monday", "Nobody"} {
			if at := strings.Index(d.Blocks[b].Text, word); at >= 0 {
				lines = append(lines, lineOf(d, b, at))
			}
		}
	}
	if want := []int{1, 3, 4, 7}; !slices.Equal(lines, want) {
		t.Errorf("lines %v, want %v", lines, want)
	}
}
