package main

import (
	"bytes"
	"encoding/csv"
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write what the commands print into the documentation")

const fence = "```console\n"

// The examples in the documentation are run, and print what it says they print.
func TestDocs(t *testing.T) {
	t.Setenv("NO_COLOR", "1")
	for _, name := range []string{"docs/reading.md", "docs/stories.md", "docs/comparing.md"} {
		t.Run(name, func(t *testing.T) { runExamples(t, name) })
	}
}

func runExamples(t *testing.T, name string) {
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	parts := strings.Split(string(data), fence)
	if len(parts) < 2 {
		t.Fatal("there are no examples")
	}
	for i, part := range parts[1:] {
		example, rest, ok := strings.Cut(part, "```")
		command, said, _ := strings.Cut(example, "\n")
		if !ok || !strings.HasPrefix(command, "$ variorum ") {
			t.Fatalf("no example of a command: %q", command)
		}
		got := printed(t, strings.TrimPrefix(command, "$ variorum "))
		if got != said && !*update {
			t.Errorf("%s\nprints\n%s\nbut it says here\n%s", command, got, said)
		}
		parts[i+1] = command + "\n" + got + "```" + rest
	}
	if *update {
		if err := os.WriteFile(name, []byte(strings.Join(parts, fence)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// The picture in the README is the reader's own frame.
func TestPicture(t *testing.T) {
	got := printed(t, `snapshot --size 120x36 --format svg --keys "enter enter n n n n n n"`)
	if *update {
		if err := os.WriteFile("docs/reading.svg", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("docs/reading.svg")
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Error("docs/reading.svg is not what the reader shows; run go test . -run TestPicture -update")
	}
}

// printed returns all that a command line prints.
func printed(t *testing.T, line string) string {
	t.Helper()
	words := csv.NewReader(strings.NewReader(line))
	words.Comma = ' '
	args, err := words.Read()
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	run(args, strings.NewReader(""), &out, &out)
	return out.String()
}
