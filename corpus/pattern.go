package corpus

import (
	"regexp"
	"sync"
)

// lazyPattern is a regular expression that is compiled when it is first asked
// for. There are half a hundred in this package, and most runs of the program need
// few: together they would take half of its start.
type lazyPattern struct{ get func() *regexp.Regexp }

func pattern(expr string) *lazyPattern {
	return &lazyPattern{sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })}
}

func (p *lazyPattern) MatchString(s string) bool            { return p.get().MatchString(s) }
func (p *lazyPattern) FindString(s string) string           { return p.get().FindString(s) }
func (p *lazyPattern) FindStringIndex(s string) []int       { return p.get().FindStringIndex(s) }
func (p *lazyPattern) FindStringSubmatch(s string) []string { return p.get().FindStringSubmatch(s) }
func (p *lazyPattern) FindStringSubmatchIndex(s string) []int {
	return p.get().FindStringSubmatchIndex(s)
}
func (p *lazyPattern) FindAllString(s string, n int) []string { return p.get().FindAllString(s, n) }
func (p *lazyPattern) ReplaceAllString(s, with string) string {
	return p.get().ReplaceAllString(s, with)
}
func (p *lazyPattern) SubexpNames() []string          { return p.get().SubexpNames() }
func (p *lazyPattern) Split(s string, n int) []string { return p.get().Split(s, n) }
