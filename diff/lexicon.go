package diff

import "variorum/text"

// lexicon numbers the spellings of both texts and the keys that they fold to.
// Nearly every token is a spelling met before, so that look-up is all that
// counts: a flat table of numbers, probed in a row.
type lexicon struct {
	table  []int32 // number of a form, plus one; its size is a power of two
	hashes []uint32
	forms  []string
	keyOf  []int32 // form -> key
	keys   map[string]int32
	class  []class // of each key
}

func newLexicon() *lexicon {
	return &lexicon{table: make([]int32, 1<<12), keys: make(map[string]int32, 1024)}
}

// form returns the number of a spelling, made new where it has none.
func (l *lexicon) form(s string, word bool) int32 {
	h := uint32(2166136261) // FNV-1a
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	h ^= h >> 15
	mask := uint32(len(l.table) - 1)
	i := h & mask
	for ; l.table[i] != 0; i = (i + 1) & mask {
		if id := l.table[i] - 1; l.hashes[id] == h && l.forms[id] == s {
			return id
		}
	}
	id := int32(len(l.forms))
	l.table[i] = id + 1
	l.forms, l.hashes = append(l.forms, s), append(l.hashes, h)
	l.keyOf = append(l.keyOf, l.key(text.Key(s), word))
	if 2*len(l.forms) > len(l.table) {
		l.grow()
	}
	return id
}

func (l *lexicon) grow() {
	l.table = make([]int32, 2*len(l.table))
	mask := uint32(len(l.table) - 1)
	for id, h := range l.hashes {
		i := h & mask
		for l.table[i] != 0 {
			i = (i + 1) & mask
		}
		l.table[i] = int32(id) + 1
	}
}

func (l *lexicon) key(key string, word bool) int32 {
	k, ok := l.keys[key]
	if !ok {
		k = int32(len(l.class))
		l.keys[key] = k
		l.class = append(l.class, classify(key, word))
	}
	return k
}

// class says how much a word tells about what a sentence says.
type class uint8

const (
	mark     class = iota // no word at all
	function              // the, of, and: stands in any sentence
	content
	figure // holds a digit
)

// weight is what a shared word is worth as evidence that two passages are one;
// a mark is worth nothing.
func (c class) weight() int32 { return [...]int32{0, 1, 4, 4}[c] }

func classify(key string, word bool) class {
	switch {
	case !word:
		return mark
	case functionWords[key] || saysLittle(key):
		return function
	}
	for i := 0; i < len(key); i++ {
		if key[i]-'0' < 10 {
			return figure
		}
	}
	return content
}

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, t := range text.Tokens(s) {
		m[s[t.Start:t.End]] = true
	}
	return m
}

// functionWords are the words of English that stand in any sentence. Of some
// other languages saysLittle knows them; in the rest every word counts as
// content, which makes links a little harder to lose and a little easier to make.
var functionWords = words(`a about above after again against all almost also although always am among an and any are as at
be because been before being below between both but by can cannot could did do does doing don't down during each either else
ever every few for from further had has have having he her here hers him his how however i i'm if in into is it it's its itself
just like less many may me might more most much must my neither never no nor not now of off often on once one only onto or
other others our ours out over own per perhaps quite rather same shall she should since so some soon still such than that
that's the their theirs them then there these they this those though through thus to too toward towards under until up upon us
very was wasn't we well were what when where whether which while who whom whose why will with within without would yet you
your yours couldn't didn't he'd they'd isn't aren't won't wouldn't said says`)
