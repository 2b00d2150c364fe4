package view

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/rogpeppe/go-internal/txtar"

	"variorum/diff"
	"variorum/text"
)

// changesPage returns a page of the texts that the lists are of.
func changesPage(t testing.TB, w int, ignore diff.Tiers) *Page {
	archive, err := txtar.ParseFile("testdata/changes/texts.txtar")
	if err != nil {
		t.Fatal(err)
	}
	data := parts(archive)
	return NewPage(compared(t, data["a"], data["b"], ignore), heads, Options{Width: w, Method: ansi.GraphemeWidth, Ruler: true})
}

// listed returns the list of a page with the rows that a test asks for.
func listed(p *Page, pick string, order Order, open bool) Changes {
	s := Changes{Page: p, Digest: NewDigest(p), Order: order, PickKeys: strings.Fields("1 2 3 4 5 6 7 8 9"),
		Hints: []KeyHelp{{"enter", "go there"}, {"←→", "narrow"}, {"tab", "its places"}, {"s", "sort"}, {"/", "filter"}, {"esc", "back"}, {"?", "keys"}}}
	s.Pick = max(0, slices.IndexFunc(s.Digest.Picks, func(p Pick) bool { return p.Name == pick }))
	var groups []int
	for i := range s.Digest.Groups {
		if g := &s.Digest.Groups[i]; s.Digest.Picks[s.Pick].Takes(g) {
			groups = append(groups, i)
			s.Shown += len(g.Members)
		}
	}
	slices.SortFunc(groups, func(x, y int) int { return order.Compare(&s.Digest.Groups[x], &s.Digest.Groups[y]) })
	for _, i := range groups {
		s.Rows = append(s.Rows, ChangeRow{i, -1})
		for k := range s.Digest.Groups[i].Members {
			if open && len(s.Digest.Groups[i].Members) > 1 {
				s.Rows = append(s.Rows, ChangeRow{i, k})
			}
		}
	}
	return s
}

// changesScreens returns the list of differences and the panel of what is
// ignored, by name.
func changesScreens(t testing.TB, w int) []namedScreen {
	page := changesPage(t, w, diff.HumanTiers)
	beside := func(s Changes) Changes {
		if width := s.TextWidth(w); width > 0 {
			s.Text = Reading{Page: changesPage(t, width, diff.HumanTiers), Current: s.Digest.Groups[s.Rows[s.Selected].Group].Members[0]}
		}
		return s
	}
	archive, err := txtar.ParseFile("testdata/tellings/crane.txtar")
	if err != nil {
		t.Fatal(err)
	}
	data := parts(archive)
	telling := NewPage(linked(t, compared(t, data["a"], data["b"], diff.HumanTiers), string(data["links"])), heads,
		Options{Width: w, Method: ansi.GraphemeWidth, Ruler: true})

	all := listed(page, "", InOrder, false)
	open := listed(page, "", InOrder, true)
	open.Selected = 2
	filtered := listed(page, "number", ByWeight, false)
	filtered.Filter, filtered.Selected = "ORREL numb", len(filtered.Rows)-1
	typing := filtered
	typing.Hints = []KeyHelp{{"enter", "keep"}, {"esc", "clear"}}
	typing.Typing, typing.Rows, typing.Shown, typing.Filter = true, nil, 0, "nothing like it"
	tiers := []TierRow{{"1", "typography", true, 12}, {"2", "case", false, 1}, {"3", "punctuation", false, 0}, {"4", "markup", true, 3}, {"5", "encoding", true, 0}, {"6", "furniture", true, -1}}
	switches := []KeyHelp{{"space", "switch"}, {"a", "all"}, {"0", "none"}, {"i", "done"}}
	return []namedScreen{
		{"all", beside(all)},
		{"open", beside(open)},
		{"by weight", listed(page, "", ByWeight, false)},
		{"by count", listed(page, "", ByCount, false)},
		{"omissions", listed(page, "omission", InOrder, false)},
		{"numbers with a filter", filtered},
		{"nothing", typing},
		{"noise", listed(changesPage(t, w, 0), "typography", InOrder, false)},
		{"passages", listed(telling, "", InOrder, false)},
		{"ignoring", Ignoring{Under: Reading{Page: page, Current: 1}, Tiers: tiers, Selected: 1, Hints: switches}},
	}
}

// The list of differences and what lies over it, at all sizes and in marked
// form.
func TestChangesScreens(t *testing.T) {
	goldens(t, "testdata/changes", changesScreens, func(int) bool { return true })
}

