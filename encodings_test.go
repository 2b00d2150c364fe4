package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
	"golang.org/x/text/unicode/norm"
)

// everywhere are the encodings that every text can be saved in.
var everywhere = map[string]encoding.Encoding{
	"utf-8":        encoding.Nop,
	"utf-8-bom":    unicode.UTF8BOM,
	"utf-16le-bom": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
	"utf-16be-bom": unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
	"utf-32le-bom": utf32.UTF32(utf32.LittleEndian, utf32.UseBOM),
	"utf-32be-bom": utf32.UTF32(utf32.BigEndian, utf32.UseBOM),
}

// regional are the encodings that texts in some languages were saved in before.
var regional = map[string]struct {
	encoding.Encoding
	languages string
}{
	"utf-16le":       {unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "en quotes fr de es"},
	"utf-16be":       {unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "en quotes fr de es"},
	"windows-1250":   {charmap.Windows1250, "pl cs hu hr sk sl"},
	"windows-1251":   {charmap.Windows1251, "ru uk bg sr"},
	"windows-1252":   {charmap.Windows1252, "quotes fr de es pt it sv da nb fi is nl"},
	"windows-1253":   {charmap.Windows1253, "el"},
	"windows-1254":   {charmap.Windows1254, "tr"},
	"windows-1255":   {charmap.Windows1255, "he"},
	"windows-1256":   {charmap.Windows1256, "ar"},
	"windows-1257":   {charmap.Windows1257, "lt lv et"},
	"iso-8859-1":     {charmap.ISO8859_1, "fr de es pt it sv da nb"},
	"iso-8859-2":     {charmap.ISO8859_2, "pl cs hu hr sk"},
	"iso-8859-5":     {charmap.ISO8859_5, "ru"},
	"iso-8859-6":     {charmap.ISO8859_6, "ar"},
	"iso-8859-7":     {charmap.ISO8859_7, "el"},
	"iso-8859-8":     {charmap.ISO8859_8, "he"},
	"iso-8859-9":     {charmap.ISO8859_9, "tr"},
	"iso-8859-15":    {charmap.ISO8859_15, "fr de es"},
	"koi8-r":         {charmap.KOI8R, "ru"},
	"macintosh":      {charmap.Macintosh, "quotes fr de es"},
	"x-mac-cyrillic": {charmap.MacintoshCyrillic, "ru"},
	"cp437":          {charmap.CodePage437, "fr"},
	"cp850":          {charmap.CodePage850, "fr de"},
	"cp852":          {charmap.CodePage852, "pl"},
	"cp866":          {charmap.CodePage866, "ru"},
	"windows-874":    {charmap.Windows874, "th"},
	"shift-jis":      {japanese.ShiftJIS, "ja"},
	"euc-jp":         {japanese.EUCJP, "ja"},
	"iso-2022-jp":    {japanese.ISO2022JP, "ja"},
	"gbk":            {simplifiedchinese.GBK, "zh"},
	"gb18030":        {simplifiedchinese.GB18030, "zh"},
	"big5":           {traditionalchinese.Big5, "tw"},
	"euc-kr":         {korean.EUCKR, "ko"},
}

// damages are what becomes of UTF-8 that is read in another encoding and saved
// again.
var damages = map[string]func(string) string{
	"windows-1252":       misread(charmap.Windows1252),
	"latin-1":            misread(charmap.ISO8859_1),
	"macintosh":          misread(charmap.Macintosh),
	"windows-1252-twice": func(s string) string { return misread(charmap.Windows1252)(misread(charmap.Windows1252)(s)) },
}

// misread returns what becomes of a text that is read in an encoding.
func misread(as *charmap.Charmap) func(string) string {
	return func(s string) string {
		var out []rune
		for _, c := range []byte(s) {
			r := as.DecodeByte(c)
			if r == '\ufffd' {
				r = rune(c) // what is undefined passes through, as it does in browsers
			}
			out = append(out, r)
		}
		return string(out)
	}
}

var lineEnds = map[string]string{"lf": "\n", "crlf": "\r\n", "cr": "\r"}

// articles are the texts that are saved, by their languages, a sentence a
// paragraph.
func articles(t *testing.T) map[string]string {
	t.Helper()
	a, err := txtar.ParseFile("corpus/testdata/languages.txtar")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{
		"quotes": "The council said on Monday that the “old ferry” would sail again — almost nine years after the last crossing.\nIt won’t be cheap: the lease costs £2.4 million a year…\nThe café on the quay, ‘À la mer’, will open in April.\n",
		"tw":     "養蜂人報告說，蜂群在九月分群，比往年晚了一個月。\n沒有人知道這是為什麼，但是老人們還記得從前有過這樣的秋天。\n",
	}
	for _, f := range a.Files {
		if f.Name != "en" && !strings.HasPrefix(f.Name, "unsure") { // there is one in English
			s := strings.NewReplacer(". ", ".\n", "。", "。\n").Replace(strings.TrimSpace(string(f.Data)))
			out[f.Name] = strings.TrimSpace(s) + "\n"
		}
	}
	return out
}

