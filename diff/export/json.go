package export

import (
	"io"

	"variorum/corpus"
	"variorum/diff"
)

// Schemas of the JSON formats.
const (
	CompareSchema = "variorum.compare/1"
	ListSchema    = "variorum.list/1"
)

// sides are the field names of the two sides.
var sides = [2]string{"a", "b"}

// JSON writes a comparison of the blocks of two documents.
func JSON(w io.Writer, c *diff.Comparison, docs [2]*corpus.Document) error {
	e := newEncoder(w)
	e.open('{')
	e.name("schema").string(CompareSchema)
	for s, name := range sides {
		e.line()
		e.name(name).open('{')
		e.head(docs[s], c.Texts[s].Words)
		e.sentences(c.Texts[s])
		e.note(docs[s])
		e.close('}')
	}
	e.line()
	e.pairs(c.Pairs)
	e.line()
	e.differences(c)
	e.line()
	e.summary(&c.Summary)
	e.close('}')
	return e.end()
}

// head writes the fields that a document has wherever it is named.
func (e *encoder) head(d *corpus.Document, words int) {
	e.name("id").string(d.ID)
	e.name("path").string(d.Path)
	e.name("title").string(d.Title)
	e.name("outlet").string(d.Outlet)
	e.name("byline").strings(d.Byline)
	e.name("published").string(string(d.Published))
	e.name("language").string(d.Language)
	e.name("words").int(words)
}

// note says, where there is something to know of it, how a text was read.
func (e *encoder) note(d *corpus.Document) {
	if d.Note != "" {
		e.name("note").string(d.Note)
	}
}

func (e *encoder) sentences(t *diff.Text) {
	e.name("sentences").open('[')
	for i := range t.Sentences {
		s := &t.Sentences[i]
		b := &t.Blocks[s.Block]
		src := b.SourceSpan(s.Span)
		e.line()
		e.open('{')
		e.name("block").int(s.Block)
		e.name("kind").string(b.Kind.String())
		e.name("start").int(src.Start)
		e.name("end").int(src.End)
		e.name("text").string(t.Sentence(i))
		e.close('}')
	}
	e.endLines(len(t.Sentences))
}

func (e *encoder) pairs(pairs []diff.Pair) {
	e.name("pairs").open('[')
	for i := range pairs {
		p := &pairs[i]
		e.line()
		e.open('{')
		for s, name := range sides {
			e.name(name).ints(p.Sentences[s])
		}
		e.name("relation").string(p.Relation.String())
		e.name("moved").bool(p.Moved)
		e.name("similarity").share(p.Similarity)
		e.name("why").open('{')
		e.name("rule").string(p.Why.Rule)
		e.name("score").share(p.Why.Score)
		e.name("runner_up").share(p.Why.RunnerUp)
		e.close('}')
		e.close('}')
	}
	e.endLines(len(pairs))
}

func (e *encoder) differences(c *diff.Comparison) {
	e.name("differences").open('[')
	for i := range c.Differences {
		d := &c.Differences[i]
		e.line()
		e.open('{')
		e.name("kind").string(d.Kind.String())
		e.name("tags").strings(d.Tags.Names())
		e.name("pair").int(d.Pair)
		e.name("change").int(d.Change)
		for s, name := range sides {
			p := d.Places[s]
			e.name(name).open('{')
			e.name("sentence").int(p.Sentence)
			e.name("start").int(p.Start)
			e.name("end").int(p.End)
			e.name("text").string(c.Text(diff.Side(s), p))
			e.close('}')
		}
		e.close('}')
	}
	e.endLines(len(c.Differences))
}

func (e *encoder) summary(s *diff.Summary) {
	e.name("summary").open('{')
	e.name("verdict").string(s.Verdict.String())
	e.name("words_a").int(s.Words[diff.A])
	e.name("words_b").int(s.Words[diff.B])
	e.name("shared").int(s.Shared)
	e.name("similarity").share(s.Similarity)
	e.name("a_in_b").share(s.Contained[diff.A])
	e.name("b_in_a").share(s.Contained[diff.B])
	e.name("cuts").open('[')
	for _, c := range s.Cuts {
		e.open('{')
		e.name("side").string(sides[c.Side])
		e.name("at").string(c.At.String())
		e.name("words").int(c.Words)
		e.close('}')
	}
	e.close(']')
	e.name("kinds").open('{')
	for _, k := range diff.Kinds() {
		e.name(k.String()).int(s.Kinds[k])
	}
	e.close('}')
	e.close('}')
}
