package corpus

import (
	"cmp"
	"context"
	"crypto/sha256"
	"path/filepath"
	"slices"
	"strings"
)

// What people say about stories goes before what Group finds: a story that they
// name has exactly the documents that they put there, and the others are
// grouped among themselves.

// place is where people put a document.
type place struct {
	story string // what tells the story from others; "" where it is left to Group
	name  string // what its ID is made of
	title string // "" for that of its versions
	rank  int    // of the document in the story, where people say its order
	sure  bool   // it goes before the story that the document names itself
}

// said is all that people say, by the IDs of documents.
type said struct {
	places map[string]place
	apart  [][2]string // documents that are never in one story, unless somebody put them there
}

// placeIn is the place of a document in a story that is told by its name.
func placeIn(name string) place { return place{story: "named " + name, name: name, title: name} }

// placeInFolder is the place of a document in the story of its folder, which is
// called as it is below the root of the corpus.
func placeInFolder(path, rel string) place {
	name := filepath.ToSlash(rel)
	return place{story: "folder " + path, name: name, title: name}
}

// said collects what the options and the paths say about documents.
func (l *loader) said(docs []*Document, from []*entry) (*said, []Problem) {
	s := &said{places: map[string]place{}}
	for i, d := range docs {
		if p := from[i].place; p.story != "" && (d.Story == "" || p.sure) {
			s.places[d.ID] = p
		}
	}
	return s, s.apply(l.options.Rules, docs)
}

// of returns the place of a document: what was said about it, or else what it
// says itself.
func (s *said) of(d *Document) place {
	if p := s.places[d.ID]; p.story != "" || d.Story == "" {
		return p
	}
	return placeIn(d.Story)
}

// rivals returns the pairs of documents, by their numbers, that are to stay
// apart.
func (s *said) rivals(docs []*Document) [][2]int32 {
	if len(s.apart) == 0 {
		return nil
	}
	number := make(map[string]int32, len(docs))
	for i, d := range docs {
		number[d.ID] = int32(i)
	}
	var out [][2]int32
	for _, pair := range s.apart {
		a, okA := number[pair[0]]
		b, okB := number[pair[1]]
		if okA && okB && a != b {
			out = append(out, [2]int32{a, b})
		}
	}
	return out
}

// nearInOrder is with how many versions before it a version is compared in a
// story that people made: with all of them where it is one of few, and with its
// neighbours in a history or a folder of thousands.
const nearInOrder = 32

// assignedStory makes a story of the documents that people put there.
func assignedStory(ctx context.Context, docs []*Document, see sight, places []place) (Story, error) {
	order := make([]int, len(docs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Or(cmp.Compare(places[i].rank, places[j].rank), Earlier(docs[i], docs[j]), cmp.Compare(docs[i].ID, docs[j].ID))
	})
	sorted, err := see(ctx, order)
	if err != nil {
		return Story{}, err
	}
	fs, _, err := weigh(ctx, sorted)
	if err != nil {
		return Story{}, err
	}
	likes, err := alike(ctx, fs)
	if err != nil {
		return Story{}, err
	}
	s := Story{Title: places[0].title, Versions: make([]Version, len(docs))}
	for k, i := range order {
		v := &s.Versions[k]
		v.Document, v.Match = docs[i], Assigned
		for back, like := range likes[k] {
			other := &s.Versions[k-1-back]
			v.Similarity, other.Similarity = max(v.Similarity, like), max(other.Similarity, like)
		}
	}
	s.Title = first(s.Title, storyTitle(s.Versions))
	h := sha256.Sum256([]byte(places[0].name))
	s.ID = join(slug(s.Title, 32), digits(h[:]))
	return s, nil
}

// alike compares each document with those before it, the nearest first.
func alike(ctx context.Context, fs []features) ([][]float64, error) {
	likes := make([][]float64, len(fs))
	err := each(ctx, len(fs), func(i int) {
		for j := i - 1; j >= 0 && i-j <= nearInOrder; j-- {
			l, _ := meet(&fs[i], &fs[j], copied|retold)
			likes[i] = append(likes[i], l.like)
		}
	})
	return likes, err
}

// separate keeps what people put into stories from what they left to Group.
func (s *said) separate(docs []*Document) (free assigned, stories []assigned) {
	byStory := map[string]*assigned{}
	var names []string
	for i, d := range docs {
		p := s.of(d)
		to := &free
		if p.story != "" {
			if byStory[p.story] == nil {
				byStory[p.story] = &assigned{}
				names = append(names, p.story)
			}
			to = byStory[p.story]
		}
		to.docs = append(to.docs, d)
		to.numbers = append(to.numbers, i)
		to.places = append(to.places, p)
	}
	slices.SortFunc(names, strings.Compare)
	for _, name := range names {
		stories = append(stories, *byStory[name])
	}
	return free, stories
}

// assigned are documents with their numbers among all, and their places.
type assigned struct {
	docs    []*Document
	numbers []int
	places  []place
}
