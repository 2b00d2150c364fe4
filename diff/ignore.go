package diff

import (
	"fmt"
	"slices"
	"strings"
)

// Tiers is a set of differences that a reader may want folded away.
type Tiers uint8

// The tiers.
const (
	IgnoreTypography Tiers = 1 << iota
	IgnoreCase
	IgnorePunctuation
	IgnoreMarkup
	IgnoreEncoding
	IgnoreFurniture // what concerns furniture, captions and bylines
)

// HumanTiers are what the formats for people fold away unless told otherwise.
const HumanTiers = IgnoreTypography | IgnoreMarkup | IgnoreEncoding | IgnoreFurniture

var tierNames = [...]string{"typography", "case", "punctuation", "markup", "encoding", "furniture"}

// TierNames returns the names of all tiers, in the order of their bits.
func TierNames() []string { return append([]string(nil), tierNames[:]...) }

// Names returns the names of the tiers in the set.
func (t Tiers) Names() []string {
	out := []string{}
	for i, n := range tierNames {
		if t&(1<<i) != 0 {
			out = append(out, n)
		}
	}
	return out
}

// ParseTiers reads a list of names as --ignore takes it; "none" adds nothing.
func ParseTiers(names []string) (Tiers, error) {
	var t Tiers
next:
	for _, name := range names {
		if name == "none" || name == "" {
			continue
		}
		for i, n := range tierNames {
			if n == name {
				t |= 1 << i
				continue next
			}
		}
		return 0, fmt.Errorf("no tier %q to ignore; there are %s and none", name, strings.Join(tierNames[:], ", "))
	}
	return t, nil
}

// covers reports whether a kind of difference is folded away by the tiers.
func (t Tiers) covers(k Kind) bool {
	switch k {
	case Typography:
		return t&IgnoreTypography != 0
	case Case:
		return t&IgnoreCase != 0
	case Punctuation:
		return t&IgnorePunctuation != 0
	case Markup:
		return t&IgnoreMarkup != 0
	case Encoding:
		return t&IgnoreEncoding != 0
	}
	return false
}

// Ignored reports whether the tiers fold a difference of the comparison away.
func (c *Comparison) Ignored(t Tiers, d *Difference) bool {
	if t.covers(d.Kind) {
		return true
	}
	if t&IgnoreFurniture == 0 {
		return false
	}
	for s := A; s <= B; s++ {
		if p := d.Places[s]; !p.Empty() && c.Texts[s].Kind(p.Sentence).Aside() {
			return true
		}
	}
	return false
}

// Without returns the comparison with the differences of some tiers left out
// of Differences and of the summary's counts, and put into Folded. Texts and pairs are shared with c.
func (c *Comparison) Without(t Tiers) *Comparison {
	out := *c
	out.Differences = make([]Difference, 0, len(c.Differences))
	out.Folded = slices.Clip(out.Folded)
	for i := range c.Differences {
		if c.Ignored(t, &c.Differences[i]) {
			out.Folded = append(out.Folded, c.Differences[i])
		} else {
			out.Differences = append(out.Differences, c.Differences[i])
		}
	}
	out.Hidden = c.Hidden + countChanges(c.Differences) - countChanges(out.Differences)
	out.Summary.Kinds = countKinds(out.Differences)
	return &out
}

func countChanges(ds []Difference) int {
	seen := map[int]bool{}
	for i := range ds {
		seen[ds[i].Change] = true
	}
	return len(seen)
}

// countKinds counts each change once under every kind that one of its parts has.
func countKinds(ds []Difference) (out [numKinds]int) {
	type part struct {
		change int
		kind   Kind
	}
	seen := make(map[part]bool, len(ds))
	for i := range ds {
		p := part{ds[i].Change, ds[i].Kind}
		if !seen[p] {
			seen[p] = true
			out[p.kind]++
		}
	}
	return out
}
