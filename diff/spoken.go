package diff

// Who says it is not what is said, and what is quoted counts for more: a
// retelling is judged by both.

// speaks reports whether some words of a sentence stand beside a verb of saying,
// marks between them aside.
func (c *collator) speaks(s Side, first, n int32) bool {
	t := c.texts[s]
	st := t.Sentences[t.tokens[first].sentence]
	from, to := first-1, first+n
	for from >= st.first && !t.tokens[from].word() {
		from--
	}
	for to < st.last-1 && !t.tokens[to].word() {
		to++
	}
	for i := max(from, st.first); i < min(to+1, st.last); i++ {
		if sayings[t.key(i)] {
			return true
		}
	}
	return false
}

// ofName reports whether a token belongs to a name or to the title of a person:
// it has a capital and does not begin its sentence, or is an office.
func (c *collator) ofName(s Side, i int32) bool {
	t := c.texts[s]
	return offices[t.key(i)] || i > t.Sentences[t.tokens[i].sentence].first && isName(t.spelling(i))
}

// isQuoted reports whether tokens of a sentence stand in a quotation.
func (c *collator) isQuoted(s Side, sentence int, first, n int32) bool {
	p := c.texts[s].place(sentence, first, first+n)
	return within(c.quotes(s, sentence), p.Start, p.End)
}

var offices = words(`president vice prime minister ministers ministry secretary deputy chief director spokesman spokeswoman
spokesperson chairman chairwoman governor mayor senator general state foreign defence defense interior officials official
ambassador envoy commissioner chancellor chief head king queen prince princess`)
