package corpus

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"variorum/text"
)

// checkBlocks fails where a document breaks what Document and text.Block
// promise. bare is the source without white space if nothing may be left out.
func checkBlocks(t *testing.T, d *Document, complete bool) {
	t.Helper()
	if !utf8.ValidString(d.Source) {
		t.Error("source is not UTF-8")
	}
	end := 0
	var all strings.Builder
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Span.Start < end || b.Span.End < b.Span.Start || b.Span.End > len(d.Source) {
			t.Fatalf("block %d at %v, after %d, in a source of %d bytes", i, b.Span, end, len(d.Source))
		}
		end = b.Span.End
		if strings.TrimSpace(b.Text) == "" {
			t.Errorf("block %d is empty", i)
		}
		if strings.ContainsAny(b.Text, "\r\n") {
			t.Errorf("block %d is not one line: %q", i, b.Text)
		}
		checkRuns(t, d, b)
		for _, m := range b.Marks {
			if m.Span.Start < 0 || m.Span.End <= m.Span.Start || m.Span.End > len(b.Text) || m.Style == "" {
				t.Errorf("block %d has mark %+v in %d bytes", i, m, len(b.Text))
			}
		}
		all.WriteString(bareText(b.Text))
	}
	if got, want := all.String(), bareText(d.Source); complete && got != want {
		t.Errorf("blocks hold\n%q\nof\n%q", got, want)
	}
	if n := words(d.Blocks); n != d.Words() {
		t.Errorf("document has %d words, its blocks %d", d.Words(), n)
	}
}

func checkRuns(t *testing.T, d *Document, b *text.Block) {
	t.Helper()
	at, from := 0, b.Span.Start
	for _, r := range b.Runs {
		if r.Len <= 0 || r.Text < at || r.Source < from || r.Text+r.Len > len(b.Text) || r.Source+r.Len > b.Span.End {
			t.Fatalf("run %+v of %q goes back or out of %v", r, b.Text, b.Span)
		}
		if got, want := b.Text[r.Text:r.Text+r.Len], d.Source[r.Source:r.Source+r.Len]; got != want {
			t.Fatalf("run %+v says %q, the source %q", r, got, want)
		}
		at, from = r.Text+r.Len, r.Source+r.Len
	}
}

func words(bs []text.Block) int {
	n := 0
	for _, b := range bs {
		n += text.Words(b.Text)
	}
	return n
}

func bareText(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// FuzzParse holds the promises for arbitrary bytes, in every format.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"", "\n\n", "Title\n\nBy A B\n\nA sentence.\r\nAnother one.\rA third.",
		"# T #\n\n**K** [l](#) `c` <https://x.example/> &amp; \\* ![i](u)\n\n---\n",
		"> q\n> - a\n>   b\n\n1. x\n\n    code\n\n```\nfence\n```\n<div>\nhtml\n</div>\n[r]: u\n",
		"a\nb | *c*\n-|:-:\nd \\| e | `f \\| g` | h\n\n> | i |\n> |-|\n> ||\n| j\n",
		"\xef\xbb\xbfbom \xff\xe2\x80 end", "\xff\xfea\x00b\x00", "a\xc2\xa0\xe2\x80\x89b \u2028 c\fd\x0be",
		"<!doctype html><title>t</title><body><nav>n</nav><article><h1>t</h1><p>A <b>b<i>c</b> d&amp;&nbsp;&#10;&lt;<br><br>e<ul><li>f<li>g</ul><pre>h\n\ni</pre><figcaption>k",
		`{"title":"t","body":"<p>a\u00e9</p>"}`, `[{"articles":[{"text":["a","b"]}]}]`, "{\"text\":\"a\"}\n{\"id\":1}\n",
		"MIME-Version: 1.0\nSubject: =?utf-8?q?=C3?=\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Transfer-Encoding: base64\n\nYQ==\n--b--\n",
		"\u2028", "**a\nb** *c `d\ne` f*\\\ng  \nh", "© 2031 X\n\n12 May 2031, 8:61 PM\n\nNewsletter",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"a.txt", "a.md"} {
			for _, format := range []Format{Auto, Plain, Markdown, HTML, JSON, Mail} {
				d, err := Parse(name, data, format)
				if err == nil {
					checkBlocks(t, d, format == Plain)
				}
			}
		}
		for _, f := range unpacked("a.jsonl", string(data), Options{}) {
			if f.err == nil {
				checkBlocks(t, f.doc, false)
			}
		}
	})
}
