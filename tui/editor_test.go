package tui

import (
	"fmt"
	"path/filepath"
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

// TestEdited checks which file the editor is given, and what is said of a text that
// is none.
func TestEdited(t *testing.T) {
	for _, test := range []struct {
		doc  corpus.Document
		want string
	}{
		{corpus.Document{Path: "a.txt", File: "a.txt"}, "a.txt:1"},
		{corpus.Document{Path: "news/r.jsonl#seven", File: "news/r.jsonl", Line: 7}, "news/r.jsonl:7"},
		{corpus.Document{Path: "r.json", File: "r.json", Line: 1}, "r.json:1"},
		{corpus.Document{Path: "x.zip/r.jsonl#seven", File: "x.zip", Line: 7, Packed: true}, "x.zip/r.jsonl#seven is inside an archive, not a file on disk"},
		{corpus.Document{Path: "a.txt.gz", File: "a.txt.gz", Packed: true}, "a.txt.gz is not plain text, which an editor could open"},
		{corpus.Document{Path: "a.docx", File: "a.docx", Packed: true}, "a.docx is not plain text, which an editor could open"},
		{corpus.Document{Path: "-", File: "-", Line: 3}, "this text came in on standard input, and is no file on disk"},
		{corpus.Document{Path: "git:a.txt", Revision: "c0ffee"}, "git:a.txt is a revision in git, not a file on disk"},
	} {
		p, err := NewPlayer(Config{Files: true, Editor: "ed", Pair: [2]*corpus.Document{&test.doc, {Path: "other.txt"}}}, 100, 24)
		if err != nil {
			t.Fatal(err)
		}
		path, line, got := p.model.reading().file(p.model)
		if got == "" {
			got = fmt.Sprintf("%s:%d", path, line)
		}
		if got != test.want {
			t.Errorf("%s: %s, want %s", test.doc.Path, got, test.want)
		}
	}
}

// TestReadAgainOfMany checks that a record is left as it is when the comparison is
// read again, and that the file beside it is not.
func TestReadAgainOfMany(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.txt")
	write(t, path, "Four boats lay at the quay.\n")
	a := &corpus.Document{Path: path, File: path}
	b := &corpus.Document{Path: "r.jsonl#seven", File: "r.jsonl", Line: 7}
	now, err := readAgain(corpus.Options{}, [2]*corpus.Document{a, b})
	if err != nil || now[0] == a || now[1] != b {
		t.Errorf("read again: %v, %v", now, err)
	}
	p, err := NewPlayer(Config{Files: true, Pair: [2]*corpus.Document{b, {Path: "x.zip/a.txt", File: "x.zip", Packed: true}}}, 100, 24)
	if err != nil {
		t.Fatal(err)
	}
	press(t, p, "R")
	if lineWith(p, "r.jsonl#seven is one text of many in a file, and not read again") < 0 {
		t.Errorf("the screen shows\n%s", p.Frame().Plain())
	}
}
