package corpus

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

const monthName = `(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)\.?`

// The ways in which texts write a day, in lower case. Groups are named for
// what they hold. Day and month in figures are only read where their order is
// not in doubt.
var dayForms = []*lazyPattern{
	pattern(`\b(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?:t(?P<h>\d\d):(?P<min>\d\d)(?::\d\d(?:\.\d+)?)?(?P<z>z|[+-]\d\d:?\d\d)?)?`),
	pattern(`\b(?P<y>\d{4})/(?P<m>\d{1,2})/(?P<d>\d{1,2})\b`),
	pattern(`\b(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})\b`),
	pattern(`\b(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4})\b`),
	pattern(`\b` + strings.Replace(monthName, "(", "(?P<name>", 1) + `\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})\b`),
	pattern(`\b(?P<d>\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?` + strings.Replace(monthName, "(", "(?P<name>", 1) + `,?\s+(?P<y>\d{4})\b`),
	pattern(`\b` + strings.Replace(monthName, "(", "(?P<name>", 1) + `,?\s+(?P<y>\d{4})\b`),
}

var (
	dayWithoutYear = pattern(`\b(?:` + monthName + `\s+\d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)?\s+` + monthName + `)(?:\s|,|$)`)
	timeForm       = pattern(`\b(?:(?P<h>\d{1,2})[:.](?P<min>\d\d)(?::\d\d)?(?:\s*(?P<half>[ap]\.?m\b\.?))?|(?P<h>\d{1,2})\s*(?P<half>[ap]\.?m\b\.?))(?:\s*\(?(?P<z>(?:gmt|utc)(?:[+-]\d{1,2}(?::?\d\d)?)?)\b\)?|\s+(?P<z>[+-]\d\d:?\d\d)\b)?`)
	stampWord      = pattern(`^(?:first|last|latest|published|posted|updated|update|modified|edited|filed|date|dated|time|on|at|the|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|hours?|minutes?|mins?|days?|ago|h|am|pm|[ecmp][sd]?t|bst|ce?st|cet|eet|msk|ist|jst|ae[sd]t|gmt|utc|local)$`)
	relativeStamp  = pattern(`^(?:(?:last |first )?(?:updated|published|posted|modified)[: ]+)?(?:\d+|an?|one|two|three)\s+(?:hours?|hrs?|minutes?|mins?|days?)\s+ago$`)
	dayStamp       = pattern(`^(?:updated|published|posted)[: ]+(?:yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$`)
)

// group returns what a named group of a match holds, of several with one name
// the one that took part.
func group(re *lazyPattern, s string, m []int, name string) string {
	for i, n := range re.SubexpNames() {
		if n == name && m[2*i] >= 0 {
			return s[m[2*i]:m[2*i+1]]
		}
	}
	return ""
}

