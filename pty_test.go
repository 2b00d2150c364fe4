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

// The tests here run the program itself in a pseudo-terminal, with an emulator
// in the place of the user's, and compare what is on its screen with what
// snapshot prints for the same keys.

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

// TestPiped holds that a text can come in on standard input, and the keys from the
// terminal.
func TestPiped(t *testing.T) {
	program := binary(t)
	dir := t.TempDir()
	saved := filepath.Join(dir, "evening.txt")
	const text = "Ferry stays in port\n\nThe harbour master said on Monday that the ferry has been in port for %s three weeks.\n"
	if err := os.WriteFile(saved, fmt.Appendf(nil, text, "nearly"), 0o666); err != nil {
		t.Fatal(err)
	}
	in := func() io.Reader { return strings.NewReader(fmt.Sprintf(text, "almost")) }
	c := openWith(t, in(), 100, 24, color.Black, nil, program, "-", saved)
	keys := ""
	for _, step := range []struct{ name, sends string }{{"", ""}, {"enter", "\r"}, {"enter", "\r"}, {"n", "n"}, {"o", "o"}} {
		c.press(t, step.sends)
		keys += " " + step.name
		shot := exec.Command(program, "snapshot", "-", saved, "--size", "100x24", "--keys", keys)
		shot.Stdin = in()
		want, err := shot.Output()
		if err != nil {
			t.Fatal(err)
		}
		c.expect(t, "after"+keys, strings.TrimSuffix(string(want), "\n"))
	}
	c.press(t, "q")
	c.left(t, 0)

	// Typed, no text comes in.
	c = open(t, 100, 24, program, "-")
	c.left(t, 2)
	if !strings.Contains(c.text(), "variorum: -: standard input is the terminal; let a text come in on it") {
		t.Errorf("it is not said that nothing comes in:\n%s", c.text())
	}
}

// TestTerminal walks through the reader as a user does, and compares every
// screen on the way.
func TestTerminal(t *testing.T) {
	program := binary(t)
	c := open(t, 120, 40, program)
	keys, size := "", "120x40"
	expect := func(what string) {
		t.Helper()
		c.expect(t, what, frame(t, program, size, keys))
	}
	expect("at the start")
	c.own(t)
	for _, step := range []struct{ name, sends string }{
		{"down", "\x1b[B"}, {"up", "k"}, {"/", "/"}, {"type:e", "e"}, {"esc", "\x1b"},
		{"enter", "\r"}, {"tab", "\t"}, {"tab", "\t"}, {"enter", "\r"},
		{"n", "n"}, {"n", "n"}, {"pgdown", "\x1b[6~"}, {"v", "v"}, {"v", "v"}, {"v", "v"},
		{"i", "i"}, {"x", "x"}, {">", ">"}, {"N", "N"}, {"?", "?"}, {"esc", "\x1b"},
		{"d", "d"}, {"down", "\x1b[B"}, {"enter", "\r"}, {"G", "G"}, {"ctrl+u", "\x15"},
	} {
		keys += " " + step.name
		c.press(t, step.sends)
		expect("after" + keys)
	}
	for _, s := range []struct{ w, h int }{{80, 24}, {40, 10}, {10, 3}, {100, 30}} {
		size := fmt.Sprintf("%dx%d", s.w, s.h)
		keys += " size:" + size
		c.resize(t, s.w, s.h)
		expect("at " + size)
	}
	c.press(t, "q")
	c.left(t, 0)
}

// TestFastKeys checks that keys that come all at once lead where they would
// lead one by one.
func TestFastKeys(t *testing.T) {
	program := binary(t)
	c := open(t, 100, 30, program)
	c.until(t, c.alternate, func() string { return "the alternate screen was not entered" })
	c.press(t, "\r\rnnvxn>Nd\x1b[B\rvvnnnk")
	c.expect(t, "after all keys", frame(t, program, "100x30", "enter enter n n v x n > N d down enter v v n n n k"))
	c.press(t, "q")
	c.left(t, 0)
}

