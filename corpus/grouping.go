package corpus

import (
	"context"
	"encoding/binary"
	"hash/crc32"
	"slices"
)

// grouping is what is remembered of how documents were compared, so that the next
// time only those that are new need be. It begins with a grouping of all
// documents, which also settles what each word is worth and what is furniture;
// what came since is in lots.
type grouping struct {
	df        *frequencies
	furniture []uint64 // rising
	lots      []lot

	base   uint32 // tells it from another grouping
	number map[uint64]int32
}

// lot is what grouping needs to know of documents that came at one time. They
// are numbered as they came, on from those of the lots before.
type lot struct {
	first    int
	keys     []uint64 // tell each document from all others
	sizes    []int    // in shingles
	samples  lists    // by which copies are found
	words    lists    // by which retellings are found
	found    [][]link // of each, with those before it
	roundups []int32  // of all documents so far
}

// key tells a document from others, and from what it was before its file changed.
func (d *Document) key() uint64 {
	var b []byte
	b = append(b, d.Path...)
	b = binary.LittleEndian.AppendUint64(append(b, 0), d.sum)
	for _, key := range d.furniture {
		b = binary.LittleEndian.AppendUint64(b, key)
	}
	return keyOf(string(b))
}

// count returns how many documents it knows, those that are gone included.
func (g *grouping) count() int { return len(g.number) }

// fits reports whether documents are so much like those that were grouped that
// what words are worth and what is furniture can stay as they are: a tenth may be
// new or gone.
func (g *grouping) fits(docs []*Document) bool {
	known := 0
	for _, d := range docs {
		if _, ok := g.number[d.key()]; ok {
			known++
		}
	}
	came := g.count() - g.df.total + len(docs) - known
	gone := g.count() - known
	return came+gone <= g.df.total/freshShare
}

// freshShare is of how many documents one may be new before all are grouped again.
const freshShare = 10

// knows reports whether paragraphs with a key are furniture.
func (g *grouping) knows(key uint64) bool {
	_, ok := slices.BinarySearch(g.furniture, key)
	return ok
}

// newLot returns what is to be remembered of documents with some features, from
// one on.
func newLot(ctx context.Context, docs []*Document, fs []features, from int, df *frequencies) (lot, error) {
	n := len(docs)
	l := lot{first: from, keys: make([]uint64, n), sizes: make([]int, n)}
	samples, words := make([][]uint32, n), make([][]uint32, n)
	err := each(ctx, n, func(i int) {
		f := &fs[from+i]
		l.keys[i], l.sizes[i] = docs[i].key(), f.total()
		samples[i] = sample(f.shingles)
		// A word that one document alone had may come again.
		words[i] = append(rarest(f, df, 2, maxPostings), rarest(f, df, 1, 1)...)
	})
	l.samples, l.words = listsOf(samples), listsOf(words)
	return l, err
}

func (p *packer) lot(base uint32, l *lot) {
	p.fixed(base)
	p.uint(uint64(l.first))
	p.uint(uint64(len(l.keys)))
	for _, key := range l.keys {
		p.fixed(uint32(key))
		p.fixed(uint32(key >> 32))
	}
	for _, n := range l.sizes {
		p.uint(uint64(n))
	}
	p.lists(&l.samples)
	p.lists(&l.words)
	for _, ls := range l.found {
		p.uint(uint64(len(ls)))
		before := int32(0)
		for _, l := range ls {
			// What most pairs have in common is nothing.
			p.uint(uint64(l.a-before)<<2 | uint64(truth(l.same))<<1 | uint64(truth(l.like != 0)))
			if before = l.a; l.like != 0 {
				p.float(l.like)
			}
		}
	}
	p.uint(uint64(len(l.roundups)))
	for _, i := range l.roundups {
		p.uint(uint64(i))
	}
}

// lot reads a lot of the grouping of a base; it is bad where it is none of that,
// or not the next.
func (u *opened) lot(base uint32, first int) (l lot) {
	if u.fixed() != base || u.uint() != uint64(first) {
		u.bad = true
		return l
	}
	l.first = first
	l.keys = make([]uint64, u.count(8))
	for i := range l.keys {
		low := u.fixed()
		l.keys[i] = uint64(low) | uint64(u.fixed())<<32
	}
	l.sizes = make([]int, len(l.keys))
	for i := range l.sizes {
		l.sizes[i] = int(u.uint())
	}
	l.samples, l.words = u.lists(len(l.keys)), u.lists(len(l.keys))
	l.found = make([][]link, len(l.keys))
	for i := range l.found {
		ls := make([]link, u.count(1))
		before := uint64(0)
		for k := range ls {
			x := u.uint()
			before += x >> 2
			if before >= uint64(first+i) {
				u.bad = true
				return l
			}
			ls[k] = link{a: int32(before), b: int32(first + i), same: x&2 != 0}
			if x&1 != 0 {
				ls[k].like = u.float()
			}
		}
		l.found[i] = ls
	}
	for range u.count(1) {
		l.roundups = append(l.roundups, int32(u.uint()))
	}
	return l
}

