package main

import "testing"

// TestHundredths holds that no copy with a word changed is said to be the same.
func TestHundredths(t *testing.T) {
	for share, want := range map[float64]string{
		0: "0.00", 0.0001: "0.01", 0.004: "0.01", 0.25: "0.25", 0.9949: "0.99", 0.9961: "0.99", 0.9999: "0.99",
		1 - 1e-15: "1.00", // of a text and itself, as far as one can count
		1:         "1.00",
	} {
		if got := hundredths(share); got != want {
			t.Errorf("%v is written %s, want %s", share, got, want)
		}
	}
}
