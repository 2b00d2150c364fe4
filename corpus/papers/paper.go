package papers

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding"
)

// Paper is what a file says. Facts are as the file has them, blanks aside, and
// empty where it says nothing.
type Paper struct {
	Body string // simple HTML, as the package has it
	Note string // what a reader of it should know

	Title     string
	Authors   []string // each as somebody wrote it, which may be "By Ada Lund and Teo Brandt"
	Publisher string
	Published []string // when a book says that it came out; some say so in several ways, of which not all are days
	Language  string
	Book      bool // the facts stand on its cover, and nobody left them to a program
}

// Reader reads papers. It changes in nothing, and may read several at a time.
type Reader struct {
	// Open opens a part of a zip. What comes out of it in all, whoever opens it has to bound.
	Open func(*zip.File) (io.ReadCloser, error)
	// Decode makes UTF-8 of a page, whatever that says it is in.
	Decode func(page string) (string, error)
	// Encoding is that of RTF, where somebody knows better than the file. It may be nil.
	Encoding encoding.Encoding
	// Most is how many bytes a part of a zip, and a Body, may have.
	Most int
}

// What a file may turn out to be that is no text.
var (
	ErrNone      = errors.New("is no paper") // a zip that is an archive of any files
	ErrOtherKind = errors.New("is a spreadsheet, a presentation or a drawing, and not a text")
	ErrOldWord   = errors.New("is an old Word file; save it as .docx")
	ErrCompound  = errors.New("is a file of an older office program, which is not read")
)

// What keeps a text from being read.
var (
	errPassword  = errors.New("is protected by a password; save it without one")
	errProtected = errors.New("is protected against copying, and cannot be read")
)

// noteTracked is said of a text in which changes are tracked, so that there are two
// readings of it.
const noteTracked = "read with its tracked changes accepted"

// Zip reads a paper that is a zip: DOCX, ODT or EPUB. The error is ErrNone for any other
// zip.
func (r *Reader) Zip(ctx context.Context, z *zip.Reader) (*Paper, error) {
	if !claims(z) {
		return nil, ErrNone
	}
	b := newBundle(ctx, r, z)
	switch kind := b.kind(); {
	case strings.HasPrefix(kind, "application/vnd.oasis.opendocument.text"):
		return r.bounded(b.openDocument())
	case strings.HasPrefix(kind, "application/vnd.oasis.opendocument."):
		return nil, ErrOtherKind
	case kind == "application/epub+zip", kind == "" && b.has(bookContainer):
		return r.bounded(b.book())
	}
	if b.has(wordTypes) {
		if main := b.wordMain(); main != "" {
			return r.bounded(b.word(main))
		}
	}
	return nil, ErrNone
}

// RTF reads a text in the Rich Text Format.
func (r *Reader) RTF(data string) (*Paper, error) { return r.bounded(readRTF(data, r.Encoding)) }

// bounded holds that no paper is larger than it may be.
func (r *Reader) bounded(p *Paper, err error) (*Paper, error) {
	if err == nil && len(p.Body) > r.Most {
		return nil, r.tooLarge()
	}
	return p, err
}

func (r *Reader) tooLarge() error { return fmt.Errorf("larger than %d MB", r.Most>>20) }
