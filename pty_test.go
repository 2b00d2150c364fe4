//go:build unix

package main

import (
	"fmt"
	"image/color"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
)

// The tests here run the program itself in a pseudo-terminal, with an emulator
// in the place of the user's, and compare what is on its screen with what
// snapshot prints for the same keys.

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
	const said = "variorum: -: standard input is the terminal; let a text come in on it"
	c.until(t, func() bool { return strings.Contains(c.text(), said) }, func() string { return "it is not said that nothing comes in:\n" + c.text() })
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
	t.Run("all signals at once", func(t *testing.T) {
		c := open(t, 80, 24, program)
		c.expect(t, "at the start", frame(t, program, "80x24", ""))
		for _, s := range []os.Signal{syscall.SIGHUP, syscall.SIGTERM, os.Interrupt} {
			if err := c.cmd.Process.Signal(s); err != nil {
				t.Fatal(err)
			}
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
	t.Run("terminated meanwhile", func(t *testing.T) {
		c := open(t, 80, 24, "sh", "-c", `set -m; "$1"; kill %1; echo "stopped"; read line; fg >/dev/null`, "sh", program)
		c.expect(t, "at the start", frame(t, program, "80x24", ""))
		c.press(t, "\x1a")
		c.until(t, func() bool { return strings.Contains(c.text(), "stopped") }, func() string {
			return "the shell does not go on; the screen shows\n" + c.text()
		})
		c.press(t, "\n")
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

// What compare prints on a terminal without colours can be copied from it: the
// words that differ stand between marks.
func TestPrintedWithoutColours(t *testing.T) {
	dir := t.TempDir()
	var files []string
	for _, word := range []string{"almost", "nearly"} {
		file := filepath.Join(dir, word+".txt")
		if err := os.WriteFile(file, []byte("The ferry has been in port for "+word+" three weeks.\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	args := append([]string{"compare", "--format", "inline"}, files...)
	c := openOn(t, 80, 12, color.Black, []string{"NO_COLOR=1"}, binary(t), args...)
	c.ended(t)
	const want = "port for [-almost-] {+nearly+} three"
	c.until(t, func() bool { return strings.Contains(c.text(), want) }, func() string { return c.text() })
}
