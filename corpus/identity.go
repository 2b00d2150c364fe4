package corpus

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// earliest returns the earliest of some versions.
func earliest(versions []Version) Version {
	out := versions[0]
	for _, v := range versions[1:] {
		if Earlier(v.Document, out.Document) < 0 {
			out = v
		}
	}
	return out
}

// succession is that a story goes on one that was there before, with so many of its
// versions.
type succession struct {
	now, before, versions int
	was, is               *Document // the earliest of what was, and of what is, where successions collide
}

// identify gives each story the ID of the one that it goes on, which is the one
// that most of its versions were in, the earliest of several; where more than
// one story goes on the same, the one that has most of it. No two have the same
// ID. What people named is called by its name.
func identify(stories, before []Story) {
	used := make(map[string]bool, len(stories))
	took := make([]bool, len(stories))
	for i := range stories {
		if stories[i].assigned() {
			stories[i].ID, took[i] = unused(used, stories[i].ID), true
		}
	}
	for _, c := range successions(stories, before) {
		if id := before[c.before].ID; !took[c.now] && !used[id] {
			stories[c.now].ID, took[c.now], used[id] = id, true, true
		}
	}
	for i := range stories {
		if !took[i] {
			stories[i].ID = unused(used, storyID(stories[i].Versions))
		}
	}
}

// successions returns which stories go on which, of those that collide the strongest
// first.
func successions(stories, before []Story) []succession {
	if len(before) == 0 {
		return nil
	}
	in := map[string]int{} // in which story a version was
	for i := range before {
		if !before[i].assigned() {
			for _, v := range before[i].Versions {
				in[v.ID] = i
			}
		}
	}
	var all []succession
	claimed := make([]int, len(before)) // how often
	at := map[int]int{}
	for i := range stories {
		if stories[i].assigned() {
			continue
		}
		clear(at)
		for _, v := range stories[i].Versions {
			b, ok := in[v.ID]
			if !ok {
				continue
			}
			if _, ok := at[b]; !ok {
				at[b] = len(all)
				all = append(all, succession{now: i, before: b})
				claimed[b]++
			}
			all[at[b]].versions++
		}
		for _, k := range at {
			if len(at) > 1 {
				claimed[all[k].before] += 2 // so that it is not the only one
			}
		}
	}
	var alone, colliding []succession
	for _, c := range all {
		if claimed[c.before] == 1 {
			alone = append(alone, c)
			continue
		}
		c.was, c.is = earliest(before[c.before].Versions).Document, earliest(stories[c.now].Versions).Document
		colliding = append(colliding, c)
	}
	slices.SortStableFunc(colliding, func(x, y succession) int {
		return cmp.Or(cmp.Compare(y.versions, x.versions), Earlier(x.was, y.was), Earlier(x.is, y.is))
	})
	return append(colliding, alone...)
}

// assigned reports whether somebody said what is in the story.
func (s *Story) assigned() bool { return s.Versions[0].Match == Assigned }

// unused returns an ID that is not used yet, and from now on is.
func unused(used map[string]bool, id string) string {
	out := id
	for n := 2; used[out]; n++ {
		out = fmt.Sprintf("%s-%d", id, n)
	}
	used[out] = true
	return out
}

// goesOn reports whether an ID is another one, or that with a number.
func goesOn(id, other string) bool {
	number, ok := strings.CutPrefix(id, other+"-")
	return id == other || ok && strings.Trim(number, "0123456789") == ""
}

// tellApart gives documents with one name and one content, from different
// places, different IDs: those that they had before, where the library tells.
func (r *reading) tellApart(results []result) {
	was := map[string]string{} // by path, of what was read again
	if r.known != nil {
		for i := range results {
			if x := &results[i]; x.doc != nil && !x.listed {
				was[x.path] = ""
			}
		}
		for i := range r.known.files {
			f := &r.known.files[i]
			if _, ok := was[f.path]; ok && f.doc != nil {
				was[f.path] = f.doc.ID
			}
		}
	}
	used := make(map[string]bool, len(results))
	give := func(x *result, id string) {
		used[id] = true
		if x.doc.ID != id {
			other := *x.doc
			other.ID = id
			x.doc = &other
		}
	}
	var others []*result
	for i := range results {
		x := &results[i]
		if x.doc == nil {
			continue
		}
		id := was[x.path]
		switch {
		case x.listed:
			give(x, x.doc.ID)
		case id != "" && !used[id] && goesOn(id, x.doc.ID):
			give(x, id)
		default:
			others = append(others, x)
		}
	}
	for _, x := range others {
		give(x, unused(used, x.doc.ID))
	}
}
