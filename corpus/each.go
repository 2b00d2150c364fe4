package corpus

import (
	"context"
	"runtime"
	"sync"
)

// each calls f with 0 to n-1, several at a time, until ctx ends.
func each(ctx context.Context, n int, f func(i int)) error {
	work := make(chan int)
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		wg.Go(func() {
			for i := range work {
				f(i)
			}
		})
	}
	for i := 0; i < n && ctx.Err() == nil; i++ {
		work <- i
	}
	close(work)
	wg.Wait()
	return ctx.Err()
}
