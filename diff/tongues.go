package diff

import (
	"strings"

	"variorum/text"
)

// What a reader checks first is told by words: the names of months and numbers, what
// denies, who said it. Those of English are always known, for it is quoted everywhere;
// those of some other languages in texts that are in them. Their figures have a comma
// where those of English have a point.

// tongue is what is known of a language.
type tongue struct {
	months, dates map[string]bool // the latter: days, and what else is said of time alone
	years         map[string]bool // what stands before a year
	figures       map[string]string
	negations     map[string]bool
	sayings       map[string]bool
	nouns         map[string]bool // where nouns have capitals: what is none, and begins sentences
}

// tongueOf returns what is known of a language by its tag (BCP 47); of most, nothing.
func tongueOf(tag string) *tongue {
	code, _, _ := strings.Cut(tag, "-")
	if t, ok := tongues[code]; ok {
		return t
	}
	return &tongue{}
}

// known reports whether it is one of the languages whose words are listed here.
func (t *tongue) known() bool { return t.months != nil }

// tag returns what a word in lower case is about, and the value of a number.
func (t *tongue) tag(key string) (Tags, string) {
	switch {
	case t.dates[key], t.months[key], dotted(key):
		return Date, ""
	case t.figures[key] != "":
		return Number, t.figures[key]
	case t.negations[key]:
		return Negation, ""
	case t.sayings[key]:
		return Attribution, ""
	}
	return 0, ""
}

// dotted reports whether a word is a day written as 3.5.2022.
func dotted(key string) bool {
	parts := strings.Split(key, ".")
	return len(parts) == 3 && len(parts[0]) < 3 && len(parts[1]) < 3 && (len(parts[2]) == 2 || len(parts[2]) == 4) &&
		strings.Trim(key, ".0123456789") == "" && parts[0] != "" && parts[1] != ""
}

// names reports whether a word with a capital is a name where every noun has one: it
// has another capital, or another name stands beside it.
func (t *tongue) names(w, before, after string) bool {
	beside := func(w string) bool { return isName(w) && !t.nouns[text.Key(w)] }
	return t.nouns == nil || innerCapital(w) || beside(w) && (beside(before) || beside(after))
}

// english returns a figure as English writes it: 1,234.5 for 1.234,5.
func (t *tongue) english(key string) string {
	return strings.NewReplacer(".", ",", ",", ".").Replace(key)
}

// spelled gives the words for numbers from two on, for tens from twenty on, and those
// for what these are taken times, with what English calls it behind them.
func spelled(units, tens, powers string) map[string]string {
	m := numbered(units, tens, "")
	list := strings.Fields(powers)
	for i := 0; i+1 < len(list); i += 2 {
		m[list[i]] = list[i+1]
	}
	return m
}

