package corpus

import (
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
	stemLength  = 6 // characters of a word that count, so that its endings do not
	// leadWords is how many words that tell something, its title's included, say
	// what a text is about; in a short one it is the first half of them.
	leadWords = 20
)

// profile is what grouping sees of a document by itself. It depends on the
// document alone, so it can be remembered from one run to the next. Words and
// shingles are hashes: of a million different words a few hundred share theirs
// with another.
type profile struct {
	words []wordCount // rising, those that are not among the commonest
	shingling
	language uint32 // a hash of it, 0 where it is not known
}

// shingling is the shingles of a document, rising and each once, or the lowest
// of them: all up to a bound.
type shingling struct {
	shingles []uint32
	bound    uint32
}

// A fourth of the shingles, but thinLeast of a short text, is enough to tell a
// copy in a large corpus, and spares memory: of 500 words, of which half are in
// another text, the fourth says so to within a tenth.
const (
	thinBelow = math.MaxUint32 / 4
	thinLeast = 64
)

// total returns how many shingles the text has, about.
func (s *shingling) total() int {
	if s.bound == math.MaxUint32 {
		return len(s.shingles)
	}
	return int(float64(len(s.shingles)) * math.MaxUint32 / float64(s.bound))
}

// thin drops most shingles.
func (s *shingling) thin() {
	n, _ := slices.BinarySearch(s.shingles, thinBelow)
	if n = max(n, thinLeast); n < len(s.shingles) {
		s.bound = s.shingles[n-1]
		s.shingles = slices.Clone(s.shingles[:n])
	}
}

// upTo returns the shingles up to a bound.
func (s *shingling) upTo(bound uint32) []uint32 {
	if s.bound <= bound {
		return s.shingles
	}
	n, _ := slices.BinarySearch(s.shingles, bound+1)
	return s.shingles[:n]
}

// wordCount is a word of a document, how often it stands there, whether it is a
// name or a number there more often than not, and whether it stands where the
// text begins.
type wordCount struct{ key, tally uint32 }

func countOf(key, n uint32, name, lead bool) wordCount {
	return wordCount{key, n<<2 | uint32(truth(lead))<<1 | uint32(truth(name))}
}

func (w wordCount) n() uint32  { return w.tally >> 2 }
func (w wordCount) name() bool { return w.tally&1 != 0 }
func (w wordCount) lead() bool { return w.tally&2 != 0 }

// common are words that tell nothing about what a text is about.
var common = set(`the and for that with was were are has had have not but from this they their them then there than
	his her she him its you your our who whom which what when where while will would could should can may might must
	been being into onto over under about after before between during against because through also more most many much
	some any all other others one two three first last new said says say told saying according year years month months
	week weeks day days time times today yesterday monday tuesday wednesday thursday friday saturday sunday people
	made make take took get got give given went come came like just only very even still yet both each such same
	own out off up down since until among within without per via did does doing done here now how why if in on at by of
	to as is it be or an so no do he we us my me am i a`)

// profileOf counts the words of a document's story and hashes its shingles.
func profileOf(d *Document) profile {
	var words []uint64 // a key, 2 where the text begins, and 1 for a name
	var hashes []uint32
	var recent [shingleSize]uint32 // hashes of the words read last
	n := 0
	eachWord(d, func(_, key string, name bool) {
		copy(recent[:], recent[1:])
		recent[shingleSize-1] = hash(key)
		if n++; n >= shingleSize {
			hashes = append(hashes, mix(recent[:]))
		}
		if tells(key) {
			words = append(words, uint64(hash(shorten(key)))<<2|uint64(truth(name)))
		}
	})
	for i := range words[:min(leadWords, (len(words)+1)/2)] {
		words[i] |= 2
	}
	slices.Sort(hashes)
	return profile{countWords(words), shingling{slices.Clip(slices.Compact(hashes)), math.MaxUint32}, spokenIn(d)}
}

// spokenIn tells languages apart: that which a document is plainly written in,
// for what a page says of itself may be its site's, or else that.
func spokenIn(d *Document) uint32 {
	code := primary(first(d.written, d.Language))
	if code == "" {
		return 0
	}
	return hash(code)
}

// eachWord calls f with every word of a document's story, as it is written and
// as it is counted, and whether it looks like a name or a number.
func eachWord(d *Document, f func(written, key string, name bool)) {
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
			f(tok, key, isName(tok) && !starts && b.Kind == text.Paragraph || strings.ContainsAny(key, "0123456789"))
			starts = false
		}
	}
}

// tells reports whether a word says anything about what a text is about.
func tells(key string) bool { return !common[key] && len(key) >= 2 }

// countWords counts the words of a list, in which each is a key and two bits that
// say whether it stands where the text begins, and whether it is a name there.
func countWords(words []uint64) []wordCount {
	slices.Sort(words)
	distinct := 0
	for i := range words {
		if i == 0 || words[i]>>2 != words[i-1]>>2 {
			distinct++
		}
	}
	out := make([]wordCount, 0, distinct)
	for i := 0; i < len(words); {
		key, n, names, lead := words[i]>>2, uint32(0), uint32(0), false
		for ; i < len(words) && words[i]>>2 == key; i++ {
			n++
			names += uint32(words[i] & 1)
			lead = lead || words[i]&2 != 0
		}
		out = append(out, countOf(uint32(key), n, names*2 > n, lead))
	}
	return out
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

// hash is FNV-1a.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
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
