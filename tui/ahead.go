package tui

import tea "charm.land/bubbletea/v2"

// What is pressed while something is on its way is kept until it is there, so
// that the same keys lead to the same screen whether they come fast or slowly.

// maxAhead bounds the keys that are kept.
const maxAhead = 1000

// waiting reports whether what the next key should act on is still on its way.
func (m *model) waiting() bool {
	if m.corpus == nil {
		return m.err == nil
	}
	switch here := m.here().(type) {
	case *book:
		return here.waiting(m)
	case *library:
		return m.writing
	}
	if m.here().where()&(inReading|inChanges) == 0 {
		return false
	}
	r := m.reading()
	return r.page == nil || r.laying
}

// key takes a key in: at once where it can be acted on, or for later.
func (m *model) key(k tea.KeyPressMsg) tea.Cmd {
	switch {
	case m.quitting:
		return nil
	case !m.waiting() || m.types(k) && m.typesAtOnce() || !m.types(k) && m.hasty(m.keys.action(k.String(), m.here().where())):
		return m.press(k)
	case len(m.ahead) < maxAhead:
		m.ahead = append(m.ahead, k)
		if r, ok := m.here().(*reading); ok {
			r.glance.move(r.rows, m.keys.action(k.String(), inReading))
		}
	}
	return nil
}

// types reports whether a key is typed into a field, whatever else it asks for.
func (m *model) types(k tea.KeyPressMsg) bool {
	t, ok := m.here().(typed)
	return ok && t.field().typing && k.String() != "ctrl+c"
}

// typesAtOnce reports whether what is typed need not wait: a text is searched
// without its marks.
func (m *model) typesAtOnce() bool {
	b, ok := m.here().(*book)
	return ok && len(m.ahead) == 0 && b.prompt.kind == '/' && b.hasty(m, none)
}

// hasty reports whether an action need not wait: it leaves what is on its way
// behind, or alone, or asks for another comparison in its place.
func (m *model) hasty(a action) bool {
	switch a {
	case back, quit:
		m.ahead = nil
		return true
	case suspend:
		return true
	case previousVersion, nextVersion, exchange, switchFocus:
		return len(m.ahead) == 0
	}
	if b, ok := m.here().(*book); ok {
		return len(m.ahead) == 0 && b.hasty(m, a)
	}
	return false
}

// catchUp presses the keys that were kept, as far as it can.
func (m *model) catchUp(cmd tea.Cmd) tea.Cmd {
	if len(m.ahead) == 0 {
		return cmd
	}
	cmds := []tea.Cmd{cmd}
	for len(m.ahead) > 0 && !m.waiting() && !m.quitting {
		k := m.ahead[0]
		m.ahead = m.ahead[1:]
		cmds = append(cmds, m.press(k))
	}
	return tea.Batch(cmds...)
}
