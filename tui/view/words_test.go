package view

import (
	"strings"
	"testing"

	"variorum/diff"
)

// TestWords checks that what is copied of a change are its words, all of them.
func TestWords(t *testing.T) {
	const long = "The quay was closed from Monday morning until late on Friday, and nobody on the island could say whether the mail would come before the storm did, or after it, or at all. "
	a := "Mira Quill counted 140 boats on the quay before the storm came over the island. " + long + "\n\n" +
		"The harbour board met twice in one week, and its clerk wrote down every word.\n\nNobody was hurt, said Ansel Tove, who has chaired the board since the bridge was built.\n"
	b := strings.Replace(a, "140", "160", 1)
	b = strings.Replace(b, long, "", 1)
	b = strings.Replace(b, "The harbour board met twice in one week, and its clerk wrote down every word.\n\n", "", 1)
	c := compared(t, []byte(a), []byte(b), diff.HumanTiers)
	var got []string
	for _, ch := range NewDraft(c).Page(heads, Options{Width: 100}).Changes {
		got = append(got, Words(c, ch, diff.A))
	}
	want := []string{"140 → 160", strings.TrimSpace(long) + "\n\nThe harbour board met twice in one week, and its clerk wrote down every word."}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got %q", got)
	}
}
