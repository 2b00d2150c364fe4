package text

import "sort"

// Kind says what a block is to its reader.
type Kind uint8

// The kinds of block, in the order in which they tend to stand on a page.
const (
	Paragraph Kind = iota // running text; the zero value, because most blocks are
	Title
	Standfirst
	Kicker
	Byline
	Dateline
	Heading
	Caption
	Furniture
)

var kindNames = [...]string{"paragraph", "title", "standfirst", "kicker", "byline", "dateline", "heading", "caption", "furniture"}

// String returns the name that the formats use.
func (k Kind) String() string { return kindNames[k] }

// Aside reports whether a block of this kind stands beside the story rather
// than in it: page furniture, captions and bylines.
func (k Kind) Aside() bool { return k == Furniture || k == Caption || k == Byline }

// Span is a half-open range of bytes.
type Span struct{ Start, End int }

// Len returns the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Block is one paragraph-like unit of a text, as its reader sees it.
type Block struct {
	Kind Kind
	// Text is the visible text in one line: markup is gone, and a line break
	// of the source is a blank, or nothing within a hyphenated word. Every other character is as the source has it.
	Text string
	// Span is where the block stands in the source, its markup included.
	Span Span
	// Runs tell which bytes of Text were copied from which bytes of the
	// source. They are rising in both and do not overlap. A byte of Text in no
	// run (the blank put for a line break) stands just after the run before it.
	Runs []Run
	// Marks are the stretches of Text that the source marks up.
	Marks []Mark
	// Tight says that it stands right below the block before it, with no blank
	// line between, as a line of verse does within its stanza.
	Tight bool
}

// IsVerse reports whether one of some blocks is a line of verse.
func IsVerse(blocks []Block, b int) bool {
	return blocks[b].Tight || b+1 < len(blocks) && blocks[b+1].Tight
}

// Run says that Len bytes of a block's text, from Text on, were copied from
// the source, from Source on.
type Run struct{ Text, Source, Len int }

// Mark is a stretch of a block's text that its source sets apart.
type Mark struct {
	Span  Span   // in the block's text
	Style string // "link", "strong", "emphasis", "code", "heading", "list", "quote", or Damaged
}

// Damaged is the style of what the source has in damaged letters (see Misread).
const Damaged = "damaged"

// SourceSpan returns where a range of the block's text was read from. The
// whole text maps to the whole block, its markup included; a part begins at
// its first byte and ends after its last one.
func (b *Block) SourceSpan(s Span) Span {
	out := Span{b.sourceOf(s.Start), b.sourceOf(s.End)}
	if s.End > s.Start {
		out.End = b.sourceOf(s.End-1) + 1
	}
	if s.Start <= 0 {
		out.Start = b.Span.Start
	}
	if s.End >= len(b.Text) {
		out.End = b.Span.End
	}
	return out
}

func (b *Block) sourceOf(at int) int {
	i := sort.Search(len(b.Runs), func(i int) bool { return b.Runs[i].Text > at }) - 1
	if i < 0 {
		return b.Span.Start
	}
	r := b.Runs[i]
	return r.Source + min(at-r.Text, r.Len)
}
