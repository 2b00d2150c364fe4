package settings

import (
	"flag"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"variorum/diff"
	"variorum/tui"
	"variorum/tui/view"
)

var update = flag.Bool("update", false, "write what is expected under testdata anew")

// What is wrong with a configuration is said with its line.
func TestErrors(t *testing.T) {
	const file = "testdata/errors.txtar"
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	got := &txtar.Archive{Comment: archive.Comment}
	for _, f := range archive.Files {
		config, _, _ := strings.Cut(string(f.Data), "=> ")
		_, err := Parse("config.toml", []byte(config))
		if err == nil {
			t.Errorf("%s: nothing is wrong with\n%s", f.Name, config)
			continue
		}
		got.Files = append(got.Files, txtar.File{Name: f.Name, Data: []byte(config + "=> " + err.Error() + "\n")})
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if now, want := string(txtar.Format(got)), string(txtar.Format(archive)); now != want {
		t.Errorf("got\n%s\nwant\n%s", now, want)
	}
}

const full = `theme = "evening"
colors = 256
layout = "inline"
ignore = ["case", "furniture"]
fold = true
mouse = false
editor = "hx"
[keys]
open = ["o", "enter"]
edit = ["E"]
"copy" = []
[themes.evening]
base = "light"
deleted = "red on #fff0f0"
[themes."a \"theme\" of\tmine"]
inserted = "#00aa00 bold"
`

func parse(t *testing.T, config string) *Settings {
	t.Helper()
	s, err := Parse("config.toml", []byte(config))
	if err != nil {
		t.Fatalf("%v in\n%s", err, config)
	}
	return s
}

func TestParse(t *testing.T) {
	s := parse(t, full)
	colors := view.Colors256
	said := map[string]bool{}
	for _, name := range names {
		said[name] = true
	}
	want := &Settings{
		Theme: "evening", Colors: &colors, Layout: view.Inline, Ignore: diff.IgnoreCase | diff.IgnoreFurniture,
		Fold: true, Editor: "hx", said: said,
		Keys: map[string][]string{"open": {"o", "enter"}, "edit": {"E"}, "copy": {}},
		Themes: []Theme{
			{"evening", "light", map[string]string{"deleted": "red on #fff0f0"}},
			{"a \"theme\" of\tmine", "auto", map[string]string{"inserted": "#00aa00 bold"}},
		},
	}
	if !reflect.DeepEqual(s, want) {
		t.Errorf("got %+v, want %+v", s, want)
	}
	theme, err := s.FindTheme(s.Theme)
	if err != nil || theme.Name != "evening" {
		t.Errorf("theme %q, error %v", theme.Name, err)
	}
	empty := parse(t, "\ufeff# nothing\r\n")
	empty.said = nil
	if !reflect.DeepEqual(empty, Default()) {
		t.Errorf("an empty file says %+v", empty)
	}
}

// What is written is read again as the same, and so is what its lines of what
// was not said would say.
func TestWrite(t *testing.T) {
	for _, config := range []string{"", full, "[keys]\nquit = [\"Q\"]\n"} {
		s := parse(t, config)
		var b strings.Builder
		if err := Write(&b, s); err != nil {
			t.Fatal(err)
		}
		again := parse(t, b.String())
		delete(again.said, "keys")
		delete(s.said, "keys") // its heading stands there either way
		if len(again.Keys) == 0 {
			again.Keys = s.Keys
		}
		if !reflect.DeepEqual(again, s) {
			t.Errorf("%s\nwas written as\n%s\nand read as %+v, not %+v", config, b.String(), again, s)
		}
		all := parse(t, regexp.MustCompile(`(?m)^#([^ ])`).ReplaceAllString(b.String(), "$1"))
		for _, name := range names {
			if !all.Says(name) {
				t.Errorf("%s is not written", name)
			}
		}
		if all.Theme != s.Theme || all.Layout != s.Layout || all.Ignore != s.Ignore || all.Fold != s.Fold || all.Mouse != s.Mouse || all.Editor != s.Editor {
			t.Errorf("what is not said is written as %+v, not %+v", all, s)
		}
		for _, a := range tui.Actions() {
			keys := a.Keys
			if chosen, ok := s.Keys[a.Name]; ok {
				keys = chosen
			}
			if !reflect.DeepEqual(all.Keys[a.Name], keys) {
				t.Errorf("%s is written with the keys %q, not %q", a.Name, all.Keys[a.Name], keys)
			}
		}
	}
}

// Nothing that a configuration holds makes reading or writing it fail in
// another way than with an error.
func FuzzParse(f *testing.F) {
	archive, err := txtar.ParseFile("testdata/errors.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range archive.Files {
		f.Add(string(file.Data))
	}
	f.Add(full)
	f.Fuzz(func(t *testing.T, config string) {
		s, err := Parse("config.toml", []byte(config))
		if err != nil {
			if !strings.HasPrefix(err.Error(), "config.toml:") {
				t.Errorf("error %q names no file", err)
			}
			return
		}
		var b strings.Builder
		if err := Write(&b, s); err != nil {
			t.Fatal(err)
		}
		if _, err := Parse("config.toml", []byte(b.String())); err != nil {
			t.Errorf("%v in\n%s", err, b.String())
		}
	})
}
