package main

import (
	"os"
	"runtime"
	"slices"
)

// keyboard returns the terminal from which the reader takes its keys: standard
// input, or, where texts come in on that, the terminal that the program was
// started in; nil if there is none. done closes what was opened.
func (s *session) keyboard(paths []string) (in *os.File, done func(), err error) {
	in, done = terminalOf(s.in), func() {}
	if !slices.Contains(paths, "-") {
		return in, done, nil
	}
	if in != nil {
		return nil, done, hint(fault("-", "standard input is the terminal"), "let a text come in on it, as in curl PAGE | variorum -")
	}
	name := "/dev/tty"
	if runtime.GOOS == "windows" {
		name = "CONIN$"
	}
	tty, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return nil, done, nil // there is no terminal, which is said of both
	}
	return terminalOf(tty), func() { tty.Close() }, nil
}
