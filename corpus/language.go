package corpus

import (
	_ "embed"
	"math/bits"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"variorum/text"
)

// The language of a text is what it, or who keeps it, says, and otherwise what
// it is plainly written in. Some scripts are written by one language alone. Among
// the languages of the others, the small words tell that stand in any prose: a
// list of some forty of each, written for this program. The libraries for this go
// by the frequencies of letters and have an answer for everything, be it three
// words; the one that is exact weighs a hundred times as much as all else here,
// and the small one has had no release for years. What is wanted is to know
// or to be silent, which fourteen kilobytes of words do, read when first asked for.

const (
	// Of so many words at the beginning of a text one in knownShare must be on the
	// list of its language, and knownWords at least.
	languageSample = 400
	knownWords     = 8
	knownShare     = 0.15
	// Each of the other languages must have been in a position to win: of the words
	// that only one of two languages has, so many times as many are of the first.
	ownTimes = 4
	ownLeast = 3
	// Of a script that one language writes, so many letters, which are more than a
	// name or a quotation has.
	scriptLeast = 20
	scriptShare = 0.6 // of all letters
)

//go:embed words/function.txt
var functionList string

// tongues are the languages that are known by their small words.
type tongues struct {
	codes []string
	words map[string]uint64 // the languages that have a word, a bit each
	names map[string]string // the code of a language by what it is called
}

var knownTongues = sync.OnceValue(func() *tongues {
	t := &tongues{words: map[string]uint64{}, names: map[string]string{}}
	for line := range strings.Lines(functionList) {
		head, words, _ := strings.Cut(line, ":")
		names := strings.Fields(head)
		for _, w := range strings.Fields(words) {
			t.words[w] |= 1 << len(t.codes)
		}
		t.codes = append(t.codes, names[0])
		for _, name := range names[1:] {
			t.names[name] = names[0]
		}
	}
	return t
})

// small returns what tells the small words of a language, none of one that is not
// known.
func (t *tongues) small(tag string) func(word string) bool {
	code, _, _ := strings.Cut(tag, "-")
	at := slices.Index(t.codes, code)
	return func(word string) bool { return at >= 0 && t.words[word]>>at&1 != 0 }
}

// languageTag returns the tag (BCP 47) of what somebody calls a language, as
// "de", "pt_BR", "eng" or "German", with no more than its language, script and
// region; "" where it is none.
func languageTag(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	if s == "" || len(s) > 35 {
		return ""
	}
	if code := knownTongues().names[s]; code != "" {
		return code
	}
	tag, err := language.Raw.Parse(s)
	if err != nil {
		return ""
	}
	base, script, region := tag.Raw()
	switch base.String() {
	case "und", "mul", "zxx", "mis":
		return ""
	}
	out := base.String()
	if script.String() != "Zzzz" {
		out += "-" + script.String()
	}
	if region.String() != "ZZ" {
		out += "-" + region.String()
	}
	return out
}

// primary returns the language of a tag without script and region, by one code
// where it has two.
func primary(tag string) string {
	code, _, _ := strings.Cut(tag, "-")
	switch code {
	case "no":
		return "nb"
	case "iw":
		return "he"
	case "in":
		return "id"
	case "fil":
		return "tl"
	}
	return code
}

// languageOf returns the language that blocks are plainly written in, "" where
// that is not certain. It looks at the beginning of the text alone.
func languageOf(blocks []text.Block) string {
	var c speech
	for i := range blocks {
		if k := blocks[i].Kind; k == text.Paragraph || k == text.Standfirst || k == text.Title {
			if !c.hear(blocks[i].Text) {
				break
			}
		}
	}
	return c.language()
}

// speech counts what tells the language of a text.
type speech struct {
	words, letters int
	scripts        [len(scripts)]int
	masks          map[uint64]int // how many words are of just these languages
}

// scripts are those that one language alone is written in, but for the last
// three: Japanese is known by its kana among Chinese signs, and Chinese by there
// being none.
var scripts = [...]struct {
	table    *unicode.RangeTable
	language string
}{
	{unicode.Greek, "el"}, {unicode.Hangul, "ko"}, {unicode.Thai, "th"}, {unicode.Georgian, "ka"}, {unicode.Armenian, "hy"},
	{unicode.Tamil, "ta"}, {unicode.Telugu, "te"}, {unicode.Kannada, "kn"}, {unicode.Malayalam, "ml"}, {unicode.Gujarati, "gu"},
	{unicode.Gurmukhi, "pa"}, {unicode.Sinhala, "si"}, {unicode.Lao, "lo"}, {unicode.Khmer, "km"}, {unicode.Myanmar, "my"},
	{unicode.Hiragana, "ja"}, {unicode.Katakana, "ja"}, {unicode.Han, "zh"},
}

// hear counts the words of a block. It reports whether more are wanted.
func (c *speech) hear(s string) bool {
	if s, _ = text.Repair(s); !norm.NFC.IsNormalString(s) {
		s = norm.NFC.String(s)
	}
	known := knownTongues().words
	if c.masks == nil {
		c.masks = map[uint64]int{}
	}
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != 0x200c }) {
		if c.words++; c.words > languageSample {
			return false
		}
		if mask := known[strings.ToLower(w)]; mask != 0 {
			c.masks[mask]++
		}
		for _, r := range w {
			if c.letters++; r > 0x36f {
				c.sign(r)
			}
		}
	}
	return c.letters < languageSample*8
}

func (c *speech) sign(r rune) {
	for i := range scripts {
		if unicode.Is(scripts[i].table, r) {
			c.scripts[i]++
			return
		}
	}
}

func (c *speech) language() string {
	const hiragana, katakana, han = len(scripts) - 3, len(scripts) - 2, len(scripts) - 1
	kana := c.scripts[hiragana] + c.scripts[katakana]
	for i, n := range c.scripts {
		switch {
		case i >= hiragana && kana*20 > c.scripts[han]:
			n = kana + c.scripts[han]
		case i == han && kana > 0:
			continue
		}
		if n >= scriptLeast && float64(n) > scriptShare*float64(c.letters) {
			return scripts[i].language
		}
	}
	return c.spoken()
}

// heard returns how many small words there are of each language that has any.
func (c *speech) heard() map[string]int {
	t, has := knownTongues(), map[string]int{}
	for mask, n := range c.masks {
		for m := mask; m != 0; m &= m - 1 {
			has[t.codes[bits.TrailingZeros64(m)]] += n
		}
	}
	return has
}

// spoken returns the language whose small words the text has, if it leaves no
// doubt.
func (c *speech) spoken() string {
	t := knownTongues()
	var has [64]int
	for mask, n := range c.masks {
		for m := mask; m != 0; m &= m - 1 {
			has[bits.TrailingZeros64(m)] += n
		}
	}
	best := 0
	for l := range t.codes {
		if has[l] > has[best] {
			best = l
		}
	}
	if has[best] < knownWords || float64(has[best]) < knownShare*float64(c.words) {
		return ""
	}
	for l := range t.codes {
		if l == best {
			continue
		}
		own, other := 0, 0
		for mask, n := range c.masks {
			own += n * int(mask>>best&1&^(mask>>l))
			other += n * int(mask>>l&1&^(mask>>best))
		}
		if own < ownLeast || own < ownTimes*other {
			return ""
		}
	}
	return t.codes[best]
}
