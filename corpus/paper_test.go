package corpus

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestPapers reads the papers of testdata/papers, which are made of the parts that stand
// there, and holds what comes out.
func TestPapers(t *testing.T) {
	archives, err := filepath.Glob("testdata/papers/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no cases", err)
	}
	for _, path := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			want := map[string]string{}
			out := &txtar.Archive{Comment: a.Comment}
			for _, p := range papersOf(t, a) {
				for _, f := range a.Files {
					if strings.HasPrefix(f.Name, p.name+"/") {
						out.Files = append(out.Files, f)
					}
					if f.Name == p.name+".want" {
						want[p.name] = string(f.Data)
					}
				}
				got := ""
				for _, f := range unpacked(p.name, p.data, Options{}) {
					if f.err != nil {
						got += fmt.Sprintf("%s: %v\n", f.path, f.err)
						continue
					}
					checkBlocks(t, f.doc, false)
					got += describe(f.doc)
				}
				if got != want[p.name] && !*update {
					t.Errorf("%s\n--- got\n%s--- want\n%s", p.name, got, want[p.name])
				}
				out.Files = append(out.Files, txtar.File{Name: p.name + ".want", Data: []byte(got)})
			}
			if *update {
				if err := os.WriteFile(path, txtar.Format(out), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// papersOf makes papers of the parts of them that stand in an archive.
func papersOf(t testing.TB, a *txtar.Archive) (out []file) {
	t.Helper()
	parts := map[string][]file{}
	for _, f := range a.Files {
		if paper, part, ok := strings.Cut(f.Name, "/"); ok {
			if parts[paper] == nil {
				out = append(out, file{name: paper})
			}
			parts[paper] = append(parts[paper], file{name: part, data: string(f.Data)})
		}
	}
	for i := range out {
		out[i].data = zipOf(t, parts[out[i].name]...)
	}
	return out
}

// paperCase returns one of the papers of testdata/papers.
func paperCase(t testing.TB, archive, name string) string {
	t.Helper()
	a, err := txtar.ParseFile("testdata/papers/" + archive + ".txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range papersOf(t, a) {
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

// FuzzPapers holds that no XML does harm, in any part of any kind of paper, and no RTF.
func FuzzPapers(f *testing.F) {
	type place struct{ paper, part string }
	places := []place{
		{"contract.docx", "word/document.xml"}, {"contract.docx", "word/styles.xml"}, {"contract.docx", "word/footnotes.xml"}, {"contract.docx", "_rels/.rels"},
		{"novel.odt", "content.xml"}, {"novel.odt", "styles.xml"}, {"novel.odt", "meta.xml"},
		{"tale.epub", "OEBPS/book.opf"}, {"tale.epub", "OEBPS/one day.xhtml"}, {"tale.epub", "META-INF/encryption.xml"},
	}
	papers := map[string][]file{}
	for _, archive := range []string{"word", "opendocument", "books"} {
		a, err := txtar.ParseFile("testdata/papers/" + archive + ".txtar")
		if err != nil {
			f.Fatal(err)
		}
		for _, member := range a.Files {
			if paper, part, ok := strings.Cut(member.Name, "/"); ok {
				papers[paper] = append(papers[paper], file{name: part, data: string(member.Data)})
			}
		}
	}
	for i, p := range places {
		for _, part := range papers[p.paper] {
			if part.name == p.part {
				f.Add(uint8(i), part.data)
			}
		}
	}
	f.Add(uint8(99), `{\rtf1\ansicpg932{\fonttbl{\f1\fcharset204 a;}}{\info{\title b}}\b a\'81\'7c\u-10179?\u-8704? {\footnote c\par}\bin9 d\cell`)
	f.Fuzz(func(t *testing.T, n uint8, xml string) {
		if n > 90 {
			for _, f := range unpacked("a.rtf", `{\rtf`+xml, Options{}) {
				if f.err == nil {
					checkBlocks(t, f.doc, false)
				}
			}
			return
		}
		p := places[int(n)%len(places)]
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for _, part := range papers[p.paper] {
			w, err := z.CreateHeader(&zip.FileHeader{Name: part.name}) // stored, which takes no time
			if err != nil {
				t.Fatal(err)
			}
			if part.name == p.part {
				part.data = xml
			}
			if _, err := w.Write([]byte(part.data)); err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		for _, f := range unpacked(p.paper, b.String(), Options{}) {
			if f.err == nil {
				checkBlocks(t, f.doc, false)
				if len(f.doc.Source) > 16*(b.Len()) {
					t.Errorf("%d bytes became %d", b.Len(), len(f.doc.Source))
				}
			}
		}
	})
}
