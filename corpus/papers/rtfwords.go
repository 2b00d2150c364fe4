package papers

// rtfSigns are characters that have a word.
var rtfSigns = map[string]string{
	"tab": "\t", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
	"emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "zwj": "\u200d", "zwnj": "\u200c",
}

// rtfPassed are groups that are none of the text, or say once more what is.
var rtfPassed = set(`annotation atnauthor atndate atnid atnref colortbl datafield docvar falt fldinst fname footer footerf footerl
	footerr formfield ftncn ftnsep ftnsepc generator header headerf headerl headerr listtext listtable listoverridetable nonshppict objdata
	objclass pict pntext pntxta pntxtb private1 revtbl rxe shprslt sn sp sv tc template themedata txe xe`)

// word does what a control word says.
func (r *rtfReader) word(word string, value int) {
	g := r.group()
	switch g.into {
	case intoNothing, intoTitle, intoAuthor:
		return
	case intoFonts:
		switch word {
		case "f":
			g.font = value
		case "fcharset":
			if page := fontPages[value]; page != 0 {
				r.fonts[g.font] = codePage(page)
			}
		}
		return
	case intoStyles:
		switch word {
		case "s":
			g.styled = value
		case "outlinelevel":
			r.levels[g.styled] = value + 1
		}
		return
	case intoInfo:
		switch g.into = intoNothing; word {
		case "title":
			g.into = intoTitle
		case "author":
			g.into = intoAuthor
		}
		return
	}
	switch word {
	case "fonttbl":
		g.into = intoFonts
	case "stylesheet":
		g.into = intoStyles
	case "info":
		g.into = intoInfo
	case "footnote":
		r.to = append(r.to, &r.notes)
		g.note, g.style = true, runStyle{}
	case "shpinst", "shptxt", "fldrslt", "field", "shp": // whose words are text, whatever stands before it
	case "ansicpg":
		r.page = codePage(value)
	case "mac":
		r.page = codePage(pageMacintosh)
	case "pc":
		r.page = codePage(pageDOS)
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
			g.into = intoNothing
		}
	}
}
