package corpus

import (
	"context"
	"fmt"
	"runtime"
	"testing"
)

// planted is what grouping finds in an archive.
type planted struct {
	copies, found int // a copy is found where it is in one story with what it is a copy of
	wrong         int // documents said to be one text with another article
	chance        int // documents in one story with another article
}

// profiled returns the first n documents of an archive, without their texts,
// and what grouping sees of them.
func profiled(t testing.TB, n int) ([]*Document, []profile) {
	t.Helper()
	a := newArchive()
	docs, profiles := make([]*Document, n), make([]profile, n)
	err := each(context.Background(), n, func(i int) {
		d, err := Parse(fmt.Sprintf("%06d.txt", i), []byte(a.text(i)), Auto)
		if err != nil {
			t.Error(err)
			return
		}
		docs[i], profiles[i] = &Document{ID: d.ID, Path: d.Path, Title: d.Title}, profileOf(d)
	})
	if err != nil || t.Failed() {
		t.FailNow()
	}
	return docs, profiles
}

func findPlanted(t testing.TB, docs []*Document, stories []Story) (p planted) {
	t.Helper()
	a := &archive{}
	number := make(map[*Document]int, len(docs))
	for i, d := range docs {
		number[d] = i
	}
	story := make([]int, len(docs))
	for s := range stories {
		article := a.of(number[stories[s].Versions[0].Document])
		for _, v := range stories[s].Versions {
			i := number[v.Document]
			story[i] = s
			if a.of(i) != article {
				p.chance++
				p.wrong += truth(v.Match == SameText)
			}
		}
	}
	for i := range docs {
		if of := a.of(i); of != i {
			p.copies++
			p.found += truth(story[i] == story[of])
		}
	}
	return p
}

// TestScale holds that in a corpus too large to compare every pair the copies
// are found all the same, and nothing else is taken for one.
func TestScale(t *testing.T) {
	docs, profiles := profiled(t, 1500)
	if len(docs) <= exhaustive {
		t.Fatal("so few documents are compared pair by pair")
	}
	procs := runtime.GOMAXPROCS(1)
	stories, err := makeStories(context.Background(), docs, seen(profiles), &said{}, nil, nil)
	runtime.GOMAXPROCS(procs)
	if err != nil {
		t.Fatal(err)
	}
	p := findPlanted(t, docs, stories)
	if p.copies != 300 || p.found*100 < p.copies*99 || p.chance > 0 {
		t.Errorf("%+v", p)
	}
	again, err := makeStories(context.Background(), docs, seen(profiles), &said{}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	if fmt.Sprint(stories) != fmt.Sprint(again) {
		t.Error("the number of processors makes a difference")
	}
}

// BenchmarkArchive tells of archives of two sizes what is found in them, and
// what it costs for each document. It takes a minute: -bench Archive -benchtime 1x
func BenchmarkArchive(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			docs, profiles := profiled(b, n)
			var p planted
			var before, after runtime.MemStats
			for b.Loop() {
				b.StopTimer()
				ps := append([]profile{}, profiles...)
				runtime.GC()
				runtime.ReadMemStats(&before)
				b.StartTimer()
				stories, err := makeStories(context.Background(), docs, seen(ps), &said{}, nil, nil)
				if err != nil {
					b.Fatal(err)
				}
				b.StopTimer()
				runtime.ReadMemStats(&after)
				p = findPlanted(b, docs, stories)
				b.StartTimer()
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/doc")
			b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/float64(n), "B/doc")
			b.ReportMetric(100*float64(p.found)/float64(p.copies), "%found")
			b.ReportMetric(float64(p.wrong), "wrong")
			b.ReportMetric(float64(p.chance), "by-chance")
		})
	}
}