// The same change is one group wherever it was made, and the groups of each
// order stand as a reader would look for them.
func TestDigest(t *testing.T) {
	p := changesPage(t, 120, diff.HumanTiers)
	d := NewDigest(p)
	lines := func(o Order) (out []string) {
		for _, r := range listed(p, "", o, false).Rows {
			g := d.Groups[r.Group]
			says, _ := wording(p.Comparison, p.Changes[g.Members[0]])
			a := says[0].words
			out = append(out, strings.Repeat("|", len(g.Members))+" "+a[:min(len(a), 15)]+" > "+says[1].words)
		}
		return out
	}
	for order, want := range map[Order]string{
		InOrder: `||||| Orrel > Vanmere
| never > not
| 90,000 > 100,000
||| Almost > Nearly
| 4 > 14
| Nobody sang. > 
| before midnight > 25 words lost`,
		ByWeight: `| before midnight > 25 words lost
| Nobody sang. > 
| 90,000 > 100,000
| 4 > 14
||||| Orrel > Vanmere
| never > not
||| Almost > Nearly`,
		ByCount: `||||| Orrel > Vanmere
||| Almost > Nearly
| never > not
| 90,000 > 100,000
| 4 > 14
| Nobody sang. > 
| before midnight > 25 words lost`,
	} {
		if got := strings.Join(lines(order), "\n"); got != want {
			t.Errorf("%v: got\n%s\nwant\n%s", order, got, want)
		}
	}
	var picks []string
	for _, p := range d.Picks {
		picks = append(picks, p.Label)
	}
	want := []string{"13 changes", "2 numbers", "2 quotations", "5 names", "1 negation", "1 attribution", "1 cut of 25 words", "1 omission", "11 substitutions"}
	if !slices.Equal(picks, want) {
		t.Errorf("to pick there is %q, want %q", picks, want)
	}
}

// Every name that a change can have is among those that can be picked.
func TestNamed(t *testing.T) {
	names := []string{nameShared, nameAdded}
	for _, k := range diff.Kinds() {
		names = append(names, k.String())
	}
	for _, name := range names {
		if !slices.ContainsFunc(named[:], func(k struct {
			name, one, many, short string
			class                  class
		}) bool {
			return k.name == name
		}) {
			t.Errorf("%s cannot be picked", name)
		}
	}
	if len(names) != len(named) {
		t.Errorf("%d names, of which %d can be picked", len(names), len(named))
	}
}

// Matches are found upper or lower case, with accents or without, and where letters change their length.
func TestFound(t *testing.T) {
	for _, test := range []struct {
		s, filter string
		want      []string
	}{
		{"Almost all, almost", "ALMOST", []string{"Almost", "almost"}},
		{"İstanbul Öl", "öl stan", []string{"Öl", "stan"}},
		{"Caf\u00e9, cafe\u0301, cafe", "cafe", []string{"Caf\u00e9", "cafe\u0301", "cafe"}},
		{"Café, cafe\u0301, cafe", "Café", []string{"Café", "cafe\u0301"}},
		{"nothing", "", nil},
		{"a", "ab", nil},
	} {
		var got []string
		for _, at := range text.NewFilter(test.filter).Append(nil, test.s) {
			got = append(got, test.s[at.Start:at.End])
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%q in %q: %q, want %q", test.filter, test.s, got, test.want)
		}
	}
}

// Where only a blank is another one, the list says which.
func TestBlanks(t *testing.T) {
	p := NewPage(compared(t, []byte("It cost 40 crowns then.\n"), []byte("It cost 40\u202Fcrowns then.\n"), 0), heads, Options{Width: 80})
	if len(p.Changes) != 1 {
		t.Fatalf("%d changes", len(p.Changes))
	}
	if says, _ := wording(p.Comparison, p.Changes[0]); says[0].words != "blank" || says[1].words != "narrow no-break blank" {
		t.Errorf("the words are %q and %q", says[0].words, says[1].words)
	}
}

// A frame put into another covers what was there, wide characters and all.
func TestDraw(t *testing.T) {
	f := NewFrame(6, 1, ansi.GraphemeWidth)
	f.Put(0, 0, 6, "漢漢漢", Same)
	g := NewFrame(3, 1, ansi.GraphemeWidth)
	g.Put(0, 0, 3, "字x", Strong)
	f.draw(1, 0, g)
	if got := f.Plain(); got != " 字x漢" {
		t.Errorf("got %q", got)
	}
	f.draw(4, 0, g)
	checkFrame(t, f)
}
