package view

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/rogpeppe/go-internal/txtar"

	"variorum/diff"
	"variorum/text"
)

type namedScreen struct {
	name string
	s    Screen
}

// screens returns the screens that the goldens show, by name.
func screens(t testing.TB, w int) []namedScreen {
	archive, err := txtar.ParseFile("testdata/pages/edited.txtar")
	if err != nil {
		t.Fatal(err)
	}
	data := parts(archive)
	page := NewPage(compared(t, data["a"], data["b"], diff.HumanTiers), heads, Options{Width: w, Method: ansi.GraphemeWidth, Ruler: true})
	stories := []StoryRow{{Title: "Ferry to Saint Orre to run again after six weeks in dock", Versions: 3, Date: "2031-05-02T08:00"}, {Title: "Crane falls at Port Aster", Versions: 2, Date: "2031"}, {Title: "", Versions: 1, Date: ""}}
	library := Library{
		Stories: stories, Total: 3,
		Versions: []VersionRow{
			{"Ferry to run again", "The Ferry Post", "2031-05-02T08:00", "en", "first", "news/post.txt", 1204, 'a'},
			{"Ferry to run again", "", "2031-05-03", "en", "same-text", "news/copy\x1b[31m.txt", 86, 'b'},
			{"Islanders rejoice", "Saint Orre Gazette", "", "en", "related", "news/gazette.txt", 430, 0},
		},
		Version: 1,
		Shares:  [][]float64{{1, 0.97, 0.02}, {0.999, 1, 0.3}, {0, math.NaN(), 1}},
		Hints:   []KeyHelp{{"enter", "open"}, {"tab", "versions"}, {"/", "filter"}, {"?", "keys"}, {"q", "quit"}}, ProblemKey: "p",
		Opening: []text.Block{{Text: "The ferry to Saint Orre will run again from Monday after almost six weeks in dock, the harbour board said."}, {Text: "It had lost a rudder in the March storm."}},
	}
	chosen := library
	chosen.Right, chosen.Problems = true, []string{"news/broken.txt: not text"}
	chosen.Hints = []KeyHelp{{"enter", "compare A and B"}, {"a b", "mark"}, {"esc", "stories"}, {"?", "keys"}, {"q", "quit"}}
	filtered := library
	filtered.Filter, filtered.Typing, filtered.Stories = "crane", true, stories[1:2]
	filtered.Hints = []KeyHelp{{"enter", "keep"}, {"esc", "clear"}}
	many := library
	many.Versions, many.Shares, many.Version = nil, nil, 20
	for i := range 30 {
		many.Versions = append(many.Versions, VersionRow{Outlet: fmt.Sprintf("Outlet %d", i+1), Words: 100 + i, Match: "related"})
		row := make([]float64, 30)
		for j := range row {
			row[j] = float64(i*j%30) / 30
		}
		many.Shares = append(many.Shares, row)
	}
	keys := []KeyHelp{{"?", "keys"}}
	leave := []KeyHelp{{"esc", "back"}, {"q", "quit"}}
	help := Help{Title: "Keys", Hints: leave, Keys: []KeyHelp{{"", "Everywhere"}, {"?", "all keys"}, {"q, ctrl+c", "quit"}, {"", "In a list"}, {"up/k, down/j", "move"}, {"/", "filter"}}}
	return []namedScreen{
		{"library", library},
		{"versions", chosen},
		{"filter", filtered},
		{"many versions", many},
		{"nothing", Library{Problems: []string{"a: b"}, ProblemKey: "p", Hints: library.Hints}},
		{"reading", Reading{Page: page, Current: -1, Hints: keys, First: append([]KeyHelp{{"n", "next"}, {"d", "list"}, {"r", "read"}}, keys...)}},
		{"change", Reading{Page: page, Top: 3, Block: 1, Current: 2, Focus: diff.B, Hints: keys}},
		{"searching", Reading{Page: page, Current: 1, Asked: Asked{Prompt: '/', Typed: "the", Matches: page.Find(text.NewPattern("the")), Match: 2}}},
		{"searched", Reading{Page: page, Current: 1, Asked: Asked{Typed: "the harbour board and what it said on that day", Matches: page.Find(text.NewPattern("t")), Match: 2}, Hints: keys}},
		{"no match", Reading{Page: page, Current: 1, Asked: Asked{Prompt: '/', Typed: "漢字 zeppelin", Matches: page.Find(text.NewPattern("zeppelin")), Match: -1}}},
		{"going", Reading{Page: page, Current: 1, Asked: Asked{Prompt: ':', Typed: "p1", Ways: "12 a difference, p12 a paragraph, 50% a place"}}},
		{"note", Reading{Page: page, Current: 0, Note: "no difference after this one", Hints: keys}},
		{"help", help},
		{"problems", Problems{Lines: []string{"news/broken.txt: not text", "news/\x1b[2J.txt: permission denied"}, Hints: leave}},
		{"notice", Notice{Title: "Reading", Lines: []string{"news", "", "12 of 40 files"}}},
	}
}

var sizes = [][2]int{{160, 50}, {120, 40}, {80, 24}, {60, 20}, {40, 10}}

