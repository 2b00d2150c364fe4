package diff

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"variorum/text"
)

// seams finds where a text breaks off in mid-sentence, or takes up again in
// the middle of one, and the other side has the words. These, with all that
// was lost in the same gap, are one truncation.
//
// A text breaks off where a block ends without an end mark, and takes up again
// where one begins in lower case. Read across such a seam a text can even be
// grammatical, which is what makes it dangerous.
func (c *collator) seams() {
	for s := A; s <= B; s++ {
		c.seamsOf(s)
	}
}

// seamsOf finds the seams of side s, whose words the other side has.
func (c *collator) seamsOf(s Side) {
	o := s.Other()
	heads, tails := map[int]int{}, map[int]int{} // sentence of o -> its difference
	omitted := map[int]int{}
	for i := range c.differences {
		d := &c.differences[i]
		have, lack := d.Places[o], d.Places[s]
		if d.Kind == Omission && lack.Empty() {
			omitted[have.Sentence] = i
		}
		if d.Kind != Insertion && d.Kind != Deletion && d.Kind != Truncation || have.Empty() || !lack.Empty() || lack.Sentence < 0 {
			continue
		}
		if !c.running(lack.Sentence, have.Sentence, s) {
			continue
		}
		if d.Kind != Truncation && !c.wholeElsewhere(o, have) {
			continue
		}
		if d.Kind == Truncation || lack.Start == c.texts[s].Sentences[lack.Sentence].Span.Len() && c.breaksOff(s, lack.Sentence) {
			tails[have.Sentence] = i
		}
		if lack.Start == 0 && c.takesUp(s, lack.Sentence) {
			heads[have.Sentence] = i
		}
	}
	n := len(c.texts[o].Sentences)
	for i := 0; i < n; i++ {
		tail, ok := tails[i]
		if !ok {
			continue
		}
		d := &c.differences[tail]
		c.truncate(d)
		for k := i + 1; k < n; k++ {
			if j, ok := omitted[k]; ok && c.body(o, k) {
				c.differences[j].Change = d.Change
				continue
			}
			if j, ok := heads[k]; ok {
				c.differences[j].Change = d.Change
			}
			break
		}
	}
	for k := 0; k < n; k++ {
		head, ok := heads[k]
		if !ok {
			continue
		}
		d := &c.differences[head]
		c.truncate(d)
		for i := k - 1; i >= 0 && c.body(o, i); i-- {
			j, ok := omitted[i]
			if !ok {
				break
			}
			c.differences[j].Change = d.Change
		}
	}
}

const tornWords = 3 // the fewest that are lost in a truncation

// wholeElsewhere reports whether the words that one side has and the other has
// lost belong to a whole sentence: it has an end mark, and begins with no small
// letter. Lists, verses and forms have neither, and nothing breaks off there.
func (c *collator) wholeElsewhere(s Side, p Place) bool {
	sentence := c.texts[s].Sentence(p.Sentence)
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(sentence, "\"'“‘«([…. "))
	return !unicode.IsLower(first) && ended(sentence) && text.Words(sentence[p.Start:p.End]) >= tornWords
}

// ended reports whether a sentence has an end mark.
func ended(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "\"'”’»)]」』）"))
	return strings.ContainsRune(".!?…:;。！？：；។။", r)
}

// tornWord reports the end of a pair as a truncation where side s breaks off
// within a word, or with an ellipsis, and the other has the rest.
func (c *collator) tornWord(pair int, s Side, lacks, has run) bool {
	o := s.Other()
	if len(lacks.tokens) != 1 || len(has.tokens) < 3 {
		return false
	}
	last, first := c.texts[s].spelling(lacks.tokens[0]), c.texts[o].spelling(has.tokens[0])
	sentence := int(c.texts[s].tokens[lacks.tokens[0]].sentence)
	end := c.texts[s].Sentences[sentence].Span.Len()
	ellipsis := text.Key(last) == text.Key("…")
	switch {
	case !c.endsBlock(s, sentence) || c.texts[s].Kind(sentence) == text.Title:
		return false
	case ellipsis:
		end = c.texts[s].place(sentence, lacks.tokens[0], lacks.tokens[0]+1).Start
	case len(last) >= len(first) || !strings.HasPrefix(first, last):
		return false
	}
	change := c.newChange()
	for _, p := range c.places(o, has) {
		var pl [2]Place
		pl[s], pl[o] = Place{sentence, end, end}, p
		c.add(Truncation, pair, change, pl[A], pl[B])
	}
	if ellipsis {
		var pl [2]Place
		rest := has.tokens[len(has.tokens)-1]
		at := c.texts[o].place(int(c.texts[o].tokens[rest].sentence), rest, rest+1).End
		pl[s] = c.texts[s].place(sentence, lacks.tokens[0], lacks.tokens[0]+1)
		pl[o] = Place{int(c.texts[o].tokens[rest].sentence), at, at}
		c.add(Punctuation, pair, change, pl[A], pl[B])
	}
	return true
}

// endsBlock reports whether a sentence is the last of its block.
func (c *collator) endsBlock(s Side, sentence int) bool {
	t := c.texts[s]
	return sentence+1 == len(t.Sentences) || t.Sentences[sentence+1].Block != t.Sentences[sentence].Block
}

func (c *collator) truncate(d *Difference) {
	d.Kind = Truncation
	d.Tags = c.tags(d)
}

// running reports whether the sentence of side s that lacks words, or the one
// that has them, is a paragraph's: a paragraph that breaks off may look like a
// heading.
func (c *collator) running(lacks, has int, s Side) bool {
	k, other := c.texts[s].Kind(lacks), c.texts[s.Other()].Kind(has)
	return (k == text.Paragraph || other == text.Paragraph) && !k.Aside() && k != text.Title
}

// body reports whether a sentence belongs to the running text.
func (c *collator) body(s Side, sentence int) bool {
	k := c.texts[s].Kind(sentence)
	return k == text.Paragraph || k == text.Heading
}

// breaksOff reports whether a sentence is the last of a block and has no end
// mark.
func (c *collator) breaksOff(s Side, sentence int) bool {
	t := c.texts[s]
	if !c.endsBlock(s, sentence) {
		return false
	}
	return !ended(t.Sentence(sentence))
}

// takesUp reports whether a sentence begins a block in lower case.
func (c *collator) takesUp(s Side, sentence int) bool {
	t := c.texts[s]
	if sentence > 0 && t.Sentences[sentence-1].Block == t.Sentences[sentence].Block {
		return false
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(t.Sentence(sentence), "\"'“‘«([…. "))
	return unicode.IsLower(r)
}
