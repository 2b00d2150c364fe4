package text

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Numeral returns the length of the number in Han characters that s begins
// with, 0 where there is none, and its value in figures. One character alone is
// a number only where something is counted by it: 三 in 三人, but not in 三星.
func Numeral(s string) (length int, value string) {
	rest, percent := strings.CutPrefix(s, "百分之")
	i, chars := len(s)-len(rest), 0
	total, section, digit, places := 0, 0, 0, ""
	for i < len(s) && chars < 16 {
		r, n := utf8.DecodeRuneInString(s[i:])
		if v, ok := digits[r]; ok {
			digit = v
			places += strconv.Itoa(v)
		} else if v, ok := powers[r]; ok {
			places = ""
			if v < 10_000 {
				section += max(digit, 1) * v
			} else {
				total, section = total+max(section+digit, 1)*v, 0
			}
			digit = 0
		} else {
			break
		}
		i, chars = i+n, chars+1
	}
	switch {
	case chars == 0, chars == 1 && !percent && Measure(s[i:]) == 0:
		return 0, ""
	case len(places) == chars: // 二〇二二, digit by digit
		value = places
	default:
		value = strconv.Itoa(total + section + digit)
	}
	if percent {
		value += "%"
	}
	return i, value
}

// Measure returns the length of what s begins with when it follows a number:
// the larger powers, and the word for what is counted.
func Measure(s string) int {
	n := 0
	for n < len(s) {
		r, k := utf8.DecodeRuneInString(s[n:])
		if powers[r] == 0 && r != '多' && r != '余' && r != '餘' {
			break
		}
		n += k
	}
	best, rest := 0, s[n:]
	for k := 1; k <= min(len(rest), maxMeasure); k++ {
		if measures[rest[:k]] {
			best = k
		}
	}
	return n + best
}

// TimeOf reports whether a number before s places something in time: 10日, but
// not 10日間.
func TimeOf(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	if !strings.ContainsRune("年月日号號時时", r) {
		return false
	}
	r, _ = utf8.DecodeRuneInString(s[n:])
	return r != '間' && r != '间'
}

var (
	digits = map[rune]int{'〇': 0, '零': 0, '一': 1, '二': 2, '两': 2, '兩': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9}
	powers = map[rune]int{'十': 10, '百': 100, '千': 1000, '万': 1e4, '萬': 1e4, '亿': 1e8, '億': 1e8, '兆': 1e12}

	measures = set(`年 月 日 号 號 时 時 分 秒 点 點 周 週 天 年間 年间 年代 日間 日间 時間 时间 週間 个月 個月 か月 カ月 ヶ月 小时 小時 分钟 分鐘 分間 周年 年度
人 名 个 個 位 岁 歲 才 次 回 度 倍 成 割 件 项 項 条 條 座 所 家 艘 架 辆 輛 台 臺 隻 只 头 頭 匹 本 枚 种 種 级 級 层 層 階 届 屆 期 区 區 国 國
公里 公斤 公顷 元 圆 円 美元 欧元 歐元 ドル ユーロ パーセント ポイント メートル キロ トン つ`)
)

const maxMeasure = 15 // bytes of the longest of them
