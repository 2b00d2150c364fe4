package tui

import (
	"context"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/rogpeppe/go-internal/txtar"

	"variorum/corpus"
	"variorum/diff"
)

var update = flag.Bool("update", false, "write the screens under testdata anew")

// TestScreens plays the scripts under testdata/screens and compares what is on
// the screen with the pictures that stand beside each script.
func TestScreens(t *testing.T) {
	files, err := filepath.Glob("testdata/screens/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			steps, err := ParseScript(file, string(archive.Files[0].Data))
			if err != nil {
				t.Fatal(err)
			}
			shots, err := Play(Config{Corpus: testCorpus(t), Method: ansi.GraphemeWidth}, steps, 80, 24)
			if err != nil {
				t.Fatal(err)
			}
			got := &txtar.Archive{Comment: archive.Comment, Files: archive.Files[:1:1]}
			for _, s := range shots {
				screen := s.Frame.Plain()
				if strings.HasSuffix(s.Name, ", marked") {
					screen = s.Frame.Marked()
				}
				got.Files = append(got.Files, txtar.File{Name: s.Name, Data: []byte(strings.TrimRight(screen, "\n") + "\n")})
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(got), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(got.Files) != len(archive.Files) {
				t.Fatalf("%d screens, want %d; -update writes them", len(got.Files)-1, len(archive.Files)-1)
			}
			for i, f := range got.Files {
				if want := archive.Files[i]; f.Name != want.Name || string(f.Data) != string(want.Data) {
					t.Errorf("screen %s is\n%s\nnot %s\n%s", f.Name, f.Data, want.Name, want.Data)
				}
			}
		})
	}
}

// TestSource checks what a reader says that has nothing to read.
func TestSource(t *testing.T) {
	broken := errors.New("nowhere: no such file or folder")
	for _, test := range []struct {
		config Config
		want   string
	}{
		{Config{}, "nothing to read was given"},
		{Config{Corpus: &corpus.Corpus{}}, "there is no text to read"},
		{Config{Corpus: &corpus.Corpus{Problems: []corpus.Problem{{Path: "a.txt", Err: errors.New("looks like a binary file")}}}}, "a.txt: looks like a binary file"},
		{Config{Source: func(context.Context, corpus.Options) (*corpus.Corpus, error) { return nil, broken }}, broken.Error()},
	} {
		if _, err := NewPlayer(test.config, 80, 24); err == nil || err.Error() != test.want {
			t.Errorf("error %v, want %s", err, test.want)
		}
	}
	if _, err := NewPlayer(Config{Corpus: testCorpus(t)}, 0, 0); err == nil {
		t.Error("a screen of 0x0 was taken")
	}
}

// TestPair checks that two files are compared at once, and that the list of
// the two is behind their comparison.
func TestPair(t *testing.T) {
	versions := testCorpus(t).Stories[0].Versions
	p, err := NewPlayer(Config{Pair: [2]*corpus.Document{versions[1].Document, versions[3].Document}}, 100, 30)
	if err != nil {
		t.Fatal(err)
	}
	if p.model.here().where() != inReading {
		t.Error("the comparison is not on the screen")
	}
	press(t, p, "esc")
	if p.model.here().where() != inVersions {
		t.Error("esc does not lead to the two versions")
	}
}

// TestClosest checks which two versions are marked when a story is opened.
func TestClosest(t *testing.T) {
	p := testPlayer(t, 80, 24)
	if got := p.model.library().marksOf(0, &p.model.corpus.Stories[0]); got != [2]int{1, 3} {
		t.Errorf("versions %v are marked, want the gazette and the wire", got)
	}
	press(t, p, "enter a") // the first version, the retelling
	if got := p.model.library().marks[0]; got != [2]int{0, 3} {
		t.Errorf("after a: %v", got)
	}
	press(t, p, "b") // the same one: the sides change places
	if got := p.model.library().marks[0]; got != [2]int{3, 0} {
		t.Errorf("after b: %v", got)
	}
}

