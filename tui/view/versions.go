package view

import (
	"fmt"
	"path"
	"strings"
)

// The columns of the table of versions.
const (
	tableMax   = 84 // wide at the most: a name and its date are to be taken in at a glance
	numberCell = 5  // the mark and the number
	wordsCell  = 7
	matchCell  = 11
	leastDate  = 12
	nameLong   = 32 // longer names are cut before they cost the date
)

// versions is the table of the versions of a story. From the right it has what each
// is to the others, its words, its date; what remains is its name's.
type versions struct {
	rows       []VersionRow
	name, date int // cells; no date where there is none, or no room
	moment     func(string) string
	alike      map[string]int // how many versions have a name, or that and a date
	both       bool           // those have the file beside it, else in its place
}

// newVersions makes the table in so many cells: dates lose the hour, and then go,
// before a name is cut.
func newVersions(rows []VersionRow, width int, f *Frame) *versions {
	t := &versions{rows: rows}
	for _, moment := range []func(string) string{short, day, nil} {
		t.moment, t.date, t.alike = moment, 0, map[string]int{}
		for i := range rows {
			t.alike[t.told(i)]++
			if n := Width(t.dateOf(i), f.method); n > 0 {
				t.date = max(t.date, n+2, leastDate)
			}
		}
		t.name = width - numberCell - matchCell - wordsCell - 1 - t.date
		need := len("version")
		for i := range rows {
			need = max(need, Width(t.nameOf(i), f.method))
		}
		if t.date == 0 || min(need+1, nameLong) <= t.name {
			break
		}
	}
	t.both = true
	for i := range rows {
		if t.isAlike(i) && Width(t.nameOf(i), f.method) >= t.name {
			t.both = false
			break
		}
	}
	return t
}

// told is what a version is told by in its row.
func (t *versions) told(i int) string { return t.rows[i].name() + "\n" + t.dateOf(i) }

func (t *versions) dateOf(i int) string {
	if t.moment == nil {
		return ""
	}
	return t.moment(t.rows[i].Date)
}

// isAlike reports whether a version's row would be told by what another's is.
func (t *versions) isAlike(i int) bool { return t.rows[i].Outlet != "" && t.alike[t.told(i)] > 1 }

// nameOf returns what a version is called. Where that is what another is called,
// too, its file tells them apart.
func (t *versions) nameOf(i int) string {
	name, file := t.rows[i].name(), path.Base(t.rows[i].Path)
	switch {
	case !t.isAlike(i):
		return name
	case t.both:
		return join2(name, file)
	}
	return file
}

// paintVersions writes the table of versions and returns how many lines it took.
func (s Library) paintVersions(f *Frame, x, y, width, room int) int {
	width = min(width, tableMax)
	t := newVersions(s.Versions, width, f)
	name, date := x+numberCell, x+numberCell+t.name
	words := date + t.date
	match := words + wordsCell + 2
	f.Put(name, y, t.name, "version", Chrome)
	if t.date > 0 {
		f.Put(date, y, t.date, "date", Chrome)
	}
	f.Put(words+wordsCell-6, y, wordsCell, " words", Chrome)
	f.Put(match, y, matchCell, "match", Chrome)
	top := centred(s.Version, len(s.Versions), room)
	for i := range min(room, len(s.Versions)-top) {
		v, line := s.Versions[top+i], y+1+i
		f.target(x, line, width, 1, OnVersion, top+i)
		role, facts := Same, Chrome
		if top+i == s.Version {
			role = Strong
			if s.Right {
				role, facts = Selected, Selected
				f.Fill(x, line, width, 1, " ", Selected)
			}
		}
		if v.Mark != 0 {
			mark := Accent
			if role == Selected {
				mark = Selected
			}
			f.Put(x, line, 1, strings.ToUpper(string(rune(v.Mark))), mark)
		}
		number := fmt.Sprint(top + i + 1)
		f.Put(x+4-len(number), line, 3, number, facts)
		f.Fit(name, line, t.name-1, t.nameOf(top+i), role)
		if t.date > 0 {
			f.Fit(date, line, t.date-1, t.dateOf(top+i), facts)
		}
		count := fmt.Sprint(v.Words)
		f.Put(words+wordsCell-len(count), line, wordsCell, count, facts)
		f.Fit(match, line, matchCell-1, v.Match, facts)
	}
	return 1 + min(room, len(s.Versions)-top)
}

// name is what a version is told by: who printed it, or else its file.
func (v VersionRow) name() string {
	if v.Outlet != "" {
		return v.Outlet
	}
	return path.Base(v.Path)
}

// short returns a moment as a table writes it; day leaves the hour out.
func short(moment string) string { return strings.Replace(moment, "T", " ", 1) }

func day(moment string) string {
	d, _, _ := strings.Cut(moment, "T")
	return d
}
