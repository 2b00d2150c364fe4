package export

import (
	"context"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	xhtml "golang.org/x/net/html"

	"variorum/corpus"
	"variorum/corpus/sample"
	"variorum/diff"
)

// hostile is a text that tries to be more than a text.
const hostile = "A <script>alert(1)</script> & \"title\" onmouseover='x'\n\n" +
	"He said </div></main><img src=x onerror=alert(1)> | and **so** [on](javascript:x) \u202eback\u202c, `then` \x1b[2J it * ended.\n\n" +
	"| a | b |\n\n<!-- it was --> not &lt;over&gt; yet, he said, and went on to say <b>more</b>.\n"

func written(t *testing.T, write func(*strings.Builder, *diff.Comparison, [2]*corpus.Document) error, a, b *corpus.Document) string {
	t.Helper()
	c, err := diff.Compare(context.Background(), a.Blocks, b.Blocks, diff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := write(&out, c.Without(diff.HumanTiers), [2]*corpus.Document{a, b}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func writePage(w *strings.Builder, c *diff.Comparison, docs [2]*corpus.Document) error {
	return HTML(w, c, docs)
}

func writeList(w *strings.Builder, c *diff.Comparison, docs [2]*corpus.Document) error {
	return Markdown(w, c, docs)
}

// TestHTML reads pages back: each side holds every word of its text in order,
// there is nothing in a page but what may be, and links lead to a row of it.
func TestHTML(t *testing.T) {
	docs := []*corpus.Document{read(t, morning), read(t, evening), read(t, hostile), read(t, strings.ReplaceAll(hostile, "said", "whispered")), read(t, "")}
	err := fs.WalkDir(sample.FS(), ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(sample.FS(), path)
		if err != nil {
			return err
		}
		docs = append(docs, read(t, string(data)))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	allowed := strings.Fields("html head meta title style body main nav table tbody tr td a div p h1 h2 b i strong br small span del ins mark footer")
	attributes := strings.Fields("lang charset http-equiv content name class title dir id href")
	for _, a := range docs {
		for _, b := range docs {
			root, err := xhtml.Parse(strings.NewReader(written(t, writePage, a, b)))
			if err != nil {
				t.Fatal(err)
			}
			var sides [2]strings.Builder
			rows := map[string]bool{} // that are led to, and whether they are there
			for n := range root.Descendants() {
				switch {
				case n.Type == xhtml.CommentNode:
					t.Fatal("a comment")
				case n.Type != xhtml.ElementNode:
					continue
				case !slices.Contains(allowed, n.Data):
					t.Fatalf("an element <%s>", n.Data)
				}
				for _, attr := range n.Attr {
					if attr.Key == "href" {
						rows[attr.Val] = rows[attr.Val] || false
					}
					if attr.Key == "id" {
						rows["#"+attr.Val] = true
					}
					if !slices.Contains(attributes, attr.Key) {
						t.Fatalf("an attribute %s", attr.Key)
					}
				}
				if n.Data == "div" && n.Attr[0].Val == "row" {
					s := 0
					for side := n.FirstChild; side != nil; side = side.NextSibling {
						visible(&sides[s], side)
						sides[s].WriteByte(' ')
						s++
					}
				}
			}
			for row, is := range rows {
				if !is {
					t.Errorf("a link to %s, which is no row", row)
				}
			}
			for s, d := range []*corpus.Document{a, b} {
				if got, want := strings.Fields(sides[s].String()), words(harmlessText(d)); !slices.Equal(got, want) {
					t.Errorf("side %d of a page holds\n%q\nwant\n%q", s, got, want)
				}
			}
		}
	}
}

// visible writes the text of a node, signs aside.
func visible(out *strings.Builder, n *xhtml.Node) {
	if n.Type == xhtml.TextNode {
		out.WriteString(n.Data)
	}
	if n.Data == "i" {
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		visible(out, c)
	}
}

func harmlessText(d *corpus.Document) string {
	var b strings.Builder
	for i := range d.Blocks {
		b.WriteString(harmless(d.Blocks[i].Text) + "\n")
	}
	return b.String()
}

// TestMarkdown holds that a list is the table that it means to be, whatever is
// in the texts: set as Markdown, it has rows of as many cells, and no element
// that the list has not made.
func TestMarkdown(t *testing.T) {
	docs := []*corpus.Document{read(t, morning), read(t, evening), read(t, hostile), read(t, strings.ReplaceAll(hostile, "said", "whispered")), read(t, "")}
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Linkify))
	for _, a := range docs {
		for _, b := range docs {
			list := written(t, writeList, a, b)
			for l := range strings.Lines(list) {
				if cells := strings.Count(strings.ReplaceAll(l, `\|`, ""), "|"); strings.HasPrefix(l, "|") && cells != 4 && cells != 6 {
					t.Errorf("%d cells in %s", cells-1, l)
				}
			}
			var out strings.Builder
			if err := md.Convert([]byte(list), &out); err != nil {
				t.Fatal(err)
			}
			z := xhtml.NewTokenizer(strings.NewReader(out.String()))
			for kind := z.Next(); kind != xhtml.ErrorToken; kind = z.Next() {
				name, _ := z.TagName()
				if kind == xhtml.StartTagToken && !slices.Contains(strings.Fields("h1 table thead tbody tr th td p strong"), string(name)) || kind == xhtml.CommentToken {
					t.Fatalf("<%s> in\n%s", name, list)
				}
			}
		}
	}
}
