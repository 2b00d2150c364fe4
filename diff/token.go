package diff

import "variorum/text"

// Tokens returns how many tokens the text has: those that Script counts.
func (t *Text) Tokens() int { return len(t.tokens) }

// Token returns where a token stands: the index of its block, and the bytes of
// the block's text. Tokens are in reading order, with white space and nothing
// else between those of a block.
func (t *Text) Token(i int) (block int, span text.Span) {
	tok := &t.tokens[i]
	return t.Sentences[tok.sentence].Block, text.Span{Start: int(tok.start), End: int(tok.end)}
}
