package corpus

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"
	"slices"
	"strings"
)

// maxRecord is how many bytes one record may have.
const maxRecord = 64 << 20

// listNames are fields that hold records.
var listNames = []string{"articles", "stories", "items", "records", "results", "documents", "docs", "entries", "posts", "hits", "data", "graph", "response"}

var (
	errLargeRecord = fmt.Errorf("a record larger than %d MB", maxRecord>>20)
	errNoText      = errors.New("no text in this record; --fields text=NAME says where it stands")
)

// records calls give with every record of a stream of JSON: one to a line, one
// after the other, or in a list. A record that is no JSON is given as an error
// where the lines tell where the next one begins, and else ends the stream.
// One record at a time is in memory. give is told the line, and returns false to
// stop.
func records(r io.Reader, lines bool, give func(record []byte, line int, err error) bool) {
	buffer := bufio.NewReaderSize(r, 64<<10)
	if head, _ := buffer.Peek(3); string(head) == "\xef\xbb\xbf" {
		_, _ = buffer.Discard(3)
	}
	if lines || linesOfRecords(buffer) {
		recordLines(buffer, give)
		return
	}
	ends := &lineEnds{r: buffer}
	limited := &refilled{r: ends, left: maxRecord}
	dec := json.NewDecoder(limited)
	list := false
	if first, err := firstByte(buffer); err == nil && first == '[' {
		list = true
		if _, err := dec.Token(); err != nil {
			give(nil, 0, err)
			return
		}
	}
	for {
		limited.left = maxRecord
		if list && !dec.More() {
			if _, err := dec.Token(); err != nil {
				give(nil, 0, notJSON(err))
			}
			return
		}
		var raw json.RawMessage
		err := dec.Decode(&raw)
		switch {
		case err == io.EOF && !list:
			return
		case err != nil:
			give(nil, 0, notJSON(err))
			return
		case !give(raw, 1+ends.before(dec.InputOffset()-int64(len(raw))), nil):
			return
		}
	}
}

func notJSON(err error) error {
	switch {
	case errors.Is(err, errLargeRecord):
		return errLargeRecord
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return errors.New("ends in the middle of a record")
	}
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("is not JSON: %w", err)
	}
	return bare(err)
}

// refilled is a reader with a limit that is set anew for every record.
type refilled struct {
	r    io.Reader
	left int
}

func (l *refilled) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, errLargeRecord
	}
	n, err := l.r.Read(p[:min(len(p), l.left)])
	l.left -= n
	return n, err
}

// lineEnds is a reader that knows where the lines of what was read end, from where
// it was last asked.
type lineEnds struct {
	r      io.Reader
	n      int64   // bytes that were read
	ends   []int64 // of lines that were read and not yet counted
	passed int     // lines that were
}

func (l *lineEnds) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	for i, c := range p[:n] {
		if c == '\n' {
			l.ends = append(l.ends, l.n+int64(i))
		}
	}
	l.n += int64(n)
	return n, err
}

// before returns how many lines end before a byte. Of two it is asked for the
// first one first.
func (l *lineEnds) before(offset int64) int {
	n, _ := slices.BinarySearch(l.ends, offset)
	l.ends = append(l.ends[:0], l.ends[n:]...)
	l.passed += n
	return l.passed
}

// firstByte returns the first byte that is not white space, and reads over the
// white space before it.
func firstByte(r *bufio.Reader) (byte, error) {
	for {
		c, err := r.ReadByte()
		if err != nil || !isBlank(c) {
			if err == nil {
				err = r.UnreadByte()
			}
			return c, err
		}
	}
}

// linesOfRecords reports whether the first line is a record and another one
// follows.
func linesOfRecords(r *bufio.Reader) bool {
	head, _ := r.Peek(r.Size())
	line, rest, ok := bytes.Cut(bytes.TrimLeft(head, " \t\r\n"), []byte("\n"))
	rest = bytes.TrimSpace(rest)
	return ok && len(rest) > 0 && rest[0] == '{' && len(line) > 0 && line[0] == '{' && json.Valid(line)
}

// recordLines gives the records of lines.
func recordLines(r *bufio.Reader, give func(record []byte, line int, err error) bool) {
	for n := 1; ; n++ {
		line, err := readLine(r, maxRecord)
		ended := err == io.EOF
		record := bytes.TrimSpace(line)
		switch {
		case err != nil && !ended && !errors.Is(err, errLargeRecord):
			give(nil, n, bare(err))
			return
		case err != nil && !ended:
			if !give(nil, n, err) {
				return
			}
		case len(record) == 0:
		case !json.Valid(record):
			if !give(nil, n, errors.New("is not JSON")) {
				return
			}
		case !give(record, n, nil):
			return
		}
		if ended {
			return
		}
	}
}

// readLine reads a line, and over the rest of one that is longer than most.
func readLine(r *bufio.Reader, most int) ([]byte, error) {
	var out []byte
	large := false
	for {
		part, err := r.ReadSlice('\n')
		if large = large || len(out)+len(part) > most; !large {
			out = append(out, part...)
		} else {
			out = nil
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case large && (err == nil || err == io.EOF):
			return nil, errLargeRecord
		}
		return out, err
	}
}

// inRecord returns the records in an object that is none itself but holds a
// list of some, or nil.
func inRecord(o object, names Fields, deeper bool) []json.RawMessage {
	for _, key := range o.keys(listNames) {
		var list []json.RawMessage
		if json.Unmarshal(o[key], &list) == nil && len(list) > 0 && bytes.HasPrefix(bytes.TrimSpace(list[0]), []byte("{")) {
			return list
		}
		if inner := objectOf(o[key], names); inner != nil && deeper {
			if list := inRecord(inner, names, false); list != nil {
				return list
			}
		}
	}
	return nil
}

// recordOf makes a record of the fields of one.
func recordOf(o object, names Fields) (record, string, error) {
	f := newFields(o, names)
	r := record{body: strings.ReplaceAll(f.text(), "\x00", "\ufffd")}
	if strings.TrimSpace(r.body) == "" {
		return r, "", errNoText
	}
	r.sayings = f.said()
	if looksHTML(r.body) {
		r.title = oneLine(html.UnescapeString(r.title))
	}
	return r, f.id(), nil
}

// onlyRecord makes a document of JSON that holds one record.
func (o Options) onlyRecord(p origin, source string) (*Document, error) {
	u := unpacker{options: o, ctx: context.Background(), single: true}
	u.records(p, strings.NewReader(source))
	u.settle()
	if len(u.found) == 0 {
		return nil, errNoText
	}
	return u.found[0].doc, u.found[0].err
}
