package corpus

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/unicode/norm"
)

// TestLanguages holds that a passage of two or three sentences is taken for the
// language that it is in, however its letters are composed, and that nothing is
// said where there is little to go by.
func TestLanguages(t *testing.T) {
	a, err := txtar.ParseFile("testdata/languages.txtar")
	if err != nil || len(a.Files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, f := range a.Files {
		want := f.Name
		if strings.HasPrefix(want, "unsure") {
			want = ""
		}
		for _, source := range []string{string(f.Data), norm.NFD.String(string(f.Data))} {
			d, err := Parse("a.txt", []byte(source), Plain)
			if err != nil || d.Language != want {
				t.Errorf("%s is taken for %q (error %v)", f.Name, d.Language, err)
			}
		}
	}
}

func TestLanguageTag(t *testing.T) {
	for said, want := range map[string]string{
		"en": "en", "EN-us": "en-US", "pt_BR": "pt-BR", "zh-Hant-TW": "zh-Hant-TW", "eng": "en", "German": "de", "français": "fr", " Svenska ": "sv",
		"": "", "und": "", "mul": "", "x": "", "english please": "", "12": "", "en-US-u-ca-gregory": "en-US", "zz-zz-zz": "",
	} {
		if got := languageTag(said); got != want {
			t.Errorf("%q is %q, not %q", said, got, want)
		}
	}
}
