package diff

import "fmt"

// Say tells in a few words what a comparison found, changes being how many
// changes there are to a reader, who may not count as differences are counted;
// and, where that says more, how much of each text stands in the other.
func (c *Comparison) Say(changes int) (found, shares string) {
	s := &c.Summary
	verdict := [...]string{"the same words", "one text, edited", "one is a part of the other", "two tellings", "nothing in common"}[s.Verdict]
	switch {
	case s.Verdict >= Related:
		both := 0
		for _, p := range c.Pairs {
			if len(p.Sentences[A]) > 0 && len(p.Sentences[B]) > 0 {
				both++
			}
		}
		if both == 0 {
			return verdict, ""
		}
		return verdict + " · " + count(both, "passage") + " told by both", ""
	case changes > 0:
		return verdict + " · " + count(changes, "change"),
			fmt.Sprintf("%s of A in B, %s of B in A", Percent(s.Contained[A]), Percent(s.Contained[B]))
	case c.Hidden > 0:
		return verdict + " · differences only in what is ignored", ""
	}
	return verdict + " · no differences", ""
}

// Percent writes a share. It says 0 and 100 only where they are exact, so that
// a change never hides behind a rounded figure.
func Percent(share float64) string {
	n := int(share*100 + 0.5)
	switch {
	case n == 0 && share > 0:
		n = 1
	case n == 100 && share < 1:
		n = 99
	}
	return fmt.Sprintf("%d%%", n)
}

// count writes how many there are of what has an s for its plural.
func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
