package diff

import (
	"context"

	"variorum/text"
)

// token is a word or a mark of a text. It is kept small: a book has a million.
type token struct {
	start, end int32 // bytes of its block's Text
	sentence   int32
	spelled    uint32 // its form, and its flags in the lowest bits
}

type tokenFlags uint8

const flagBits = 4

const (
	isWord    tokenFlags = 1 << iota // holds a letter or a digit
	isGlued                          // no white space before it
	isCounted                        // a word that is counted stands in it
	isInner                          // goes on with the word of the token before; see units
)

// form is the number of a token's spelling: equal forms, equal spelling.
func (t *token) form() int32 { return int32(t.spelled >> flagBits) }

func (t *token) is(f tokenFlags) bool { return t.spelled&uint32(f) != 0 }

func (t *token) word() bool { return t.is(isWord) }

// newText cuts blocks into sentences and tokens.
// Nearly all blocks of a version stand in the other letter for letter: those that
// like has are not cut again.
func newText(ctx context.Context, blocks []text.Block, l *lexicon, like *Text) (*Text, error) {
	t := &Text{Blocks: blocks, first: make([]int32, 0, len(blocks)+1)}
	size := 0
	for i := range blocks {
		size += len(blocks[i].Text)
	}
	t.tokens = make([]token, 0, size/5+size/50+16)
	t.keys = make([]int32, 0, cap(t.tokens))
	seen := like.blocks()
	var toks []text.Token
	var spans []text.Span
	for b := range blocks {
		if b%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		t.first = append(t.first, int32(len(t.Sentences)))
		s := blocks[b].Text
		if same, ok := seen[s]; ok {
			t.repeat(like, same, b)
			continue
		}
		toks, spans = text.AppendTokens(toks[:0], s), text.AppendSentences(spans[:0], s)
		if len(toks) == 0 {
			continue
		}
		k := 0
		for _, span := range spans {
			first := int32(len(t.tokens))
			words, weight := 0, int32(0)
			// A token that a sentence boundary cuts stays with the first of the
			// two, whose span then grows to its end.
			for k < len(toks) && toks[k].Start < span.End {
				tok := toks[k]
				var f tokenFlags
				if tok.Word {
					f |= isWord
				}
				if tok.Glued {
					f |= isGlued
				}
				// Such a script begins with E0 or more, and E2 is punctuation.
				if first := s[tok.Start]; first >= 0xe0 && first != 0xe2 {
					t.unspaced = t.unspaced || text.Unspaced(s[tok.Start:tok.End])
				}
				if tok.Counts > 0 {
					f |= isCounted
				}
				words += tok.Counts
				form := l.form(s[tok.Start:tok.End], tok.Word)
				t.tokens = append(t.tokens, token{start: int32(tok.Start), end: int32(tok.End), sentence: int32(len(t.Sentences)), spelled: uint32(form)<<flagBits | uint32(f)})
				key := l.keyOf[form]
				t.keys = append(t.keys, key)
				weight += l.class[key].weight()
				span.End = max(span.End, tok.End)
				k++
			}
			last := int32(len(t.tokens))
			if last == first {
				continue
			}
			span.Start = toks[k-int(last-first)].Start
			t.Words += words
			t.Sentences = append(t.Sentences, Sentence{Block: b, Span: span, Words: words, first: first, last: last, weight: weight})
		}
	}
	t.first = append(t.first, int32(len(t.Sentences)))
	return t, nil
}

// blocks returns where the text of each block stands first; of no text, nowhere.
func (t *Text) blocks() map[string]int {
	if t == nil {
		return nil
	}
	out := make(map[string]int, len(t.Blocks))
	for b := range t.Blocks {
		if _, ok := out[t.Blocks[b].Text]; !ok {
			out[t.Blocks[b].Text] = b
		}
	}
	return out
}

// repeat makes the sentences and tokens of block b those of a block of another
// text, which has the same text.
func (t *Text) repeat(of *Text, block, b int) {
	sentences := of.Sentences[of.first[block]:of.first[block+1]]
	if len(sentences) == 0 {
		return
	}
	t.unspaced = t.unspaced || of.unspaced
	first, last := sentences[0].first, sentences[len(sentences)-1].last
	later, on := int32(len(t.tokens))-first, int32(len(t.Sentences))-of.first[block]
	for _, s := range sentences {
		s.Block, s.first, s.last = b, s.first+later, s.last+later
		t.Words += s.Words
		t.Sentences = append(t.Sentences, s)
	}
	from := len(t.tokens)
	t.tokens = append(t.tokens, of.tokens[first:last]...)
	for i := range t.tokens[from:] {
		t.tokens[from+i].sentence += on
	}
	t.keys = append(t.keys, of.keys[first:last]...)
}

// key returns what a token is compared by.
func (t *Text) key(i int32) string { return text.Key(t.spelling(i)) }

// keysOf returns the keys of a sentence's tokens.
func (t *Text) keysOf(sentence int) []int32 {
	s := &t.Sentences[sentence]
	return t.keys[s.first:s.last]
}

// spelling returns a token as it stands in the text.
func (t *Text) spelling(i int32) string {
	tok := &t.tokens[i]
	return t.Blocks[t.Sentences[tok.sentence].Block].Text[tok.start:tok.end]
}

// counts returns how many of the words that are counted stand in a token: one in
// the first token of a word, and several where a script sets no blanks.
func (t *Text) counts(i int32) int {
	switch {
	case !t.tokens[i].is(isCounted):
		return 0
	case t.unspaced:
		return max(1, text.Words(t.spelling(i)))
	}
	return 1
}

// place returns the range of a sentence that the tokens first up to last
// cover; all of them are the sentence's. An empty range lies after the token
// before it, or at the start of the sentence.
func (t *Text) place(sentence int, first, last int32) Place {
	s := &t.Sentences[sentence]
	if first < last {
		return Place{sentence, int(t.tokens[first].start) - s.Span.Start, int(t.tokens[last-1].end) - s.Span.Start}
	}
	at := 0
	if first > s.first {
		at = int(t.tokens[first-1].end) - s.Span.Start
	}
	return Place{sentence, at, at}
}
