package tui

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/rogpeppe/go-internal/txtar"
)

// Keys that a reader cannot have are told of with the action that they are of,
// and, where two actions meet, with both.
func TestBadKeys(t *testing.T) {
	for _, test := range []struct {
		keys map[string][]string
		want string
	}{
		{map[string][]string{"opn": {"enter"}}, "opn: there is no such action"},
		{map[string][]string{"": {"enter"}}, ": there is no such action"},
		{map[string][]string{"open": {"Enter"}}, `open: unknown key "Enter"`},
		{map[string][]string{"quit": {}}, "quit: there must be a key to leave with"},
		{map[string][]string{"fold": {"n"}}, "fold: the key n means next-difference already, in a comparison"},
		{map[string][]string{"next-difference": {"f"}}, "next-difference: the key f means fold already, in a comparison"},
		{map[string][]string{"copy": {"shift+g"}}, "copy: the key G means end already, in a comparison"},
		{map[string][]string{"mark-a": {"z"}, "mark-b": {"z"}}, "mark-b: the key z means mark-a already, in the list of versions"},
		{map[string][]string{"problems": {"1"}}, ""}, // a sort of differences, but elsewhere
		{map[string][]string{"next-difference": {"N"}, "previous-difference": {"n"}, "back": {}, "quit": {"Q", "Q"}}, ""},
	} {
		err := CheckKeys(test.keys)
		var wrong *KeyError
		switch {
		case err == nil && test.want != "", err != nil && (!errors.As(err, &wrong) || test.want == "" || !strings.HasPrefix(err.Error(), test.want)):
			t.Errorf("%v: error %v, want %q", test.keys, err, test.want)
		}
	}
	if _, err := NewPlayer(Config{Corpus: testCorpus(t), Keys: map[string][]string{"quit": nil}}, 80, 24); err == nil {
		t.Error("a reader began that cannot be left")
	}
}

// Every action is told of once, with a name and what it does.
func TestActions(t *testing.T) {
	seen := map[string]bool{}
	for _, a := range Actions() {
		pick := strings.HasPrefix(a.Name, "pick-")
		if a.Name == "" || seen[a.Name] || len(a.Does) == 0 && !pick {
			t.Errorf("%+v", a)
		}
		seen[a.Name] = true
	}
	if len(seen) != int(numActions)-1 {
		t.Errorf("%d actions are told of, of %d", len(seen), numActions-1)
	}
}

// With other keys, help, the hints at the bottom and what is said about keys
// name those, and the old ones do nothing.
func TestOtherKeys(t *testing.T) {
	const file = "testdata/keys.txtar"
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	keys := map[string][]string{
		"open": {"o", "enter"}, "edit": {"E"}, "switch-focus": {"right"}, "search": {"ctrl+f", "/"}, "help": {"f1"}, "quit": {"ctrl+q"},
		"back": {"left"}, "previous-pick": {"h"}, "next-pick": {"l"}, "other-end": {}, "next-difference": {"+"}, "previous-difference": {},
		"toggle": {"t"}, "pick-1": {"f2"}, "problems": {"e"}, "mark-b": {"s"}, "sort": {}, "mouse": {"ctrl+t"},
	}
	steps, err := ParseScript(file, string(archive.Files[0].Data))
	if err != nil {
		t.Fatal(err)
	}
	shots, err := Play(Config{Corpus: testCorpus(t), Method: ansi.GraphemeWidth, Keys: keys}, steps, 100, 24)
	if err != nil {
		t.Fatal(err)
	}
	got := &txtar.Archive{Comment: archive.Comment, Files: archive.Files[:1:1]}
	for _, s := range shots {
		got.Files = append(got.Files, txtar.File{Name: s.Name, Data: []byte(strings.TrimRight(s.Frame.Plain(), "\n") + "\n")})
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if now, want := string(txtar.Format(got)), string(txtar.Format(archive)); now != want {
		t.Errorf("the screens are\n%s\nnot\n%s", now, want)
	}
}
