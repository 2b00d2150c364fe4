package view

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"variorum/diff"
)

// Line is one line of a column: pieces of text side by side.
type Line []Piece

// Piece is a stretch of a line in which nothing changes but the text.
type Piece struct {
	Text   string
	Width  int // cells
	Change int // index into Page.Changes, or -1
	Role   Role

	mark mark
	from origin
}

// origin is where a text comes from: a byte of a block of one side. The zero
// value stands for words of the program's own.
type origin struct {
	block, at int32
	side      diff.Side
	known     bool
}

// plus returns the origin of what stands n bytes later.
func (o origin) plus(n int) origin {
	o.at += int32(n)
	return o
}

// ink is what a byte of text is written with.
type ink struct {
	role   Role
	mark   mark
	change int32
}

// wrapper breaks text into lines of at most width cells: after blanks, dashes,
// hyphens and slashes between letters, between the characters of scripts that
// put no blanks, and between clusters where a word is longer than a line. The
// blanks at which a line is broken are left out, everything else is kept.
//
// Each cluster is looked at once, or twice in a word that is too long, so the
// cost is linear in the text whatever it holds.
type wrapper struct {
	width  int
	hang   int // how far the lines are set in on which a paragraph goes on
	method ansi.Method
	lines  []Line
	pieces []Piece // for lines to come

	sources []source // the texts that spans point into
	line    []span   // what stands on the line
	x       int
	in      int    // how far the line is set in
	blanks  []span // after it, if a word follows
	blank   int    // their width
	word    []span // the word being read
	wide    int    // its width
	before  rune   // the rune before the next one, 0 after a blank
	second  rune   // the rune before that
	open    bool   // a blank is wanted before the next text
}

// piecesAtOnce is for how many pieces there is room made at one time.
const piecesAtOnce = 64

// source is a text and where it comes from.
type source struct {
	text string
	from origin
}

// span is a stretch of a source with one ink.
type span struct {
	source, start, end, width int
	ink                       ink
}

// text adds words of the program's own.
func (w *wrapper) text(s string, inks []ink) { w.prose(s, inks, origin{}) }

// prose adds a text of valid UTF-8; inks holds one ink a byte, or one for all.
func (w *wrapper) prose(s string, inks []ink, from origin) {
	if s == "" {
		return
	}
	if w.open {
		w.open = false
		if r, _ := utf8.DecodeRuneInString(s); !closes(r) && !breaks(r) {
			w.space(ink{change: -1})
		}
	}
	w.sources = append(w.sources, source{s, from})
	source := len(w.sources) - 1
	k, until := inks[0], len(s) // the ink, and the byte at which another one begins
	for i := 0; i < len(s); {
		if len(inks) > 1 && (i == 0 || i >= until) {
			k, until = inks[i], i+1
			for until < len(s) && inks[until] == k {
				until++
			}
		}
		if n := plainRun(s[i:]); n > 0 {
			// A run of ASCII letters and digits has no place to break inside
			// but one before it, and its width is its length.
			n = min(n, until-i)
			if all := w.goOn(source, s, i, n, until, k); all > 0 {
				i += all
				continue
			}
			w.breakBefore(rune(s[i]))
			w.word = join(w.word, span{source, i, i + n, n, k})
			w.wide += n
			w.before = rune(s[i+n-1])
			if n > 1 {
				w.second = rune(s[i+n-2])
			}
			i += n
			continue
		}
		_, width, n := cluster(s[i:], w.method)
		width = min(width, w.width)
		r, size := utf8.DecodeRuneInString(s[i:])
		// A blank under an accent is no blank, and dots with blanks between
		// them are one sign.
		dots := w.before == '.' && i+n < len(s) && s[i+n] == '.'
		if breaks(r) && size == n && !dots {
			w.endWord()
			w.blanks = join(w.blanks, span{source, i, i + n, width, k})
			w.blank += width
			w.before, w.second = 0, 0
		} else {
			w.breakBefore(r)
			w.word = join(w.word, span{source, i, i + n, width, k})
			w.wide += width
			if w.second = w.before; !dots {
				w.before = r
			}
		}
		i += n
	}
}

// goOn puts a word on the line in one go: n ASCII letters and digits from i on,
// with the stop or comma that may follow, if a blank comes next and all goes on from
// what stands there, as it does nearly always. It returns how many bytes that are,
// 0 where the word must be looked at more closely. Until is where another ink
// begins.
func (w *wrapper) goOn(source int, s string, i, n, until int, k ink) int {
	end := i + n
	if end < until && (s[end] == ',' || s[end] == '.') {
		end++
	}
	last := len(w.line) - 1
	if last < 0 || len(w.word) > 0 || len(w.blanks) != 1 || w.x+w.blank+end-i > w.width ||
		end+1 >= len(s) || s[end] != ' ' || s[end+1] >= utf8.RuneSelf || s[end+1] == '.' {
		return 0
	}
	blank, line := &w.blanks[0], &w.line[last]
	if blank.source != source || blank.end != i || blank.ink != k || line.source != source || line.end != blank.start || line.ink != k {
		return 0
	}
	wide := w.blank + end - i
	line.end, line.width, w.x = end, line.width+wide, w.x+wide
	w.blanks, w.blank = w.blanks[:0], 0
	w.before = rune(s[end-1])
	return end - i
}

// space adds a blank where there is none yet.
func (w *wrapper) space(k ink) {
	if w.x+w.blank+w.wide > 0 && w.before != 0 {
		w.text(" ", []ink{k})
	}
}