// TestShares checks that the shares of the selected story are there at once.
func TestShares(t *testing.T) {
	p := testPlayer(t, 80, 24)
	shares := p.model.library().shares[0]
	gazette, cut := 1, 2
	if shares[cut][gazette] < 0.9 || shares[gazette][cut] > 0.6 {
		t.Errorf("%.2f of the cut copy stands in the gazette and %.2f of it in the cut copy", shares[cut][gazette], shares[gazette][cut])
	}
	for i := range shares {
		for j, share := range shares[i] {
			if !(share >= 0 && share <= 1) {
				t.Errorf("the share of %d in %d is %v", i, j, share)
			}
		}
	}
}

// TestVersions walks through the versions of a story without meeting the one
// on the other side.
func TestVersions(t *testing.T) {
	p := testPlayer(t, 100, 30)
	press(t, p, "enter enter")
	r := p.model.reading()
	var met [][2]int
	for _, key := range strings.Fields("> > < < < tab > x") {
		press(t, p, key)
		met = append(met, r.sides)
	}
	want := [][2]int{{2, 3}, {2, 3}, {1, 3}, {0, 3}, {0, 3}, {0, 3}, {0, 3}, {3, 0}}
	if !slices.Equal(met, want) {
		t.Errorf("sides %v, want %v", met, want)
	}
	press(t, p, "esc")
	if got := p.model.library().marks[0]; got != [2]int{3, 0} {
		t.Errorf("the library marks %v after the sides were exchanged", got)
	}
}

// TestEveryChange steps through all differences and back, and checks that each
// is on the screen when it is the current one.
func TestEveryChange(t *testing.T) {
	for _, size := range []string{"size:120x40", "size:80x12", "size:40x10"} {
		for _, layout := range []string{"", " v", " v v"} {
			p := testPlayer(t, 100, 30)
			press(t, p, size+" enter enter"+layout)
			r := p.model.reading()
			n := len(r.page.Changes)
			if n < 5 {
				t.Fatalf("%d differences", n)
			}
			var seen []int
			for range n + 1 {
				press(t, p, "n")
				seen = append(seen, r.current)
				if !r.seen(r.current) {
					t.Errorf("%s%s: difference %d is not on the screen", size, layout, r.current)
				}
			}
			for range n {
				press(t, p, "N")
				seen = append(seen, r.current)
			}
			var want []int
			for i := range n {
				want = append(want, i)
			}
			want = append(want, n-1)
			for i := n - 2; i >= 0; i-- {
				want = append(want, i)
			}
			want = append(want, 0)
			if !slices.Equal(seen, want) {
				t.Errorf("%s%s: n and N went through %v", size, layout, seen)
			}
		}
	}
}

// TestSamePlace checks that another width, another layout and back leave the
// reader where the difference under the cursor is.
func TestSamePlace(t *testing.T) {
	p := testPlayer(t, 100, 12)
	press(t, p, "enter enter n n n")
	r := p.model.reading()
	id, top := r.page.Changes[r.current].ID, r.top
	for _, keys := range []string{"size:50x12", "size:140x20", "v", "v", "size:40x10", "v", "size:100x12"} {
		press(t, p, keys)
		if got := r.page.Changes[r.current].ID; got != id {
			t.Fatalf("after %s the cursor is on change %d, not %d", keys, got, id)
		}
		if !r.seen(r.current) {
			t.Errorf("after %s the difference is off the screen", keys)
		}
	}
	if abs(r.top-top) > 6 {
		t.Errorf("the text has moved from row %d to row %d", top, r.top)
	}
}

// TestList checks that enter in the list of differences leads to the one that
// was chosen, and esc and d back to where the reader was.
func TestList(t *testing.T) {
	p := testPlayer(t, 100, 12)
	press(t, p, "enter enter n d down down enter")
	r := p.model.reading()
	if p.model.here() != place(r) || r.current != 2 || !r.seen(2) {
		t.Errorf("at difference %d", r.current)
	}
	press(t, p, "d end esc")
	if r.current != 2 {
		t.Errorf("esc went to difference %d", r.current)
	}
	press(t, p, "d right down d")
	if p.model.here() != place(r) || r.current != 2 {
		t.Errorf("d left the list for difference %d", r.current)
	}
	press(t, p, "d 0 / type:160 enter enter")
	c := r.page.Changes[r.current]
	d := r.page.Comparison.Differences[c.Differences[0]]
	if got := r.page.Comparison.Text(diff.B, d.Places[diff.B]); got != "160" {
		t.Errorf("the filter led to %q", got)
	}
}

