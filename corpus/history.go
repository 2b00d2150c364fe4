package corpus

import (
	"errors"
	"strings"
	"unicode/utf8"
)

// The history of a file is a story that nobody needs to find: each revision is
// a version. git.go gets it; this file knows what it says.

// GitPrefix begins a path that means the history of a file: "git:FILE", or
// "git:FILE@RANGE", where RANGE is a revision or a range of them as git log
// takes it. FILE is followed through the names that it had.
const GitPrefix = "git:"

// maxRevisions is how many revisions are read, the latest.
const maxRevisions = 200

// revision is what a commit says of the file at one time.
type revision struct {
	commit, short string // hashes
	at            Moment
	author        string
	subject       string
	file          string // its name then, below the root of the repository
}

// logFormat makes git write a revision as parseLog reads it, with -z and
// --name-status.
const logFormat = "%H%x00%h%x00%aI%x00%an%x00%s"

// parseLog reads revisions as git log writes them, the latest first. What took
// the file away is none. A commit that brings two lines of work together has no
// name for the file; it is that of the commit after it, or name.
func parseLog(out, name string) ([]revision, error) {
	var found []revision
	fields := strings.Split(strings.TrimSuffix(out, "\x00"), "\x00")
	next := func() (s string, ok bool) {
		if len(fields) == 0 {
			return "", false
		}
		s, fields = fields[0], fields[1:]
		return s, true
	}
	for len(fields) > 0 && out != "" {
		var r revision
		ok := true
		for _, to := range []*string{&r.commit, &r.short, (*string)(&r.at), &r.author, &r.subject} {
			var one bool
			*to, one = next()
			ok = ok && one
		}
		gone := false
		if len(fields) > 0 && strings.HasPrefix(fields[0], "\n") {
			status, _ := next()
			gone = status == "\nD"
			name, ok = next()
			r.file = name
			if ok && strings.ContainsAny(status, "RC") {
				if r.file, ok = next(); ok && r.file == "" {
					ok = false
				}
			}
		} else {
			r.file = name
		}
		if !ok || r.commit == "" || strings.Trim(r.commit, "0123456789abcdef") != "" {
			return nil, errors.New("git log says something that is not understood")
		}
		if gone {
			continue
		}
		r.at, r.author, r.subject = momentOfGit(string(r.at)), clipped(r.author), clipped(r.subject)
		found = append(found, r)
	}
	return found, nil
}

// momentOfGit returns a time as git writes it, to the minute.
func momentOfGit(s string) Moment {
	const minute = len("2006-01-02T15:04")
	if len(s) < minute+len(":05") {
		return ""
	}
	zone := s[minute+len(":05"):]
	if zone == "+00:00" {
		zone = "Z"
	}
	return Moment(s[:minute] + zone)
}

// clipped returns what is shown of a name or a subject.
func clipped(s string) string {
	s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "\uFFFD")), " ")
	if len(s) <= maxTitle {
		return s
	}
	end := maxTitle
	for !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end] + "…"
}

// describe puts what the commit says in place of what the text says of when it was
// published: this wording was, by the commit. Who wrote it the text knows better, if it
// says so; who made the commit may have typed it in.
func (r *revision) describe(d *Document, path, file string) {
	d.ID = join(slug(baseName(file), 24), r.short)
	d.Path = path
	d.Published = r.at
	if len(d.Byline) == 0 && r.author != "" {
		d.Byline = []string{r.author}
	}
	d.Revision, d.Subject = r.short, r.subject
}
