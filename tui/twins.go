package tui

import (
	"slices"
	"strings"

	"variorum/corpus"
	"variorum/text"
)

// Many copies of a text are the same word for word, and to compare two of these
// shows nothing. Which they are is told of texts that are at hand: where they
// are not, only by the shares that are computed anyway.

// twinsOf returns for every version of a story the first one that says the same,
// which is itself where none before it does.
func twinsOf(story *corpus.Story) []int {
	twins := make([]int, len(story.Versions))
	var distinct []int
	for i := range story.Versions {
		twins[i] = i
		v := &story.Versions[i]
		if v.Similarity < 1 || !v.Held() {
			continue // it is like no other
		}
		for _, j := range distinct {
			if saySame(v.Blocks, story.Versions[j].Blocks) {
				twins[i] = j
				break
			}
		}
		if twins[i] == i {
			distinct = append(distinct, i)
		}
	}
	return twins
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
func (l *library) twinsAt(at int, story *corpus.Story) []int {
	if l.twins[at] == nil {
		l.twins[at] = twinsOf(story)
	}
	return l.twins[at]
}

// isTwin reports whether another version of a story is known to have the same
// words as one.
func (l *library) isTwin(at, version int, story *corpus.Story) bool {
	twins := l.twinsAt(at, story)
	if twins[version] != version || story.Versions[version].Similarity == 1 && slices.Contains(twins[version+1:], version) {
		return true
	}
	s := l.shares[at]
	for i := range min(len(s), maxSharing) {
		if i != version && s[i][version] == 1 && s[version][i] == 1 {
			return true
		}
	}
	return false
}

// closest returns the two versions of a story that are nearest to each other, by
// what the grouping found: copies of one text before other tellings. They differ,
// if any two do.
func closest(story *corpus.Story, twins []int) [2]int {
	best := [2]int{-1, -1}
	for i := range story.Versions {
		if best[0] < 0 || nearer(story, i, best[0]) {
			best[0] = i
		}
	}
	for _, alike := range []bool{false, true} {
		for i := range story.Versions {
			if i != best[0] && (alike || twins[i] != twins[best[0]]) && (best[1] < 0 || nearer(story, i, best[1])) {
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
