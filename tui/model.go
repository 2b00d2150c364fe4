package tui

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"variorum/corpus"
	"variorum/diff"
	"variorum/tui/view"
)

// model is the state of a reader: what was loaded, how it is shown, and the
// places that the reader went through. It changes in update and nowhere else.
type model struct {
	effects effects
	source  Source
	keys    keymap

	width, height int
	method        ansi.Method
	layout        view.Layout
	fold          bool // unchanged text is folded
	ignore        diff.Tiers
	pair          bool   // begin with the comparison of the first two versions
	files         bool   // the documents are files on disk
	watch         bool   // they are read again when they change
	editor        string // the command line of the editor
	rules         Rules
	mouse         bool // the mouse is the reader's, not the terminal's

	corpus      *corpus.Corpus
	loading     *loading // while there is more to come
	places      []place  // the last one is on the screen; never empty
	memory      memory
	comparisons int       // how many were asked for
	writing     bool      // of the rules, and then the corpus is loaded
	written     []Written // what can be undone
	ahead       []tea.KeyPressMsg
	err         error // why there is nothing to read
	quitting    bool
}

// place is a screen at which the reader can be.
type place interface {
	where() where
	screen(m *model) view.Screen
	// act does what a key asks for. A key that means nothing here asks for
	// none, and clears what was said about the key before. The actions that
	// are the same everywhere (back, help, suspend, quit) do not reach it,
	// unless back has something to undo here first.
	act(m *model, a action) tea.Cmd
	// fit is called when the size of the screen or what is shown has changed.
	fit(m *model) tea.Cmd
}

// typed is a place with a field.
type typed interface {
	field() *field
	// filtered is called when the text of the field has changed.
	filtered(m *model) tea.Cmd
}

// stopper is a place with something on its way that is given up when it is
// left.
type stopper interface{ stop() }

// undoer is a place where back may have something to undo before it leaves.
type undoer interface {
	undo(m *model) (tea.Cmd, bool)
}

func newModel(c Config, e effects) (*model, error) {
	source, err := c.source()
	if err != nil {
		return nil, err
	}
	keys, err := newKeymap(c.Keys)
	if err != nil {
		return nil, err
	}
	m := &model{effects: e, source: source, keys: keys, method: c.Method, layout: c.Layout, fold: c.Fold, ignore: c.tiers(), pair: c.Pair[0] != nil,
		files: c.Files, watch: c.Watch && c.Files, editor: c.Editor, rules: c.Rules, mouse: !c.LeaveMouse}
	m.recall(c.State, c.Folder)
	m.places = []place{&notice{title: "variorum", lines: []string{"reading …"}}}
	return m, nil
}

// start returns the command that everything begins with.
func (m *model) start() tea.Cmd { return m.effects.load(m.source) }

// update takes a message in and returns what is to be done next.
func (m *model) update(msg tea.Msg) tea.Cmd {
	return m.catchUp(m.take(msg))
}

func (m *model) take(msg tea.Msg) tea.Cmd {
	var cmds []tea.Cmd
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
		return m.fitAll()
	case tea.ModeReportMsg:
		if takesClusters(msg) {
			m.method = ansi.GraphemeWidth
			return m.fitAll()
		}
	case tea.KeyPressMsg:
		return m.key(msg)
	case tea.PasteMsg:
		if t, ok := m.here().(typed); ok && t.field().typing {
			t.field().add(msg.Content)
			return t.filtered(m)
		}
	case tea.MouseWheelMsg:
		return m.wheel(msg)
	case tea.MouseClickMsg:
		return m.click(msg)
	case loading:
		m.loading = &msg
		if n, ok := m.here().(*notice); ok && m.corpus == nil {
			n.lines = loadingLines(msg)
		}
	case early:
		if len(msg.corpus.Stories) > 0 && m.err == nil {
			return m.arrive(msg.corpus).arrived(m)
		}
	case loaded:
		return m.loaded(msg)
	case ruled:
		return m.ruled(msg)
	case gathered:
		if l := m.library(); l != nil {
			return l.takeTexts(m, msg)
		}
	case shared:
		if l := m.library(); l != nil {
			return l.shared(m, msg)
		}
	case found:
		if l := m.library(); l != nil {
			l.found(m, msg)
		}
	case opened:
		if l := m.library(); l != nil {
			return l.begins(m, msg)
		}
	case explained:
		if l := m.library(); l != nil {
			return l.explained(m, msg)
		}
	case comparing:
		for _, r := range all[*reading](m.places) {
			r.comparing(msg)
		}
	case glanced:
		for _, r := range all[*reading](m.places) {
			cmds = append(cmds, r.glanced(msg))
		}
	case compared:
		for _, r := range all[*reading](m.places) {
			cmds = append(cmds, r.compared(m, msg))
		}
	case counted:
		if r := m.reading(); r != nil && msg.comparison == r.number {
			r.tiers = msg.tiers
		}
	case laidOut:
		for _, r := range all[*reading](m.places) {
			cmds = append(cmds, r.laidOut(m, msg))
		}
	case collated:
		for _, b := range all[*book](m.places) {
			cmds = append(cmds, b.collated(m, msg))
		}
	case leafSet:
		for _, b := range all[*book](m.places) {
			cmds = append(cmds, b.leafSet(m, msg))
		}
	case edited:
		if r := m.reading(); r != nil {
			return r.edited(m, msg)
		}
	case reread:
		for _, r := range all[*reading](m.places) {
			cmds = append(cmds, r.reread(m, msg))
		}
	}
	return tea.Batch(cmds...)
}

