package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding/ianaindex"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"variorum": main})
}

// TestScripts runs the commands as a shell would. UPDATE_SCRIPTS=1 rewrites
// what the scripts expect of them.
func TestScripts(t *testing.T) {
	seeds, err := filepath.Abs("../shared/seeds")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"encoded": encoded,
			"many":    many,
			"status":  status,
			"trouble": trouble,
			"zipped":  zipped,
		},
		Condition: func(name string) (bool, error) {
			if name != "seeds" {
				return false, fmt.Errorf("unknown condition %q", name)
			}
			_, err := os.Stat(seeds)
			return err == nil, nil
		},
		Setup: func(env *testscript.Env) error {
			for _, name := range []string{"NO_COLOR", "CLICOLOR_FORCE", "COLORTERM"} {
				env.Setenv(name, "")
			}
			env.Setenv("SEEDS", seeds)
			env.Setenv("XDG_CACHE_HOME", filepath.Join(env.WorkDir, "caches"))
			env.Setenv("TERM", "xterm-256color")
			// What an archive of plain text cannot hold.
			if err := os.WriteFile(filepath.Join(env.WorkDir, ".binary"), []byte("\x00\x01\x02\xff\xfe\x00"), 0o666); err != nil {
				return err
			}
			if err := archive(filepath.Join(env.WorkDir, ".ferries.zip")); err != nil {
				return err
			}
			names := filepath.Join(env.WorkDir, "names")
			if err := os.Mkdir(names, 0o777); err != nil {
				return err
			}
			return os.WriteFile(filepath.Join(names, "quay\x1b[2J.txt"), []byte("Quay \x1b[31mreopens\n\nThe quay was reopened.\n"), 0o666)
		},
	})
}

// archive writes a zip of two copies of a text, one in a folder, and of
// something whose name leads out of it.
func archive(name string) error {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range []struct{ name, text string }{
		{"morning.txt", "Ferry stays in port\n\nThe ferry has been in port for almost three weeks, and 40 people are waiting on the quay.\n"},
		{"late/evening.txt", "Ferry stays in port\n\nThe ferry has been in port for nearly three weeks, and 60 people are waiting on the quay.\n"},
		{"../../out.txt", "This must not get anywhere.\n"},
	} {
		w, err := z.Create(f.name)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, f.text); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(name, b.Bytes(), 0o666)
}

// many N DIR writes so many texts, all but the first two of which are about
// different things, and makes them an hour old.
func many(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: many N DIR")
	}
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	ts.Check(os.MkdirAll(ts.MkAbs(args[1]), 0o777))
	then := time.Now().Add(-time.Hour)
	for i := range n {
		said := fmt.Sprintf("Notice %d\n\nThe keeper of gate %d has seen %d carts and %d riders and wrote down number %d.\n", i, i*7, i*11, i*13, i*17)
		if i < 2 {
			said = "Ferry stays in port\n\nThe harbour master said that he would not reopen the channel before the ice has gone.\n"
		}
		file := filepath.Join(ts.MkAbs(args[1]), fmt.Sprintf("%04d.txt", i))
		ts.Check(os.WriteFile(file, []byte(said), 0o666))
		ts.Check(os.Chtimes(file, then, then))
	}
}

// encoded NAME FROM TO saves a file in an encoding, and makes it an hour old.
func encoded(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: encoded NAME FROM TO")
	}
	in, err := ianaindex.IANA.Encoding(args[0])
	ts.Check(err)
	data, err := in.NewEncoder().String(ts.ReadFile(args[1]))
	ts.Check(err)
	file, then := ts.MkAbs(args[2]), time.Now().Add(-time.Hour)
	ts.Check(os.WriteFile(file, []byte(data), 0o666))
	ts.Check(os.Chtimes(file, then, then))
}

// zipped DIR NAME writes a zip of the files in a folder, as a document of a word
// processor is one.
func zipped(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: zipped DIR NAME")
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	ts.Check(z.AddFS(os.DirFS(ts.MkAbs(args[0]))))
	ts.Check(z.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), b.Bytes(), 0o666))
}

// status N ARG... runs variorum and expects that exit status.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: status N ARG...")
	}
	got, want := 0, args[0]
	err := ts.Exec("variorum", args[1:]...)
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if strconv.Itoa(got) != want {
		ts.Fatalf("status %d, want %s", got, want)
	}
}

// trouble ARG... runs variorum and expects trouble: status 2, nothing on
// standard output, and one line in lower case that begins with the name of the
// program.
func trouble(ts *testscript.TestScript, neg bool, args []string) {
	if neg {
		ts.Fatalf("unsupported: ! trouble")
	}
	status(ts, false, append([]string{"2"}, args...))
	if out := ts.ReadFile("stdout"); out != "" {
		ts.Fatalf("standard output holds %q", out)
	}
	line, rest, ended := strings.Cut(ts.ReadFile("stderr"), "\n")
	what, named := strings.CutPrefix(line, "variorum: ")
	if !named || !ended || rest != "" || what == "" {
		ts.Fatalf("standard error is not one line: %q", line+"\n"+rest)
	}
	for _, r := range line {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 {
			ts.Fatalf("standard error holds the control character %U", r)
		}
	}
}
