// Package papers turns what a word processor or a maker of books writes into simple HTML
// and a few facts.
//
// A [Paper] is one text: DOCX, ODT, EPUB or RTF. All but RTF are zips of parts in XML,
// told from an archive of any files by what they hold. A [Reader] reads both,
// [Reader.Zip] and [Reader.RTF]; what a file of an older office program is, [Compound]
// says. The package knows nothing of documents, of blocks or of what a title is: package
// corpus makes documents of papers.
//
// Of the libraries that read these formats none was found that is kept well and does no
// more; what is needed of them is little.
//
// # Simple HTML
//
// The Body has paragraphs, headings and items, what is bold or italic in them, where a
// line ends, and nothing of how it looks. No element has attributes, and a table of
// contents is a nav. Of a file that is no book each paragraph is an element of its own,
// in none other, and every element that begins ends. The chapters of a book are pages,
// which somebody wrote by hand, perhaps: of these the tags are kept that say the same
// things, or part one thing from another, in whatever order they come.
//
// The XML is read as it comes (xml.go), by readers that are told of elements and words,
// and write on a sheet (sheet.go). Nothing of it is held but what is open. Names of
// elements have the prefixes that their standards have, whatever those of the file are,
// which are all that differs between the strict and the usual kind of DOCX.
//
// A paragraph's style says whether it heads something, in the end: styles are based on
// others, at times in a circle (style.go). Words that are bold as all of that style are,
// are not set apart. A heading that is a long sentence is a paragraph, as lawyers set
// whole clauses so.
//
// What is generated is no text: headers, footers, the numbers of notes. Nor are comments,
// or words that are hidden. The numbers of clauses and items are text in DOCX, as if
// somebody had typed them, for clauses are known by them; Word counts these itself, and so
// do we (docxnumbers.go), in the formats of Latin letters and figures. Bullets are none, and
// in ODT and RTF such numbers are left out. Of tracked changes the text is read that they
// would make, and the Note says so. Notes are told after the text, as is a frame after
// the paragraph that it hangs on. In RTF all these are groups in braces that go to one
// place or another (rtf.go); its bytes are in the code pages of its fonts.
//
// # Facts
//
// A fact is what the file says of itself, and empty where it says nothing. In one of a
// word processor the title and the author are often those of its template, or of whoever
// owns the program: what programs are known to write there is passed over
// (properties.go), and the rest goes behind what the text says. No day in it is taken for
// the one on which it was published, as it was saved on that. A [Paper].Book says both on
// its cover.
//
// # Strangers
//
// Whoever makes the zip readable bounds what comes out of it, in [Reader].Open, and its
// errors come back as they are. Here a part and a Body have at most [Reader].Most bytes,
// elements stand in each other 500 deep and groups likewise, a tag has 4 MB, and nothing
// that XML refers to is looked up. A paper that is sealed, damaged, or something else
// than a text is an error that says so in words for the end of a sentence: "is protected
// by a password". Nothing panics, whatever is in a part, and a Body is UTF-8 and not much
// longer than what it was made of; fuzz tests say so for each format.
//
// # Costs
//
// Reading is one pass over each part that matters, some 20 MB of XML a second and 10 of
// RTF, most of which is the decoders'. In memory are the Body, twice for a moment, the
// styles, and of RTF and of a chapter the whole.
package papers
