// Package state keeps what readers remember in one small file.
//
// The file is JSON. It is never changed in place: a new one is written beside
// it and takes its place, so that whoever reads it finds one or the other.
// Readers may run at the same time. Save reads the file again, puts in what its
// own reader has to add, and leaves the rest as it is, under a lock that others
// wait for; so each adds its stories and none is lost.
//
// What cannot be read, or is not such a file, is as good as none. Save sets it
// aside and begins anew: a reader is not told, and loses no more than its place.
// At most MaxStories are kept, those that were read last.
package state
