package export

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"variorum/corpus"
	"variorum/diff"
)

const (
	morning = "Ferry stays in port\n\nThe ferry will not sail before Friday, the harbour office said.\n\nNearly 400 people wait in Port Aster. Some of them sleep on the quay.\n"
	evening = "Ferry stays in port\n\nThe ferry will not sail before Sunday, the harbour office said.\n\nAlmost 400 people wait in Port Aster. A relief boat was refused <entry> & \x1b[2Jturned back.\n"
)

// TestJSON reads a result back and follows what it says into the two files.
func TestJSON(t *testing.T) {
	a, b := read(t, morning), read(t, evening)
	out := compared(t, a, b)
	if i := bytes.IndexFunc(out, func(r rune) bool { return r < ' ' && r != '\n' }); i >= 0 {
		t.Errorf("control character at byte %d", i)
	}
	if bytes.Contains(out, []byte("null")) || bytes.Contains(out, []byte(`\u003c`)) {
		t.Error("null, or an escape that JSON does not need")
	}
	var r struct {
		Schema string
		A, B   struct {
			Words     int
			Sentences []struct {
				Block, Start, End int
				Kind, Text        string
			}
		}
		Pairs []struct {
			A, B     []int
			Relation string
		}
		Differences []struct {
			Kind string
			Pair int
			A, B struct {
				Sentence, Start, End int
				Text                 string
			}
		}
		Summary struct {
			WordsA int `json:"words_a"`
			Kinds  map[string]int
		}
	}
	if err := json.Unmarshal(out, &r); err != nil {
		t.Fatal(err)
	}
	if r.Schema != CompareSchema || r.A.Words != a.Words() || r.Summary.WordsA != a.Words() {
		t.Errorf("schema %q, %d and %d words, want %d", r.Schema, r.A.Words, r.Summary.WordsA, a.Words())
	}
	if len(r.B.Sentences) != 4 || len(r.Pairs) < 4 {
		t.Fatalf("%d sentences in b and %d pairs, want 4 and at least as many", len(r.B.Sentences), len(r.Pairs))
	}
	for _, s := range r.B.Sentences {
		if got := evening[s.Start:s.End]; got != s.Text {
			t.Errorf("sentence %q stands where the file has %q", s.Text, got)
		}
	}
	var found []string
	for _, d := range r.Differences {
		if s := r.A.Sentences[d.A.Sentence].Text; s[d.A.Start:d.A.End] != d.A.Text {
			t.Errorf("difference %q stands where the sentence has %q", d.A.Text, s[d.A.Start:d.A.End])
		}
		found = append(found, d.Kind+" "+d.A.Text+" → "+d.B.Text)
	}
	for _, want := range []string{"substitution Friday → Sunday", "substitution Nearly → Almost"} {
		if !slices.Contains(found, want) {
			t.Errorf("no %q among %q", want, found)
		}
	}
	if len(r.Summary.Kinds) != len(diff.Kinds()) {
		t.Errorf("%d kinds are counted, there are %d", len(r.Summary.Kinds), len(diff.Kinds()))
	}
}

// TestJSONFields holds the names of the fields and their order.
func TestJSONFields(t *testing.T) {
	out := compared(t, read(t, morning), read(t, evening))
	side := "id path title outlet byline published language words sentences"
	want := map[string]string{
		"":              "schema a b pairs differences summary",
		"a":             side,
		"b":             side,
		"sentences":     "block kind start end text",
		"pairs":         "a b relation moved similarity why",
		"differences":   "kind tags pair change a b",
		"differences.a": "sentence start end text",
		"summary":       "verdict words_a words_b shared similarity a_in_b b_in_a cuts kinds",
	}
	got := fields(t, out)
	for object, names := range want {
		if got[object] != names {
			t.Errorf("fields of %q: %s, want %s", object, got[object], names)
		}
	}
}

// TestList holds the fields of a list, and that nothing is ever null.
func TestList(t *testing.T) {
	d := read(t, morning)
	c := &corpus.Corpus{
		Stories:  []corpus.Story{{ID: "s", Title: "Ferry “stays”", Versions: []corpus.Version{{Document: d}}}},
		Problems: []corpus.Problem{{Path: "a\x1b[2J.txt", Err: errors.New("looks like a binary file")}},
	}
	var out bytes.Buffer
	if err := List(&out, c, true); err != nil {
		t.Fatal(err)
	}
	got := fields(t, out.Bytes())
	for object, names := range map[string]string{
		"":         "schema stories problems passed_over",
		"stories":  "id title versions",
		"versions": "id path title outlet byline published language words kind_of_match similarity why",
		"problems": "path error",
	} {
		if got[object] != names {
			t.Errorf("fields of %q: %s, want %s", object, got[object], names)
		}
	}
	if s := out.String(); !strings.Contains(s, "Ferry “stays”") || !strings.Contains(s, `a\u001b[2J.txt`) || !strings.Contains(s, `"byline":[]`) {
		t.Errorf("%s", s)
	}
	out.Reset()
	if err := List(&out, &corpus.Corpus{}, true); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), `"stories":[]`) || !strings.Contains(out.String(), `"problems":[]`) {
		t.Errorf("an empty corpus: %s", out.String())
	}
}

// FuzzString writes arbitrary strings and reads them back.
func FuzzString(f *testing.F) {
	for _, seed := range []string{"", `"\`, "\x00\x1b\x7f\u009b\u202e", "Zoë “quoted” 中文 🇪🇺", "bad \xff byte", "<&>"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var out bytes.Buffer
		e := newEncoder(&out)
		e.string(s)
		if err := e.end(); err != nil {
			t.Fatal(err)
		}
		var back string
		if err := json.Unmarshal(out.Bytes(), &back); err != nil {
			t.Fatalf("%q: %v", out.Bytes(), err)
		}
		if want := strings.ToValidUTF8(s, "\ufffd"); utf8.ValidString(s) && back != want {
			t.Errorf("%q comes back as %q", s, back)
		}
		for _, r := range strings.TrimSuffix(out.String(), "\n") {
			if r < ' ' || r == 0x7f || r >= 0x80 && steers(r) {
				t.Errorf("%q holds %U", out.String(), r)
			}
		}
	})
}

func compared(t *testing.T, a, b *corpus.Document) []byte {
	t.Helper()
	c, err := diff.Compare(context.Background(), a.Blocks, b.Blocks, diff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := JSON(&out, c, [2]*corpus.Document{a, b}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// fields returns the names of the fields in the order in which they stand, by
// the name of the field that holds the object or list of objects. The sides of
// a difference are told from the sides of the result.
func fields(t *testing.T, data []byte) map[string]string {
	t.Helper()
	out := map[string]string{}
	dec := json.NewDecoder(bytes.NewReader(data))
	var value func(name string)
	value = func(name string) {
		tok, err := dec.Token()
		if err != nil {
			t.Fatal(err)
		}
		switch tok {
		case json.Delim('{'):
			var names []string
			for dec.More() {
				field, err := dec.Token()
				if err != nil {
					t.Fatal(err)
				}
				names = append(names, field.(string))
				inner := field.(string)
				if name == "differences" {
					inner = name + "." + inner
				}
				value(inner)
			}
			list := strings.Join(names, " ")
			if before, seen := out[name]; seen && before != list {
				t.Errorf("two kinds of object in %q: %s and %s", name, before, list)
			}
			out[name] = list
			dec.Token()
		case json.Delim('['):
			for dec.More() {
				value(name)
			}
			dec.Token()
		}
	}
	value("")
	return out
}
