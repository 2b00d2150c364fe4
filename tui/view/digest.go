package view

import (
	"cmp"
	"fmt"
	"strings"

	"variorum/diff"
	"variorum/text"
)

// Digest is the changes of a page as a list shows them: the same change is one
// entry, however often it was made, and what they can be told apart by is
// counted. Making one costs time in proportion to the words that changed; it is
// made once for a page, so that a list of any length can be filtered, sorted
// and painted without looking at a text again.
type Digest struct {
	Groups  []Group // in the order of their first places
	Picks   []Pick  // the first is everything, then what is most wanted
	Repeats bool    // some change was made more than once
	place   int     // how wide the longest name of a place is
}

// Group is one change of wording and all the places where it was made: of one
// kind, and with the same words on both sides once typography and case are
// folded away.
type Group struct {
	Members []int  // indexes into Page.Changes, rising
	Name    string // as Change.Name says it
	Tags    diff.Tags
	Words   int    // how many words one of them concerns
	Text    string // what a filter looks at
	rank    int    // see rankOf
}

// Pick is a sort of change that a list can be narrowed down to: a tag or a
// kind, or everything.
type Pick struct {
	Name  string // the same on every page; "" for everything
	Label string // how many there are, in words
	Short string // the same where there is little room
	tag   diff.Tags
}

// Takes reports whether a group is of that sort.
func (p *Pick) Takes(g *Group) bool {
	return p.Name == "" || g.Tags&p.tag != 0 || p.tag == 0 && g.Name == p.Name
}

// NewDigest gathers the changes of a page.
func NewDigest(p *Page) *Digest {
	d := &Digest{}
	c := p.Comparison
	for _, members := range c.Alike(len(p.Changes), func(i int) ([]int, []diff.Shared) { return p.Changes[i].Differences, p.Changes[i].Shared }) {
		g := groupOf(c, &p.Changes[members[0]])
		g.Members = members
		for _, i := range members {
			g.Tags |= tagsOf(c, &p.Changes[i])
			d.place = max(d.place, Width(placeName(c, &p.Changes[i]), p.Options.Method))
		}
		d.Groups = append(d.Groups, g)
	}
	for i := range d.Groups {
		g := &d.Groups[i]
		g.rank = rankOf(g.Name, g.Tags)
		d.Repeats = d.Repeats || len(g.Members) > 1
		g.Text += " " + strings.Join(g.Tags.Names(), " ")
	}
	d.count(p)
	return d
}

// groupOf begins a group with its first change.
func groupOf(c *diff.Comparison, ch *Change) Group {
	g := Group{Name: ch.Name()}
	var all strings.Builder
	add := func(places [2]diff.Place) {
		most := 0
		for s, at := range places {
			words := c.Text(diff.Side(s), at)
			most = max(most, text.Words(words))
			all.WriteString(words + "\n")
		}
		g.Words += most
	}
	for _, sh := range ch.Shared {
		add(sh.Places)
	}
	var kinds [diff.Encoding + 1]bool
	for _, i := range ch.Differences {
		d := &c.Differences[i]
		add(d.Places)
		if !kinds[d.Kind] {
			kinds[d.Kind] = true
			all.WriteString(d.Kind.String() + " ")
		}
	}
	all.WriteString(g.Name)
	g.Text = all.String()
	return g
}

func tagsOf(c *diff.Comparison, ch *Change) (tags diff.Tags) {
	for _, i := range ch.Differences {
		tags |= c.Differences[i].Tags
	}
	return tags
}

// wanted are the tags in the order in which a reader asks for them, and what those with
// long names are called where there is little room.
var wanted = [...]struct {
	tag         diff.Tags
	name, short string
}{
	{diff.Number, "number", "num."}, {diff.Quotation, "quotation", "quot."}, {diff.Name, "name", ""},
	{diff.Negation, "negation", "neg."}, {diff.Date, "date", ""}, {diff.Attribution, "attribution", "attr."},
}

// Order is how a list of changes is sorted.
type Order uint8

// The orders.
const (
	InOrder  Order = iota // as in the text
	ByWeight              // what was lost and what must be checked first
	ByCount               // what was done most often first
	numOrders
)

// Next returns the order after this one, and after the last the first.
func (o Order) Next() Order { return (o + 1) % numOrders }

