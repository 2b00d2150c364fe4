package tui

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// TestParagraph checks that the paragraph that the status line names is the one
// that was last gone to while it is on the screen, and that it is the one that is
// copied.
func TestParagraph(t *testing.T) {
	for _, test := range []struct{ keys, said, copied string }{
		{"", "A ¶ 1/40", "On day 0 "},
		{": type:p20 enter", "A ¶ 20/40", "On day 19 "},
		{": type:p40 enter", "A ¶ 40/40", "On day 39 "}, // which cannot be on top
		{": type:p38 enter", "A ¶ 38/40", "On day 37 "},
		{": type:p38 enter ] ]", "A ¶ 40/40", "On day 39 "},
		{": type:p38 enter ] [ [", "A ¶ 37/40", "On day 36 "},
		{"G", "A ¶ 40/40", "On day 39 "},
		{"G [", "A ¶ 39/40", "On day 38 "},
		{"G k", "A ¶ 40/40", "On day 39 "},
		{"G pgup", "A ¶ 17/40", "On day 16 "}, // the last is off the screen
		{"G g", "A ¶ 1/40", "On day 0 "},
		{"n", "A ¶ 6/40", "On day 5 "},
		{"n ]", "A ¶ 7/40", "On day 6 "},
		{"n [", "A ¶ 5/40", "On day 4 "},
		{"n j j tab", "B ¶ 6/40", "On day 5 "},
		{": type:p20 enter j [", "A ¶ 20/40", "On day 19 "}, // whose beginning was above the screen
		{": type:p20 enter : type:50% enter", "A ¶ 15/40", "On day 14 "},
		{"/ type:day space type:38 enter", "A ¶ 39/40", "On day 38 "},
		{"/ type:day space type:38 enter esc", "A ¶ 39/40", "On day 38 "},
		{"f n", "A ¶ 6/40", "On day 5 "},
		{": type:p30 enter v v", "A ¶ 30/40", "On day 29 "},
	} {
		p, _ := filed(t, numberedText(40, nil), numberedText(40, map[int]string{5: "red boats", 30: "six boats"}), 100, 40)
		press(t, p, test.keys)
		if lineWith(p, test.said+" ") < 0 {
			t.Errorf("after %q the screen does not say %q:\n%s", test.keys, test.said, p.Frame().Plain())
		}
		if got := copied(t, p, 'Y'); !strings.HasPrefix(got, test.copied) {
			t.Errorf("after %q, Y copies %q, want %q", test.keys, got, test.copied)
		}
	}
}

// TestParagraphAlone checks the same in a version read alone.
func TestParagraphAlone(t *testing.T) {
	for _, test := range []struct{ keys, said, copied string }{
		{"", "¶ 1/40", "On day 0 "},
		{"]", "¶ 2/40", "On day 1 "},
		{"G", "¶ 40/40", "On day 39 "},
		{": type:p39 enter", "¶ 39/40", "On day 38 "},
		{": type:p39 enter ] ]", "¶ 40/40", "On day 39 "},
		{"n", "¶ 6/40", "On day 5 "},
		{"n ] ]", "¶ 8/40", "On day 7 "},
	} {
		p, _ := filed(t, numberedText(40, nil), numberedText(40, map[int]string{5: "red boats", 30: "six boats"}), 130, 40)
		press(t, p, "r "+test.keys)
		if lineWith(p, test.said+" ") < 0 {
			t.Errorf("after %q the screen does not say %q:\n%s", test.keys, test.said, p.Frame().Plain())
		}
		if got := copied(t, p, 'Y'); !strings.HasPrefix(got, test.copied) {
			t.Errorf("after %q, Y copies %q, want %q", test.keys, got, test.copied)
		}
	}
}

// TestParagraphsOnOneScreen checks that paragraphs are gone through where there is
// nothing to scroll, and that n and N go on from there.
func TestParagraphsOnOneScreen(t *testing.T) {
	other := map[int]string{1: "red boats", 3: "six boats", 5: "no boats"}
	p, _ := filed(t, numberedText(7, nil), numberedText(7, other), 100, 40)
	for _, test := range []struct{ keys, said string }{
		{"] ] ]", "A ¶ 4/7"},
		{"] ] ]", "A ¶ 7/7"},
		{"]", "no paragraph after this one"},
		{"[", "A ¶ 6/7"},
		{": type:p3 enter n", "2/3  substitution"},
		{"] ]", "3/3  substitution"},
		{"N", "2/3  substitution"},
		{"[ [ [ [", "no paragraph before this one"},
		{"n", "2/3  substitution"}, // the first was under the cursor
	} {
		press(t, p, test.keys)
		if lineWith(p, test.said) < 0 {
			t.Errorf("after %q the screen does not say %q:\n%s", test.keys, test.said, p.Frame().Plain())
		}
	}
}

