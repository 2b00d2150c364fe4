package corpus

import (
	"context"
	"slices"
	"strings"
	"sync"
	"time"
)

// result is what was read of a file.
type result struct {
	from       *entry
	state      state
	doc        *Document
	profile    profile
	text       string // the words to search for, where a store wants them
	paragraphs []paragraph
	path       string // of what err is about
	err        error
	again      bool // it can be read again
	kept       bool // the store has it as it is
	listed     bool // the library has it, of which the profile and the paragraphs are not read yet
}

// recall shows what the store remembers of the last time.
func (l *loader) recall() {
	if l.options.Store == nil {
		return
	}
	data := l.options.Store.Memory(libraryMemory)
	if data == nil {
		return
	}
	if l.known = unpackLibrary(data, &l.how); l.known == nil {
		return
	}
	l.entries = slices.Grow(l.entries, len(l.known.files))
	l.known.corpus.store, l.known.corpus.Note = l.options.Store, l.options.Store.Note()
	if l.options.Early != nil && l.known.made == l.options.made() {
		l.options.Early(l.known.corpus)
	}
}

// The names of what a store remembers.
const (
	libraryMemory  = "library"
	groupingMemory = "grouping"
)

// load makes a corpus of the files that were found. The result does not depend
// on which of them is read first.
func (l *loader) load(ctx context.Context) (*Corpus, error) {
	slices.SortStableFunc(l.entries, func(a, b entry) int { return strings.Compare(a.path, b.path) })
	shown := l.known != nil && l.known.made == l.options.made()
	if shown && l.known.current(l.entries) {
		loose := 0
		for i := range l.entries {
			for _, item := range l.known.files[i].items {
				loose += truth(l.entries[i].noText(item.path, item.err))
			}
		}
		l.known.corpus.Passed = l.passedOver(loose)
		return l.known.corpus, ctx.Err()
	}
	size := int64(0)
	for i := range l.entries {
		size += l.entries[i].state.size
	}
	store := l.options.Store
	if len(l.entries) < storeFiles && size < storeBytes || l.history() {
		store, l.known = nil, nil
	}
	note := ""
	if store != nil {
		note = store.Note()
	}
	r := reading{loader: l, store: store, hold: size <= heldBytes, first: !l.listed(), read: make([][]result, len(l.entries)), done: Progress{Total: len(l.entries), Size: size}}
	if err := r.run(ctx); err != nil {
		return nil, err
	}
	r.tellApart(r.results)
	m, err := r.learn(ctx)
	if err != nil {
		return nil, err
	}
	c, err := r.corpus(ctx, r.results, m)
	if err != nil {
		return nil, err
	}
	if store != nil {
		r.remember(c, m)
		if store.Note() != note {
			return l.anew(ctx)
		}
		c.store, c.Note = store, note
	}
	return c, nil
}

// anew reads all files, as the store was thrown away while some were taken from it:
// it does not have the words of these any more, which would not be found.
func (l *loader) anew(ctx context.Context) (*Corpus, error) {
	l.known = nil
	for i := range l.entries {
		l.entries[i].filed = nil
	}
	return l.load(ctx)
}

// history reports whether there are revisions among the files, which git
// remembers better.
func (l *loader) history() bool {
	return slices.ContainsFunc(l.entries, func(e entry) bool { return e.revision != nil })
}

// reading is what goes on while files are read, several at a time.
type reading struct {
	*loader
	store   Store
	hold    bool       // the documents hold their texts
	first   bool       // nothing was shown yet
	stale   []string   // paths of records that may be of nothing any more
	read    [][]result // of each file, as far as it was read
	results []result   // of all files

	mu   sync.Mutex
	done Progress
	next int // after so many files the stories are told early
}

// Early stories are told of a corpus of so many files, after the first, and
// then whenever there are ten times as many.
const (
	earlyTotal = 1000
	earlyFirst = 50
	earlyTimes = 10
)

