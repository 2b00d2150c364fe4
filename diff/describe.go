package diff

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"variorum/text"
)

// describe turns what the pairs do not share into differences.
func (c *collator) describe() {
	for k := range c.pairs {
		if k%1024 == 0 && c.ctx.Err() != nil {
			return
		}
		p := &c.pairs[k]
		switch p.Relation {
		case OnlyA, OnlyB:
			continue
		case Paraphrase:
			c.disagreements(k)
			continue
		}
		c.describePair(k)
		if p.Moved {
			c.add(Move, k, c.newChange(), c.whole(A, p.Sentences[A][0]), c.whole(B, p.Sentences[B][0]))
		}
	}
	c.swaps()
	c.reorders()
	c.markup()
	c.omissions()
	c.seams()
	c.passages()
}

// run is a stretch of tokens of one side within a pair: the tokens themselves,
// and where it would stand if there are none.
type run struct {
	tokens   []int32
	sentence int   // of the token before, else of the one behind
	at       int32 // the first token behind it, else one past the last of the sentence
}

// describePair walks the aligned tokens of a pair and reports what lies
// between them, and where the aligned ones are spelled differently.
func (c *collator) describePair(k int) {
	p := &c.pairs[k]
	m := c.inOrder
	if p.Moved {
		m = c.moved
	}
	if c.alike(m, p) {
		p.Relation, p.Similarity = Identical, 1
		return
	}
	var toks [2][]int32
	for s := A; s <= B; s++ {
		for _, i := range p.Sentences[s] {
			st := c.texts[s].Sentences[i]
			for t := st.first; t < st.last; t++ {
				toks[s] = append(toks[s], t)
			}
		}
	}
	c.tighten(m, toks)
	c.widen(m, toks)
	before := len(c.differences)
	shared, x, y := 0, 0, 0
	lastI, lastJ := int32(-1), int32(-1)
	for i := 0; i <= len(toks[A]); i++ {
		j := len(toks[B])
		if i < len(toks[A]) {
			partner := m[A][toks[A][i]]
			if partner < 0 {
				continue
			}
			for j = y; toks[B][j] != partner; j++ {
			}
		}
		if i > x || j > y {
			a, b := c.stretch(A, toks[A], x, i), c.stretch(B, toks[B], y, j)
			if last := i == len(toks[A]); !last || !c.tornWord(k, A, a, b) && !c.tornWord(k, B, b, a) {
				c.hunk(k, a, b)
			}
		}
		if i < len(toks[A]) {
			c.noise(k, toks[A][i], toks[B][j], lastI, lastJ)
			lastI, lastJ = toks[A][i], toks[B][j]
			shared++
		}
		x, y = i+1, j+1
	}
	if n := len(toks[A]) + len(toks[B]); n > 0 {
		p.Similarity = 2 * float64(shared) / float64(n)
	}
	p.Relation = Identical
	for _, d := range c.differences[before:] {
		if d.Kind < Typography {
			p.Relation = Edited
		}
	}
}

// alike reports whether a pair is one sentence on either side, letter for
// letter, as nearly all are in two copies of a text.
func (c *collator) alike(m alignment, p *Pair) bool {
	if len(p.Sentences[A]) != 1 || len(p.Sentences[B]) != 1 {
		return false
	}
	a, b := c.texts[A].Sentences[p.Sentences[A][0]], c.texts[B].Sentences[p.Sentences[B][0]]
	if a.last-a.first != b.last-b.first || c.texts[A].Sentence(p.Sentences[A][0]) != c.texts[B].Sentence(p.Sentences[B][0]) {
		return false
	}
	for i := a.first; i < a.last; i++ {
		if m[A][i] != b.first+i-a.first {
			return false
		}
	}
	return true
}

// tighten aligns the equal tokens at the edges of what lies between aligned
// ones: those that were parted from another sentence fit here.
func (c *collator) tighten(m alignment, toks [2][]int32) {
	a, b := toks[A], toks[B]
	for _, list := range toks {
		if int(list[len(list)-1]-list[0]) != len(list)-1 {
			return // other sentences stand within the pair, and might be crossed
		}
	}
	same := func(i, j int) bool {
		return m[A][a[i]] < 0 && m[B][b[j]] < 0 && c.texts[A].keys[a[i]] == c.texts[B].keys[b[j]]
	}
	pair := func(i, j int) { m[A][a[i]], m[B][b[j]] = b[j], a[i] }
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case m[A][a[i]] >= 0 && m[B][b[j]] >= 0:
			i, j = i+1, j+1
		case same(i, j):
			pair(i, j)
			i, j = i+1, j+1
		default:
			for i < len(a) && m[A][a[i]] < 0 {
				i++
			}
			for j < len(b) && m[B][b[j]] < 0 {
				j++
			}
		}
	}
	for i, j := len(a)-1, len(b)-1; i >= 0 && j >= 0; {
		switch {
		case m[A][a[i]] >= 0 && m[B][b[j]] >= 0:
			i, j = i-1, j-1
		case same(i, j):
			pair(i, j)
			i, j = i-1, j-1
		default:
			for i >= 0 && m[A][a[i]] < 0 {
				i--
			}
			for j >= 0 && m[B][b[j]] < 0 {
				j--
			}
		}
	}
}

