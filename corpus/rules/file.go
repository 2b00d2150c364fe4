package rules

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/pelletier/go-toml/v2/unstable"

	"variorum/corpus"
)

// Name is what the file is called.
const Name = "variorum.toml"

// byteOrderMark is what some editors begin a file with. It is no part of the text.
const byteOrderMark = "\ufeff"

// maxSize is how many bytes the file may have.
const maxSize = 4 << 20

// Read reads the rules of a folder; there are none where it has no file of
// them. The error says in which line the file is wrong, and does not name it.
func Read(folder string) (corpus.Rules, error) {
	path := filepath.Join(folder, Name)
	data, err := readFile(path)
	if err != nil || data == nil {
		return corpus.Rules{}, err
	}
	f, err := parse(data)
	if err != nil {
		return corpus.Rules{}, err
	}
	r := corpus.Rules{Path: path, Text: f.text}
	ref := func(n name) corpus.Ref {
		return corpus.Ref{Name: n.text, Path: filepath.Join(folder, filepath.FromSlash(n.text)), Line: n.line}
	}
	for _, s := range f.stories {
		rule := corpus.Rule{Title: s.title}
		for _, n := range s.names {
			rule.Versions = append(rule.Versions, ref(n))
		}
		r.Stories = append(r.Stories, rule)
	}
	for _, list := range f.apart {
		var refs []corpus.Ref
		for _, n := range list.names {
			refs = append(refs, ref(n))
		}
		r.Apart = append(r.Apart, refs)
	}
	return r, nil
}

// readFile returns what the file holds, nil where there is none.
func readFile(path string) ([]byte, error) {
	info, err := os.Stat(path) // to open a pipe would wait for who writes into it
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err == nil && !info.Mode().IsRegular() {
		return nil, errors.New("is not a regular file")
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, bare(err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxSize+1))
	if err != nil {
		return nil, bare(err)
	}
	if len(data) > maxSize {
		return nil, fmt.Errorf("larger than %d MB", maxSize>>20)
	}
	if data == nil {
		data = []byte{}
	}
	return data, nil
}

