package text

import "strings"

// Filter is what a list is narrowed down by: words that all stand in a text, in
// any order. They are found as patterns are, but always in either case.
type Filter []*Pattern

// NewFilter returns the filter that somebody typed.
func NewFilter(s string) (f Filter) {
	for _, word := range strings.Fields(strings.ToLower(s)) {
		if p := NewPattern(word); !p.Empty() {
			f = append(f, p)
		}
	}
	return f
}

// Passes reports whether every word stands in one of some texts.
func (f Filter) Passes(texts ...string) bool {
words:
	for _, p := range f {
		for _, s := range texts {
			if len(p.Append(nil, s)) > 0 {
				continue words
			}
		}
		return false
	}
	return true
}

// Finds reports whether any word stands in a text.
func (f Filter) Finds(s string) bool { return len(f.Append(nil, s)) > 0 }

// Append appends where the words stand in s, one word after the other.
func (f Filter) Append(places []Span, s string) []Span {
	for _, p := range f {
		places = p.Append(places, s)
	}
	return places
}
