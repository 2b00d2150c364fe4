package corpus

import (
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/klauspost/compress/zstd"

	"variorum/corpus/papers"
)

// What unpacking may come to. All limits are on what is really there, not on
// what an archive says of itself.
const (
	maxUnpacked = 1 << 30 // bytes that come out of one file
	maxFound    = 500_000 // texts in one file
	maxProblems = 100     // that are told about one file
	maxDepth    = 2       // archives around a text
	maxRatio    = 200     // bytes that come out of one that goes in,
	ratioFrom   = 8 << 20 // once so many came out
)

var (
	errLargeArchive = fmt.Errorf("unpacks to more than %d MB; what comes after that was not read", maxUnpacked>>20)
	errBomb         = fmt.Errorf("unpacks to more than %d times its size", maxRatio)
	errDeep         = errors.New("an archive in an archive in an archive, which is not opened")
	errNoMember     = errors.New("no texts in this archive")
	errPDF          = errors.New("is a PDF, which is not read; pdftotext makes a text of it")
)

// found is a text, or what is wrong with one.
type found struct {
	path string
	doc  *Document
	err  error
	sum  uint64 // of the bytes that the text was read from, 0 where these are not known
}

// unpacker finds the texts in one file. They are parsed several at a time, and
// end up in the order of the file.
type unpacker struct {
	options Options
	ctx     context.Context
	single  bool    // what holds several texts is an error
	want    *wanted // nil where all are

	root     string          // the path of the file
	packed   int             // archives and compressions around what is being read
	paths    map[string]bool // of all that was come upon
	found    []found
	waiting  []job
	weight   int // bytes waiting
	unpacked int64
	problems int
}

// job is a text that waits to be parsed, and where in found it belongs.
type job struct {
	at     int
	place  origin
	data   string
	paper  *papers.Paper // where it is one
	record *record       // where it is one,
	file   string        // and then the path of what it stands in,
	line   int           // and the line at which it begins there
	packed bool
}

// file reads what is at a place, whatever it turns out to be. depth is how
// many archives it stands in.
func (u *unpacker) file(p origin, r io.Reader, depth int) {
	if u.root == "" {
		u.root = p.path
	}
	if u.options.As != Auto && depth == 0 {
		if u.options.As == JSON {
			u.records(p, r)
		} else {
			u.text(p, r, sizeOf(r))
		}
		return
	}
	buffer := bufio.NewReaderSize(r, sniffed)
	head, err := buffer.Peek(sniffed)
	if len(head) == 0 && err != nil && err != io.EOF {
		u.problem(p.path, bare(err))
		return
	}
	switch form := formOf(p.name, head); form {
	case aZip, aTar:
		if form == aZip {
			u.zip(p, r, buffer, depth+1)
		} else if u.opens(p, depth+1) {
			u.tar(p, buffer, depth+1)
		}
	case aGzip, aZstd:
		u.compressed(p, buffer, form, depth)
	case aJSON:
		u.records(p, buffer)
	case aCompound:
		u.compound(p, buffer)
	case aRTF:
		u.rtf(p, buffer)
	case aPDF:
		u.problem(p.path, errPDF)
	default:
		if form == aText && !isTextName(p.name) && !u.options.Encoding.said() && isNoText(string(head)) {
			u.problem(p.path, errBinary) // without reading all of it
			return
		}
		u.text(p, buffer, sizeOf(r))
	}
}

// opens reports whether an archive is opened that is the so manieth around a text, and
// says so where it is not.
func (u *unpacker) opens(p origin, depth int) bool {
	switch {
	case u.single:
		u.problem(p.path, ErrSeveral)
	case depth > maxDepth:
		u.problem(p.path, errDeep)
	default:
		return true
	}
	return false
}

// compressed reads a file of one compressed stream.
func (u *unpacker) compressed(p origin, r io.Reader, form form, depth int) {
	u.packed++
	defer func() { u.packed-- }()
	in := &counted{r: r}
	var out io.Reader
	var err error
	if form == aGzip {
		out, err = gzip.NewReader(in)
	} else {
		var z *zstd.Decoder
		z, err = zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(128<<20))
		if err == nil {
			defer z.Close()
			out = z
		}
	}
	if err != nil {
		u.problem(p.path, archiveError(err))
		return
	}
	inner := p
	inner.name = uncompressedName(p.name)
	buffer := bufio.NewReaderSize(&metered{u: u, r: out, packed: in}, 64<<10)
	if head, _ := buffer.Peek(sniffed); formOf(inner.name, head) == aGzip || formOf(inner.name, head) == aZstd {
		u.problem(p.path, errors.New("compressed twice, and not opened"))
		return
	}
	u.file(inner, buffer, depth)
}

// uncompressedName is what a file is called once it is no longer compressed.
func uncompressedName(name string) string {
	low := strings.ToLower(name)
	for _, e := range [...]struct{ ending, instead string }{{".tgz", ".tar"}, {".tzst", ".tar"}, {".gz", ""}, {".zst", ""}} {
		if strings.HasSuffix(low, e.ending) {
			return name[:len(name)-len(e.ending)] + e.instead
		}
	}
	return name
}

// text reads what is one text.
func (u *unpacker) text(p origin, r io.Reader, size int64) {
	data, err := readAll(r, size)
	if err != nil {
		u.problem(p.path, err)
		return
	}
	u.wait(job{place: p, data: data})
}

// sizeOf returns the size of a file, 0 where it is not known.
func sizeOf(r io.Reader) int64 {
	if f, ok := r.(fs.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			return info.Size()
		}
	}
	return 0
}

