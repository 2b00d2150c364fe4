package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// arrows say which packages of the module a package may import. A package that
// is not named here has yet to be given its place.
var arrows = map[string][]string{
	"text":          {},
	"corpus":        {"corpus/papers", "text"},
	"corpus/papers": {},
	"corpus/sample": {},
	"corpus/index":  {"corpus"},
	"corpus/rules":  {"corpus"},
	"diff":          {"text"},
	"diff/export":   {"corpus", "diff", "text"},
	"collation":     {"diff", "text"},
	"tui/view":      {"corpus", "diff", "collation", "text"},
	"tui":           {"tui/view", "corpus", "diff", "collation", "text"},
	"settings":      {"tui", "tui/view", "diff"},
	"state":         {"tui"},
	".":             {"text", "corpus", "corpus/sample", "corpus/index", "corpus/rules", "diff", "diff/export", "tui", "tui/view", "settings", "state"},
}

// TestImports holds the shape of the program: what may know of what. Tests may
// import more than the package that they test, but not what stands above it.
func TestImports(t *testing.T) {
	seen := map[string]bool{}
	for file, imports := range importsOf(t) {
		home := path.Dir(file)
		allowed, known := arrows[home]
		if !known {
			t.Errorf("%s: package %q has no place among the arrows", file, home)
			continue
		}
		seen[home] = true
		for _, imported := range imports {
			ours, found := strings.CutPrefix(imported, "variorum/")
			if imported == "variorum" {
				ours, found = ".", true
			}
			test := strings.HasSuffix(file, "_test.go")
			switch {
			case found && ours != home && !slices.Contains(allowed, ours) && !(test && home != "text" && beneath(ours, home)):
				t.Errorf("%s imports %s", file, imported)
			case strings.Contains(imported, "bubbletea") && home != "tui":
				t.Errorf("%s imports Bubble Tea, which is for tui alone", file)
			case strings.Contains(imported, "sqlite") && home != "corpus/index":
				t.Errorf("%s imports SQLite, which is for corpus/index alone", file)
			}
		}
	}
	for home := range arrows {
		if !seen[home] {
			t.Errorf("no package %s is there", home)
		}
	}
}

// beneath reports whether one package never reaches another, so that a test of
// the second may use the first.
func beneath(used, user string) bool {
	return used != "." && !slices.Contains(arrows[used], user) &&
		!slices.ContainsFunc(arrows[used], func(next string) bool { return !beneath(next, user) })
}

// importsOf returns the imports of every Go file, by its path.
func importsOf(t *testing.T) map[string][]string {
	t.Helper()
	imports := map[string][]string{}
	err := filepath.WalkDir(".", func(file string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (entry.Name() == "testdata" || strings.HasPrefix(entry.Name(), ".") && file != "."):
			return filepath.SkipDir
		case filepath.Ext(file) != ".go":
			return nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		name := filepath.ToSlash(file)
		imports[name] = nil
		for _, spec := range parsed.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			imports[name] = append(imports[name], imported)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return imports
}
