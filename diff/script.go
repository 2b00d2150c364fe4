package diff

// Op is what a stretch of the script does.
type Op uint8

// The operations.
const (
	Equal  Op = iota // words that both texts have here
	Delete           // words of A only
	Insert           // words of B only
)
