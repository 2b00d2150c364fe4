package corpus

import (
	"fmt"
	"testing"

	"variorum/text"
)

// TestRecurring checks that a line which stands under unrelated articles is
// learned to be furniture, and a paragraph that the copies of one story share is
// not.
func TestRecurring(t *testing.T) {
	const line = "The Quayside Letter goes out to eleven thousand members every Friday morning."
	const shared = "The bridge over the lower lock will stay closed until the ice has gone."
	var docs []*Document
	for i := range 10 {
		source := invented(i, 30) + "\n\n" + line + "\n"
		if i >= 5 { // five copies of one story
			source = invented(99, 30) + fmt.Sprintf("\n\n%s\n\nPrinted as number %d of the paper this year.\n", shared, i)
		}
		d, err := Parse(fmt.Sprintf("%d.txt", i), []byte(source), Plain)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, d)
	}
	paragraphs := make([][]paragraph, len(docs))
	for i, d := range docs {
		paragraphs[i] = paragraphsOf(d)
	}
	furniture := recurring(paragraphs)
	for i, d := range docs {
		d.mark(among(paragraphs[i], func(key uint64) bool { return furniture[key] }))
	}
	kinds := map[string]map[text.Kind]int{line: {}, shared: {}}
	for _, d := range docs {
		for _, b := range d.Blocks {
			if kinds[b.Text] != nil {
				kinds[b.Text][b.Kind]++
			}
		}
	}
	if kinds[line][text.Furniture] != 5 || kinds[line][text.Paragraph] != 0 {
		t.Errorf("the line of the outlet is %v", kinds[line])
	}
	if kinds[shared][text.Paragraph] != 5 {
		t.Errorf("the paragraph of the story is %v", kinds[shared])
	}
}
