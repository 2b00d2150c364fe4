// Package index remembers what the files of a large corpus say, so that it is
// there at once the next time and only files that changed are read again. It is
// a corpus.Store, and the only package that knows SQLite.
//
// An [Index] belongs to a list of paths and is one file in a folder, which is
// that of the user's caches. It is made when something is to be remembered and
// not before, so that asking for one costs nothing. Three things are in it: a
// record of every file, bytes that mean something to package corpus alone; the
// library that was made of them last, and how it was grouped; and the words of
// all texts, in the full text index of SQLite, without the texts.
//
// SQLite, through modernc.org/sqlite, is here for its full text index and its
// write-ahead log; that module needs no C compiler. It makes the program 6 MB
// larger and its start a third of a millisecond slower.
//
// # Nothing depends on it
//
// Whatever is wrong with an index, the corpus is read without it. A file that
// is damaged, is something else, or was made by another build of the program,
// which may read files in another way, is thrown away and made anew; a disk
// that is full or may not be written to means that nothing is remembered. None
// of this is an error. Note tells what happened.
//
// Records are written some hundreds at a time, each lot in a transaction, in
// SQLite's write-ahead log: whatever ends the program, all lots but the last are
// there. Two programs may use one index at the same time; one waits for the
// other. What both write is the same, or else what one adds to a grouping does not
// follow on what the other added, which package corpus sees.
//
// # Costs
//
// 100,000 texts of 500 words, 300 MB, make an index of some 500 MB. Writing it
// takes a third of a millisecond a text, besides reading the text, reading the
// library of all of them 50 ms and the grouping 80, Records a second for all and
// 50 µs for one, a search some tens of milliseconds.
package index
