package export

import (
	"strings"
	"testing"
)

// TestGrouped checks that a list names what was done in several places once, where the
// first of them is, what the other side calls it, and all words of paragraphs that came.
func TestGrouped(t *testing.T) {
	const before = "1. Terms\n\n1.1 The Buyer pays within 30 days.\n\n"
	const recall = "2. Recall\n\n2.1 Whoever learns of a fault tells the other party. The seller bears all costs. " +
		"Spare valves are kept at the yard for nine years! Nobody repairs anything by hand.\n\n"
	a := read(t, before+"2. Law\n\n2.1 The Buyer may sue in the courts of the province.\n\n2.2 Else the Buyer may wait.\n")
	b := read(t, strings.ReplaceAll(before, "Buyer", "Client")+recall+"3. Law\n\n3.1 The Client may sue in the courts of the town.\n\n3.2 Else the Client may wait.\n")
	list := written(t, writeList, a, b)
	for _, want := range []string{
		"| 1 | 1.1 | **3×** substitution (name) | 1.1 The **Buyer** pays within 30 days. | 1.1 The **Client** pays within 30 days. |\n",
		"|\n| 2 | 2 | addition |  | 2. Recall |\n|  | 2.1 | addition |  | 2.1 Whoever learns of a fault tells the other party. The seller bears all costs. Spare valves are kept at the yard for nine years\\! Nobody repairs anything by hand. |\n",
		"| 3 | 2.1 → 3.1 | substitution | …the courts of the **province**. | …the courts of the **town**. |\n",
	} {
		if !strings.Contains(list, want) {
			t.Errorf("want %q in\n%s", want, list)
		}
	}
	page := written(t, writePage, a, b)
	if want := `<b>3×</b> substitution (name)</td><td dir="auto">1.1 The <del>Buyer</del> pays within 30 days.</td>`; !strings.Contains(page, want) {
		t.Errorf("want %q in\n%s", want, page)
	}
}
