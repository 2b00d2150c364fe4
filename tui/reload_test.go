package tui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"variorum/corpus"
	"variorum/diff"
)

// filed writes two texts to files and returns a reader of their comparison.
func filed(t *testing.T, a, b string, w, h int) (p *Player, paths [2]string) {
	t.Helper()
	c := Config{Files: true, Editor: "ed"}
	for i, s := range []string{a, b} {
		paths[i] = filepath.Join(t.TempDir(), "text.txt")
		write(t, paths[i], s)
		d, err := corpus.Parse(paths[i], []byte(s), corpus.Auto)
		if err != nil {
			t.Fatal(err)
		}
		c.Pair[i] = d
	}
	p, err := NewPlayer(c, w, h)
	if err != nil {
		t.Fatal(err)
	}
	return p, paths
}

// unkept returns a reader of a story in so many files, of a corpus so large that no
// texts are kept. They differ in which boats there were on day 5.
func unkept(t *testing.T, boats ...string) (p *Player, files []string) {
	t.Helper()
	dir := t.TempDir()
	for i, b := range boats {
		files = append(files, filepath.Join(dir, string(rune('a'+i))+".txt"))
		write(t, files[i], numberedText(9, map[int]string{5: b}))
	}
	write(t, filepath.Join(dir, "z.txt"), "A word.\n"+strings.Repeat(strings.Repeat(" ", 1<<16)+"\n", 520))
	c, err := corpus.Load(t.Context(), []string{dir}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Stories) != 2 || c.Stories[0].Versions[0].Held() {
		t.Fatalf("%d stories, of texts that are kept", len(c.Stories))
	}
	p, err = NewPlayer(Config{Corpus: c, Files: true}, 100, 40)
	if err != nil {
		t.Fatal(err)
	}
	return p, files
}

func write(t *testing.T, path, s string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(s), 0o666); err != nil {
		t.Fatal(err)
	}
}

// numberedText returns paragraphs, of which some have other words.
func numberedText(n int, other map[int]string) string {
	var b strings.Builder
	for i := range n {
		boats := "grey boats"
		if o := other[i]; o != "" {
			boats = o
		}
		fmt.Fprintf(&b, "On day %d of the strike there were %s at the quay, and nobody came to see them.\n\n", i, boats)
	}
	return b.String()
}

// lineWith returns the line of the screen on which a text stands, -1 for none.
func lineWith(p *Player, s string) int {
	for y, line := range strings.Split(p.Frame().Plain(), "\n") {
		if strings.Contains(line, s) {
			return y
		}
	}
	return -1
}

// TestReload checks that a file that has changed is read again, and that the
// passage that was on the screen stays where it was.
func TestReload(t *testing.T) {
	p, paths := filed(t, numberedText(40, nil), numberedText(40, map[int]string{5: "red boats", 30: "six boats"}), 100, 24)
	press(t, p, "n n")
	before := lineWith(p, "day 30")
	if before < 0 || !strings.Contains(p.Frame().Plain(), "six") {
		t.Fatalf("the difference is not on the screen:\n%s", p.Frame().Plain())
	}
	press(t, p, "R")
	if lineWith(p, "nothing has changed") < 0 {
		t.Errorf("nothing has changed, and the screen says\n%s", p.Frame().Plain())
	}
	write(t, paths[diff.B], "A new beginning.\n\nAnd more of it.\n\n"+numberedText(40, map[int]string{5: "red boats", 28: "no boats", 30: "ten boats"}))
	press(t, p, "R")
	screen := p.Frame().Plain()
	if lineWith(p, "reloaded") < 0 || !strings.Contains(screen, "ten") || strings.Contains(screen, "six") {
		t.Errorf("after the change the screen shows\n%s", screen)
	}
	if after := lineWith(p, "day 30"); after != before {
		t.Errorf("the passage was on line %d and is on line %d:\n%s", before, after, screen)
	}
	press(t, p, "g")
	if lineWith(p, "A new beginning") < 0 {
		t.Errorf("the new beginning is not there:\n%s", p.Frame().Plain())
	}
}

// TestReloadFails checks what is said when a file has gone.
func TestReloadFails(t *testing.T) {
	p, paths := filed(t, numberedText(3, nil), numberedText(3, map[int]string{1: "red boats"}), 160, 24)
	if err := os.Remove(paths[0]); err != nil {
		t.Fatal(err)
	}
	press(t, p, "R")
	if lineWith(p, "the file is not there any more") < 0 || lineWith(p, "red boats") < 0 {
		t.Errorf("the screen shows\n%s", p.Frame().Plain())
	}
}

// TestReloadUnderSearch checks that a search goes on in what was read again.
func TestReloadUnderSearch(t *testing.T) {
	p, paths := filed(t, numberedText(3, nil), numberedText(3, map[int]string{1: "red boats"}), 100, 24)
	press(t, p, "/ type:boats enter")
	if lineWith(p, "match 1 of 6") < 0 {
		t.Errorf("the screen shows\n%s", p.Frame().Plain())
	}
	write(t, paths[0], numberedText(3, map[int]string{0: "ships"}))
	press(t, p, "R n")
	if lineWith(p, "match 1 of 5") < 0 {
		t.Errorf("the screen shows\n%s", p.Frame().Plain())
	}
}

