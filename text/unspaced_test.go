package text

import (
	"strings"
	"testing"

	"github.com/clipperhouse/uax29/v2/words"
)

// units shows the words of a text as a vocabulary made of it tells them.
func units(s string) string {
	toks := Tokens(s)
	inner := map[int]bool{}
	Learn([]Block{{Text: s}}).Inner(s, toks, func(i int) { inner[i] = true })
	var b strings.Builder
	for i, t := range toks {
		if i > 0 && !inner[i] {
			b.WriteByte('|')
		}
		b.WriteString(s[t.Start:t.End])
	}
	return b.String()
}

func TestVocabulary(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"双方代表在谈判中没有提出新的条件", "双方|代表|在|谈判|中|没有|提出|新|的|条件"},
		{"据瓦雅报道，瓦雅下午抵达", "据|瓦雅|报道|，|瓦雅|下午|抵达"},                 // learned
		{"王小明于2031年1月10日辞职", "王小明|于|2031年1月10日|辞职"},            // no list has it
		{"百分之五的人，三十人，３人，20万美元", "百分之五|的|人|，|三十人|，|３人|，|20万美元"}, // numbers
		{"外務省は首脳会談を行ったと発表した", "外務省|は|首脳|会談|を|行った|と|発表|した"},     // endings
		{"ドナルド・マーロウ氏は10日間で3カ月分", "ドナルド・マーロウ|氏|は|10日間|で|3カ月|分"}, // names
		{"คน 3 คน in 2031年", "คน|3|คน|in|2031年"},
	} {
		if got := units(c.in); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

func TestNumeral(t *testing.T) {
	for _, c := range []struct {
		in, number, value string
	}{
		{"三十人", "三十", "30"}, {"一百二十三", "一百二十三", "123"}, {"二〇二二年", "二〇二二", "2022"}, {"两万五千元", "两万五千", "25000"},
		{"百分之五", "百分之五", "5%"}, {"十二億", "十二億", "1200000000"}, {"三星", "", ""}, {"一定", "", ""}, {"10", "", ""},
	} {
		n, value := Numeral(c.in)
		if c.in[:n] != c.number || value != c.value {
			t.Errorf("%q: %q of the value %q, want %q of %q", c.in, c.in[:n], value, c.number, c.value)
		}
	}
}

// However the letters are gathered, what is counted are the words of UAX #29.
func TestCountsStay(t *testing.T) {
	for _, s := range []string{
		"ทหารรัสเซียโจมตีเมืองท่าและเซเลนสกีพบกับเด็กๆ", "読んでいることも増やすべきだとらーめん屋は述べた", "双方代表在谈判中没有提出新的条件",
		"ໂຮງຮຽນ", "ខ្មែរ", "မြန်မာ", strings.Repeat("あ", 200),
	} {
		want := 0
		for it := words.FromString(s); it.Next(); {
			if Unspaced(it.Value()) {
				want++
			}
		}
		if got := Words(s); got != want {
			t.Errorf("%q: %d words, want %d", s, got, want)
		}
	}
}
