package papers

import (
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// The code pages of other systems than Windows, by the numbers that it has for them.
const (
	pageDOS       = 437
	pageMacintosh = 10000
)

// codePages are the encodings of the code pages of Windows, by their numbers.
var codePages = map[int]encoding.Encoding{
	pageDOS: charmap.CodePage437, 850: charmap.CodePage850, 852: charmap.CodePage852, 855: charmap.CodePage855,
	858: charmap.CodePage858, 860: charmap.CodePage860, 862: charmap.CodePage862, 863: charmap.CodePage863, 865: charmap.CodePage865, 866: charmap.CodePage866,
	874: charmap.Windows874, 932: japanese.ShiftJIS, 936: simplifiedchinese.GBK, 949: korean.EUCKR, 950: traditionalchinese.Big5,
	1250: charmap.Windows1250, 1251: charmap.Windows1251, 1253: charmap.Windows1253, 1254: charmap.Windows1254, 1255: charmap.Windows1255,
	1256: charmap.Windows1256, 1257: charmap.Windows1257, 1258: charmap.Windows1258,
	pageMacintosh: charmap.Macintosh, 65001: unicode.UTF8,
}

// westernEurope is the encoding of what says nothing else, or nothing that we know.
var westernEurope encoding.Encoding = charmap.Windows1252

func codePage(n int) encoding.Encoding {
	if e := codePages[n]; e != nil {
		return e
	}
	return westernEurope
}

// fontPages are the code pages of the sets of characters that fonts are made for.
var fontPages = map[int]int{
	77: pageMacintosh, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257,
	204: 1251, 222: 874, 238: 1250,
}
