package diff

import (
	"slices"
	"strings"

	"variorum/text"
)

// What a number says changes, too, where another stands in its place in a row,
// where it is counted in something else, or where it changes places with
// another: first and second Monday, 44 tonnes and 44 pounds, 31 to 12 and 12 to 31.

// quantity says whether a substitution puts a word for which of a row, for a
// season or which one it is, or for what a number is counted in, in the place of
// another such word.
func (c *collator) quantity(d *Difference) (has Tags) {
	var rows, times, counts [2][]string
	for s := A; s <= B; s++ {
		p := d.Places[s]
		sentence := c.texts[s].Sentence(p.Sentence)
		for _, tok := range text.Tokens(sentence[p.Start:p.End]) {
			if !tok.Word {
				continue
			}
			from, to := p.Start+tok.Start, p.Start+tok.End
			key := text.Key(sentence[from:to])
			switch {
			case ordinals[key] != "" && c.tongues[s].datedBy(sentence, from, to):
				times[s] = append(times[s], ordinals[key])
			case ordinals[key] != "":
				rows[s] = append(rows[s], ordinals[key])
			case seasons[key] != "":
				times[s] = append(times[s], seasons[key])
			case which[key] != "" && spells[text.Key(firstLetters(strings.TrimPrefix(sentence[to:], " ")))]:
				times[s] = append(times[s], which[key])
			case spells[key] && which[text.Key(lastWord(sentence[:from]))] != "":
				times[s] = append(times[s], key)
			case hourly[key] != "" && c.tongues[s].afterNumber(sentence[:from]):
				times[s] = append(times[s], hourly[key])
			case measures[key] != "" && (c.tongues[s].afterNumber(sentence[:from]) || isDigit(strings.TrimPrefix(sentence[to:], " "))):
				counts[s] = append(counts[s], measures[key])
			}
		}
	}
	if exchanges(rows) || exchanges(counts) {
		has |= Number
	}
	if exchanges(times) {
		has |= Date
	}
	return has
}

// exchanges reports whether both sides hold words of a sort, and not the same.
func exchanges(words [2][]string) bool {
	return len(words[A]) > 0 && len(words[B]) > 0 && !slices.Equal(words[A], words[B])
}

// afterNumber reports whether a number ends a text.
func (t *tongue) afterNumber(s string) bool {
	s = strings.TrimRight(s, " ")
	at := strings.LastIndexByte(s, ' ') + 1
	_, value := t.tagOf(s[at:], "", false)
	return value != ""
}

// keepsOrder reports whether the numbers of the sentences between which words
// moved stand in the same order still.
func (c *collator) keepsOrder(d *Difference) bool {
	var values [2][]string
	for s := A; s <= B; s++ {
		sentence, prev := c.texts[s].Sentence(d.Places[s].Sentence), ""
		for _, tok := range text.Tokens(sentence) {
			if !tok.Word {
				continue
			}
			w := sentence[tok.Start:tok.End]
			if tag, value := c.tongues[s].tagOf(w, prev, false); tag == Number && value != "" && !c.tongues[s].datedBy(sentence, tok.Start, tok.End) {
				values[s] = append(values[s], value)
			}
			prev = w
		}
	}
	return sameValues(values)
}

// swaps makes one change of numbers that changed places, as in 31 to 12 and 12
// to 31, where the alignment keeps one of them and has the other taken out on
// one side of it and put in on the other.
func (c *collator) swaps() {
	out := c.differences[:0]
	for i := 0; i < len(c.differences); i++ {
		d := c.differences[i]
		if i+1 < len(c.differences) {
			if next := &c.differences[i+1]; c.swapped(&d, next) {
				for s := A; s <= B; s++ {
					d.Places[s].End = next.Places[s].End
					d.Places[s] = c.trimmed(s, d.Places[s])
				}
				d.Kind = Substitution
				d.Tags = c.tags(&d)
				i++
			}
		}
		out = append(out, d)
	}
	c.differences = out
}

// swapped reports whether a number stands between two differences, one of which
// takes out what the other puts in, a number among words that say little.
func (c *collator) swapped(d, next *Difference) bool {
	if d.Pair != next.Pair || d.Kind+next.Kind != Deletion+Insertion || d.Kind == next.Kind || d.Tags&next.Tags&Number == 0 {
		return false
	}
	for s := A; s <= B; s++ {
		p, q := d.Places[s], next.Places[s]
		if p.Sentence < 0 || p.Sentence != q.Sentence || p.End > q.Start || !c.tongues[s].numbersAlone(c.texts[s].Sentence(p.Sentence)[p.Start:q.End]) {
			return false
		}
	}
	kept := d.Places[A]
	_, value := c.tongues[A].tagOf(strings.TrimSpace(c.texts[A].Sentence(kept.Sentence)[kept.End:next.Places[A].Start]), "", false)
	return value != ""
}

// numbersAlone reports whether nothing but numbers and words that say little
// stand in a text.
func (t *tongue) numbersAlone(s string) bool {
	return !slices.ContainsFunc(text.Tokens(s), func(tok text.Token) bool {
		w := s[tok.Start:tok.End]
		_, value := t.tagOf(w, "", false)
		return tok.Word && value == "" && !functionWords[text.Key(w)]
	})
}

// trimmed is a place without the blanks at its ends.
func (c *collator) trimmed(s Side, p Place) Place {
	words := c.texts[s].Sentence(p.Sentence)[p.Start:p.End]
	p.Start += len(words) - len(strings.TrimLeft(words, " "))
	p.End -= len(words) - len(strings.TrimRight(words, " "))
	return p
}

// synonyms gives the words of a line one name, the first of them.
func synonyms(lines string) map[string]string {
	m := map[string]string{}
	for line := range strings.SplitSeq(lines, "\n") {
		words := strings.Fields(line)
		for _, w := range words {
			m[w] = words[0]
		}
	}
	return m
}

var (
	ordinals = synonyms("first\nsecond\nthird\nfourth\nfifth\nsixth\nseventh\neighth\nninth\ntenth\neleventh\ntwelfth\nthirteenth\nfourteenth\nfifteenth\nsixteenth\nseventeenth\neighteenth\nnineteenth\ntwentieth\nthirtieth\nfortieth\nfiftieth\nhundredth")
	seasons  = synonyms("spring\nsummer\nautumn fall\nwinter")
	measures = synonyms(`metre metres meter meters
kilometre kilometres kilometer kilometers km
centimetre centimetres centimeter centimeters cm
millimetre millimetres millimeter millimeters mm
mile miles
yard yards
foot feet ft
inch inches
acre acres
hectare hectares ha
tonne tonnes
ton tons
kilogram kilograms kilogramme kilogrammes kilo kilos kg
gram grams gramme grammes
pound pounds lb lbs
ounce ounces oz
stone
litre litres liter liters
gallon gallons
barrel barrels
degree degrees
c celsius
f fahrenheit
knot knots
mph
kph
watt watts
kilowatt kilowatts kw
megawatt megawatts mw
horsepower hp
gigawatt gigawatts gw
dollar dollars usd
euro euros eur
franc francs chf
crown crowns
pence penny
cent cents
yen jpy
yuan renminbi cny
rouble roubles ruble rubles rub
hryvnia hryvnias uah
sterling gbp
rupee rupees
second seconds
minute minutes
hour hours
day days
week weeks
month months
year years
decade decades
century centuries`)
)
