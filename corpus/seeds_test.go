package corpus

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"variorum/text"
)

// loadSeeds loads five real articles that lie beside the repository where
// there are any; their texts may not be copied into it.
func loadSeeds(t *testing.T) map[string]Version {
	const dir = "../../shared/seeds"
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the seed articles are not here:", err)
	}
	c, err := Load(context.Background(), []string{dir}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Stories) != 1 || len(c.Problems) != 0 {
		t.Fatalf("%d stories, problems %v; want one story", len(c.Stories), c.Problems)
	}
	out := map[string]Version{}
	for _, v := range c.Stories[0].Versions {
		name := v.Path[strings.LastIndexAny(v.Path, `/\`)+1:]
		out[name[:3]] = v
	}
	return out
}

func TestSeeds(t *testing.T) {
	seeds := loadSeeds(t)
	for name, want := range map[string]struct {
		title     string // how it begins
		outlet    string
		byline    []string
		published Moment
		match     Match
		kinds     map[text.Kind]int
	}{
		"000": {"US and Russia agree", "Financial Times", []string{"Henry Foy", "Ben Hall", "James Politi"}, "", First,
			map[text.Kind]int{text.Kicker: 1, text.Standfirst: 1, text.Caption: 2, text.Byline: 1, text.Furniture: 1, text.Paragraph: 18}},
		"001": {"US and Russia agree", "", nil, "", SameText,
			map[text.Kind]int{text.Caption: 1, text.Furniture: 3, text.Paragraph: 20}},
		"002": {"US and Russia share", "", nil, "2022-01-10T20:34", Related,
			map[text.Kind]int{text.Standfirst: 1, text.Caption: 1, text.Furniture: 1, text.Dateline: 1, text.Paragraph: 37}},
		"003": {"U.S.-Russia talks", "Los Angeles Times", nil, "", Related,
			map[text.Kind]int{text.Furniture: 4, text.Paragraph: 17}},
		"004": {"U.S., Russia Hold", "The Moscow Times", []string{"Nina Larson", "Michael Mainville", "Shaun Tandon"}, "2022-01-10", Related,
			map[text.Kind]int{text.Byline: 1, text.Dateline: 1, text.Caption: 1, text.Heading: 2, text.Furniture: 3, text.Paragraph: 31}},
	} {
		v := seeds[name]
		if v.Document == nil {
			t.Errorf("%s is not there", name)
			continue
		}
		checkBlocks(t, v.Document, false)
		if !strings.HasPrefix(v.Title, want.title) || v.Outlet != want.outlet || !slices.Equal(v.Byline, want.byline) || v.Published != want.published || v.Match != want.match {
			t.Errorf("%s: title %q, outlet %q, byline %q, published %q, %v", name, v.Title, v.Outlet, v.Byline, v.Published, matchNames[v.Match])
		}
		if v.Similarity <= relatedLikeness || v.Similarity > 1 {
			t.Errorf("%s: similarity %v", name, v.Similarity)
		}
		want.kinds[text.Title] = 1
		got := map[text.Kind]int{}
		for _, b := range v.Blocks {
			got[b.Kind]++
		}
		for k := text.Paragraph; k <= text.Furniture; k++ {
			if got[k] != want.kinds[k] {
				t.Errorf("%s has %d blocks of kind %v, want %d", name, got[k], k, want.kinds[k])
			}
		}
	}
}

func TestSeedsAsPlainText(t *testing.T) {
	for name, v := range loadSeeds(t) {
		d, err := Parse(v.Path, []byte(v.Source), Plain)
		if err != nil {
			t.Fatal(err)
		}
		checkBlocks(t, d, true)
		if clean(d.Title) != clean(v.Title) || d.Outlet != v.Outlet || !slices.Equal(d.Byline, v.Byline) || d.Published != v.Published {
			t.Errorf("%s: as plain text %q by %q, %q, %q", name, d.Title, d.Byline, d.Outlet, d.Published)
		}
	}
}
