package corpus

// rtfSigns are characters that have a word.
var rtfSigns = map[string]string{
	"tab": "\t", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
	"emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "zwj": "\u200d", "zwnj": "\u200c",
}

// rtfPassed are groups that are none of the text, or say once more what is.
var rtfPassed = set(`annotation atnauthor atndate atnid atnref colortbl datafield docvar falt fldinst fname footer footerf footerl
	footerr formfield ftncn ftnsep ftnsepc generator header headerf headerl headerr listtext listtable listoverridetable nonshppict objdata
	objclass pict pntext pntxta pntxtb private1 revtbl rxe shprslt sn sp sv tc template themedata txe xe`)

// rtfFonts are the code pages of the sets of characters that fonts are made for.
var rtfFonts = map[int]int{
	77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250,
}

// word does what a control word says.
func (r *rtfReader) word(word string, value int) {
	g := r.group()
	switch g.into {
	case "-", "title", "author":
		return
	case "fonts":
		switch word {
		case "f":
			g.font = value
		case "fcharset":
			if page := rtfFonts[value]; page != 0 {
				r.fonts[g.font] = codePage(page)
			}
		}
		return
	case "styles":
		switch word {
		case "s":
			g.styled = value
		case "outlinelevel":
			r.levels[g.styled] = value + 1
		}
		return
	case "info":
		g.into = "-"
		if word == "title" || word == "author" {
			g.into = word
		}
		return
	}
	switch word {
	case "fonttbl":
		g.into = "fonts"
	case "stylesheet":
		g.into = "styles"
	case "info":
		g.into = "info"
	case "footnote":
		r.to = append(r.to, &r.notes)
		g.note, g.style = true, runStyle{}
	case "shpinst", "shptxt", "fldrslt", "field", "shp":
	case "ansicpg":
		r.page = codePage(value)
	case "mac":
		r.page = codePage(10000)
	case "pc":
		r.page = codePage(437)
	case "f":
		g.font = value
	case "uc":
		g.skipped = min(max(value, 0), 16)
	case "b":
		g.style.bold = value != 0
	case "i":
		g.style.italic = value != 0
	case "v":
		g.hidden = value != 0
	case "deleted":
		g.deleted, r.tracked = value != 0, true
	case "revised":
		r.tracked = true
	case "plain":
		g.style, g.hidden, g.deleted = runStyle{}, false, false
	case "pard":
		g.styled, g.level, g.listed = 0, 0, false
	case "s":
		g.styled = value
	case "outlinelevel":
		g.level = value + 1
	case "ls":
		g.listed = value > 0
	case "par", "sect", "cell", "nestcell", "row", "nestrow":
		if !g.deleted { // or else two paragraphs become one
			r.paragraph()
		}
	case "line", "page", "column":
		r.to[len(r.to)-1].breakLine()
	default:
		if sign, ok := rtfSigns[word]; ok {
			r.put(sign)
		} else if r.star || rtfPassed[word] {
			g.into = "-"
		}
	}
}
