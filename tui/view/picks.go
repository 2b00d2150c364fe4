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
// narrowed down to, with the keys that do so: in short words where there is no room for
// long ones. Where there is no room for all sorts, those around that one show.
func (s Changes) paintPicks(f *Frame, y int) {
	picks := s.pickable(func(p *Pick) string { return p.Label })
	first, at := 0, placed(picks, f)
	if len(at) < len(picks) {
		picks = s.pickable(func(p *Pick) string { return p.Short })
		at = placed(picks, f)
	}
	for len(at) <= s.Pick-first && first < s.Pick {
		first++
		at = placed(picks[first:], f)
	}
	for i, spot := range at {
		role, p := Same, picks[first+i]
		switch {
		case first+i > 0 && first+i == s.Pick:
			role = Selected
		case first+i == 0:
			role = Strong
		}
		n := f.Put(spot.x, y+spot.line, f.Width-1-spot.x, p.key, Accent)
		f.Fit(spot.x+n, y+spot.line, f.Width-1-spot.x-n, " "+p.said+" ", role)
	}
	if first > 0 {
		f.Put(0, y, 1, "‹", Chrome)
	}
	if first+len(at) < len(picks) {
		f.Put(f.Width-1, y+pickLines(f.Height)-1, 1, "›", Chrome)
	}
}

// pickable is what can be picked as it is written: the key, as the number of an item,
// so that it is not taken for how many there are, and what it is.
type pickable struct{ key, said string }

func (s Changes) pickable(say func(*Pick) string) (out []pickable) {
	for i := range s.Digest.Picks {
		p := pickable{said: say(&s.Digest.Picks[i])}
		if i > 0 && i <= len(s.PickKeys) && s.PickKeys[i-1] != "" {
			p.key = " " + s.PickKeys[i-1] + ")"
		}
		out = append(out, p)
	}
	return out
}

// spot is where a pick stands below the bar.
type spot struct{ x, line int }

// placed returns where the first of some picks stand, as many as there is room
// for: at least one.
func placed(picks []pickable, f *Frame) (out []spot) {
	at := spot{}
	for i, p := range picks {
		n := Width(p.key, f.method) + Width(p.said, f.method) + 2
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
