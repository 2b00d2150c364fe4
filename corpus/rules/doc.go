// Package rules is the file in which a person says what the stories of a corpus
// are, where the program is wrong or cannot know:
//
//	# versions that make one story, exactly these, in this order
//	[[story]]
//	title = "The ferry that did not sail"
//	versions = ["morning.txt", "later/evening.txt", "wire-2abeb8dc"]
//
// and, before the first [[story]], documents that are never in one story:
//
//	apart = [["north.txt", "south.txt"]]
//
// and what is no furniture of a page, whatever it looks like, by how it begins:
//
//	not-furniture = ["See also: the ferry that did not sail"]
//
// It is called variorum.toml and lies in the folder of the corpus. A version is
// named by its path below that folder, or by its ID. Read makes a corpus.Rules
// of it. Join and Split change it the way that somebody would with an editor:
// they put names into lists and take them out, with the story that holds no others,
// and leave the rest of the file as it is, byte by byte, with its comments and its
// order, and return what they changed, which can be undone. To know where the names
// stand they use the parser beneath the TOML library rather than its decoder.
//
// A file is replaced in one step, so that whoever reads it meanwhile finds it as
// it was or as it is to be; and by one program at a time, which holds a lock.
package rules