func bare(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

// file is what is written in a file, and where.
type file struct {
	data    []byte
	stories []story
	apart   []list
	text    []string
}

type story struct {
	title string
	list       // of its versions
	all   span // from its header to the end of the last that is said of it
}

// list is names between brackets.
type list struct {
	span
	names []name
	whole span // with the key that it is a value of
}

// name is a string in the file: what it says, and on which line.
type name struct {
	span
	text string
	line int
}

// span is where something stands in the file.
type span struct{ start, end int }

// parse reads a file. Whatever it does not know is an error, so that a slip of
// the pen is not passed over.
func parse(data []byte) (*file, error) {
	if deep(data) {
		return nil, errors.New("has lists within lists without end")
	}
	if rest, marked := bytes.CutPrefix(data, []byte(byteOrderMark)); marked {
		data = append([]byte("   "), rest...) // as long, so that everything stands where it stood
	}
	p := unstable.Parser{}
	p.Reset(data)
	f := &file{data: data}
	inStory := false
	for p.NextExpression() {
		e := p.Expression()
		if e.Kind == unstable.Comment {
			continue
		}
		key, line := keyOf(&p, e)
		wrong := func(format string, args ...any) error {
			return fmt.Errorf("line %d: %w", line, fmt.Errorf(format, args...))
		}
		switch {
		case e.Kind == unstable.ArrayTable && key == "story":
			f.stories, inStory = append(f.stories, story{all: header(data, e)}), true
		case e.Kind != unstable.KeyValue:
			return nil, wrong("[%s] means nothing here; a story begins with [[story]]", key)
		case inStory && key == "title":
			if e.Value().Kind != unstable.String {
				return nil, wrong("a title is a string")
			}
			s := &f.stories[len(f.stories)-1]
			s.title, s.all.end = string(e.Value().Data), spanOf(e.Raw).end
		case inStory && key == "versions":
			s := &f.stories[len(f.stories)-1]
			if s.list.end > 0 {
				return nil, wrong("the versions of this story were named before")
			}
			names, ok := namesIn(&p, e.Value())
			if !ok {
				return nil, wrong(`versions is a list of strings, such as ["a.txt", "b.txt"]`)
			}
			s.all.end = spanOf(e.Raw).end
			s.list = list{span{listStart(data, e), s.all.end}, names, spanOf(e.Raw)}
		case !inStory && key == "apart":
			if e.Value().Kind != unstable.Array {
				return nil, wrong(`apart is a list of lists, such as [["a.txt", "b.txt"]]`)
			}
			at := listStart(data, e) + 1
			for it := e.Value().Children(); it.Next(); {
				names, ok := namesIn(&p, it.Node())
				if !ok {
					return nil, wrong(`apart is a list of lists, such as [["a.txt", "b.txt"]]`)
				}
				where := f.bracketed(at, names)
				f.apart = append(f.apart, list{where, names, spanOf(e.Raw)})
				at = where.end
			}
		case !inStory && key == "not-furniture":
			names, ok := namesIn(&p, e.Value())
			if !ok {
				return nil, wrong(`not-furniture is a list of strings, such as ["See also: the weather"]`)
			}
			for _, n := range names {
				if !strings.ContainsFunc(n.text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
					return nil, fmt.Errorf("line %d: %q in not-furniture names nothing; a text begins with its words", n.line, n.text)
				}
				f.text = append(f.text, n.text)
			}
		case inStory && (key == "apart" || key == "not-furniture"):
			return nil, wrong("%s stands before the first [[story]]", key)
		default:
			return nil, wrong("%s means nothing here", key)
		}
	}
	var bad *unstable.ParserError
	if err := p.Error(); errors.As(err, &bad) && len(bad.Highlight) > 0 {
		return nil, fmt.Errorf("line %d: %s", p.Shape(p.Range(bad.Highlight)).Start.Line, hinted(bad.Message))
	} else if err != nil {
		return nil, err
	}
	return f, nil
}

// hinted adds what to do where a value is none, which is nearly always a text without
// its quotes.
func hinted(message string) string {
	for _, said := range [...]string{"' at start of value", "expected keyword", "must be quoted"} {
		if strings.Contains(message, said) {
			return message + `; a text stands in quotes, as in "morning.txt"`
		}
	}
	return message
}

// deep reports whether brackets open and do not close, which the parser would
// follow to the end of its memory.
func deep(data []byte) bool {
	depth := 0
	for _, c := range data {
		switch c {
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		}
		if depth > 1000 {
			return true
		}
	}
	return false
}

// keyOf returns the name of a table or of a value, and its line.
func keyOf(p *unstable.Parser, e *unstable.Node) (key string, line int) {
	for it := e.Key(); it.Next(); {
		k := it.Node()
		if line == 0 {
			line = p.Shape(k.Raw).Start.Line
		} else {
			key += "."
		}
		key += string(k.Data)
	}
	return key, line
}

func spanOf(r unstable.Range) span { return span{int(r.Offset), int(r.Offset + r.Length)} }

// header returns where the header of a table stands, which has a line of its own.
func header(data []byte, e *unstable.Node) span {
	key := keyEnd(e)
	start := bytes.LastIndexByte(data[:key], '\n') + 1
	return span{start, key + bytes.IndexByte(data[key:], ']') + len("]]")}
}

// keyEnd returns where the name of a table or of a value ends.
func keyEnd(e *unstable.Node) (at int) {
	for it := e.Key(); it.Next(); {
		at = spanOf(it.Node().Raw).end
	}
	return at
}

// listStart returns where the list begins that is the value of a key.
func listStart(data []byte, e *unstable.Node) int {
	at := keyEnd(e)
	return at + bytes.IndexByte(data[at:], '[')
}

// bracketed returns where a list within a list stands that is the next behind a
// place. The parser tells it of the names alone.
func (f *file) bracketed(at int, names []name) span {
	next := func(what byte) int {
		for at = f.skip(at); f.data[at] != what; at = f.skip(at + 1) {
		}
		return at
	}
	start := next('[')
	at++
	if n := len(names); n > 0 {
		at = names[n-1].end
	}
	return span{start, next(']') + 1}
}

// namesIn returns the strings of a list, if it is one of strings.
func namesIn(p *unstable.Parser, list *unstable.Node) (names []name, ok bool) {
	if list.Kind != unstable.Array {
		return nil, false
	}
	for it := list.Children(); it.Next(); {
		n := it.Node()
		switch n.Kind {
		case unstable.Comment:
		case unstable.String:
			names = append(names, name{spanOf(n.Raw), string(n.Data), p.Shape(n.Raw).Start.Line})
		default:
			return nil, false
		}
	}
	return names, true
}
