package corpus

import (
	"strings"

	"variorum/text"
)

var (
	urlIn    = pattern(`https?://[^\s<>"')\]]+`)
	dayInURL = pattern(`/(\d{4})/(\d{1,2})/(\d{1,2})(?:/|$)|/(\d{4})-(\d\d)-(\d\d)(?:\D|$)`)
	updated  = pattern(`^(?:last |latest )?(?:updated?|modified|edited)\b`)
)

// facts reads what the blocks say about the text they stand in. Of several
// statements the first counts; a day in the address that a copy came from only
// where nothing else says one.
func (d *Document) facts(ds []draft) {
	var stamps, updates, urls []Moment
	for i := range ds {
		b := &ds[i]
		switch b.Kind {
		case text.Title:
			d.Title = b.clean
			if len(b.clean) > len(subjectLine) && strings.EqualFold(b.clean[:len(subjectLine)], subjectLine) {
				d.Title = strings.TrimSpace(b.clean[len(subjectLine):])
			}
		case text.Byline:
			if by, ok := parseByline(b.clean); ok && len(d.Byline) == 0 {
				d.Byline = by.names
			}
			if m := momentIn(b.clean); m != "" {
				stamps = append(stamps, m)
			}
		case text.Dateline:
			if m := momentIn(b.clean); m == "" {
				continue
			} else if updated.MatchString(b.low) {
				updates = append(updates, m)
			} else {
				stamps = append(stamps, m)
			}
		case text.Furniture:
			for _, u := range urlIn.FindAllString(b.Text, -1) {
				if m := dayInURL.FindStringSubmatch(u); m != nil {
					urls = append(urls, makeDay(number(m[1]+m[4]), number(m[2]+m[5]), number(m[3]+m[6])))
				}
			}
		}
	}
	for _, ms := range [][]Moment{stamps, updates, urls} {
		if d.Published == "" && len(ms) > 0 {
			d.Published = ms[0]
		}
	}
	d.Outlet = outlet(ds)
}
