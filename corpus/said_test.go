package corpus

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Three texts about ferries, of which any two are alike.
var ferries = map[string]string{
	"in/a.txt":      "The ferry Heron will stay in Oslet until the ice on the Kelde sound has gone, said Ansel Tove of the harbour board on Monday.",
	"in/b.txt":      "The ferry Heron will stay in Oslet until the ice on the Kelde sound has gone, said Ansel Tove of the harbour board on Tuesday.",
	"in/deep/c.txt": "The ferry Heron will stay in Oslet until the ice on the Kelde sound has gone, said Ansel Tove, who runs the harbour, on Monday.",
	"in/deep/d.txt": "Beekeepers around Lindel report that their colonies divided in September, a month after the lime trees had finished.",
}

// told loads a folder and tells its stories: the titles that somebody gave, and
// the versions, in their order.
func told(t *testing.T, o Options) (stories []string, problems []string) {
	t.Helper()
	c, err := o.Load(context.Background(), []string{"in"})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range c.Stories {
		var names []string
		for _, v := range s.Versions {
			name := strings.TrimSuffix(filepath.Base(v.Path), ".txt")
			if v.Match == Assigned {
				name += "!"
			}
			names = append(names, name)
		}
		title := ""
		if s.Versions[0].Match == Assigned && !strings.Contains(s.Versions[0].Source, s.Title) && !strings.HasSuffix(s.Title, " …") {
			title = s.Title + ": "
		}
		stories = append(stories, title+strings.Join(names, " "))
	}
	for _, p := range c.Problems {
		problems = append(problems, filepath.ToSlash(p.Path)+": "+p.Err.Error())
	}
	return stories, problems
}

func refs(names ...string) (out []Ref) {
	for i, name := range names {
		out = append(out, Ref{Name: name, Path: filepath.Join("in", filepath.FromSlash(name)), Line: i + 1})
	}
	return out
}

