package diff

// disagreements reports the numbers in which two tellings of one thing differ:
// each counts the same things, and says another number of them.
func (c *collator) disagreements(k int) {
	p := &c.pairs[k]
	a, b := p.Sentences[A][0], p.Sentences[B][0]
	inB := c.counted(B, b)
	if len(inB) == 0 {
		return
	}
	for _, x := range c.counted(A, a) {
		var match *counting
		for i := range inB {
			y := &inB[i]
			if y.what != x.what {
				continue
			}
			if y.value == x.value || match != nil {
				match = nil // they agree, or it cannot be told which is meant
				break
			}
			match = y
		}
		if match != nil {
			c.add(Substitution, k, c.newChange(), c.texts[A].place(a, x.at, x.at+1), c.texts[B].place(b, match.at, match.at+1))
		}
	}
}

// counting is a number and the key of the word that says of what.
type counting struct {
	at    int32
	value string
	what  int32
}

// counted lists the numbers of a sentence that stand before a word of content,
// with at most one function word between.
func (c *collator) counted(s Side, sentence int) []counting {
	t := c.texts[s]
	st := t.Sentences[sentence]
	var out []counting
	for i := st.first; i < st.last; i++ {
		if !t.tokens[i].word() {
			continue
		}
		tag, value := c.tongues[s].tagOf(t.spelling(i), "", false)
		if tag != Number || value == "" {
			continue
		}
		for j := i + 1; j < min(st.last, i+3); j++ {
			if !t.tokens[j].word() {
				break
			}
			if next, _ := c.tongues[s].tagOf(t.spelling(j), "", false); next&Number != 0 {
				break // ten thousand: the number goes on
			}
			if c.lex.class[t.keys[j]] == content {
				out = append(out, counting{i, value, t.keys[j]})
				break
			}
		}
	}
	return out
}
