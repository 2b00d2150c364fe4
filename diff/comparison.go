package diff

import "variorum/text"

// Side names one of the two texts of a comparison.
type Side uint8

// The two sides.
const (
	A Side = iota
	B
)

// Other returns the side across.
func (s Side) Other() Side { return 1 - s }

// Comparison is what became of the wording between two texts.
//
// Every sentence of either text stands in exactly one pair, except that
// paraphrase pairs may overlap. Pairs that are neither moved nor paraphrases
// are in order: read down the list, their sentences rise on both sides.
type Comparison struct {
	Texts       [2]*Text // by Side
	Pairs       []Pair
	Differences []Difference // in reading order
	Summary     Summary
	Folded      []Difference // those that Without left out
	Hidden      int          // how many changes that took away

	match []int32 // token of A -> token of B, -1 where it has none
}

// Text is one side of a comparison, cut into sentences and tokens.
type Text struct {
	Blocks    []text.Block
	Sentences []Sentence // in reading order
	Words     int        // as text.Words counts them

	tokens   []token
	keys     []int32  // of the tokens; equal keys, equal words
	first    []int32  // the first sentence of each block, and of the end
	labels   []string // of the blocks; nil where they are not numbered
	unspaced bool     // some of it is in a script that sets no blanks
}

// Sentence is a range of a block's text.
type Sentence struct {
	Block int       // index into Blocks
	Span  text.Span // bytes of the block's Text
	Words int

	first, last int32 // its tokens, half-open
	weight      int32 // of its words
}

// Kind returns the kind of the block that a sentence stands in.
func (t *Text) Kind(sentence int) text.Kind { return t.Blocks[t.Sentences[sentence].Block].Kind }

// Sentence returns the text of a sentence.
func (t *Text) Sentence(i int) string {
	s := &t.Sentences[i]
	return t.Blocks[s.Block].Text[s.Span.Start:s.Span.End]
}

// Relation says how the two ends of a pair stand to each other.
type Relation uint8

// The relations.
const (
	Identical  Relation = iota // the same words once noise is folded
	Edited                     // one text, changed
	Paraphrase                 // two tellings of one thing
	OnlyA                      // B has no such sentence
	OnlyB                      // A has no such sentence
)

var relationNames = [...]string{"identical", "edited", "paraphrase", "only-a", "only-b"}

// String returns the name that the formats use.
func (r Relation) String() string { return relationNames[r] }

// Pair links the sentences of A and B that are one passage: one to one,
// several where a sentence was split or joined, or none on one side.
type Pair struct {
	Sentences  [2][]int // by Side; indexes into Text.Sentences, rising
	Relation   Relation
	Moved      bool
	Similarity float64 // 0 to 1: shared tokens over all tokens of both
	Why        Evidence
	// Shared are the words that both ends of a paraphrase have; for other
	// relations what is shared is what no difference touches.
	Shared []Shared
}

// Evidence says why a pair was made.
type Evidence struct {
	Rule     string  // "order", "move", "retelling", ""
	Score    float64 // by the rule's own measure
	RunnerUp float64 // the next best partner by the same measure
}

// Shared is a stretch of words that stands in both ends of a paraphrase.
type Shared struct{ Places [2]Place }

// Kind is what happened at one place.
type Kind uint8

// The kinds of difference. Those from Typography on are noise: the words are
// the same.
const (
	Substitution Kind = iota
	Insertion
	Deletion
	Reorder
	Omission
	Truncation
	Move
	Duplicate
	Typography
	Case
	Punctuation
	Markup
	Encoding
	numKinds
)

var kindNames = [numKinds]string{"substitution", "insertion", "deletion", "reorder", "omission", "truncation", "move", "duplicate",
	"typography", "case", "punctuation", "markup", "encoding"}

// String returns the name that the formats use.
func (k Kind) String() string { return kindNames[k] }

// Kinds returns all kinds in their order.
func Kinds() []Kind {
	out := make([]Kind, numKinds)
	for i := range out {
		out[i] = Kind(i)
	}
	return out
}

// Tags is a set of the things that a reader checks first.
type Tags uint8

// The tags.
const (
	Number Tags = 1 << iota
	Date
	Name
	Negation
	Quotation
	Attribution
)

var tagNames = [...]string{"number", "date", "name", "negation", "quotation", "attribution"}

// Names returns the names of the tags in the set, in a fixed order.
func (t Tags) Names() []string {
	out := []string{}
	for i, n := range tagNames {
		if t&(1<<i) != 0 {
			out = append(out, n)
		}
	}
	return out
}

// Place is a range of a sentence's text. An empty one marks the position where
// the other side's words would stand; a text without sentences has Sentence -1.
type Place struct {
	Sentence   int // index into Text.Sentences
	Start, End int // bytes of the sentence's text
}

// Empty reports whether the place is a position only.
func (p Place) Empty() bool { return p.Start == p.End }

// Difference is one thing that happened to the wording at one place.
type Difference struct {
	Kind   Kind
	Tags   Tags
	Pair   int // index into Pairs, of the A end where the two ends differ
	Change int // the same number on all parts of one change
	Places [2]Place
}

// Addition is what an omission is called, in what people read and name, whose
// sentence only B has. The formats for programs know it by its places.
const Addition = "addition"

// Name says in a word what sort of difference it is.
func (d Difference) Name() string {
	if d.Kind == Omission && d.Places[A].Empty() {
		return Addition
	}
	return d.Kind.String()
}

// Text returns the words of a difference on one side, "" where it is a position.
func (c *Comparison) Text(s Side, p Place) string {
	if p.Sentence < 0 {
		return ""
	}
	return c.Texts[s].Sentence(p.Sentence)[p.Start:p.End]
}

// Verdict says in a word how two texts are related.
type Verdict uint8

// The verdicts.
const (
	VerdictIdentical Verdict = iota // the same words
	SameText                        // one text, edited
	Excerpt                         // one is a part of the other
	Related                         // independent tellings with something in common
	Unrelated
)

var verdictNames = [...]string{"identical", "same-text", "excerpt", "related", "unrelated"}

// String returns the name that the formats use.
func (v Verdict) String() string { return verdictNames[v] }

// Where is the part of a text that a cut took.
type Where uint8

// The places of a cut.
const (
	Start Where = iota
	Middle
	End
)

var whereNames = [...]string{"start", "middle", "end"}

// String returns the name that the formats use.
func (w Where) String() string { return whereNames[w] }

// Cut is a passage of ten words or more that one side's body lacks at its
// start, at its end, or inside a sentence.
type Cut struct {
	Side  Side // the side that lacks the words
	At    Where
	Words int
}

// Summary is a comparison in numbers.
type Summary struct {
	Verdict    Verdict
	Words      [2]int     // by Side
	Shared     int        // words that stand in both
	Similarity float64    // 0 to 1
	Contained  [2]float64 // share of A's words that stand in B, and of B's in A
	Cuts       []Cut
	Kinds      [numKinds]int // changes, each once under every kind that it has
}
