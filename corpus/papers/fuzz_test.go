package papers

import (
	"context"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
	xhtml "golang.org/x/net/html"
)

// What is simple HTML: that of a sheet, and what a book may have besides.
var (
	sheetElements = set("p h1 h2 h3 h4 h5 h6 li nav strong em br")
	bookElements  = set("code blockquote pre figcaption caption q div hr")
)

// checkBody fails where a Body is not what the package promises. The elements of a book
// may be open, as those of a page may.
func checkBody(t *testing.T, body string, closed bool) {
	t.Helper()
	if !utf8.ValidString(body) {
		t.Error("is not UTF-8")
	}
	var open []string
	z := xhtml.NewTokenizer(strings.NewReader(body))
	for {
		kind := z.Next()
		if kind == xhtml.ErrorToken {
			break
		}
		token := z.Token()
		name := token.Data
		switch {
		case kind == xhtml.TextToken:
			if closed && len(open) == 0 && strings.TrimSpace(name) != "" {
				t.Errorf("%q stands in no element", name)
			}
			continue
		case kind != xhtml.StartTagToken && kind != xhtml.EndTagToken, !sheetElements[name] && (closed || !bookElements[name]), len(token.Attr) > 0:
			t.Errorf("holds %s", token)
		}
		switch n := len(open) - 1; {
		case !closed || name == "br":
		case kind == xhtml.StartTagToken:
			open = append(open, name)
		case n < 0 || open[n] != name:
			t.Fatalf("%s ends what does not end there", token)
		default:
			open = open[:n]
		}
	}
	if len(open) > 0 {
		t.Errorf("%q is open", open)
	}
}

// fuzzParts holds that nothing in some parts of a paper does harm. The paper is one of
// those in an archive of testdata.
func fuzzParts(f *testing.F, archive, paper string, names ...string) {
	a, err := txtar.ParseFile("testdata/" + archive + ".txtar")
	if err != nil {
		f.Fatal(err)
	}
	parts := partsOf(a, paper)
	for i, name := range names {
		at := slices.IndexFunc(parts, func(p txtar.File) bool { return p.Name == name })
		if at < 0 {
			f.Fatal("no part", name)
		}
		f.Add(uint8(i), string(parts[at].Data))
	}
	f.Fuzz(func(t *testing.T, n uint8, data string) {
		changed, size := slices.Clone(parts), 0
		for i := range changed {
			if changed[i].Name == names[int(n)%len(names)] {
				changed[i].Data = []byte(data)
			}
			size += len(changed[i].Data)
		}
		p, err := reader().Zip(context.Background(), zipped(t, changed))
		if err != nil {
			return
		}
		checkBody(t, p.Body, !p.Book)
		if len(p.Body) > 16*size {
			t.Errorf("%d bytes became %d", size, len(p.Body))
		}
	})
}

func FuzzWord(f *testing.F) {
	fuzzParts(f, "word", "contract.docx", "word/document.xml", "word/styles.xml", "word/footnotes.xml", "_rels/.rels")
}

func FuzzWordNumbers(f *testing.F) {
	fuzzParts(f, "numbers", "statute.docx", "word/numbering.xml", "word/styles.xml")
}

func FuzzOpenDocument(f *testing.F) {
	fuzzParts(f, "opendocument", "novel.odt", "content.xml", "styles.xml", "meta.xml")
}

func FuzzBook(f *testing.F) {
	fuzzParts(f, "books", "tale.epub", "OEBPS/book.opf", "OEBPS/one day.xhtml", "META-INF/encryption.xml")
}

func FuzzRTF(f *testing.F) {
	a, err := txtar.ParseFile("testdata/rtf.txtar")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(a.Files[0].Data))
	f.Add(`{\rtf1\ansicpg932{\fonttbl{\f1\fcharset204 a;}}{\info{\title b}}\b a\'81\'7c\u-10179?\u-8704? {\footnote c\par}\bin9 d\cell`)
	f.Fuzz(func(t *testing.T, data string) {
		if p, err := reader().RTF(data); err == nil {
			checkBody(t, p.Body, true)
		}
	})
}
