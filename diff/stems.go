package diff

import (
	"strings"

	"github.com/kljensen/snowball/english"
)

// Two tellings say one thing in other forms of the same words: de-escalate and
// de-escalating, Organisation and Organization. So retellings compare stems, by
// the Snowball stemmer of English, which leaves other languages nearly alone.

// findStems gives every token the key that all words of its stem have.
func (c *collator) findStems() {
	of := make([]int32, len(c.lex.class)) // key -> the key of its stem, plus one
	first := map[string]int32{}
	for s := A; s <= B; s++ {
		keys := c.texts[s].keys
		c.stems[s] = make([]int32, len(keys))
		for i, k := range keys {
			if of[k] == 0 {
				of[k] = k + 1
				if c.lex.class[k] == content {
					stem := stemOf(c.texts[s].key(int32(i)))
					if _, ok := first[stem]; !ok {
						first[stem] = k
					}
					of[k] = first[stem] + 1
				}
			}
			c.stems[s][i] = of[k] - 1
		}
	}
}

var spelling = strings.NewReplacer("isation", "ization", "ising", "izing", "ised", "ized", "our", "or")

func stemOf(key string) string {
	key = strings.TrimSuffix(key, "'s")
	for i := 0; i < len(key); i++ {
		if c := key[i]; (c < 'a' || c > 'z') && c != '-' {
			return key
		}
	}
	return english.Stem(spelling.Replace(key), false)
}
