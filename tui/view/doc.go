// Package view paints the program: it turns a comparison into the rows of a
// page, and a screen into a frame of cells. It is pure. It knows no terminal,
// no clock and no keys; the same screen at the same size gives the same frame,
// which is why a script prints exactly what a reader sees.
//
// # From a comparison to a picture
//
//	diff.Comparison ── NewDraft ──► Draft ── Page ──► Page (rows) ── Paint ──► Frame (cells) ──► ANSI, SVG, plain or marked text
//
// A Draft is all of a page that does not depend on its width: the plan of the
// planner and the ink of the inker, below. A Page is a draft laid out at a width,
// by several processors where the text is long. It is made once for a pair, a
// size and a set of options, in time proportional to the text (about 10 ms for
// two books of 100,000 words), and then painted a window at a time, in time
// proportional to the window.
//
// A Frame is a grid of cells. A cell holds a grapheme cluster and a Role, which
// says what it is (deleted, moved, furniture) and not how it looks. A Theme
// says how roles look and is applied last, so that layout can be tested without
// a single escape sequence and a theme can be changed without a new layout.
// Those that are built in stand in themes.go; style.go is how a role looks, and
// how a configuration writes that.
//
// # How a page is made
//
// The planner (plan.go) decides which sentences begin in the same row. Pairs in
// order are rungs between the texts; wherever either side ends a block, both
// begin anew. In two tellings, which have no rungs, the heaviest set of links
// that do not cross does the same for paragraphs. Lines of verse have no blank line
// between them, and what is turned over is set in.
//
// The inker (inks.go) gives every byte its ink: the role that it is painted as,
// the change that it belongs to, the sign that it puts into the gutter. What
// concerns whole sentences lies under what concerns words.
//
// The setter (row.go, set.go) writes the planned sentences with their ink into
// wrappers (wrap.go), which break them into lines, and zips the lines of both
// sides into rows. An inline page merges the words of both into one text first
// (inline.go). Text is never copied: pieces of a line are parts of the source.
//
// # The list of differences
//
// A Digest (digest.go) gathers the changes of a page: what was changed in the
// same way in several places (diff.Comparison.Alike) is one Group, and a Pick is a sort of change that
// the list can be narrowed down to. The list (changes.go) is painted from it,
// with what can be picked (picks.go), the words of either side and around them
// (wording.go), and what a filter found (found.go). Lists beside a text and
// panels over one are frames drawn into another.
//
// Every piece of a line knows which bytes of which text it shows. That is how a
// search, which looks through the texts and not the rows (match.go), finds the
// rows of its matches and paints those that are on the screen, and how a place
// in a text is found on a page and the other way round (passage.go).
//
// What can be pointed at, the painter of a screen says where it paints it;
// Hit asks for one cell (target.go).
//
// # One text alone
//
// A Leaf (leaf.go) is one text set as the page of a book, with the apparatus of
// package collation: which lines are marked, and in which line each unit
// begins. It is set once for a width and takes another apparatus without being
// set anew. Book (book.go) paints a window of it, with the readings of the unit
// under the cursor beside the text or below it (entry.go). What a page and a leaf
// have in common, lines with marks among which one can search, stands in sheet.go.
//
// # What holds
//
//   - Every word of both sides stands on a page exactly once in its column.
//     Page furniture is dimmed, not left out. Only folding leaves text out, and
//     an ellipsis says so.
//   - No row is wider than its column, whatever the width, the script or the
//     text: words break where they may and, where one is longer than a line,
//     between grapheme clusters.
//   - A frame is exactly Height lines of at most Width cells.
//   - Whatever is put into a frame is harmless: control characters, escape
//     sequences, characters that change the direction of text and marks with
//     nothing to stand on are shown as pictures of themselves (cluster.go).
//   - Nothing is told by colour alone. Each role has an attribute in every
//     theme, the gutter and the ruler have signs: ~ edited, - only in A, + only
//     in B, ✂ cut off, ↕ moved, ≈ told by both; the gutter has · where words on
//     one side only are ignored, and ¶ where a paragraph begins on one only.
//
// # How wide a character is
//
// Terminals differ on that, so the method is an input to layout: by code point
// (wcwidth), or by grapheme cluster where the terminal says that it does. The
// environment has no say, so that frames are the same everywhere.
package view
