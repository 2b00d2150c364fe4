package tui

import (
	"cmp"
	"context"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"variorum/collation"
	"variorum/corpus"
	"variorum/diff"
	"variorum/text"
	"variorum/tui/view"
)

// effects makes every command of the reader: whatever takes long or reaches
// beyond the model is here, and nothing else is. A command works on values
// that do not change while it runs and answers with one message.
type effects struct {
	ctx  context.Context
	send func(tea.Msg) // tells of progress while a command runs; may be nil

	screen    *screen        // nil without a terminal
	say       func(string)   // sends the terminal a sequence; nil without one
	clipboard []string       // the command that fills the machine's clipboard; nil for none
	waits     bool           // commands may wait for something to happen
	how       corpus.Options // by which files are read again
}

// loaded is the answer of load.
type loaded struct {
	corpus *corpus.Corpus
	err    error
}

// loading tells how far load has come.
type loading struct {
	corpus.Progress
	left time.Duration // about so long it will take, 0 where that cannot be told
}

// early is what there is to read while load goes on.
type early struct{ corpus *corpus.Corpus }

func (e effects) load(from Source) tea.Cmd {
	return func() tea.Msg {
		told, began := 0, time.Now()
		o := corpus.Options{Report: func(p corpus.Progress) {
			// A hundred reports are enough for any number of files.
			if step := p.Total / 100; p.Files-told > step || p.Files == p.Total {
				told = p.Files
				e.tell(loading{p, left(time.Since(began), p)})
			}
		}}
		if e.send != nil {
			o.Early = func(c *corpus.Corpus) { e.tell(early{c}) }
		}
		c, err := from(e.ctx, o)
		return loaded{c, err}
	}
}

// left estimates how long the rest will take.
func left(spent time.Duration, p corpus.Progress) time.Duration {
	if spent < time.Second || p.Bytes == 0 {
		return 0
	}
	return time.Duration(float64(spent) / float64(p.Bytes) * float64(p.Size-p.Bytes))
}

// ruled is the answer of rule: what was written, and the corpus by that.
type ruled struct {
	written Written
	corpus  *corpus.Corpus // nil where nothing was written
	err     error
}

// rule writes something of which versions are one story, and loads the corpus anew.
func (e effects) rule(do func() (Written, error), from Source) tea.Cmd {
	return func() tea.Msg {
		w, err := do()
		if err != nil {
			return ruled{written: w, err: err}
		}
		c, err := from(e.ctx, corpus.Options{})
		return ruled{w, c, err}
	}
}

// found is the answer of find: by the IDs of the versions in whose text a
// query was found how they have it.
type found struct {
	corpus   *corpus.Corpus
	query    string
	snippets map[string]string
}

// find looks for a query in all texts. The second result stops it.
func (e effects) find(c *corpus.Corpus, query string) (tea.Cmd, context.CancelFunc) {
	ctx, cancel := context.WithCancel(e.ctx)
	finder := c.Finder() // the versions of the model may be read again meanwhile
	return func() tea.Msg {
		defer cancel()
		snippets, err := finder.Find(ctx, query)
		if err != nil {
			return nil // another query came
		}
		return found{c, query, snippets}
	}, cancel
}

// compared is the answer of compare.
type compared struct {
	comparison int // the number that the comparison was asked for under
	result     *diff.Comparison
	documents  [2]*corpus.Document // with their texts
	err        error
}

// comparing tells how far compare has come.
type comparing struct {
	comparison int
	percent    int
}

// compare compares two documents. The second result stops it.
func (e effects) compare(number int, a, b *corpus.Document) (tea.Cmd, context.CancelFunc) {
	ctx, cancel := context.WithCancel(e.ctx)
	return func() tea.Msg {
		defer cancel()
		told := 0
		c, whole, err := compareWhole(ctx, [2]*corpus.Document{a, b}, diff.Options{Report: func(done float64) {
			if percent := int(done * 100); percent > told {
				told = percent
				e.tell(comparing{number, percent})
			}
		}})
		return compared{number, c, whole, err}
	}, cancel
}

