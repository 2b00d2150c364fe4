package corpus

import (
	"encoding/json"
	"maps"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"go.yaml.in/yaml/v4"
)

// frontFields returns the fields of front matter, its fences included.
func frontFields(front string) object {
	if strings.HasPrefix(front, "+++") {
		return tomlFields(front)
	}
	return yamlFields(front)
}

// tomlFields reads front matter in TOML, whose closing fence may be missing. It
// returns nil for what is no TOML.
func tomlFields(front string) object {
	var values map[string]any
	if toml.Unmarshal([]byte(strings.Trim(front, "+ \t\r\n")), &values) != nil || len(values) == 0 {
		return nil
	}
	return fieldsOf(values)
}

// fieldsOf makes of values what a record in JSON would be, so that front matter
// is read by the same names as records are.
func fieldsOf(values map[string]any) object {
	o := object{}
	for key, v := range values {
		if raw, err := json.Marshal(v); err == nil {
			o[key] = raw
		}
	}
	return o
}

// yamlFields reads front matter in YAML. Much of what people write there is none,
// as a title with a colon in it: then each key is read for itself, and of one that
// is still none the text is taken as it stands.
func yamlFields(front string) object {
	front = strings.Trim(front, " \t\r\n")
	front = strings.TrimPrefix(front, "---")
	front = strings.TrimSuffix(strings.TrimSuffix(front, "---"), "...")
	if values, ok := yamlValues(front); ok {
		return fieldsOf(values)
	}
	all := map[string]any{}
	var entry strings.Builder // a key, and the lines that belong to it
	end := func() {
		values, ok := yamlValues(entry.String())
		if m := frontLine.FindStringSubmatch(strings.Join(strings.Fields(entry.String()), " ")); !ok && m != nil && m[1] != "" {
			values = map[string]any{m[1]: m[2]}
		}
		maps.Copy(all, values)
		entry.Reset()
	}
	for l := range strings.Lines(front) {
		if strings.IndexAny(l, " \t-#\r\n") != 0 {
			end()
		}
		entry.WriteString(l)
	}
	end()
	return fieldsOf(all)
}

// yamlValues returns the keys of a mapping with what they are given; ok says
// whether it is one.
func yamlValues(source string) (values map[string]any, ok bool) {
	var doc yaml.Node
	if yaml.Unmarshal([]byte(source), &doc) != nil || len(doc.Content) != 1 {
		return nil, false
	}
	values, ok = yamlValue(doc.Content[0]).(map[string]any)
	return values, ok
}

// yamlValue returns what is written at a node: dates and numbers as they stand
// there, for only so it is known how much of them was said. What stands for
// something elsewhere is passed over, as a few such lines can mean a text of any
// size.
func yamlValue(n *yaml.Node) any {
	switch n.Kind {
	case yaml.ScalarNode:
		if n.Tag == "!!null" {
			return nil
		}
		return n.Value
	case yaml.SequenceNode:
		list := make([]any, 0, len(n.Content))
		for _, item := range n.Content {
			list = append(list, yamlValue(item))
		}
		return list
	case yaml.MappingNode:
		values := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			if v := yamlValue(n.Content[i+1]); v != nil {
				values[n.Content[i].Value] = v
			}
		}
		return values
	}
	return nil
}
