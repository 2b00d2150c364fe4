package corpus

import (
	"context"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"variorum/text"
)

// maxSnippets is how many documents are read again to show what was found in
// them: more than anybody looks at.
const maxSnippets = 100

// Finder finds words in the texts of a corpus as it is when it is made.
type Finder struct {
	docs  []*Document
	store Store
}

// Finder returns what finds words in the texts of the corpus.
func (c *Corpus) Finder() *Finder {
	f := &Finder{store: c.store}
	for i := range c.Stories {
		for k := range c.Stories[i].Versions {
			f.docs = append(f.docs, c.Stories[i].Versions[k].Document)
		}
	}
	return f
}

// Find finds the documents in whose text stands, for every word of a query, a
// word that begins so, whatever its case and accents. It returns by their IDs
// how the first of them have it, and "" of the others. Where there is a store it
// takes some milliseconds for the texts that it has; every other one is read.
// The only error is that of ctx.
func (f *Finder) Find(ctx context.Context, query string) (map[string]string, error) {
	var words []string
	searchWords(query, func(_ text.Token, word string) { words = append(words, word) })
	out := map[string]string{}
	if len(words) == 0 {
		return out, nil
	}
	var has map[string]bool
	if f.store != nil {
		if paths, ok := f.store.Search(ctx, words); ok {
			has = make(map[string]bool, len(paths))
			for _, p := range paths {
				has[p] = true
			}
		}
	}
	var read []*Document
	shown := 0
	for _, d := range f.docs {
		switch {
		case has == nil || d.stored == "":
			read = append(read, d)
		case !has[d.stored]:
		case shown >= maxSnippets:
			out[d.ID] = ""
		default:
			read = append(read, d)
			shown++
		}
	}
	var mu sync.Mutex
	err := readAgain(ctx, read, func(i int, whole *Document, err error) {
		if err != nil || ctx.Err() != nil {
			return
		}
		if snippet := find(whole, words); snippet != "" {
			mu.Lock()
			defer mu.Unlock()
			out[read[i].ID] = snippet
		}
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// searchWords calls f with every word of a text in the form in which words are
// searched for: in lower case, without accents, cut where a hyphen stands.
func searchWords(s string, f func(t text.Token, word string)) {
	for _, t := range text.Tokens(s) {
		if !t.Word {
			continue
		}
		for word := range strings.FieldsFuncSeq(folded(s[t.Start:t.End]), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			f(t, word)
		}
	}
}

func folded(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return strings.ToLower(strings.Map(func(r rune) rune {
				if unicode.Is(unicode.Mn, r) {
					return -1
				}
				return r
			}, norm.NFD.String(s)))
		}
	}
	return strings.ToLower(s)
}

// searchable returns the words of a document that can be searched for.
func searchable(d *Document) string {
	var b strings.Builder
	b.Grow(len(d.Source))
	for i := range d.Blocks {
		searchWords(d.Blocks[i].Text, func(_ text.Token, word string) {
			b.WriteString(word)
			b.WriteByte(' ')
		})
	}
	return b.String()
}

// find returns the first place in a document where one of the words stands, ""
// where one of them stands nowhere.
func find(d *Document, words []string) string {
	missing := len(words)
	seen := make([]bool, len(words))
	snippet := ""
	for i := range d.Blocks {
		s := d.Blocks[i].Text
		searchWords(s, func(t text.Token, word string) {
			for k, w := range words {
				if !strings.HasPrefix(word, w) {
					continue
				}
				if snippet == "" {
					snippet = around(s, t)
				}
				if !seen[k] {
					seen[k] = true
					missing--
				}
			}
		})
		if missing == 0 {
			return snippet
		}
	}
	return ""
}

// Bytes of a snippet before and after the word that was found.
const (
	snippetBefore = 24
	snippetAfter  = 120
)

// around returns the words about a token.
func around(s string, t text.Token) string {
	from, to := max(0, t.Start-snippetBefore), min(len(s), t.End+snippetAfter)
	head, tail := s[from:t.Start], s[t.End:to]
	if from > 0 {
		_, head, _ = strings.Cut(head, " ")
		head = "… " + head
	}
	if to < len(s) {
		if k := strings.LastIndexByte(tail, ' '); k >= 0 {
			tail = tail[:k]
		}
		tail += " …"
	}
	return strings.ToValidUTF8(head+s[t.Start:t.End]+tail, "")
}
