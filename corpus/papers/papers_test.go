package papers

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write what comes out to testdata")

// reader reads papers of a few megabytes.
func reader() *Reader {
	return &Reader{
		Open:   func(f *zip.File) (io.ReadCloser, error) { return f.Open() },
		Decode: func(page string) (string, error) { return strings.ToValidUTF8(page, "\ufffd"), nil },
		Most:   4 << 20,
	}
}

// zipped makes a zip of files; nothing is compressed, which takes no time.
func zipped(t testing.TB, files []txtar.File) *zip.Reader {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		part, err := w.CreateHeader(&zip.FileHeader{Name: f.Name})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write(f.Data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return z
}

// partsOf returns the parts of a paper in an archive.
func partsOf(a *txtar.Archive, paper string) (out []txtar.File) {
	for _, f := range a.Files {
		if part, ok := strings.CutPrefix(f.Name, paper+"/"); ok {
			out = append(out, txtar.File{Name: part, Data: f.Data})
		}
	}
	return out
}

// TestPapers reads the papers in testdata: the parts of a zip stand below its name, and
// what is read of it behind them.
func TestPapers(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no cases", err)
	}
	for _, path := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			out := &txtar.Archive{Comment: a.Comment}
			for i, f := range a.Files {
				if strings.HasSuffix(f.Name, ".want") {
					continue
				}
				out.Files = append(out.Files, f)
				name, _, isPart := strings.Cut(f.Name, "/")
				if isPart && i+1 < len(a.Files) && strings.HasPrefix(a.Files[i+1].Name, name+"/") {
					continue
				}
				var p *Paper
				if isPart {
					p, err = reader().Zip(context.Background(), zipped(t, partsOf(a, name)))
				} else {
					p, err = reader().RTF(string(f.Data))
				}
				out.Files = append(out.Files, txtar.File{Name: name + ".want", Data: []byte(describe(p, err))})
				if err == nil {
					checkBody(t, p.Body, !p.Book)
				}
			}
			if *update {
				if err := os.WriteFile(path, txtar.Format(out), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			for i, f := range out.Files {
				if i >= len(a.Files) || a.Files[i].Name != f.Name || !bytes.Equal(a.Files[i].Data, f.Data) {
					t.Fatalf("got %s\n%s", f.Name, f.Data)
				}
			}
		})
	}
}

// describe writes what a paper says of itself, then its text.
func describe(p *Paper, err error) string {
	if err != nil {
		return err.Error() + "\n"
	}
	var b strings.Builder
	for _, fact := range [...]struct {
		name   string
		values []string
	}{
		{"title", []string{p.Title}}, {"author", p.Authors}, {"publisher", []string{p.Publisher}}, {"published", p.Published},
		{"language", []string{p.Language}}, {"note", []string{p.Note}},
	} {
		for _, value := range fact.values {
			if value != "" {
				fmt.Fprintf(&b, "%s: %s\n", fact.name, value)
			}
		}
	}
	if p.Book {
		b.WriteString("a book\n")
	}
	return strings.TrimRight(b.String()+"\n"+p.Body, "\n") + "\n"
}

// wordOf makes a document of Word of what stands in its body.
func wordOf(t testing.TB, body string) *zip.Reader {
	return zipped(t, []txtar.File{
		{Name: wordTypes},
		{Name: "_rels/.rels", Data: []byte(`<Relationships><Relationship Type="a/officeDocument" Target="d.xml"/></Relationships>`)},
		{Name: "d.xml", Data: []byte(`<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">` + body + `</w:document>`)},
	})
}

// bookOf makes a book of chapters.
func bookOf(t testing.TB, chapters ...string) *zip.Reader {
	list, spine := "", ""
	parts := []txtar.File{{Name: bookContainer, Data: []byte(`<rootfile full-path="b.opf"/>`)}}
	for i, c := range chapters {
		list += fmt.Sprintf(`<item id="%d" href="%d.html"/>`, i, i)
		spine += fmt.Sprintf(`<itemref idref="%d"/>`, i)
		parts = append(parts, txtar.File{Name: fmt.Sprintf("%d.html", i), Data: []byte(c)})
	}
	return zipped(t, append(parts, txtar.File{Name: "b.opf", Data: []byte("<package>" + list + spine + "</package>")}))
}

