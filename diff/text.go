package diff

import (
	"context"

	"variorum/text"
)

// token is a word or a mark of a text. It is kept small: a book has a million.
type token struct {
	start, end int32 // bytes of its block's Text
	key        int32 // equal keys, equal words
	form       int32 // equal forms, equal spelling
	sentence   int32
	flags      tokenFlags
	counts     uint16 // words that are counted in it
}

type tokenFlags uint8

const (
	isWord  tokenFlags = 1 << iota // holds a letter or a digit
	isGlued                        // no white space before it
	isInner                        // goes on with the word of the token before; see units
)

func (t *token) word() bool { return t.flags&isWord != 0 }

func (t *token) inner() bool { return t.flags&isInner != 0 }

// newText cuts blocks into sentences and tokens.
func newText(ctx context.Context, blocks []text.Block, l *lexicon) (*Text, error) {
	t := &Text{Blocks: blocks}
	size := 0
	for i := range blocks {
		size += len(blocks[i].Text)
	}
	t.tokens = make([]token, 0, size/5+size/50+16)
	var toks []text.Token
	var spans []text.Span
	for b := range blocks {
		if b%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		s := blocks[b].Text
		toks, spans = text.AppendTokens(toks[:0], s), text.AppendSentences(spans[:0], s)
		if len(toks) == 0 {
			continue
		}
		k := 0
		for _, span := range spans {
			first := int32(len(t.tokens))
			words := 0
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
				words += tok.Counts
				form := l.form(s[tok.Start:tok.End], tok.Word)
				t.tokens = append(t.tokens, token{start: int32(tok.Start), end: int32(tok.End), key: l.keyOf[form], form: form,
					sentence: int32(len(t.Sentences)), flags: f, counts: uint16(tok.Counts)})
				span.End = max(span.End, tok.End)
				k++
			}
			last := int32(len(t.tokens))
			if last == first {
				continue
			}
			span.Start = toks[k-int(last-first)].Start
			t.Words += words
			t.Sentences = append(t.Sentences, Sentence{Block: b, Span: span, Words: words, first: first, last: last})
		}
	}
	return t, nil
}

// spelling returns a token as it stands in the text.
func (t *Text) spelling(i int32) string {
	tok := &t.tokens[i]
	return t.Blocks[t.Sentences[tok.sentence].Block].Text[tok.start:tok.end]
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