func (r *reading) run(ctx context.Context) error {
	known := r.recollect(ctx)
	fresh := newKeeper(r.store)
	r.next = earlyFirst
	err := each(ctx, len(r.entries), func(i int) {
		e := &r.entries[i]
		out := r.take(ctx, e, known[e.path])
		for k := range out {
			fresh.keep(ctx, &out[k])
			out[k].text = ""
			r.thin(&out[k])
		}
		fresh.keepContents(ctx, e, out)
		r.tell(ctx, i, out)
	})
	fresh.close()
	r.results = slices.Concat(r.read...)
	if err == nil {
		r.forget()
	}
	return err
}

// take reads the texts of a file, or takes up what is known of it.
func (r *reading) take(ctx context.Context, e *entry, known []result) []result {
	switch {
	case e.filed != nil:
		return e.filed.results(e)
	case known != nil:
		return known
	}
	before := time.Now()
	texts, err := e.texts(ctx, r.options, nil)
	if err != nil {
		texts = []found{{path: e.path, err: err}}
	}
	// What could not be read may be so the next time, and a file written a moment
	// ago may be written again within the same tick of its clock.
	if err != nil || before.Sub(time.Unix(0, e.state.modified)) < settled || slices.ContainsFunc(texts, func(f found) bool { return mayPass(f.err) }) {
		e.state.modified = 0
	}
	out := make([]result, len(texts))
	for i := range texts {
		f, to := &texts[i], &out[i]
		to.from, to.path, to.err = e, f.path, f.err
		if f.err == nil && f.doc.Words() == 0 {
			to.err = errNoWords
		}
		to.again, to.state = e.revision == nil, e.state
		if to.err != nil {
			continue
		}
		d := f.doc
		d.words, d.sum = d.Words(), f.sum
		to.doc, to.profile, to.paragraphs = d, profileOf(d), paragraphsOf(d)
		if r.store != nil && to.again {
			d.stored, to.text = recordPath(e.path, to.path), searchable(d)
		}
		if !r.hold && to.again {
			to.doc = d.without(e)
		}
	}
	return out
}

// thin drops what is not needed in a large corpus.
func (r *reading) thin(out *result) {
	if len(r.entries) > exhaustive {
		out.profile.thin()
	}
}

// settled is how long ago a file was written when its time tells it from what
// is written next.
const settled = 2 * time.Second

// tell takes in what was read of a file, and reports that it was.
func (r *reading) tell(ctx context.Context, i int, out []result) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.read[i] = out
	r.done.Files++
	r.done.Bytes += r.entries[i].state.size
	if r.options.Report != nil {
		r.options.Report(r.done)
	}
	if r.options.Early == nil || r.done.Total < earlyTotal || !r.first || r.done.Files < r.next {
		return
	}
	r.next *= earlyTimes
	results := slices.Concat(r.read...)
	r.tellApart(results)
	if c, err := r.corpus(ctx, results, nil); err == nil {
		r.options.Early(c)
	}
}

// corpus makes a corpus of results.
func (r *reading) corpus(ctx context.Context, results []result, m *memory) (*Corpus, error) {
	c := &Corpus{}
	docs, numbers, said, problems := r.documents(results)
	loose := 0
	for i := range results {
		if err := results[i].err; results[i].from.noText(results[i].path, err) {
			loose++
		} else if err != nil {
			c.Problems = append(c.Problems, Problem{Path: results[i].path, Err: err})
		}
	}
	c.Problems = append(c.Problems, problems...)
	c.Passed = r.passedOver(loose)
	var before []Story
	if r.known != nil {
		before = r.known.corpus.Stories
	}
	see := func(ctx context.Context, which []int) ([]profile, error) { return r.profiles(ctx, results, which) }
	var err error
	c.Stories, err = makeStories(ctx, docs, sight(see).of(numbers), said, m, before)
	return c, err
}

// documents returns the documents among results, where they stand there, and
// what people say of them.
func (r *reading) documents(results []result) (docs []*Document, numbers []int, s *said, problems []Problem) {
	var from []*entry
	for i := range results {
		if results[i].err == nil {
			docs = append(docs, results[i].doc)
			from = append(from, results[i].from)
			numbers = append(numbers, i)
		}
	}
	s, problems = r.said(docs, from)
	return docs, numbers, s, problems
}
