// Package sample is the corpus inside the binary: what opens where the user
// names no file, and what tests read that want prose rather than fragments.
//
// All of it is invented, the places, the people and the outlets too, and
// nobody's words are quoted. It is made to show in twenty minutes of reading
// what happens to the wording of stories on their way. The folders are for
// people only; a loader groups by content.
//
// # The talks
//
// Two countries negotiate about missiles on a river. Five copies:
//
//   - talks-1-original.md is what the Harbour Courier printed, with its
//     Markdown, captions and copyright line, except that it is damaged. A
//     paragraph stops at “missile”, and the next one begins in the middle of a
//     later sentence. The words meet so well across the gap that the reader
//     learns of “talks on missile negotiations”, which nobody proposed.
//   - talks-2-syndicated.txt is the same article as another site carries it,
//     and has the words that were lost: “placement and on the radar masts …”.
//     On the way “almost” became “nearly”, “annexation of” became “attack on”,
//     90,000 soldiers became 100,000, Thursday became Wednesday and officials
//     became people, and a minister who would “never” sign now will “not”. A
//     tense, an adverb, a comma, a capital and the order of a list changed as
//     well. One paragraph is new. Another moved down, word for word, so that
//     “the airfield” is now spoken of before it is introduced. A caption moved
//     and lost half its credit. A comment form follows the end.
//   - talks-3-evening.txt tells the evening of that day on its own, without
//     naming itself. It shares a few quoted words with the others.
//   - talks-4-agency.md tells the morning, from an agency, with crossheads, a
//     related article half way and the address it was taken from.
//   - talks-5-reworded.txt was put through a machine: stiff synonyms inside
//     and outside quotation marks, an apostrophe that went through the wrong
//     encoding, a sentence that stands twice, one that stops at a comma, one
//     torn by a paragraph break, and a newsletter prompt in the middle.
//
// # The silo
//
// One article in four revisions between morning and evening, silo-1-morning.md
// to silo-4-evening.md. The headline softens from “Four Dockers Killed as
// Grain Silo Explodes” to “Three Dead After Incident”; the dead become fewer,
// the damage grows. A quotation is given to another speaker and then
// withdrawn. A company's claim is corrected, moves up and is softened in its
// turn. The last revision drops the background at the end. The corrections
// own up to some of this, not to all.
//
// # The water
//
// An authority's statement on a closed spring (water-1-statement.md), a wire
// copy that repeats it (water-2-wire.txt) and a newspaper that rewrites it
// (water-3-gazette.txt). The wire copy stops early, forgets one of the places
// under inspection, and has lost a “not”: the spring “will reopen before two
// clean series of samples”. The newspaper keeps two quotations and changes a
// word in one of them.
//
// # Keeping it so
//
// Each of these features is there on purpose and the test names it, so that a
// well-meant correction of a typing error is noticed. The files are UTF-8
// without a byte-order mark, with line feeds; about 5,000 words in all.
package sample