// TestStale checks that the answer to a comparison that nobody waits for any
// more is dropped.
func TestStale(t *testing.T) {
	p := testPlayer(t, 100, 30)
	press(t, p, "enter enter")
	m, r := p.model, p.model.reading()
	old := m.update(tea.KeyPressMsg(charKey('x')))
	current := m.update(tea.KeyPressMsg(charKey('x')))
	p.do(current)
	page := r.page
	if page == nil || page.Heads[0] != headOf(r.document(diff.A)) {
		t.Fatal("the comparison asked for last is not on the screen")
	}
	p.do(old)
	if r.page != page {
		t.Error("an old answer took the place of a newer one")
	}
}

// TestFilter checks that the stories shown are those that the filter names,
// and that esc brings the others back.
func TestFilter(t *testing.T) {
	p := testPlayer(t, 80, 24)
	l := p.model.library()
	press(t, p, "/ type:HIVE")
	if !slices.Equal(l.shown, []int{1}) {
		t.Errorf("stories %v pass", l.shown)
	}
	press(t, p, "backspace backspace backspace backspace type:islander enter")
	if !slices.Equal(l.shown, []int{0}) {
		t.Errorf("stories %v pass", l.shown)
	}
	press(t, p, "esc")
	if len(l.shown) != 2 {
		t.Errorf("after esc: stories %v", l.shown)
	}
	press(t, p, "/ type:zeppelin enter enter enter down a")
	if p.model.here() != place(l) {
		t.Error("something was opened though no story passes")
	}
}

// TestWheel checks that the wheel scrolls a text.
func TestWheel(t *testing.T) {
	p := testPlayer(t, 60, 10)
	press(t, p, "enter enter")
	p.Wheel(2)
	if top := p.model.reading().top; top != 2*wheelRows {
		t.Errorf("the top row is %d", top)
	}
	p.Wheel(-5)
	if top := p.model.reading().top; top != 0 {
		t.Errorf("the top row is %d", top)
	}
}

// TestIgnored checks that what is ignored can be shown.
func TestIgnored(t *testing.T) {
	p := testPlayer(t, 100, 30)
	press(t, p, "enter enter")
	r := p.model.reading()
	hidden, shown := r.page.Comparison.Hidden, len(r.page.Changes)
	press(t, p, "i 0 i")
	if hidden == 0 || r.page.Comparison.Hidden != 0 || len(r.page.Changes) != shown+hidden {
		t.Errorf("%d changes with %d hidden, then %d with %d hidden", shown, hidden, len(r.page.Changes), r.page.Comparison.Hidden)
	}
}

// TestFolding checks that folding leaves unchanged text out, keeps the change
// under the cursor in sight, and can be undone; and that a change is copied.
func TestFolding(t *testing.T) {
	var pair [2]*corpus.Document
	for i, boats := range []string{"four", "nine"} {
		text := strings.Repeat("The quay was quiet all morning and nobody came.\n\n", 20) + "There were " + boats + " boats.\n\n" +
			strings.Repeat("By evening the fog had come back over the bay.\n\n", 20)
		d, err := corpus.Parse(boats+".txt", []byte(text), corpus.Auto)
		if err != nil {
			t.Fatal(err)
		}
		pair[i] = d
	}
	p, err := NewPlayer(Config{Pair: pair}, 100, 24)
	if err != nil {
		t.Fatal(err)
	}
	press(t, p, "n")
	rows := len(p.model.here().(*reading).page.Rows)
	press(t, p, "f")
	r := p.model.here().(*reading)
	if len(r.page.Rows) >= rows || !strings.Contains(p.Frame().Plain(), "…") {
		t.Errorf("%d rows, %d before; the screen shows\n%s", len(r.page.Rows), rows, p.Frame().Plain())
	}
	if !r.seen(r.current) {
		t.Error("the change under the cursor is out of sight")
	}
	press(t, p, "f")
	if r = p.model.here().(*reading); len(r.page.Rows) != rows || !r.seen(r.current) {
		t.Errorf("unfolded, there are %d rows of %d", len(r.page.Rows), rows)
	}
	press(t, p, "y")
	if got := p.model.here().(*reading).note; got != "copied 2 words" {
		t.Errorf("after y the note is %q", got)
	}
}