// records reads a stream of JSON: a document of every record in it.
func (u *unpacker) records(p origin, r io.Reader) {
	n, before := 0, len(u.found)
	var take func(raw []byte, line int, err error, nested bool) bool
	take = func(raw []byte, line int, err error, nested bool) bool {
		var rec record
		id := ""
		if err == nil {
			o := objectOf(raw, u.options.Fields)
			if o == nil {
				err = errors.New("is no JSON object")
			} else if rec, id, err = recordOf(o, u.options.Fields); err != nil {
				if list := inRecord(o, u.options.Fields, true); list != nil && !nested {
					for _, item := range list {
						if !take(item, line, nil, true) {
							return false
						}
					}
					return true
				}
			}
		}
		n++
		if id == "" || u.twice(p.path+"#"+id) {
			for id = strconv.Itoa(n); u.twice(p.path + "#" + id); {
				id += "-2"
			}
		}
		// The hash of a document's ID needs the whole of the name, what people
		// see of it no ending.
		stem := strings.TrimSuffix(p.rel, filepath.Ext(p.rel))
		at := origin{path: p.path + "#" + id, rel: stem + "#" + strings.ReplaceAll(id, ".", "-")}
		switch {
		case u.single && n > 1:
			u.found, u.waiting = nil, nil
			u.problem(p.path, ErrSeveral)
			return false
		case err != nil:
			return u.problem(at.path, err)
		}
		return u.wait(job{place: at, data: string(raw), record: &rec, file: p.path, line: line})
	}
	low := strings.ToLower(p.name)
	records(u.options.Encoding.reader(r), strings.HasSuffix(low, ".jsonl") || strings.HasSuffix(low, ".ndjson"), func(raw []byte, line int, err error) bool { return take(raw, line, err, false) })
	if n == 1 && len(u.found) > before {
		// The only one in a file is the file.
		u.alone(p)
	}
	if n == 0 && len(u.found) == before {
		u.problem(p.path, errNoWords)
	}
}

// alone gives the only record of a file the path of that.
func (u *unpacker) alone(p origin) {
	f := &u.found[len(u.found)-1]
	f.path = p.path
	if f.doc != nil {
		f.doc.Path = p.path // a large one was parsed at once
	}
	if len(u.waiting) > 0 {
		u.waiting[len(u.waiting)-1].place = p
	}
}

// twice reports whether something at a path was come upon before. A record may be
// called as a file is that stands beside it in an archive.
func (u *unpacker) twice(path string) bool {
	if u.paths[path] {
		return true
	}
	if u.paths == nil {
		u.paths = map[string]bool{}
	}
	u.paths[path] = true
	return false
}

// wait puts a text where it will be parsed. It reports whether there is room
// for more.
func (u *unpacker) wait(j job) bool {
	if !u.want.takes(&j) {
		return !u.want.done() && u.ctx.Err() == nil
	}
	if len(u.found) >= maxFound {
		u.problem(j.place.path, fmt.Errorf("is more than %d texts in one file; the rest was not read", maxFound))
		return false
	}
	j.at, j.packed = len(u.found), u.packed > 0
	u.found = append(u.found, found{path: j.place.path})
	u.waiting = append(u.waiting, j)
	u.weight += len(j.data)
	if u.weight > 16<<20 || len(u.waiting) >= 256 {
		u.settle()
	}
	return u.ctx.Err() == nil
}

// settle parses what waits.
func (u *unpacker) settle() {
	_ = each(u.ctx, len(u.waiting), func(i int) {
		j := &u.waiting[i]
		f := &u.found[j.at]
		f.doc, f.err = u.parse(j)
		if f.doc != nil {
			f.doc.File, f.doc.Packed = u.root, j.packed
		}
		if !u.single {
			f.sum = sumOf(j.data)
		}
	})
	if !u.want.all() {
		for i := range u.waiting {
			u.want.hand(&u.waiting[i], &u.found[u.waiting[i].at])
		}
	}
	u.waiting, u.weight = nil, 0
}

func (u *unpacker) parse(j *job) (*Document, error) {
	if j.record == nil && j.paper == nil {
		return u.options.parse(j.place, j.data)
	}
	d := &Document{ID: documentID(j.place.rel, j.data), Path: j.place.path, text: u.options.passages()}
	if j.paper != nil {
		d.paper(j.paper)
		d.named(j.place.name)
		d.finish()
		return d, nil
	}
	d.record(j.record)
	d.Line = j.line
	d.finish()
	return d, nil
}

// problem notes what is wrong with something in the file, as long as there are
// not too many of these. It reports whether to go on.
func (u *unpacker) problem(path string, err error) bool {
	u.problems++
	if u.problems <= maxProblems {
		u.found = append(u.found, found{path: path, err: err})
	}
	return !errors.Is(err, errLargeArchive) && u.ctx.Err() == nil
}

// counted counts what is read through it.
type counted struct {
	r io.Reader
	n int64
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// metered ends what comes out of an archive where there is too much of it.
type metered struct {
	u      *unpacker
	r      io.Reader
	packed *counted // what it comes out of
	n      int64
}

func (m *metered) Read(p []byte) (int, error) {
	n, err := m.r.Read(p)
	m.n += int64(n)
	m.u.unpacked += int64(n)
	switch {
	case m.u.unpacked > maxUnpacked:
		return 0, errLargeArchive
	case m.n > ratioFrom && m.n > maxRatio*m.packed.n:
		return 0, errBomb
	case err != nil && err != io.EOF:
		return n, archiveError(err)
	}
	return n, err
}