// String says it in words.
func (o Order) String() string {
	return [...]string{"in text order", "weightiest first", "most frequent first"}[o]
}

// Compare reports which of two groups stands first in an order.
func (o Order) Compare(x, y *Group) int {
	var by int
	switch o {
	case ByWeight:
		by = cmp.Or(cmp.Compare(x.rank, y.rank), cmp.Compare(y.Words, x.Words))
	case ByCount:
		by = cmp.Compare(len(y.Members), len(x.Members))
	}
	return cmp.Or(by, cmp.Compare(x.Members[0], y.Members[0]))
}

// class is what a change did to the words, as far as the order by weight goes.
type class uint8

const (
	lost     class = iota // words that one side lacks: whole sentences, or the end of one
	reworded              // words put in another place, or in the place of others
	spelled               // the same words, written in another way
)

// named are the names that changes have, in the order in which they can be
// picked, and how they are counted.
var named = [...]struct {
	name, one, many, short string
	class                  class
}{
	{diff.Truncation.String(), "cut", "cuts", "cut", lost},
	{diff.Omission.String(), "omission", "omissions", "omitted", lost},
	{nameAdded, "addition", "additions", "added", lost},
	{diff.Duplicate.String(), "duplicate", "duplicates", "twice", lost},
	{diff.Move.String(), "move", "moves", "moved", reworded},
	{nameShared, "passage told by both", "passages told by both", "shared", reworded},
	{diff.Substitution.String(), "substitution", "substitutions", "subst.", reworded},
	{diff.Insertion.String(), "insertion", "insertions", "ins.", reworded},
	{diff.Deletion.String(), "deletion", "deletions", "del.", reworded},
	{diff.Reorder.String(), "reordered", "reordered", "reordered", reworded},
	{diff.Case.String(), "in case", "in case", "case", spelled},
	{diff.Punctuation.String(), "in punctuation", "in punctuation", "punct.", spelled},
	{diff.Typography.String(), "typographic", "typographic", "typogr.", spelled},
	{diff.Markup.String(), "in markup", "in markup", "markup", spelled},
	{diff.Encoding.String(), "in encoding", "in encoding", "encoding", spelled},
}

// rankOf orders the sorts of change by what a reader wants to know of first:
// what was lost, what must be checked, what was reworded, and at last what left
// the words as they were.
func rankOf(name string, tags diff.Tags) int {
	of := reworded
	for _, k := range named {
		if k.name == name {
			of = k.class
		}
	}
	switch of {
	case lost:
		return 0
	case spelled:
		return len(wanted) + 2
	}
	for k, w := range wanted {
		if tags&w.tag != 0 {
			return 1 + k
		}
	}
	return len(wanted) + 1
}

// count finds the sorts of change that there are.
func (d *Digest) count(p *Page) {
	var tags [len(wanted)]int
	names := map[string]int{}
	words := 0
	for i := range d.Groups {
		g := &d.Groups[i]
		names[g.Name] += len(g.Members)
		if g.Name == diff.Truncation.String() {
			words += g.Words * len(g.Members)
		}
		for _, member := range g.Members {
			for k, has := 0, tagsOf(p.Comparison, &p.Changes[member]); has != 0 && k < len(wanted); k++ {
				if has&wanted[k].tag != 0 {
					tags[k]++
				}
			}
		}
	}
	all := plural(len(p.Changes), "change")
	switch {
	case names[nameShared] > 0:
		all = plural(len(p.Changes), "place")
	case len(p.Changes) == 0 && p.Apart():
		all = "nothing in common"
	}
	d.Picks = append(d.Picks, Pick{Label: all, Short: all})
	for k, w := range wanted {
		if tags[k] > 0 {
			p := Pick{w.name, plural(tags[k], w.name), fmt.Sprintf("%d %s", tags[k], w.short), w.tag}
			if w.short == "" {
				p.Short = p.Label
			}
			d.Picks = append(d.Picks, p)
		}
	}
	for _, k := range named {
		n := names[k.name]
		if n == 0 {
			continue
		}
		label := fmt.Sprintf("%d %s", n, k.many)
		if n == 1 {
			label = "1 " + k.one
		}
		if k.name == diff.Truncation.String() {
			label += " of " + plural(words, "word")
		}
		d.Picks = append(d.Picks, Pick{k.name, label, fmt.Sprintf("%d %s", n, k.short), 0})
	}
}
