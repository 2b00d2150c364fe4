package diff

import (
	"cmp"
	"slices"
	"strings"
)

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
	case units[key] != "" && (len(key) > 1 || key == "%" || before != "" && isDigit(before[len(before)-1:])):
		return []string{units[key]} // a letter alone is one behind a figure
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
	figure := strings.ReplaceAll(key[first:last], ",", "")
	if ends := strings.FieldsFunc(figure, func(r rune) bool { return r == '-' || r == '–' }); len(ends) == 2 {
		out = append(out, ends...) // 5-4 is 5 to 4
	} else {
		out = append(out, figure)
	}
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
		if n := len(out); n > 0 && tens[out[n-1]] && (part == "one" || len(figures[part]) == 1) {
			out[n-1] = out[n-1][:1] + cmp.Or(figures[part], "1")
		} else if v := figures[part]; v != "" {
			out = append(out, v)
		} else if v := figures[strings.TrimSuffix(part, "s")]; v != "" {
			out = append(out, v)
		} else if len(out) > 0 {
			out = append(out, part)
		}
	}
	return out
}

// tens are the values to which a word with a hyphen adds units.
var tens = map[string]bool{"20": true, "30": true, "40": true, "50": true, "60": true, "70": true, "80": true, "90": true}

// sameValues reports whether two sides hold the same values: 2.1 million is
// 2100000.
func sameValues(values [2][]string) bool {
	return slices.Equal(multiplied(values[A]), multiplied(values[B]))
}

// multiplied takes figures times what follows them.
func multiplied(values []string) []string {
	var out []string
	for _, v := range strings.Fields(strings.Join(values, " ")) { // one word may have several
		n := len(out)
		if zeros := powers[v]; zeros > 0 && n > 0 && out[n-1] != "" && strings.Trim(out[n-1], "0123456789.") == "" {
			out[n-1] = shifted(out[n-1], zeros)
			continue
		}
		out = append(out, v)
	}
	return out
}

// shifted takes a figure times a power of ten.
func shifted(figure string, zeros int) string {
	whole, part, _ := strings.Cut(figure, ".")
	part += strings.Repeat("0", max(0, zeros-len(part)))
	whole += part[:zeros]
	if part = strings.TrimRight(part[zeros:], "0"); part != "" {
		part = "." + part
	}
	return strings.TrimLeft(whole, "0") + part
}

// powers are how many zeros there are in what a figure is taken times.
var powers = map[string]int{"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}

// units are the names of what a figure is taken times or counted in.
var units = map[string]string{
	"%": "%", "percent": "%", "pct": "%",
	"m": "million", "mn": "million", "mln": "million", "million": "million", "millions": "million",
	"bn": "billion", "b": "billion", "billion": "billion", "billions": "billion",
	"tn": "trillion", "trn": "trillion", "trillion": "trillion",
	"k": "thousand", "thousand": "thousand", "thousands": "thousand",
}
