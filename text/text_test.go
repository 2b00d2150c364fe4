package text

import (
	"strings"
	"testing"

	"github.com/clipperhouse/uax29/v2/sentences"
)

func pieces(s string) string {
	var out []string
	for _, t := range Tokens(s) {
		out = append(out, s[t.Start:t.End])
	}
	return strings.Join(out, "|")
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"It cost $1,250.50, up 3.5%.", "It|cost|$1,250.50|,|up|3.5%|."},
		{"At 8:55 a.m. (07:55 GMT) on 2031-03-04.", "At|8:55|a.m.|(|07:55|GMT|)|on|2031-03-04|."},
		{"The U.S.-led force; the U.S.", "The|U.S.-led|force|;|the|U.S."},
		{"don't rock’n’roll ‘quoted’", "don't|rock’n’roll|‘|quoted|’"},
		{"Half promises . . . we", "Half|promises|. . .|we"},
		{"and\u2009.\u2009.\u2009.\u2009so… then....", "and|.\u2009.\u2009.|so|…|then|...."},
		{"one -- two — three", "one|--|two|—|three"},
		{"the end.The next", "the|end|.|The|next"},
		{"Vale‚Äôs “own”", "Vale‚Äôs|“|own|”"},
		{"naïve cafe\u0301 élan", "naïve|cafe\u0301|élan"},
		{"東京は広い", "東|京|は|広|い"},
		{"読んでいることも増やすべきだと述べた。", "読|んでいる|こと|も|増|やすべきだ|と|述|べた|。"},
		{"ทหารรัสเซียโจมตีเมืองท่าเมื่อวันที่ 10 มกราคม", "ทหาร|รัสเซีย|โจมตี|เมือง|ท่า|เมื่อ|วันที่|10|มกราคม"},
		{"เซเลนสกีพบกับเด็กๆ", "เซเลนสกี|พบ|กับ|เด็กๆ"},
		{"ໂຮງຮຽນ ខ្មែរ မြန်မာ", "ໂຮ|ງ|ຮ|ຽ|ນ|ខ្មែ|រ|မြန်|မာ"},
		{"", ""},
		{" \t\n", ""},
	} {
		if got := pieces(c.in); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

func TestLookAlike(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{{"attack", "аttаck", true}, {"rubles", "rubлes", false}, {"attack", "attack", false}, {"Ω", "O", false}, {"ΑΒΒΑ", "ABBA", true}} {
		if got := LookAlike(c.a, c.b); got != c.want {
			t.Errorf("%q and %q look alike: %v", c.a, c.b, got)
		}
	}
}

func TestKeys(t *testing.T) {
	for _, c := range []struct{ a, b string }{
		{"Vale‚Äôs", "vale's"},
		{"Valeâ€™s", "Vale’s"},
		{". . .", "…"},
		{"…", "..."},
		{"—", "--"},
		{"“", "\""},
		{"cafe\u0301", "café"},
		{"dis\u00adarm", "Disarm"},
		{"「", "“"},
		{"１０", "10"},
	} {
		if Key(c.a) != Key(c.b) {
			t.Errorf("%q and %q have the keys %q and %q", c.a, c.b, Key(c.a), Key(c.b))
		}
	}
	for _, c := range []struct{ a, b string }{{".", "..."}, {"'", "\""}, {"-", "–-x"}, {"аn", "an"}, {"resume", "résumé"}} {
		if Key(c.a) == Key(c.b) {
			t.Errorf("%q and %q have the same key %q", c.a, c.b, Key(c.a))
		}
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Dr. Ann R. Roe left. She flew.", "Dr. Ann R. Roe left.|She flew."},
		{"The U.S. Army stayed. He left the U.S. The war went on.", "The U.S. Army stayed.|He left the U.S.|The war went on."},
		{"They met at 8:55 a.m. (07:55 GMT). All sat.", "They met at 8:55 a.m. (07:55 GMT).|All sat."},
		{"“Will it hold?” Roe asked. “No.” She left.", "“Will it hold?” Roe asked.|“No.”|She left."},
		{"“Go!” he said. Then… nothing. Half . . . We go.", "“Go!” he said.|Then… nothing.|Half . . .|We go."},
		{"The rate was 2.5 per cent. It fell.", "The rate was 2.5 per cent.|It fell."},
		{"See No. 5. Then Fig. 2.", "See No. 5.|Then Fig. 2."},
		{"これは文です。次の文です。", "これは文です。|次の文です。"},
		{"The firm of Messrs. Roe left. It was approx. 5 miles.", "The firm of Messrs. Roe left.|It was approx. 5 miles."},
		{"1. The Seller delivers. B. The Buyer pays. IV. Title passes.", "1. The Seller delivers.|B. The Buyer pays.|IV. Title passes."},
		{"MARTA. Who is there? It was 1. Then 2 came.", "MARTA. Who is there?|It was 1.|Then 2 came."},
		{"「もう遅い。」と彼は言った。会は終わった。", "「もう遅い。」と彼は言った。|会は終わった。"},
		{"“不行。”他说。“我们走！”iPhone没带。", "“不行。”他说。|“我们走！”|iPhone没带。"},
		{"『本当？』彼女は笑った。", "『本当？』|彼女は笑った。"},
		{"Am 3. März, z. B. im 19. Jahrhundert, fuhr er. Vgl. Nr. 5. Danach kam er.", "Am 3. März, z. B. im 19. Jahrhundert, fuhr er.|Vgl. Nr. 5.|Danach kam er."},
		{"We chose plan b. I went.", "We chose plan b.|I went."},
		{"One sentence without an end", "One sentence without an end"},
	} {
		var out []string
		for _, s := range Sentences(c.in) {
			out = append(out, c.in[s.Start:s.End])
		}
		if got := strings.Join(out, "|"); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

func TestWords(t *testing.T) {
	for _, c := range []struct {
		in   string
		want int
	}{{"The Intermediate-Range treaty, (2019) — gone.", 5}, {"Roe/Agency © 2031", 2}, {"東京は", 3}, {"— * …", 0}} {
		if got := Words(c.in); got != c.want {
			t.Errorf("%q: %d words, want %d", c.in, got, c.want)
		}
	}
}

// Whatever the text, tokens and sentences are in order and lose nothing but
// white space.
func FuzzSegmentation(f *testing.F) {
	f.Add("Dr. Roe’s “plan” . . . fell — 3.5% \u00a0 U.S.-led")
	f.Add("Vale‚Äôs â€œown Ã©\xff\x80 東京 👩‍🚀")
	f.Add("会談を行った。“三十人” ทหารโจมตีเมือง ខ្មែរ ドナルド・マーロウ")
	f.Fuzz(func(t *testing.T, s string) {
		at := 0
		for _, tok := range Tokens(s) {
			if tok.Start < at || tok.End <= tok.Start {
				t.Fatalf("token %d..%d after %d", tok.Start, tok.End, at)
			}
			if bare(s[at:tok.Start]) != "" {
				t.Fatalf("lost %q", s[at:tok.Start])
			}
			if tok.Glued != (tok.Start == at && at > 0) && tok.Start > 0 && at > 0 {
				t.Fatalf("glued is wrong at %d", tok.Start)
			}
			at = tok.End
		}
		if bare(s[at:]) != "" {
			t.Fatalf("lost %q", s[at:])
		}
		n := 0
		for _, tok := range Tokens(s) {
			n += tok.Counts
		}
		if got := Words(s); got != n {
			t.Fatalf("%d words, and %d tokens that count", got, n)
		}
		at = 0
		for _, span := range Sentences(s) {
			if span.Start < at || span.End <= span.Start || bare(s[at:span.Start]) != "" {
				t.Fatalf("sentence %v after %d", span, at)
			}
			at = span.End
		}
		if bare(s[at:]) != "" {
			t.Fatalf("lost %q", s[at:])
		}
	})
}

// On plain lines the short rules and the library's tables say the same.
func FuzzBoundary(f *testing.F) {
	f.Add("Dr. Roe left (at 5 p.m.) . Why? \"Go!\" he said. a.B 2.5 .5 x.. Y - ; .,")
	f.Add("“It is.” ‘So?’ – he said. — “Now.” Then.” ‘x. Y’s Z.")
	f.Add("He said: \"No.\" (Yes.) Then - . . . it ended")
	f.Fuzz(func(t *testing.T, s string) {
		if !isPlainLine(s) {
			return
		}
		start := 0
		for it := sentences.FromString(s); it.Next(); start = it.End() {
			if got := plainBoundary(s, start); got != it.End() {
				t.Fatalf("%q: after %d a boundary at %d, UAX #29 has it at %d", s, start, got, it.End())
			}
		}
	})
}

func bare(s string) string {
	out := ""
	for i := 0; i < len(s); {
		if n := space(s[i:]); n > 0 {
			i += n
			continue
		}
		out += s[i : i+1]
		i++
	}
	return out
}

func BenchmarkTokens(b *testing.B) {
	s := strings.Repeat("The committee, which met on Monday, said “nothing at all” about the $1,250 plan. ", 1000)
	b.SetBytes(int64(len(s)))
	var dst []Token
	for b.Loop() {
		dst = AppendTokens(dst[:0], s)
	}
}

func BenchmarkSentences(b *testing.B) {
	s := strings.Repeat("The committee, which met on Monday, said nothing at all about the $1,250 plan. ", 1000)
	b.SetBytes(int64(len(s)))
	var dst []Span
	for b.Loop() {
		dst = AppendSentences(dst[:0], s)
	}
}

// TestMisread holds that a text of which all is damaged is mended, in any script,
// and that no sound text is touched.
func TestMisread(t *testing.T) {
	for _, c := range []struct{ damaged, was, as string }{
		{"cafÃ© dÃ©jÃ\u00a0 vu", "café déjà vu", "Windows-1252"},
		{"cafÃƒÂ© dÃƒÂ©jÃƒÂ\u00a0 vu", "café déjà vu", "Windows-1252"},
		{"Ð¿Ð°Ñ€Ð¾Ð¼", "паром", "Windows-1252"},
		{"–ø–∞—Ä–æ–º", "паром", "Mac Roman"},
		{"æ¸¡è½® æ¸¡è½®", "渡轮 渡轮", "Windows-1252"},
	} {
		if was, as := Misread(c.damaged); was != c.was || as != c.as {
			t.Errorf("%q was %q, by %q", c.damaged, was, as)
		}
	}
	for _, sound := range []string{
		"", "plain", "café déjà vu", "паром", "“So,” he said — “café…”",
		"—Ça va? —Ça ira. —Ça, c’est autre chose. —Ça",
		"One writes Ã© where é was meant, Ã¨ for è and Ã¡ for á.",
		"Ã©", // too little to go by
		"MANHÃ\u00a0DE NOVO", "«État» «Été» «École»",
	} {
		if was, as := Misread(sound); was != sound || as != "" {
			t.Errorf("%q was taken for %q, by %q", sound, was, as)
		}
	}
}