// TestWidths checks that a terminal that measures by grapheme clusters is
// believed, and one that does not know the question is not.
func TestWidths(t *testing.T) {
	p := testPlayer(t, 100, 30)
	press(t, p, "enter enter")
	r := p.model.reading()
	p.tell(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeNotRecognized})
	if got := r.page.Options.Method; got != ansi.WcWidth {
		t.Errorf("the page is measured by method %d", got)
	}
	p.tell(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeReset})
	if got := r.page.Options.Method; got != ansi.GraphemeWidth || p.model.method != got {
		t.Errorf("the page is measured by method %d, the screen by %d", got, p.model.method)
	}
}

// TestAhead checks that keys pressed while a comparison is on its way are not
// lost, and that esc does not wait for it.
func TestAhead(t *testing.T) {
	p := testPlayer(t, 100, 30)
	press(t, p, "enter")
	m := p.model
	cmd := m.update(tea.KeyPressMsg{Code: tea.KeyEnter})
	for _, key := range "nnd" {
		if m.update(tea.KeyPressMsg(charKey(key))) != nil {
			t.Error("a key did not wait")
		}
	}
	if !strings.Contains(p.Frame().Plain(), "comparing") {
		t.Error("the screen does not say what it waits for")
	}
	p.do(cmd)
	if got := m.reading().current; got != 1 || m.here().where() != inChanges {
		t.Errorf("at difference %d", got)
	}
	press(t, p, "esc esc")
	cmd = m.update(tea.KeyPressMsg{Code: tea.KeyEnter})
	m.update(tea.KeyPressMsg(charKey('n')))
	p.do(m.update(tea.KeyPressMsg{Code: tea.KeyEscape}))
	if m.here().where() != inVersions {
		t.Error("esc waits for the comparison")
	}
	p.do(cmd)
	if m.here().where() != inVersions {
		t.Error("a comparison that was left came back")
	}
}

// TestQuit checks that nothing happens after the reader has quit.
func TestQuit(t *testing.T) {
	p := testPlayer(t, 80, 24)
	press(t, p, "q")
	before := p.Frame().Plain()
	press(t, p, "enter enter size:50x20")
	if p.Frame().Plain() != before {
		t.Error("the screen has changed")
	}
}

// TestSorting checks that the selected story stays selected, and the focus where it is.
func TestSorting(t *testing.T) {
	for _, keys := range []string{"", "down", "enter", "end enter"} {
		p := testPlayer(t, 100, 30)
		press(t, p, keys)
		l := p.model.library()
		at, right := l.selected(), l.right
		for range numOrders {
			press(t, p, "s")
			if l.selected() != at || l.right != right {
				t.Errorf("after %q and sorting %q, story %d is selected, was %d", keys, l.order, l.selected(), at)
			}
		}
	}
}

// TestUnknownKey checks that a key that means nothing at a place changes
// nothing there but takes back what was said about the key before.
func TestUnknownKey(t *testing.T) {
	for _, test := range []struct{ keys, said, unknown string }{
		{"enter enter N", "no difference before this one", "p a b ctrl+z"},
		{"enter enter m", "there is no moved passage under the cursor", "p a b"},
		{"enter enter d / type:zzz enter enter", "there is no difference to go to", "n x"},
		{"end enter S", "this is not read from one folder", "n x"},
	} {
		for unknown := range strings.FieldsSeq(test.unknown) {
			p := testPlayer(t, 100, 30)
			press(t, p, test.keys)
			before := p.Frame().Plain()
			if !strings.Contains(before, test.said) {
				t.Errorf("after %s the screen does not say %q:\n%s", test.keys, test.said, before)
			}
			press(t, p, unknown)
			after := p.Frame().Plain()
			if said := strings.Contains(after, test.said); said != (unknown == "ctrl+z") {
				t.Errorf("after %s %s, it is %v that the screen says %q", test.keys, unknown, said, test.said)
			}
			last := strings.LastIndexByte(before, '\n')
			if !strings.HasPrefix(after, before[:last]) {
				t.Errorf("%s changes more than the last line:\n%s", unknown, after)
			}
		}
	}
}
