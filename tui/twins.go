package tui

import (
	"strings"

	"variorum/corpus"
	"variorum/text"
)

// Many copies of a text are the same word for word, and to compare two of these
// shows nothing, or next to nothing where capitals and punctuation are all that
// differs. Which they are is told of texts that are at hand: where they are not, only
// by the comparisons that the shares are computed by anyway.

// twins are for every version of a story the first one that is the same, which is
// itself where none before it is.
type twins struct {
	letters []int // and says the same
	words   []int // and has the same words, however they are written
}

func twinsOf(story *corpus.Story) *twins {
	t := &twins{make([]int, len(story.Versions)), make([]int, len(story.Versions))}
	var distinct []int
	spoken := map[string]int{}
	for i := range story.Versions {
		t.letters[i], t.words[i] = i, i
		v := &story.Versions[i]
		if v.Similarity < 1 || !v.Held() {
			continue // it is like no other
		}
		for _, j := range distinct {
			if saySame(v.Blocks, story.Versions[j].Blocks) {
				t.letters[i], t.words[i] = j, t.words[j]
				break
			}
		}
		if t.letters[i] != i {
			continue
		}
		distinct = append(distinct, i)
		words := wordsOf(v.Blocks)
		if j, ok := spoken[words]; ok {
			t.words[i] = j
		} else {
			spoken[words] = i
		}
	}
	return t
}

// wordsOf returns the words of a text, without what they can be written with or without.
func wordsOf(blocks []text.Block) string {
	var out strings.Builder
	var tokens []text.Token
	for blocks = fromProse(blocks); len(blocks) > 0; blocks = fromProse(blocks[1:]) {
		s := blocks[0].Text
		tokens = text.AppendTokens(tokens[:0], s)
		for _, t := range tokens {
			if t.Word {
				out.WriteString(text.Key(s[t.Start:t.End]))
				out.WriteByte(' ')
			}
		}
	}
	return out.String()
}

// saySame reports whether two texts have the same words, typography aside and what
// is no prose.
func saySame(a, b []text.Block) bool {
	for {
		a, b = fromProse(a), fromProse(b)
		if len(a) == 0 || len(b) == 0 {
			return len(a) == len(b)
		}
		x, y := strings.TrimSpace(a[0].Text), strings.TrimSpace(b[0].Text)
		if x != y && text.Typographic(x) != text.Typographic(y) {
			return false
		}
		a, b = a[1:], b[1:]
	}
}

func fromProse(blocks []text.Block) []text.Block {
	for len(blocks) > 0 {
		switch blocks[0].Kind {
		case text.Furniture, text.Caption, text.Byline:
			blocks = blocks[1:]
		default:
			return blocks
		}
	}
	return nil
}

// twinsAt returns the twins of a story, which it looks for once.
func (l *library) twinsAt(at int, story *corpus.Story) *twins {
	if l.twins[at] == nil {
		l.twins[at] = twinsOf(story)
	}
	return l.twins[at]
}

// twinOf returns the first other version of a story that is known to say the same as
// one, or -1.
func (l *library) twinOf(at, version int, story *corpus.Story) int {
	letters := l.twinsAt(at, story).letters
	for i := range story.Versions {
		if i != version && (letters[i] == letters[version] || l.same[at][[2]int{min(i, version), max(i, version)}]) {
			return i
		}
	}
	return -1
}

// closest returns the two versions of a story that are nearest to each other, by
// what the grouping found: copies of one text before other tellings. They differ in
// words, if any two do, and else at all.
func closest(story *corpus.Story, t *twins) [2]int {
	best := [2]int{-1, -1}
	for i := range story.Versions {
		if best[0] < 0 || nearer(story, i, best[0]) {
			best[0] = i
		}
	}
	for _, twins := range [][]int{t.words, t.letters, nil} {
		for i := range story.Versions {
			if i != best[0] && (twins == nil || twins[i] != twins[best[0]]) && (best[1] < 0 || nearer(story, i, best[1])) {
				best[1] = i
			}
		}
		if best[1] >= 0 {
			return [2]int{min(best[0], best[1]), max(best[0], best[1])}
		}
	}
	return [2]int{best[0], best[0]}
}

func nearer(story *corpus.Story, i, j int) bool {
	a, b := &story.Versions[i], &story.Versions[j]
	if ra, rb := a.Match == corpus.Related, b.Match == corpus.Related; ra != rb {
		return rb
	}
	return a.Similarity > b.Similarity
}
