package corpus

import (
	"encoding/binary"
	"hash/crc32"
	"math"
	"slices"
)

// packer writes values one after another, in the form in which a Store keeps
// them. The same program reads them, as opened, and no other.
type packer struct{ b []byte }

func (p *packer) uint(n uint64)   { p.b = binary.AppendUvarint(p.b, n) }
func (p *packer) int(n int64)     { p.b = binary.AppendVarint(p.b, n) }
func (p *packer) fixed(n uint32)  { p.b = binary.LittleEndian.AppendUint32(p.b, n) }
func (p *packer) float(f float64) { p.b = binary.LittleEndian.AppendUint64(p.b, math.Float64bits(f)) }

func (p *packer) string(s string) {
	p.uint(uint64(len(s)))
	p.b = append(p.b, s...)
}

// sealed returns what was written with a sum that tells damage.
func (p *packer) sealed() []byte {
	p.fixed(crc32.ChecksumIEEE(p.b))
	return p.b
}

// opened reads what a packer wrote. It makes nothing of more than it was
// given: where values go beyond the end it says so and returns nothing.
type opened struct {
	s   string
	bad bool
}

// unseal returns what was sealed.
func unseal(data []byte) *opened {
	n := len(data) - 4
	if n < 0 || crc32.ChecksumIEEE(data[:n]) != binary.LittleEndian.Uint32(data[n:]) {
		return &opened{bad: true}
	}
	return &opened{s: string(data[:n])}
}

func (u *opened) take(n uint64) string {
	if n > uint64(len(u.s)) {
		u.s, u.bad = "", true
		return ""
	}
	out := u.s[:n]
	u.s = u.s[n:]
	return out
}

func (u *opened) uint() uint64 {
	n, shift := uint64(0), 0
	for i := 0; i < len(u.s) && i < binary.MaxVarintLen64; i++ {
		n |= uint64(u.s[i]&0x7f) << shift
		if u.s[i] < 0x80 {
			u.s = u.s[i+1:]
			return n
		}
		shift += 7
	}
	u.s, u.bad = "", true
	return 0
}

func (u *opened) int() int64 {
	n := u.uint()
	return int64(n>>1) ^ -int64(n&1)
}

func (u *opened) fixed() uint32 {
	s := u.take(4)
	if len(s) < 4 {
		return 0
	}
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

func (u *opened) float() float64 {
	low := u.fixed()
	return math.Float64frombits(uint64(low) | uint64(u.fixed())<<32)
}

func (u *opened) string() string { return u.take(u.uint()) }

// count reads how many values follow, each of which takes so many bytes at the
// least.
func (u *opened) count(least int) int {
	n := u.uint()
	if n > uint64(len(u.s)/least) {
		u.s, u.bad = "", true
		return 0
	}
	return int(n)
}

func (p *packer) document(d *Document) {
	for _, s := range []string{d.ID, d.Title, d.Outlet, string(d.Published), d.Language, d.lead, d.Story, d.Note} {
		p.string(s)
	}
	p.uint(uint64(len(d.Byline)))
	for _, name := range d.Byline {
		p.string(name)
	}
	p.uint(uint64(d.Words()))
	p.uint(uint64(d.Size()))
	p.uint(d.sum)
	p.uint(uint64(len(d.furniture)))
	for _, key := range d.furniture {
		p.uint(key)
	}
}

// document reads what is known of the document at a path in a file.
func (u *opened) document(path string, from *entry) *Document {
	d := &Document{Path: path, from: from, stored: recordPath(from.path, path)}
	var published string
	for _, s := range []*string{&d.ID, &d.Title, &d.Outlet, &published, &d.Language, &d.lead, &d.Story, &d.Note} {
		*s = u.string()
	}
	d.Published = Moment(published)
	for range u.count(1) {
		d.Byline = append(d.Byline, u.string())
	}
	d.words, d.size, d.sum = int(u.uint()), int(u.uint()), u.uint()
	for range u.count(1) {
		d.furniture = append(d.furniture, u.uint())
	}
	return d
}

func (p *packer) profile(f profile) {
	p.b = slices.Grow(p.b, 20+5*len(f.words)+4*len(f.shingles))
	p.fixed(f.language)
	p.uint(uint64(len(f.words)))
	for _, w := range f.words {
		p.fixed(w.key)
		p.uint(uint64(w.tally))
	}
	p.uint(uint64(len(f.shingles)))
	for _, s := range f.shingles {
		p.fixed(s)
	}
}

func (u *opened) profile() (f profile) {
	f.language = u.fixed()
	f.words = make([]wordCount, u.count(5))
	for i := range f.words {
		f.words[i] = wordCount{u.fixed(), uint32(u.uint())}
	}
	f.bound = math.MaxUint32
	f.shingles = make([]uint32, u.count(4))
	for i := range f.shingles {
		f.shingles[i] = u.fixed()
	}
	return f
}

func (p *packer) paragraphs(ps []paragraph) {
	p.uint(uint64(len(ps)))
	for _, x := range ps {
		p.fixed(uint32(x.key))
		p.fixed(uint32(x.key >> 32))
		p.uint(uint64(x.size))
	}
}

func (u *opened) paragraphs() []paragraph {
	out := make([]paragraph, u.count(9))
	for i := range out {
		low := u.fixed()
		out[i] = paragraph{uint64(low) | uint64(u.fixed())<<32, uint32(u.uint())}
	}
	return out
}