// packGrouping packs a grouping of all documents.
func packGrouping(df *frequencies, furniture []uint64, l *lot) []byte {
	var p packer
	p.frequencies(df)
	p.uint(uint64(len(furniture)))
	for _, key := range furniture {
		p.uint(key)
	}
	head := p.sealed()
	var body packer
	body.lot(crc32.ChecksumIEEE(head), l)
	return append(framed(head), framed(body.sealed())...)
}

// packLot packs what came to a grouping.
func (g *grouping) packLot(l *lot) []byte {
	var p packer
	p.lot(g.base, l)
	return framed(p.sealed())
}

// framed puts before data how long it is.
func framed(data []byte) []byte {
	return append(binary.LittleEndian.AppendUint32(nil, uint32(len(data))), data...)
}

// unframed returns what stands in a frame, and what comes after it.
func unframed(data []byte) (frame, rest []byte) {
	if len(data) < 4 {
		return nil, nil
	}
	n := uint64(binary.LittleEndian.Uint32(data))
	if data = data[4:]; n > uint64(len(data)) {
		return nil, nil
	}
	return data[:n], data[n:]
}

// unpackGrouping returns what was packed; nil if it is damaged. A lot that does
// not follow on the one before it, as two programs may have added one each at one
// time, is as good as none: its documents are new once more.
func unpackGrouping(data []byte) *grouping {
	head, data := unframed(data)
	u := unseal(head)
	g := &grouping{base: crc32.ChecksumIEEE(head), df: u.frequencies(), number: map[uint64]int32{}}
	for range u.count(1) {
		g.furniture = append(g.furniture, u.uint())
	}
	if u.bad {
		return nil
	}
	for len(data) > 0 {
		var frame []byte
		frame, data = unframed(data)
		u := unseal(frame)
		if l := u.lot(g.base, g.count()); !u.bad {
			g.add(l)
		}
	}
	if g.count() == 0 {
		return nil
	}
	return g
}

// add adds a lot, unless it has documents that are there already.
func (g *grouping) add(l lot) {
	for i, key := range l.keys {
		if _, ok := g.number[key]; ok {
			for _, key := range l.keys[:i] {
				delete(g.number, key)
			}
			return
		}
		g.number[key] = int32(l.first + i)
	}
	g.lots = append(g.lots, l)
}

// lists are lists of keys, one for each document.
type lists struct {
	ends []int  // of each, in keys
	keys string // four bytes each
}

func listsOf(of [][]uint32) (l lists) {
	var keys []byte
	for _, list := range of {
		for _, key := range list {
			keys = binary.LittleEndian.AppendUint32(keys, key)
		}
		l.ends = append(l.ends, len(keys)/4)
	}
	l.keys = string(keys)
	return l
}

// among appends the keys of document i that a sieve lets through.
func (l *lists) among(dst []uint32, i int, s *sieve) []uint32 {
	from := 0
	if i > 0 {
		from = l.ends[i-1]
	}
	for keys := l.keys[4*from : 4*l.ends[i]]; len(keys) >= 4; keys = keys[4:] {
		key := uint32(keys[0]) | uint32(keys[1])<<8 | uint32(keys[2])<<16 | uint32(keys[3])<<24
		if s.passes(key) {
			dst = append(dst, key)
		}
	}
	return dst
}

func (p *packer) lists(l *lists) {
	before := 0
	for _, end := range l.ends {
		p.uint(uint64(end - before))
		before = end
	}
	p.string(l.keys)
}

func (u *opened) lists(n int) (l lists) {
	end := uint64(0)
	l.ends = make([]int, n)
	for i := range l.ends {
		end += u.uint()
		l.ends[i] = int(min(end, 1<<40))
	}
	l.keys = u.string()
	if uint64(len(l.keys)) != 4*end {
		u.bad = true
	}
	return l
}

// sieve lets some keys through, and some of the others.
type sieve struct {
	bits []uint64
	mask uint32
}

// newSieve returns one for the keys of lists, which lets a hundredth of the
// others through.
func newSieve(of ...[][]uint32) *sieve {
	n := 0
	for _, lists := range of {
		for _, list := range lists {
			n += len(list)
		}
	}
	size := 1024
	for size < 100*n && size < 1<<28 {
		size *= 2
	}
	s := &sieve{make([]uint64, size/64), uint32(size - 1)}
	for _, lists := range of {
		for _, list := range lists {
			for _, key := range list {
				h := s.at(key)
				s.bits[h/64] |= 1 << (h % 64)
			}
		}
	}
	return s
}

func (s *sieve) at(key uint32) uint32 {
	h := key * 2654435769
	return (h ^ h>>15) & s.mask
}

func (s *sieve) passes(key uint32) bool {
	h := s.at(key)
	return s.bits[h/64]>>(h%64)&1 != 0
}
