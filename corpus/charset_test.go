package corpus

import (
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// TestEncodings saves an article in the encodings that its language was written
// in, and reads it again.
func TestEncodings(t *testing.T) {
	for _, c := range []struct {
		name, article string
		in            []encoding.Encoding
	}{
		{"English", "The council said on Monday that the “old ferry” would sail again — almost nine years after the last crossing. It won’t be cheap: the lease costs £2.4 million a year, and the café on the quay will open in April.",
			[]encoding.Encoding{charmap.Windows1252, charmap.Macintosh, charmap.Windows1254, charmap.Windows1258, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
				unicode.UTF16(unicode.BigEndian, unicode.UseBOM), unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
				utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), unicode.UTF8BOM, simplifiedchinese.GB18030}},
		{"French", "Le conseil a déclaré lundi que l’ancien ferry naviguerait à nouveau, près de neuf ans après la dernière traversée. Ce ne sera pas bon marché, et le café sur le quai ouvrira en avril, à côté de l’école où les élèves étudient.",
			[]encoding.Encoding{charmap.Windows1252, charmap.Macintosh}},
		{"French in plain marks", "Le conseil a déclaré que le ferry naviguerait à nouveau, près de neuf ans après la dernière traversée, et que le café ouvrira à côté de l'école où les élèves étudient.",
			[]encoding.Encoding{charmap.ISO8859_1, charmap.ISO8859_15, charmap.CodePage850, charmap.CodePage437}},
		{"German", "Der Gemeinderat erklärte am Montag, dass die alte Fähre wieder fahren werde, fast neun Jahre nach der letzten Überfahrt. Billig wird es nicht: Das Café an der Straße öffnet im März für die Gäste.",
			[]encoding.Encoding{charmap.Windows1252, charmap.ISO8859_1, charmap.Macintosh, charmap.CodePage850}},
		{"Polish", "Rada miasta ogłosiła w poniedziałek, że stary prom znów popłynie, prawie dziewięć lat po ostatniej przeprawie. Nie będzie to tanie: dzierżawa kosztuje 2,4 miliona rocznie, a kawiarnia na nabrzeżu zostanie otwarta w kwietniu.",
			[]encoding.Encoding{charmap.Windows1250, charmap.ISO8859_2, charmap.CodePage852}},
		{"Czech", "Rada v pondělí oznámila, že starý přívoz znovu vypluje, téměř devět let po poslední plavbě. Nebude to levné: pronájem stojí 2,4 milionu ročně a kavárna na nábřeží se otevře v dubnu, řekl předseda přístavu.",
			[]encoding.Encoding{charmap.Windows1250, charmap.ISO8859_2}},
		{"Turkish", "Belediye meclisi pazartesi günü eski feribotun son seferden yaklaşık dokuz yıl sonra yeniden yola çıkacağını açıkladı. Ucuz olmayacak: kira yılda 2,4 milyon ve rıhtımdaki kafe nisanda açılacak.",
			[]encoding.Encoding{charmap.Windows1254, charmap.ISO8859_9}},
		{"Russian", "Совет сообщил в понедельник, что старый паром снова пойдёт почти через девять лет после последнего рейса. Это будет недёшево: аренда стоит 2,4 миллиона в год, а кафе на набережной откроется в апреле.",
			[]encoding.Encoding{charmap.Windows1251, charmap.KOI8R, charmap.ISO8859_5, charmap.CodePage866, charmap.MacintoshCyrillic}},
		{"Greek", "Το συμβούλιο ανακοίνωσε τη Δευτέρα ότι το παλιό πλοίο θα ταξιδέψει ξανά, σχεδόν εννέα χρόνια μετά το τελευταίο ταξίδι. Δεν θα είναι φθηνό: η μίσθωση κοστίζει 2,4 εκατομμύρια τον χρόνο.",
			[]encoding.Encoding{charmap.Windows1253, charmap.ISO8859_7}},
		{"Hebrew", "המועצה הודיעה ביום שני כי המעבורת הישנה תפליג שוב, כמעט תשע שנים לאחר ההפלגה האחרונה. זה לא יהיה זול.",
			[]encoding.Encoding{charmap.Windows1255, charmap.ISO8859_8}},
		{"Arabic", "أعلن المجلس يوم الاثنين أن العبارة القديمة ستبحر مرة أخرى بعد ما يقرب من تسع سنوات على آخر رحلة. لن يكون ذلك رخيصا.",
			[]encoding.Encoding{charmap.Windows1256, charmap.ISO8859_6}},
		{"Japanese", "市議会は月曜日、古いフェリーが最後の航海からほぼ九年ぶりに再び運航すると発表した。費用は安くない。年間の賃料は二百四十万クラウンである。",
			[]encoding.Encoding{japanese.EUCJP, japanese.ISO2022JP, japanese.ShiftJIS}},
		{"Chinese", "市议会周一表示，旧渡轮将在最后一次航行近九年后再次启航。费用不菲：租金每年二百四十万克朗。码头上的咖啡馆将于四月开业。",
			[]encoding.Encoding{simplifiedchinese.GBK, simplifiedchinese.GB18030}},
		{"Chinese of Taiwan", "市議會週一表示，舊渡輪將在最後一次航行近九年後再次啟航。費用不菲：租金每年二百四十萬克朗。碼頭上的咖啡館將於四月開業。",
			[]encoding.Encoding{traditionalchinese.Big5}},
		{"Korean", "시의회는 월요일 오래된 여객선이 마지막 항해 이후 거의 9년 만에 다시 운항할 것이라고 밝혔다. 임대료는 연간 240만 크라운이다.",
			[]encoding.Encoding{korean.EUCKR}},
		{"Thai", "สภาเมืองแถลงเมื่อวันจันทร์ว่าเรือข้ามฟากลำเก่าจะออกเดินเรืออีกครั้งหลังจากเที่ยวสุดท้ายเกือบเก้าปี",
			[]encoding.Encoding{charmap.Windows874}},
	} {
		for _, e := range c.in {
			saved, err := e.NewEncoder().String(c.article)
			if err != nil {
				t.Errorf("%s cannot be written in %v: %v", c.name, e, err)
				continue
			}
			if got, err := decode(saved); err != nil || got != c.article {
				t.Errorf("%s in %v is read as\n%s (error %v)", c.name, e, got, err)
			}
		}
	}
}

