package tui

import (
	"slices"
	"testing"
)

// TestOneMeaning holds the keymap to its promise: a key does one thing in a
// place, and is named as a terminal would name it.
func TestOneMeaning(t *testing.T) {
	keys := defaultKeys()
	for at := inStories; at <= inNotice; at <<= 1 {
		seen := map[string]string{}
		for _, b := range meanings {
			if b.in&at == 0 {
				continue
			}
			for _, key := range keys[b.action] {
				if does, twice := seen[key]; twice {
					t.Errorf("in place %b, %s does %q and %q", at, key, does, b.does)
				}
				seen[key] = b.does
				parsed, err := parseKey(key)
				if err != nil || parsed.String() != key {
					t.Errorf("%s is named %q by Bubble Tea (error %v)", key, parsed.String(), err)
				}
				if keys.action(key, at) != b.action {
					t.Errorf("in place %b, %s does not do %q", at, key, b.does)
				}
			}
		}
		if len(keys.help(at)) == 0 || placeNames[at] == "" {
			t.Errorf("place %b has no help, or no name", at)
		}
	}
}

func TestHelpNamesOnlyWhatWorks(t *testing.T) {
	keymap := defaultKeys()
	does := func(at where) (out []string) {
		for _, k := range keymap.help(at) {
			out = append(out, k.Key)
		}
		return out
	}
	if keys := does(inVersions); !slices.Contains(keys, "a") || slices.Contains(keys, "n") {
		t.Errorf("keys in the list of versions: %q", keys)
	}
	if keys := does(inReading); !slices.Contains(keys, "n") || slices.Contains(keys, "a") {
		t.Errorf("keys in a comparison: %q", keys)
	}
}