// TestWaysOut checks that the terminal is left in order however the reader is
// left, at once after the start among them.
func TestWaysOut(t *testing.T) {
	program := binary(t)
	t.Run("ctrl+c", func(t *testing.T) {
		c := open(t, 80, 24, program)
		c.expect(t, "at the start", frame(t, program, "80x24", ""))
		c.press(t, "\x03")
		c.left(t, 0)
	})
	t.Run("before anything is shown", func(t *testing.T) {
		c := open(t, 80, 24, program)
		c.press(t, "q")
		c.left(t, 0)
	})
	t.Run("terminated", func(t *testing.T) {
		c := open(t, 80, 24, program)
		c.expect(t, "at the start", frame(t, program, "80x24", ""))
		if err := c.cmd.Process.Signal(syscall.SIGTERM); err != nil {
			t.Fatal(err)
		}
		c.left(t, 0)
	})
	t.Run("signal of a hangup", func(t *testing.T) {
		c := open(t, 80, 24, program)
		c.expect(t, "at the start", frame(t, program, "80x24", ""))
		if err := c.cmd.Process.Signal(syscall.SIGHUP); err != nil {
			t.Fatal(err)
		}
		c.left(t, 0)
	})
	t.Run("terminal closed", func(t *testing.T) {
		c := open(t, 80, 24, program)
		c.expect(t, "at the start", frame(t, program, "80x24", ""))
		c.ctl.Close()
		c.tty.WriteString(" ") // lets go of the end that is still being read
		c.ended(t)
	})
	t.Run("nothing to read", func(t *testing.T) {
		c := open(t, 80, 24, program, filepath.Join(t.TempDir(), "nowhere"))
		c.left(t, 2)
		// What the program wrote last may still be on its way through the terminal.
		c.until(t, func() bool { return strings.Contains(c.text(), "nowhere: no such file") }, func() string {
			return "the terminal shows\n" + c.text()
		})
	})
	t.Run("nothing in a folder", func(t *testing.T) {
		c := open(t, 80, 24, program, t.TempDir())
		c.left(t, 2)
		c.mu.Lock()
		defer c.mu.Unlock()
		if _, entered := c.modes[ansi.ModeAltScreenSaveCursor]; entered {
			t.Error("the alternate screen was entered, for nothing")
		}
	})
}

// TestSuspend checks that ctrl+z gives the terminal back to the shell as it
// was, and that the reader comes back as it was.
func TestSuspend(t *testing.T) {
	program := binary(t)
	t.Run("from a shell", func(t *testing.T) {
		c := open(t, 80, 24, "sh", "-c", `set -m; "$1"; echo "stopped by $?"; read line; fg >/dev/null`, "sh", program)
		c.expect(t, "at the start", frame(t, program, "80x24", ""))
		c.press(t, "\r\rn")
		c.expect(t, "before", frame(t, program, "80x24", "enter enter n"))
		c.own(t)
		c.press(t, "\x1a")
		c.until(t, func() bool { return strings.Contains(c.text(), "stopped") }, func() string {
			return "the shell does not go on; the screen shows\n" + c.text()
		})
		c.restored(t)
		c.resize(t, 100, 26)
		c.press(t, "\n")
		c.expect(t, "back, with another size", frame(t, program, "100x26", "enter enter n"))
		c.own(t)
		c.press(t, "q")
		c.left(t, 0)
	})
	t.Run("with nobody to come back from", func(t *testing.T) {
		c := open(t, 80, 24, program)
		c.expect(t, "at the start", frame(t, program, "80x24", ""))
		c.press(t, "\x1a")
		// What is typed while the terminal is not the reader's is not for it.
		c.until(t, func() bool {
			c.mu.Lock()
			defer c.mu.Unlock()
			return c.taken == 2 && c.modes[ansi.ModeBracketedPaste]
		}, func() string { return "the reader does not come back" })
		c.press(t, "\r\rn")
		c.expect(t, "after", frame(t, program, "80x24", "enter enter n"))
		c.own(t)
		c.press(t, "q")
		c.left(t, 0)
	})
}

