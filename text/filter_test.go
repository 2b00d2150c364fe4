package text

import "testing"

func TestFilter(t *testing.T) {
	for _, test := range []struct {
		filter string
		passes bool
	}{
		{"", true},
		{"zurich", true},
		{"ZURICH ferry", true},
		{"ferry zürich", true},
		{"zúrich", false},
		{"ferry boat", false},
		{"harbour's", true},
	} {
		if got := NewFilter(test.filter).Passes("The ferry", "Zürich, the harbour’s end"); got != test.passes {
			t.Errorf("%q passes: %v", test.filter, got)
		}
	}
}
