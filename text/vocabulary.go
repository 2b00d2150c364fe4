package text

import "unicode/utf8"

// Vocabulary tells which tokens a reader takes for one word in scripts that set
// no blanks. It is made of the texts that are compared, which know more of
// their own words than a list does: two characters that stand together again
// and again, and seldom apart, are a word or a name.
type Vocabulary struct {
	list  *wordList
	pairs map[[2]rune]int // those that are words, or parts of one -> how often they stand
}

// Learn reads texts.
func Learn(texts ...[]Block) *Vocabulary {
	v := &Vocabulary{pairs: map[[2]rune]int{}}
	kana, chars := 0, 0
	for _, blocks := range texts {
		single, double := map[rune]int{}, map[[2]rune]int{}
		for i := range blocks {
			last := rune(0)
			for _, r := range blocks[i].Text {
				switch writingOf(r) {
				case han:
					chars++
					single[r]++
					if last != 0 {
						double[[2]rune{last, r}]++
					}
					last = r
					continue
				case hiragana:
					kana++
				}
				last = 0
			}
		}
		for p, n := range double {
			if n >= 2 && 2*n >= min(single[p[0]], single[p[1]]) {
				v.pairs[p] = max(v.pairs[p], n)
			}
		}
	}
	v.list = hanWords()
	if 10*kana > chars {
		v.list = kanjiWords()
	}
	for p := range v.pairs {
		if v.list.words[string(p[0])] || v.list.words[string(p[1])] {
			delete(v.pairs, p)
		}
	}
	return v
}

// Inner calls inner with the index of every token that goes on with the word of
// the token before: 谈 in 会谈, った in 行った, 日 in 10日.
func (v *Vocabulary) Inner(s string, toks []Token, inner func(int)) {
	for i := 0; i < len(toks); {
		t := toks[i]
		switch v.kind(s, t) {
		case han:
			j := i + 1
			for j < len(toks) && toks[j].Glued && v.kind(s, toks[j]) == han {
				j++
			}
			v.hanWords(s, toks, i, j, inner)
			i = j
		case katakana:
			for i++; i+1 < len(toks) && toks[i].Glued && toks[i+1].Glued && isDot(s[toks[i].Start:toks[i].End]) && v.kind(s, toks[i+1]) == katakana; i += 2 {
				inner(i)
				inner(i + 1)
			}
		case spaced:
			i++
			if t.Word && beginsNumber(s[t.Start:]) {
				i = v.measured(s, toks, i, inner)
			}
		default:
			i++
		}
	}
}

func (v *Vocabulary) kind(s string, t Token) writing {
	if s[t.Start] < utf8.RuneSelf {
		return spaced
	}
	r, _ := utf8.DecodeRuneInString(s[t.Start:t.End])
	return writingOf(r)
}

func beginsNumber(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= '0' && r <= '9' || r >= '０' && r <= '９'
}

func isDot(s string) bool { return s == "・" || s == "·" || s == "＝" }

// measured joins what is counted to the number before token i, and the parts of
// a date to each other. It returns the first token that it has not joined.
func (v *Vocabulary) measured(s string, toks []Token, i int, inner func(int)) int {
	for i < len(toks) && toks[i].Glued {
		from := toks[i].Start
		end := from + Measure(s[from:])
		if end == from {
			break
		}
		for ; i < len(toks) && toks[i].Glued && toks[i].Start < end; i++ {
			inner(i)
		}
		if !TimeOf(s[from:]) || i == len(toks) || !toks[i].Glued || !beginsNumber(s[toks[i].Start:]) {
			break
		}
		inner(i)
		i++
	}
	return i
}

// The words of a run of Han characters are those that cost least. What no list
// has is cut in pairs, or in three where the number is odd: most words are of
// two characters, most names of three.
const (
	knownCost  = 10
	singleCost = 12 // of a character that is a word by itself
	pairCost   = 12 // of one that the texts have taught
	chainCost  = 22 // of several such in a row
	maxChars   = 4
)

var strangeCost = [...]int{0, 30, 26, 42} // by characters

// hanWords calls inner for the tokens from i up to j, which are Han characters.
func (v *Vocabulary) hanWords(s string, toks []Token, i, j int, inner func(int)) {
	if v.endingAfter(s, toks, i, j) {
		inner(j)
	}
	n := j - i
	best, from := make([]int, n+1), make([]int, n+1)
	for k := range best[1:] {
		best[k+1] = 1 << 30
	}
	for a := range n {
		try := func(b, cost int) {
			if b <= n && best[a]+cost < best[b] {
				best[b], from[b] = best[a]+cost, a
			}
		}
		at := toks[i+a].Start
		for k := 1; k <= maxChars && a+k <= n; k++ {
			if cost := v.cost(s[at:toks[i+a+k-1].End], k); cost > 0 {
				try(a+k, cost)
			}
		}
		if size, _ := Numeral(s[at:]); size > 0 {
			end := at + size + Measure(s[at+size:])
			b := a + 1
			for b < n && toks[i+b].End <= end {
				b++
			}
			try(b, knownCost)
		}
	}
	starts := make([]bool, n)
	for b := n; b > 0; b = from[b] {
		starts[from[b]] = true
	}
	for k, first := range starts {
		if !first {
			inner(i + k)
		}
	}
}

// cost is what a word of n characters costs, 0 where it cannot be one.
func (v *Vocabulary) cost(w string, n int) int {
	if v.list.words[w] {
		if n == 1 {
			return singleCost
		}
		return knownCost
	}
	if n > 1 && v.taught(w) {
		if n == 2 {
			return pairCost
		}
		return chainCost
	}
	if n >= len(strangeCost) {
		return 0
	}
	cost := strangeCost[n]
	if n > 1 {
		for _, r := range w {
			if v.list.words[string(r)] {
				cost += knownCost
			}
		}
	}
	return cost
}

// taught reports whether the texts have all pairs of a word, equally often.
func (v *Vocabulary) taught(w string) bool {
	last, count := rune(0), 0
	for _, r := range w {
		if last != 0 {
			n := v.pairs[[2]rune{last, r}]
			if n == 0 || count != 0 && n != count {
				return false
			}
			count = n
		}
		last = r
	}
	return true
}

// endingAfter reports whether token j is the ending of the verb that the last
// of the characters from i up to j is the stem of: not a particle, nor, behind
// two characters and more, a form of する or だ.
func (v *Vocabulary) endingAfter(s string, toks []Token, i, j int) bool {
	if j == len(toks) || !toks[j].Glued || v.kind(s, toks[j]) != hiragana {
		return false
	}
	w := s[toks[j].Start:toks[j].End]
	if kanaWords().words[w] {
		return false
	}
	if j > i+1 {
		switch r, _ := utf8.DecodeRuneInString(w); r {
		case 'し', 'さ', 'す', 'せ', 'な', 'だ':
			return false
		}
	}
	return true
}
