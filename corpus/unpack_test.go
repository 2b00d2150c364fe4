package corpus

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// unpacked finds the texts in a file of some content.
func unpacked(name, data string, o Options) []found {
	u := unpacker{options: o, ctx: context.Background()}
	u.file(origin{name, name, name}, strings.NewReader(data), 0)
	u.settle()
	return u.found
}

// TestRecords reads the files of testdata/records, each of which may hold any
// number of texts.
func TestRecords(t *testing.T) {
	files, err := filepath.Glob("testdata/records/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, path := range files {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			golden(t, path, func(file txtar.File) string {
				var b strings.Builder
				for _, f := range unpacked(file.Name, string(file.Data), Options{}) {
					if f.err != nil {
						fmt.Fprintf(&b, "== %s: %v\n", f.path, f.err)
						continue
					}
					checkBlocks(t, f.doc, false)
					fmt.Fprintf(&b, "== %s\n%s", f.path, describe(f.doc))
				}
				return b.String()
			})
		})
	}
}

func TestFields(t *testing.T) {
	const record = `{"head": "A head", "story": {"words": "The words of it."}, "text": "not this", "paper": "The Paper", "by": "Ida Holt", "on": "2031-02-03", "key": "k-1"}` + "\n" + `{"head": "Another", "story": {"words": "More words."}}`
	names, err := ParseFields("text=story.words, title=head,outlet=paper,byline=by,published=on,id=key")
	if err != nil {
		t.Fatal(err)
	}
	got := unpacked("a.jsonl", record, Options{Fields: names})
	if len(got) != 2 || got[0].err != nil || got[0].path != "a.jsonl#k-1" || got[1].path != "a.jsonl#2" {
		t.Fatalf("found %+v", got)
	}
	if d := got[0].doc; d.Source != "A head\n\nThe words of it." || d.Title != "A head" || d.Outlet != "The Paper" || d.Published != "2031-02-03" || strings.Join(d.Byline, ";") != "Ida Holt" {
		t.Errorf("read %q: %s", d.Source, describe(d))
	}
	for s, want := range map[string]string{
		"body":       `"body" is not WHAT=FIELD, as in text=body`,
		"text=":      `"text=" is not WHAT=FIELD, as in text=body`,
		"colour=red": `"colour" is none of text, title, outlet, byline, published, language, url, id`,
	} {
		if _, err := ParseFields(s); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", s, err, want)
		}
	}
}
