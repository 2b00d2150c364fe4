package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"variorum/corpus"
)

// In the library a person has the last word about which versions are one story: two
// stories are joined, or a version is split off. What would be written, and where, is
// said first; it is undone at the press of a key as long as the library is open. The
// corpus is then loaded anew, for how its stories come about is not known here.

// Rules are where that is written.
type Rules struct {
	Path  string                                                           // of the file; "" where there is none
	Join  func(title string, versions []*corpus.Document) (Written, error) // the title, if there is one, unless the file has it
	Split func(versions []*corpus.Document) (Written, error)
}

// Written is what was written.
type Written struct {
	Lines []string     // those that came, behind "+", and those that went, behind "-"
	Undo  func() error // takes it back, unless something else was written since
}

// ruling is something to be written that was not agreed to yet.
type ruling struct {
	said string // what it does
	do   func() (Written, error)
}

// mayRule reports whether something can be written now, and says why not.
func (l *library) mayRule(m *model) bool {
	switch {
	case m.rules.Path == "":
		l.note = "this is not read from one folder, in which it is written what one story is"
	case m.loading != nil:
		l.note = "not before all files are read"
	default:
		return true
	}
	return false
}

// join marks the selected story, or asks whether the one that is marked and this
// one are to be one.
func (l *library) join(m *model, at int) {
	if !l.mayRule(m) {
		return
	}
	switch other := l.joining; other {
	case at:
		l.joining = -1
	case -1:
		l.joining = at
		l.note = m.keys.say("%s on another story joins this one to it; %s does not", joinStories, back)
	default:
		var versions []*corpus.Document
		title := "" // that somebody gave one of them
		for _, i := range []int{other, at} {
			if s := &m.corpus.Stories[i]; title == "" && s.Versions[0].Match == corpus.Assigned {
				title = s.Title
			}
			for k := range m.corpus.Stories[i].Versions {
				versions = append(versions, m.corpus.Stories[i].Versions[k].Document)
			}
		}
		l.ask(m, ruling{fmt.Sprintf("joins the two, %d versions", len(versions)), func() (Written, error) { return m.rules.Join(title, versions) }})
	}
}

// split asks whether the selected version is to be a story of its own.
func (l *library) split(m *model, story *corpus.Story, version int) {
	switch {
	case !l.mayRule(m):
	case len(story.Versions) < 2:
		l.note = "this version is a story of its own already"
	default:
		versions := []*corpus.Document{story.Versions[version].Document}
		l.ask(m, ruling{fmt.Sprintf("splits version %d off", version+1), func() (Written, error) { return m.rules.Split(versions) }})
	}
}

// ask says what is to be written, and waits for what is said to that.
func (l *library) ask(m *model, r ruling) {
	l.asked = &r
	l.note = m.keys.say("%s ", open) + r.said + m.keys.say("; %s does not", back) + " · in " + m.rules.Path
}

// answer takes in what was said to what was asked: anything but yes is a no.
func (l *library) answer(m *model, a action) (cmd tea.Cmd, done bool) {
	r := l.asked
	l.asked = nil
	if r == nil || a != open {
		return nil, false
	}
	return l.write(m, r.do), true
}

func (l *library) write(m *model, do func() (Written, error)) tea.Cmd {
	m.writing, l.note, l.joining = true, "writing, and reading again …", -1
	return m.effects.rule(do, m.source)
}

// unwrite takes back what was written last.
func (l *library) unwrite(m *model) tea.Cmd {
	if !l.mayRule(m) {
		return nil
	}
	n := len(m.written)
	if n == 0 {
		l.note = "nothing was joined or split here"
		return nil
	}
	last := m.written[n-1]
	m.written = m.written[:n-1]
	return l.write(m, func() (Written, error) {
		if err := last.Undo(); err != nil {
			return last, err // it is still written
		}
		return Written{}, nil
	})
}

// ruled takes in what was written, and the corpus as it is by that.
func (m *model) ruled(msg ruled) (cmd tea.Cmd) {
	m.writing = false
	if msg.written.Undo != nil && len(msg.written.Lines) > 0 {
		m.written = append(m.written, msg.written)
	}
	l := m.library()
	if msg.corpus != nil && len(msg.corpus.Stories) > 0 {
		l = m.arrive(msg.corpus)
		cmd = l.arrived(m)
	}
	switch {
	case msg.err != nil:
		l.note = msg.err.Error()
	case msg.written.Undo == nil:
		l.note = m.rules.Path + " is as it was"
	case len(msg.written.Lines) == 0:
		l.note = m.rules.Path + " says so already"
	default:
		l.note = m.keys.say("%s undoes it", unwrite) + " · in " + m.rules.Path + ": " + inOneLine(msg.written.Lines)
	}
	return cmd
}

// inOneLine puts lines behind each other, with one sign for those that have the same.
func inOneLine(lines []string) string {
	var out []string
	sign := ""
	for _, line := range lines {
		is, words, _ := strings.Cut(line, " ")
		if is != sign {
			out, sign = append(out, is), is
		}
		out = append(out, strings.TrimSpace(words))
	}
	return strings.Join(out, " ")
}
