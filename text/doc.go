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
// hyphens and separators, a Han character, or a single other visible character.
// A word, as counts give it, is coarser: what lies between white space and holds
// a letter or a digit; in scripts without blanks it is finer, a word of UAX #29.
// White space is never a token; it is what stands between two.
//
// Every token has a key, its text with everything folded away that readers do
// not take for a change of wording: the shape of quotation marks and dashes,
// upper and lower case, composed and decomposed accents, full width, and damage
// from a wrong encoding. Tokens with equal keys are the same word.
//
// A [Pattern] is looked for in a text as people mean it, with the same things
// folded away as in keys, but case only where no capital is asked for, and accents
// where none is. A [Filter] is several of them that are all to be found.
//
// # Scripts that set no blanks
//
// UAX #29 cuts these into letters and characters. Letters of Thai and hiragana
// are gathered to words as tokens are made, Lao, Khmer and Burmese to syllables;
// which Han characters make one word, with the endings and the numbers beside
// them, a [Vocabulary] says of two texts together. Both go by the rules of
// spelling, by short lists of the commonest words, which show where the others
// begin and end, and by what the texts themselves repeat.
//
// Dictionaries were weighed and left out. That of gse makes a program 33 MB
// larger and takes 1.4 s to load, that of kagome 12 MB and 0.5 s, each for one
// language; none for Thai was to be had that is kept up. The lists here are
// 29 KB. Nor is a guess at a boundary a claim: it says how far around a change
// a difference reaches, never whether there is one.
//
// Everything here is pure. Segmenting costs some 10 ns a byte of Western
// prose, several times that where the Unicode tables are needed.
package text