// TestLimits holds that nothing is read without an end, whatever a file was made for.
func TestLimits(t *testing.T) {
	long := strings.Repeat("a ", 200<<10)
	tag := "<w:p " + strings.Repeat(`a="" `, 1<<20) + "/>"
	const mega = 1 << 20
	for _, c := range []struct {
		name string
		most int
		zip  *zip.Reader
		want string
	}{
		{"deep", mega, wordOf(t, strings.Repeat("<w:p>", 600)), "is damaged: its elements stand too deep in each other (d.xml)"},
		{"one tag", 8 * mega, wordOf(t, tag), "is damaged: it has a tag without an end (d.xml)"},
		{"a part", mega, wordOf(t, strings.Repeat("<w:p/>", 200<<10)), "larger than 1 MB (d.xml)"},
		{"what becomes of one", mega, wordOf(t, "<w:p><w:r><w:t><![CDATA["+strings.Repeat("&", 300<<10)+"]]></w:t></w:r></w:p>"), "larger than 1 MB"},
		{"a chapter", mega, bookOf(t, long+long+long), "larger than 1 MB"},
		{"all chapters", mega, bookOf(t, long, long, long), "larger than 1 MB"},
	} {
		r := reader()
		r.Most = c.most
		if _, err := r.Zip(context.Background(), c.zip); err == nil || err.Error() != c.want {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
	r := reader()
	r.Most = mega
	if _, err := r.RTF(`{\rtf ` + long + long + long); err == nil || err.Error() != "larger than 1 MB" {
		t.Errorf("RTF: %v", err)
	}
	ctx, end := context.WithCancel(context.Background())
	r.Open = func(f *zip.File) (io.ReadCloser, error) {
		if f.Name == "d.xml" {
			end()
		}
		return f.Open()
	}
	if _, err := r.Zip(ctx, wordOf(t, "<w:p/>")); !errors.Is(err, context.Canceled) {
		t.Errorf("ended: %v", err)
	}
}

// TestErrors holds that what is wrong beneath a paper is what is said of it.
func TestErrors(t *testing.T) {
	broken := errors.New("the disk is on fire")
	for _, at := range []string{"_rels/.rels", "d.xml"} {
		for _, opens := range []bool{false, true} {
			r := reader()
			r.Open = func(f *zip.File) (io.ReadCloser, error) {
				switch {
				case f.Name != at:
					return f.Open()
				case opens:
					return io.NopCloser(io.MultiReader(strings.NewReader("<w:p"), failing{broken})), nil
				}
				return nil, broken
			}
			want := broken
			if at == "_rels/.rels" {
				want = ErrNone // as nothing else says that this is a paper
			}
			if _, err := r.Zip(context.Background(), wordOf(t, "")); !errors.Is(err, want) {
				t.Errorf("%s, %v: %v", at, opens, err)
			}
		}
	}
	if _, err := reader().Zip(context.Background(), zipped(t, []txtar.File{{Name: "a.txt"}})); err != ErrNone {
		t.Errorf("an archive: %v", err)
	}
	for data, want := range map[string]error{
		"W\x00o\x00r\x00d\x00D\x00o\x00c\x00u\x00m\x00e\x00n\x00t":                     ErrOldWord,
		"E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e": errPassword,
		"": ErrCompound,
	} {
		if got := Compound(data); got != want {
			t.Errorf("%q: %v", data, got)
		}
	}
}

// TestCodePages holds that bytes of RTF are read in the page that the file names, and in
// that of Western Europe where it names one that is not there.
func TestCodePages(t *testing.T) {
	for page, want := range map[int]string{858: "€", 850: "ı", 437: "╒", 1251: "Х", 1252: "Õ", 4711: "Õ"} {
		p, err := reader().RTF(fmt.Sprintf(`{\rtf1\ansicpg%d \'d5}`, page))
		if err != nil || p.Body != "<p>"+want+"</p>\n" {
			t.Errorf("%d: %+v, %v", page, p, err)
		}
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }
