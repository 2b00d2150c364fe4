// Package export writes results for other programs to read.
//
// There are five formats. [JSON] is a whole comparison with every sentence,
// pair, difference and figure; [List] is a corpus with its stories and
// versions; [WDiff] is the two texts woven into one, with marks around the
// words that only one of them has; [Markdown] is a list of the changes, to be
// pasted into a note; [HTML] is a page of both texts side by side, with that list
// above them (changes.go). What people
// read on a terminal is not made here but by the renderer, which lays text out
// in rows; a browser does that for itself.
//
// The JSON formats carry a schema name with a number. Within a number, fields
// keep their order and meaning, and none goes away; new ones may come. A list
// without entries is [], never null. Text is UTF-8 and stands as it is, except
// that control characters and marks which turn the direction of writing are
// escaped: to a reader of JSON it makes no difference, and to a terminal that
// the result happens to reach it makes it harmless. Figures between 0 and 1 are
// rounded to four decimals, so that they are the same on every machine.
//
// In the woven format the promise is about words, in the sense of what lies
// between white space: without the marked insertions it holds the words of A in
// their order, without the marked deletions those of B. That is why white space
// is marked too where only one side has it, and why a text's own "[-" or "+}"
// is taken apart by marks: whoever reads the marks from left to right gets back
// the words of any two texts, whatever is in them.
//
// Texts are strangers in a page and in a list, too: there every character that
// Markdown or HTML has a use for is escaped, those that steer are U+FFFD, and
// the page forbids itself to load or run anything. It holds every word of both
// texts, in rows of paragraphs that belong together.
//
// Everything is written in one pass through a buffer, in time proportional to
// the texts and the differences and with no copy of either. The only errors
// are those of the writer.
package export
