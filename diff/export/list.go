package export

import (
	"context"
	"io"

	"variorum/corpus"
)

// List writes the stories of a corpus, their versions, and what is wrong with
// it; and, if that is asked for, why each version is there, for which the texts
// are read again.
func List(w io.Writer, c *corpus.Corpus, why bool) error {
	e := newEncoder(w)
	e.open('{')
	e.name("schema").string(ListSchema)
	e.line()
	e.name("stories").open('[')
	story := func(s *corpus.Story, whys []corpus.Why) {
		e.line()
		e.open('{')
		e.name("id").string(s.ID)
		e.name("title").string(s.Title)
		e.name("versions").open('[')
		for k, v := range s.Versions {
			e.line()
			e.open('{')
			e.head(v.Document, v.Words())
			e.name("kind_of_match").string(v.Match.String())
			e.name("similarity").share(v.Similarity)
			e.note(v.Document)
			if why {
				e.why(&whys[k])
			}
			if v.Revision != "" {
				e.name("revision").string(v.Revision)
				e.name("subject").string(v.Subject)
			}
			e.close('}')
		}
		e.endLines(len(s.Versions))
		e.close('}')
	}
	if why {
		if err := c.Explain(context.Background(), story); err != nil {
			return err
		}
	} else {
		for i := range c.Stories {
			story(&c.Stories[i], nil)
		}
	}
	e.endLines(len(c.Stories))
	e.line()
	e.name("problems").open('[')
	for _, p := range c.Problems {
		e.line()
		e.open('{')
		e.name("path").string(p.Path)
		e.name("error").string(p.Err.Error())
		e.close('}')
	}
	e.endLines(len(c.Problems))
	e.line()
	e.name("passed_over").open('[')
	for _, p := range c.Passed {
		e.open('{')
		e.name("ending").string(p.Name)
		e.name("files").int(p.Files)
		e.close('}')
	}
	e.close(']')
	e.close('}')
	return e.end()
}

// why writes what a version shares with the one of its story that it is closest
// to; of a version that is the only one, nothing.
func (e *encoder) why(w *corpus.Why) {
	e.name("why").open('{')
	closest := ""
	if w.Closest != nil {
		closest = w.Closest.ID
	}
	e.name("closest").string(closest)
	e.name("shared").share(w.Shared)
	e.name("words").strings(w.Words)
	e.close('}')
}
