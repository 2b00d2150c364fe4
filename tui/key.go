package tui

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// modifiers are the prefixes of a key's name.
var modifiers = []struct {
	name string
	mod  tea.KeyMod
}{
	{"ctrl+", tea.ModCtrl}, {"alt+", tea.ModAlt}, {"shift+", tea.ModShift},
	{"meta+", tea.ModMeta}, {"hyper+", tea.ModHyper}, {"super+", tea.ModSuper},
}

// parseKey reads the name of a key as Bubble Tea gives it: enter, down, ctrl+d,
// shift+tab, n, N, ?.
func parseKey(name string) (tea.Key, error) {
	var mod tea.KeyMod
	base := name
	for cut := true; cut; {
		cut = false
		for _, m := range modifiers {
			if rest, ok := strings.CutPrefix(base, m.name); ok && rest != "" {
				mod, base, cut = mod|m.mod, rest, true
			}
		}
	}
	if code, ok := namedKey(base); ok {
		key := tea.Key{Code: code, Mod: mod}
		if code == tea.KeySpace && mod&^tea.ModShift == 0 {
			key.Text = " "
		}
		return key, nil
	}
	r, size := utf8.DecodeRuneInString(base)
	if size != len(base) || r == utf8.RuneError || !unicode.IsPrint(r) {
		return tea.Key{}, fmt.Errorf("unknown key %s: keys are named enter, down, pgdown, ctrl+d, n and so on", quoted(name))
	}
	key := charKey(r)
	if mod&^tea.ModShift != 0 {
		key.Text = ""
	} else if mod&tea.ModShift != 0 {
		key = charKey(unicode.ToUpper(r))
	}
	key.Mod |= mod
	return key, nil
}

// charKey is the key that types a character.
func charKey(r rune) tea.Key {
	key := tea.Key{Text: string(r), Code: r}
	if unicode.IsUpper(r) {
		key.Code, key.ShiftedCode, key.Mod = unicode.ToLower(r), r, tea.ModShift
	}
	return key
}

// namedKey returns the code of a key that has a name rather than a character.
// The names are Bubble Tea's own: it is asked for the name of every code.
func namedKey(name string) (rune, bool) {
	for _, code := range []rune{tea.KeyEnter, tea.KeyTab, tea.KeyBackspace, tea.KeyEscape, tea.KeySpace} {
		if name == (tea.Key{Code: code}).Keystroke() {
			return code, true
		}
	}
	if utf8.RuneCountInString(name) < 2 {
		return 0, false
	}
	for code := tea.KeyUp; code <= tea.KeyIsoLevel5Shift; code++ {
		if name == (tea.Key{Code: code}).Keystroke() {
			return code, true
		}
	}
	return 0, false
}

// quoted makes a text from outside fit for an error message: in quotes,
// controls written out, and not too long.
func quoted(s string) string {
	const most = 60
	if len(s) > most {
		end := most
		for !utf8.RuneStart(s[end]) {
			end--
		}
		return strconv.Quote(s[:end] + "…")
	}
	return strconv.Quote(s)
}
