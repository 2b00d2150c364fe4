package corpus

import (
	"context"
	"maps"
	"slices"
)

// recollect returns what the store remembers of the files by their paths, besides
// those of which the library has it.
func (r *reading) recollect(ctx context.Context) map[string][]result {
	if r.store == nil {
		return nil
	}
	var changed []*entry
	if !r.listed() {
		for i := range r.entries {
			changed = append(changed, &r.entries[i])
		}
		return r.collect(ctx, changed, true)
	}
	files := r.known.files
	for i := range r.entries {
		e := &r.entries[i]
		for len(files) > 0 && files[0].path < e.path {
			r.outdate(&files[0])
			files = files[1:]
		}
		switch {
		case len(files) == 0 || files[0].path != e.path:
			changed = append(changed, e)
			continue
		case files[0].state.same(e.state):
			e.filed = &files[0]
		default:
			changed = append(changed, e)
			r.outdate(&files[0])
		}
		files = files[1:]
	}
	for i := range files {
		r.outdate(&files[i])
	}
	if len(changed) == 0 {
		return nil
	}
	return r.collect(ctx, changed, false)
}

// outdate notes the records of a file that is gone or has changed.
func (r *reading) outdate(f *filed) {
	r.stale = append(r.stale, f.path)
	for _, item := range f.items {
		r.stale = append(r.stale, recordPath(f.path, item.path))
	}
}

// listed reports whether there is a library that was read in the same way.
func (l *loader) listed() bool { return l.known != nil && l.known.how == l.how.name }

// collect returns what the records tell of some files, or of all.
func (r *reading) collect(ctx context.Context, files []*entry, all bool) map[string][]result {
	at := make(map[string]*entry, len(files))
	var paths []string
	for _, e := range files {
		if at[e.path] = e; !all {
			paths = append(paths, e.path)
		}
	}
	known := make(map[string][]result, len(files))
	texts, lists := map[string]result{}, map[string][]result{}
	take := func(record Record) {
		r.stale = append(r.stale, record.Path)
		u := unseal(record.Data)
		h := u.header()
		e := at[h.file]
		switch {
		case recordPath(h.file, h.path) != record.Path || !h.of(e):
		case h.contents:
			if list := u.contents(e); !u.bad {
				lists[e.path] = list
			}
		default:
			if text := u.text(h.path, e); !u.bad {
				r.thin(&text)
				texts[record.Path] = text
			}
		}
	}
	r.store.Records(ctx, paths, take)
	var members []string
	for _, list := range lists {
		for i := range list {
			if list[i].err == nil {
				members = append(members, recordPath(list[i].from.path, list[i].path))
			}
		}
	}
	if !all && len(members) > 0 {
		r.store.Records(ctx, members, take)
	}
	for path, list := range lists {
		whole := true
		for i := range list {
			if list[i].err == nil {
				text, ok := texts[recordPath(path, list[i].path)]
				whole = whole && ok && text.from == list[i].from
				list[i] = text
			}
		}
		if whole {
			known[path] = list
		}
	}
	for path, text := range texts {
		if path == text.from.path {
			known[path] = []result{text}
		}
	}
	return known
}

// forget lets the store forget what is no more.
func (r *reading) forget() {
	if len(r.stale) == 0 {
		return
	}
	there := make(map[string]bool, len(r.results))
	for i := range r.entries {
		there[r.entries[i].path] = true
	}
	for i := range r.results {
		there[recordPath(r.results[i].from.path, r.results[i].path)] = true
	}
	if gone := slices.DeleteFunc(r.stale, func(path string) bool { return there[path] }); len(gone) > 0 {
		r.store.Remove(gone)
	}
	r.stale = nil
}

// fill reads the profiles and the paragraphs of some results that the library
// has.
func (r *reading) fill(ctx context.Context, some []*result) error {
	missing := make(map[string]*result, len(some))
	paths := make([]string, 0, len(some))
	for _, x := range some {
		if x.listed {
			path := recordPath(x.from.path, x.path)
			missing[path] = x
			paths = append(paths, path)
		}
	}
	if len(paths) == 0 {
		return ctx.Err()
	}
	if 4*len(paths) > len(r.results) {
		paths = nil // which is faster
	}
	r.store.Records(ctx, paths, func(record Record) {
		x := missing[record.Path]
		u := unseal(record.Data)
		if h := u.header(); x == nil || h.contents || h.file != x.from.path || h.how != x.from.how.name {
			return
		}
		if text := u.text(x.path, x.from); !u.bad && text.doc.sum == x.doc.sum && slices.Equal(text.doc.furniture, x.doc.furniture) {
			r.thin(&text)
			x.profile, x.paragraphs, x.listed = text.profile, text.paragraphs, false
		}
	})
	// What another program has changed, or the store has forgotten.
	some = slices.DeleteFunc(some, func(x *result) bool { return !x.listed })
	docs := make([]*Document, len(some))
	for i, x := range some {
		docs[i] = x.doc
	}
	return readAgain(ctx, docs, func(i int, whole *Document, err error) {
		x := some[i]
		if x.listed, x.kept = false, false; err == nil {
			whole.mark(x.doc.furniture)
			x.profile, x.paragraphs = profileOf(whole), paragraphsOf(whole)
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
	if err := r.fill(ctx, slices.Clone(some)); err != nil {
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
		m.known, m.places = r.last()
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
	return m, r.mark(ctx, isFurniture)
}

// mark makes furniture of the blocks of all texts that are. Texts that are not
// held are read again, if they say then what they said.
func (r *reading) mark(ctx context.Context, isFurniture func(key uint64) bool) error {
	var some []*result
	var docs []*Document
	var keys [][]uint64
	for i := range r.results {
		x := &r.results[i]
		if x.doc == nil || x.listed {
			continue
		}
		if k := among(x.paragraphs, isFurniture); !slices.Equal(k, x.doc.furniture) {
			some, docs, keys = append(some, x), append(docs, x.doc), append(keys, k)
		}
	}
	fresh := newKeeper(r.store)
	err := readAgain(ctx, docs, func(i int, whole *Document, err error) {
		if err != nil {
			return
		}
		x := some[i]
		if !x.doc.Held() {
			facts := *x.doc
			facts.furniture = keys[i]
			x.doc = &facts
		}
		whole.mark(keys[i])
		x.profile, x.kept = profileOf(whole), false
		fresh.keep(ctx, x)
		r.thin(x)
	})
	fresh.close()
	for i := range r.results {
		r.results[i].paragraphs = nil
	}
	return err
}

// last returns the last grouping, if it fits what was read, and where in it that
// is.
func (r *reading) last() (*grouping, places) {
	docs, _, s, _ := r.documents(r.results)
	free, _ := s.separate(docs)
	if len(free.docs) <= exhaustive {
		return nil, places{}
	}
	g := unpackGrouping(r.store.Memory(groupingMemory))
	if g == nil {
		return nil, places{}
	}
	p := g.find(free.docs)
	if !g.fits(p) {
		return nil, places{}
	}
	return g, p
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
	r.store.Remember(libraryMemory, packLibrary(c, &r.options, r.entries, r.results))
}
