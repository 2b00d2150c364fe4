package tui

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"variorum/corpus"
)

// with starts a reader that remembers something.
func with(t *testing.T, s State, w, h int) *Player {
	t.Helper()
	p, err := NewPlayer(Config{Corpus: testCorpus(t), Method: ansi.GraphemeWidth, State: s}, w, h)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// through passes a state through its written form, as from one run to the next.
func through(t *testing.T, s State) (out State) {
	t.Helper()
	data, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// A reader that is left and begun again shows the same screen when the story is
// opened, whatever it was showing and whether or not it went back to the library.
func TestRemembered(t *testing.T) {
	for _, keys := range []string{
		"enter enter", "enter enter n n n", "enter enter down down down", "enter enter G", "enter enter ] ] ]",
		"enter enter v n n", "enter enter v v n n down", "enter enter f n n", "enter enter n x n", "enter enter tab > n n",
		"enter a down b enter n down", "enter enter i a i n n n", "enter enter n n d down enter", "enter enter i 0 i n v v",
		"enter down down a enter ] ]", "enter enter n n N",
	} {
		for _, leave := range []string{"", " esc", " esc esc down"} {
			p := testPlayer(t, 80, 14)
			press(t, p, keys)
			want := p.Frame().Marked()
			if leave != "" {
				press(t, p, leave)
			}
			again := with(t, through(t, p.State()), 80, 14)
			press(t, again, "enter enter")
			// The side with the focus is where each reading begins.
			if strings.Contains(keys, "tab") {
				press(t, again, "tab")
			}
			if got := again.Frame().Marked(); got != want {
				t.Errorf("%s%s: the next reader shows\n%s\nnot\n%s", keys, leave, got, want)
			}
		}
	}
}

// In another width and layout the first line on the screen holds the same word,
// and the cursor is on the same difference, in sight.
func TestRememberedElsewhere(t *testing.T) {
	for _, keys := range []string{"n n n n down", "] ] down", "G", "n n"} {
		p := testPlayer(t, 100, 14)
		press(t, p, "enter enter "+keys)
		r := p.model.reading()
		spot, _ := spotOf(r.page, r.top)
		id := r.currentID()
		for _, w := range []int{40, 63, 80, 130, 160} {
			again := with(t, through(t, p.State()), w, 10)
			press(t, again, "enter enter")
			now := again.model.reading()
			if now.currentID() != id {
				t.Errorf("%s, %d columns: the cursor is on difference %d, not %d", keys, w, now.currentID(), id)
			}
			row := now.page.RowOf(0, spot.Paragraph, spot.At)
			if spot.Side == 1 {
				row = now.page.RowOf(1, spot.Paragraph, spot.At)
			}
			if now.current >= 0 && !now.seen(now.current) {
				t.Errorf("%s, %d columns: the cursor is out of sight", keys, w)
			}
			want := min(max(row+spot.Rows, 0), lastTop(len(now.page.Rows), now.rows))
			if now.current >= 0 && now.page.Changes[now.current].Row >= want+now.rows {
				continue // the first words must make room for it
			}
			if now.top != want {
				t.Errorf("%s, %d columns: the first row is %d, and the words are in row %d", keys, w, now.top, row)
			}
		}
	}
}

// Two files are opened as the command line names them, at the place where they
// were left, whichever was named first.
func TestRememberedPair(t *testing.T) {
	versions := testCorpus(t).Stories[0].Versions
	pair := func(a, b int, s State) *Player {
		p, err := NewPlayer(Config{Pair: [2]*corpus.Document{versions[a].Document, versions[b].Document}, State: s}, 100, 14)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	p := pair(1, 3, State{})
	press(t, p, "n n n down down")
	want, state := p.Frame().Marked(), through(t, p.State())
	if got := pair(1, 3, state).Frame().Marked(); got != want {
		t.Errorf("the same two files show\n%s\nnot\n%s", got, want)
	}
	other := pair(3, 1, state).model.reading()
	if other.story.Versions[other.sides[0]].ID != versions[3].ID {
		t.Error("the sides are not those of the command line")
	}
	if r := p.model.reading(); other.top != r.top || other.current < 0 {
		t.Errorf("with the sides exchanged the first row is %d with the cursor on %d; it was %d and %d", other.top, other.current, r.top, r.current)
	}
	if third := pair(1, 2, state).model.reading(); third.top != 0 || third.current >= 0 {
		t.Error("another pair begins elsewhere than at its start")
	}
}

// Only what a reader has changed is for others to know.
func TestStateIsOnesOwn(t *testing.T) {
	fold := true
	before := State{Layout: "inline", Fold: &fold, Ignore: &[]string{"case"}, Stories: []StoryState{{Story: "elsewhere", Sides: [2]string{"a", "b"}}}}
	p := with(t, before, 80, 24)
	if got := p.State(); !reflect.DeepEqual(got, State{}) {
		t.Errorf("a reader that did nothing remembers %+v", got)
	}
	press(t, p, "enter enter v f")
	got := p.State()
	if got.Layout != "stacked" || got.Fold == nil || *got.Fold || got.Ignore != nil || len(got.Stories) != 1 || got.Stories[0].Story == "elsewhere" {
		t.Errorf("after v and f it remembers %+v", got)
	}
	// Sides that were chosen but not compared are remembered, too.
	p = with(t, State{}, 80, 24)
	press(t, p, "enter a")
	if got := p.State(); len(got.Stories) != 1 || got.Stories[0].Sides[0] != testCorpus(t).Stories[0].Versions[0].ID {
		t.Errorf("after a it remembers %+v", got)
	}
	next := with(t, through(t, p.State()), 80, 24)
	if next.model.library().marks[0] != p.model.library().marks[0] {
		t.Error("the marks are not where they were")
	}
}

// A state that makes no sense is passed over.
func TestNonsenseState(t *testing.T) {
	story := testCorpus(t).Stories[0]
	ids := [2]string{story.Versions[1].ID, story.Versions[3].ID}
	for _, s := range []StoryState{
		{Story: story.ID, Sides: [2]string{ids[0], ids[0]}},
		{Story: story.ID, Sides: [2]string{"gone", ids[0]}},
		{Story: story.ID, Sides: ids, Top: &Spot{Side: 7}},
		{Story: story.ID, Sides: ids, Top: &Spot{Paragraph: -3, At: -1}},
		{Story: story.ID, Sides: ids, Top: &Spot{Paragraph: 1 << 40, At: 1 << 40}, Current: &Spot{Side: -1, Paragraph: 1 << 60}},
		{Story: story.ID, Sides: ids, Top: &Spot{Rows: -1 << 62}},
		{Story: story.ID, Sides: [2]string{ids[1], ids[0]}, Top: &Spot{Side: 5}},
	} {
		p := with(t, State{Layout: "columns", Ignore: &[]string{"spelling"}, Stories: []StoryState{s}}, 80, 24)
		press(t, p, "enter enter n")
		if p.model.here().where() != inReading || p.model.reading().current < 0 {
			t.Errorf("%+v: there is nothing to read", s)
		}
		p.State()
	}
}

// Two files somebody wrote in since are opened where they were left, and in
// another folder files of these names are others.
func TestRememberedEdited(t *testing.T) {
	text := func(name, word, last string) *corpus.Document {
		var s strings.Builder
		for i := range 40 {
			fmt.Fprintf(&s, "Passage %d of the log, which the %s kept.\n\n", i, word)
		}
		d, err := corpus.Parse(name, []byte(s.String()+last), corpus.Auto)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	open := func(last, folder string, s State) *Player {
		p, err := NewPlayer(Config{Pair: [2]*corpus.Document{text("a.txt", "mate", last), text("b.txt", "cook", "")}, Files: true, Folder: folder, State: s}, 100, 14)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	p := open("", "/ferry", State{})
	press(t, p, "n n n n n n n n n n n n down")
	was, left := p.model.reading(), through(t, p.State())
	again := open("Nobody came ashore.", "/ferry", left).model.reading()
	if again.top != was.top || again.top == 0 || again.current != was.current {
		t.Errorf("after an edit the first row is %d with the cursor on %d; it was %d and %d", again.top, again.current, was.top, was.current)
	}
	if other := open("Nobody came ashore.", "/barge", left).model.reading(); other.top != 0 {
		t.Errorf("the files of another folder begin at row %d", other.top)
	}
}

// A version that was read alone is opened where it was left, and a comparison of
// the story between does not change that.
func TestRememberedAlone(t *testing.T) {
	for _, between := range []string{"", "esc enter n n esc "} {
		p := testPlayer(t, 80, 14)
		press(t, p, "enter down r : type:p9 enter")
		want := p.Frame().Plain()
		press(t, p, between)
		again := with(t, through(t, p.State()), 80, 14)
		press(t, again, "enter r")
		first := func(s string) string { lines := strings.Split(s, "\n"); return strings.Join(lines[2:6], "\n") }
		if got := again.Frame().Plain(); first(got) != first(want) {
			t.Errorf("%q: the next reader shows\n%s\nnot\n%s", between, got, want)
		}
		other := with(t, through(t, p.State()), 80, 14)
		press(t, other, "enter g r")
		if other.model.here().(*book).top != 0 {
			t.Error("another version does not begin at its start")
		}
	}
}

// The library is opened at the story and the version that were read last, in a
// comparison or alone, also where the story comes late; but whoever has moved in it
// stays there.
func TestRememberedLast(t *testing.T) {
	const hive, ferry = 1, 0
	for _, test := range []struct {
		keys           string
		story, version int
	}{
		{"", ferry, 0},
		{"down", ferry, 0}, // nothing was read
		{"down enter r", hive, 0},
		{"down enter r esc esc up", hive, 0},
		{"enter down down r", ferry, 2},
		{"down enter r esc esc up enter enter esc", ferry, 1},
		{"down enter r esc esc up enter enter tab", ferry, 3},
		{"enter enter > esc", ferry, 2},
		{"enter down down r esc esc down enter r esc esc up enter a b", hive, 0}, // only marked
		{"enter r >", ferry, 1},
	} {
		p := testPlayer(t, 80, 14)
		press(t, p, test.keys)
		l := with(t, through(t, p.State()), 80, 14).model.library()
		if at := l.selected(); at != test.story || l.versions[at] != test.version {
			t.Errorf("%s: the cursor is on version %d of story %d", test.keys, l.versions[at], at)
		}
	}
	p := testPlayer(t, 80, 14)
	press(t, p, "down enter r")
	late := with(t, through(t, p.State()), 80, 14).model
	whole := late.corpus
	part := &corpus.Corpus{Stories: whole.Stories[:1]}
	for _, test := range []struct {
		keys  string
		story int
	}{{"", hive}, {"enter esc", ferry}} {
		now := with(t, through(t, p.State()), 80, 14)
		now.model.places, now.model.corpus = now.model.places[:0], nil
		now.model.arrive(part)
		press(t, now, test.keys)
		now.model.arrive(whole)
		if at := now.model.library().selected(); at != test.story {
			t.Errorf("after %q in a part of the corpus the cursor is on story %d", test.keys, at)
		}
	}
}
