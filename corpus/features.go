package corpus

import (
	"context"
	"hash/fnv"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"variorum/text"
)

const (
	// shingleSize is how many words in a row make a shingle. Two tellings of
	// one event have hardly five words in a row in common but in quotations.
	shingleSize = 5
	// background is how many texts about other things we pretend to have seen
	// besides the corpus. It makes a name that stands in all five texts of a
	// small corpus worth nearly as much as one that stands in two.
	background = 500
	fewNames   = 5   // fewer names and numbers than this are nothing to go by
	nameWeight = 1.5 // of a name or a number, against another word
	stemLength = 6   // characters of a word that count, so that its endings do not
)

// features are what grouping sees of a document.
type features struct {
	terms    []term   // by id
	norm     float64  // length of terms as a vector
	nameNorm float64  // of those that are names or numbers
	names    int      // how many these are
	shingles []uint32 // hashes, rising, each once
}

// term is a word of a document that is not one of the commonest.
type term struct {
	id     int32
	weight float32
	name   bool
}

// tally is how often a word stands in a document, and how often as a name.
type tally struct{ n, names int }

// common are words that tell nothing about what a text is about.
var common = set(`the and for that with was were are has had have not but from this they their them then there than
	his her she him its you your our who whom which what when where while will would could should can may might must
	been being into onto over under about after before between during against because through also more most many much
	some any all other others one two three first last new said says say told saying according year years month months
	week weeks day days time times today yesterday monday tuesday wednesday thursday friday saturday sunday people
	made make take took get got give given went come came like just only very even still yet both each such same
	own out off up down since until among within without per via did does doing done here now how why if in on at by of
	to as is it be or an so no do he we us my me am i a`)

// extract reads the features of every document, weighing words by how few of
// the documents have them.
func extract(ctx context.Context, docs []*Document) ([]features, error) {
	counts := make([]map[string]*tally, len(docs))
	out := make([]features, len(docs))
	err := each(ctx, len(docs), func(i int) { counts[i], out[i].shingles = countWords(docs[i]) })
	if err != nil {
		return nil, err
	}
	ids := map[string]int32{}
	var df []int
	for _, words := range counts {
		for w := range words {
			id, ok := ids[w]
			if !ok {
				id = int32(len(df))
				ids[w] = id
				df = append(df, 0)
			}
			df[id]++
		}
	}
	for i, words := range counts {
		f := &out[i]
		f.terms = make([]term, 0, len(words))
		for w, t := range words {
			id := ids[w]
			weight := (1 + math.Log(float64(t.n))) * math.Log(float64(len(docs)+background)/float64(df[id]))
			if t.names*2 > t.n {
				weight *= nameWeight
			}
			f.terms = append(f.terms, term{id, float32(weight), t.names*2 > t.n})
		}
		counts[i] = nil
	}
	renumber(out, ids)
	for i := range out {
		f := &out[i]
		slices.SortFunc(f.terms, func(a, b term) int { return int(a.id - b.id) })
		for _, t := range f.terms {
			square := float64(t.weight) * float64(t.weight)
			f.norm += square
			if t.name {
				f.nameNorm += square
				f.names++
			}
		}
		f.norm, f.nameNorm = math.Sqrt(f.norm), math.Sqrt(f.nameNorm)
	}
	return out, nil
}

// renumber gives the terms the order of their words in place of the order in
// which a map gave them, so that sums are the same in every run.
func renumber(fs []features, ids map[string]int32) {
	words := make([]string, 0, len(ids))
	for w := range ids {
		words = append(words, w)
	}
	slices.Sort(words)
	place := make([]int32, len(ids))
	for i, w := range words {
		place[ids[w]] = int32(i)
	}
	for i := range fs {
		for j := range fs[i].terms {
			fs[i].terms[j].id = place[fs[i].terms[j].id]
		}
	}
}

// countWords counts the words of a document's story and hashes its shingles.
func countWords(d *Document) (map[string]*tally, []uint32) {
	words := map[string]*tally{}
	var hashes []uint32
	var recent []uint32 // hashes of the words read last
	var tokens []text.Token
	for _, b := range d.Blocks {
		if b.Kind.Aside() || b.Kind == text.Dateline || b.Kind == text.Kicker {
			continue
		}
		tokens = text.AppendTokens(tokens[:0], b.Text)
		starts := true // a capital here is no sign of a name
		for _, t := range tokens {
			tok := b.Text[t.Start:t.End]
			if !t.Word {
				starts = starts || strings.Contains(endMarks+"\"“‘':—–-", tok)
				continue
			}
			key := stripPossessive(text.Key(tok))
			recent = append(recent, hash(key))
			if n := len(recent); n >= shingleSize {
				hashes = append(hashes, mix(recent[n-shingleSize:]))
			}
			name := isName(tok) && !starts && b.Kind == text.Paragraph || strings.ContainsAny(key, "0123456789")
			starts = false
			if common[key] || len(key) < 2 {
				continue
			}
			stem := shorten(key)
			c := words[stem]
			if c == nil {
				c = &tally{}
				words[stem] = c
			}
			c.n++
			if name {
				c.names++
			}
		}
	}
	slices.Sort(hashes)
	return words, slices.Compact(hashes)
}

func isName(tok string) bool {
	r, _ := utf8.DecodeRuneInString(tok)
	return unicode.IsUpper(r)
}

func stripPossessive(key string) string {
	for _, s := range [...]string{"'s", "’s", "'", "’"} {
		if rest, ok := strings.CutSuffix(key, s); ok {
			return rest
		}
	}
	return key
}

func shorten(key string) string {
	n := 0
	for i := range key {
		if n == stemLength {
			return key[:i]
		}
		n++
	}
	return key
}

func hash(s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(s))
	return h.Sum32()
}

// mix hashes hashes.
func mix(hs []uint32) uint32 {
	h := uint64(14695981039346656037)
	for _, x := range hs {
		h = (h ^ uint64(x)) * 1099511628211
		h ^= h >> 29
	}
	return uint32(h ^ h>>32)
}

// contained returns which share of the shorter document's shingles stand in
// the other, and how many these are.
func contained(a, b *features) (float64, int) {
	x, y := a.shingles, b.shingles
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 0 {
		return 0, 0
	}
	n := 0
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i] < y[j]:
			i++
		case x[i] > y[j]:
			j++
		default:
			n++
			i++
			j++
		}
	}
	return float64(n) / float64(len(x)), n
}

// likeness returns how alike two documents are by their words: the cosine of
// these, weighed, and where both have some names and numbers to go by, the
// geometric mean of that and the cosine of the names and numbers alone. Two
// long texts in one language share many words whatever they are about, but not
// who and where.
func likeness(a, b *features) float64 {
	if a.norm == 0 || b.norm == 0 {
		return 0
	}
	all, names := 0.0, 0.0
	for i, j := 0, 0; i < len(a.terms) && j < len(b.terms); {
		switch d := a.terms[i].id - b.terms[j].id; {
		case d < 0:
			i++
		case d > 0:
			j++
		default:
			dot := float64(a.terms[i].weight) * float64(b.terms[j].weight)
			all += dot
			if a.terms[i].name && b.terms[j].name {
				names += dot
			}
			i++
			j++
		}
	}
	all = min(1, all/(a.norm*b.norm))
	if min(a.names, b.names) < fewNames {
		return all
	}
	return math.Sqrt(all * min(1, names/(a.nameNorm*b.nameNorm)))
}
