package export

import (
	"bufio"
	"io"
	"math"
	"strconv"
	"unicode/utf8"
)

// encoder writes JSON with the fields in the order in which they are given.
// A comparison of two books has some hundred thousand entries; reflection on
// each of them would take longer than finding them did.
type encoder struct {
	w     *bufio.Writer
	num   [32]byte
	comma bool // the next value or name follows another one
}

func newEncoder(w io.Writer) *encoder { return &encoder{w: bufio.NewWriterSize(w, 1<<16)} }

func (e *encoder) sep() {
	if e.comma {
		e.w.WriteByte(',')
	}
	e.comma = true
}

// name begins a field, whose value has to follow.
func (e *encoder) name(s string) *encoder {
	e.sep()
	e.w.WriteByte('"')
	e.w.WriteString(s)
	e.w.WriteString(`":`)
	e.comma = false
	return e
}

func (e *encoder) open(c byte) {
	e.sep()
	e.w.WriteByte(c)
	e.comma = false
}

func (e *encoder) close(c byte) {
	e.w.WriteByte(c)
	e.comma = true
}

// line begins the next entry on a line of its own.
func (e *encoder) line() {
	if e.comma {
		e.w.WriteByte(',')
		e.comma = false
	}
	e.w.WriteByte('\n')
}

// endLines ends a long list.
func (e *encoder) endLines(n int) {
	if n > 0 {
		e.w.WriteByte('\n')
	}
	e.close(']')
}

func (e *encoder) int(n int) {
	e.sep()
	e.w.Write(strconv.AppendInt(e.num[:0], int64(n), 10))
}

func (e *encoder) bool(b bool) {
	e.sep()
	e.w.WriteString(strconv.FormatBool(b))
}

// share writes a number between 0 and 1.
func (e *encoder) share(x float64) {
	e.sep()
	x = math.Round(min(max(x, 0), 1)*1e4) / 1e4
	if math.IsNaN(x) { // a share of nothing
		x = 0
	}
	e.w.Write(strconv.AppendFloat(e.num[:0], x, 'f', -1, 64))
}

func (e *encoder) strings(list []string) {
	e.open('[')
	for _, s := range list {
		e.string(s)
	}
	e.close(']')
}

func (e *encoder) ints(list []int) {
	e.open('[')
	for _, n := range list {
		e.int(n)
	}
	e.close(']')
}

func (e *encoder) string(s string) {
	e.sep()
	e.w.WriteByte('"')
	done := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c < 0x7f && c != '"' && c != '\\' {
			i++
			continue
		}
		r, n := rune(c), 1
		if c >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
			if !steers(r) && (r != utf8.RuneError || n > 1) {
				i += n
				continue
			}
		}
		e.w.WriteString(s[done:i])
		e.escape(r)
		i += n
		done = i
	}
	e.w.WriteString(s[done:])
	e.w.WriteByte('"')
}

func (e *encoder) escape(r rune) {
	switch r {
	case '"', '\\':
		e.w.WriteByte('\\')
		e.w.WriteByte(byte(r))
	case '\n':
		e.w.WriteString(`\n`)
	case '\t':
		e.w.WriteString(`\t`)
	case '\r':
		e.w.WriteString(`\r`)
	default:
		const hex = "0123456789abcdef"
		e.w.WriteString(`\u`)
		for shift := 12; shift >= 0; shift -= 4 {
			e.w.WriteByte(hex[r>>shift&15])
		}
	}
}

// steers reports whether a character beyond ASCII could steer a terminal or
// turn the direction of what stands around it.
func steers(r rune) bool {
	return r < 0xa0 || r == 0x61c || r == 0x200e || r == 0x200f || r >= 0x2028 && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

func (e *encoder) end() error {
	e.w.WriteByte('\n')
	return e.w.Flush()
}
