package settings

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"
)

// document is a TOML file whose values know on which line they stand.
type document struct {
	name  string
	root  map[string]any
	lines map[string]int // by the path of a key
}

// path is where a value stands: the keys that lead to it.
type path []string

func (p path) key() string { return strings.Join(p, "\x00") }

func (p path) String() string { return strings.Join(p, ".") }

func (p path) to(key string) path { return append(slices.Clip(p), key) }

func readDocument(name string, data []byte) (*document, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	d := &document{name: name, root: map[string]any{}, lines: map[string]int{}}
	if err := toml.Unmarshal(data, &d.root); err != nil {
		var wrong *toml.DecodeError
		if errors.As(err, &wrong) {
			line, _ := wrong.Position()
			return nil, fmt.Errorf("%s:%d: %s", name, line, hinted(strings.TrimPrefix(wrong.Error(), "toml: ")))
		}
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	d.findLines(data)
	return d, nil
}

// hinted adds what to do where a value is none, which is nearly always a text without
// its quotes.
func hinted(message string) string {
	for _, said := range [...]string{"' at start of value", "expected keyword", "must be quoted"} {
		if strings.Contains(message, said) {
			return message + `; a text stands in quotes, as in theme = "dark"`
		}
	}
	return message
}

// findLines reads the file again as a tree, which knows where everything
// stands; the library gives lines only for what it finds wrong by itself.
func (d *document) findLines(data []byte) {
	var p unstable.Parser
	p.Reset(data)
	var table path
	for p.NextExpression() {
		e := p.Expression()
		switch e.Kind {
		case unstable.Table, unstable.ArrayTable:
			table = d.walk(&p, nil, e)
		case unstable.KeyValue:
			d.walk(&p, table, e)
		}
	}
}

// walk notes the line of a key, and of those in its value, and returns its path.
func (d *document) walk(p *unstable.Parser, at path, n *unstable.Node) path {
	for keys := n.Key(); keys.Next(); {
		k := keys.Node()
		at = at.to(string(k.Data))
		if _, known := d.lines[at.key()]; !known {
			d.lines[at.key()] = p.Shape(k.Raw).Start.Line
		}
	}
	if n.Kind == unstable.KeyValue && n.Value().Kind == unstable.InlineTable {
		for inner := n.Value().Children(); inner.Next(); {
			d.walk(p, at, inner.Node())
		}
	}
	return at
}

// fault is an error about the value at a path.
func (d *document) fault(at path, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s: %w", d.name, d.lines[at.key()], at, fmt.Errorf(format, args...))
}

// inOrder returns the keys of a table, as they stand in the file.
func (d *document) inOrder(at path, table map[string]any) []string {
	var keys []string
	for k := range table {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b string) int {
		if by := d.lines[at.to(a).key()] - d.lines[at.to(b).key()]; by != 0 {
			return by
		}
		return strings.Compare(a, b)
	})
	return keys
}

// The values of a document, as what they ought to be.

func (d *document) text(at path, value any) (string, error) {
	if s, ok := value.(string); ok {
		return s, nil
	}
	return "", d.fault(at, `a text in quotes is needed, as in %s = "…"`, at[len(at)-1])
}

func (d *document) truth(at path, value any) (bool, error) {
	if b, ok := value.(bool); ok {
		return b, nil
	}
	return false, d.fault(at, "true or false is needed")
}

func (d *document) texts(at path, value any) ([]string, error) {
	list, ok := value.([]any)
	out := []string{}
	for _, v := range list {
		s, is := v.(string)
		ok = ok && is
		out = append(out, s)
	}
	if !ok {
		return nil, d.fault(at, `a list of texts is needed, as in %s = ["…", "…"]`, at[len(at)-1])
	}
	return out, nil
}

func (d *document) table(at path, value any) (map[string]any, error) {
	if t, ok := value.(map[string]any); ok {
		return t, nil
	}
	return nil, d.fault(at, "a table is needed, as in [%s]", at)
}
