package tui

import (
	"cmp"
	"fmt"
	"strings"

	"variorum/tui/view"
)

// A screen tells at its bottom the keys that do the most there. Which they are
// is asked of the keymap: an action without a key is not told of.

// hint is what the keys of some actions do, in a word.
type hint struct {
	does    string
	actions []action
}

func does(what string, actions ...action) hint { return hint{what, actions} }

// arrows are how the keys with arrows on them are told of where it must be short.
var arrows = strings.NewReplacer("left", "←", "right", "→", "up", "↑", "down", "↓", " ", "")

// hints returns the first key of each action with what it does.
func (k *keymap) hints(hints ...hint) []view.KeyHelp {
	var out []view.KeyHelp
	for _, h := range hints {
		var keys []string
		pointing := true
		for _, a := range h.actions {
			if key := k.first(a); key != "" {
				keys = append(keys, key)
				pointing = pointing && strings.Contains(" left right up down ", " "+key+" ")
			}
		}
		if len(keys) == 0 {
			continue
		}
		key := strings.Join(keys, " ")
		if pointing {
			key = arrows.Replace(key)
		}
		out = append(out, view.KeyHelp{Key: key, Does: h.does})
	}
	return out
}

// first returns the first key of an action, "" where it has none.
func (k *keymap) first(a action) string {
	if len(k[a]) == 0 {
		return ""
	}
	return k[a][0]
}

// say puts the first keys of actions into a sentence, in the places of its
// verbs. An action without a key is called by its name.
func (k *keymap) say(format string, of ...action) string {
	var keys []any
	for _, a := range of {
		keys = append(keys, cmp.Or(k.first(a), actions[a].name))
	}
	return fmt.Sprintf(format, keys...)
}

// hints returns the keys that work while a field is typed into; they are its own.
func (f *field) hints() []view.KeyHelp {
	return []view.KeyHelp{{Key: "enter", Does: "keep"}, {Key: "esc", Does: "clear"}}
}

func (l *library) hints(m *model) []view.KeyHelp {
	k, at := &m.keys, l.selected()
	switch {
	case l.filter.typing:
		return l.filter.hints()
	case l.joining >= 0 && l.joining != at:
		return k.hints(does("join the marked story with this one", joinStories), does("do not", back), does("keys", showHelp))
	case l.right && len(m.corpus.Stories[at].Versions) == 1:
		return k.hints(does("read", open), does("stories", back), does("quit", quit), does("keys", showHelp))
	case l.right:
		return k.hints(does("compare A and B", open), does("mark", markA, markB), does("stories", back), does("quit", quit), does("keys", showHelp))
	}
	return k.hints(does("open", open), does("versions", switchFocus), does("filter", startFilter), does("quit", quit), does("keys", showHelp))
}

func (l *changes) hints(k *keymap) []view.KeyHelp {
	if l.filter.typing {
		return l.filter.hints()
	}
	hints := []hint{does("go there", open), does("narrow", previousPick, nextPick)}
	if l.selected < len(l.rows) && len(l.digest.Groups[l.rows[l.selected].Group].Members) > 1 {
		hints = append(hints, does("its places", openGroup))
	}
	leave := does("back", back)
	if l.filter.text != "" || l.picked() > 0 {
		leave.does = "all"
	}
	return k.hints(append(hints, does("sort", nextOrder), does("filter", startFilter), leave, does("keys", showHelp))...)
}

func (g *ignoring) hints(k *keymap) []view.KeyHelp {
	return k.hints(does("switch", toggle), does("all", pickAll), does("none", pickNone), does("done", listIgnored))
}

// asking is the key that tells of all others, for a screen that is full of text.
func (k *keymap) asking() []view.KeyHelp { return k.hints(does("keys", showHelp)) }

// beginning are the keys that one begins with in a comparison.
func (k *keymap) beginning() []view.KeyHelp {
	return k.hints(does("next", nextChange), does("list", listChanges), does("read", readVersion), does("keys", showHelp))
}

// picks are the keys that pick the first of some things, the second and so on.
func (k *keymap) picks() (keys []string) {
	for a := pick1; a <= pick9; a++ {
		keys = append(keys, k.first(a))
	}
	return keys
}

// leaving are the keys of a screen from which one can only leave.
func (k *keymap) leaving() []view.KeyHelp { return k.hints(does("back", back), does("quit", quit)) }
