package corpus

import "context"

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

// keep hands over what was read of a file, unless the store has it or it is
// a problem that may be none at any time.
func (k *keeper) keep(ctx context.Context, r *result) {
	if k.records == nil || r.kept || !r.alone || r.doc == nil && r.state.modified == 0 {
		return
	}
	select {
	case k.records <- packRecord(r):
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
