package corpus

import (
	"context"
	"slices"
)

// keeper hands what is read to a store, many records at a time, while more is
// being read.
type keeper struct {
	records chan Record // nil where there is no store
	done    chan struct{}
}

// Records that are handed over at once, and that may wait for it.
const (
	putAtOnce  = 500
	putWaiting = 200
)

func newKeeper(store Store) *keeper {
	k := &keeper{done: make(chan struct{})}
	if store == nil {
		close(k.done)
		return k
	}
	k.records = make(chan Record, putWaiting)
	go func() {
		defer close(k.done)
		batch := make([]Record, 0, putAtOnce)
		for record := range k.records {
			if batch = append(batch, record); len(batch) == putAtOnce {
				store.Put(batch)
				batch = batch[:0]
			}
		}
		if len(batch) > 0 {
			store.Put(batch)
		}
	}()
	return k
}

// keep hands over a text, unless the store has it.
func (k *keeper) keep(ctx context.Context, r *result) {
	if r.doc != nil && r.again && !r.kept {
		k.put(ctx, func() Record { return packText(r) })
	}
}

// keepContents hands over what there is in a file, if that is not a text and
// nothing else. Where that is not settled it is no use.
func (k *keeper) keepContents(ctx context.Context, e *entry, rs []result) {
	if isText(e, rs) || e.revision != nil || e.state.modified == 0 || slices.ContainsFunc(rs, func(r result) bool { return r.kept }) {
		return
	}
	k.put(ctx, func() Record { return packContents(e, rs) })
}

// isText reports whether a file is a text and nothing else.
func isText(e *entry, rs []result) bool {
	return len(rs) == 1 && rs[0].doc != nil && rs[0].path == e.path
}

func (k *keeper) put(ctx context.Context, pack func() Record) {
	if k.records == nil {
		return
	}
	select {
	case k.records <- pack():
	case <-ctx.Done():
	}
}

// close waits until everything is handed over.
func (k *keeper) close() {
	if k.records != nil {
		close(k.records)
	}
	<-k.done
}
