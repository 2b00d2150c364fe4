package view

import (
	"fmt"
	"slices"
)

// The status line of a text: what is said of the place where the reader is on the
// left, where that is on the right, and at the end a hint or a few.

// hintFrom is from which width on the status line of a text ends with a hint:
// below, what is said of the text needs the room.
const hintFrom = 72

// fits reports whether there is room for what stands in the status line of a
// text: said on the left, and a hint behind what is on the right.
func fits(f *Frame, right string, said int, hints []KeyHelp) bool {
	for _, k := range hints {
		if f.Width < hintFrom {
			break
		}
		said += Width(k.Key, f.method) + 1 + Width(k.Does, f.method) + 2
	}
	return said+2+Width(right, f.method) <= f.Width
}

// paintEnd writes the right end of that line, with the hint if there is room, and
// returns how much room is left for what is said.
func paintEnd(f *Frame, right string, said int, hints []KeyHelp) int {
	y, end := f.Height-1, f.Width
	if f.Width < hintFrom || !fits(f, right, said, hints) {
		hints = nil
	}
	for _, k := range slices.Backward(hints) {
		end -= Width(k.Key, f.method) + 1 + Width(k.Does, f.method)
		x := end + f.Put(end, y, f.Width, k.Key, Accent) + 1
		f.Put(x, y, f.Width, k.Does, Chrome)
		end -= 2
	}
	n := Width(right, f.method)
	f.Put(end-n, y, n, right, Chrome)
	return end - n - 2
}

// hiddenOf says how many differences are ignored, in as many words as there is
// room for on a screen.
func hiddenOf(n, width int) string {
	if width >= 110 {
		return plural(n, "difference") + " hidden"
	}
	return fmt.Sprintf("%d hidden", n)
}