func (c *collator) stretch(s Side, toks []int32, from, to int) run {
	r := run{tokens: toks[from:to]}
	t := c.texts[s]
	if from > 0 {
		r.at = toks[from-1] + 1
		r.sentence = int(t.tokens[toks[from-1]].sentence)
	} else {
		r.at = toks[0]
		r.sentence = int(t.tokens[toks[0]].sentence)
	}
	return r
}

// hunk reports one change of words.
func (c *collator) hunk(k int, a, b run) {
	if c.numbersOnly(A, a) && c.numbersOnly(B, b) {
		c.parts(Markup, k, a, b)
		return
	}
	a, b = c.stop(A, k, a, b), c.stop(B, k, b, a)
	c.parts(c.kindOf(a.tokens, b.tokens), k, a, b)
}

// parts reports a change of a kind: a part for each sentence that it touches.
func (c *collator) parts(kind Kind, k int, a, b run) {
	parts := [2][]Place{c.places(A, a), c.places(B, b)}
	change := c.newChange()
	for i := 0; i < max(len(parts[A]), len(parts[B])); i++ {
		var pl [2]Place
		var has [2]bool
		for s := A; s <= B; s++ {
			if i < len(parts[s]) {
				pl[s], has[s] = parts[s][i], true
				continue
			}
			r := [2]run{a, b}[s]
			if n := len(parts[s]); n > 0 {
				last := parts[s][n-1]
				pl[s] = Place{last.Sentence, last.End, last.End}
			} else {
				pl[s] = c.texts[s].place(r.sentence, r.at, r.at)
			}
		}
		part := kind
		if kind == Substitution && !has[A] {
			part = Insertion
		} else if kind == Substitution && !has[B] {
			part = Deletion
		}
		c.add(part, k, change, pl[A], pl[B])
	}
}

// stop reports the full stop by itself that only one side has behind a word cut
// short, as in Mr. Jones and Mr Johns, and returns what is left of that side.
func (c *collator) stop(s Side, k int, own, other run) run {
	if len(own.tokens) < 2 || len(other.tokens) == 0 || own.tokens[0] != own.at {
		return own
	}
	t, u := c.texts[s], c.texts[s.Other()]
	if t.spelling(own.at) != "." || !t.tokens[own.tokens[1]].word() || !u.tokens[other.tokens[0]].word() ||
		own.at == 0 || !t.tokens[own.at-1].word() || t.tokens[own.at-1].sentence != t.tokens[own.tokens[1]].sentence {
		return own
	}
	var parts [2]run
	parts[s], parts[s.Other()] = run{own.tokens[:1], own.sentence, own.at}, run{nil, other.sentence, other.at}
	c.hunk(k, parts[A], parts[B])
	return run{own.tokens[1:], int(t.tokens[own.tokens[1]].sentence), own.at + 1}
}

// places cuts a run at the ends of sentences.
func (c *collator) places(s Side, r run) []Place {
	var out []Place
	t := c.texts[s]
	for i := 0; i < len(r.tokens); {
		sentence := t.tokens[r.tokens[i]].sentence
		j := i
		for j < len(r.tokens) && t.tokens[r.tokens[j]].sentence == sentence {
			j++
		}
		out = append(out, t.place(int(sentence), r.tokens[i], r.tokens[j-1]+1))
		i = j
	}
	return out
}

// kindOf says what a change of these tokens is.
func (c *collator) kindOf(a, b []int32) Kind {
	wa, wb := c.letters(A, a), c.letters(B, b)
	switch {
	case wa == wb && wa != "" && c.raw(A, a) != c.raw(B, b):
		return Case
	case wa == wb && (c.signs(A, a) || c.signs(B, b)):
		switch {
		case len(a) == 0:
			return Insertion
		case len(b) == 0:
			return Deletion
		}
		return Substitution
	case wa == "" && wb == "" && len(a) == len(b) && c.quoting(A, a) && c.quoting(B, b),
		wa == wb && c.unseen(A, a) && c.unseen(B, b):
		return Typography
	case wa == wb && len(a) != len(b) && c.words(A, a) && c.words(B, b):
		return Substitution // any one and anyone
	case wa == wb:
		return Punctuation
	case len(a) == 0:
		return Insertion
	case len(b) == 0:
		return Deletion
	}
	return Substitution
}

