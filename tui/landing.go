package tui

import "variorum/collation"

// landing is a place of a text, and the line of the screen to have it on;
// where no place is known, how far into the text it is.
type landing struct {
	at       collation.Position
	line     int
	progress float64             // 0 to 1
	mark     *collation.Position // where there is a mark for the cursor to be on, nil for none
	other    int                 // the version whose reading is to be selected there
}

func (b *book) land(l landing) {
	if l.at == (collation.Position{}) {
		b.scrollTo(int(l.progress * float64(b.page.Height())))
		return
	}
	if l.mark != nil { // there is less room than in a comparison
		l.line = min(l.line, b.rows/2)
	}
	b.scrollTo(b.page.LineOf(l.at) - l.line)
}

// landingIn finds the passage on the screen in another version.
func (b *book) landingIn(version int) landing {
	if b.page == nil || b.top == 0 {
		return landing{}
	}
	at, line := b.page.PositionOf(b.top), 0
	if b.seen(b.current) {
		at, line = b.page.Apparatus.Units[b.current].From, b.page.MarkedLine(b.current)-b.top
	}
	if w := b.witnesses[version]; w != nil && !w.Apart {
		for block := min(at.Block, len(w.Blocks)-1); block > 0; block-- {
			if w.Blocks[block] > 0 {
				line -= b.page.LineOf(at) - b.page.LineOf(collation.Position{Block: block})
				return landing{at: collation.Position{Block: int(w.Blocks[block])}, line: line}
			}
		}
	}
	return landing{progress: float64(b.top) / float64(max(b.page.Height(), 1))}
}

// unitAt returns the unit of an apparatus that has the lemma of another, or
// else shares words with it; -1 for none.
func unitAt(a *collation.Apparatus, u collation.Unit) int {
	near := -1
	for i := range a.Units {
		v := &a.Units[i]
		if v.From == u.From && v.To == u.To {
			return i
		}
		if v.From.Compare(u.To) < 0 && u.From.Compare(v.To) < 0 {
			near = i
		}
	}
	return near
}
