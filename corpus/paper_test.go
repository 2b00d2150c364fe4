package corpus

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestPapers makes documents of the papers that package papers reads in its tests, and
// holds what comes out.
func TestPapers(t *testing.T) {
	archives, err := filepath.Glob("papers/testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no cases", err)
	}
	for _, path := range archives {
		base := filepath.Base(path)
		t.Run(strings.TrimSuffix(base, ".txtar"), func(t *testing.T) {
			wants := filepath.Join("testdata/papers", base)
			a, err := txtar.ParseFile(wants)
			if err != nil {
				t.Fatal(err)
			}
			out := &txtar.Archive{Comment: a.Comment}
			for _, p := range papersIn(t, path) {
				got := ""
				for _, f := range unpacked(p.name, p.data, Options{}) {
					if f.err != nil {
						got += fmt.Sprintf("%s: %v\n", f.path, f.err)
						continue
					}
					checkBlocks(t, f.doc, false)
					got += describe(f.doc)
				}
				out.Files = append(out.Files, txtar.File{Name: p.name + ".want", Data: []byte(got)})
			}
			if *update {
				if err := os.WriteFile(wants, txtar.Format(out), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got, want := string(txtar.Format(out)), string(txtar.Format(a)); got != want {
				t.Errorf("got\n%s--- want\n%s", got, want)
			}
		})
	}
}

// papersIn makes papers of the parts of them that stand in an archive; one of RTF has no
// parts.
func papersIn(t testing.TB, archive string) (out []file) {
	t.Helper()
	a, err := txtar.ParseFile(archive)
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string][]file{}
	for _, f := range a.Files {
		paper, part, zipped := strings.Cut(f.Name, "/")
		switch {
		case zipped && parts[paper] == nil:
			out = append(out, file{name: paper})
			fallthrough
		case zipped:
			parts[paper] = append(parts[paper], file{name: part, data: string(f.Data)})
		case !strings.HasSuffix(f.Name, ".want"):
			out = append(out, file{name: f.Name, data: string(f.Data)})
		}
	}
	for i := range out {
		if of := parts[out[i].name]; of != nil {
			out[i].data = zipOf(t, of...)
		}
	}
	return out
}

// paperCase returns one of those papers.
func paperCase(t testing.TB, archive, name string) string {
	t.Helper()
	for _, p := range papersIn(t, "papers/testdata/"+archive+".txtar") {
		if p.name == name {
			return p.data
		}
	}
	t.Fatal("no paper", name)
	return ""
}

// wordOfBody makes a document of Word of what stands in its body.
func wordOfBody(t testing.TB, body string) string {
	return zipOf(t,
		file{name: "[Content_Types].xml"},
		file{name: "_rels/.rels", data: `<Relationships><Relationship Type="a/officeDocument" Target="d.xml"/></Relationships>`},
		file{name: "d.xml", data: `<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">` + body + `</w:document>`})
}

// TestHostilePapers holds that what was made to do harm is a problem and no more.
func TestHostilePapers(t *testing.T) {
	word := paperCase(t, "word", "contract.docx")
	sentence := `<w:p><w:r><w:t>A sentence.</w:t></w:r></w:p>`
	for _, c := range []struct{ name, data, want string }{
		{"deep", wordOfBody(t, strings.Repeat("<w:p>", 600)), "is damaged: its elements stand too deep in each other (d.xml)"},
		{"one tag", wordOfBody(t, "<w:p "+strings.Repeat(`a="" `, 1<<20)+"/>"), "is damaged: it has a tag without an end (d.xml)"},
		{"a bomb", wordOfBody(t, strings.Repeat("<w:p/>", 4<<20)+sentence), "unpacks to more than 200 times its size (d.xml)"},
		{"cut short", word[:len(word)-30], "is damaged: zip: not a valid zip file"},
		{"not a number", wordOfBody(t, `<w:p><w:pPr><w:outlineLvl w:val="-99999999999999999999"/></w:pPr><w:r><w:sym w:char="ffffffff"/><w:t>A sentence.</w:t></w:r></w:p>`), ""},
		{"ends only", wordOfBody(t, `<w:txbxContent/><w:tc/><w:pPr/><w:r><w:t>lost</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`+sentence), ""},
		{"an old one", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 W\x00o\x00r\x00d\x00D\x00o\x00c\x00u\x00m\x00e\x00n\x00t\x00", "is an old Word file; save it as .docx"},
		{"a sealed one", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00", "is protected by a password; save it without one"},
		{"another old one", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is a file of an older office program, which is not read"},
		{"a PDF", "%PDF-1.7\nx", "is a PDF, which is not read; pdftotext makes a text of it"},
	} {
		got := unpacked("a.docx", c.data, Options{})
		if len(got) != 1 || got[0].err == nil && c.want != "" || got[0].err != nil && got[0].err.Error() != c.want {
			t.Errorf("%s: %q, want %s", c.name, outcome(got), c.want)
		}
	}
}

// TestPapersInPlaces holds that a paper is one text wherever it stands: among files, in
// archives, on a stream, in git; and that it can be read again.
func TestPapersInPlaces(t *testing.T) {
	word, book := paperCase(t, "word", "contract.docx"), paperCase(t, "books", "tale.epub")
	open := paperCase(t, "opendocument", "novel.odt")
	g := newGrown(t, 310)
	g.put("a.docx", word)
	g.put("b", open)
	g.put("c.zip", zipOf(t, file{name: "d.zip", data: zipOf(t, file{name: "e.epub", data: book})}, file{name: "f.docx", data: "no zip at all"}))
	g.put("old", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	g.again("at first", 310+6)
	for range 2 {
		c := g.load(Options{Store: g.store})
		var got []string
		for _, s := range c.Stories {
			for _, v := range s.Versions {
				whole, err := v.Whole()
				if err != nil {
					t.Fatal(err)
				}
				if whole.Packed {
					got = append(got, fmt.Sprint(v.Path, " ", whole.File, " ", v.Words()))
				}
			}
		}
		if len(got) != 4 {
			t.Errorf("%q, %v", got, c.Problems)
		}
	}
	for name, data := range map[string]string{"a.docx": word, "-": word, "a.docx.gz": gzipOf(t, word), "a.zip": book} {
		d, err := Read(name, strings.NewReader(data), Auto)
		if err != nil || !d.Packed || d.File != name {
			t.Errorf("%s: %+v, %v", name, d, err)
		}
	}
}
