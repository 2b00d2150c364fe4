package tui

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"variorum/collation"
	"variorum/corpus"
	"variorum/diff"
	"variorum/tui/view"
)

// maxWitnesses is how many other versions one version is compared with.
const maxWitnesses = 120

// book is the place where one version is read alone, with an apparatus of what
// the others have.
//
// The text is on the screen at once. The other versions are compared with it
// one after the other, each in a command, and of each comparison only what the
// apparatus needs is kept; every one that is there adds its marks.
type book struct {
	window[*view.Leaf] // nil until there is a leaf of this version

	story   *corpus.Story
	version int

	number    int                  // of the collation last asked for
	others    []int                // the versions to compare, in order
	compared  int                  // how many of them have been
	witnesses []*collation.Witness // by version, nil where there is none yet
	cancel    context.CancelFunc
	as        leafSetting // of the leaf
	setting   bool        // a leaf is on its way

	shown   bool    // what can be ignored is not
	start   landing // where the first leaf is to be opened
	reading int     // index into the readings of the unit under the cursor
}

// leafSetting is what a leaf depends on.
type leafSetting struct {
	text     textSetting
	ignore   diff.Tiers
	compared int
}

// readAlone opens one version of a story as a book, with a search that goes on
// there, or which is searched for something if it is opened for that. Where the
// reader came from that book to a comparison, it goes back there.
func (m *model) readAlone(story *corpus.Story, version int, start landing, on search, sought []string) tea.Cmd {
	if n := len(m.places); n > 1 {
		if b, ok := m.places[n-2].(*book); ok && b.story == story {
			cmd := m.leave()
			if on.on() {
				b.search = on
			}
			if b.version != version {
				return tea.Batch(cmd, b.open(m, version, start))
			}
			if b.page != nil {
				b.searchAgain()
			}
			return cmd
		}
	}
	b := &book{story: story, shown: m.ignore == 0}
	b.search, b.sought = on, sought
	m.enter(b)
	return b.open(m, version, start)
}

// open makes a version the text that is read.
func (b *book) open(m *model, version int, start landing) tea.Cmd {
	b.stop()
	m.comparisons++
	b.number, b.version, b.start = m.comparisons, version, start
	b.others = nil
	for v := range b.story.Versions {
		if v != version && len(b.others) < maxWitnesses {
			b.others = append(b.others, v)
		}
	}
	b.witnesses, b.compared = make([]*collation.Witness, len(b.story.Versions)), 0
	b.page, b.setting, b.current, b.reading, b.note = nil, false, -1, 0, ""
	b.ended, b.gone = false, nowhere
	return tea.Batch(b.fit(m), b.collate(m))
}

// collate asks for the comparison with the next of the other versions.
func (b *book) collate(m *model) tea.Cmd {
	if b.compared == len(b.others) {
		return nil
	}
	v := b.others[b.compared]
	var cmd tea.Cmd
	cmd, b.cancel = m.effects.collate(b.number, v, b.document(b.version), b.document(v))
	return cmd
}

// stop gives up the comparison that is on its way.
func (b *book) stop() {
	if b.cancel != nil {
		b.cancel()
		b.cancel = nil
	}
}

func (b *book) document(version int) *corpus.Document { return b.story.Versions[version].Document }

func (b *book) collated(m *model, msg collated) tea.Cmd {
	if msg.number != b.number || errors.Is(msg.err, context.Canceled) {
		return nil // another text is read, or nobody waits any more
	}
	if msg.err != nil { // the others are there to be compared
		b.note = msg.err.Error()
	}
	// A leaf may be in the making from the list as it is.
	b.witnesses = slices.Clone(b.witnesses)
	b.witnesses[msg.version] = msg.witness
	b.compared, b.cancel = b.compared+1, nil
	return tea.Batch(b.fit(m), b.collate(m))
}

func (b *book) wanted(m *model) leafSetting {
	text := textSetting{b.number, view.Book{}.Measure(m.width), m.method}
	return leafSetting{text, b.ignored(m), b.compared}
}

// ignored returns what is: what comparisons ignore, or what people do where they
// ignore nothing.
func (b *book) ignored(m *model) diff.Tiers {
	if b.shown {
		return 0
	}
	return cmp.Or(m.ignore, diff.HumanTiers)
}

// fit asks for a new leaf where the one that is there is not what it should be.
// One is made at a time.
func (b *book) fit(m *model) tea.Cmd {
	if rows := (view.Book{}).Visible(m.width, m.height); b.page != nil {
		b.resize(rows)
	} else {
		b.rows = rows
	}
	want := b.wanted(m)
	if b.setting || m.width <= 0 || b.page != nil && b.as == want {
		return nil
	}
	b.setting = true
	set := b.page
	if b.as.text != want.text {
		set = nil
	}
	return m.effects.setLeaf(set, b.document(b.version), b.witnesses, want)
}

func (b *book) leafSet(m *model, msg leafSet) tea.Cmd {
	if msg.as.text.number != b.number {
		return nil
	}
	if msg.err != nil {
		return m.fail(msg.err)
	}
	b.setting = false
	b.show(msg.leaf, msg.as)
	b.mark()
	return b.fit(m)
}

