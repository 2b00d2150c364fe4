package diff

import (
	"context"
	"math/rand"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// unspaced reads the older text of a case.
func unspaced(t testing.TB, name string) string {
	ar, err := txtar.ParseFile("testdata/" + name + ".txtar")
	if err != nil {
		t.Fatal(err)
	}
	return string(ar.Files[0].Data)
}

// Characters lost, doubled and exchanged anywhere keep every invariant, and what
// is reported is never the same on both sides.
func TestUnspacedEdits(t *testing.T) {
	for _, name := range []string{"chinese", "japanese", "thai", "mixed"} {
		a := unspaced(t, name)
		for seed := range int64(60) {
			r := rand.New(rand.NewSource(seed))
			var b []rune
			for _, c := range a {
				switch r.Intn(60) {
				case 0:
				case 1:
					b = append(b, c, c)
				case 2:
					b = append(b, []rune(a)[r.Intn(len([]rune(a)))])
				default:
					b = append(b, c)
				}
			}
			c := compare(t, blocks(a), blocks(string(b)))
			check(t, c)
			for _, d := range c.Differences {
				if x, y := c.Text(A, d.Places[A]), c.Text(B, d.Places[B]); x == y && d.Kind == Substitution {
					t.Errorf("%s, seed %d: %q is no change", name, seed, x)
				}
			}
			if dump(c) != dump(compare(t, blocks(a), blocks(string(b)))) {
				t.Fatal("two runs differ")
			}
		}
	}
}

func BenchmarkUnspaced(b *testing.B) {
	for _, name := range []string{"chinese", "japanese", "thai"} {
		b.Run(name, func(b *testing.B) {
			x := strings.Repeat(unspaced(b, name), 200)
			y := strings.ReplaceAll(x, "人", "口")
			b.SetBytes(int64(len(x)))
			for b.Loop() {
				if _, err := Compare(context.Background(), blocks(x), blocks(y), Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
