package corpus

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// grouped groups texts, given by their names, and returns which are one story.
func grouped(t *testing.T, texts map[string]string) string {
	t.Helper()
	var docs []*Document
	for name, source := range texts {
		d, err := Parse(name, []byte(source), Auto)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, d)
	}
	stories, err := Group(context.Background(), docs)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, s := range stories {
		var names []string
		for _, v := range s.Versions {
			names = append(names, v.Path)
		}
		slices.Sort(names)
		out = append(out, strings.Join(names, " "))
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

func sampleText(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("sample/files", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// piece returns some of the words of a text, in lines of their own.
func piece(text string, from, to int) string {
	words := strings.Fields(text)
	return strings.Join(words[from:min(to, len(words))], " ") + ".\n"
}

// TestParts holds that what is left of a text is a version of it, wherever it
// was cut.
func TestParts(t *testing.T) {
	whole := sampleText(t, "talks/talks-2-syndicated.txt")
	n := len(strings.Fields(whole))
	got := grouped(t, map[string]string{
		"whole": whole, "half": piece(whole, 0, n/2), "end": piece(whole, n/2, n), "excerpt": piece(whole, 200, 300),
		"other": sampleText(t, "silo/silo-1-morning.md"), "other-excerpt": piece(sampleText(t, "silo/silo-1-morning.md"), 100, 200),
	})
	if want := "end excerpt half whole, other other-excerpt"; got != want {
		t.Errorf("stories are %s; want %s", got, want)
	}
}

// TestBoilerplate holds that two short texts which share nothing but what their
// outlet puts under each are two stories, even where that is most of them.
func TestBoilerplate(t *testing.T) {
	const under = `
The Lowland Letter is written by nobody but its readers, who send in what they see from their windows between Vanmere
and the Oster dunes. It has been printed every Friday since 1958 at the old rope works in Kettle Street, and carried
to eleven thousand doors by the pupils of the Latin School. Whoever would like to have it in the morning with the
milk may write to Mrs Jannen at the works, ring the bell twice, or leave a note with any carrier. Letters that
quarrel are printed in full. Letters that praise are read aloud at the harvest supper, and burnt.
`
	silo, water := sampleText(t, "silo/silo-1-morning.md"), sampleText(t, "water/water-3-gazette.txt")
	got := grouped(t, map[string]string{
		"silo": piece(silo, 0, 70) + under, "water": piece(water, 0, 60) + under,
		"silo-again": piece(silo, 0, 110) + under,
	})
	if want := "silo silo-again, water"; got != want {
		t.Errorf("stories are %s; want %s", got, want)
	}
}

// TestSignOff holds that the line with which an agency ends its items, here and there
// with another number or town, makes no story of them, whether there are two or many;
// and that it does not part two tellings of one event.
func TestSignOff(t *testing.T) {
	items := []string{
		"Ice closes the harbour\n\nThe harbour of Sandry froze over on Sunday night. Two ferries wait outside, and a pilot walked home.",
		"Water stands in the choir\n\nA spring has come up under the choir stalls at Lindel. The organist plays in boots.",
		"Bread is dearer\n\nBakers in Vanmere ask five pence more for a loaf. They blame the price of firewood and a dry summer.",
		"Owl moves into the court\n\nA barn owl has made its nest above the bench. Hearings are held in a low voice.",
		"Spring closed by frost\n\nFrost has closed the mineral spring at Ardle. Guests are given last year's water, bottled.",
		"Clock runs backwards\n\nThe clock of the old mint has run backwards since noon. A crowd sets its watches by it.",
	}
	signed := func(item string, k int, town string) string {
		return item + fmt.Sprintf("\n\nFurther news of item %d is to be expected from our office in %s before the end of this week, the agency said.\n", k, town)
	}
	if got, want := grouped(t, map[string]string{"a": signed(items[0], 1, "Holm"), "b": signed(items[1], 2, "Holm")}), "a, b"; got != want {
		t.Errorf("two items: stories are %s; want %s", got, want)
	}
	again := "Harbour shut by ice\n\nTwo ferries lie before Sandry, whose harbour froze over at night. The pilot went home on foot over the ice."
	texts := map[string]string{"again": signed(again, 9, "Holm")}
	for i := range items {
		texts[string(rune('a'+i))] = signed(items[i], i, []string{"Holm", "Skerrow"}[i%2])
	}
	if got, want := grouped(t, texts), "a again, b, c, d, e, f"; got != want {
		t.Errorf("stories are %s; want %s", got, want)
	}
}

// TestRoundup holds that a text in which several stories stand one after another
// does not make one of them.
func TestRoundup(t *testing.T) {
	silo, water, talks := sampleText(t, "silo/silo-1-morning.md"), sampleText(t, "water/water-1-statement.md"), sampleText(t, "talks/talks-4-agency.md")
	got := grouped(t, map[string]string{
		"silo": silo, "water": water, "talks": talks, "silo-copy": silo + "\nMore at six.\n",
		"roundup": silo + "\n\n" + water + "\n\n" + talks,
	})
	if want := "roundup, silo silo-copy, talks, water"; got != want {
		t.Errorf("stories are %s; want %s", got, want)
	}
}

// TestTongues holds that texts in two languages are no versions of each other for
// the names and figures that stand in both, unless somebody says that they are.
func TestTongues(t *testing.T) {
	const (
		english = `Ferry talks end in Skerrow

Anders Ostrow and Berta Vane met in Skerrow on Monday. The owners of the Kestrel and the union said that 240 people had been waiting in Lindel, Vanmere and Holm. "We have nothing to say", said Cornelis Daal of the Skerrow Times, who had been there with Ragna Toll from Orrel.
`
		german = `Gespräche über die Fähre in Skerrow beendet

Anders Ostrow und Berta Vane trafen sich am Montag in Skerrow. Die Eigner der Kestrel und die Gewerkschaft sagten, dass 240 Menschen in Lindel, Vanmere und Holm gewartet haben. „Wir haben nichts zu sagen“, so Cornelis Daal von der Skerrow Times, der mit Ragna Toll aus Orrel da war.
`
	)
	texts := map[string]string{
		"a.txt": english, "b.txt": strings.Replace(english, "nothing to say", "nothing to add", 1), "c.txt": german,
		"other.txt": sampleText(t, "water/water-3-gazette.txt"),
	}
	if got, want := grouped(t, texts), "a.txt b.txt, c.txt, other.txt"; got != want {
		t.Errorf("stories are %s; want %s", got, want)
	}
	for _, name := range []string{"a.txt", "b.txt", "c.txt"} {
		texts[name] = "---\nstory: talks\n---\n" + texts[name]
	}
	if got, want := grouped(t, texts), "a.txt b.txt c.txt, other.txt"; got != want {
		t.Errorf("stories are %s; want %s", got, want)
	}
}

// TestSeedsAmongOthers mixes the seed articles into some hundred snippets of news
// about other things, which are compared pair by pair, and into a thousand more
// documents, of which each is compared with a few.
func TestSeedsAmongOthers(t *testing.T) {
	for _, c := range []struct {
		name     string
		invented int
	}{{"few", 0}, {"many", 1000}} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			put := func(name string, data []byte) {
				if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			for _, from := range []string{"../../shared/seeds", "../../shared/data/ecb_snippets/folder_train"} {
				files, err := filepath.Glob(filepath.Join(from, "*.txt"))
				if err != nil || len(files) == 0 {
					t.Skip("there are no texts in", from)
				}
				for _, file := range files {
					data, err := os.ReadFile(file)
					if err != nil {
						t.Fatal(err)
					}
					put(filepath.Base(file), data)
				}
			}
			a := newArchive()
			for i := range c.invented {
				put(fmt.Sprintf("invented-%04d.txt", i), []byte(a.text(i)))
			}
			seedsTogether(t, dir)
		})
	}
}

// seedsTogether holds that the seeds of a folder are one story, with nothing else in
// it.
func seedsTogether(t *testing.T, dir string) {
	t.Helper()
	c, err := Load(context.Background(), []string{dir}, nil)
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, s := range c.Stories {
		var seeds, same int
		for _, v := range s.Versions {
			if name := filepath.Base(v.Path); strings.HasPrefix(name, "00") && name[3] == '_' {
				seeds++
			}
			if v.Match == First || v.Match == SameText {
				same++
			}
		}
		found = found || seeds > 0
		if seeds > 0 && (seeds != 5 || len(s.Versions) != 5 || same != 2) {
			t.Errorf("%d of the seeds are in a story of %d versions, %d of one text", seeds, len(s.Versions), same)
		}
	}
	if !found {
		t.Error("the seeds are in no story")
	}
}
