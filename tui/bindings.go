package tui

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Action is something that a reader can ask for with a key: its name, what it
// does in the places where it does something, and the keys that it has unless
// others are chosen.
type Action struct {
	Name string
	Does []string
	Keys []string
}

// Actions lists all actions, in the order in which help tells of them.
func Actions() []Action {
	var out []Action
	told := map[action]int{}
	for _, m := range meanings {
		at, again := told[m.action]
		if !again {
			at = len(out)
			told[m.action] = at
			out = append(out, Action{Name: actions[m.action].name, Keys: strings.Fields(actions[m.action].keys)})
		}
		if does := out[at].Does; m.does != "" && !slices.Contains(does, m.does) {
			out[at].Does = append(does, m.does)
		}
	}
	return out
}

// KeyError says which action has been given keys that it cannot have, and why.
type KeyError struct {
	Action string
	Other  string // the action that has the key already, "" for none
	Err    error
}

func (e *KeyError) Error() string { return e.Action + ": " + e.Err.Error() }
func (e *KeyError) Unwrap() error { return e.Err }

// CheckKeys reports what is wrong with the keys that were chosen for some
// actions, by their names, as a *KeyError.
func CheckKeys(chosen map[string][]string) error {
	_, err := newKeymap(chosen)
	return err
}

// newKeymap returns the keymap in which some actions have other keys.
func newKeymap(chosen map[string][]string) (k keymap, err error) {
	k = defaultKeys()
	var names []string
	for name := range chosen {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		a := actionNamed(name)
		if a == none {
			return k, &KeyError{name, "", errors.New("there is no such action")}
		}
		k[a] = nil
		for _, key := range chosen[name] {
			parsed, err := parseKey(key)
			if err != nil {
				return k, &KeyError{name, "", err}
			}
			if key = parsed.String(); !slices.Contains(k[a], key) {
				k[a] = append(k[a], key)
			}
		}
	}
	if len(k[quit]) == 0 {
		return k, &KeyError{actions[quit].name, "", errors.New("there must be a key to leave with")}
	}
	return k, k.oneMeaning(chosen)
}

func actionNamed(name string) action {
	for a := range numActions {
		if name != "" && actions[a].name == name {
			return a
		}
	}
	return none
}

// oneMeaning reports a key that means two things in one place. It blames an
// action whose keys were chosen rather than one that has its own.
func (k *keymap) oneMeaning(chosen map[string][]string) error {
	for at := where(1); at&everywhere != 0; at <<= 1 {
		has := map[string]action{}
		for _, m := range meanings {
			if m.in&at == 0 {
				continue
			}
			for _, key := range k[m.action] {
				b, taken := has[key]
				has[key] = m.action
				if !taken || m.action == b {
					continue
				}
				blamed, other := actions[m.action].name, actions[b].name
				if _, ok := chosen[blamed]; !ok {
					blamed, other = other, blamed
				}
				return &KeyError{blamed, other, fmt.Errorf("the key %s means %s already, %s", key, other, placeNames[at])}
			}
		}
	}
	return nil
}
