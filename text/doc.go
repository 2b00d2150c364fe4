// Package text says what a text is made of: blocks with a kind, sentences,
// tokens and words.
//
// It is the vocabulary that the rest of the program shares. A corpus counts
// words and groups documents by them, a comparison aligns them, a renderer
// wraps between them; all must mean the same thing by a word, so it is defined
// once, here, below all of them. It is also the only importer of the library
// for Unicode segmentation (UAX #29) and of the tables of legacy encodings.
//
// A token is the unit of comparison: a word with its inner apostrophes,
// hyphens and separators, or a single other visible character. A word, as
// counts give it, is coarser: what lies between white space and holds a letter
// or a digit. White space is never a token; it is what stands between two.
//
// Every token has a key, its text with everything folded away that readers do
// not take for a change of wording: the shape of quotation marks and dashes,
// upper and lower case, composed and decomposed accents, and damage from a
// wrong encoding. Tokens with equal keys are the same word.
//
// Everything here is pure. Segmenting costs some 10 ns a byte of Western
// prose, several times that where the Unicode tables are needed.
package text
