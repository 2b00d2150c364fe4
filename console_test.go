//go:build unix

package main

import (
	"bytes"
	"errors"
	"fmt"
	"image/color"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// patience is how long a screen may take to come before a test gives up.
const patience = 30 * time.Second

// prompt is what stands on the terminal before the program starts.
const prompt = "$ variorum"

// binary builds the program.
func binary(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("builds the program, which takes a while")
	}
	path := filepath.Join(t.TempDir(), "variorum")
	if out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return path
}

// console is a terminal emulator with a program in it.
type console struct {
	cmd   *exec.Cmd
	tty   *os.File // the program's end, held open to see how it was left
	ctl   *os.File // the emulator's end
	begun *term.State

	mu     sync.Mutex
	screen *vt.Emulator
	modes  map[ansi.Mode]bool // those that the program set, and how it left them
	hidden bool               // the cursor
	taken  int                // how often the program has taken to the alternate screen
}

// open starts a program in a dark terminal of w by h cells.
func open(t *testing.T, w, h int, program string, args ...string) *console {
	t.Helper()
	return openOn(t, w, h, color.Black, nil, program, args...)
}

// openOn starts a program in a terminal with a background and some more in its
// environment.
func openOn(t *testing.T, w, h int, background color.Color, environment []string, program string, args ...string) *console {
	t.Helper()
	return openWith(t, nil, w, h, background, environment, program, args...)
}

// openWith starts a program with something on its standard input other than the
// terminal.
func openWith(t *testing.T, in io.Reader, w, h int, background color.Color, environment []string, program string, args ...string) *console {
	t.Helper()
	ctl, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	c := &console{ctl: ctl, tty: tty, screen: vt.NewEmulator(w, h), modes: map[ansi.Mode]bool{}}
	t.Cleanup(func() { ctl.Close(); tty.Close() })
	c.screen.SetCallbacks(vt.Callbacks{
		EnableMode: func(m ansi.Mode) {
			c.modes[m] = true
			if m == ansi.ModeAltScreenSaveCursor {
				c.taken++
			}
		},
		DisableMode:      func(m ansi.Mode) { c.modes[m] = false },
		CursorVisibility: func(visible bool) { c.hidden = !visible },
	})
	c.screen.SetDefaultBackgroundColor(background)
	c.screen.WriteString(prompt + "\r\n")
	clear(c.modes)
	if c.begun, err = term.GetState(tty.Fd()); err != nil {
		t.Fatal(err)
	}
	c.resize(t, w, h)

	c.cmd = exec.Command(program, args...)
	c.cmd.Env = append(environment, "TERM=xterm-256color", "COLORTERM=truecolor", "HOME="+t.TempDir(), "PATH="+os.Getenv("PATH"))
	c.cmd.Stdin, c.cmd.Stdout, c.cmd.Stderr = tty, tty, tty
	if in != nil {
		c.cmd.Stdin = in
	}
	c.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true, Ctty: 1}
	if err := c.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.cmd.Process.Kill() })
	go c.show()
	go c.answer()
	return c
}

// show puts what the program writes on the screen.
func (c *console) show() {
	buf := make([]byte, 1<<16)
	for {
		n, err := c.ctl.Read(buf)
		c.mu.Lock()
		c.screen.Write(buf[:n])
		c.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// answer sends the program what the terminal says to its questions.
func (c *console) answer() {
	buf := make([]byte, 1<<12)
	for {
		n, err := c.screen.Read(buf)
		if err != nil {
			return
		}
		c.ctl.Write(buf[:n])
	}
}

func (c *console) resize(t *testing.T, w, h int) {
	t.Helper()
	c.mu.Lock()
	c.screen.Resize(w, h)
	c.mu.Unlock()
	if err := pty.Setsize(c.ctl, &pty.Winsize{Rows: uint16(h), Cols: uint16(w)}); err != nil {
		t.Fatal(err)
	}
}

// press sends the bytes of keys.
func (c *console) press(t *testing.T, keys string) {
	t.Helper()
	if _, err := c.ctl.WriteString(keys); err != nil {
		t.Fatal(err)
	}
}

// text returns what is on the screen.
func (c *console) text() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	var lines []string
	for y := range c.screen.Height() {
		var line strings.Builder
		for x := 0; x < c.screen.Width(); {
			cell := c.screen.CellAt(x, y)
			if cell == nil || cell.Width == 0 {
				x++
				continue
			}
			line.WriteString(cell.Content)
			x += cell.Width
		}
		lines = append(lines, strings.TrimRight(line.String(), " "))
	}
	return strings.Join(lines, "\n")
}

// expect waits until the screen shows a text.
func (c *console) expect(t *testing.T, what, want string) {
	t.Helper()
	c.until(t, func() bool { return c.text() == want }, func() string {
		return fmt.Sprintf("%s: the screen shows\n%s\n\nwhere snapshot prints\n%s\n\n%s", what, c.text(), want, unlike(c.text(), want))
	})
}

func (c *console) until(t *testing.T, reached func() bool, complaint func() string) {
	t.Helper()
	for deadline := time.Now().Add(patience); !reached(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal(complaint())
		}
	}
}

