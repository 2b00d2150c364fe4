package corpus

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
)

// object holds the fields of a JSON object that may matter here, as they
// stand.
type object map[string]json.RawMessage

// maxNested is how many bytes of lists and objects are looked into. In memory
// they can be ten times as large.
const maxNested = 8 << 20

// objectOf returns the fields of an object, nil where raw holds none. A field
// is dropped at once where nobody will ask for it, so that an object of a
// million fields takes no more memory than its bytes.
func objectOf(raw []byte, names Fields) object {
	raw = bytes.TrimSpace(raw)
	if len(raw) == 0 || raw[0] != '{' {
		return nil
	}
	dec := json.NewDecoder(bytes.NewReader(raw))
	if _, err := dec.Token(); err != nil {
		return nil
	}
	out := object{}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return nil
		}
		name, _ := key.(string)
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return nil
		}
		if isUsual(name) || names.asks(name) {
			out[name] = value
		}
	}
	return out
}

var usualNames = [][]string{textNames, titleNames, outletNames, bylineNames, publishedNames, languageNames, urlNames, idNames, wrapperNames, listNames}

func isUsual(key string) bool {
	plain := plainName(key)
	return slices.ContainsFunc(usualNames, func(names []string) bool { return slices.Contains(names, plain) })
}

// asks reports whether one of the names leads to or into a field.
func (f Fields) asks(key string) bool {
	for _, name := range [...]string{f.Text, f.Title, f.Outlet, f.Byline, f.Published, f.Language, f.URL, f.ID} {
		if name == key || strings.HasPrefix(name, key) && name[len(key)] == '.' {
			return true
		}
	}
	return false
}

// keys returns the keys that have one of the names, in the order of the names.
func (o object) keys(names []string) []string {
	var out []string
	for key := range o {
		if slices.Contains(names, plainName(key)) {
			out = append(out, key)
		}
	}
	slices.SortFunc(out, func(a, b string) int {
		if d := slices.Index(names, plainName(a)) - slices.Index(names, plainName(b)); d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	return out
}

// at returns the value that a name leads to.
func (o object) at(name string) any {
	if raw, ok := o[name]; ok {
		return valueOf(raw)
	}
	key, rest, nested := strings.Cut(name, ".")
	value := valueOf(o[key])
	for nested {
		key, rest, nested = strings.Cut(rest, ".")
		m, _ := value.(map[string]any)
		value = m[key]
	}
	return value
}

// valueOf returns a value, nil where it is too large to be looked into.
func valueOf(raw json.RawMessage) any {
	if len(raw) == 0 || raw[0] != '"' && len(raw) > maxNested {
		return nil
	}
	var value any
	if json.Unmarshal(raw, &value) != nil {
		return nil
	}
	return value
}
