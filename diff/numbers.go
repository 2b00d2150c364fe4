package diff

import "strings"

// A number is what it says and not how it is written: 12 and twelve, $5m and
// $5 million, 5% and 5 per cent are the same. So what a change holds of numbers
// is put into values, a figure or a unit each, and where both sides have the
// same, no number changed.

// valuesOf returns the values of a word in lower case, none where it is no
// number. before is the word before it.
func valuesOf(key, before string) []string {
	switch {
	case key == "cent" && before == "per":
		return []string{"%"}
	case units[key] != "":
		return []string{units[key]}
	case figures[key] != "":
		return []string{figures[key]}
	}
	first := strings.IndexAny(key, "0123456789")
	if first < 0 {
		return spelledOut(key)
	}
	var out []string
	last := strings.LastIndexAny(key, "0123456789") + 1
	if money := key[:first]; money != "" {
		out = append(out, money)
	}
	out = append(out, strings.ReplaceAll(key[first:last], ",", ""))
	if rest := key[last:]; units[rest] != "" {
		out = append(out, units[rest])
	} else if rest != "" {
		out = append(out, rest)
	}
	return out
}

// spelledOut returns the values in a word with hyphens: fifty-one, two-thirds,
// four-hour.
func spelledOut(key string) []string {
	if !strings.Contains(key, "-") {
		return nil
	}
	var out []string
	for part := range strings.SplitSeq(key, "-") {
		if v := figures[part]; v != "" {
			out = append(out, v)
		} else if v := figures[strings.TrimSuffix(part, "s")]; v != "" {
			out = append(out, v)
		} else if len(out) > 0 {
			out = append(out, part)
		}
	}
	return out
}

// units are the names of what a figure is taken times or counted in.
var units = map[string]string{
	"%": "%", "percent": "%", "pct": "%",
	"m": "million", "mn": "million", "mln": "million", "million": "million", "millions": "million",
	"bn": "billion", "b": "billion", "billion": "billion", "billions": "billion",
	"tn": "trillion", "trn": "trillion", "trillion": "trillion",
	"k": "thousand", "thousand": "thousand", "thousands": "thousand",
}
