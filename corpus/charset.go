package corpus

import (
	"strings"
	"unicode"

	"github.com/wlynxg/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// A file that is not UTF-8 is in one of the encodings from before it. Those of
// the scripts of Asia and of Cyrillic, Greek and Hebrew give themselves away by
// which bytes follow which, and a library knows them. Those of Latin scripts
// and Arabic differ in a few letters only: there the one wins in which the text
// is spelled with the letters of some one language.

const (
	charsetSample = 64 << 10 // bytes of a file that its encoding is told by
	charsetSure   = 0.6      // confidence of the library that is believed
)

// sure are the encodings, by the library's names, that it tells from others.
var sure = map[string]encoding.Encoding{
	"SHIFT_JIS": japanese.ShiftJIS, "EUC-JP": japanese.EUCJP, "GB2312": simplifiedchinese.GB18030, "GB18030": simplifiedchinese.GB18030,
	"Big5": traditionalchinese.Big5, "EUC-KR": korean.EUCKR, "CP949": korean.EUCKR, "TIS-620": charmap.Windows874,
	"Windows-1251": charmap.Windows1251, "KOI8-R": charmap.KOI8R, "ISO-8859-5": charmap.ISO8859_5, "IBM866": charmap.CodePage866,
	"IBM855": charmap.CodePage855, "MacCyrillic": charmap.MacintoshCyrillic, "Windows-1253": charmap.Windows1253, "ISO-8859-7": charmap.ISO8859_7,
	"Windows-1255": charmap.Windows1255,
}

// legacy returns the text of bytes that are no UTF-8, in the encoding that they
// are most likely in. Bytes that mean nothing there become U+FFFD.
func legacy(data string) string {
	out, err := legacyEncoding(data).NewDecoder().String(data)
	if err != nil {
		return invalid(data)
	}
	return out
}

func legacyEncoding(data string) encoding.Encoding {
	sample := data[:min(len(data), charsetSample)]
	if guess := chardet.Detect([]byte(sample)); guess.Confidence >= charsetSure && sure[guess.Encoding] != nil {
		return sure[guess.Encoding]
	}
	best, most := encoding.Encoding(charmap.Windows1252), -1.0
	for _, e := range latin {
		text, err := e.NewDecoder().String(sample)
		if err != nil {
			continue
		}
		if score := spelled(text); score > most {
			best, most = e, score
		}
	}
	return best
}

// latin are the encodings to choose among by spelling, the commonest first.
var latin = [...]encoding.Encoding{
	charmap.Windows1252, charmap.Windows1250, charmap.Windows1254, charmap.Windows1257, charmap.Windows1256, charmap.ISO8859_2,
	charmap.ISO8859_6, charmap.Macintosh, charmap.CodePage850, charmap.CodePage852, charmap.CodePage437, charmap.ISO8859_15,
	charmap.Windows1258,
}

// alphabets are the letters beyond ASCII of some languages, a line each.
var alphabets = [...]string{
	"éèêëàâäîïôöùûüçœæÿ",   // French
	"äöüß",                 // German
	"áéíóúñü¿¡ºª",          // Spanish
	"áâãàçéêíóôõúü",        // Portuguese
	"àèéìíòóùú",            // Italian
	"åäöæøéð",              // of the North
	"áðéíóúýþæö",           // Icelandic
	"ąćęłńóśźż",            // Polish
	"áčďéěíňóřšťúůýž",      // Czech
	"áäčďéíĺľňóôŕšťúýž",    // Slovak
	"áéíóöőúüű",            // Hungarian
	"čćđšž",                // South Slavic
	"ăâîşţșț",              // Romanian
	"çğıöşüâîİ",            // Turkish
	"āčēģīķļņšūžąęėįųõäöü", // Baltic
	"ăâđêôơưàảãạằẳẵặấầẩẫậèẻẽẹềểễệìỉĩịòỏõọồổỗộờởỡợùủũụừửữựỳỷỹỵ", // Vietnamese
	"ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگ،؛؟",              // Arabic
}

const typographic = "“”‘’„‚«»‹›–—…•·€£¥©®™°§¶†‡½¼¾\u00a0"

// spelled says how well the characters beyond ASCII of a text fit together: the
// share of them that some one language is spelled with, less what hardly
// stands in any text.
func spelled(s string) float64 {
	var hits [len(alphabets)]int
	letters, marks, odd := 0, 0, 0
	before := rune(' ')
	for _, r := range s {
		low := unicode.ToLower(r)
		switch {
		case r < 0x80:
			if unicode.IsLetter(r) && before >= 0x600 && unicode.IsLetter(before) {
				odd++ // of another script than the letter before
			}
		case r >= 0x600 && before < 0x80 && unicode.IsLetter(before) && unicode.IsLetter(r):
			odd++
		case strings.ContainsRune(typographic, r):
			marks++
		case unicode.IsLetter(r) && !(unicode.IsUpper(r) && unicode.IsLower(before)):
			letters++
			for l, alphabet := range alphabets {
				if strings.ContainsRune(alphabet, low) {
					hits[l]++
				}
			}
		default:
			odd++
		}
		before = r
	}
	total := letters + marks + odd
	if total == 0 {
		return 0
	}
	most := 0
	for _, n := range hits {
		most = max(most, n)
	}
	return float64(2*most-letters+marks-3*odd) / float64(total)
}