// compareWhole compares two documents, whose files it reads again where they do
// not hold their texts.
func compareWhole(ctx context.Context, docs [2]*corpus.Document, o diff.Options) (*diff.Comparison, [2]*corpus.Document, error) {
	whole, wrong := corpus.Wholes(ctx, docs[:])
	if err := cmp.Or(wrong...); err != nil {
		return nil, docs, err
	}
	docs = [2]*corpus.Document(whole)
	o.Languages = [2]string{docs[diff.A].Language, docs[diff.B].Language}
	c, err := diff.Compare(ctx, docs[diff.A].Blocks, docs[diff.B].Blocks, o)
	return c, docs, err
}

// laidOut is the answer of layOut.
type laidOut struct {
	as    setting
	page  *view.Page
	draft *view.Draft // of the page
}

// layOut makes the page of a comparison in a setting, of a draft where there is
// one.
func (e effects) layOut(c *diff.Comparison, draft *view.Draft, heads [2]view.Head, as setting) tea.Cmd {
	return func() tea.Msg {
		if draft == nil {
			draft = view.NewDraft(c.Without(as.ignore))
		}
		return laidOut{as, draft.Page(heads, as.options), draft}
	}
}

// counted is the answer of count: how many changes each tier would hide.
type counted struct {
	comparison int
	tiers      []int // in the order of their bits
}

func (e effects) count(number int, c *diff.Comparison) tea.Cmd {
	return func() tea.Msg {
		msg := counted{comparison: number}
		for i := range diff.TierNames() {
			msg.tiers = append(msg.tiers, c.Without(1<<i).Hidden)
		}
		return msg
	}
}

// explained is the answer of explain: why each version of a story is there.
type explained struct {
	corpus *corpus.Corpus
	story  int
	whys   []corpus.Why
	err    error
}

func (e effects) explain(of *corpus.Corpus, number int) tea.Cmd {
	story := of.Stories[number]
	story.Versions = slices.Clone(story.Versions) // those of the model may be read again meanwhile
	return func() tea.Msg {
		whys, err := story.Explain(e.ctx)
		return explained{of, number, whys, err}
	}
}

// gathered is the answer of gather: the texts of a story's versions, nil where
// one cannot be read.
type gathered struct {
	corpus          *corpus.Corpus
	story           int
	versions, whole []*corpus.Document
	err             error // that of the context
}

func (e effects) gather(of *corpus.Corpus, story int, versions []*corpus.Document) tea.Cmd {
	return func() tea.Msg {
		whole, _ := corpus.Wholes(e.ctx, versions)
		return gathered{of, story, versions, whole, e.ctx.Err()}
	}
}

// shared is the answer of share: how much of each of two versions of a story
// stands in the other.
type shared struct {
	corpus    *corpus.Corpus
	story     int
	versions  [2]int
	documents [2]*corpus.Document
	contained [2]float64
	same      bool // nothing differs but what is ignored unless somebody says otherwise
	err       error
}

func (e effects) share(of gathered, versions [2]int) tea.Cmd {
	return func() tea.Msg {
		i, j := versions[0], versions[1]
		s := shared{corpus: of.corpus, story: of.story, versions: versions, documents: [2]*corpus.Document{of.versions[i], of.versions[j]}}
		var c *diff.Comparison
		if c, s.err = diff.Compare(e.ctx, of.whole[i].Blocks, of.whole[j].Blocks, diff.Options{}); s.err == nil {
			s.contained = c.Summary.Contained
			s.same = c.Summary.Verdict == diff.VerdictIdentical && len(c.Without(diff.HumanTiers).Differences) == 0
		}
		return s
	}
}

