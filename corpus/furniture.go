package corpus

import (
	"regexp"
	"strings"

	"variorum/text"
)

// Furniture is folded away, so a line must say itself that it is some: the
// whole of it is a known phrase, or it begins as only such lines do. All
// patterns are for text in lower case without a stop at its end. aboutRights
// are sentences that begin like a copyright line.
var (
	wholeFurniture = regexp.MustCompile(`^(?:` + strings.Join([]string{
		`source link`, `read more`, `read also`, `read next`, `continue reading`, `show more`, `load more`, `see also`,
		`leave a (?:reply|comment)`, `post a comment`, `\d+ comments?`, `view comments`, `add a comment`, `join the conversation`,
		`share this(?: article| story)?`, `share on .{1,30}`, `follow us(?: on .{1,40})?`,
		`advertisement`, `advertising`, `sponsored(?: content)?`, `skip (?:advert\w*|past .{1,40}|to .{1,40})`, `article continues (?:below|after) .{1,30}`,
		`subscribe(?: now)?`, `sign (?:up|in)(?: now)?`, `log in`, `register(?: now)?`, `newsletters?`, `back to top`,
		`related(?: articles?| stories| content| topics)?`, `more on this (?:story|topic)`, `more from .{1,40}`, `recommended(?: for you)?`, `most read`,
		`powered by .{1,40}`, `(?:this article was )?(?:automatically|machine)[ -]translated(?: from .{1,30})?`,
		`all rights reserved`, `required fields are marked \*?`, `save my name.{0,100}`, `\d+ min(?:ute)?s? read`,
		`original url:?`, `cookie (?:policy|settings)`, `privacy policy`, `terms (?:of use|and conditions)`, `contact us`,
	}, "|") + `)$`)
	opensFurniture = regexp.MustCompile(`^(?:` + strings.Join([]string{
		`your e-?mail address will not be published`, `required fields are marked`, `save my name, e-?mail`, `notify me of (?:new|follow)`,
		`this site uses (?:akismet|cookies)`, `we use cookies`, `by (?:signing up|subscribing|clicking)`, `you can unsubscribe`,
		`(?:related|recommended)(?: articles?| stories| story| reading)?:`, `read (?:more|also|next):`, `also read:`, `see also:`,
		`original url:`, `source url:`, `click here (?:to|for)`, `follow us on`, `share this (?:article|story|post)`,
		`sign up (?:for|to) (?:our|the|receive|get)`, `subscribe to (?:our|the)`, `support our journalism`, `download (?:our|the) app`,
	}, "|") + `)`)
	copyright   = regexp.MustCompile(`^(?:copyright|©|\(c\)|&copy;)(?:\W|$)|^.{0,60}all rights reserved$`)
	newsletter  = regexp.MustCompile(`^(?:get|sign up (?:for|to)|subscribe to|join|receive) .{0,60}\bnewsletters?\b`)
	promotion   = regexp.MustCompile(`^(.{2,60}) may (?:occasionally|sometimes) send you promotional (?:content|material|e-?mails?)`)
	onlyURL     = regexp.MustCompile(`^<?(?:https?://|www\.)[^\s<>]+>?$`)
	replyForm   = regexp.MustCompile(`^(?:leave a (?:reply|comment)|post a comment|add a comment)$`)
	formField   = regexp.MustCompile(`^(?:comment|name|e-?mail|website|submit|post comment|logged in as .{1,40}|cancel reply) ?\*?$`)
	aboutRights = regexp.MustCompile(`^(?:copyright|©|\(c\)).{0,20}\b(?:law|act|holder|claim|infring)`)
)

// maxFurniture is how many words a block of furniture has at the most.
const maxFurniture = 45

// markFurniture settles the blocks that belong to the page and not to the
// story.
func markFurniture(ds []draft) {
	for i := range ds {
		if d := &ds[i]; d.front || isRule(d.Text) || d.words <= maxFurniture && isFurniture(d.low) {
			d.become(text.Furniture)
		}
	}
	markPrompts(ds)
	for i := range ds {
		if !replyForm.MatchString(trimStop(ds[i].low)) {
			continue
		}
		for j := i + 1; j < len(ds) && (ds[j].done || formField.MatchString(trimStop(ds[j].low))); j++ {
			ds[j].become(text.Furniture)
		}
	}
}

// markPrompts settles what stands between the heading of a newsletter prompt
// and the small print that ends it.
func markPrompts(ds []draft) {
	for i := range ds {
		if ds[i].words > 20 || !newsletter.MatchString(ds[i].low) {
			continue
		}
		for j := i; j < min(i+5, len(ds)); j++ {
			if promotion.MatchString(ds[j].low) {
				for k := i; k <= j; k++ {
					ds[k].become(text.Furniture)
				}
				break
			}
		}
	}
}

// longestPhrase is more than the letters of any line that is furniture as a
// whole.
const longestPhrase = 130

// isFurniture reports whether a line in lower case says itself that it is. The
// plain tests come first: nearly every line is none.
func isFurniture(low string) bool {
	s := trimStop(low)
	switch {
	case len(s) <= longestPhrase && wholeFurniture.MatchString(s):
		return true
	case openers[openingWord(s)] && opensFurniture.MatchString(s):
		return true
	case strings.Contains(s, "promotional") && promotion.MatchString(s):
		return true
	}
	return onlyURL.MatchString(s) || isCopyright(s) && !aboutRights.MatchString(s)
}

// openers are the first words of what opensFurniture matches.
var openers = set("your required save notify this we by you related recommended read also see original source click follow share sign subscribe support download")

func openingWord(s string) string {
	n := 0
	for n < len(s) && s[n] >= 'a' && s[n] <= 'z' {
		n++
	}
	return s[:n]
}

// isCopyright reports whether a line in lower case is about who has the rights.
func isCopyright(low string) bool {
	switch low[:min(1, len(low))] {
	case "c", "(", "&", "\xc2":
	default:
		if !strings.Contains(low, "rights reserved") {
			return false
		}
	}
	return copyright.MatchString(low)
}

func trimStop(s string) string { return strings.TrimRight(s, ".… »›>→") }
