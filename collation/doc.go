// Package collation gathers what several versions of a text, its witnesses, do
// with the words of one of them, the base, into an apparatus as a critical
// edition has it.
//
// It is pure, and its terms are those of editors:
//
//   - The base is the text that is read; a witness is another version of it.
//   - A variation is what one witness does at one place of the base: it has
//     other words there, leaves them out, adds some, breaks off, or has the
//     passage elsewhere.
//   - A unit of variation is a place of the base at which witnesses differ. Its
//     lemma is what the base has there; a reading is what one or more witnesses
//     have instead.
//   - The siglum of a version is the letter that it goes by.
//
// # The way through
//
//	diff.Comparison ── Read ──► Witness (variations) ──┐
//	diff.Comparison ── Read ──► Witness (variations) ──┴─ New ──► Apparatus (units)
//
// Read (witness.go, with parts.go) takes from the comparison of the base with
// a witness what the apparatus needs of it, so that the comparison itself can
// be let go: some hundred bytes a variation. What a reader may ignore is kept
// and marked, so that New can leave it out or not without a new comparison.
//
// New makes the units. Variations within sentences that overlap in the base
// become one (overlap.go): the lemma reaches as far as any of them, and what a
// witness reads is composed of the base and its own variations. Whole sentences
// and long stretches do not swallow the words inside them (passages.go): where
// one witness leaves out a paragraph and another changes a word in it, these
// are two units, and the smaller one says that the passage is wanting in the
// first. What several witnesses leave out is cut where the gaps of one of them
// begin or end. Witnesses that read the same stand behind one reading.
//
// # What holds
//
//   - Units stand in the order of their lemmata, a longer one before those in it.
//   - No two units have the same lemma.
//   - A witness stands in a unit once.
//   - Independent tellings take no part: they have no variations, and are
//     counted.
//
// The cost is that of sorting the variations.
package collation
