package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
)

// choice is a flag with one of a few values.
type choice struct {
	value string
	among []string
}

func (c *choice) String() string { return c.value }
func (c *choice) Type() string   { return "NAME" }

func (c *choice) Set(s string) error {
	if !slices.Contains(c.among, s) {
		return &notAmong{s, c.among}
	}
	c.value = s
	return nil
}

// choices is a flag with any number of values of a few, separated by commas.
// Given twice, it means both.
type choices struct {
	values []string
	among  []string
	given  bool
}

func (c *choices) String() string { return strings.Join(c.values, ",") }
func (c *choices) Type() string   { return "NAME,..." }

func (c *choices) Set(s string) error {
	if !c.given {
		c.values, c.given = nil, true
	}
	for name := range strings.SplitSeq(s, ",") {
		name = strings.TrimSpace(name)
		if !slices.Contains(c.among, name) {
			return &notAmong{name, c.among}
		}
		c.values = append(c.values, name)
	}
	return nil
}

// number is a flag with a whole number in a range.
type number struct{ value, least, most int }

func (n *number) String() string {
	if n.value < n.least {
		return ""
	}
	return strconv.Itoa(n.value)
}

func (n *number) Type() string { return "N" }

func (n *number) Set(s string) error {
	v, err := strconv.Atoi(s)
	if err != nil || v < n.least || v > n.most {
		return fmt.Errorf("%q is not a whole number from %d to %d", s, n.least, n.most)
	}
	n.value = v
	return nil
}

// offer adds a choice to a command, with its values as completions.
func offer(cmd *cobra.Command, c *choice, name, usage string) {
	cmd.Flags().Var(c, name, usage)
	complete(cmd, name, func(string) []string { return c.among })
}

// offerAny adds choices to a command; the last of a list is completed.
func offerAny(cmd *cobra.Command, c *choices, name, usage string) {
	cmd.Flags().Var(c, name, usage)
	complete(cmd, name, func(typed string) (out []string) {
		before := typed[:strings.LastIndexByte(typed, ',')+1]
		for _, value := range c.among {
			out = append(out, before+value)
		}
		return out
	})
}

func complete(cmd *cobra.Command, name string, values func(typed string) []string) {
	err := cmd.RegisterFlagCompletionFunc(name, func(_ *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return values(typed), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	})
	if err != nil {
		panic(err) // the flag was defined a line before
	}
}