// TestOutOfSight checks that nothing is said of a difference that is not on the
// screen, and that it is not copied.
func TestOutOfSight(t *testing.T) {
	for _, keys := range []string{"n : type:p20 enter", "n pgdown pgdown"} {
		p, _ := filed(t, numberedText(60, nil), numberedText(60, map[int]string{5: "red boats"}), 100, 24)
		press(t, p, keys)
		if lineWith(p, "1/1") >= 0 || lineWith(p, "1 change") < 0 {
			t.Errorf("after %q the screen shows\n%s", keys, p.Frame().Plain())
		}
		if got := copied(t, p, 'y'); got != "" || lineWith(p, "there is no difference under the cursor") < 0 {
			t.Errorf("after %q, y copies %q", keys, got)
		}
		press(t, p, "N")
		if lineWith(p, "1/1  substitution") < 0 {
			t.Errorf("after %q, N does not go back to the difference:\n%s", keys, p.Frame().Plain())
		}
	}
}

// TestResized checks that through whatever sizes a screen went, coming back to the
// first shows what was there.
func TestResized(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	sizes := []string{"size:120x40", "size:80x24", "size:60x20", "size:100x50", "size:40x10", "size:160x30", "size:80x11", "size:30x5"}
	keys := append(strings.Fields("n N n n j k pgdown pgup G g ] [ tab v f > d i m r enter esc ?"), "/ type:boats enter")
	for range 60 {
		p, _ := filed(t, numberedText(40, nil), numberedText(40, map[int]string{0: "two boats", 5: "red boats", 20: "some boats", 30: "six boats"}), 120, 40)
		var walk []string
		if random.IntN(2) == 0 {
			walk = append(walk, "r")
		}
		if random.IntN(3) == 0 {
			walk = append(walk, ":", "type:p20", "enter")
		}
		if random.IntN(3) == 0 {
			walk = append(walk, "/", "type:boats", "enter", "n", "n")
		}
		for range random.IntN(6) {
			walk = append(walk, keys[random.IntN(len(keys))])
		}
		walk = append(walk, sizes[random.IntN(3)], "j")
		press(t, p, strings.Join(walk, " "))
		want := p.Frame()
		for range 1 + random.IntN(5) {
			step := sizes[random.IntN(len(sizes))]
			walk = append(walk, step)
			press(t, p, step)
		}
		if err := p.Resize(want.Width, want.Height); err != nil {
			t.Fatal(err)
		}
		if got := p.Frame().Marked(); got != want.Marked() {
			t.Fatalf("after %s and back the screen shows\n%s\nnot\n%s", strings.Join(walk, " "), got, want.Marked())
		}
	}
}

// TestResizedAfterSearch checks that a match that was folded away is forgotten with
// its search.
func TestResizedAfterSearch(t *testing.T) {
	p, _ := filed(t, numberedText(40, nil), numberedText(40, map[int]string{5: "red boats"}), 100, 30)
	press(t, p, "n / type:30 enter f esc size:60x20")
	if lineWith(p, "match") >= 0 {
		t.Errorf("the screen shows\n%s", p.Frame().Plain())
	}
}

// TestResizedAt checks the same where the screens on the way show less of a list or
// a help than the first, and that a search that had ended, or never began, is not
// looked for.
func TestResizedAt(t *testing.T) {
	other := map[int]string{}
	for i := range 40 {
		other[i] = fmt.Sprint(i, " boats")
	}
	for _, keys := range []string{
		"d down down down", "d G", "d G k k k", "d : down down", "d / type:boats enter G", "?", "? j j j", "? G", "p",
		"r n enter", "r n n n enter x", "/ type:grey enter f v f j", "/ type:nobody enter size:40x10 size:160x40 j j",
	} {
		p, _ := filed(t, numberedText(40, nil), numberedText(40, other), 160, 40)
		press(t, p, keys)
		want := p.Frame()
		press(t, p, "size:160x12 size:200x60 size:80x24 size:30x5 size:40x10 size:160x40")
		if got := p.Frame().Marked(); got != want.Marked() {
			t.Errorf("after %s and other sizes the screen shows\n%s\nnot\n%s", keys, got, want.Marked())
		}
	}
}

// TestResizedWhileTyping checks that what is typed after a screen has become higher
// goes on from what that shows.
func TestResizedWhileTyping(t *testing.T) {
	for _, open := range []string{"", "r "} {
		p, _ := filed(t, numberedText(40, nil), numberedText(40, map[int]string{5: "red boats"}), 130, 20)
		press(t, p, open+"G / type:zz size:130x50")
		want := lineWith(p, "day 39")
		press(t, p, "type:z")
		if got := lineWith(p, "day 39"); got != want {
			t.Errorf("the end moves from line %d to line %d:\n%s", want, got, p.Frame().Plain())
		}
	}
}

// TestClickedParagraph checks that a click on words makes their paragraph the one
// where the reader is, and that of a difference with a click on that.
func TestClickedParagraph(t *testing.T) {
	p, _ := filed(t, numberedText(9, nil), numberedText(9, map[int]string{5: "red boats"}), 100, 40)
	for _, test := range []struct{ on, said string }{
		{"day 3", "A ¶ 4/9"},
		{"day 5", "A ¶ 6/9"},
		{"day 8", "A ¶ 9/9"},
	} {
		p.Click(4, lineWith(p, test.on))
		if lineWith(p, test.said) < 0 {
			t.Errorf("after a click on %s the screen shows\n%s", test.on, p.Frame().Plain())
		}
	}
	press(t, p, "N")
	if lineWith(p, "1/1  substitution") < 0 {
		t.Errorf("N does not go back from there:\n%s", p.Frame().Plain())
	}
}
