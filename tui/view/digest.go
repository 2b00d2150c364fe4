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
	tag   diff.Tags
}

// Takes reports whether a group is of that sort.
func (p *Pick) Takes(g *Group) bool {
	return p.Name == "" || g.Tags&p.tag != 0 || p.tag == 0 && g.Name == p.Name
}

// NewDigest gathers the changes of a page.
func NewDigest(p *Page) *Digest {
	d := &Digest{}
	index := make(map[string]int, len(p.Changes))
	var key []byte
	for i := range p.Changes {
		ch := &p.Changes[i]
		key = appendKey(key[:0], p.Comparison, ch)
		n, ok := index[string(key)]
		if !ok {
			n = len(d.Groups)
			index[string(key)] = n
			d.Groups = append(d.Groups, groupOf(p.Comparison, ch))
		}
		g := &d.Groups[n]
		g.Members = append(g.Members, i)
		g.Tags |= tagsOf(p.Comparison, ch)
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

// appendKey appends what equal changes have in common. Where only the spelling
// differs, folding it would leave nothing to tell two changes apart.
func appendKey(key []byte, c *diff.Comparison, ch *Change) []byte {
	key = append(key, ch.Name()...)
	for _, sh := range ch.Shared {
		key = append(append(key, 0), text.Key(c.Text(diff.A, sh.Places[diff.A]))...)
	}
	for _, i := range ch.Differences {
		d := &c.Differences[i]
		key = append(key, 0, byte(d.Kind))
		for s, at := range d.Places {
			words := c.Text(diff.Side(s), at)
			if d.Kind < diff.Typography {
				words = text.Key(strings.TrimSpace(words))
			}
			key = append(append(key, words...), 0)
		}
	}
	return key
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

// wanted are the tags in the order in which a reader asks for them.
var wanted = [...]struct {
	tag  diff.Tags
	name string
}{
	{diff.Number, "number"}, {diff.Quotation, "quotation"}, {diff.Name, "name"},
	{diff.Negation, "negation"}, {diff.Date, "date"}, {diff.Attribution, "attribution"},
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
// picked, and how some of them are counted.
var named = [...]struct {
	name, one, many string
	class           class
}{
	{diff.Truncation.String(), "cut", "cuts", lost},
	{diff.Omission.String(), "omission", "omissions", lost},
	{nameAdded, "addition", "additions", lost},
	{diff.Duplicate.String(), "duplicate", "duplicates", lost},
	{diff.Move.String(), "move", "moves", reworded},
	{nameShared, "passage told by both", "passages told by both", reworded},
	{diff.Substitution.String(), "substitution", "substitutions", reworded},
	{diff.Insertion.String(), "insertion", "insertions", reworded},
	{diff.Deletion.String(), "deletion", "deletions", reworded},
	{diff.Reorder.String(), "reordered", "reordered", reworded},
	{diff.Case.String(), "in case", "in case", spelled},
	{diff.Punctuation.String(), "in punctuation", "in punctuation", spelled},
	{diff.Typography.String(), "typographic", "typographic", spelled},
	{diff.Markup.String(), "in markup", "in markup", spelled},
	{diff.Encoding.String(), "in encoding", "in encoding", spelled},
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
	d.Picks = append(d.Picks, Pick{Label: all})
	for k, w := range wanted {
		if tags[k] > 0 {
			d.Picks = append(d.Picks, Pick{w.name, plural(tags[k], w.name), w.tag})
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
		d.Picks = append(d.Picks, Pick{k.name, label, 0})
	}
}
