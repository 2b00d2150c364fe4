package corpus

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
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
	alone      bool // it is all that the file says, and can be read again
	kept       bool // the store has it as it is
}

// recall shows what the store remembers of the last time.
func (l *loader) recall() {
	if l.options.Store == nil {
		return
	}
	data := l.options.Store.Library()
	if data == nil {
		return
	}
	if l.known = unpackLibrary(data, &l.how); l.known == nil {
		return
	}
	if l.known.made != l.options.made() {
		l.known = nil
		return
	}
	l.known.corpus.store, l.known.corpus.Note = l.options.Store, l.options.Store.Note()
	if l.options.Early != nil {
		l.options.Early(l.known.corpus)
	}
}

// load makes a corpus of the files that were found. The result does not depend
// on which of them is read first.
func (l *loader) load(ctx context.Context) (*Corpus, error) {
	slices.SortStableFunc(l.entries, func(a, b entry) int { return strings.Compare(a.path, b.path) })
	if l.known != nil && l.known.current(l.entries) {
		return l.known.corpus, ctx.Err()
	}
	first := l.known == nil
	l.known = nil
	size := int64(0)
	for i := range l.entries {
		size += l.entries[i].state.size
	}
	store := l.options.Store
	if len(l.entries) < storeFiles && size < storeBytes || l.history() {
		store = nil
	}
	r := reading{loader: l, store: store, hold: size <= heldBytes, first: first, read: make([][]result, len(l.entries)), done: Progress{Total: len(l.entries), Size: size}}
	if err := r.run(ctx); err != nil {
		return nil, err
	}
	if err := r.learn(ctx); err != nil {
		return nil, err
	}
	c, err := r.corpus(ctx, r.results)
	if err != nil {
		return nil, err
	}
	if store != nil {
		if len(r.results) == len(l.entries) && !slices.ContainsFunc(r.results, func(r result) bool { return !r.alone }) {
			store.SetLibrary(packLibrary(c, l.options.made(), r.results))
		}
		c.store, c.Note = store, store.Note()
	}
	return c, nil
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
	known := map[string]*result{}
	if r.store != nil {
		at := make(map[string]*entry, len(r.entries))
		for i := range r.entries {
			at[r.entries[i].path] = &r.entries[i]
		}
		var gone []string
		r.store.Records(ctx, func(record Record) {
			if e := at[record.Path]; e == nil {
				gone = append(gone, record.Path)
			} else if found := unpackRecord(record, e); found != nil {
				r.thin(found)
				known[record.Path] = found
			}
		})
		if len(gone) > 0 {
			r.store.Remove(gone)
		}
	}
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
		r.tell(ctx, i, out)
	})
	fresh.close()
	r.results = slices.Concat(r.read...)
	return err
}

// take reads the texts of a file, or takes up what is known of it.
func (r *reading) take(ctx context.Context, e *entry, known *result) []result {
	if known != nil && known.state.same(e.state) {
		e.state.sum = known.state.sum
		known.kept = true
		return []result{*known}
	}
	before := time.Now()
	texts, err := e.texts(ctx, r.options, nil)
	if err != nil {
		texts = []found{{path: e.path, err: err}}
	}
	out := make([]result, len(texts))
	for i := range texts {
		f, to := &texts[i], &out[i]
		to.from, to.path, to.err = e, f.path, f.err
		if f.err == nil && f.doc.Words() == 0 {
			to.err = errNoWords
		}
		if to.alone = len(texts) == 1 && e.again(f); to.alone {
			e.state.sum = f.sum
			// What could not be read may be so at any time, and a file written a
			// moment ago may be written again within the same tick of its clock.
			if f.sum == 0 || before.Sub(time.Unix(0, e.state.modified)) < settled {
				e.state.modified = 0
			}
		}
		to.state = e.state
		if to.err != nil {
			continue
		}
		d := f.doc
		d.words = d.Words()
		to.doc, to.profile, to.paragraphs = d, profileOf(d), paragraphsOf(d)
		if r.store != nil && to.alone {
			d.stored, to.text = true, searchable(d)
		}
		if !r.hold && to.alone {
			to.doc = d.without(e)
		}
	}
	return out
}

