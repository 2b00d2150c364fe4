package text

import (
	"strings"
	"unicode/utf8"
)

// Thai is cut so that as much as can be is listed words, and as few pieces as
// can be: the listed words are those between which names and rarer words stand,
// and one such stretch is one word. The costs say that a listed word of three
// characters may stand within such a stretch, and one of two only beside it.
const (
	listedCost  = 10
	unknownCost = 6 // of a stretch, and
	letterCost  = 8 // of each character in it
)

// thaiStarts says which of the parts of a run of Thai begin a word.
func thaiStarts(s string, parts []Token) []bool {
	list := thaiWords()
	starts := syllables(s, parts)
	n := len(parts)
	const far = 1 << 30
	best := make([]int, n+1) // the cost of the parts up to here, a word ending here
	open := make([]int, n+1) // the same, within an unknown stretch
	from := make([]int, n+1) // where the word that ends here begins
	openFrom := make([]int, n+1)
	for i := range best {
		best[i], open[i] = far, far
	}
	best[0] = 0
	for i := range n {
		whole := starts[i]
		if whole && open[i] < best[i] {
			best[i], from[i] = open[i], openFrom[i]
		}
		open[i+1], openFrom[i+1] = open[i], openFrom[i]
		if whole && best[i]+unknownCost <= open[i] {
			open[i+1], openFrom[i+1] = best[i]+unknownCost, i
		}
		open[i+1] += letterCost * utf8.RuneCountInString(s[parts[i].Start:parts[i].End])
		if !whole {
			continue
		}
		for j := i + 1; j <= n && parts[j-1].End-parts[i].Start <= list.longest; j++ {
			if (j == n || starts[j]) && best[i]+listedCost < best[j] && list.words[s[parts[i].Start:parts[j-1].End]] {
				best[j], from[j] = best[i]+listedCost, i
			}
		}
	}
	if open[n] < best[n] {
		from[n] = openFrom[n]
	}
	clear(starts)
	for i := n; i > 0; i = from[i] {
		starts[from[i]] = true
	}
	return starts
}

// syllables says which of the parts of a run of Thai, Lao, Khmer or Burmese may
// begin a word, by the rules of their spelling alone.
func syllables(s string, parts []Token) []bool {
	starts := make([]bool, len(parts))
	prev := ""
	for i, t := range parts {
		part := s[t.Start:t.End]
		starts[i] = i == 0 || !holds(part, following, silenced) && !holds(prev, leading, unfinished)
		prev = part
	}
	return starts
}

const (
	leading    = "เแโใไເແໂໃໄ"      // vowels written before their consonant
	following  = "ะาำๅๆฯະາຳໆຯ"     // what never begins a word
	silenced   = "์\u103a"         // a consonant with it ends the syllable before
	unfinished = "ัื็\u17d2\u1039" // a consonant with it has another behind it
)

// holds reports whether a part begins with one of the letters, or has one of
// the marks on it.
func holds(part, letters, marks string) bool {
	r, _ := utf8.DecodeRuneInString(part)
	return strings.ContainsRune(letters, r) || strings.ContainsAny(part, marks)
}
