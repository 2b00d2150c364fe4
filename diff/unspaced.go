package diff

import (
	"strings"

	"variorum/text"
)

// What a reader checks first is told by other means in scripts without blanks:
// by a word within the changed words, by a number in Han characters, by what is
// counted.

// numeral reports what a number in Han characters at the start of s is about,
// its length, 0 where there is none, and its value.
func numeral(s string) (n int, about Tags, value string) {
	n, value = text.Numeral(s)
	switch {
	case n == 0:
		return 0, 0, ""
	case text.TimeOf(s[n:]):
		return n, Date, ""
	}
	return n, Number, value
}

// placesInTime reports whether what follows a figure makes it a date or an hour.
func placesInTime(after string) bool {
	if text.TimeOf(after) {
		return true
	}
	after = strings.TrimLeft(after, " ")
	for _, m := range thaiMonths {
		if strings.HasPrefix(after, m) {
			return true
		}
	}
	return false
}

// mentions returns what the words of a stretch of text are about.
func mentions(s string) Tags {
	s = lookalikes.Replace(s)
	var out Tags
	for _, m := range mentioned {
		for _, w := range m.words {
			if strings.Contains(s, w) {
				out |= m.about
				break
			}
		}
	}
	return out
}

// saysLittle reports whether a word stands in any sentence: a particle, an
// ending, or what else is written in hiragana alone.
func saysLittle(key string) bool {
	if key == "" || key[0] < 0xe0 {
		return false
	}
	kana := true
	for _, r := range key {
		kana = kana && r >= 0x3041 && r <= 0x309f
	}
	return kana || particles[key]
}

func fields(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

var (
	particles = fields(`的 了 着 过 過 地 得 之 所 在 于 於 从 從 自 到 向 把 被 将 將 对 對 为 為 与 與 和 及 或 而 但 是 也 都 就 又 等
ที่ และ ของ ใน การ ความ จะ ได้ เป็น ว่า ให้ กับ จาก โดย แต่ หรือ ก็ แล้ว อยู่ คือ ซึ่ง นี้ นั้น เมื่อ เพื่อ ต่อ ด้วย มี ไป มา`)

	thaiMonths  = strings.Fields(`มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม`)
	thaiFigures = numbered(`สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ`, ``, `ร้อย พัน หมื่น แสน ล้าน`)

	mentioned = []struct {
		about Tags
		words []string
	}{
		{Date, append(strings.Fields(`今天 昨天 明天 今日 昨日 明日 今晚 昨晚 今年 去年 明年 昨年 来年 今月 先月 来月 周一 周二 周三 周四 周五 周六 周日 星期 曜日
上午 下午 午前 午後 วันนี้ เมื่อวาน พรุ่งนี้ วันจันทร์ วันอังคาร วันพุธ วันพฤหัสบดี วันศุกร์ วันเสาร์ วันอาทิตย์`), thaiMonths...)},
		{Negation, strings.Fields(`不 没 沒 無 无 非 未 否认 否認 否定 拒绝 拒絕 拒否 ない なかっ なく ません ไม่ มิได้ ห้าม อย่า ปฏิเสธ`)},
		{Attribution, strings.Fields(`说 說 表示 指出 宣布 声称 聲稱 宣称 否认 否認 承认 承認 透露 强调 強調 述べ 明らかに 主張 語っ 認め กล่าว ระบุ อ้าง ยืนยัน ปฏิเสธ`)},
	}

	// lookalikes hold a character that means something else in them.
	lookalikes = strings.NewReplacer(pairs(`不同 不断 不斷 不仅 不僅 不但 不过 不過 不久 不少 不论 不論 不管 少ない 非常 非洲 未来 未來 无论 無論 无人机 無人機
沉没 沉沒 淹没 没收 小说 小說 说明 說明 说服 อย่าง`)...)
)

// pairs lists each word and, behind it, what takes its place: a blank.
func pairs(s string) []string {
	var out []string
	for _, w := range strings.Fields(s) {
		out = append(out, w, " ")
	}
	return out
}
