package corpus

import (
	"slices"
	"strings"
)

// passages are what somebody said is text, whatever it looks like: the keys of
// blocks, or of how they begin.
type passages []string

// has reports whether a block is one of the passages.
func (p passages) has(block string) bool {
	if len(p) == 0 {
		return false
	}
	key := blockKey(block)
	return slices.ContainsFunc(p, func(begin string) bool { return strings.HasPrefix(key, begin) })
}

// passages are those of all rules.
func (o *Options) passages() (p passages) {
	for _, r := range o.Rules {
		for _, s := range r.Text {
			if key := blockKey(s); key != "" {
				p = append(p, key)
			}
		}
	}
	return p
}