var tongues = map[string]*tongue{
	"de": {
		months: words(`januar jänner februar märz april mai juni juli august september oktober november dezember`),
		dates:  words(`montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag gestern heute morgen vorgestern übermorgen mitternacht`),
		years:  words(`seit bis von vor nach jahr jahre jahres ende anfang mitte um frühjahr sommer herbst winter`),
		figures: spelled(`zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn
neunzehn`, `zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig`, `hundert hundred hunderte hundred tausend thousand tausende
thousand million million millionen million mio million milliarde billion milliarden billion mrd billion billion trillion billionen
trillion prozent % dutzend dozen hälfte half drittel third viertel quarter`),
		negations: words(`nicht nichts nie niemals kein keine keinen keinem keiner keines niemand niemandem weder ohne kaum`),
		sayings: words(`sagte sagten sagt erklärte erklärten mitteilte mitgeteilt behauptete berichtete betonte bestätigte dementierte warnte
fügte laut zufolge`),
		nouns: words(`der die das den dem des ein eine einen einem einer eines im am in auf an und aber doch er sie es wir ihr ich mit von
vom zum zur für bei nach aus als wenn wie was wer so auch nur noch schon dies diese dieser dieses diesen diesem seit während weil damit
bis unter über vor zwischen gegen durch ohne um hier dort dann nun man nicht kein keine alle viele einige sein seine ihre`),
	},
	"fr": {
		months: words(`janvier février mars avril mai juin juillet août septembre octobre novembre décembre`),
		dates:  words(`lundi mardi mercredi jeudi vendredi samedi dimanche hier demain aujourd'hui midi minuit`),
		years:  words(`en depuis jusqu'en fin début mi l'an année avant après entre`),
		figures: spelled(`deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf`,
			`vingt trente quarante cinquante soixante soixante-dix quatre-vingts quatre-vingt-dix`, `cent hundred cents hundred mille thousand
milliers thousand million million millions million milliard billion milliards billion douzaine dozen moitié half tiers third quart quarter`),
		negations: words(`ne pas jamais aucun aucune rien ni sans guère n'est n'a n'ont n'était n'avait n'ai`),
		sayings:   words(`dit déclaré affirmé annoncé indiqué expliqué assuré ajouté estimé selon précisé démenti confirmé prétendu`),
	},
	"es": {
		months: words(`enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre`),
		dates:  words(`lunes martes miércoles jueves viernes sábado domingo ayer hoy mañana mediodía medianoche`),
		years:  words(`en desde hasta año años fines principios de entre`),
		figures: spelled(`dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho
diecinueve`, `veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa`, `cien hundred ciento hundred cientos hundred mil thousand
miles thousand millón million millones million docena dozen mitad half tercio third cuarto quarter`),
		negations: words(`no nunca jamás ningún ninguno ninguna nada nadie ni sin tampoco apenas`),
		sayings:   words(`dijo dijeron declaró afirmó aseguró anunció explicó añadió según indicó señaló confirmó negó advirtió`),
	},
	"it": {
		months: words(`gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre`),
		dates:  words(`lunedì martedì mercoledì giovedì venerdì sabato domenica ieri oggi domani mezzogiorno mezzanotte`),
		years:  words(`nel dal del al anno fine inizio dopo prima`),
		figures: spelled(`due tre quattro cinque 6 sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette
diciotto diciannove`, `venti trenta quaranta cinquanta sessanta settanta ottanta novanta`, `cento hundred mille thousand mila thousand
migliaia thousand milione million milioni million miliardo billion miliardi billion dozzina dozen metà half terzo third quarto quarter`),
		negations: words(`non mai nessuno nessun nessuna niente nulla né senza neanche nemmeno`),
		sayings:   words(`detto disse dichiarato affermato annunciato spiegato aggiunto confermato negato sostenuto`),
	},
	"pt": {
		months: words(`janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro`),
		dates:  words(`segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo ontem hoje amanhã meia-noite`),
		years:  words(`em desde até ano anos de entre`),
		figures: spelled(`dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito
dezenove`, `vinte trinta quarenta cinquenta sessenta setenta oitenta noventa`, `cem hundred cento hundred centenas hundred mil thousand
milhares thousand milhão million milhões million bilhão billion bilhões billion dúzia dozen metade half terço third quarto quarter duas 2
dezasseis 16 dezassete 17 dezanove 19`),
		negations: words(`não nunca jamais nenhum nenhuma nada ninguém nem sem tampouco`),
		sayings:   words(`disse disseram declarou afirmou anunciou explicou acrescentou confirmou negou alertou`),
	},
	"nl": {
		months: words(`januari februari maart april mei juni juli augustus september oktober november december`),
		dates:  words(`maandag dinsdag woensdag donderdag vrijdag zaterdag zondag gisteren vandaag morgen middernacht`),
		years:  words(`in sinds tot van jaar jaren eind begin voor na`),
		figures: spelled(`twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien
negentien`, `twintig dertig veertig vijftig zestig zeventig tachtig negentig`, `honderd hundred honderden hundred duizend thousand duizenden
thousand miljoen million miljard billion procent % dozijn dozen helft half derde third kwart quarter`),
		negations: words(`niet niets nooit geen niemand noch zonder nauwelijks`),
		sayings:   words(`zei zeiden verklaarde meldde aldus volgens bevestigde ontkende waarschuwde`),
	},
}
