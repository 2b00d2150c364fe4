package corpus

import (
	"strings"

	"variorum/text"
)

// record is a text that comes with what is said of it: one of a list in JSON,
// or a mail.
type record struct {
	sayings
	body   string
	format Format // of the body
	letter bool   // a mail
}

// sourced returns the source of a document made of a record, and its blocks.
// What a record is made of comes in any order and in an encoding of its own,
// so its source is what a reader is shown of it: the title, a blank line, and
// the body.
func (r *record) sourced() (string, []draft) {
	body, format := r.body, r.format
	if format == Auto && looksHTML(body) {
		format = HTML
	}
	var blocks []draft
	switch {
	case format == HTML:
		// There is no page around the text of a record.
		page, _ := webBlocks(body)
		blocks = wholePage(page)
	case r.letter:
		blocks = letterBlocks(body)
	default:
		blocks, _ = textBlocks("", body, format)
	}
	title := oneLine(r.title)
	switch {
	case title == "" || len(title) > maxTitle:
		return body, blocks
	case len(blocks) > 0 && blockKey(clean(blocks[0].Text)) == blockKey(title):
		blocks[0].become(text.Title) // it is not said twice
		return body, blocks
	}
	lead := len(title) + 2
	for i := range blocks {
		b := &blocks[i]
		b.Span.Start += lead
		b.Span.End += lead
		for k := range b.Runs {
			b.Runs[k].Source += lead
		}
	}
	head := draft{Block: text.Block{Text: title, Span: text.Span{End: len(title)}, Runs: []text.Run{{Len: len(title)}}}}
	head.become(text.Title)
	if len(blocks) > 0 {
		blocks[0].gap = 1
	}
	return title + "\n\n" + body, append([]draft{head}, blocks...)
}

// looksHTML reports whether a text has tags that nobody writes into prose.
func looksHTML(s string) bool {
	head := strings.ToLower(s[:min(len(s), 64<<10)])
	if !strings.Contains(head, "<") {
		return false
	}
	for _, tag := range [...]string{"<p>", "<p ", "</p>", "<br>", "<br/", "<br ", "</div>", "</a>", "</em>", "</strong>", "</h2>", "</li>", "</b>", "</i>", "</span>"} {
		if strings.Contains(head, tag) {
			return true
		}
	}
	return false
}
