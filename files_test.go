//go:build unix

package main

import (
	"fmt"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// pairOfFiles writes two texts that differ in one of many paragraphs.
func pairOfFiles(t *testing.T) (a, b string) {
	t.Helper()
	dir := t.TempDir()
	a, b = filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.txt")
	put(t, a, paragraphs("four"))
	put(t, b, paragraphs("nine"))
	return a, b
}

func paragraphs(boats string) string {
	var s strings.Builder
	for i := range 40 {
		number := "some"
		if i == 20 {
			number = boats
		}
		fmt.Fprintf(&s, "On day %d of the strike there were %s boats at the quay.\n\n", i, number)
	}
	return s.String()
}

// put writes a file as careful editors do: a new one in the place of the old.
func put(t *testing.T, path, s string) {
	t.Helper()
	if err := os.WriteFile(path+".new", []byte(s), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(path+".new", path); err != nil {
		t.Fatal(err)
	}
}

// shows waits until a text is on the screen.
func (c *console) shows(t *testing.T, what string) {
	t.Helper()
	c.until(t, func() bool { return strings.Contains(c.text(), what) }, func() string {
		return fmt.Sprintf("%q is not on the screen, which shows\n%s", what, c.text())
	})
}

// upToStatus is a screen without its last line.
func upToStatus(s string) string { return s[:strings.LastIndexByte(s, '\n')] }

// TestEditor opens the file in an editor and comes back to the same place, with
// what the editor wrote.
func TestEditor(t *testing.T) {
	program := binary(t)
	a, b := pairOfFiles(t)
	editor := filepath.Join(t.TempDir(), "vim")
	// It waits for a line: the terminal must be the editor's to give it one.
	script := "#!/bin/sh\necho \"editing $1 $2\"\nread answer\nsed \"s/nine boats/$answer boats/\" \"$2\" > \"$2.new\" && mv \"$2.new\" \"$2\"\n"
	if err := os.WriteFile(editor, []byte(script), 0o777); err != nil {
		t.Fatal(err)
	}
	c := openOn(t, 100, 24, color.Black, []string{"EDITOR=" + editor}, program, a, b)
	c.expect(t, "at the start", frame(t, program, "100x24", "", a, b))
	c.press(t, "n\t")
	c.expect(t, "at the difference", frame(t, program, "100x24", "n tab", a, b))
	c.press(t, "o")
	c.shows(t, "editing +41 "+b[:20])
	c.restored(t)
	c.press(t, "eleven\n")
	c.shows(t, "reloaded")
	c.own(t)
	want := upToStatus(frame(t, program, "100x24", "n tab", a, b))
	if got := upToStatus(c.text()); got != want || !strings.Contains(got, "eleven") {
		t.Errorf("back from the editor the screen shows\n%s\nnot\n%s", got, want)
	}
	c.press(t, "q")
	c.left(t, 0)
}

// TestEditorMissing checks that an editor that is not there leaves the reader
// as it was, and says so.
func TestEditorMissing(t *testing.T) {
	program := binary(t)
	a, b := pairOfFiles(t)
	c := openOn(t, 120, 24, color.Black, []string{"VISUAL=no-such-editor"}, program, a, b)
	c.expect(t, "at the start", frame(t, program, "120x24", "", a, b))
	c.press(t, "o")
	c.shows(t, "no-such-editor: ")
	c.own(t)
	c.press(t, "n")
	c.expect(t, "after", frame(t, program, "120x24", "n", a, b))
	c.press(t, "q")
	c.left(t, 0)
}

// TestWatch changes a file while it is compared.
func TestWatch(t *testing.T) {
	program := binary(t)
	a, b := pairOfFiles(t)
	c := open(t, 100, 24, program, "--watch", a, b)
	c.expect(t, "at the start", frame(t, program, "100x24", "", a, b))
	c.press(t, "n")
	c.expect(t, "at the difference", frame(t, program, "100x24", "n", a, b))
	for _, boats := range []string{"eleven", "twelve"} {
		put(t, b, paragraphs(boats))
		c.shows(t, boats+" boats")
		c.shows(t, "reloaded")
		if got, want := upToStatus(c.text()), upToStatus(frame(t, program, "100x24", "n", a, b)); got != want {
			t.Errorf("after the change the screen shows\n%s\nnot\n%s", got, want)
		}
	}
	c.press(t, "q")
	c.left(t, 0)
}

// TestMouse clicks, and checks that the mouse can be left to the terminal.
func TestMouse(t *testing.T) {
	program := binary(t)
	a, b := pairOfFiles(t)
	c := open(t, 100, 24, program, a, b)
	c.expect(t, "at the start", frame(t, program, "100x24", "", a, b))
	c.press(t, "\x1b[<0;99;12M\x1b[<0;99;12m") // on the ruler
	c.expect(t, "after a click", frame(t, program, "100x24", "click:99,12", a, b))
	c.press(t, "M")
	c.shows(t, "M takes it back")
	c.until(t, func() bool { return !c.mouse() }, func() string { return "the reader keeps the mouse" })
	c.press(t, "M")
	c.until(t, c.mouse, func() string { return "the reader does not take the mouse back" })
	c.press(t, "q")
	c.left(t, 0)
}

// mouse reports whether the program has asked for the mouse.
func (c *console) mouse() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.modes[ansi.ModeMouseButtonEvent]
}
