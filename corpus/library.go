package corpus

// library is a corpus with what its files were like: what a Store remembers so
// that the next run can show it at once.
type library struct {
	corpus *Corpus
	how    string  // the files were read
	made   string  // by which options the stories were
	files  []filed // in the order of their paths
}

// filed is a file of a library.
type filed struct {
	path    string
	state   state
	doc     *Document
	problem string // why it is none, "" where it is one
}

// current reports whether the files are those of the library, and have not
// changed since.
func (l *library) current(entries []entry) bool {
	if len(entries) != len(l.files) {
		return false
	}
	for i := range entries {
		e, f := &entries[i], &l.files[i]
		switch {
		case e.path != f.path:
			return false
		case f.state.same(e.state):
		case f.problem == "":
			return false
		default:
			// What could not be opened has no state to go by.
			if _, _, err := e.open(); err == nil || err.Error() != f.problem {
				return false
			}
		}
	}
	return true
}

// packLibrary packs a corpus and the results that it was made of, which are in
// the order of their paths.
func packLibrary(c *Corpus, o *Options, results []result) []byte {
	var p packer
	p.string(o.how().name)
	p.string(o.made())
	number := make(map[*Document]int, len(results))
	p.uint(uint64(len(results)))
	for i := range results {
		r := &results[i]
		p.string(r.from.path)
		p.state(r.state)
		if r.err != nil {
			p.string(r.err.Error())
			continue
		}
		p.string("")
		p.document(r.doc)
		number[r.doc] = i
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
	docs := make([]*Document, u.count(4))
	entries := make([]entry, len(docs))
	l.files = make([]filed, len(docs))
	for i := range docs {
		path := u.string()
		entries[i] = entry{tree: disk{}, name: path, path: path, how: as, state: u.state()}
		l.files[i] = filed{path: path, state: entries[i].state, problem: u.string()}
		if l.files[i].problem == "" {
			docs[i] = u.document(&entries[i])
			l.files[i].doc = docs[i]
		}
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
			if n >= uint64(len(docs)) || docs[n] == nil || match > uint64(Assigned) {
				return nil
			}
			s.Versions[k] = Version{docs[n], Match(match), u.float()}
		}
	}
	if u.bad {
		return nil
	}
	return l
}
