package view

import (
	"strings"

	"variorum/diff"
	"variorum/text"
)

// flow writes a range of a side's sentences, block by block.
func (t *setter) flow(w *wrapper, side, from, to int) {
	for from < to {
		n := from + 1
		for n < to && t.block(side, n) == t.block(side, from) {
			n++
		}
		w.hang = hangOf(t.c.Texts[side].Blocks, t.block(side, from), w.width)
		t.fragment(w, side, from, n)
		if n < to && t.tight(side, n) {
			w.endVerse()
		} else {
			w.endParagraph()
		}
		from = n
	}
}

// hangOf returns how far the rest of a block is set in that does not fit on a line of
// a width: that of a line of verse is, so as not to be taken for another one.
func hangOf(blocks []text.Block, b, width int) int {
	if width < 8*turnedIn || !text.IsVerse(blocks, b) {
		return 0
	}
	return turnedIn
}

const turnedIn = 2 // cells

// tight reports whether the block of a sentence stands right below another.
func (t *setter) tight(side, sentence int) bool {
	return t.c.Texts[side].Blocks[t.block(side, sentence)].Tight
}

func (t *setter) block(side, sentence int) int { return t.c.Texts[side].Sentences[sentence].Block }

// fragment writes sentences of one block, with an ellipsis for those that are
// folded away.
func (t *setter) fragment(w *wrapper, side, from, to int) {
	for from < to {
		if t.keep[side] != nil && !t.keep[side][from] {
			for from < to && !t.keep[side][from] {
				from++
			}
			w.note("…", ink{role: Quiet, change: -1})
			continue
		}
		n := from + 1
		for n < to && (t.keep[side] == nil || t.keep[side][n]) {
			n++
		}
		t.words(w, side, from, n)
		from = n
	}
}

// words writes sentences of one block, with the notes between their words.
func (t *setter) words(w *wrapper, side, from, to int) {
	start, end := t.bounds(side, from, to)
	block := t.c.Texts[side].Blocks[t.block(side, from)].Text
	t.inks = t.inker.sentences(t.inks, side, from, to, start, end)
	inks := t.inks
	if t.page.layout == Inline && side == int(diff.A) {
		// In one text a passage can be in one place only: where B has it.
		for i := range inks {
			if inks[i].role == Moved {
				inks[i].role = Deleted
			}
		}
	}
	at := start
	origin := origin{int32(t.block(side, from)), 0, diff.Side(side), true}
	for s := from; s < to; s++ {
		for _, n := range t.inker.notes[side][s] {
			stop := min(max(t.c.Texts[side].Sentences[s].Span.Start+n.at, at), end)
			t.write(w, block[at:stop], inks[at-start:stop-start], origin.plus(at))
			w.note(n.text, ink{role: Cut, mark: cut, change: int32(n.change)})
			at = stop
		}
	}
	t.write(w, block[at:end], inks[at-start:], origin.plus(at))
}

// brackets are how changed words are set off where the output has no
// attributes to do it with.
func (t *setter) brackets(k ink, side diff.Side) (before, after string) {
	switch r := k.role; {
	case r == Shared:
		return "*", "*"
	case t.page.layout == SideBySide && t.alone && (k.mark == onlyA || k.mark == onlyB):
		// The gutter says it of the whole paragraph.
	case r == Deleted, r == Moved && k.mark == edited && side == diff.A && t.page.layout != Inline: // out of its order
		return "[-", "-]"
	case r == Inserted, r == Moved && (t.page.layout == Inline || k.mark == edited):
		return "{+", "+}"
	}
	return "", ""
}

// write writes a text with one ink a byte, or one for all.
func (t *setter) write(w *wrapper, s string, inks []ink, from origin) {
	if !t.page.Options.Marks {
		w.prose(s, inks, from)
		return
	}
	side := diff.A
	if w == &t.columns[diff.B] {
		side = diff.B
	}
	for len(s) > 0 {
		n := len(s)
		if len(inks) > 1 {
			n = 1
			for n < len(s) && inks[n] == inks[0] {
				n++
			}
		}
		// A mark and the words that it belongs to stay together, blanks out.
		before, after := t.brackets(inks[0], side)
		run := strings.TrimLeft(s[:n], " ")
		w.prose(s[:n-len(run)], inks[:1], from)
		w.text(before, inks[:1])
		w.prose(run, inks[:1], from.plus(n-len(run)))
		w.text(after, inks[:1])
		from = from.plus(n)
		s, inks = s[n:], inks[min(n, len(inks)-1):]
	}
}

// bounds returns the bytes of a block that some of its sentences take, with
// what little may stand before its first and after its last.
func (t *setter) bounds(side, from, to int) (start, end int) {
	x := t.c.Texts[side]
	start, end = x.Sentences[from].Span.Start, x.Sentences[to-1].Span.End
	if from == 0 || t.block(side, from-1) != t.block(side, from) {
		start = 0
	}
	if to == len(x.Sentences) || t.block(side, to) != t.block(side, to-1) {
		end = len(x.Blocks[t.block(side, from)].Text)
	}
	return start, end
}

// note writes words of the program's own, set off by blanks.
func (w *wrapper) note(s string, k ink) {
	w.space(ink{change: -1})
	w.whole(s, k)
	w.text(" ", []ink{{change: -1}})
}
