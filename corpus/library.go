package corpus

import "context"

// library is a corpus with what its files were like: what a Store remembers so
// that the next run can show it at once.
type library struct {
	corpus *Corpus
	how    string  // the files were read
	made   string  // by which options the stories were
	files  []filed // in the order of their paths
}

// filed is a file of a library, with what there was in it: texts, and what was
// wrong.
type filed struct {
	path  string
	state state
	items []filedItem
}

type filedItem struct {
	path string
	doc  *Document
	err  error // why it is none
}

// current reports whether the files are those of the library, and have not
// changed since.
func (l *library) current(entries []entry) bool {
	if len(entries) != len(l.files) {
		return false
	}
	for i := range entries {
		e, f := &entries[i], &l.files[i]
		if e.path != f.path || !f.state.same(e.state) && !f.fails(e) {
			return false
		}
	}
	return true
}

// fails reports whether a file cannot be opened for the same reason as before. It
// then has no state to go by.
func (f *filed) fails(e *entry) bool {
	if len(f.items) != 1 || f.items[0].err == nil {
		return false
	}
	_, err := e.texts(context.Background(), e.how.options(), want(nil, nil))
	return err != nil && err.Error() == f.items[0].err.Error()
}

// results returns what there is in a file that has not changed.
func (f *filed) results(e *entry) []result {
	out := make([]result, len(f.items))
	for i, x := range f.items {
		out[i] = result{from: e, path: x.path, err: x.err, doc: x.doc, listed: x.doc != nil, again: true, kept: true, state: e.state}
	}
	return out
}

// packLibrary packs a corpus and the results that it was made of, which are in
// the order of their files.
func packLibrary(c *Corpus, o *Options, entries []entry, results []result) []byte {
	p := packer{make([]byte, 0, 256*len(results))}
	p.string(o.how().name)
	p.string(o.made())
	number := make(map[*Document]int, len(results))
	p.uint(uint64(len(results)))
	p.uint(uint64(len(entries)))
	next := 0
	for i := range entries {
		e := &entries[i]
		first := next
		for next < len(results) && results[next].from == e {
			next++
		}
		p.string(e.path)
		p.state(e.state)
		p.uint(uint64(next - first))
		for n := first; n < next; n++ {
			r := &results[n]
			if r.path == e.path {
				p.string("")
			} else {
				p.string(r.path)
			}
			p.problem(r.err)
			if r.err == nil {
				p.document(r.doc)
				number[r.doc] = n
			}
		}
	}
	p.uint(uint64(len(c.Problems)))
	for _, problem := range c.Problems {
		p.string(problem.Path)
		p.string(problem.Err.Error())
	}
	p.uint(uint64(len(c.Stories)))
	for _, s := range c.Stories {
		p.string(s.ID)
		p.string(s.Title)
		p.uint(uint64(len(s.Versions)))
		for _, v := range s.Versions {
			p.uint(uint64(number[v.Document]))
			p.uint(uint64(v.Match))
			p.float(v.Similarity)
		}
	}
	return p.sealed()
}

// unpackLibrary returns what packLibrary packed, of files that are read in a
// way; nil if it is damaged.
func unpackLibrary(data []byte, as *how) *library {
	u := unseal(data)
	l := &library{corpus: &Corpus{}, how: u.string(), made: u.string()}
	items := make([]filedItem, 0, u.count(2))
	entries := make([]entry, u.count(4))
	l.files = make([]filed, len(entries))
	for i := range entries {
		path := u.string()
		e := &entries[i]
		*e = entry{tree: disk{}, name: path, path: path, how: as, state: u.state()}
		first := len(items)
		for range u.count(2) {
			item := filedItem{path: u.string(), err: u.problem()}
			if item.path == "" {
				item.path = path
			}
			if item.err == nil {
				item.doc = u.document(item.path, e)
			}
			items = append(items, item)
		}
		l.files[i] = filed{path, e.state, items[first:len(items):len(items)]}
	}
	for range u.count(2) {
		l.corpus.Problems = append(l.corpus.Problems, Problem{u.string(), remembered(u.string())})
	}
	l.corpus.Stories = make([]Story, u.count(3))
	for i := range l.corpus.Stories {
		s := &l.corpus.Stories[i]
		s.ID, s.Title = u.string(), u.string()
		s.Versions = make([]Version, u.count(10))
		for k := range s.Versions {
			n, match := u.uint(), u.uint()
			if n >= uint64(len(items)) || items[n].doc == nil || match > uint64(Assigned) {
				return nil
			}
			s.Versions[k] = Version{items[n].doc, Match(match), u.float()}
		}
	}
	if u.bad {
		return nil
	}
	return l
}
