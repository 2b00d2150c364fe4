package diff

// token is a word or a mark of a text.
type token struct {
	start, end int32 // bytes of its block's Text
	key        int32 // equal keys, equal words
	block      int32
}
