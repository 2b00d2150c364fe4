package view

import "fmt"

// window returns the first of n items to show in a room of so many, so that
// the selected one is among them and the list does not move without need.
func window(top, selected, n, room int) int {
	if selected >= 0 {
		if selected < top {
			top = selected
		}
		if selected >= top+room {
			top = selected - room + 1
		}
	}
	return max(0, min(top, n-room))
}

// centred returns the first item to show when nothing is known of the last.
func centred(selected, n, room int) int {
	return window(selected-room/2, selected, n, room)
}

// paintKeys writes the status bar: a note, or the keys that do the most. Where there
// is no room for all, the last one stays, which tells of the others or leads out.
func paintKeys(f *Frame, note, right string, keys ...KeyHelp) {
	y := f.Height - 1
	room := f.Width
	if right != "" {
		n := Width(right, f.method)
		f.Put(f.Width-n, y, n, right, Chrome)
		room -= n + 2
	}
	if note != "" {
		f.Fit(0, y, room, note, Strong)
		return
	}
	x, all := 0, 0
	need := make([]int, len(keys))
	for i, k := range keys {
		need[i] = Width(k.Key, f.method) + 1 + Width(k.Does, f.method)
		all += need[i] + 2
	}
	last := len(keys) - 1
	for i, k := range keys {
		if fits := all-2 <= room; i < last && !fits && x+need[i]+2+need[last] > room {
			continue
		}
		if x+need[i] > room {
			return
		}
		x += f.Put(x, y, room-x, k.Key, Accent) + 1
		x += f.Put(x, y, room-x, k.Does, Chrome) + 2
	}
}

// leastFilter is how many columns a filter has before the count goes.
const leastFilter = 8

// paintBar writes the top line of a screen that is a list: what it is, and
// how many there are or what they are filtered by.
func paintBar(f *Frame, x, width int, title, filter string, typing bool, shown, total int) {
	n := f.Fit(x, 0, width, title, Strong) + 2
	switch {
	case typing || filter != "":
		filter = "/" + filter
		if typing {
			filter += "▏"
		}
		// A count that is cut off is another number, and of a filter one wants to
		// see what one is typing.
		count := fmt.Sprintf(" %d of %d", shown, total)
		room := width - n - Width(count, f.method)
		if room < leastFilter {
			count, room = "", width-n
		}
		n += f.Put(x+n, 0, room, fitEnd(filter, room, f.method), Accent)
		f.Put(x+n, 0, width-n, count, Chrome)
	default:
		f.Put(x+n, 0, width-n, fmt.Sprint(total), Chrome)
	}
}

// paragraph writes a text over several lines and returns how many it took.
func (f *Frame) paragraph(x, y, width, lines int, s string, r Role) int {
	w := wrapper{width: max(width, 1), method: f.method}
	// What cannot show need not be wrapped.
	if most := 8 * width * max(lines, 0); len(s) > most {
		s = clipTo(s, most)
	}
	w.text(s, []ink{{role: r, change: -1}})
	out := w.take()
	for i, l := range out {
		if i >= lines {
			return lines
		}
		at, left := x, width
		for _, piece := range l {
			n := f.Put(at, y+i, left, piece.Text, r)
			at, left = at+n, left-n
		}
	}
	return len(out)
}