func TestRules(t *testing.T) {
	folder(t, ferries)
	id := ""
	c, err := Load(context.Background(), []string{"in"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range c.Stories {
		for _, v := range s.Versions {
			if filepath.Base(v.Path) == "d.txt" {
				id = v.ID
			}
		}
	}
	for name, c := range map[string]struct {
		options           Options
		stories, problems []string
	}{
		"found":   {Options{}, []string{"a b c", "d"}, nil},
		"folders": {Options{Folders: true}, []string{"a b", "deep: c! d!"}, nil},
		"joined": {Options{Rules: []Rules{{Stories: []Rule{{Title: "Odd", Versions: refs("deep/d.txt", "a.txt")}}}}},
			[]string{"Odd: d! a!", "b c"}, nil},
		"by id": {Options{Rules: []Rules{{Stories: []Rule{{Versions: refs("b.txt", id)}}}}},
			[]string{"b! d!", "a c"}, nil},
		"split":         {Options{Rules: []Rules{{Stories: []Rule{{Versions: refs("b.txt")}}}}}, []string{"a c", "d", "b!"}, nil},
		"above folders": {Options{Folders: true, Rules: []Rules{{Stories: []Rule{{Versions: refs("b.txt", "deep/c.txt")}}}}}, []string{"b! c!", "deep: d!", "a"}, nil},
		"apart":         {Options{Rules: []Rules{{Apart: [][]Ref{refs("a.txt", "b.txt")}}}}, []string{"a c", "d", "b"}, nil},
		"all apart":     {Options{Rules: []Rules{{Apart: [][]Ref{refs("a.txt", "b.txt", "deep/c.txt")}}}}, []string{"d", "a", "b", "c"}, nil},
		"unknown": {Options{Rules: []Rules{{Path: "in/variorum.toml", Stories: []Rule{{Versions: refs("nobody.txt", "a.txt", "a.txt")}}, Apart: [][]Ref{refs("x", "b.txt")}}}},
			[]string{"b c", "d", "a!"}, []string{
				`in/variorum.toml: line 1: "nobody.txt" is no version of this corpus`,
				`in/variorum.toml: line 3: "a.txt" stands in line 2 already`,
				`in/variorum.toml: line 1: "x" is no version of this corpus`,
			}},
		"at odds": {Options{Rules: []Rules{{Path: "in/variorum.toml", Stories: []Rule{{Versions: refs("a.txt", "b.txt")}}, Apart: [][]Ref{refs("a.txt", "b.txt")}}}},
			[]string{"a! b!", "d", "c"}, []string{`in/variorum.toml: line 2: "b.txt" is to be apart from in/a.txt and in one story with it`}},
	} {
		stories, problems := told(t, c.options)
		slices.Sort(stories)
		slices.Sort(c.stories)
		if !slices.Equal(stories, c.stories) || !slices.Equal(problems, c.problems) {
			t.Errorf("%s: stories %q, problems %q; want %q, %q", name, stories, problems, c.stories, c.problems)
		}
	}
}

func TestFrontMatterStory(t *testing.T) {
	files := map[string]string{}
	for name, source := range ferries {
		files[name] = source
	}
	files["in/a.txt"] = "---\nstory: Bees\n---\n\n" + files["in/a.txt"]
	files["in/deep/d.md"] = "---\nstory: \"Bees\"\n---\n\n" + files["in/deep/d.txt"]
	delete(files, "in/deep/d.txt")
	folder(t, files)
	for name, o := range map[string]Options{"found": {}, "folders": {Folders: true}} {
		stories, _ := told(t, o)
		if stories[0] != "a! d.md!" && stories[1] != "a! d.md!" {
			t.Errorf("%s: stories %q", name, stories)
		}
	}
}

// TestStoryIDs holds that a story keeps its ID when later versions of it are
// found, when one of its texts gets copies, and when other files come.
func TestStoryIDs(t *testing.T) {
	wire := "By Ann Lee\n\nMarch 4, 2031\n\n" + ferries["in/a.txt"]
	folder(t, map[string]string{
		"in/a.txt": "Ferry stays\n\nMarch 3, 2031\n\n" + ferries["in/a.txt"],
		"in/b.txt": "Ferry stays in port\n\nMarch 4, 2031\n\nAnsel Tove of the Oslet harbour board keeps the Heron in port. Nobody crosses the Kelde sound while there is ice, he says.",
	})
	id := func() string {
		c, err := Load(context.Background(), []string{"in"}, nil)
		if err != nil {
			t.Fatal(err)
		}
		return c.Stories[0].ID
	}
	before := id()
	for i := range 3 {
		write(t, fmt.Sprintf("in/0%d.txt", i), wire+strings.Repeat(" More.", i))
		write(t, fmt.Sprintf("in/copy%d.txt", i), "March 5, 2031\n\nAnsel Tove of the Oslet harbour board keeps the Heron in port. Nobody crosses the Kelde sound while there is ice, he says.")
		write(t, fmt.Sprintf("in/bees%d.txt", i), ferries["in/deep/d.txt"])
		if now := id(); now != before {
			t.Errorf("with %d more versions the story is %s; it was %s", 2*(i+1), now, before)
		}
	}
}

func TestExplain(t *testing.T) {
	c, err := Load(context.Background(), []string{"sample/files/silo", "sample/files/water/water-3-gazette.txt"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	whys, err := c.Stories[0].Explain(context.Background())
	if err != nil || len(whys) != 4 {
		t.Fatal(whys, err)
	}
	w := whys[0]
	if !strings.HasPrefix(w.Closest.ID, "silo-2-midday-") || w.Shared < 0.8 || w.Shared > 1 || !slices.Contains(w.Words, "Vanmere") || len(w.Words) > 6 {
		t.Errorf("the first is there since it %v", w)
	}
	alone, err := c.Stories[1].Explain(context.Background())
	if err != nil || len(alone) != 1 || alone[0].Closest != nil || alone[0].String() != "" {
		t.Errorf("one that is alone is there since it %v (%v)", alone, err)
	}
}

// Small words tell nothing, in whatever language.
func TestExplainForeign(t *testing.T) {
	const french = "Le bac de Kelde\n\nLe bac qui passe la rivière est resté au port depuis la nuit de lundi, et les passagers ont dormi dans la halle avec leurs valises. Le patron du bac, %s, dit que la glace ne partira pas avant le mois de mars, et que personne ne doit venir sur le quai.\n"
	var versions []Version
	for _, name := range []string{"Mathurin", "Anselme"} {
		d, err := Parse(name+".txt", fmt.Appendf(nil, french, name), Auto)
		if err != nil {
			t.Fatal(err)
		}
		versions = append(versions, Version{Document: d})
	}
	s := Story{Versions: versions}
	whys, err := s.Explain(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range whys[0].Words {
		if slices.Contains([]string{"le", "la", "et", "les", "de", "du", "ne", "que", "qui"}, strings.ToLower(w)) {
			t.Errorf("%q is told among %q", w, whys[0].Words)
		}
	}
	if len(whys[0].Words) == 0 {
		t.Error("nothing is told that both have")
	}
}