// said runs a command that is to succeed, or to find differences.
func said(t *testing.T, v any, args ...string) {
	t.Helper()
	var out, wrong bytes.Buffer
	if status := run(args, strings.NewReader(""), &out, &wrong); status > 1 || wrong.Len() > 0 {
		t.Fatalf("%q: status %d, %s", args, status, &wrong)
	}
	if err := json.Unmarshal(out.Bytes(), v); err != nil {
		t.Fatalf("%q: %v", args, err)
	}
}

// kindsBetween returns the kinds of difference between two files, each with an
// example.
func kindsBetween(t *testing.T, a, b string) map[string]string {
	t.Helper()
	var c struct {
		Differences []struct {
			Kind string
			A, B struct{ Text string }
		}
	}
	said(t, &c, "compare", a, b, "--format", "json", "--ignore", "none")
	out := map[string]string{}
	for _, d := range c.Differences {
		out[d.Kind] = fmt.Sprintf("%q, %q", d.A.Text, d.B.Text)
	}
	return out
}

// TestEncodingMatrix saves an article of each language in the encodings that it
// was written in, with each sort of line end, and damaged; all must be
// one story, and nothing different but where damage is.
func TestEncodingMatrix(t *testing.T) {
	dir := t.TempDir()
	saved := 0
	save := func(language, name, text string, in encoding.Encoding) string {
		data, err := in.NewEncoder().String(text)
		if err != nil {
			t.Fatalf("%s cannot be saved in %s: %v", language, name, err)
		}
		file := filepath.Join(dir, language, name+".txt")
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
		saved++
		return file
	}
	for language, article := range articles(t) {
		first := save(language, "first", article, encoding.Nop)
		equal := func(name, text string, in encoding.Encoding) {
			for end, mark := range lineEnds {
				file := save(language, name+"-"+end, strings.ReplaceAll(text, "\n", mark), in)
				if kinds := kindsBetween(t, first, file); len(kinds) > 0 {
					t.Errorf("%s in %s with %s differs: %v", language, name, end, kinds)
				}
			}
		}
		for name, in := range everywhere {
			equal(name, article, in)
		}
		for name, in := range regional {
			if strings.Contains(" "+in.languages+" ", " "+language+" ") {
				equal(name, article, in)
			}
		}
		equal("nfd", norm.NFD.String(article), encoding.Nop)
		for name, damage := range damages {
			for end, mark := range lineEnds {
				damaged := strings.ReplaceAll(damage(article), "\n", mark)
				file := save(language, "damaged-"+name+"-"+end, damaged, encoding.Nop)
				kinds := kindsBetween(t, first, file)
				if damage(article) != article && kinds["encoding"] == "" {
					t.Errorf("%s damaged by %s: the damage is not told", language, name)
				}
				if delete(kinds, "encoding"); len(kinds) > 0 {
					t.Errorf("%s damaged by %s with %s differs: %v", language, name, end, kinds)
				}
			}
		}
	}
	var list struct {
		Stories []struct {
			Versions []struct{ Path, Language string }
		}
		Problems []struct{ Path, Error string }
	}
	said(t, &list, "list", dir, "--format", "json", "--no-index")
	if len(list.Problems) > 0 {
		t.Errorf("%v", list.Problems)
	}
	stories := map[string]int{}
	for _, s := range list.Stories {
		languages := map[string]bool{}
		for _, v := range s.Versions {
			in := filepath.Base(filepath.Dir(v.Path))
			if want := cmp.Or(map[string]string{"quotes": "en", "tw": "zh"}[in], in); v.Language != want {
				t.Errorf("%s is taken for %q", v.Path, v.Language)
			}
			languages[filepath.Base(filepath.Dir(v.Path))] = true
		}
		for l := range languages {
			stories[l]++
		}
		if len(languages) > 1 {
			t.Errorf("%v are one story", languages)
		}
	}
	for l, n := range stories {
		if n != 1 {
			t.Errorf("the article in %s is %d stories", l, n)
		}
	}
	t.Logf("%d files of %d articles are %d stories", saved, len(stories), len(list.Stories))
}

// TestDeclaredEncodings holds that a page and a mail are read in the encoding
// that they say they are in, be the text ever so short.
func TestDeclaredEncodings(t *testing.T) {
	const text = "Ferry “Łódź”: żółw"
	plain := filepath.Join(t.TempDir(), "plain.txt")
	if err := os.WriteFile(plain, []byte(text+"\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	for name, page := range map[string]string{
		"charset.html": `<!DOCTYPE html><html><head><meta charset="windows-1250"></head><body><p>` + text + `</p></body></html>`,
		"equiv.html":   `<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1250"></head><body><p>` + text + `</p></body></html>`,
		"xml.html":     `<?xml version="1.0" encoding='windows-1250'?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>` + text + `</p></body></html>`,
		"mail.eml":     "MIME-Version: 1.0\nMessage-ID: <1@orrel.example>\nContent-Type: text/plain; charset=windows-1250\nContent-Transfer-Encoding: 8bit\n\n" + text + "\n",
		"page.eml":     "MIME-Version: 1.0\nMessage-ID: <1@orrel.example>\nContent-Type: text/html\nContent-Transfer-Encoding: 8bit\n\n<meta charset=windows-1250><p>" + text + "</p>\n",
	} {
		data, err := charmap.Windows1250.NewEncoder().String(page)
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(file, []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
		if kinds := kindsBetween(t, plain, file); len(kinds) > 0 {
			t.Errorf("%s differs: %v", name, kinds)
		}
	}
}
