package view

// pickLines is how many lines a screen of h lines has for what can be picked.
func pickLines(h int) int {
	switch {
	case h < listTall:
		return 1
	case h < listRoomy:
		return 2
	}
	return 3
}

// paintPicks sums the differences up, and shows which sort of them the list is
// narrowed down to, with the keys that do so if there is room for all of them.
// Where there is no room for all sorts, those around that one show.
func (s Changes) paintPicks(f *Frame, y int) {
	picks, keys := s.Digest.Picks, s.pickKeys()
	first, at := 0, placed(picks, keys, f)
	if len(at) < len(picks) {
		keys = make([]string, len(picks))
		at = placed(picks, keys, f)
	}
	for len(at) <= s.Pick-first && first < s.Pick {
		first++
		at = placed(picks[first:], keys, f)
	}
	for i, p := range at {
		role := Same
		switch {
		case first+i > 0 && first+i == s.Pick:
			role = Selected
		case first+i == 0:
			role = Strong
		}
		n := f.Put(p.x, y+p.line, f.Width-1-p.x, keys[first+i], Accent)
		f.Fit(p.x+n, y+p.line, f.Width-1-p.x-n, " "+picks[first+i].Label+" ", role)
	}
	if first > 0 {
		f.Put(0, y, 1, "‹", Chrome)
	}
	if first+len(at) < len(picks) {
		f.Put(f.Width-1, y+pickLines(f.Height)-1, 1, "›", Chrome)
	}
}

// pickKeys returns for each pick what stands before it: the key that picks it, as
// the number of an item, so that it is not taken for how many there are.
func (s Changes) pickKeys() []string {
	out := make([]string, len(s.Digest.Picks))
	for i := range s.PickKeys {
		if i+1 < len(out) && s.PickKeys[i] != "" {
			out[i+1] = " " + s.PickKeys[i] + ")"
		}
	}
	return out
}

// spot is where a pick stands below the bar.
type spot struct{ x, line int }

// placed returns where the first of some picks stand, as many as there is room
// for: at least one.
func placed(picks []Pick, keys []string, f *Frame) (out []spot) {
	at := spot{}
	for i, p := range picks {
		n := Width(keys[i], f.method) + Width(p.Label, f.method) + 2
		if i > 0 && at.x+n > f.Width-1 {
			at = spot{0, at.line + 1}
		}
		if at.line >= pickLines(f.Height) {
			break
		}
		out = append(out, at)
		at.x += n
	}
	return out
}
