package view

// Role says what a cell of a frame is, never how it looks. A theme gives every
// role a colour and an attribute, applied when a frame is written out; layout
// knows nothing of either.
type Role uint8

// The roles of a cell.
const (
	Blank     Role = iota // nothing there: margins and padding
	Same                  // words that both sides have
	Deleted               // words that only A has
	Inserted              // words that only B has
	Moved                 // words that stand elsewhere on the other side
	Cut                   // the place where words were lost, and the note of how many
	Noise                 // typography, case, punctuation, markup, encoding
	Shared                // words that two tellings have in common
	Quiet                 // what steps back: the unshared words of a retelling, folded text
	Furniture             // page furniture, captions, bylines
	Heading               // titles and headings of the text
	Gutter                // the mark of a row
	Chrome                // frames, rules, labels of the program itself
	Strong                // chrome that the eye should meet first
	Selected              // the selected row of a list
	Accent                // a key, a match of a filter
	Problem               // something is wrong
	Ruler                 // the overview ruler
	Heat1                 // a share of little, in the matrix of shares
	Heat2                 // a share of some
	Heat3                 // a share of much
	Heat4                 // a share of nearly all
	Found                 // a place at which stands what the reader looks for
	Here                  // of these, the one that the reader is at
	numRoles
)

// letters name the roles in the marked form of a frame.
const letters = ".=-+>x~s,fhgcS*a!r1234mM"

// currentLetter stands in marked frames for the cells of the current change,
// whatever their role.
const currentLetter = '@'

// Letter returns the one letter that stands for the role in marked frames.
func (r Role) Letter() byte { return letters[r] }
