package text

import "unicode/utf8"

// Most prose is ASCII with the quotation marks and dashes of Western
// typography, and in a line of that the sentence boundaries of UAX #29 can only
// stand behind one of three marks. The rules SB6 to SB11, restricted to such
// text, are short and need no tables; that they agree with the library's is
// held by a test.

// isPlainLine reports whether a text is such a line, without control
// characters other than tabs.
func isPlainLine(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= ' ' && c < utf8.RuneSelf-1 || c == '\t' {
			continue
		}
		if !isCurly(s, i) && !isLongDash(s, i) {
			return false
		}
		i += 2
	}
	return true
}

// isCurly reports whether one of ‘ ’ “ ” begins at s[i].
func isCurly(s string, i int) bool {
	if i+2 >= len(s) || s[i] != 0xe2 || s[i+1] != 0x80 {
		return false
	}
	c := s[i+2]
	return c == 0x98 || c == 0x99 || c == 0x9c || c == 0x9d
}

// isLongDash reports whether – or — begins at s[i].
func isLongDash(s string, i int) bool {
	return i+2 < len(s) && s[i] == 0xe2 && s[i+1] == 0x80 && (s[i+2] == 0x93 || s[i+2] == 0x94)
}

// plainBoundary returns where the sentence that begins at start ends, the
// blanks behind it included.
func plainBoundary(s string, start int) int {
	for i := start; i < len(s); i++ {
		c := s[i]
		if c != '.' && c != '!' && c != '?' {
			continue
		}
		end := i + 1
		if c == '.' && end < len(s) {
			if s[end]-'0' < 10 { // SB6
				continue
			}
			if i > start && isLetter(s[i-1]) && isUpper(s[end]) { // SB7
				continue
			}
		}
		for end < len(s) {
			if isClose(s[end]) {
				end++
			} else if isCurly(s, end) {
				end += 3
			} else {
				break
			}
		}
		for end < len(s) && (s[end] == ' ' || s[end] == '\t') {
			end++
		}
		if end < len(s) {
			switch s[end] { // SB8a
			case '.', '!', '?', ',', '-', ':', ';':
				continue
			}
			if isLongDash(s, end) {
				continue
			}
			if c == '.' && lowerFollows(s[end:]) { // SB8
				continue
			}
		}
		return end
	}
	return len(s)
}

// lowerFollows reports whether the first letter of s, or the first mark that
// ends a sentence, is a small letter.
func lowerFollows(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z':
			return true
		case isUpper(c), c == '.', c == '!', c == '?':
			return false
		}
	}
	return false
}

func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }

func isLetter(c byte) bool { return isUpper(c) || c >= 'a' && c <= 'z' }

func isClose(c byte) bool {
	switch c {
	case '"', '\'', '(', ')', '[', ']', '{', '}':
		return true
	}
	return false
}
