package view

// pickLines is how many lines a screen of h lines has for what can be picked.
func pickLines(h int) int {
	if h < listTall {
		return 1
	}
	return 2
}

// paintPicks sums the differences up, and shows which sort of them the list is
// narrowed down to. Where there is no room for all, those around that one show.
func (s Changes) paintPicks(f *Frame, y int) {
	picks := s.Digest.Picks
	first, at := 0, placed(picks, f)
	for len(at) <= s.Pick-first && first < s.Pick {
		first++
		at = placed(picks[first:], f)
	}
	for i, p := range at {
		role := Same
		switch {
		case first+i > 0 && first+i == s.Pick:
			role = Selected
		case first+i == 0:
			role = Strong
		}
		f.Fit(p.x, y+p.line, f.Width-1-p.x, " "+picks[first+i].Label+" ", role)
	}
	if first > 0 {
		f.Put(0, y, 1, "‹", Chrome)
	}
	if first+len(at) < len(picks) {
		f.Put(f.Width-1, y+pickLines(f.Height)-1, 1, "›", Chrome)
	}
}

// spot is where a pick stands below the bar.
type spot struct{ x, line int }

// placed returns where the first of some picks stand, as many as there is room
// for: at least one.
func placed(picks []Pick, f *Frame) (out []spot) {
	at := spot{}
	for i, p := range picks {
		n := Width(p.Label, f.method) + 2
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
