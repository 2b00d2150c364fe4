package corpus

import (
	"strings"

	"variorum/text"
)

// Agencies and picture desks that sign a picture with nothing but their name.
const agency = `(?:Reuters|REUTERS|AP|AFP|EPA|DPA|dpa|PA|TASS|Tass|Xinhua|Bloomberg|Getty Images|Getty|Shutterstock|Alamy|Anadolu|UPI|ANSA|EFE|Kyodo|Magnum|Press Association|Associated Press|Agence France-Presse)`

const properName = `\p{Lu}[\p{L}.'’-]*(?: (?:de|van|von|der|al|bin|da|\p{Lu}[\p{L}.'’-]*)){0,3}`

var (
	// "… in Geneva © Name/Agency"
	creditSign = pattern(`\S.*(?:©|\((?:c|C)\)) ?` + properName + `(?: ?[/,|] ?` + properName + `)*\.?$`)
	// "… in the region. Name / Agency / Agency"
	creditSlash = pattern(`[.!?…"”’)] ?\(?` + properName + `(?: ?/ ?` + properName + `)+\)?$`)
	// "… in Geneva, Switzerland. Reuters"
	creditAgency = pattern(`[.!?…"”’)] \(?` + agency + `\)?$`)
	// "… in the region. Northwire", only where a caption is to be expected
	creditName = pattern(`[.!?…"”’)] ` + properName + `$`)
	// "Photo: …", "(Photo by …)"
	photoLabel = pattern(`^(?i:[(\[]?(?:photo|photograph|picture|image|caption|file photo|file picture|photo credit|picture credit|image credit)(?:s|graphs)?(?:\s*:|\s+(?:by|courtesy of)\s)|[(\[]?credit:)`)
	photoTail  = pattern(`[(\[](?i:photo|photograph|picture|image|credit|ap photo|reuters photo|file)\b[^()\[\]]{0,60}[)\]]\.?$|(?i:\b(?:photo|photograph|picture|image)(?: by|:)) ` + properName + `(?: ?[/,] ?` + properName + `)*\.?$`)
)

// isCaption reports whether a text describes a picture. What gives a caption
// away is the credit at its end; the weaker the credit, the more it counts
// where the block stands: head says that the body has not begun yet, beside
// that it is next to another caption or to what leads on to one.
func isCaption(d *draft, head, beside bool) bool {
	s := d.clean
	if d.words > 70 || strings.HasPrefix(s, "©") || strings.HasPrefix(d.low, "copyright") || isCopyright(s, d.low) {
		return false
	}
	if strings.Contains(s, "©") || strings.Contains(d.low, "(c)") {
		return creditSign.MatchString(s)
	}
	if d.words > 50 {
		return false
	}
	if saysPicture(d.low) {
		if at := photoLabel.FindStringIndex(s); at != nil && !(startsLower(s[at[1]:]) && endsSentence(s)) {
			return true
		}
		if photoTail.MatchString(s) {
			return true
		}
	}
	if endsSentence(s) {
		return false
	}
	if at := creditAgency.FindStringIndex(s); at != nil {
		return (head || beside) && len(text.Sentences(s[:at[0]+1])) == 1
	}
	return creditSlash.MatchString(s) || head && d.words >= 6 && creditName.MatchString(s)
}

// saysPicture reports whether a text in lower case names a picture at all, as
// every one with a label does; most do not, and need no closer look.
func saysPicture(low string) bool {
	for _, w := range [...]string{"photo", "picture", "image", "caption", "credit", "file"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}
