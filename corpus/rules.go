package corpus

import (
	"fmt"

	"golang.org/x/text/unicode/norm"
)

// Rules are what somebody decided about the stories of a corpus. See package
// rules, which reads them from a file.
type Rules struct {
	Path    string   // of the file that they stand in, for problems
	Stories []Rule   // each has exactly these versions
	Apart   [][]Ref  // of each list, no two are in one story unless a rule puts them there
	Text    []string // what is no furniture, whatever it looks like: blocks, or how they begin
}

// Rule is a story as somebody decided it.
type Rule struct {
	Title    string // "" for that of its versions
	Versions []Ref  // in this order
}

// Ref names a version.
type Ref struct {
	Name string // its path below the folder of the rules, its whole path, or its ID
	Path string // the whole path, if Name is a path below that folder
	Line int    // where it stands in the file
}

// apply adds what rules say about documents, and returns what is wrong with
// them.
func (s *said) apply(rules []Rules, docs []*Document) (problems []Problem) {
	if len(rules) == 0 {
		return nil
	}
	named := make(map[string]*Document, 2*len(docs))
	for _, d := range docs {
		named[d.ID] = d
		named[norm.NFC.String(d.Path)] = d // some systems spell letters with accents in their own way
	}
	for _, d := range docs {
		named[d.Path] = d
	}
	for _, r := range rules {
		wrong := func(ref Ref, format string, args ...any) {
			err := fmt.Errorf("line %d: %q %w", ref.Line, ref.Name, fmt.Errorf(format, args...))
			problems = append(problems, Problem{r.Path, err})
		}
		find := func(ref Ref) *Document {
			for _, name := range [...]string{ref.Path, norm.NFC.String(ref.Path), ref.Name} {
				if d := named[name]; d != nil {
					return d
				}
			}
			wrong(ref, "is no version of this corpus")
			return nil
		}
		lines := map[string]int{} // where a version is put into a story, by its ID
		for i, story := range r.Stories {
			for rank, ref := range story.Versions {
				d := find(ref)
				if d == nil {
					continue
				}
				if line := lines[d.ID]; line > 0 {
					wrong(ref, "stands in line %d already", line)
					continue
				}
				lines[d.ID] = ref.Line
				s.places[d.ID] = place{
					story: fmt.Sprintf("ruled %s %d", r.Path, i), name: first(story.Title, story.Versions[0].Name),
					title: story.Title, rank: rank + 1,
				}
			}
		}
		for _, list := range r.Apart {
			var before []*Document
			for _, ref := range list {
				d := find(ref)
				if d == nil {
					continue
				}
				for _, other := range before {
					if p := s.of(d); p.story != "" && p.story == s.of(other).story {
						wrong(ref, "is to be apart from %s and in one story with it", other.Path)
					}
					s.apart = append(s.apart, [2]string{other.ID, d.ID})
				}
				before = append(before, d)
			}
		}
	}
	return problems
}
