package corpus

import (
	"encoding/json"
	"strings"

	"github.com/pelletier/go-toml/v2"
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

// yamlFields reads front matter in YAML, or rather the part of it that front
// matter is written in: a key and its value in a line, or the lines of a value
// below it; lists, in a line or in several; keys within a key, one level deep.
// What is written otherwise is passed over.
func yamlFields(front string) object {
	values := map[string]any{}
	key := ""
	var list []any
	var lines []string
	var inner map[string]any
	end := func() {
		switch {
		case len(list) > 0:
			values[key] = list
		case len(inner) > 0:
			values[key] = inner
		case len(lines) > 0:
			values[key] = yamlValue(strings.Join(lines, " "))
		}
		list, lines, inner = nil, nil, map[string]any{}
	}
	for l := range strings.Lines(front) {
		l = strings.TrimRight(l, " \t\r\n")
		text := strings.TrimLeft(l, " \t")
		item, isItem := strings.CutPrefix(text, "- ")
		switch {
		case text == "" || text[0] == '#' || l == "---":
		case isItem:
			if name, value, ok := strings.Cut(item, ": "); ok && !strings.ContainsAny(name, " \"'") {
				list = append(list, map[string]any{name: yamlValue(value)})
			} else {
				list = append(list, yamlValue(item))
			}
		case len(text) < len(l):
			if name, value, ok := strings.Cut(text, ": "); ok && len(lines) == 0 && len(list) == 0 && !strings.Contains(name, " ") {
				inner[name] = yamlValue(value)
			} else {
				lines = append(lines, text)
			}
		default:
			end()
			m := frontLine.FindStringSubmatch(l)
			if key = ""; m != nil {
				key = m[1]
			}
			if m != nil && strings.Trim(m[2], "|>+-") != "" {
				lines = []string{m[2]}
			}
		}
	}
	end()
	delete(values, "")
	return fieldsOf(values)
}

// yamlValue returns what is written in a line: a string, or a list of some.
func yamlValue(s string) any {
	s = strings.TrimSpace(s)
	if len(s) > 1 && s[0] == '[' && s[len(s)-1] == ']' {
		var list []any
		for item := range strings.SplitSeq(s[1:len(s)-1], ",") {
			list = append(list, yamlValue(strings.Trim(item, "[] ")))
		}
		return list
	}
	for _, quote := range [...]string{`"`, "'"} {
		if inner, ok := strings.CutPrefix(s, quote); ok {
			if at := strings.LastIndex(inner, quote); at >= 0 {
				inner = inner[:at]
			}
			if quote == "'" {
				return strings.ReplaceAll(inner, "''", "'")
			}
			return strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(inner)
		}
	}
	if at := strings.Index(s, " #"); at >= 0 {
		s = strings.TrimSpace(s[:at])
	}
	return s
}