// quoting reports whether tokens are quotation marks, single or double, as British and
// American editions have them, and none of feet or minutes.
func (c *collator) quoting(s Side, toks []int32) bool {
	t := c.texts[s]
	return !slices.ContainsFunc(toks, func(i int32) bool {
		return !strings.Contains(quotationMarks+"'‘’‚‛‹›", t.spelling(i)) ||
			t.tokens[i].is(isGlued) && i > 0 && c.lex.class[t.keys[i-1]] == figure
	})
}

// words reports whether tokens are words, of a script that sets blanks between
// them.
func (c *collator) words(s Side, toks []int32) bool {
	t := c.texts[s]
	return !t.unspaced && !slices.ContainsFunc(toks, func(i int32) bool { return !t.tokens[i].word() })
}

// noise reports aligned tokens that are spelled differently, and blanks before
// them that are.
func (c *collator) noise(k int, i, j, lastI, lastJ int32) {
	ta, tb := &c.texts[A].tokens[i], &c.texts[B].tokens[j]
	if i == lastI+1 && j == lastJ+1 && ta.sentence == c.texts[A].tokens[max(lastI, 0)].sentence && tb.sentence == c.texts[B].tokens[max(lastJ, 0)].sentence && lastI >= 0 {
		if x, y := c.blank(A, lastI, i), c.blank(B, lastJ, j); x != y && !(plainBlank(x) && plainBlank(y)) {
			c.add(Typography, k, c.newChange(), c.blankPlace(A, lastI, i), c.blankPlace(B, lastJ, j))
		}
	}
	if ta.form() == tb.form() {
		return
	}
	x, y := c.texts[A].spelling(i), c.texts[B].spelling(j)
	if norm.NFC.String(x) == norm.NFC.String(y) {
		return // one spelling, by any other bytes
	}
	if key := c.texts[A].keys[i]; key == c.labelKey && key != 0 {
		c.add(Markup, k, c.newChange(), c.texts[A].place(int(ta.sentence), i, i+1), c.texts[B].place(int(tb.sentence), j, j+1))
		return
	}
	kind := Typography
	_, dx := text.Repair(x)
	_, dy := text.Repair(y)
	switch {
	case dx != dy:
		kind = Encoding
	case text.Typographic(x) != text.Typographic(y):
		kind = Case
	}
	pa, pb := c.texts[A].place(int(ta.sentence), i, i+1), c.texts[B].place(int(tb.sentence), j, j+1)
	if n := len(c.differences) - 1; kind == Case && n >= 0 && i == lastI+1 && j == lastJ+1 {
		// Words of one name that change together are one change.
		d := &c.differences[n]
		if d.Kind == Case && d.Pair == k && c.reaches(A, d.Places[A], lastI) && c.reaches(B, d.Places[B], lastJ) &&
			d.Places[A].Sentence == pa.Sentence && d.Places[B].Sentence == pb.Sentence {
			d.Places[A].End, d.Places[B].End = pa.End, pb.End
			return
		}
	}
	c.add(kind, k, c.newChange(), pa, pb)
}

// reaches reports whether a place ends where a token does.
func (c *collator) reaches(s Side, p Place, tok int32) bool {
	t := c.texts[s]
	return p.Sentence == int(t.tokens[tok].sentence) && p.End == int(t.tokens[tok].end)-t.Sentences[p.Sentence].Span.Start
}

// blank returns what stands between two neighbouring tokens.
func (c *collator) blank(s Side, i, j int32) string {
	t := c.texts[s]
	return t.Blocks[t.Sentences[t.tokens[i].sentence].Block].Text[t.tokens[i].end:t.tokens[j].start]
}

func (c *collator) blankPlace(s Side, i, j int32) Place {
	t := c.texts[s]
	n := int(t.tokens[i].sentence)
	base := t.Sentences[n].Span.Start
	return Place{n, int(t.tokens[i].end) - base, int(t.tokens[j].start) - base}
}

// plainBlank reports whether a blank is nothing but spaces and tabs, of which
// prose may have any number.
func plainBlank(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] != ' ' && s[i] != '\t' {
			return false
		}
	}
	return s != ""
}

func (c *collator) whole(s Side, sentence int) Place {
	return Place{sentence, 0, c.texts[s].Sentences[sentence].Span.Len()}
}

func (c *collator) newChange() int {
	c.changes++
	return c.changes - 1
}

func (c *collator) add(kind Kind, pair, change int, a, b Place) {
	d := Difference{Kind: kind, Pair: pair, Change: change, Places: [2]Place{a, b}}
	d.Tags = c.tags(&d)
	c.differences = append(c.differences, d)
}