// again reports whether what was found in the file can be read again from it: it
// is a text, and no member of an archive or record among others.
func (e *entry) again(f *found) bool {
	return e.revision == nil && f.path == e.path && (f.doc == nil || f.sum != 0 && f.doc.Path == e.path)
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

// learn finds out what of the texts is furniture of the corpus. Documents of
// which it was not known are read again where they are not held.
func (r *reading) learn(ctx context.Context) error {
	paragraphs := make([][]paragraph, 0, len(r.results))
	for i := range r.results {
		if r.results[i].doc != nil {
			paragraphs = append(paragraphs, r.results[i].paragraphs)
		}
	}
	furniture := recurring(paragraphs)
	fresh := newKeeper(r.store)
	err := each(ctx, len(r.results), func(i int) {
		out := &r.results[i]
		keys := among(out.paragraphs, furniture)
		if out.doc != nil && !slices.Equal(keys, out.doc.furniture) && out.mark(keys) {
			out.kept = false
			fresh.keep(ctx, out)
			r.thin(out)
		}
		out.paragraphs = nil
	})
	fresh.close()
	return err
}

// mark makes furniture of the blocks with some keys. It reports whether it could:
// the file may say something else by now.
func (r *result) mark(keys []uint64) bool {
	whole := r.doc
	if !whole.Held() {
		var sum uint64
		var err error
		if whole, sum, err = r.from.open(); err != nil || sum != r.state.sum {
			return false
		}
		facts := *r.doc
		facts.furniture = keys
		r.doc = &facts
	}
	whole.mark(keys)
	r.profile = profileOf(whole)
	return true
}

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
	if c, err := r.corpus(ctx, slices.Concat(r.read...)); err == nil {
		r.options.Early(c)
	}
}

// corpus makes a corpus of results.
func (r *reading) corpus(ctx context.Context, results []result) (*Corpus, error) {
	c := &Corpus{}
	tellApart(results)
	var docs []*Document
	var from []*entry
	var profiles []profile
	for i := range results {
		if err := results[i].err; err != nil {
			c.Problems = append(c.Problems, Problem{Path: results[i].path, Err: err})
		} else {
			docs = append(docs, results[i].doc)
			from = append(from, results[i].from)
			profiles = append(profiles, results[i].profile)
		}
		results[i].profile = profile{}
	}
	said, problems := r.said(docs, from)
	c.Problems = append(c.Problems, problems...)
	var err error
	c.Stories, err = makeStories(ctx, docs, profiles, said)
	return c, err
}

// open reads the file again and returns its document with a sum of its content,
// 0 where it could not be read. Its error does not name the file.
func (e *entry) open() (*Document, uint64, error) {
	texts, err := e.texts(context.Background(), e.how.options(), nil)
	switch {
	case err != nil:
		return nil, 0, err
	case len(texts) != 1 || !e.again(&texts[0]):
		return nil, 0, errChanged
	case texts[0].err != nil:
		return nil, 0, texts[0].err
	}
	d := texts[0].doc
	if d.words = d.Words(); d.words == 0 {
		return nil, texts[0].sum, errNoWords
	}
	return d, texts[0].sum, nil
}

// sumOf returns a sum of the content of a file, which is not 0.
func sumOf(data string) uint64 {
	h := sha256.New()
	var chunk [32 << 10]byte
	for len(data) > 0 {
		n := copy(chunk[:], data)
		h.Write(chunk[:n])
		data = data[n:]
	}
	return binary.LittleEndian.Uint64(h.Sum(nil)) | 1
}

// tellApart gives documents with one name and one content, from different
// places, different IDs.
func tellApart(results []result) {
	count := map[string]int{}
	for i := range results {
		d := results[i].doc
		if d == nil {
			continue
		}
		if count[d.ID]++; count[d.ID] > 1 {
			other := *d
			other.ID = fmt.Sprintf("%s-%d", d.ID, count[d.ID])
			results[i].doc = &other
		}
	}
}