// The screens at all sizes: in marked form at the usual one, in plain text at
// the others.
func TestScreens(t *testing.T) {
	goldens(t, "testdata/screens", screens, func(w int) bool { return w == 80 })
}

// goldens compares screens at all sizes with those in a folder, where a file
// holds one size.
func goldens(t *testing.T, folder string, screens func(testing.TB, int) []namedScreen, marked func(w int) bool) {
	for _, size := range sizes {
		w, h := size[0], size[1]
		file := fmt.Sprintf("%s/%dx%d.txtar", folder, w, h)
		want := map[string][]byte{}
		if archive, err := txtar.ParseFile(file); err == nil {
			want = parts(archive)
		} else if !*update {
			t.Fatal(err)
		}
		var now txtar.Archive
		for _, s := range screens(t, w) {
			f := Paint(s.s, w, h, ansi.GraphemeWidth)
			checkFrame(t, f)
			got := f.Plain()
			if marked(w) {
				got = f.Marked()
			}
			got = strings.TrimRight(got, "\n") + "\n"
			if !*update && got != string(want[s.name]) {
				t.Errorf("%s at %dx%d: got\n%s\nwant\n%s", s.name, w, h, got, want[s.name])
			}
			now.Files = append(now.Files, txtar.File{Name: s.name, Data: []byte(got)})
		}
		if *update {
			if err := os.MkdirAll(folder, 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, txtar.Format(&now), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// No size breaks a screen, and one that is too small says so.
func TestScreensAtAnySize(t *testing.T) {
	for w := 0; w <= 200; w += 1 + w/5 {
		all := append(screens(t, max(w, 1)), changesScreens(t, max(w, 1))...)
		for h := 0; h <= 50; h += 1 + h/4 {
			for _, s := range all {
				for _, m := range methods {
					f := Paint(s.s, w, h, m)
					checkFrame(t, f)
					if f.Width != w || f.Height != h {
						t.Fatalf("%s: a frame of %dx%d, want %dx%d", s.name, f.Width, f.Height, w, h)
					}
				}
			}
		}
	}
	if got := Paint(Notice{}, 30, 3, ansi.GraphemeWidth).Plain(); !strings.Contains(got, "40×10") {
		t.Errorf("a small screen says %q", got)
	}
}

// What a list has selected is on the screen wherever the list was before.
func TestSelectedIsVisible(t *testing.T) {
	for n := range 40 {
		for room := 1; room < 12; room++ {
			for selected := range n {
				for _, top := range []int{-3, 0, selected, n} {
					got := window(top, selected, n, room)
					if got < 0 || selected < got || selected >= got+room {
						t.Fatalf("%d of %d in a room of %d from %d: shown from %d", selected, n, room, top, got)
					}
				}
			}
		}
	}
}

func TestPrint(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/pages/edited.txtar")
	if err != nil {
		t.Fatal(err)
	}
	data := parts(archive)
	p := NewPage(compared(t, data["a"], data["b"], diff.HumanTiers), heads, Options{Width: 80, Method: ansi.GraphemeWidth, Marks: true})
	var plain, coloured strings.Builder
	theme := darkTheme()
	if err := Print(&plain, p, nil); err != nil {
		t.Fatal(err)
	}
	if err := Print(&coloured, p, &theme); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(plain.String(), "\x1b") {
		t.Error("plain text holds an escape sequence")
	}
	got := sgr.ReplaceAllString(coloured.String(), "")
	lines := strings.Split(got, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	if strings.Join(lines, "\n") != plain.String() {
		t.Errorf("with colours it says\n%s\nwithout\n%s", got, plain.String())
	}
	for _, want := range []string{"A One title", "The Ferry Post", "[-almost-]", "{+nearly+}", "one text, edited · 5 changes"} {
		if !strings.Contains(plain.String(), want) {
			t.Errorf("no %q in\n%s", want, plain.String())
		}
	}
}

// Two versions of one outlet are told apart by when they came out, or else by
// their files.
func TestHeads(t *testing.T) {
	c := compared(t, []byte("One line."), []byte("One line."), 0)
	for _, test := range []struct {
		dates [2]string
		want  string
	}{
		{[2]string{"2031-06-14T09:15", "2031-06-14T12:40"}, "Lowland Post · 2031-06-14 12:40"},
		{[2]string{"2031-06-14", "2031-06-14"}, "Lowland Post · midday.md · 2031-06-"},
		{[2]string{"2031-06-14", ""}, "Lowland Post · midday.md"},
	} {
		heads := [2]Head{{"Grain", "Lowland Post", test.dates[0], "silo/morning.md", ""}, {"Grain", "Lowland Post", test.dates[1], "silo/midday.md", ""}}
		page := NewPage(c, heads, Options{Width: 80, Method: ansi.GraphemeWidth})
		if line := strings.Split(Paint(Reading{Page: page, Current: -1}, 80, 24, ansi.GraphemeWidth).Plain(), "\n")[1]; !strings.Contains(line, test.want) {
			t.Errorf("with %q the head says %q", test.dates, line)
		}
	}
}
