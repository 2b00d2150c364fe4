package corpus

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"strings"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"variorum/text"
)

// Group puts documents that are versions of one text, or tell of one event,
// into one story each. The order of docs does not matter; they need different
// IDs. The only error is that of ctx.
//
// Stories with more versions come first, then by title. In a story, the
// versions that are one text come first, of several such texts the one with
// the most versions; among them the earlier before the later, those without a
// date after those with one, and then by path. The first of all is the version
// that the others are matched with. Documents that name their Story are put
// there, and are matched with nothing.
func Group(ctx context.Context, docs []*Document) ([]Story, error) {
	return groupAs(ctx, docs, &said{})
}

// groupAs is Group with what people say besides.
func groupAs(ctx context.Context, docs []*Document, s *said) ([]Story, error) {
	docs = slices.Clone(docs)
	slices.SortStableFunc(docs, func(a, b *Document) int { return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.ID, b.ID)) })
	profiles := make([]profile, len(docs))
	if err := each(ctx, len(docs), func(i int) { profiles[i] = profileOf(docs[i]) }); err != nil {
		return nil, err
	}
	return makeStories(ctx, docs, profiles, s)
}

// makeStories is Group for documents in order, with what it sees of each and
// what people say of their stories.
func makeStories(ctx context.Context, docs []*Document, profiles []profile, s *said) ([]Story, error) {
	free, assigned := s.separate(docs, profiles)
	stories, err := findStories(ctx, free.docs, free.profiles, s.rivals(free.docs))
	if err != nil {
		return nil, err
	}
	for _, a := range assigned {
		story, err := assignedStory(ctx, a.docs, a.profiles, a.places)
		if err != nil {
			return nil, err
		}
		stories = append(stories, story)
	}
	distinguish(stories)
	sortStories(stories)
	return stories, nil
}

// findStories makes stories of documents that nobody put into one.
func findStories(ctx context.Context, docs []*Document, profiles []profile, apart [][2]int32) ([]Story, error) {
	if len(profiles) > exhaustive {
		for i := range profiles {
			profiles[i].thin()
		}
	}
	fs, df, err := weigh(ctx, profiles)
	if err != nil {
		return nil, err
	}
	near, err := candidates(ctx, fs, df)
	if err != nil {
		return nil, err
	}
	ls, err := links(ctx, fs, near)
	if err != nil {
		return nil, err
	}
	in, version := cluster(len(docs), ls, apart)
	best := make([]float64, len(docs))
	for _, l := range ls {
		if in[l.a] == in[l.b] {
			best[l.a], best[l.b] = max(best[l.a], l.like), max(best[l.b], l.like)
		}
	}
	members := map[int32][]int{}
	var order []int32
	for i := range docs {
		if members[in[i]] == nil {
			order = append(order, in[i])
		}
		members[in[i]] = append(members[in[i]], i)
	}
	stories := make([]Story, 0, len(order))
	for _, s := range order {
		stories = append(stories, makeStory(docs, members[s], version, best))
	}
	return stories, nil
}

// sortStories puts stories in the order that Group tells of.
func sortStories(stories []Story) {
	type entry struct {
		Story
		lower string
	}
	entries := make([]entry, len(stories))
	for i, s := range stories {
		entries[i] = entry{s, strings.ToLower(s.Title)}
	}
	slices.SortFunc(entries, func(a, b entry) int {
		return cmp.Or(cmp.Compare(len(b.Versions), len(a.Versions)), cmp.Compare(a.lower, b.lower), cmp.Compare(a.ID, b.ID))
	})
	for i, e := range entries {
		stories[i] = e.Story
	}
}

// makeStory puts the versions of a story in order. version tells of each
// document which text it is, best how like it is to the one closest to it.
func makeStory(docs []*Document, members []int, version []int32, best []float64) Story {
	count := map[int32]int{}
	for _, i := range members {
		count[version[i]]++
	}
	slices.SortStableFunc(members, func(i, j int) int {
		return cmp.Or(cmp.Compare(count[version[j]], count[version[i]]), Earlier(docs[i], docs[j]))
	})
	first := members[0]
	slices.SortStableFunc(members, func(i, j int) int {
		return cmp.Or(truth(version[j] == version[first])-truth(version[i] == version[first]), Earlier(docs[i], docs[j]))
	})
	var s Story
	for k, i := range members {
		v := Version{Document: docs[i], Match: Related, Similarity: best[i]}
		switch {
		case k == 0:
			v.Match = First
		case version[i] == version[first]:
			v.Match = SameText
		}
		s.Versions = append(s.Versions, v)
	}
	s.Title = storyTitle(s.Versions)
	s.ID = storyID(s.Versions)
	return s
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Earlier compares documents by when they were published, where that is known,
// and then by their paths.
func Earlier(a, b *Document) int {
	return cmp.Or(
		truth(a.Published == "")-truth(b.Published == ""),
		cmp.Compare(a.Published.universal(), b.Published.universal()),
		cmp.Compare(a.Published, b.Published),
		cmp.Compare(a.Path, b.Path))
}

// storyTitle is the title of the first version that has one, or else what
// stands for that of the first.
func storyTitle(vs []Version) string {
	for _, v := range vs {
		if v.Title != "" {
			return v.Title
		}
	}
	return vs[0].lead
}

// leadOf returns what stands for the title of a document: its opening words,
// headings aside, or else the name of its file.
func leadOf(d *Document) string {
	heading := ""
	for _, b := range d.Blocks {
		switch s := opening(b.Text); {
		case b.Kind.Aside() || b.Kind == text.Dateline || s == "":
		case b.Kind == text.Heading:
			heading = first(heading, s)
		default:
			return s
		}
	}
	return first(heading, filepath.Base(d.Path))
}

// The most of a text that stands for its title: words, characters as they are
// seen, and bytes, as one character can have any number of them.
const (
	openingWords    = 8
	openingClusters = 80
	openingBytes    = 1000
)

// opening returns how a text begins.
func opening(s string) string {
	head := strings.ToValidUTF8(s[:min(len(s), openingBytes)], "")
	words := strings.Fields(head)
	more := len(head) < len(s) || len(words) > openingWords
	out := strings.Join(words[:min(len(words), openingWords)], " ")
	n := 0
	for it := graphemes.FromString(out); it.Next(); n++ {
		if n == openingClusters {
			return out[:it.Start()] + "…"
		}
	}
	if more {
		out += " …"
	}
	return out
}