// unlike names the first line in which two screens differ.
func unlike(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d: %q, not %q", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("%d lines, not %d", len(g), len(w))
}

// alternate reports whether the screen is the program's: the alternate one,
// or at least without a cursor.
func (c *console) alternate() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.screen.IsAltScreen() || c.hidden
}

// ended waits until the program has gone.
func (c *console) ended(t *testing.T) {
	t.Helper()
	exited := make(chan error, 1)
	go func() { exited <- c.cmd.Wait() }()
	select {
	case <-exited:
	case <-time.After(patience):
		t.Fatalf("the program does not end; the screen shows\n%s", c.text())
	}
}

// left checks that the program has gone and the terminal is as it was.
func (c *console) left(t *testing.T, status int) {
	t.Helper()
	c.ended(t)
	if got := c.cmd.ProcessState.ExitCode(); got != status {
		t.Errorf("exit status %d, want %d", got, status)
	}
	c.restored(t)
	if rest := c.unread(t); rest != "" {
		t.Errorf("the shell will read %q", rest)
	}
	if !strings.HasPrefix(c.text(), prompt) {
		t.Errorf("what stood on the terminal before is gone; it shows\n%s", c.text())
	}
}

// restored checks that the terminal is in the modes in which the program found
// it.
func (c *console) restored(t *testing.T) {
	t.Helper()
	// The last of what it wrote may still be on its way to the emulator.
	c.until(t, func() bool { return !c.alternate() }, func() string { return "the alternate screen was not left, or the cursor not shown again" })
	after, err := term.GetState(c.tty.Fd())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(c.begun, after) {
		t.Error("the settings of the terminal are not what they were")
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, m := range []ansi.Mode{ansi.ModeMouseX10, ansi.ModeMouseNormal, ansi.ModeMouseButtonEvent, ansi.ModeMouseAnyEvent,
		ansi.ModeMouseExtSgr, ansi.ModeBracketedPaste, ansi.ModeFocusEvent} {
		if c.modes[m] {
			t.Errorf("mode %d was left on", m.Mode())
		}
	}
}

// unread returns what the program has left of its input.
func (c *console) unread(t *testing.T) string {
	t.Helper()
	if _, err := term.MakeRaw(c.tty.Fd()); err != nil {
		t.Fatal(err)
	}
	fd := int(c.tty.Fd())
	if err := syscall.SetNonblock(fd, true); err != nil {
		t.Fatal(err)
	}
	buf := make([]byte, 1<<12)
	n, err := syscall.Read(fd, buf)
	if err != nil && !errors.Is(err, syscall.EAGAIN) {
		t.Fatal(err)
	}
	return string(buf[:max(n, 0)])
}

// frame returns what snapshot prints for keys.
func frame(t *testing.T, program string, size, keys string, paths ...string) string {
	t.Helper()
	return snapshot(t, program, append([]string{"--size", size, "--keys", keys}, paths...)...)
}

func snapshot(t *testing.T, program string, args ...string) string {
	t.Helper()
	cmd := exec.Command(program, append([]string{"snapshot"}, args...)...)
	var trouble bytes.Buffer
	cmd.Stderr = &trouble
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("snapshot: %v\n%s", err, &trouble)
	}
	return strings.TrimSuffix(string(out), "\n")
}

// unlikeCells names the first cell with something in it that does not look as
// it should.
func (c *console) unlikeCells(want *vt.Emulator) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	for y := range want.Height() {
		for x := range want.Width() {
			got, want := c.screen.CellAt(x, y), want.CellAt(x, y)
			if want == nil || strings.TrimSpace(want.Content) == "" {
				continue
			}
			if got == nil {
				return fmt.Sprintf("column %d of line %d is off the screen", x+1, y+1)
			}
			if got.Content != want.Content || !got.Style.Equal(&want.Style) {
				return fmt.Sprintf("column %d of line %d is %q %+v, not %q %+v", x+1, y+1, got.Content, got.Style, want.Content, want.Style)
			}
		}
	}
	return ""
}