// show puts a leaf in place of the one before, at the same passage and with the
// cursor on the same words.
func (b *book) show(leaf *view.Leaf, as leafSetting) {
	old := b.page
	if old == nil {
		b.page, b.as, b.anchor = leaf, as, anchor{}
		b.land(b.start)
		b.searchFirst()
		b.atMatch(b.start.at)
		return
	}
	b.hold()
	atMatch := b.seesMatch() && b.current == old.MarkAt(b.search.matches.At(b.search.at))
	b.page, b.as = leaf, as
	if b.current >= 0 {
		b.current = unitAt(leaf.Apparatus, old.Apparatus.Units[b.current])
	}
	b.searchAgain()
	b.held()
	if atMatch && b.seesMatch() { // the mark that touches it may be new
		b.current = leaf.MarkAt(b.search.matches.At(b.search.at))
	}
	if b.current >= 0 {
		b.reading = min(b.reading, len(leaf.Apparatus.Units[b.current].Readings)-1)
	}
}

// waiting reports whether what the next key should act on is still on its way.
func (b *book) waiting(m *model) bool {
	return b.page == nil || b.compared < len(b.others) || b.as != b.wanted(m)
}

// hasty reports whether an action need not wait for the marks: the text that it
// is about is there.
func (b *book) hasty(m *model, a action) bool {
	switch a {
	case nextChange, previousChange:
		if !b.search.on() {
			return false
		}
	case open, switchFocus, copyChange:
		return false
	}
	return b.page != nil && b.as.text == b.wanted(m).text
}

func (b *book) where() where { return inBook }

func (b *book) act(m *model, a action) tea.Cmd {
	b.note = ""
	switch a {
	case previousVersion:
		return b.turn(m, -1)
	case nextVersion:
		return b.turn(m, 1)
	case listIgnored:
		b.shown = !b.shown
		if b.shown {
			b.note = m.keys.say("what is ignored is shown; %s hides it again", listIgnored)
		}
		return b.fit(m)
	}
	if b.page == nil {
		return nil
	}
	was := b.current
	cmd := b.read(m, a)
	if b.current != was {
		b.reading = 0
	}
	return cmd
}

// read does what an action does in the text.
func (b *book) read(m *model, a action) tea.Cmd {
	switch a {
	case none:
	case nextChange:
		b.next(1)
	case previousChange:
		b.next(-1)
	case nextParagraph:
		b.paragraph(1)
	case previousParagraph:
		b.paragraph(-1)
	case switchFocus:
		b.choose(m)
	case open:
		return b.compare(m)
	case startFilter:
		b.startSearch()
	case startGoing:
		b.ask(':')
	case copyChange:
		return b.copyReading(m)
	case copyPassage:
		return b.copyPassage(m)
	default:
		if a == home || a == end {
			b.start.mark = nil // there is no cursor at the ends
		}
		b.scroll(a)
	}
	return nil
}

// next goes to the next match of a search, or else to the next mark; with -1 to
// the one before.
func (b *book) next(by int) {
	switch {
	case b.search.on():
		b.stepMatch(by)
	case b.page.Marks() == 0:
		b.note = "no other version reads otherwise"
	default:
		b.step(by, "mark")
	}
}

// filtered is called when something was typed.
func (b *book) filtered(*model) tea.Cmd {
	if b.page == nil {
		return nil
	}
	was := b.current
	if where := b.answered(); where != "" {
		b.goWhere(where, "mark")
	}
	if b.current != was {
		b.reading = 0
	}
	return nil
}

// turn makes another version the text that is read, at the same passage.
func (b *book) turn(m *model, step int) tea.Cmd {
	v := b.version + step
	if v < 0 || v >= len(b.story.Versions) {
		b.note = fmt.Sprintf("there is no other version that way; this is %d of %d", b.version+1, len(b.story.Versions))
		return nil
	}
	return b.open(m, v, b.landingIn(v))
}

// compare opens the comparison of this version with the one that has the
// selected reading.
func (b *book) compare(m *model) tea.Cmd {
	if b.said() < 0 {
		b.note = m.keys.say("no reading is under the cursor; %s and %s go to one", nextChange, previousChange)
		return nil
	}
	u := &b.page.Apparatus.Units[b.current]
	r := newReading(b.story, [2]int{b.version, u.Readings[b.reading].Witnesses[0]})
	r.aim, r.search = u, b.search.carried()
	m.enter(r)
	return r.compare(m)
}

func (b *book) screen(m *model) view.Screen {
	if b.page == nil {
		return view.Notice{Title: "setting …", Lines: []string{nameOf(b.document(b.version))}}
	}
	block, _, _ := b.cursor()
	s := view.Book{
		Leaf: b.page, Version: b.version, Block: block, Compared: b.compared, Others: len(b.others),
		Top: b.top, Current: b.said(), Reading: b.reading, Note: b.note, Asked: b.asked("mark"), Hints: m.keys.asking(),
	}
	for v := range b.story.Versions {
		s.Versions = append(s.Versions, view.BookVersion{Name: witnessName(b.document(v)), Read: b.witnesses[v] != nil})
	}
	return s
}
