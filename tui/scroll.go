package tui

// moved returns where a position goes when a reader moves it through n lines
// of which page are on the screen. It stays within 0 and n-1.
func moved(at, n, page int, a action) int {
	page = max(page, 1)
	switch a {
	case up:
		at--
	case down:
		at++
	case pageUp:
		at -= overlapping(page)
	case pageDown:
		at += overlapping(page)
	case halfUp:
		at -= max(page/2, 1)
	case halfDown:
		at += max(page/2, 1)
	case home:
		at = 0
	case end:
		at = n - 1
	}
	return max(min(at, n-1), 0)
}

// overlapping is how far a screenful moves: two lines stay in sight.
func overlapping(page int) int { return max(page-2, 1) }

// scrolled returns the top line after a move through n lines of which page are
// on the screen; the last line stays at the bottom, where it may have come as the
// screen grew.
func scrolled(top, n, page int, a action) int {
	last := lastTop(n, page)
	return min(moved(min(top, last), n, page, a), last)
}

// lastTop is the top line when the end is on the screen.
func lastTop(n, page int) int { return max(n-page, 0) }

// inSight returns the top line nearest to top with line at on the screen.
func inSight(top, at, n, page int) int {
	top = min(max(top, at-page+1), at)
	return max(min(top, lastTop(n, page)), 0)
}

// sight is which part of a list is on the screen. What was selected stays on the
// line of the screen that it came to stand on, through whatever sizes that goes: so
// whoever comes back to a size finds the same screen.
type sight struct {
	top      int
	at, line int // the row that is held, and on which line
}

// keep brings a row on the screen: where it is another one than is held, with no more
// of a move than it takes.
func (s *sight) keep(at, n, page int) {
	if at != s.at {
		s.at, s.line = at, at-inSight(s.top, at, n, page)
	}
	s.top = inSight(at-s.line, at, n, page)
}
