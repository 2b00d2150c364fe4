package diff

import (
	"context"

	"variorum/text"
)

// Options steer a comparison. The zero value is good.
type Options struct {
	// Report, where set, is told now and then how much of the work is done,
	// from 0 to 1.
	Report func(done float64)
}

// Compare finds what became of the wording of a in b. The only errors are
// those of ctx.
func Compare(ctx context.Context, a, b []text.Block, o Options) (*Comparison, error) {
	panic("not there yet")
}
