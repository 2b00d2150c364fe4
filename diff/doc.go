// Package diff finds what became of the wording between two texts.
//
// It is pure: blocks of text go in, a [Comparison] comes out, and nothing but
// the texts, and their languages for its tags (tongues.go), decides what it says. There is no clock in it; work is bounded by
// counted operations, so that every machine finds the same.
//
// # The way through
//
//	blocks → sentences and tokens   text.go      newText, with units.go
//	       → token script           script.go    anchors, then gap.go and go-diff
//	       → the script polished    alignment.go slide, dropIslands
//	       → pairs in order         pairs.go     link, with twins.go and facing.go
//	       → moved pairs            moves.go     moves
//	       → retellings             retell.go    retellings
//	       → differences            describe.go  with omissions.go, seams.go, reorder.go, markup.go
//	                                tags.go      what a reader checks first, with quotes.go and unspaced.go
//	       → summary                summary.go   summarize
//
// # Tokens and keys
//
// Both texts are cut into the tokens of package text, and every token gets a
// number for its spelling and one for its key, the spelling with noise folded
// away. All that follows compares keys, which are small integers. A spelling
// that differs under an equal key is noise, and is reported as such in the
// end: typography, case or encoding.
//
// The numbers at the heads of paragraphs have one key, so that a clause that is put
// in makes no difference of all behind it (numbering.go); paragraphs are called by them
// (labels.go). What was changed in the same way in many places is gathered in alike.go.
//
// In Chinese and Japanese a token is a character, the surest thing to align, and
// a word is several. Tokens that go on with a word are marked as inner: a word
// tells as much as its first token, and a difference grows to the edges of the
// words that it touches (units.go).
//
// # The token script
//
// What both texts have in the same order is found as in patience diff: runs of
// four tokens that stand once in either text are anchors, each is grown as far
// as the texts agree, and of all of them the chain is kept that rises on both
// sides and holds the most tokens. Weighing by tokens, and by those between two
// runs that go on with each other, is what makes a long stretch with many small
// edits win over a paragraph that was carried past it unchanged. Where edits are
// few one run of four in four is looked at, chosen by its hash, and finds the
// same chain. The same is done again between the anchors, with runs of two and
// one, until a gap is small. Small gaps are aligned exactly: up to some
// thousand cells by weight, so that of equally long alignments the one is taken
// that keeps names and not commas (gap.go); up to some ten thousand by
// sergi/go-diff, with its time limit off, because results must not depend on
// one. Large gaps without an anchor are cut into pieces, and a budget of
// operations in proportion to the text stops what is still hard after that.
//
// A shortest script does not read well, so two passes mend it. An inserted or
// deleted run slides to the boundary that a reader would choose. Words kept by
// chance between two changes that each say much more are given up, and the two
// become one.
//
// # Pairs
//
// Two sentences between which enough is aligned are one: at least a third of
// what the shorter of them says. Containment, not symmetric similarity, so
// that a sentence that was cut off still meets its partner. Sentences linked
// to more than one other make splits and merges; one that stands alone between
// linked neighbours may be linked by less, and one that is but a number, as a cell of
// a table, by its place alone. Lines of verse are linked by the words that end one and
// begin the other, for these were only turned over. A sentence that stands word for word
// on both sides, once on each, is linked with its twin or with nothing.
// Whatever is aligned between sentences that are not linked was chance, and is
// taken apart: a sentence written anew is marked whole.
//
// What is left over on both sides is looked up by runs of three words. A pair
// that fits between those already made is in order; one that does not has
// moved. The best go first, each sentence once, and a match that is hardly
// better than the next best is left alone unless it goes on with a passage
// that moved beside it. What merely shifts because something before it came or
// went is in order by construction, and so never a move.
//
// Where the texts share too little to be one text, they are told independently
// and the standard changes: pairs must be the same sentence beyond doubt, and
// beside them stand paraphrases, found by what two sentences share that few
// others have. A word weighs by how few sentences of both texts it stands in,
// so the words of the common subject never make a pair; a name with a title is
// one thing shared, a phrase or a quotation more than its words. Where the two
// count the same things and say another number, they disagree, and that is a
// difference.
//
// # Differences
//
// What a pair does not share is a difference, one for each place; parts of one
// change have the same number. A text that breaks off at the end of a block
// without an end mark, or takes up in lower case, while the other side has the
// words between, has a seam: all that was lost there is one truncation, with
// the whole sentences in it as omissions of the same change. So has one that
// ends within a word, or with an ellipsis where the other goes on. The side that
// has the words must have a whole sentence: in lists and verse nothing ends with
// a stop, and nothing breaks off.
//
// # Invariants
//
//   - Script rebuilds both texts, token by token.
//   - Every sentence stands in exactly one pair; only paraphrases may overlap.
//   - Pairs that are neither moved nor paraphrases rise on both sides.
//   - A difference lies within sentences of its pair, and has words on at least
//     one side.
//   - The same texts give the same comparison.
//
// # Costs
//
// A million words a side take some 0.5 to 1 s of one processor and 150 MB.
// Time is linear in the texts in practice and by the budget in the worst case.
package diff
