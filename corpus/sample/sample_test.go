package sample_test

import (
	"io/fs"
	"strings"
	"testing"
	"unicode/utf8"

	"variorum/corpus/sample"
)

// read returns every file of the sample by its path.
func read(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := fs.WalkDir(sample.FS(), ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		b, err := fs.ReadFile(sample.FS(), path)
		all[path] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestFilesAreCleanText(t *testing.T) {
	all := read(t)
	if len(all) != 12 {
		t.Errorf("the sample has %d files, want 12", len(all))
	}
	for path, s := range all {
		if !strings.HasSuffix(path, ".md") && !strings.HasSuffix(path, ".txt") {
			t.Errorf("%s: neither .md nor .txt", path)
		}
		if !utf8.ValidString(s) {
			t.Errorf("%s: not UTF-8", path)
		}
		if n := len(strings.Fields(s)); n < 150 || n > 900 {
			t.Errorf("%s: %d words, want an article's length", path, n)
		}
		for _, r := range s {
			if r < ' ' && r != '\n' || r == '\u007f' || r == '\ufeff' || r == utf8.RuneError {
				t.Errorf("%s: stray character %U", path, r)
			}
		}
	}
}

// TestFeatures holds what the stories are there to show. A line of has stands
// in the file exactly once, a line of lacks nowhere.
func TestFeatures(t *testing.T) {
	const thin = "\u2009"
	cases := []struct {
		path       string
		has, lacks []string
	}{
		{
			path: "talks/talks-1-original.md",
			has: []string{
				"\n\n**Tarn border**\n\n## Drovia", "© Oskar Lindt/Meridian\n", "© Greta Halm/Meridian\n",
				"in Dreven YESTERDAY\n\n---\n", "[came with them](#)", "handshake . . . and",
				"\"We will never sign", "“was not on offer",
				"proposals for talks on missile\n\nnegotiations, which",
				"almost", "annexation of", "90,000", "by Thursday", "Two officials",
				"[Copyright](#) The Harbour Courier Limited 2031.",
			},
			lacks: []string{"nearly", "attack on", "radar masts", "Marrow", thin},
		},
		{
			path: "talks/talks-2-syndicated.txt",
			has: []string{
				"nearly", "attack on", "100,000", "by Wednesday", "Two people", "“We will not sign", "repeatedly",
				"handshake" + thin + "." + thin + "." + thin + "." + thin + "and",
				"on missile placement and on the radar masts", "start of negotiations, which",
				"the bridge at Marrow", "© Meridian\n",
				"\n\nSource link\n\nLeave a Reply\n\nYour email address will not be published. Required fields are marked *\n",
			},
			lacks: []string{"almost", "annexation", "\"", "'", "](#)", "**"},
		},
		{
			path: "talks/talks-3-evening.txt",
			has: []string{
				"© Castell Images\nPowered by automatic narration\n\n", "at the table\".", " … ",
				"\n\nUpdated: March 3, 2031, 8:34 PM\n",
			},
		},
		{
			path: "talks/talks-4-agency.md",
			has: []string{
				"\n# Rivals", "By [Rosa Dunmore](#), [Ewan Pike](#) and [Teodor Lask](#) for NWP\n", "\nMarch 3, 2031\n",
				"**Jory Tamm / NWP**", "**Related article:** [", "\n## 'Like a Held Breath'\n", "\n## **'Ink' and Memory**\n",
				"9:20 a.m. (08:20 GMT)", "Original url:\n\n<https://www.theskerrowtimes.example/2031/03/03/",
			},
			lacks: []string{"“", "”", "’"},
		},
		{
			path: "talks/talks-5-reworded.txt",
			has: []string{
				"Drovia‚Äôs", "She stated that the Drovians had accepted", "She stated that the Drovians had indeed accepted",
				"any commitment.”", "\n\n” It was", "furnish its own interpreters,\n\n", "to inform the envoys\n\nof the Littoral League",
				"P.R .", "medium -range",
				"Get our Morning Tide newsletter\n\n", "The Vale Tribune may occasionally send you promotional content.\n\n",
				"\n\nRead More\n",
			},
			lacks: []string{"\"", "'"},
		},
		{
			path:  "silo/silo-1-morning.md",
			has:   []string{"# Four Dockers Killed", "Published: June 14, 2031, 9:15 AM", "harbour master Cornelis Daal", "© 2031 Lowland Post.", "12 million", "had been replaced"},
			lacks: []string{"Correction"},
		},
		{
			path: "silo/silo-2-midday.md",
			has:  []string{"# Three Dockers Killed", "Updated: June 14, 2031, 12:40 PM", "crane driver Marit Oosting", "\nCorrection: An earlier version"},
		},
		{
			path: "silo/silo-3-afternoon.md",
			has:  []string{"# Three Dead After Blast", "Updated: June 14, 2031, 4:05 PM", "30 million", "lid of a kettle", "were not yet installed", "built in 1974"},
		},
		{
			path:  "silo/silo-4-evening.md",
			has:   []string{"# Three Dead After Incident", "Updated: June 14, 2031, 9:30 PM", "did not pass", "withdrawn at her request"},
			lacks: []string{"lid of a kettle", "built in 1974"},
		},
		{
			path: "water/water-1-statement.md",
			has:  []string{"will not reopen the spring before", "nevertheless closed", "Authority's own depot", "because we look every month", "Notes to editors"},
		},
		{
			path:  "water/water-2-wire.txt",
			has:   []string{"ORREL (Valley Wire) — ", "will reopen the spring before", "The spring was closed"},
			lacks: []string{"depot", "every month", "Notes to editors"},
		},
		{
			path: "water/water-3-gazette.txt",
			has:  []string{"By Bram Kesteven\n", "Copyright Orrel Gazette 2031.", "because we test every month", "“Nobody who drank the water last week has reason to worry,”"},
		},
	}
	all := read(t)
	for _, c := range cases {
		s, ok := all[c.path]
		if !ok {
			t.Errorf("%s: missing", c.path)
			continue
		}
		for _, want := range c.has {
			if n := strings.Count(s, want); n != 1 {
				t.Errorf("%s: %q stands there %d times, want once", c.path, want, n)
			}
		}
		for _, not := range c.lacks {
			if strings.Contains(s, not) {
				t.Errorf("%s: %q should not stand there", c.path, not)
			}
		}
	}
}

// TestLostWords counts what the damaged original lacks at its seam.
func TestLostWords(t *testing.T) {
	copied := read(t)["talks/talks-2-syndicated.txt"]
	_, after, ok := strings.Cut(copied, "talks on missile ")
	lost, _, found := strings.Cut(after, "negotiations, which")
	if !ok || !found {
		t.Fatal("the words around the seam are missing")
	}
	if n := len(strings.Fields(lost)); n != 75 {
		t.Errorf("%d words are lost at the seam, want 75", n)
	}
}

// TestMovedParagraph holds that the paragraph which changes its place is the
// same on both sides but for its link.
func TestMovedParagraph(t *testing.T) {
	all := read(t)
	plain := strings.NewReplacer("[", "", "](#)", "").Replace(all["talks/talks-1-original.md"])
	i, j, ok := paragraph(plain, "Dreven wants")
	if !ok {
		t.Fatal("the original lacks the paragraph")
	}
	copied := all["talks/talks-2-syndicated.txt"]
	if !strings.Contains(copied, "\n\n"+plain[i:j]+"\n\n") {
		t.Error("the copy does not have the paragraph word for word")
	}
	if strings.Index(copied, "Dreven wants") < strings.Index(copied, "Corrant said the airfield") {
		t.Error("the paragraph has not moved")
	}
}

// paragraph finds the paragraph of s that begins with head.
func paragraph(s, head string) (start, end int, ok bool) {
	start = strings.Index(s, "\n\n"+head) + 2
	if start < 2 {
		return 0, 0, false
	}
	n := strings.Index(s[start:], "\n\n")
	return start, start + n, n > 0
}
