// Package settings reads the configuration file of the reader and writes it.
//
// A configuration is TOML. Parse turns its bytes into Settings, or into an
// error that names the file and the line; it touches neither files nor the
// environment. What the names in it mean is not decided here: package tui knows
// actions and keys, package view themes and layouts, package diff what can be
// ignored. This package asks them, and adds the line to what they say.
//
// Everything in a configuration may be left out. Settings remember what was
// said and what was not, because what was not said may be as the last reader
// left it.
//
// Write is the opposite: it writes settings with all that could be said, and
// what it means, as a file to be edited. Lines for what was not said begin with
// a # and no blank, so that saving the file changes nothing until one is taken
// away. Parse reads what Write has written, and gets the same settings.
package settings
