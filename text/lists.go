package text

import (
	_ "embed"
	"sync"
)

// The lists are the commonest words of news prose, written for this program:
// enough to find the edges of the words between them, and a thousandth of what
// a dictionary weighs. They are read when a text first needs them.
var (
	//go:embed words/han.txt
	hanList string
	//go:embed words/kanji.txt
	kanjiList string
	//go:embed words/kana.txt
	kanaList string
	//go:embed words/thai.txt
	thaiList string

	hanWords   = sync.OnceValue(func() *wordList { return newWordList(hanList) })
	kanjiWords = sync.OnceValue(func() *wordList { return newWordList(kanjiList) })
	kanaWords  = sync.OnceValue(func() *wordList { return newWordList(kanaList) })
	thaiWords  = sync.OnceValue(func() *wordList { return newWordList(thaiList) })
)

// wordList is a set of words.
type wordList struct {
	words   map[string]bool
	longest int // bytes
}

func newWordList(list string) *wordList {
	l := &wordList{words: set(list)}
	for w := range l.words {
		l.longest = max(l.longest, len(w))
	}
	return l
}
