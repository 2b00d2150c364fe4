package tui

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"variorum/corpus"
	"variorum/tui/view"
)

// repeatedPair is the comparison of two texts between which one name was
// exchanged throughout.
func repeatedPair(t testing.TB, w, h int) *Player {
	t.Helper()
	quiet := strings.Repeat("The quay was quiet all morning and nobody came to look at the boats. ", 40)
	text := "Orrel spoke first and left.\n\n" + quiet + "\n\nOnly 4 boats came to Orrel.\n\n" + quiet + "\n\nThe road to Orrel was closed.\n"
	var pair [2]*corpus.Document
	for i, s := range []string{text, strings.NewReplacer("Orrel", "Vanmere", " 4 ", " 14 ").Replace(text)} {
		d, err := corpus.Parse([]string{"a.txt", "b.txt"}[i], []byte(s), corpus.Auto)
		if err != nil {
			t.Fatal(err)
		}
		pair[i] = d
	}
	p, err := NewPlayer(Config{Pair: pair}, w, h)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// screenHas checks what is, or with ! is not, on the screen.
func screenHas(t *testing.T, p *Player, after string, wants ...string) {
	t.Helper()
	screen := p.Frame().Plain()
	for _, want := range wants {
		text, not := strings.CutPrefix(want, "!")
		if strings.Contains(screen, text) == not {
			t.Errorf("after %s the screen should show %q:\n%s", after, want, screen)
		}
	}
}

// TestGroup checks that a change that was made three times is one row, which
// opens to its places, of which enter leads to the selected one.
func TestGroup(t *testing.T) {
	p := repeatedPair(t, 100, 24)
	press(t, p, "d")
	screenHas(t, p, "d", "¶1   3× ~", "4 changes", "1 number", "!Orrel was")
	press(t, p, "tab")
	screenHas(t, p, "tab", "me to Orrel.", "oad to Vanmere was")
	press(t, p, "down down down enter")
	r := p.model.reading()
	if p.model.here() != place(r) || r.current != 3 || !r.seen(3) {
		t.Errorf("enter on the third place led to difference %d", r.current)
	}
	press(t, p, "d tab")
	screenHas(t, p, "tab within the group", "!Orrel was", "¶1   3× ~")
	press(t, p, "enter")
	if r.current != 0 {
		t.Errorf("enter on the group led to difference %d, not to its first place", r.current)
	}
	press(t, p, "d down tab")
	screenHas(t, p, "tab on a single change", "in one place only")
}

// TestListRemembers checks that the list is found again as it was left, and at
// the difference under the cursor if the cursor has moved since.
func TestListRemembers(t *testing.T) {
	p := testPlayer(t, 100, 30)
	press(t, p, "enter enter d s end enter d")
	l := p.model.reading().list
	if l.order != view.ByWeight || l.selected != len(l.rows)-1 {
		t.Errorf("sorted %v at row %d of %d", l.order, l.selected, len(l.rows))
	}
	press(t, p, "esc g N n n d")
	if got := l.member(l.selected); got != p.model.reading().current {
		t.Errorf("the list is at difference %d, the cursor at %d", got, p.model.reading().current)
	}
	press(t, p, "3 esc")
	if p.model.here() != place(l) || l.picked() != 0 {
		t.Error("esc does not bring all differences back first")
	}
	press(t, p, "1 esc esc x d")
	if l := p.model.reading().list; l.order != view.ByWeight || len(l.rows) != 6 || l.selected != 0 {
		t.Errorf("of another comparison: sorted %v, %d rows, at row %d", l.order, len(l.rows), l.selected)
	}
}

// TestNarrow walks through all that the list can be narrowed down to, and finds
// what each pick says.
func TestNarrow(t *testing.T) {
	p := testPlayer(t, 100, 30)
	press(t, p, "enter enter d")
	l := p.model.reading().list
	var shown []int
	for range l.digest.Picks {
		shown = append(shown, l.shown)
		press(t, p, "right")
	}
	if want := []int{6, 1, 1, 1, 1, 3, 1}; !slices.Equal(shown, want) || l.picked() != 0 {
		t.Errorf("%d differences shown, want %d, and all in the end", shown, want)
	}
	press(t, p, "left")
	if l.picked() != len(l.digest.Picks)-1 {
		t.Errorf("left of the first is %d", l.picked())
	}
	press(t, p, "5")
	if l.shown != 3 {
		t.Errorf("5 shows %d differences", l.shown)
	}
	press(t, p, "9")
	screenHas(t, p, "9", "there are only 6 sorts")
	press(t, p, "0")
	if l.shown != 6 {
		t.Errorf("0 shows %d differences", l.shown)
	}
}

// TestBeside checks that the text beside a wide list follows the selected row,
// and that the reader is where he was when the list is left.
func TestBeside(t *testing.T) {
	p := repeatedPair(t, 160, 24)
	press(t, p, "n down down")
	r := p.model.reading()
	top, page := r.top, r.page
	press(t, p, "d")
	screenHas(t, p, "d", "Orrel spoke first", "1/4  substitution")
	press(t, p, "tab end up")
	screenHas(t, p, "tab end up", "The road to Orrel was closed", "4/4  substitution")
	if r.top != top {
		t.Errorf("the text behind the list has moved from row %d to row %d", top, r.top)
	}
	press(t, p, "size:100x24")
	screenHas(t, p, "size:100x24", "!4/4  substitution")
	press(t, p, "size:160x24 esc")
	if p.model.here() != place(r) || r.page.Options != page.Options || r.current != 0 {
		t.Errorf("after esc the cursor is at %d", r.current)
	}
}

// TestBesideLate checks that the list takes keys before the text beside it is
// there, and that a text that nobody waits for any more is dropped.
func TestBesideLate(t *testing.T) {
	p := repeatedPair(t, 160, 24)
	m := p.model
	late := m.update(tea.KeyPressMsg(charKey('d')))
	press(t, p, "down")
	if l := m.reading().list; l.selected != 1 || l.beside.page != nil {
		t.Errorf("at row %d while the text is on its way", l.selected)
	}
	screenHas(t, p, "down", "!spoke first")
	press(t, p, "esc x")
	p.do(late)
	press(t, p, "d")
	if l := m.reading().list; l.beside.as.comparison != m.reading().number {
		t.Error("the text beside the list is of another comparison")
	}
}

// TestNothingInCommon checks what is said of two texts that have nothing in common:
// that there are no differences is not true of them.
func TestNothingInCommon(t *testing.T) {
	p, _ := filed(t, "The council met on Monday.\n\nNobody came to the quay.\n", "Bees live upon a roof in town.\n\nHoney will be sold by autumn.\n", 100, 24)
	for _, test := range []struct{ keys, said string }{
		{"", "nothing in common"},
		{"n", "there is no passage that both tell"},
		{"d", "nothing in common"},
		{"", "no passage that both tell"},
		{"enter", "there is no difference to go to"},
	} {
		press(t, p, test.keys)
		screen := p.Frame().Plain()
		if lineWith(p, test.said) < 0 || strings.Contains(screen, "no differences") || strings.Contains(screen, "0 ch") || strings.Contains(screen, "0 passages") {
			t.Errorf("after %q the screen does not say %q:\n%s", test.keys, test.said, screen)
		}
	}
}

// TestClickBesideTheList checks that a click in the text beside the list selects the
// row of a difference, and that of other places nothing comes.
func TestClickBesideTheList(t *testing.T) {
	p, _ := filed(t, numberedText(60, nil), numberedText(60, map[int]string{3: "red boats", 5: "six boats", 7: "no boats"}), 160, 40)
	press(t, p, "d")
	l := p.model.here().(*changes)
	for _, at := range [][2]int{{158, 38}, {90, 0}, {100, lineWith(p, "On day 9")}} { // the ruler, a head, words
		p.Click(at[0], at[1])
		if p.model.here() != place(l) || l.selected != 0 {
			t.Errorf("a click at %v selects row %d", at, l.selected)
		}
	}
	line := lineWith(p, "were six")
	x := strings.Index(strings.Split(p.Frame().Plain(), "\n")[line], "six")
	p.Click(len([]rune(strings.Split(p.Frame().Plain(), "\n")[line][:x])), line)
	if l.selected != 1 {
		t.Errorf("a click on the second difference selects row %d:\n%s", l.selected, p.Frame().Plain())
	}
}

// clauses is a contract of which a clause was put in with its heading, and a period
// changed.
func clauses(t *testing.T, w, h int) *Player {
	t.Helper()
	before := "1. Delivery\n\n1.1 The goods are delivered to the quay.\n\n1.2 The buyer pays within 30 days of the invoice.\n\n"
	after := strings.ReplaceAll(before, "30", "60")
	law := "The law of the province governs this deed.\n"
	p, _ := filed(t, before+"2. Law\n\n2.1 "+law, after+"2. Recall\n\n2.1 Whoever learns of a fault tells the other party.\n\n2.2 The seller bears the costs of a recall.\n\n3. Law\n\n3.1 "+law, w, h)
	return p
}

// TestPlaces checks that the list says where a change was made and between which
// words, and how many paragraphs came with the first.
func TestPlaces(t *testing.T) {
	p := clauses(t, 120, 24)
	press(t, p, "d")
	screenHas(t, p, "d", "1.2 ~  …pays within 30 days of the", "…pays within 60 days of", "2   + ", "2. Recall +2 more")
	press(t, p, "size:40x24")
	screenHas(t, p, "size:40x24", "1.2 ~ 30 ", "!days")
}

// TestCopyRow checks that a row of the list is copied, whole, and that it is said.
func TestCopyRow(t *testing.T) {
	p := clauses(t, 100, 24)
	press(t, p, "d")
	if got := copied(t, p, 'y'); got != "30 → 60" {
		t.Errorf("the first row is copied as %q", got)
	}
	screenHas(t, p, "y", "copied 2 words")
	press(t, p, "down")
	if got := copied(t, p, 'y'); !strings.HasPrefix(got, "2. Recall\n\n2.1 Whoever") || !strings.HasSuffix(got, "costs of a recall.") {
		t.Errorf("the second row is copied as %q", got)
	}
	press(t, p, "/ type:xyz enter")
	if got := copied(t, p, 'y'); got != "" {
		t.Errorf("of no row %q is copied", got)
	}
	screenHas(t, p, "y", "no difference to copy")
}

// TestClause checks that the number of a clause is gone to, on the side with the focus,
// also in a version alone.
func TestClause(t *testing.T) {
	p := clauses(t, 100, 12)
	for _, test := range []struct{ keys, said string }{
		{": type:2.1 enter", "A ¶ 5/5"},
		{"tab : type:2.1 enter", "B ¶ 5/8"},
		{": type:3. enter", "B ¶ 7/8"},
		{": type:4.4 enter", "no paragraph of this text has the number 4.4"},
		{": type:1.2 enter r : type:2.2 enter", "¶ 6/8"},
	} {
		press(t, p, test.keys)
		screenHas(t, p, test.keys, test.said)
	}
}
