package corpus

import (
	"slices"
	"strings"

	"variorum/text"
)

// networks begin the name of what a page asks its readers to follow it on.
const networks = `(?:our |social|twitter|x\b|facebook|instagram|telegram|youtube|linkedin|whatsapp|google|tiktok|threads|bluesky|mastodon|flipboard|@)`

// Furniture is folded away, so a line must say itself that it is some: the
// whole of it is a known phrase, or it begins as only such lines do. All
// patterns are for text in lower case without a stop at its end. What
// mayOpen matches is furniture where it is short; mayHead are headings where
// prose follows.
var (
	wholeFurniture = pattern(`^(?:` + strings.Join([]string{
		`source link`, `read more`, `read also`, `read next`, `continue reading`, `show more`, `load more`, `see also`,
		`leave a (?:reply|comment)`, `post a comment`, `\d+ comments?`, `view comments`, `add a comment`, `join the conversation`,
		`share this(?: article| story)?`, `share on .{1,30}`, `follow us(?: on ` + networks + `.{0,30})?`,
		`advertisement`, `advertising`, `sponsored(?: content)?`, `skip (?:advert\w*|past .{1,40}|to .{1,40})`, `article continues (?:below|after) .{1,30}`,
		`subscribe(?: now)?`, `sign (?:up|in)(?: now)?`, `log in`, `register(?: now)?`, `newsletters?`, `back to top`,
		`related(?: articles?| stories| content| topics)?`, `more on this (?:story|topic)`, `more from .{1,40}`, `recommended(?: for you)?`, `most read`,
		`powered by .{1,40}`, `(?:this article was )?(?:automatically|machine)[ -]translated(?: from .{1,30})?`,
		`all rights reserved`, `required fields are marked \*?`, `save my name.{0,100}`, `\d+ min(?:ute)?s? read`,
		`original url:?`, `cookie (?:policy|settings)`, `privacy policy`, `terms (?:of use|and conditions)`, `contact us`,
	}, "|") + `)$`)
	opensFurniture = pattern(`^(?:` + strings.Join([]string{
		`your e-?mail address will not be published`, `required fields are marked`, `save my name, e-?mail`, `notify me of (?:new|follow)`,
		`this site uses (?:akismet|cookies)`, `we use cookies`, `by (?:signing up|subscribing|clicking)`, `you can unsubscribe`,
		`original url:`, `source url:`,
	}, "|") + `)`)
	mayOpen = pattern(`^(?:` + strings.Join([]string{
		`(?:related|recommended)(?: articles?| stories| story| reading)?:`, `read (?:more|also|next):`, `also read:`, `see also:`,
		`click here (?:to|for)`, `follow us on ` + networks, `share this (?:article|story|post)`,
		`sign up (?:for|to) (?:our|the|receive|get)`, `subscribe to (?:our|the)`, `support our journalism`, `download (?:our|the) app`,
	}, "|") + `)`)
	mayHead    = pattern(`^(?:register|log in|sign in|advertising|related|recommended|contact us|privacy policy|cookie (?:policy|settings)|terms (?:of use|and conditions))$`)
	copyright  = pattern(`^(?:copyright|©|\(c\)|&copy;)(?:\W|$)|^.{0,60}all rights reserved$`)
	newsletter = pattern(`^(?:get|sign up (?:for|to)|subscribe to|join|receive) .{0,60}\bnewsletters?\b`)
	promotion  = pattern(`^(.{2,60}) may (?:occasionally|sometimes) send you promotional (?:content|material|e-?mails?)`)
	onlyURL    = pattern(`^<?(?:https?://|www\.)[^\s<>]+>?$`)
	replyForm  = pattern(`^(?:leave a (?:reply|comment)|post a comment|add a comment)$`)
	formField  = pattern(`^(?:comment|name|e-?mail|website|submit|post comment|logged in as .{1,40}|cancel reply) ?\*?$`)
)

// maxFurniture is how many words a block of furniture has at the most.
const maxFurniture = 45

// markFurniture settles the blocks that belong to the page and not to the
// story.
func markFurniture(ds []draft) {
	clauses := slices.ContainsFunc(ds, func(d draft) bool { return strings.HasPrefix(d.clean, "(b)") })
	for i := range ds {
		d := &ds[i]
		switch {
		case isRule(d.Text):
			d.become(text.Furniture)
		case d.words > maxFurniture || !isFurniture(d):
		case clauses && strings.HasPrefix(d.clean, "(c)"):
		case i+1 < len(ds) && isProse(&ds[i+1]) && mayHead.MatchString(trimStop(d.low)):
		default:
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

// isFurniture reports whether a line says itself that it is. The plain tests
// come first: nearly every line is none.
func isFurniture(d *draft) bool {
	s := trimStop(d.low)
	switch {
	case len(s) <= longestPhrase && wholeFurniture.MatchString(s):
		return true
	case openers[openingWord(s)] && (opensFurniture.MatchString(s) || isPrompt(d.clean) && mayOpen.MatchString(s)):
		return true
	case strings.Contains(s, "promotional") && promotion.MatchString(s):
		return true
	}
	return onlyURL.MatchString(s) || isCopyright(d.clean, d.low)
}

// isPrompt reports whether a text is as short as what asks its readers to do
// something, and does not go on with a sentence behind a colon.
func isPrompt(s string) bool {
	if n := fields(s); n > 20 || n > 12 && endsSentence(s) {
		return false
	}
	_, rest, ok := strings.Cut(s, ":")
	return !ok || !startsLower(rest) || !endsSentence(rest)
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

func trimStop(s string) string { return strings.TrimRight(s, ".… »›>→") }
