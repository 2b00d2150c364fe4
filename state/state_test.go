package state

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"

	"variorum/tui"
)

func story(name string, at int) tui.StoryState {
	return tui.StoryState{Story: name, Sides: [2]string{name + "-1", name + "-2"}, Top: &tui.Spot{Side: 1, Paragraph: at, At: 5}, Current: &tui.Spot{Paragraph: at}}
}

func save(t *testing.T, path string, s tui.State) {
	t.Helper()
	if err := Save(path, s); err != nil {
		t.Fatal(err)
	}
}

func names(s tui.State) string {
	var out []string
	for _, x := range s.Stories {
		out = append(out, x.Story)
	}
	return strings.Join(out, " ")
}

// What was saved is loaded, and what somebody else saved stays.
func TestRoundTrip(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deep", "state.json")
	if got := Load(path); !reflect.DeepEqual(got, tui.State{}) {
		t.Errorf("without a file %+v is remembered", got)
	}
	save(t, path, tui.State{})
	if _, err := os.Stat(path); err == nil {
		t.Error("a file was written to hold nothing")
	}
	fold := true
	first := tui.State{Layout: "inline", Fold: &fold, Ignore: &[]string{"case"}, Stories: []tui.StoryState{story("ferry", 3), story("hive", 4)}}
	save(t, path, first)
	if got := Load(path); !reflect.DeepEqual(got, first) {
		t.Errorf("%+v was saved and %+v loaded", first, got)
	}
	save(t, path, tui.State{Layout: "stacked", Stories: []tui.StoryState{story("hive", 9), story("silo", 1)}})
	got := Load(path)
	if names(got) != "hive silo ferry" || *got.Stories[0].Top != (tui.Spot{Side: 1, Paragraph: 9, At: 5}) || *got.Stories[2].Top != *first.Stories[0].Top {
		t.Errorf("stories %+v", got.Stories)
	}
	if got.Layout != "stacked" || got.Fold == nil || !*got.Fold || got.Ignore == nil || (*got.Ignore)[0] != "case" {
		t.Errorf("%+v is remembered of how comparisons were shown", got)
	}
	if info, err := os.Stat(path); err == nil && runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("others may read the file: %v", info.Mode())
	}
}

// A file that is no state is set aside, whatever it is, and nobody is troubled.
func TestDamage(t *testing.T) {
	for _, damaged := range []string{
		"", "{", "\x00\x01\x02", "[]", `"state"`, "null", `{"schema":"variorum.state/2","stories":[]}`, `{"schema":"variorum.state/1","stories":{}}`,
		`{"schema":"variorum.state/1","stories":[{"story":"a","sides":["b"],"top":{"side":"left"}}]}`, strings.Repeat(" ", maxFile+1),
	} {
		path := filepath.Join(t.TempDir(), "state.json")
		if err := os.WriteFile(path, []byte(damaged), 0o666); err != nil {
			t.Fatal(err)
		}
		if got := Load(path); !reflect.DeepEqual(got, tui.State{}) {
			t.Errorf("%.60q: %+v is remembered", damaged, got)
		}
		save(t, path, tui.State{Stories: []tui.StoryState{story("ferry", 1)}})
		if got := Load(path); names(got) != "ferry" {
			t.Errorf("%.60q: then %q is remembered", damaged, names(got))
		}
		if aside, err := os.ReadFile(path + ".damaged"); err != nil || string(aside) != damaged {
			t.Errorf("%.60q: it was not set aside (error %v)", damaged, err)
		}
	}
	path := filepath.Join(t.TempDir(), "state.json")
	long := strings.Repeat("x", maxName+1)
	if err := os.WriteFile(path, []byte(`{"schema":"variorum.state/1","more":1,"stories":[{"story":""},{"story":"`+long+`"},{"story":"ferry"}]}`), 0o666); err != nil {
		t.Fatal(err)
	}
	if got := Load(path); names(got) != "ferry" {
		t.Errorf("of three stories %q are taken", names(got))
	}
}

// Readers that end at the same time all find a place, and leave nothing else
// behind.
func TestManyWriters(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "state.json")
	var wait sync.WaitGroup
	const writers, each = 8, 10
	for w := range writers {
		wait.Go(func() {
			for i := range each {
				if err := Save(path, tui.State{Stories: []tui.StoryState{story(fmt.Sprintf("s%d-%d", w, i), i)}}); err != nil {
					t.Error(err)
				}
				if names(Load(path)) == "" {
					t.Error("for a moment there was no file")
				}
			}
		})
	}
	wait.Wait()
	if got := Load(path); len(got.Stories) != writers*each {
		t.Errorf("%d stories are remembered, of %d", len(got.Stories), writers*each)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != "state.json" && e.Name() != "lock" {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}

// The file does not grow without end: what was read longest ago is forgotten.
func TestBound(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state.json")
	for i := range 3 {
		var s tui.State
		for j := range 200 {
			s.Stories = append(s.Stories, story(fmt.Sprintf("s%d-%d", i, j), j))
		}
		save(t, path, s)
	}
	got := Load(path)
	if len(got.Stories) != MaxStories || got.Stories[0].Story != "s2-0" || got.Stories[MaxStories-1].Story != "s0-99" {
		t.Errorf("%d stories, from %s to %s", len(got.Stories), got.Stories[0].Story, got.Stories[len(got.Stories)-1].Story)
	}
}

func TestPath(t *testing.T) {
	for _, test := range []struct {
		goos string
		env  map[string]string
		want string
	}{
		{"linux", map[string]string{"XDG_STATE_HOME": "/s", "HOME": "/h"}, "/s/variorum/state.json"},
		{"linux", map[string]string{"XDG_STATE_HOME": "s", "HOME": "/h"}, "/h/.local/state/variorum/state.json"},
		{"linux", nil, ""},
		{"darwin", map[string]string{"HOME": "/h"}, "/h/Library/Application Support/variorum/state.json"},
		{"windows", map[string]string{"LocalAppData": "/l", "HOME": "/h"}, "/l/variorum/state.json"},
	} {
		if got := filepath.ToSlash(Path(test.goos, func(name string) string { return test.env[name] })); got != test.want {
			t.Errorf("%s with %v: %q, want %q", test.goos, test.env, got, test.want)
		}
	}
}

// Of two files what they say now is remembered, and not what they said before.
func TestFilesOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state.json")
	for i, id := range []string{"draft", "final", "other"} {
		s := story(id, i)
		if s.Files = [2]string{"/ferry/a.txt", "/ferry/b.txt"}; id == "other" {
			s.Files = [2]string{}
		}
		save(t, path, tui.State{Stories: []tui.StoryState{s}})
	}
	if got := names(Load(path)); got != "other final" {
		t.Errorf("remembered are %s", got)
	}
}
