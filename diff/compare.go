package diff

import (
	"context"

	"variorum/text"
)

// Options steer a comparison. The zero value is good.
type Options struct {
	// Languages are those of the texts, as tags (BCP 47), "" where one is not known.
	// They tell tags, and nothing else, more surely.
	Languages [2]string
	// Report, where set, is told now and then how much of the work is done,
	// from 0 to 1. It must be quick, and is called from the same goroutine.
	Report func(done float64)
}

// Compare finds what became of the wording of a in b. The result depends on
// nothing but the two texts and their languages. It costs about a microsecond a word, and some
// hundred bytes; the work on texts made to be hard is bounded, see matcher.
// The only errors are those of ctx.
func Compare(ctx context.Context, a, b []text.Block, o Options) (*Comparison, error) {
	return collate(ctx, a, b, o)
}
