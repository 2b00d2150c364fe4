package rules

import (
	"bytes"
	"slices"
	"strings"
)

// edit puts a text in place of some bytes, at the end of the file if at is -1.
type edit struct {
	at, end int
	text    string
}

type edits []edit

// apply returns what becomes of data. What several edits take out is gone once, and
// nothing is put where more than that place is taken out. Lines end as they do there.
func (es edits) apply(data []byte) []byte {
	end := "\n"
	if bytes.Contains(data, []byte("\r\n")) {
		end = "\r\n"
	}
	slices.SortStableFunc(es, func(a, b edit) int { return a.at - b.at })
	var out bytes.Buffer
	at := 0
	for _, e := range es {
		if e.at >= at {
			out.Write(data[at:e.at])
			out.WriteString(strings.ReplaceAll(e.text, "\n", end))
		}
		at = max(at, e.end)
	}
	out.Write(data[at:])
	for _, e := range es {
		if e.at < 0 {
			if out.Len() > 0 && !bytes.HasSuffix(out.Bytes(), []byte("\n")) {
				out.WriteString(end)
			}
			text := e.text
			if out.Len() == 0 {
				text = strings.TrimPrefix(text, "\n")
			}
			out.WriteString(strings.ReplaceAll(text, "\n", end))
		}
	}
	return out.Bytes()
}

// without takes versions out of the lists of all stories but one, and the stories
// out of the file that hold no others.
func (f *file) without(versions []Version, but *story) (out edits) {
	for i := range f.stories {
		s := &f.stories[i]
		if s == but {
			continue
		}
		var cuts edits
		for _, n := range s.names {
			if n.among(versions) {
				cuts = append(cuts, f.cut(n.span)...)
			}
		}
		switch kept := slices.ContainsFunc(s.names, func(n name) bool { return !n.among(versions) }); {
		case kept:
			out = append(out, cuts...)
		case len(cuts) > 0:
			out = append(out, f.cutLines(s.all))
		}
	}
	return out
}

// together takes out what says that some versions are apart from each other. They
// stay apart from the others of a list, in one list each.
func (f *file) together(versions []Version) (out edits) {
	left := map[span]int{} // lists of the same value that stay
	for _, l := range f.apart {
		left[l.whole]++
	}
	for _, l := range f.apart {
		var joined []name
		var others string
		for _, n := range l.names {
			if n.among(versions) {
				joined = append(joined, n)
			} else {
				others += ", " + quoted(n.text)
			}
		}
		switch {
		case len(joined) < 2:
		case others != "":
			for _, n := range joined[1:] {
				out = append(append(out, f.cut(n.span)...), edit{l.end, l.end, ", [" + quoted(n.text) + others + "]"})
			}
		default:
			out = append(out, f.cut(l.span)...)
			if left[l.whole]--; left[l.whole] == 0 {
				out = append(out, f.cutLines(l.whole))
			}
		}
	}
	return out
}

// cut takes a value out of its list, with the comma behind it, or before it where
// it is the last, and with its line where nothing else stands in it.
func (f *file) cut(v span) edits {
	from, to := v.start, v.end
	if comma := f.skip(to); f.data[comma] == ',' {
		if bytes.ContainsRune(f.data[to:comma], '#') {
			return edits{{at: from, end: to}, {at: comma, end: comma + 1}}
		}
		to = comma + 1
	} else if before := bytes.TrimRight(f.data[:from], " \t"); bytes.HasSuffix(before, []byte(",")) {
		return edits{{at: len(before) - 1, end: to}}
	}
	for f.data[to] == ' ' || f.data[to] == '\t' {
		to++
	}
	line := bytes.LastIndexByte(f.data[:from], '\n') + 1
	if end := bytes.IndexByte(f.data[to:], '\n'); end >= 0 && blank(f.data[line:from]) && blank(f.data[to:to+end]) {
		from, to = line, to+end+1
	}
	return edits{{at: from, end: to}}
}

// cutLines takes out whole lines, and the blank ones before them, or behind them where
// the file begins. A comment above them stays: it may be about what follows as well.
func (f *file) cutLines(s span) edit {
	from, to := bytes.LastIndexByte(f.data[:s.start], '\n')+1, s.end
	if end := bytes.IndexByte(f.data[to:], '\n'); end >= 0 {
		to += end + 1
	} else {
		to = len(f.data)
	}
	kept := bytes.TrimRight(f.data[:from], " \t\r\n")
	if len(kept) > 0 {
		from = len(kept) + bytes.IndexByte(f.data[len(kept):], '\n') + 1
	} else {
		from = 0
		for to < len(f.data) && strings.IndexByte(" \t\r\n", f.data[to]) >= 0 {
			to++
		}
	}
	return edit{at: from, end: to}
}

func blank(b []byte) bool { return len(bytes.TrimSpace(b)) == 0 }

// skip returns where the next thing stands that is neither white space nor a
// comment. There is one, for a list ends with a bracket.
func (f *file) skip(at int) int {
	for ; ; at++ {
		switch f.data[at] {
		case ' ', '\t', '\r', '\n':
		case '#':
			at += bytes.IndexByte(f.data[at:], '\n')
		default:
			return at
		}
	}
}

// add puts the versions into a story that it lacks, each before the first that is
// behind it in their order, on a line of its own where that has one, and gives the
// story a title if it has none.
func (f *file) add(s *story, title string, versions []Version) (out edits) {
	rank := func(n name) int {
		return slices.IndexFunc(versions, func(v Version) bool { return n.among([]Version{v}) })
	}
	for i, v := range versions {
		if slices.ContainsFunc(s.names, func(n name) bool { return n.among([]Version{v}) }) {
			continue
		}
		next := slices.IndexFunc(s.names, func(n name) bool { return rank(n) > i })
		if next >= 0 {
			n := s.names[next]
			out = append(out, edit{n.start, n.start, quoted(v.name()) + f.comma(n)})
		} else {
			n := s.names[len(s.names)-1]
			out = append(out, edit{n.end, n.end, f.comma(n) + quoted(v.name())})
		}
	}
	if s.title == "" && title != "" {
		at := s.all.start + bytes.IndexByte(f.data[s.all.start:], '\n') + 1
		out = append(out, edit{at, at, "title = " + quoted(title) + "\n"})
	}
	return out
}

// comma parts a name from the one next to it: on a line of its own where it has one.
func (f *file) comma(n name) string {
	if before := f.data[bytes.LastIndexByte(f.data[:n.start], '\n')+1 : n.start]; blank(before) {
		return ",\n" + string(before)
	}
	return ", "
}
