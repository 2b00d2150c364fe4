package corpus

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
// is spelled with the letters of some one language. Those of Cyrillic share most
// of their letters too, so among them the library is believed unless the text is
// better spelled in another. In a few words it knows none, and all of these are
// tried.

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
	guess := chardet.Detect([]byte(sample))
	guessed := sure[guess.Encoding]
	switch {
	case guessed == nil || guess.Confidence < charsetSure:
		return bestSpelled(sample, slices.Concat(latin[:], cyrillic[:], kana[:]))
	case slices.Contains(cyrillic[:], guessed):
		return bestSpelled(sample, append([]encoding.Encoding{guessed}, cyrillic[:]...))
	}
	return guessed
}

// bestSpelled returns the encoding in which a text is spelled best, of several the
// first.
func bestSpelled(sample string, among []encoding.Encoding) encoding.Encoding {
	best, most := among[0], math.Inf(-1)
	for _, e := range among {
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

// cyrillic are those that the library takes for each other in short texts.
var cyrillic = [...]encoding.Encoding{
	charmap.Windows1251, charmap.KOI8R, charmap.CodePage866, charmap.ISO8859_5, charmap.MacintoshCyrillic, charmap.CodePage855, charmap.KOI8U,
}

// kana are those of Japanese, which the library does not know in a few words.
var kana = [...]encoding.Encoding{japanese.ShiftJIS, japanese.EUCJP}

// alphabets are the letters beyond ASCII that some languages are spelled with.
var alphabets = [...]struct{ languages, letters string }{
	{"fr", "éèêëàâäîïôöùûüçœæÿ"},
	{"de", "äöüß"},
	{"es ca gl", "áéíóúñü¿¡ºª"},
	{"pt gl", "áâãàçéêíóôõúü"},
	{"it ca", "àèéìíòóùú"},
	{"sv da nb nn fi", "åäöæøéð"},
	{"is", "áðéíóúýþæö"},
	{"pl", "ąćęłńóśźż"},
	{"cs", "áčďéěíňóřšťúůýž"},
	{"sk", "áäčďéíĺľňóôŕšťúýž"},
	{"hu", "áéíóöőúüű"},
	{"hr bs sr sl", "čćđšž"},
	{"ro", "ăâîşţșț"},
	{"tr", "çğıöşüâîİ"},
	{"lt lv et", "āčēģīķļņšūžąęėįųõäöü"},
	{"vi", "ăâđêôơưàảãạằẳẵặấầẩẫậèẻẽẹềểễệìỉĩịòỏõọồổỗộờởỡợùủũụừửữựỳỷỹỵ"},
	{"ru bg", "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"},
	{"uk be", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяў"},
	{"sr mk", "абвгдђежзијклљмнњопрстћуфхцчџшѓќѕ"},
	{"ja", "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんがぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽゃゅょっ" +
		"アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポャュョッァィゥェォー"},
	{"ar fa ur", "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگ،؛؟"},
}

const (
	typographic = "“”‘’„‚«»‹›–—…•·€£¥©®™°§¶†‡½¼¾。、「」\u00a0"
	inWords     = "’‘–—…·"         // that may stand between two letters
	notBefore   = "”»€£¥®™°¶†‡½¼¾" // a letter
	notAfter    = "“„‚«¥§¶½¼¾"     // a small letter
)

// spelled says how well the characters beyond ASCII of a text fit together: the
// share of them that some one language is spelled with, less what hardly
// stands in any text, such as a sign in the middle of a word. A language of whose
// small words there are many is the likelier one, and a letter is likelier than a mark.
func spelled(s string) float64 {
	var hits [len(alphabets)]int
	letters, marks, odd, blanks := 0, 0, 0, 0
	before := ' '
	for at, r := range s {
		switch {
		case r < utf8.RuneSelf:
			if unicode.IsLetter(r) && foreign(before) {
				odd++ // of another script than the letter before
			}
		case before < utf8.RuneSelf && unicode.IsLetter(before) && foreign(r):
			odd++
		case r == '\u00a0':
			blanks++
		case strings.ContainsRune(typographic, r):
			after, _ := utf8.DecodeRuneInString(s[at+utf8.RuneLen(r):])
			switch left, right := unicode.IsLetter(before), unicode.IsLetter(after); {
			case left && right && !strings.ContainsRune(inWords, r),
				right && strings.ContainsRune(notBefore, r),
				unicode.IsLower(before) && strings.ContainsRune(notAfter, r):
				odd++
			default:
				marks++
			}
		case unicode.IsLetter(r) && !misplaced(s, at, r, before):
			letters++
			low := unicode.ToLower(r)
			for l := range alphabets {
				if strings.ContainsRune(alphabets[l].letters, low) {
					hits[l]++
				}
			}
		default:
			odd++
		}
		before = r
	}
	total := letters + marks + odd + blanks
	if total == 0 {
		return 0
	}
	var said speech
	said.hear(s)
	heard := said.heard()
	most := math.Inf(-1)
	for l, n := range hits {
		small := 0
		for language := range strings.FieldsSeq(alphabets[l].languages) {
			small = max(small, heard[language])
		}
		most = max(most, float64(2*n)/float64(total)+float64(small)/float64(said.words+1)/2)
	}
	return most + (0.8*float64(marks)-float64(letters+3*odd))/float64(total)
}

// misplaced reports whether a letter beyond ASCII stands where hardly any does:
// beside a figure, behind a comma, between a small letter and a capital, or by
// itself.
func misplaced(s string, at int, r, before rune) bool {
	rest := s[at+utf8.RuneLen(r):]
	after, n := utf8.DecodeRuneInString(rest)
	next, _ := utf8.DecodeRuneInString(rest[n:])
	switch {
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
		return false
	case unicode.IsDigit(before), unicode.IsDigit(after), before == ',', before == ';', unicode.IsUpper(r) && unicode.IsLower(before):
		return true
	case foreign(r):
		return false
	case unicode.IsUpper(r):
		return unicode.IsUpper(after) && unicode.IsLower(next) && !unicode.IsUpper(before) || before == ' ' && after == ' ' && withinSentence(s[:max(at-1, 0)])
	case unicode.IsUpper(after):
		return true
	}
	return before == ' ' && after == ' ' && !strings.ContainsRune("àéèêóòåöőæøáíúîąį", r)
}

// withinSentence reports whether a text ends in a small letter.
func withinSentence(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLower(last)
}

// foreign reports whether a character is a letter of another script than Latin.
func foreign(r rune) bool { return r >= 0x370 && unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) }
