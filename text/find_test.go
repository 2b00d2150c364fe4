package text

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Each text is written with its matches in brackets.
func TestPattern(t *testing.T) {
	for _, test := range []struct{ pattern, want string }{
		{"river", "[River], [river] and [RIVER]s"},
		{"River", "[River], river and RIVER"},
		{"the river", "on [the  river], [the\u00a0river] and [the\triver]"},
		{`"we`, "[“We] and [\"we], [«we], [„we]"},
		{"don't", "[don’t], [don't], [donʼt]"},
		{"1914-18", "[1914–18], [1914-18], [1914—18]"},
		{"--", "a [—] b [--] c"},
		{"so...", "[so…] and [so...] but so.. no"},
		{"café", "[café], [cafe\u0301], [CAFÉ], not cafe"},
		{"cafe", "[cafe], [café], [cafe\u0301] and [CAFÉ]s"},
		{"e", "[e], [é], [e\u0301] and [e\u0323\u0302]"},
		{"Zurich", "[Zurich], [Zürich], [Zu\u0308rich], not zürich"},
		{"Zürich", "[Zürich], [Zu\u0308rich], not Zurich"},
		{"cafe zürich", "[cafe Zürich], not café Zürich and not cafe Zurich"},
		{"viet nam", "[Việt Nam], [Vie\u0323\u0302t Nam]"},
		{"lodz orsted", "[Łódź Ørsted], [Lodz Orsted]"},
		{"αθηνα", "[Αθήνα], [ΑΘΗΝΑ]"},
		{"елка", "[ёлка], [елка], [е\u0308лка]"},
		{"мои", "[мои], not мой and not мои\u0306"},
		{"שלום", "[שלום], [שָׁלוֹם]"},
		{"كتب", "[كتب], [كَتَبَ]"},
		{"か", "[か], not が and not か\u3099"},
		{"한", "[한], not 하"},
		{"=", "[=], not ≠"},
		{"missile", "[mis\u00adsile], [mis\u200bsile]"},
		{"abc", "[abc], [ａｂｃ]"},
		{"ångström", "[Ångström], [A\u030angstro\u0308m], [\u212bngström]"},
		{"москва", "[Москва], [МОСКВА]"},
		{"漢字", "[漢字]と[漢字]"},
		{"aa", "[aa][aa]a"},
		{"a a", "[a a] a"},
		{" to", "go[ to] it,[  to] the quay"},
		{"", "nothing"},
		{" ", "nothing at all"},
		{"\u00ad", "nothing"},
	} {
		s := strings.NewReplacer("[", "", "]", "").Replace(test.want)
		var got strings.Builder
		at := 0
		for _, m := range NewPattern(test.pattern).Append(nil, s) {
			got.WriteString(s[at:m.Start] + "[" + s[m.Start:m.End] + "]")
			at = m.End
		}
		if got.WriteString(s[at:]); got.String() != test.want {
			t.Errorf("%q is found at %q, want %q", test.pattern, got.String(), test.want)
		}
	}
}

// TestPatternAccents checks that a letter finds itself with any accent, whatever
// bytes that begins with; but for signs of phonetics.
func TestPatternAccents(t *testing.T) {
	for r := rune(0xc0); r < 0x2000; r++ {
		d := []rune(norm.NFD.String(string(r)))
		if len(d) < 2 || d[0] >= 0x250 && d[0] < 0x370 || !unicode.IsLetter(d[0]) || !isAccent(d[1]) || unaccented(d[0]) != d[0] || r == 'й' || r == 'Й' {
			continue
		}
		for _, s := range []string{string(r), string(d)} {
			if at := NewPattern(string(d[0])).Append(nil, "a-"+s+"-a"); !slices.Contains(at, Span{2, 2 + len(s)}) {
				t.Errorf("%q is found in a-%s-a at %v", d[0], s, at)
			}
		}
	}
}

// TestPatternAcross checks that a blank of a pattern stands for the end of a block,
// too. Blocks are parted by a stroke, and a part that goes on begins with (.
func TestPatternAcross(t *testing.T) {
	for _, test := range []struct{ pattern, want string }{
		{"end. Next", "at the [end.]|(Next] day"},
		{"the end.  next day. then", "at [the end.]|(Next day.]|(Then], or the end.|Next day"},
		{"end next", "the end.|Next the end|of it"},
		{"at at b", "at|[at]|(at]|(b]"},
		{"endnext", "the end|next"},
		{"end ", "the [end]|of the [end]|"},
		{" next", "end|next[ next]"},
	} {
		var blocks []Block
		for s := range strings.SplitSeq(strings.NewReplacer("[", "", "]", "", "(", "").Replace(test.want), "|") {
			blocks = append(blocks, Block{Text: s})
		}
		var got strings.Builder
		b, end := 0, 0
		to := func(block, at int) {
			for ; b < block; b, end = b+1, 0 {
				got.WriteString(blocks[b].Text[end:] + "|")
			}
			got.WriteString(blocks[b].Text[end:at])
			end = at
		}
		for m := range NewPattern(test.pattern).Find(blocks) {
			to(m.Block, m.Start)
			got.WriteString(map[bool]string{false: "[", true: "("}[m.GoesOn])
			to(m.Block, m.End)
			got.WriteString("]")
		}
		if to(len(blocks)-1, len(blocks[len(blocks)-1].Text)); got.String() != test.want {
			t.Errorf("%q is found at %q, want %q", test.pattern, got.String(), test.want)
		}
	}
}

// FuzzPattern checks that places are in order and within the text.
func FuzzPattern(f *testing.F) {
	f.Add("the quay", "On the quay — the\u00a0Quay …")
	f.Add("e\u0301", "e\u0301\u0301 é")
	f.Fuzz(func(t *testing.T, pattern, s string) {
		p := NewPattern(pattern)
		end := 0
		for _, m := range p.Append(nil, s) {
			if m.Start < end || m.End <= m.Start || m.End > len(s) {
				t.Fatalf("%q stands at %v in %q", pattern, m, s)
			}
			end = m.End
		}
	})
}

func BenchmarkPattern(b *testing.B) {
	s := strings.Repeat("The ferry between Kelde and Oslet will sail again in April, “almost” nine years after the last crossing. ", 60_000)
	for _, pattern := range []string{"e", "the", "ferry between", "zeppelin", "“"} {
		b.Run(pattern, func(b *testing.B) {
			p := NewPattern(pattern)
			b.SetBytes(int64(len(s)))
			var places []Span
			for b.Loop() {
				places = p.Append(places[:0], s)
			}
		})
	}
}
