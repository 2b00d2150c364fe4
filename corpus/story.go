package corpus

import (
	"cmp"
	"context"
	"maps"
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
	return makeStories(ctx, docs, seen(profiles), s, nil, nil)
}

// sight returns what grouping sees of some documents, by their numbers. What it
// returns can be used up.
type sight func(ctx context.Context, which []int) ([]profile, error)

// seen is the sight of documents of which everything is seen already.
func seen(profiles []profile) sight {
	return func(_ context.Context, which []int) ([]profile, error) {
		out := make([]profile, len(which))
		for k, i := range which {
			out[k] = profiles[i]
		}
		return out, nil
	}
}

// of is the sight of some of the documents.
func (see sight) of(some []int) sight {
	return func(ctx context.Context, which []int) ([]profile, error) {
		all := make([]int, len(which))
		for k, i := range which {
			all[k] = some[i]
		}
		return see(ctx, all)
	}
}

// memory is what a grouping takes from the one before, and leaves for the next.
type memory struct {
	known     *grouping // nil where all documents are to be compared
	places    places    // of the documents in it
	furniture []uint64  // of all documents, rising
	all, more []byte    // what is to be remembered in place of what was, and after it
}

// makeStories is Group for documents in order, with what it sees of each and
// what people say of their stories. Stories go on that were there before. m may
// be nil.
func makeStories(ctx context.Context, docs []*Document, see sight, s *said, m *memory, before []Story) ([]Story, error) {
	free, assigned := s.separate(docs)
	stories, err := findStories(ctx, free.docs, see.of(free.numbers), s.rivals(free.docs), m)
	if err != nil {
		return nil, err
	}
	for _, a := range assigned {
		story, err := assignedStory(ctx, a.docs, see.of(a.numbers), a.places)
		if err != nil {
			return nil, err
		}
		stories = append(stories, story)
	}
	identify(stories, before)
	sortStories(stories)
	return stories, nil
}

// findStories makes stories of documents that nobody put into one.
func findStories(ctx context.Context, docs []*Document, see sight, apart [][2]int32, m *memory) ([]Story, error) {
	var ls []link
	var err error
	if m != nil && m.known != nil {
		ls, err = m.join(ctx, docs, see)
	} else {
		ls, err = compareAll(ctx, docs, see, m)
	}
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
	stories := make([]Story, len(order))
	err = each(ctx, len(order), func(k int) { stories[k] = makeStory(docs, members[order[k]], version, best) })
	return stories, err
}

// compareAll compares all documents with each other, and returns the links that
// matter, in order.
func compareAll(ctx context.Context, docs []*Document, see sight, m *memory) ([]link, error) {
	profiles, err := see(ctx, numbersFrom(0, len(docs)))
	if err != nil {
		return nil, err
	}
	many := len(docs) > exhaustive
	if many {
		for i := range profiles {
			profiles[i].thin()
		}
	}
	fs, df, err := weigh(ctx, profiles)
	if err != nil {
		return nil, err
	}
	near := everyOther(len(docs))
	if many {
		samples := func(i int) []uint32 { return sample(fs[i].shingles) }
		words := func(i int) []uint32 { return rarest(&fs[i], df, 2, maxPostings) }
		if near, err = candidates(ctx, len(fs), samples, words, df); err != nil {
			return nil, err
		}
	}
	found, err := links(ctx, fs, 0, many, near)
	if err != nil {
		return nil, err
	}
	ls := within(found)
	roundup := map[int32]bool{}
	for whole, list := range partsHeld(ls, func(i int32) int { return fs[i].total() }) {
		if unrelated(fs, list) {
			roundup[whole] = true
		}
	}
	if m != nil && many {
		l, err := newLot(ctx, docs, fs, 0, df)
		if err != nil {
			return nil, err
		}
		l.found, l.roundups = found, slices.Sorted(maps.Keys(roundup))
		m.all = packGrouping(df, m.furniture, &l)
	}
	return withoutRoundups(ls, roundup), nil
}

// documents returns the documents of the versions.
func (s *Story) documents() []*Document {
	out := make([]*Document, len(s.Versions))
	for i := range out {
		out[i] = s.Versions[i].Document
	}
	return out
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
		return cmp.Or(cmp.Compare(len(b.Versions), len(a.Versions)), cmp.Compare(a.lower, b.lower), cmp.Compare(a.Versions[0].ID, b.Versions[0].ID))
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
