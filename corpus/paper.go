package corpus

import (
	"io"

	"variorum/corpus/papers"
)

// paperReader reads papers within the limits of the unpacker.
func (u *unpacker) paperReader() *papers.Reader {
	return &papers.Reader{
		Open:     u.openInZip,
		Decode:   func(page string) (string, error) { return decodeAs(declared(page), page) },
		Encoding: u.options.Encoding.in,
		Most:     maxSize,
	}
}

// rtf reads the one kind of paper that is no zip.
func (u *unpacker) rtf(p origin, r io.Reader) {
	u.packed++
	defer func() { u.packed-- }()
	data, err := readAll(r, 0)
	if err != nil {
		u.problem(p.path, err)
		return
	}
	paper, err := u.paperReader().RTF(data)
	u.take(p, paper, err)
}

// compound says what is wrong with a file of an older office program.
func (u *unpacker) compound(p origin, r io.Reader) {
	data, err := readAll(r, 0)
	if err == nil {
		err = papers.Compound(data)
	}
	u.problem(p.path, err)
}

// take takes a paper that was read, or notes why it could not be.
func (u *unpacker) take(at origin, paper *papers.Paper, err error) {
	if err == nil && paper.Body == "" {
		err = errNoWords
	}
	if err != nil {
		u.problem(at.path, err)
		return
	}
	u.wait(job{place: at, data: paper.Body, paper: paper})
}

// paper makes a document of a paper.
func (d *Document) paper(p *papers.Paper) {
	page, _ := webBlocks(p.Body)
	blocks := wholePage(page)
	d.Source, d.Note = p.Body, p.Note
	d.fill(blocks)
	s := saidByPaper(p)
	if p.Book {
		d.Title = first(s.title, d.Title)
	} else if len(d.Byline) > 0 {
		s.byline = nil // it is who owns the program that the file was written by
	}
	d.told(s, blocks)
}

func saidByPaper(p *papers.Paper) sayings {
	s := sayings{title: p.Title, outlet: p.Publisher, language: p.Language}
	for _, author := range p.Authors {
		s.byline = append(s.byline, names(author)...)
	}
	for _, day := range p.Published {
		if m := momentOf(day); s.published == "" && m >= "1000" { // some programs write the year 101 where they know none
			s.published = m
		}
	}
	return s
}