// gap asks for a blank before whatever comes next, unless that brings its own.
func (w *wrapper) gap() { w.open = true }

// whole adds a text that stays on one line where it fits on one.
func (w *wrapper) whole(s string, k ink) {
	w.endWord()
	w.sources = append(w.sources, source{text: s})
	n := Width(s, w.method)
	w.word = append(w.word, span{len(w.sources) - 1, 0, len(s), n, k})
	w.wide = n
	w.endWord()
	w.before = 'x'
}

// breakBefore ends the word where a line may be broken before a rune.
func (w *wrapper) breakBefore(r rune) {
	if w.before == 0 {
		return
	}
	switch p := w.before; {
	case p == '—', p == '–' && !unicode.IsDigit(r):
	case (p == '-' || p == '/') && unicode.IsLetter(w.second) && unicode.IsLetter(r):
	case (unspaced(p) || unspaced(r)) && !closes(r) && !opens(p):
	default:
		return
	}
	w.endWord()
}

// endWord puts the word on the line, or on the next one.
func (w *wrapper) endWord() {
	if len(w.word) == 0 {
		return
	}
	if w.x+w.blank+w.wide > w.width {
		w.turn()
	} else {
		for _, s := range w.blanks {
			w.line = join(w.line, s)
		}
		w.x += w.blank
	}
	w.blanks, w.blank = w.blanks[:0], 0
	if w.x+w.wide > w.width {
		w.split()
	} else {
		for _, s := range w.word {
			w.line = join(w.line, s)
		}
		w.x += w.wide
	}
	w.word, w.wide = w.word[:0], 0
}

// split puts a word that is longer than a line on as many as it takes.
func (w *wrapper) split() {
	for _, s := range w.word {
		text := w.sources[s.source].text
		for i := s.start; i < s.end; {
			_, width, n := cluster(text[i:s.end], w.method)
			width = min(width, w.width)
			if w.x+width > w.width {
				w.turn()
			}
			w.line = join(w.line, span{s.source, i, i + n, width, s.ink})
			w.x += width
			i += n
		}
	}
}

// turn goes on with the paragraph on a new line.
func (w *wrapper) turn() {
	if len(w.line) > 0 {
		w.endLine()
		w.x, w.in = w.hang, w.hang
	}
}

// endLine starts a new line where something stands on this one.
func (w *wrapper) endLine() {
	if len(w.line) == 0 {
		return
	}
	in := 0
	if w.in > 0 {
		in = 1
	}
	n := in + len(w.line)
	if len(w.pieces) < n {
		w.pieces = make([]Piece, max(n, piecesAtOnce))
	}
	line := Line(w.pieces[:n:n])
	w.pieces = w.pieces[n:]
	if in > 0 {
		line[0] = Piece{Text: strings.Repeat(" ", w.in), Width: w.in, Change: -1}
	}
	for i, s := range w.line {
		from := w.sources[s.source]
		line[in+i] = Piece{from.text[s.start:s.end], s.width, int(s.ink.change), s.ink.role, s.ink.mark, from.from.plus(s.start)}
	}
	w.lines = append(w.lines, line)
	w.line, w.x, w.in = w.line[:0], 0, 0
}

// endVerse ends the line.
func (w *wrapper) endVerse() {
	w.endWord()
	w.endLine()
	w.x, w.in = 0, 0
	w.sources, w.blanks, w.blank, w.before, w.second, w.open = w.sources[:0], w.blanks[:0], 0, 0, 0, false
}

// endParagraph ends the line and leaves one empty.
func (w *wrapper) endParagraph() {
	w.endVerse()
	if n := len(w.lines); n > 0 && w.lines[n-1] != nil {
		w.lines = append(w.lines, nil)
	}
}

// take returns the lines so far, without an empty one at the end.
func (w *wrapper) take() []Line {
	w.endParagraph()
	lines := w.lines
	w.lines = nil
	if n := len(lines); n > 0 {
		lines = lines[:n-1]
	}
	return lines
}

// join adds a span, as part of the last one where it goes on from it.
func join(list []span, s span) []span {
	if n := len(list) - 1; n >= 0 && list[n].source == s.source && list[n].end == s.start && list[n].ink == s.ink {
		list[n].end = s.end
		list[n].width += s.width
		return list
	}
	return append(list, s)
}

// plainRun returns how many ASCII letters and digits a string begins with; one
// that a combining character follows is not counted.
func plainRun(s string) int {
	n := 0
	for n < len(s) && (s[n] >= 'a' && s[n] <= 'z' || s[n] >= 'A' && s[n] <= 'Z' || s[n] >= '0' && s[n] <= '9') {
		n++
	}
	if n < len(s) && s[n] >= utf8.RuneSelf {
		n--
	}
	return n
}

// breaks reports whether a line may end at a rune that is then left out.
func breaks(r rune) bool {
	return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\u3000' || r >= '\u2000' && r <= '\u200b' && r != '\u2007'
}

// unspaced reports whether a rune belongs to a script that puts no blanks
// between words, so that a line may be broken beside it.
func unspaced(r rune) bool {
	return r >= 0x2e80 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xff65)
}

// closes and opens keep punctuation with the text that it belongs to.
func closes(r rune) bool {
	return unicode.In(r, unicode.Pe, unicode.Pf, unicode.Po) || r == 'ー' || r == '々' || r == '…' || r == '～'
}

func opens(r rune) bool { return unicode.In(r, unicode.Ps, unicode.Pi) }
