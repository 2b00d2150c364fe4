// Variorum shows what happened to the wording of a story between its copies.
//
// The commands are thin: they read their flags, let corpus load and diff
// compare, and hand the result to the reader (tui), to the renderer
// (tui/view), or to a format for programs (diff/export). What the reader is told
// by its configuration (settings) and by earlier runs (state) is read here too.
package main

import (
	"io"
	"os"
	"runtime/debug"

	"variorum/corpus/index"
)

func main() {
	// Nearly all that a comparison allocates it needs to the end: looking for
	// garbage half as often saves a twentieth of the time.
	debug.SetGCPercent(200)
	// Not so where there is much of it, as in an archive.
	debug.SetMemoryLimit(800 << 20)
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run runs one command line and returns its exit status: 0, or for compare 1
// where there are differences, or 2 for trouble.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	s := &session{in: stdin, out: stdout, err: stderr}
	defer s.close()
	root := s.readCommand()
	root.AddCommand(s.listCommand(), s.compareCommand(), s.snapshotCommand(), s.storyCommand(), s.indexCommand(), s.configCommand(), s.manCommand())
	root.SetHelpCommand(s.helpCommand())
	askForShell(root)
	root.SetFlagErrorFunc(flagTrouble)
	root.Version = version()
	root.SilenceErrors, root.SilenceUsage = true, true // trouble is told below, in one line
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	if err := root.Execute(); err != nil {
		report(stderr, err)
		return 2
	}
	return s.status
}

// session is one run of the program.
type session struct {
	in      io.Reader
	out     io.Writer
	err     io.Writer
	status  int
	noIndex bool
	index   *index.Index // that is in use
}

// version is that of the module, where the build knows it.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "built from source"
}
