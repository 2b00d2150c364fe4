package corpus

import (
	"regexp"
	"strings"

	"variorum/text"
)

// signatureMark is the line that mail programs put above a signature: two dashes
// and a blank (RFC 3676).
var signatureMark = regexp.MustCompile(`(?m)^-- \r?$`)

// letterBlocks cuts the plain text of a mail. What stands under the last mark of a
// signature is furniture, up to what is too long for some or is quoted: an
// answer can stand above the letter that it answers. Where nothing stands before
// the mark it is the text.
func letterBlocks(body string) []draft {
	marks := signatureMark.FindAllStringIndex(body, -1)
	if len(marks) == 0 {
		return plainBlocks(body, 0)
	}
	at := marks[len(marks)-1][0]
	above, below := plainBlocks(body[:at], 0), plainBlocks(body, at)
	for i := range below {
		if len(above) == 0 || count(below[i].Text) > maxFurniture || strings.HasPrefix(below[i].Text, ">") {
			break
		}
		below[i].become(text.Furniture)
	}
	return append(above, below...)
}