// TestShortTexts does so for texts of a few words, in which less tells the
// encodings apart.
func TestShortTexts(t *testing.T) {
	for _, c := range []struct {
		article string
		in      []encoding.Encoding
	}{
		{"Паром остаётся в порту.\n\nНачальник порта заявил, что не откроет канал, пока не сойдёт лёд. Люди ждут уже три недели, и никто ничего не говорит.",
			[]encoding.Encoding{charmap.Windows1251, charmap.KOI8R, charmap.CodePage866, charmap.ISO8859_5, charmap.MacintoshCyrillic}},
		{"Мост закрыт до марта", []encoding.Encoding{charmap.Windows1251, charmap.CodePage866}},
		{"Міст закрито до березня. Його відкриють, коли зійде лід, а люди їздять навколо.", []encoding.Encoding{charmap.Windows1251}},
		{"Мостът е затворен до март. Кметът каза, че хората ще чакат и няма да бързат.", []encoding.Encoding{charmap.Windows1251}},
		{"Die Fähre bleibt im Hafen. Die Leute müssen warten, und niemand sagt ihnen, wie lange das dauern dürfte.",
			[]encoding.Encoding{charmap.CodePage437, charmap.CodePage850, charmap.Windows1252, charmap.Macintosh}},
		{"Brücke gesperrt", []encoding.Encoding{charmap.CodePage437, charmap.Windows1252}},
		{"Der Größte unter den Fischen ist nicht der Klügste.", []encoding.Encoding{charmap.CodePage437, charmap.CodePage850, charmap.ISO8859_1}},
		{"Le pont est fermé jusqu'en mars, et les gens se plaignent à la mairie.", []encoding.Encoding{charmap.CodePage437, charmap.Windows1252, charmap.Macintosh}},
		{"Most będzie zamknięty do marca, a ludzie się skarżą.", []encoding.Encoding{charmap.Windows1250, charmap.ISO8859_2, charmap.CodePage852}},
		{"Most će biti zatvoren do ožujka, a ljudi se žale.", []encoding.Encoding{charmap.Windows1250}},
		{"Köprü mart ayına kadar kapalı ve halk bu konuda şikâyet ediyor.", []encoding.Encoding{charmap.Windows1254}},
	} {
		for _, e := range c.in {
			saved, err := e.NewEncoder().String(c.article)
			if err != nil {
				t.Fatalf("%q cannot be written in %v: %v", c.article, e, err)
			}
			if got, err := decode(saved); err != nil || got != c.article {
				t.Errorf("%q in %v is read as\n%s (error %v)", c.article, e, got, err)
			}
		}
	}
}

// In a few words a sign, a letter by itself or capitals alone tell the encoding.
func TestFewWords(t *testing.T) {
	for s, in := range map[string][]encoding.Encoding{
		"It cost £40 and no more than that.":                {charmap.Windows1252, charmap.Macintosh, charmap.CodePage437},
		"“We will not go,” she said – and went.":            {charmap.Windows1252, charmap.Macintosh},
		"The euro fell to €1.05 on Tuesday.":                {charmap.Windows1252, charmap.Macintosh},
		"The temperature fell to 5° in the valley.":         {charmap.Windows1252, charmap.Macintosh, charmap.CodePage850},
		"Le ferry reste à quai parce que le vent est fort.": {charmap.Windows1252, charmap.Macintosh, charmap.CodePage437, charmap.CodePage850},
		"¿Qué pasó?":      {charmap.Windows1252, charmap.CodePage437, charmap.CodePage850},
		"ПОЖАР НА СКЛАДЕ": {charmap.Windows1251, charmap.CodePage866, charmap.ISO8859_5},
		"Пором залишається в порту, бо вітер надто сильний.": {charmap.Windows1251, charmap.KOI8U},
		"東京で火事があった。": {japanese.ShiftJIS, japanese.EUCJP},
		"À Paris":    {charmap.Windows1252, charmap.CodePage850},
	} {
		for _, e := range in {
			data, err := e.NewEncoder().String(s)
			if err != nil {
				t.Fatal(err)
			}
			if got := legacy(data); got != s {
				t.Errorf("%v: %q is read as %q", e, s, got)
			}
		}
	}
}
