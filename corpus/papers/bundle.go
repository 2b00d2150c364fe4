package papers

import (
	"archive/zip"
	"context"
	"fmt"
	"io"
	"strings"
)

// bundle is the files in a zip that is a paper, by their names. These have no case in
// the formats of Word, and some programs write them with the wrong one elsewhere.
type bundle struct {
	ctx   context.Context
	how   *Reader
	files map[string]*zip.File
}

// claims reports whether a zip may be a paper, by the names in it. Any other is not
// worth a second look.
func claims(z *zip.Reader) bool {
	for _, f := range z.File {
		switch f.Name {
		case "mimetype", wordTypes, bookContainer:
			return true
		}
	}
	return false
}

func newBundle(ctx context.Context, r *Reader, z *zip.Reader) *bundle {
	b := &bundle{ctx, r, map[string]*zip.File{}}
	for _, f := range z.File {
		if key := partKey(f.Name); b.files[key] == nil {
			b.files[key] = f
		}
	}
	return b
}

func partKey(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

func (b *bundle) has(name string) bool { return b.files[partKey(name)] != nil }

// kind is what the first file of such a zip says that all of it is. One that cannot be
// read says nothing, and its other parts will tell what is wrong.
func (b *bundle) kind() (kind string) {
	if !b.has("mimetype") {
		return ""
	}
	_ = b.read("mimetype", func(r io.Reader) error {
		head, err := io.ReadAll(io.LimitReader(r, 100))
		kind = strings.TrimSpace(string(head))
		return err
	})
	return kind
}

// read reads a part.
func (b *bundle) read(name string, f func(io.Reader) error) error {
	file := b.files[partKey(name)]
	if file == nil {
		return fmt.Errorf("is damaged: there is no %s in it", strings.TrimPrefix(name, "/"))
	}
	part, err := b.how.Open(file)
	if err != nil {
		return err
	}
	defer part.Close()
	return f(part)
}

// whole reads all of a part.
func (b *bundle) whole(name string) (string, error) {
	var s strings.Builder
	err := b.read(name, func(r io.Reader) error {
		_, err := io.Copy(&s, io.LimitReader(r, int64(b.how.Most)+1))
		if err == nil && s.Len() > b.how.Most {
			err = b.how.tooLarge()
		}
		return err
	})
	return s.String(), err
}

// walk hands the XML of a part to h.
func (b *bundle) walk(name string, h elements) error {
	return b.read(name, func(r io.Reader) error {
		in := &allowance{ctx: b.ctx, r: r, all: b.how.Most, tooLarge: b.how.tooLarge()}
		if err := walk(in, h); err != nil {
			return fmt.Errorf("%w (%s)", err, strings.TrimPrefix(name, "/"))
		}
		return nil
	})
}