// opened is the answer of open: how a document begins, or why it cannot be read.
type opened struct {
	document *corpus.Document
	lines    []text.Block
}

func (e effects) open(d *corpus.Document) tea.Cmd {
	return func() tea.Msg {
		whole, err := d.Whole()
		if err != nil {
			return opened{d, []text.Block{{Text: err.Error()}}}
		}
		return opened{d, opening(whole)}
	}
}

// collated is the answer of collate.
type collated struct {
	number  int // that the collation was asked for under
	version int
	witness *collation.Witness
	err     error
}

// collate compares a text with another version, and keeps of the comparison
// what an apparatus needs. The second result stops it.
func (e effects) collate(number, version int, base, other *corpus.Document) (tea.Cmd, context.CancelFunc) {
	ctx, cancel := context.WithCancel(e.ctx)
	return func() tea.Msg {
		defer cancel()
		c, _, err := compareWhole(ctx, [2]*corpus.Document{base, other}, diff.Options{})
		if err != nil {
			return collated{number: number, version: version, err: err}
		}
		return collated{number, version, collation.Read(c), nil}
	}, cancel
}

// textSetting is what the lines of a leaf depend on.
type textSetting struct {
	number  int // of the collation: the text
	measure int
	method  ansi.Method
}

// leafSet is the answer of setLeaf.
type leafSet struct {
	as   leafSetting
	leaf *view.Leaf
	err  error
}

// setLeaf makes the leaf of a text in a setting, from one with the same lines
// where there is one.
func (e effects) setLeaf(set *view.Leaf, base *corpus.Document, witnesses []*collation.Witness, as leafSetting) tea.Cmd {
	return func() tea.Msg {
		whole, err := base.Whole()
		if err != nil {
			return leafSet{as: as, err: err}
		}
		if set == nil {
			set = view.NewLeaf(whole.Blocks, as.text.measure, as.text.method)
		}
		return leafSet{as, set.With(collation.New(whole.Blocks, witnesses, as.ignore)), nil}
	}
}

// ask asks the terminal what the reader wants to know of it.
func (e effects) ask() tea.Cmd {
	return func() tea.Msg {
		e.screen.ask()
		return nil
	}
}

// late says that loading takes long enough to be told about.
type late struct{}

// grace gives loading a moment: where there turns out to be nothing to read,
// the terminal need not change to a screen that is gone at once.
func (e effects) grace() tea.Cmd {
	return tea.Tick(100*time.Millisecond, func(time.Time) tea.Msg { return late{} })
}

// leave quits after giving the terminal a moment to answer what it was asked,
// so that the answers do not end up as input of the shell.
func (e effects) leave() tea.Cmd {
	return tea.Tick(200*time.Millisecond, func(time.Time) tea.Msg { return tea.QuitMsg{} })
}

func (e effects) tell(msg tea.Msg) {
	if e.send != nil {
		e.send(msg)
	}
}

// reread is the answer of reread and of watch.
type reread struct {
	comparison int
	documents  [2]*corpus.Document // those that have not changed are the same
	err        error
	asked      bool // somebody waits for the answer
}

func (e effects) reread(comparison int, documents [2]*corpus.Document, asked bool) tea.Cmd {
	return func() tea.Msg {
		now, err := readAgain(e.how, documents)
		return reread{comparison, now, err, asked}
	}
}

// watch answers once, when one of the files is not what it was, or gone. The second
// result ends it. Where commands may not wait, there is nothing to wait for.
func (e effects) watch(comparison int, documents [2]*corpus.Document, there bool) (tea.Cmd, context.CancelFunc) {
	if !e.waits {
		return nil, func() {}
	}
	ctx, cancel := context.WithCancel(e.ctx)
	return func() tea.Msg {
		defer cancel()
		now, err := changed(ctx, e.how, documents, there)
		if ctx.Err() != nil {
			return nil // nobody waits any more
		}
		return reread{comparison, now, err, false}
	}, cancel
}