// TestReloadWhileTyping checks that a search that finds nothing leads back to a
// place that is still there.
func TestReloadWhileTyping(t *testing.T) {
	p, paths := filed(t, numberedText(40, nil), numberedText(40, map[int]string{5: "red boats", 30: "six boats"}), 100, 24)
	press(t, p, "n n /")
	r := p.model.reading()
	write(t, paths[0], numberedText(9, nil))
	write(t, paths[1], numberedText(9, map[int]string{5: "red boats"}))
	p.do(p.model.effects.reread(r.number, r.documents(), false))
	press(t, p, "type:zeppelin enter n")
	if lineWith(p, "red boats") < 0 {
		t.Errorf("the screen shows\n%s", p.Frame().Plain())
	}
}

// TestSharesAfterReload checks that the library does not show shares of what a
// file said before.
func TestSharesAfterReload(t *testing.T) {
	p, paths := filed(t, numberedText(5, nil), numberedText(5, nil), 100, 24)
	write(t, paths[1], "Something else altogether stands here now.\n")
	press(t, p, "R esc")
	if share := p.model.library().shares[0][0][1]; share != 0 {
		t.Errorf("%.2f of A stands in B, which has nothing of it", share)
	}
}

// TestWatched checks that a watch that waits for a file reads it when it is
// replaced, and ends when the comparison is left.
func TestWatched(t *testing.T) {
	p, paths := filed(t, numberedText(3, nil), numberedText(3, nil), 100, 24)
	r := p.model.reading()
	e := p.model.effects
	e.waits = true
	cmd, cancel := e.watch(r.number, r.documents(), true)
	write(t, paths[1]+".new", numberedText(3, map[int]string{1: "red boats"}))
	if err := os.Rename(paths[1]+".new", paths[1]); err != nil {
		t.Fatal(err)
	}
	p.tell(cmd())
	if lineWith(p, "reloaded") < 0 || lineWith(p, "red boats") < 0 {
		t.Errorf("the screen shows\n%s", p.Frame().Plain())
	}
	cancel()

	// A file that goes away is missed, and waited for.
	cmd, cancel = e.watch(r.number, r.documents(), true)
	if err := os.Remove(paths[1]); err != nil {
		t.Fatal(err)
	}
	p.tell(cmd())
	if lineWith(p, "the file is not there any more") < 0 {
		t.Errorf("of a file that is gone the screen shows\n%s", p.Frame().Plain())
	}
	cancel()
	cmd, cancel = e.watch(r.number, r.documents(), true)
	done := make(chan tea.Msg)
	go func() { done <- cmd() }()
	cancel()
	if msg := <-done; msg != nil {
		t.Errorf("a watch that nobody waits for answers %v", msg)
	}
}

// TestSharesAfterTrouble checks that the library goes on with the shares of a story
// when a file of it turned out to be gone.
func TestSharesAfterTrouble(t *testing.T) {
	p, files := unkept(t, "grey boats", "red boats", "six boats")
	press(t, p, "enter enter")
	write(t, files[0], numberedText(9, map[int]string{5: "no boats"}))
	if err := os.Remove(files[2]); err != nil {
		t.Fatal(err)
	}
	press(t, p, "R >")
	screenHas(t, p, "R >", "of each version", filepath.Base(files[0]), "!…    ·")
}

// TestReloadBelow checks that what was read again shows in all places that lead to
// where it was: the version alone and the first comparison.
func TestReloadBelow(t *testing.T) {
	for side, want := range [2][2]string{{"ten ]", "six"}, {"grey ]", "ten"}} {
		for _, leave := range []string{"esc", "esc size:60x30"} {
			p, paths := filed(t, numberedText(40, nil), numberedText(40, map[int]string{5: "red boats", 30: "six boats"}), 100, 30)
			press(t, p, "n n r enter") // the version alone, and from there to the comparison
			screenHas(t, p, "enter", "2/2  substitution")
			write(t, paths[side], numberedText(40, map[int]string{5: "red boats", 30: "ten boats"}))
			press(t, p, "R "+leave)
			if side == 0 { // the words at which the cursor was are others
				press(t, p, "n")
			}
			screenHas(t, p, "R "+leave, want[0], want[1])
			press(t, p, "esc")
			screenHas(t, p, "esc esc", "ten")
		}
	}
}

// TestWatchedBelow checks that a comparison is watched while another is read.
func TestWatchedBelow(t *testing.T) {
	p, paths := filed(t, numberedText(9, nil), numberedText(9, map[int]string{5: "red boats"}), 100, 30)
	r := p.model.reading()
	press(t, p, "n r enter")
	write(t, paths[diff.B], numberedText(9, map[int]string{5: "six boats"}))
	now, err := readAgain(corpus.Options{}, r.documents())
	if err != nil {
		t.Fatal(err)
	}
	p.tell(reread{comparison: r.number, documents: now})
	screenHas(t, p, "the watch", "six", "!red")
	press(t, p, "esc")
	screenHas(t, p, "esc", "six", "!red")
	press(t, p, "esc")
	screenHas(t, p, "esc esc", "six", "!red")
}
