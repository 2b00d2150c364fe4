package export

import (
	"bufio"
	"io"

	"variorum/diff"
)

// WDiff writes both texts in one, with [-words of A only-] and {+words of B
// only+}. Paragraphs are kept apart by blank lines. What ignore folds away
// stands as B has it, without marks: then only B can be read back.
func WDiff(w io.Writer, c *diff.Comparison, ignore diff.Tiers) error {
	v := &weaver{w: bufio.NewWriterSize(w, 1<<16), texts: c.Texts, folds: folds(c, ignore), spaced: [2]bool{true, true}}
	for op, n := range c.Script() {
		if op == diff.Equal {
			v.equal(n)
			continue
		}
		v.end[op-diff.Delete] += n
	}
	v.hunk()
	v.turn(shared)
	if v.wrote {
		v.w.WriteByte('\n')
	}
	return v.w.Flush()
}

// weaver writes two streams of tokens into one.
//
// The words of both must come back, so what matters most is white space. To
// who leaves out the other side's marks, there must be white space between two
// tokens of a side exactly where that side's text has it. Unmarked white space
// is there for both sides. It may be written only where each side either wants
// some before its next token or has just had some, for twice does no harm.
// Everywhere else it goes inside a mark.
type weaver struct {
	w     *bufio.Writer
	texts [2]*diff.Text
	folds [2]*fold // what is ignored on each side
	// The tokens [next, end) of each side are met and not yet written: the
	// texts have nothing in common there.
	next, end [2]int
	spaced    [2]bool // white space was the last thing written for this side
	wrote     bool    // something was written at all
	open      mark
	last      byte // the character before, of the same mark
}

// mark says whose words are being written.
type mark uint8

const (
	shared   mark = iota
	deleted       // for A only
	inserted      // for B only
)

// other is the mark of the words that a side does not have.
func other(side int) mark { return inserted - mark(side) }

// paragraph is what stands between two paragraphs.
const paragraph = "\n\n"

var (
	opening = [...]string{"", "[-", "{+"}
	closing = [...]string{"", "-]", "+}"}
)

// equal takes in n tokens that both sides have: at once where they stand alike
// in both texts, blanks included, and else by halves. One that is spelled
// differently belongs with the words that are not shared.
func (v *weaver) equal(n int) {
	i, j := v.end[diff.A], v.end[diff.B]
	x, y := v.stretch(diff.A, i, n), v.stretch(diff.B, j, n)
	if x == "" || x != y {
		if n > 1 {
			v.equal(n / 2)
			v.equal(n - n/2)
			return
		}
		v.end = [2]int{i + 1, j + 1}
		return
	}
	v.hunk()
	v.gap(shared)
	v.put(shared, x)
	v.next = [2]int{i + n, j + n}
	v.end = v.next
	v.spaced = [2]bool{}
}

// stretch returns the text of n tokens of one block, "" where they are of
// several.
func (v *weaver) stretch(s diff.Side, i, n int) string {
	block, first := v.texts[s].Token(i)
	last := first
	if n > 1 {
		var other int
		if other, last = v.texts[s].Token(i + n - 1); other != block {
			return ""
		}
	}
	return v.texts[s].Blocks[block].Text[first.Start:last.End]
}

// hunk writes what was met since the last shared token.
func (v *weaver) hunk() {
	for s := diff.A; s <= diff.B; s++ {
		for ; v.next[s] < v.end[s]; v.next[s]++ {
			m := deleted + mark(s)
			if v.folds[s].has(v.texts[s], v.next[s]) {
				v.spaced[diff.A] = true // its white space does not matter here
				if s == diff.A {
					continue
				}
				m = shared
			}
			v.gap(m)
			v.put(m, v.token(s, v.next[s]))
			v.spaced[s] = false
		}
	}
}

func (v *weaver) token(s diff.Side, i int) string {
	block, span := v.texts[s].Token(i)
	return v.texts[s].Blocks[block].Text[span.Start:span.End]
}

// blank returns the white space before the next token of a side: nothing, that
// of the text, or a blank line between two paragraphs. At the end of a text
// there is room for any.
func (v *weaver) blank(s diff.Side) string {
	t, i := v.texts[s], v.next[s]
	if i == 0 || i == t.Tokens() {
		return paragraph
	}
	before, from := t.Token(i - 1)
	block, to := t.Token(i)
	if before != block {
		if t.Blocks[block].Tight {
			return "\n"
		}
		return paragraph
	}
	return t.Blocks[block].Text[from.End:to.Start]
}

// gap writes the white space before the next token, which is to stand under a
// mark.
func (v *weaver) gap(m mark) {
	var needs [2]bool
	var between string
	everyone := true
	for s := range needs {
		if v.spaced[s] {
			continue
		}
		blank := v.blank(diff.Side(s))
		everyone = everyone && blank != ""
		if needs[s] = blank != "" && m != other(s); needs[s] && between != paragraph {
			between = blank
		}
	}
	switch {
	case between == "":
	case everyone && (m != v.open || m == shared || between == paragraph):
		v.put(shared, between)
		v.spaced = [2]bool{true, true}
	default:
		for s := range needs {
			if needs[s] {
				v.put(deleted+mark(s), between)
				v.spaced[s] = true
			}
		}
	}
}

// put writes a piece of text under a mark. Where the text itself holds what
// looks like the edge of a mark, marks take it apart.
func (v *weaver) put(m mark, s string) {
	v.wrote = true
	v.turn(m)
	done := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if !edge(v.last, c) {
			v.last = c
			continue
		}
		v.w.WriteString(s[done:i])
		if done = i; m == shared {
			done++
			v.turn(deleted)
			v.w.WriteByte(c)
			v.turn(inserted)
			v.w.WriteByte(c)
			v.turn(m)
		} else {
			v.turn(shared)
			v.turn(m)
			v.last = c
		}
	}
	v.w.WriteString(s[done:])
}

func edge(c, d byte) bool {
	switch d {
	case '-':
		return c == '['
	case '+':
		return c == '{'
	case ']':
		return c == '-'
	case '}':
		return c == '+'
	}
	return false
}

// turn ends one mark and begins another.
func (v *weaver) turn(m mark) {
	if v.open != m {
		v.w.WriteString(closing[v.open])
		v.w.WriteString(opening[m])
		v.open, v.last = m, 0
	}
}
