package text

import "iter"

// Place is where a pattern stands in a text, or a part of that.
type Place struct {
	Block int
	Span
	GoesOn bool // it is what the place before begins, in the block before
}

// Find finds the places at which the pattern stands in the blocks of a text. A
// blank of it may stand for the end of a block: then each block has a part.
func (p *Pattern) Find(blocks []Block) iter.Seq[Place] {
	return func(yield func(Place) bool) {
		var parts []Place
		for b, from := 0, 0; b < len(blocks); {
			at, left := p.next(blocks[b].Text, from)
			if at.End == 0 {
				b, from = b+1, 0
				continue
			}
			parts = append(parts[:0], Place{Block: b, Span: at})
			if parts = p.goOn(parts, blocks, left); parts == nil {
				from = at.Start + 1
				continue
			}
			for _, part := range parts {
				if !yield(part) {
					return
				}
				b, from = part.Block, part.End
			}
		}
	}
}

// goOn appends the places behind the last of some at which stands what is left of
// the pattern, a blank first. It returns nil where something else stands there.
func (p *Pattern) goOn(parts []Place, blocks []Block, left []rune) []Place {
	for b := parts[0].Block + 1; len(left) > 1; b++ {
		if b == len(blocks) {
			return nil
		}
		var end int
		end, left = p.match(blocks[b].Text, left[1:])
		if end == 0 || len(left) > 0 && left[0] != ' ' {
			return nil
		}
		parts = append(parts, Place{b, Span{0, end}, true})
	}
	return parts
}
