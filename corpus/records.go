package corpus

// A record is of a text, or of the contents of a file that is not a text and
// nothing else: of an archive, of several records in one file, of something that
// cannot be read.

// header is how each record begins.
type header struct {
	path string // of what it is a record of, so that damage does not make it one of another file
	file string // that this stands in
	how  string // it was read
	state
	contents bool
}

func (p *packer) header(h header) {
	p.string(h.path)
	p.string(h.file)
	p.string(h.how)
	p.state(h.state)
	p.uint(uint64(truth(h.contents)))
}

func (u *opened) header() header {
	return header{u.string(), u.string(), u.string(), u.state(), u.uint() == 1}
}

// of reports whether a record is of a file as it is now, read as it is to be
// read.
func (h *header) of(e *entry) bool {
	return e != nil && h.file == e.path && h.how == e.how.name && h.state.same(e.state)
}

// packText packs a document with what grouping sees of it.
func packText(r *result) Record {
	var p packer
	p.header(header{r.path, r.from.path, r.from.how.name, r.state, false})
	p.document(r.doc)
	p.paragraphs(r.paragraphs)
	p.profile(r.profile)
	return Record{Path: recordPath(r.from.path, r.path), Data: p.sealed(), Text: r.text}
}

// text reads a document of a file.
func (u *opened) text(path string, from *entry) result {
	d := u.document(path, from)
	d.own() // not to hold the record
	return result{from: from, path: path, again: true, kept: true, state: from.state, doc: d, paragraphs: u.paragraphs(), profile: u.profile()}
}

// packContents packs what there is in a file, in order: where the texts are, and
// what is wrong with what is none.
func packContents(e *entry, rs []result) Record {
	var p packer
	p.header(header{e.path, e.path, e.how.name, e.state, true})
	p.uint(uint64(len(rs)))
	for i := range rs {
		p.string(rs[i].path)
		p.problem(rs[i].err)
	}
	return Record{Path: e.path, Data: p.sealed()}
}

// contents reads what there is in a file. Of the texts only the paths are known.
func (u *opened) contents(e *entry) []result {
	out := make([]result, u.count(2))
	for i := range out {
		out[i] = result{from: e, path: u.string(), err: u.problem(), again: true, kept: true, state: e.state}
	}
	return out
}

// problem packs what is wrong with something, which may be nothing.
func (p *packer) problem(err error) {
	if err == nil {
		p.string("")
		return
	}
	p.string(err.Error())
}

func (u *opened) problem() error {
	if s := u.string(); s != "" {
		return remembered(s)
	}
	return nil
}

// remembered is an error of another run.
type remembered string

func (r remembered) Error() string { return string(r) }
