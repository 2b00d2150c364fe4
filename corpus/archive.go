package corpus

import (
	"archive/tar"
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"variorum/corpus/papers"
)

var (
	errOutside   = errors.New("its name leads out of the archive")
	errLink      = errors.New("a link, which is not followed")
	errTwice     = errors.New("stands in the archive twice; the first was read")
	errEncrypted = errors.New("is encrypted")
	errDirectory = errors.New("too many files in this archive")
)

// maxDirectory is how many bytes the list of files in a zip may have; each
// takes some 80, and several times that in memory.
const maxDirectory = 48 << 20

// members are the files that an archive holds, in turn.
type members struct {
	u     *unpacker
	in    origin
	depth int
	any   bool
}

// member reads one. mode tells what it is.
func (m *members) member(name string, mode fs.FileMode, open func() (io.Reader, error)) bool {
	if mode.IsDir() {
		return true
	}
	name = strings.ToValidUTF8(strings.ReplaceAll(name, `\`, "/"), "\ufffd")
	clean := path.Clean("/" + name)[1:]
	at := origin{m.in.path + "/" + clean, m.in.rel + "/" + clean, clean}
	switch {
	case mode&(fs.ModeDevice|fs.ModeNamedPipe|fs.ModeSocket|fs.ModeIrregular) != 0:
		return m.u.problem(at.path, errIrregular)
	case isHidden(clean) || !isTextName(clean):
		return true
	}
	m.any = true
	switch {
	case m.u.want.done():
		return false
	case leadsOut(name):
		return m.u.problem(at.path, errOutside)
	case mode&fs.ModeSymlink != 0:
		return m.u.problem(at.path, errLink)
	case m.u.twice(at.path):
		return m.u.problem(at.path, errTwice)
	case !m.u.want.through(at.path):
		return true
	}
	r, err := open()
	if err != nil {
		return m.u.problem(at.path, err)
	}
	m.u.file(at, r, m.depth)
	return m.u.unpacked <= maxUnpacked && m.u.ctx.Err() == nil
}

// leadsOut reports whether a name means a place that is not in the archive.
func leadsOut(name string) bool {
	if strings.HasPrefix(name, "/") || len(name) > 1 && name[1] == ':' {
		return true
	}
	for part := range strings.SplitSeq(name, "/") {
		if part == ".." {
			return true
		}
	}
	return false
}

// isHidden reports whether a part of a name begins with a dot, or is what one system
// keeps beside the files: a folder of its own, and what Word notes beside a file that
// is open in it (LibreOffice's notes begin with a dot).
func isHidden(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") || strings.HasPrefix(part, "~$") || part == "__MACOSX" {
			return true
		}
	}
	return false
}

// tar reads the files in a tar.
func (u *unpacker) tar(p origin, r io.Reader, depth int) {
	u.packed++
	defer func() { u.packed-- }()
	m := members{u: u, in: p, depth: depth}
	t := tar.NewReader(r)
	for {
		h, err := t.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			u.problem(p.path, archiveError(err))
			return
		}
		mode := h.FileInfo().Mode()
		switch h.Typeflag {
		case tar.TypeReg, tar.TypeDir, tar.TypeSymlink, tar.TypeChar, tar.TypeBlock, tar.TypeFifo, tar.TypeGNUSparse:
		case tar.TypeLink:
			mode |= fs.ModeSymlink
		default:
			continue // notes of the program that made it
		}
		if !m.member(h.Name, mode, func() (io.Reader, error) { return t, nil }) {
			break
		}
	}
	m.end()
}

// zip reads the files in a zip, or the one text that it is. Its list of files stands at its end, so that
// what cannot be read from any place must be in memory.
func (u *unpacker) zip(p origin, r, buffered io.Reader, depth int) {
	u.packed++
	defer func() { u.packed-- }()
	at, size, err := readerAt(r, buffered)
	if err != nil {
		u.problem(p.path, err)
		return
	}
	directory := &meteredAt{r: at, left: maxDirectory}
	z, err := zip.NewReader(directory, size)
	if err != nil {
		u.problem(p.path, archiveError(err))
		return
	}
	directory.left = 1 << 62
	if paper, err := u.paperReader().Zip(u.ctx, z); err != papers.ErrNone {
		u.take(p, paper, err)
		return
	}
	if !u.opens(p, depth) {
		return
	}
	m := members{u: u, in: p, depth: depth}
	for _, f := range z.File {
		var opened io.Closer
		ok := m.member(f.Name, f.Mode(), func() (io.Reader, error) {
			body, err := u.openInZip(f)
			if err != nil {
				return nil, err
			}
			opened = body
			return body, nil
		})
		if opened != nil {
			opened.Close()
		}
		if !ok {
			break
		}
	}
	m.end()
}

// openInZip opens a file in a zip, metered.
func (u *unpacker) openInZip(f *zip.File) (io.ReadCloser, error) {
	if f.Flags&1 != 0 {
		return nil, errEncrypted
	}
	body, err := f.Open()
	if err != nil {
		return nil, archiveError(err)
	}
	return struct {
		io.Reader
		io.Closer
	}{&metered{u: u, r: body, packed: &counted{n: int64(f.CompressedSize64)}}, body}, nil
}

// end says so where an archive held nothing to read.
func (m *members) end() {
	switch {
	case m.u.unpacked > maxUnpacked:
		m.u.problem(m.in.path, errLargeArchive)
	case !m.any:
		m.u.problem(m.in.path, errNoMember)
	}
}

// readerAt returns a file that can be read from any place, itself or in
// memory.
func readerAt(r, buffered io.Reader) (io.ReaderAt, int64, error) {
	if f, ok := r.(interface {
		io.ReaderAt
		fs.File
	}); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			return f, info.Size(), nil
		}
	}
	data, err := readAll(buffered, 0)
	return strings.NewReader(data), int64(len(data)), err
}

// meteredAt limits how much is read of a list of files.
type meteredAt struct {
	r    io.ReaderAt
	left int64
}

func (m *meteredAt) ReadAt(p []byte, at int64) (int, error) {
	if m.left -= int64(len(p)); m.left < 0 {
		return 0, errDirectory
	}
	return m.r.ReadAt(p, at)
}

// archiveError says what is wrong with an archive.
func archiveError(err error) error {
	for _, known := range []error{errDirectory, errLargeArchive, errBomb} {
		if errors.Is(err, known) {
			return known
		}
	}
	switch {
	case errors.Is(err, zip.ErrAlgorithm):
		return errors.New("is compressed in a way that is not known here")
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return errors.New("is damaged: it breaks off")
	}
	return fmt.Errorf("is damaged: %w", err)
}