// own checks that the terminal is in the reader's modes.
func (c *console) own(t *testing.T) {
	t.Helper()
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.screen.IsAltScreen() || !c.hidden || !c.modes[ansi.ModeMouseButtonEvent] || !c.modes[ansi.ModeBracketedPaste] {
		t.Error("the reader is not on the alternate screen, without a cursor, with the mouse and pasting")
	}
}

// TestColours checks that the reader has the colours that snapshot gives it on
// a dark and on a light terminal, and none where none are wanted.
func TestColours(t *testing.T) {
	program := binary(t)
	const w, h, keys = 100, 30, "enter enter n"
	for _, test := range []struct {
		name        string
		background  color.Color
		environment []string
		as          []string
	}{
		{"dark", color.Black, nil, []string{"--theme", "dark"}},
		{"light", color.White, nil, []string{"--theme", "light"}},
		{"none", color.Black, []string{"NO_COLOR=1"}, []string{"--colors", "none"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := openOn(t, w, h, test.background, test.environment, program)
			c.expect(t, "at the start", frame(t, program, "100x30", ""))
			c.press(t, "\r\rn")
			args := append([]string{"--size", "100x30", "--keys", keys, "--format", "ansi"}, test.as...)
			want := vt.NewEmulator(w, h)
			want.WriteString(strings.ReplaceAll(snapshot(t, program, args...), "\n", "\r\n"))
			var wrong string
			c.until(t, func() bool {
				wrong = c.unlikeCells(want)
				return wrong == ""
			}, func() string { return wrong })
			c.press(t, "q")
			c.left(t, 0)
		})
	}
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

// A reader that is begun again is where it was, unless it is not to remember,
// and is as its configuration says.
func TestRemembers(t *testing.T) {
	program := binary(t)
	home := t.TempDir()
	config := filepath.Join(home, "variorum", "config.toml")
	environment := []string{"XDG_STATE_HOME=" + home, "XDG_CONFIG_HOME=" + home}
	begin := func(args ...string) *console {
		t.Helper()
		c := openOn(t, 100, 30, color.Black, environment, program, args...)
		c.expect(t, "at the start", frame(t, program, "100x30", ""))
		c.press(t, "\r\r")
		return c
	}
	end := func(c *console, key string) {
		t.Helper()
		c.press(t, key)
		c.left(t, 0)
	}
	c := begin("--no-state")
	c.press(t, "nn")
	c.expect(t, "without a memory", frame(t, program, "100x30", "enter enter n n"))
	end(c, "q")
	c = begin()
	c.expect(t, "the first time", frame(t, program, "100x30", "enter enter"))
	c.press(t, "nnnv")
	c.expect(t, "the first time", frame(t, program, "100x30", "enter enter n n n v"))
	end(c, "q")

	want := frame(t, program, "100x30", "enter enter n n n v")
	c = begin()
	c.expect(t, "the second time", want)
	if err := c.cmd.Process.Signal(syscall.SIGHUP); err != nil { // as good a way to leave as any
		t.Fatal(err)
	}
	c.ended(t)
	c = begin("--no-state")
	c.expect(t, "without a memory", frame(t, program, "100x30", "enter enter"))
	end(c, "q")
	c = begin()
	c.expect(t, "the third time", want)
	end(c, "q")

	if err := os.WriteFile(config, []byte("layout = \"stacked\"\n[keys]\nnext-difference = [\"j\"]\ndown = []\nquit = [\"Q\"]\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	c = openOn(t, 100, 30, color.Black, environment, program)
	c.expect(t, "with a configuration", snapshot(t, program, "--size", "100x30", "--config", config))
	c.press(t, "\r\rj")
	c.until(t, func() bool {
		return strings.Contains(c.text(), "\n4/19") && strings.Contains(c.text(), "A- Tarn border")
	}, func() string {
		return "the fourth difference is not shown, or not one text above the other; the screen is\n" + c.text()
	})
	end(c, "Q")
}
