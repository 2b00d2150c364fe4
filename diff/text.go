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
}

type tokenFlags uint8

const (
	isWord  tokenFlags = 1 << iota // holds a letter or a digit
	isGlued                        // no white space before it
	counts                         // the one of its word that is counted
)

func (t *token) word() bool { return t.flags&isWord != 0 }

// lexicon numbers the spellings of both texts and the keys that they fold to.
type lexicon struct {
	forms map[string]int32
	keyOf []int32 // form -> key
	keys  map[string]int32
	class []class // of each key
}

// class says how much a word tells about what a sentence says.
type class uint8

const (
	mark     class = iota // no word at all
	function              // the, of, and: stands in any sentence
	content
	figure // holds a digit
)

// weight is what a shared token is worth as evidence that two passages are one.
func (c class) weight() int { return [...]int{1, 1, 4, 4}[c] }

func newLexicon() *lexicon {
	return &lexicon{forms: make(map[string]int32, 1024), keys: make(map[string]int32, 1024)}
}

// form returns the number of a spelling, made new where it has none.
func (l *lexicon) form(s string, word bool) int32 {
	if id, ok := l.forms[s]; ok {
		return id
	}
	key := text.Key(s)
	k, ok := l.keys[key]
	if !ok {
		k = int32(len(l.class))
		l.keys[key] = k
		l.class = append(l.class, classify(key, word))
	}
	id := int32(len(l.keyOf))
	l.forms[s] = id
	l.keyOf = append(l.keyOf, k)
	return id
}

func classify(key string, word bool) class {
	switch {
	case !word:
		return mark
	case functionWords[key]:
		return function
	}
	for i := 0; i < len(key); i++ {
		if key[i]-'0' < 10 {
			return figure
		}
	}
	return content
}

// newText cuts blocks into sentences and tokens.
func newText(ctx context.Context, blocks []text.Block, l *lexicon) (*Text, error) {
	t := &Text{Blocks: blocks}
	size := 0
	for i := range blocks {
		size += len(blocks[i].Text)
	}
	t.tokens = make([]token, 0, size/5+16)
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
				if tok.Counts {
					f |= counts
					words++
				}
				form := l.form(s[tok.Start:tok.End], tok.Word)
				t.tokens = append(t.tokens, token{start: int32(tok.Start), end: int32(tok.End), key: l.keyOf[form], form: form,
					sentence: int32(len(t.Sentences)), flags: f})
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

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, t := range text.Tokens(s) {
		m[s[t.Start:t.End]] = true
	}
	return m
}

// functionWords are the words of English that stand in any sentence. In other
// languages every word counts as content, which makes links a little harder to
// lose and a little easier to make.
var functionWords = words(`a about above after again against all almost also although always am among an and any are as at
be because been before being below between both but by can cannot could did do does doing don't down during each either else
ever every few for from further had has have having he her here hers him his how however i i'm if in into is it it's its itself
just like less many may me might more most much must my neither never no nor not now of off often on once one only onto or
other others our ours out over own per perhaps quite rather same shall she should since so some soon still such than that
that's the their theirs them then there these they this those though through thus to too toward towards under until up upon us
very was wasn't we well were what when where whether which while who whom whose why will with within without would yet you
your yours couldn't didn't he'd they'd isn't aren't won't wouldn't said says`)
