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

// roleName is a role as a configuration names it, and what it is.
type roleName struct{ name, is string }

// roles names the roles whose look can be chosen.
var roles = [numRoles]roleName{
	Same:      {"same", "words that both sides have"},
	Deleted:   {"deleted", "words that only A has"},
	Inserted:  {"inserted", "words that only B has"},
	Moved:     {"moved", "words that stand elsewhere on the other side"},
	Cut:       {"cut", "where words were lost, and how many"},
	Noise:     {"noise", "typography, case, punctuation, markup, encoding"},
	Shared:    {"shared", "words that two tellings have in common"},
	Quiet:     {"quiet", "what steps back"},
	Furniture: {"furniture", "page furniture, captions, bylines"},
	Heading:   {"heading", "titles and headings of the text"},
	Gutter:    {"gutter", "the signs beside the lines"},
	Chrome:    {"chrome", "rules and labels of the program"},
	Strong:    {"strong", "of these, what the eye should meet first"},
	Selected:  {"selected", "the selected row of a list"},
	Accent:    {"accent", "keys, and what is typed"},
	Problem:   {"problem", "something is wrong"},
	Ruler:     {"ruler", "the overview at the right edge"},
	Heat1:     {"heat-1", "a share of little"},
	Heat2:     {"heat-2", "a share of some"},
	Heat3:     {"heat-3", "a share of much"},
	Heat4:     {"heat-4", "a share of nearly all"},
	Found:     {"found", "what was searched for"},
	Here:      {"here", "of these, the one that the reader is at"},
}

func roleNames() []string {
	var names []string
	for _, r := range roles {
		if r.name != "" {
			names = append(names, r.name)
		}
	}
	return names
}