// findDay returns the first day that s, in lower case, names with its year,
// and where.
func findDay(s string) (day Moment, at [2]int) {
	if !mayNameDay(s) {
		return "", at
	}
	best := len(s) + 1
	for _, re := range dayForms {
		m := re.FindStringSubmatchIndex(s)
		if m == nil || m[0] >= best {
			continue
		}
		g := func(name string) string { return group(re, s, m, name) }
		month, d := g("m"), g("d")
		if name := g("name"); name != "" {
			month = strconv.Itoa(strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", name[:3])/3 + 1)
		}
		if a, b := g("a"), g("b"); a != "" {
			switch {
			case number(a) > 12 && number(b) <= 12:
				d, month = a, b
			case number(b) > 12 || a == b:
				month, d = a, b
			default: // whether day or month comes first is anybody's guess
				month, d = "", ""
			}
		}
		made := makeDay(number(g("y")), number(month), number(d))
		if made == "" {
			continue
		}
		if h := g("h"); h != "" && number(h) < 24 && number(g("min")) < 60 {
			made += Moment("T" + h + ":" + g("min"))
			if z := g("z"); z != "" {
				made += Moment(zone(z))
			}
		}
		best, day, at = m[0], made, [2]int{m[0], m[1]}
	}
	return day, at
}

// mayNameDay reports whether a text in lower case has what every form of a day
// has: the name of a month, or a figure before a mark. It spares most texts the
// forms, which take their time.
func mayNameDay(s string) bool {
	for i := 1; i < len(s); i++ {
		if c := s[i]; (c == '-' || c == '/' || c == '.') && s[i-1]-'0' < 10 {
			return true
		}
	}
	return namesMonth(s)
}

func namesMonth(s string) bool {
	for i := 0; i+3 <= len(s); i++ {
		switch s[i : i+3] {
		case "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec":
			return true
		}
	}
	return false
}

func number(s string) int { n, _ := strconv.Atoi(s); return n }

// makeDay returns a day, a month where no day is given, "" where there is no
// such day or where only a year would be left.
func makeDay(y, m, d int) Moment {
	if y < 1000 || m < 1 || m > 12 {
		return ""
	}
	if d == 0 {
		return Moment(fmt.Sprintf("%04d-%02d", y, m))
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if t.Day() != d {
		return ""
	}
	return Moment(t.Format("2006-01-02"))
}

// findTime returns the first time of day in s, in lower case, as it follows
// the day in a Moment, and where it stands.
func findTime(s string) (string, [2]int) {
	m := timeForm.FindStringSubmatchIndex(s)
	if m == nil {
		return "", [2]int{}
	}
	h, minute := number(group(timeForm, s, m, "h")), number(group(timeForm, s, m, "min"))
	at := [2]int{m[0], m[1]}
	switch half := group(timeForm, s, m, "half"); {
	case half == "":
	case h < 1 || h > 12:
		return "", at
	case half[0] == 'p':
		h = h%12 + 12
	default:
		h %= 12
	}
	if h > 23 || minute > 59 {
		return "", at
	}
	out := fmt.Sprintf("T%02d:%02d", h, minute)
	if z := group(timeForm, s, m, "z"); z != "" {
		out += zone(z)
	}
	return out, at
}

// zone returns a zone as a Moment has it: "Z", or what is to be added to that,
// as "+02:00"; "" where there is no such zone.
func zone(s string) string {
	s = strings.TrimPrefix(strings.TrimPrefix(s, "gmt"), "utc")
	digits := strings.ReplaceAll(strings.TrimLeft(s, "+-"), ":", "")
	if len(digits) == 3 {
		digits = "0" + digits
	}
	h, minute := number(digits[:min(2, len(digits))]), 0
	if len(digits) == 4 {
		minute = number(digits[2:])
	}
	switch {
	case h == 0 && minute == 0:
		return "Z"
	case h > 14 || minute > 59:
		return ""
	}
	return fmt.Sprintf("%c%02d:%02d", s[0], h, minute)
}

// universal returns a moment of which the zone is known as the clock in
// Greenwich shows it, and any other as it is.
func (m Moment) universal() Moment {
	const clock = "2006-01-02T15:04"
	if len(m) <= len(clock) {
		return m
	}
	t, err := time.Parse(clock+"Z07:00", string(m))
	if err != nil {
		return m
	}
	return Moment(t.UTC().Format(clock))
}

// momentIn returns the first day in a text, with the time of day behind it.
func momentIn(s string) Moment {
	s = strings.ToLower(s)
	day, at := findDay(s)
	if len(day) != len("2006-01-02") {
		return day
	}
	if clock, where := findTime(s[at[1]:]); clock != "" && where[0] <= 12 {
		day += Moment(clock)
	}
	return day
}

// isStamp reports whether a text is nothing but a date or a time, with a place
// before it and words such as "Updated" allowed.
func isStamp(s string) bool {
	low := strings.ToLower(strings.TrimSpace(s))
	if len(low) > 120 {
		return false
	}
	if strings.HasSuffix(low, "ago") && relativeStamp.MatchString(low) || strings.HasSuffix(low, "day") && dayStamp.MatchString(low) {
		return true
	}
	cut := func(at [2]int) {
		low = low[:at[0]] + " " + low[at[1]:]
		if len(s) >= at[1] {
			s = s[:at[0]] + " " + s[at[1]:]
		}
	}
	if len(low) != len(strings.TrimSpace(s)) {
		return false // case folding changed the length; no date looks like that
	}
	s = strings.TrimSpace(s)
	found := false
	for range 2 {
		if day, at := findDay(low); day != "" {
			cut(at)
			found = true
		} else if namesMonth(low) {
			if m := dayWithoutYear.FindStringIndex(low); m != nil {
				cut([2]int{m[0], m[1]})
				found = true
			}
		}
	}
	if !found {
		return false
	}
	for range 2 {
		if clock, at := findTime(low); clock != "" {
			cut(at)
		}
	}
	// What is left may be words of a stamp, and a place at the start.
	rest := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \t:,;|·•()/–—-", r) })
	places := 0
	for i, w := range rest {
		switch {
		case stampWord.MatchString(strings.ToLower(strings.Trim(w, "."))):
		case i == places && places < 4 && startsUpper(w):
			places++
		default:
			return false
		}
	}
	return true
}