// press does what a key does at the place where the reader is.
func (m *model) press(k tea.KeyPressMsg) tea.Cmd {
	here := m.here()
	if t, ok := here.(typed); ok && t.field().typing && k.String() != "ctrl+c" {
		if t.field().key(k) {
			return t.filtered(m)
		}
	}
	switch a := m.keys.action(k.String(), here.where()); a {
	case quit:
		m.quitting = true
		return tea.Quit
	case suspend:
		return m.effects.suspend()
	case showHelp:
		m.enter(&help{keys: m.keys.help(here.where())})
		return nil
	case back:
		if u, ok := here.(undoer); ok {
			if cmd, undone := u.undo(m); undone {
				return cmd
			}
		}
		return m.leave()
	case switchMouse:
		m.switchMouse()
		return nil
	default:
		return here.act(m, a)
	}
}

func (m *model) loaded(msg loaded) tea.Cmd {
	if m.err = msg.err; m.err == nil {
		m.err = emptiness(msg.corpus)
	}
	if m.err != nil {
		m.places = []place{&notice{title: "there is nothing to read", lines: []string{m.err.Error()}}}
		return nil
	}
	m.loading = nil
	l := m.arrive(msg.corpus)
	if msg.corpus.Note != "" {
		l.note = msg.corpus.Note
	}
	if m.pair {
		l.right = true
		return l.openComparison(m)
	}
	return l.arrived(m)
}

// arrive takes in a corpus, in place of the part of it that was there before.
// What was open stays so, and the same story stays selected.
func (m *model) arrive(c *corpus.Corpus) *library {
	before := m.library()
	if before != nil && m.corpus == c {
		return before
	}
	old := m.corpus
	m.corpus = c
	l := newLibrary(m)
	if before == nil {
		m.places = []place{l}
	} else {
		l.takeOver(m, before, old)
		m.places[0] = l
	}
	l.toLast(m)
	return l
}

// fail goes back to the library and says what went wrong: a file that was there
// when the corpus was loaded cannot be read any more.
func (m *model) fail(err error) tea.Cmd {
	var cmds []tea.Cmd
	for len(m.places) > 1 {
		cmds = append(cmds, m.leave())
	}
	m.library().note = err.Error()
	return tea.Batch(cmds...)
}

func (m *model) here() place { return m.places[len(m.places)-1] }

// enter goes to a place, from which leave comes back.
func (m *model) enter(p place) { m.places = append(m.places, p) }

// leave goes back to the place before, if there is one.
func (m *model) leave() tea.Cmd {
	if len(m.places) == 1 {
		return nil
	}
	if s, ok := m.here().(stopper); ok {
		s.stop()
	}
	switch p := m.here().(type) {
	case *reading:
		m.remember(p)
		p.unwatch()
	case *book:
		m.rememberAlone(p)
	}
	m.places = m.places[:len(m.places)-1]
	return m.here().fit(m)
}

func (m *model) fitAll() tea.Cmd {
	var cmds []tea.Cmd
	for _, p := range m.places {
		cmds = append(cmds, p.fit(m))
	}
	return tea.Batch(cmds...)
}

// library and reading return the last of these places that the reader went
// through, if there is one.
func (m *model) library() *library { return find[*library](m.places) }
func (m *model) reading() *reading { return find[*reading](m.places) }

func find[P place](places []place) P {
	if found := all[P](places); len(found) > 0 {
		return found[len(found)-1]
	}
	var no P
	return no
}

// all returns the places of a sort. From a book a reader goes to a comparison,
// and may have come to the book from another.
func all[P place](places []place) (out []P) {
	for _, p := range places {
		if found, ok := p.(P); ok {
			out = append(out, found)
		}
	}
	return out
}

// frame paints what the reader sees.
func (m *model) frame() *view.Frame {
	return view.Paint(m.here().screen(m), m.width, m.height, m.method)
}
