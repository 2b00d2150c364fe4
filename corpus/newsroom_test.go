package corpus

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var (
	archiveInto  = flag.String("archive", "", "write an archive into this `folder`, to try the program with: go test ./corpus -run WriteArchive -archive /tmp/archive")
	archiveFiles = flag.Int("articles", 10_000, "of so many articles")
)

func TestWriteArchive(t *testing.T) {
	if *archiveInto == "" {
		t.Skip("-archive names no folder")
	}
	a := newArchive()
	err := each(context.Background(), *archiveFiles, func(i int) {
		file := filepath.Join(*archiveInto, fmt.Sprintf("%03d", i/1000), fmt.Sprintf("article-%06d.txt", i))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Error(err)
		} else if err := os.WriteFile(file, []byte(a.text(i)), 0o666); err != nil {
			t.Error(err)
		}
	})
	if err != nil {
		t.Error(err)
	}
}

// archive makes articles as a newsroom's archive has them, some 500 words each,
// every fifth a copy of another one with something done to it. The same number
// always gives the same article, whatever the others are.
type archive struct {
	words  []string // the commoner first
	topics [][]string
	names  []string
}

const (
	archiveWords  = 40_000
	archiveTopics = 200
	archiveNames  = 30_000
)

func newArchive() *archive {
	r := rand.New(rand.NewPCG(1, 2))
	a := &archive{}
	seen := map[string]bool{}
	coin := func(syllables int) string {
		for {
			var b strings.Builder
			for range syllables {
				b.WriteByte("bcdfghklmnprstvwz"[r.IntN(17)])
				b.WriteString([]string{"a", "e", "i", "o", "u", "ai", "ea", "ou"}[r.IntN(8)])
				if r.IntN(3) == 0 {
					b.WriteByte("lnrst"[r.IntN(5)])
				}
			}
			if w := b.String(); !seen[w] {
				seen[w] = true
				return w
			}
		}
	}
	for i := range archiveWords {
		a.words = append(a.words, coin(1+min(2, i/500)))
	}
	for range archiveTopics {
		var topic []string
		for range 150 {
			topic = append(topic, a.words[500+r.IntN(archiveWords-500)])
		}
		a.topics = append(a.topics, topic)
	}
	for range archiveNames {
		name := coin(2 + r.IntN(2))
		a.names = append(a.names, strings.ToUpper(name[:1])+name[1:])
	}
	return a
}

var functionWords = strings.Fields("the the the the of of of to to and and in in a a that for was on with is as it by at from have he be are had but this they which not were would more her his an their said")

// article returns the words of the article number i, sentence by sentence.
func (a *archive) article(i int) [][]string {
	r := rand.New(rand.NewPCG(3, uint64(i)))
	zipf := func(n int) int { // the first ones more often
		x := r.Float64()
		return int(x * x * x * float64(n))
	}
	square := func(n int) int { // not so much more often
		x := r.Float64()
		return int(x * x * float64(n))
	}
	topic := a.topics[r.IntN(archiveTopics)]
	var names []string
	for range 8 {
		names = append(names, a.names[square(archiveNames)])
	}
	var out [][]string
	for n := 0; n < 500; {
		s := make([]string, 0, 30)
		for range 12 + r.IntN(16) {
			switch x := r.IntN(100); {
			case x < 42:
				s = append(s, functionWords[r.IntN(len(functionWords))])
			case x < 78:
				s = append(s, a.words[zipf(archiveWords)])
			case x < 92:
				s = append(s, topic[zipf(len(topic))])
			case x < 98:
				s = append(s, names[square(len(names))])
			default:
				s = append(s, fmt.Sprint(1+r.IntN(20_000)))
			}
		}
		n += len(s)
		out = append(out, s)
	}
	return out
}

// of returns which article the document i is a copy of: itself, or one of the
// four before it.
func (a *archive) of(i int) int {
	if i%5 == 4 {
		return i - 4 + i/5%4
	}
	return i
}

// text returns the document i.
func (a *archive) text(i int) string {
	sentences := a.article(a.of(i))
	r := rand.New(rand.NewPCG(5, uint64(i)))
	before, after := "", ""
	if i%5 == 4 {
		switch i / 20 % 6 {
		case 0, 1, 2, 3: // edited
			share := 0.01 + 0.29*r.Float64()
			for _, s := range sentences {
				for k := range s {
					if r.Float64() < share {
						s[k] = a.words[r.IntN(archiveWords)]
					}
				}
			}
		case 4: // trimmed
			sentences = sentences[:len(sentences)/2]
		case 5: // dressed
			before = "By " + a.names[r.IntN(archiveNames)] + " " + a.names[r.IntN(archiveNames)] + "\n\n"
			after = "\n\nRead more\n\nSubscribe to our newsletter\n\n© 2031 The " + a.names[r.IntN(archiveNames)] + " Courier. All rights reserved.\n"
		}
	}
	var b strings.Builder
	b.WriteString(strings.ToUpper(sentences[0][0][:1]) + strings.Join(sentences[0], " ")[1:] + "\n\n" + before)
	for k, s := range sentences[1:] {
		line := strings.Join(s, " ")
		b.WriteString(strings.ToUpper(line[:1]) + line[1:] + ".")
		if k%3 == 2 {
			b.WriteString("\n\n")
		} else {
			b.WriteString(" ")
		}
	}
	return strings.TrimSpace(b.String()) + after
}
