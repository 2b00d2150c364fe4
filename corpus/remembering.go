package corpus

import (
	"context"
	"maps"
	"slices"
)

// recollect returns what is remembered of the files, by their paths, and lets the
// store forget those that are gone.
func (r *reading) recollect(ctx context.Context) map[string]*result {
	if r.store == nil {
		return nil
	}
	known := make(map[string]*result, len(r.entries))
	at := make(map[string]*entry, len(r.entries))
	for i := range r.entries {
		at[r.entries[i].path] = &r.entries[i]
	}
	var gone, paths []string
	listed := r.listed()
	if listed {
		for i := range r.known.files {
			f := &r.known.files[i]
			e := at[f.path]
			switch {
			case e == nil:
				gone = append(gone, f.path)
				continue
			case f.state.same(e.state) && f.problem != "":
				known[f.path] = &result{from: e, path: f.path, alone: true, state: f.state, err: remembered(f.problem)}
			case f.state.same(e.state):
				known[f.path] = &result{from: e, path: f.path, alone: true, state: f.state, doc: f.doc, listed: true}
			}
		}
		for i := range r.entries {
			if path := r.entries[i].path; known[path] == nil {
				paths = append(paths, path)
			}
		}
	}
	if !listed || len(paths) > 0 {
		r.store.Records(ctx, paths, func(record Record) {
			if e := at[record.Path]; e == nil {
				gone = append(gone, record.Path)
			} else if found := unpackRecord(record, e); found != nil {
				r.thin(found)
				known[record.Path] = found
			}
		})
	}
	if len(gone) > 0 {
		r.store.Remove(gone)
	}
	return known
}

// listed reports whether there is a library that was read in the same way.
func (l *loader) listed() bool { return l.known != nil && l.known.how == l.how.name }

// fill reads the profiles and the paragraphs of some results that the library
// has.
func (r *reading) fill(ctx context.Context, some []*result) error {
	missing := make(map[string]*result, len(some))
	paths := make([]string, 0, len(some))
	for _, x := range some {
		if x.listed {
			missing[x.path] = x
			paths = append(paths, x.path)
		}
	}
	if len(paths) == 0 {
		return ctx.Err()
	}
	if 4*len(paths) > len(r.entries) {
		paths = nil // which is faster
	}
	r.store.Records(ctx, paths, func(record Record) {
		x := missing[record.Path]
		if x == nil {
			return
		}
		if found := unpackRecord(record, x.from); found != nil && found.doc != nil && found.doc.sum == x.doc.sum && slices.Equal(found.doc.furniture, x.doc.furniture) {
			r.thin(found)
			x.profile, x.paragraphs, x.listed = found.profile, found.paragraphs, false
		}
	})
	// What another program has changed, or the store has forgotten.
	return each(ctx, len(some), func(i int) {
		x := some[i]
		if !x.listed {
			return
		}
		x.listed = false
		if whole, err := x.doc.Whole(); err == nil {
			x.profile, x.paragraphs, x.kept = profileOf(whole), paragraphsOf(whole), false
			r.thin(x)
		}
	})
}

// profiles returns the profiles of some of the results.
func (r *reading) profiles(ctx context.Context, results []result, which []int) ([]profile, error) {
	some := make([]*result, len(which))
	for k, i := range which {
		some[k] = &results[i]
	}
	if err := r.fill(ctx, some); err != nil {
		return nil, err
	}
	out := make([]profile, len(some))
	for k, x := range some {
		// It is used up.
		out[k], x.profile = x.profile, profile{}
	}
	return out, nil
}

// learn finds out what of the texts is furniture of the corpus. What it was the
// last time it is still, unless the corpus has become another one since. It
// returns what is remembered of the last grouping, nil where nothing is to be.
func (r *reading) learn(ctx context.Context) (*memory, error) {
	m := &memory{}
	if r.store == nil {
		m = nil
	} else if r.listed() {
		m.known = r.last()
	}
	var isFurniture func(key uint64) bool
	if m != nil && m.known != nil {
		isFurniture = m.known.knows
	} else {
		all := make([]*result, len(r.results))
		for i := range r.results {
			all[i] = &r.results[i]
		}
		if err := r.fill(ctx, all); err != nil {
			return nil, err
		}
		paragraphs := make([][]paragraph, 0, len(r.results))
		for i := range r.results {
			if r.results[i].doc != nil {
				paragraphs = append(paragraphs, r.results[i].paragraphs)
			}
		}
		furniture := recurring(paragraphs)
		isFurniture = func(key uint64) bool { return furniture[key] }
		if m != nil {
			m.furniture = slices.Sorted(maps.Keys(furniture))
		}
	}
	fresh := newKeeper(r.store)
	err := each(ctx, len(r.results), func(i int) {
		out := &r.results[i]
		if out.doc == nil || out.listed {
			return
		}
		keys := among(out.paragraphs, isFurniture)
		if !slices.Equal(keys, out.doc.furniture) && out.mark(keys) {
			out.kept = false
			fresh.keep(ctx, out)
			r.thin(out)
		}
		out.paragraphs = nil
	})
	fresh.close()
	return m, err
}

// last returns the last grouping, if it fits what was read.
func (r *reading) last() *grouping {
	docs, _, s, _ := r.documents(r.results)
	free, _ := s.separate(docs)
	if len(free.docs) <= exhaustive {
		return nil
	}
	g := unpackGrouping(r.store.Memory(groupingMemory))
	if g == nil || !g.fits(free.docs) {
		return nil
	}
	return g
}

// mark makes furniture of the blocks with some keys. It reports whether it could:
// the file may say something else by now.
func (r *result) mark(keys []uint64) bool {
	whole := r.doc
	if !whole.Held() {
		var sum uint64
		var err error
		if whole, sum, err = r.from.open(); err != nil || sum != r.doc.sum {
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

// remember lets the store remember the corpus, and how it was grouped.
func (r *reading) remember(c *Corpus, m *memory) {
	switch {
	case m.all != nil:
		r.store.Remember(groupingMemory, m.all)
	case m.more != nil:
		r.store.Append(groupingMemory, m.more)
	case m.known == nil:
		r.store.Remember(groupingMemory, nil)
	}
	if len(r.results) == len(r.entries) && !slices.ContainsFunc(r.results, func(r result) bool { return !r.alone }) {
		r.store.Remember(libraryMemory, packLibrary(c, &r.options, r.results))
	}
}
