package view

import (
	"fmt"
	"math"
	"strings"

	"variorum/diff"
	"variorum/text"
)

// Below this width the library shows one of its panes at a time.
const twoPanes = 80

// From this height on there is a line for why a version is in its story.
const roomy = 24

func (s Library) paint(f *Frame) {
	switch {
	case f.Width >= twoPanes:
		left := max(30, min(f.Width/3, 46))
		s.paintStories(f, 0, left)
		for y := range f.Height - 1 {
			f.Put(left+1, y, 1, "│", Ruler)
		}
		s.paintStory(f, left+3, f.Width-left-3)
	case s.Right:
		s.paintStory(f, 0, f.Width)
	default:
		s.paintStories(f, 0, f.Width)
	}
	problems := ""
	if n := len(s.Problems); n > 0 {
		problems = strings.TrimSpace(s.ProblemKey + " " + plural(n, "file") + " unread")
	}
	paintKeys(f, s.Note, problems, s.Hints...)
}

// paintStories writes the list of stories: a title and, where there is room
// for two lines each, how many versions it has and since when.
func (s Library) paintStories(f *Frame, x, width int) {
	passing := s.Before + len(s.Stories) + s.After
	paintBar(f, x, width, "Stories", s.Filter, s.Typing, passing, s.Total)
	if n := Width(s.Order, f.method); n > 0 && s.Filter == "" && !s.Typing && n+16 < width {
		f.Put(x+width-n, 0, n, s.Order, Chrome)
	}
	if len(s.Stories) == 0 {
		nothing := "nothing to read here"
		if s.Filter != "" {
			nothing = "no story matches"
		}
		f.Fit(x, 2, width, nothing, Quiet)
		return
	}
	each := 2
	if f.Height < shortest {
		each = 1
	}
	room := max(1, (f.Height-3)/each)
	top := centred(s.Story, passing, room)
	filter := text.NewFilter(s.Filter)
	for i := range min(room, passing-top) {
		row := s.row(top + i)
		y, role := 2+i*each, Same
		f.target(x, y, width, each, OnStory, top+i)
		if top+i == s.Story {
			role = Strong
			if !s.Right {
				role = Selected
				f.Fill(x, y, width, 1, " ", Selected)
			}
		}
		if row.Joining {
			sign := Accent
			if role == Selected {
				sign = Selected
			}
			f.Put(x, y, 1, "+", sign)
		}
		title, facts := row.Title, row.facts(width-2, f)
		if each == 1 {
			facts = join2(plural(row.Versions, "version"), day(row.Date))
		}
		if row.Found != "" {
			facts = row.Found
		}
		if title == "" {
			title = "(no title)"
		}
		if each == 1 {
			n := Width(facts, f.method)
			if n > width/2 {
				facts, n = fmt.Sprint(row.Versions), len(fmt.Sprint(row.Versions))
			}
			f.fitFound(x+1, y, width-n-3, title, role, filter)
			if role != Selected {
				role = Chrome
			}
			f.Put(x+width-n-1, y, n, facts, role)
			continue
		}
		f.fitFound(x+1, y, width-2, title, role, filter)
		f.fitFound(x+1, y+1, width-2, facts, Chrome, filter)
	}
}

// facts says what is known of a story in so many cells: where there is no room for
// all of it the day goes first.
func (row StoryRow) facts(width int, f *Frame) string {
	versions := plural(row.Versions, "version")
	for _, facts := range []string{join2(versions, day(row.Date), row.Change), join2(versions, row.Change)} {
		if Width(facts, f.method) <= width {
			return facts
		}
	}
	return join2(fmt.Sprint(row.Versions), row.Change)
}

// row returns one of the stories that pass, the zero value if it is not known.
func (s Library) row(number int) (row StoryRow) {
	if i := number - s.Before; i >= 0 && i < len(s.Stories) {
		row = s.Stories[i]
	}
	return row
}

// paintStory writes the selected story: its versions, the shares that they
// have of each other, and how the selected one opens.
func (s Library) paintStory(f *Frame, x, width int) {
	if len(s.Versions) == 0 {
		return
	}
	story := s.row(s.Story)
	f.Fit(x, 0, width, story.Title, Strong)
	n := len(s.Versions)
	room := min(n, max(1, (f.Height-4)/2))
	if n <= f.Height-5 && f.Height < 24 {
		room = n
	}
	y := 2 + s.paintVersions(f, x, 2, width, room)
	// The opening lines keep some room beside a large matrix.
	if rows := min(n, f.Height-y-5, (f.Height-y)/2+2); n > 1 && rows > 1 {
		y += 1 + s.paintShares(f, x, y+1, width, rows)
	}
	if s.Version < 0 || s.Version >= n || y+3 >= f.Height {
		return
	}
	v := s.Versions[s.Version]
	title := v.Title
	if title == story.Title {
		title = "" // it stands above already
	}
	facts := join2(title, v.Path, v.Language)
	if Width(facts, f.method) > width {
		facts = join2(title, v.Path)
	}
	f.Fit(x, y+1, width, facts, Chrome)
	if s.Why != "" && f.Height >= roomy {
		y++
		f.Fit(x, y+1, width, s.Why, Chrome)
	}
	measure := min(width, measureMax)
	for i, b := range s.Opening {
		if i > 0 && b.Tight {
			y--
		}
		if y+3 >= f.Height-1 {
			break
		}
		y += f.paragraph(x, y+3, measure, f.Height-1-(y+3), b.Text, Same) + 1
	}
}

// shareWidth is how many cells a share takes in the matrix.
const shareWidth = 5

// paintShares writes the matrix of shares and returns how many lines it took.
// Where it is too large it shows what is around the selected version.
func (s Library) paintShares(f *Frame, x, y, width, rows int) int {
	n := len(s.Versions)
	f.Fit(x, y, width, "how much of each version stands in the others", Chrome)
	const label = 5
	columns := max(0, min(n, (width-label)/shareWidth))
	first := centred(s.Version, n, columns)
	for j := range columns {
		number := fmt.Sprint(first + j + 1)
		if len(number) == 1 {
			number = "in " + number
		}
		f.Put(x+label+(j+1)*shareWidth-len(number), y+1, shareWidth, number, Chrome)
	}
	top := centred(s.Version, n, rows)
	for line := range rows {
		i, role := top+line, Chrome
		if i == s.Version {
			role = Strong
		}
		number := fmt.Sprint(i + 1)
		f.Put(x+4-len(number), y+2+line, 4, number, role)
		for j := range columns {
			text, heat := "·", Chrome
			if to := first + j; i != to {
				text, heat = s.share(i, to)
			}
			f.Put(x+label+j*shareWidth, y+2+line, shareWidth, fmt.Sprintf("%*s ", shareWidth-1, text), heat)
		}
	}
	return rows + 2
}

// UnknownShare stands for a share that cannot be known.
const UnknownShare = -1

// share returns a share as figures and as the role that tells its size.
func (s Library) share(i, j int) (string, Role) {
	if i >= len(s.Shares) || j >= len(s.Shares[i]) || math.IsNaN(s.Shares[i][j]) {
		return "…", Quiet
	}
	share := s.Shares[i][j]
	switch {
	case share < 0:
		return "?", Quiet
	case share < 0.15:
		return diff.Percent(share), Heat1
	case share < 0.4:
		return diff.Percent(share), Heat2
	case share < 0.8:
		return diff.Percent(share), Heat3
	}
	return diff.Percent(share), Heat4
}
