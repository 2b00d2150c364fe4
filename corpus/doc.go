// Package corpus makes stories of files: bytes become documents, and documents
// that are versions of one text, or tell of one event, become a story.
//
// # Documents
//
// [Parse] decodes a file to UTF-8, cuts it into blocks, settles what each
// block is, and reads what the blocks say about the text: its title, outlet,
// byline and date. [Read] does so for a reader, [Load] for files and folders,
// [LoadFS] for an fs.FS such as the one inside the binary. [Options] say
// otherwise how a file is to be read.
//
// Bytes that are not UTF-8 or UTF-16 were written in an older encoding, of which
// nothing in the file says which (charset.go). A library tells those of the
// scripts that differ in most of their bytes; among those of Latin letters and of
// Arabic, and where it says Cyrillic among those of Cyrillic, the one is taken in
// which the text is spelled as some one language is, whose small words it has.
// Pages and mails say which they are in (declared.go), and whoever knows better can
// say so of all files ([Encoding]). A text all of whose letters
// are damaged, because its UTF-8 was taken for something else and saved again, is
// read as it was meant ([text.Misread]): that is its Source, its Note says so,
// and the blocks in question are marked [text.Damaged].
//
// There are three ways to cut a text. Plain text is cut at blank lines and, unless
// its lines are hard-wrapped, at every line break; nothing is left out that is
// not white space. A wrap is a blank, and nothing where it breaks a word with a
// hyphen. In verse, told by lines that are uneven and end within sentences, each line is
// a block, and stands right below the one before ([text.Block].Tight, verse.go), also
// where a page or Markdown says that a line ends. Front matter, where it is beyond
// doubt, is what the text says of itself and no block of it; in a text that somebody
// calls plain there is none. Markdown is read by goldmark; what is visible once it is
// set is kept, and each cell of a table is a block, as it is in a page and a paper. The
// third is for what people save from the web: plain text with a few marks of Markdown
// left in it. There, paragraphs are cut as in plain text and only headings, rules, links
// and emphasis are taken for marks, so that an indented paragraph is not code, "1."
// starts no list, and what stands between pipes is a line like any other. Auto chooses
// by name and content.
//
// A page is cut by its tags as they come (web.go), which tells where every word
// stands in the source. Which of its blocks are the article is for readability
// to say (codeberg.org/readeck/go-readability, the Go port of what Firefox's
// reading view uses): what it picks is looked up among the blocks of the page.
// It leaves out the head of a story, so the title, and what stands between it
// and the text, are found again (page.go). Parts that a site itself calls an
// advertisement, a paywall or the like are furniture; what lies outside the
// article is not kept. Where no article is found, or hardly any of the page's
// prose is in it, all that can be seen on the page is kept, and the document's
// Note says so. go-trafilatura was weighed for this: it costs 11 MB and 170 ms
// at every start of the program, for 3 MB and 1 ms, and on our pages it missed
// the marks of time and said a paragraph twice.
//
// A record of JSON and a mail are a text that comes with what is said of it
// (record.go). Their fields come in any order and encoded, so that their source
// is not the bytes of the file: it is the title, a blank line and the text.
// There is no page around the text of a record, and none is looked for; under that of a
// mail there may be a signature (signature.go). The
// usual names of fields are known (fields.go); [Fields] says others.
//
// A paper is what a word processor or a maker of books writes: DOCX, ODT, RTF, EPUB.
// Package corpus/papers makes simple HTML of it, which is the source, and reads what it
// says of itself (paper.go). What the text says goes before that, for in the file of a
// word processor it is often the template that speaks; a book says it on its cover. What
// such a program sealed, or an older one wrote, is a problem that says so.
//
// Whatever the way, these hold for every block, and a fuzz test says so: Text
// is one line of visible text, not empty; Span is where it stands in the
// source; blocks do not overlap; every run holds the same bytes in Text as in
// the source; runs rise in both.
//
// # Files
//
// What a file is, its first bytes say, and its name only where these leave it
// open (sniff.go). In a folder, names tell what is looked at, and what was passed
// over is counted (passed.go). An unpacker (unpack.go) finds the texts in a file: one as a
// rule, any number in an archive and in records of JSON. Archives are read as
// they are and never written anywhere; a text in one has the path
// "archive.zip/dir/name.txt", a record "file.jsonl#12", or its id for a number.
//
// Files come from strangers, so all work is bounded by what is really there: a
// text and a record have 64 MB at the most, what comes out of one archive 1 GB
// and 200 times what went in, and no archive is opened within an archive within
// an archive. Links, devices, pipes, names that lead out of an archive and names
// that come twice are not read; files that change while they are read are not
// believed. Each of these is a problem of the corpus and stops nothing else.
//
// # Kinds
//
// A block's kind is settled from the surest sign to the weakest: first what
// says so itself (a copyright line, a comment form, a picture credit, a date,
// "By" before names), then the title, and then what only its place about the
// title tells (kicker, standfirst, a byline of bare names), then crossheads.
// Furniture is folded away by readers and passed over by grouping, so a
// paragraph taken for furniture is worse than furniture taken for a paragraph,
// and the rules err that way: a known phrase must leave no room for a sentence,
// and a copyright sign must have a year or a name behind it. Nor is everything
// a title that stands at the head: it is short, no part's number, and nothing
// that somebody says. The words they go by are English; texts in other
// languages have titles, headings and captions with a sign, but hardly ever
// furniture. In a corpus, what stands in many documents that have nothing else in
// common is furniture too (recurring.go). What somebody says is none is none,
// whatever it looks like (passages.go).
//
// Facts are what the text says, as precisely as it says them, and empty where
// it does not. The year of a copyright line is no date, and an agency that
// signs a picture is no outlet. What front matter says goes first
// (frontfields.go), then the day and the outlet in the name of a file
// (filename.go), then what is read out of the text; of a page, a record and a
// mail what they say of themselves goes before the name that they were saved by.
// The language of a text is said by these, or by its small words, if they leave no
// doubt (language.go).
//
// # Large corpora
//
// A corpus of more than 32 MB is not held. Its documents keep their facts, and
// [Document.Whole] reads a text again when it is opened; it says so if the file
// is another one by then. What grouping sees of a document, its profile, depends
// on that document alone. So a [Store] can remember both from one run to the
// next, as bytes that only this package understands, and with them the library,
// the corpus as it was last: if no file has another size or time since, nothing
// is read at all. What stands in an archive, or is one of several records in a
// file, is remembered as long as that file is what it was, and read out of it
// when it is opened (wanted.go): at once from a zip, and from anything else by
// reading what comes before. A store that fails is one that has forgotten. Package index has one,
// which also finds words ([Finder]).
//
// Of a corpus of more than 1,000 documents a store remembers the grouping as
// well (grouping.go): what every word was worth, by what each document is found,
// and how all those stand to each other that were compared. Only documents that
// are new are then compared with others, and what is gone takes its links with it
// (join.go); stories are made of the links as they are made of those of a whole
// grouping. Two things stay as they were: what words are worth and which
// paragraphs are furniture. Once a tenth of the documents is new or gone, all are
// grouped again. So the stories depend on the files and on what is remembered,
// and on nothing else; without a store, and in a smaller corpus, on the files
// alone.
//
// While much is being read, [Options].Early shows what there is: what the store
// remembers, and then the stories of the first 50, 500, 5,000 files.
//
// # Stories
//
// [Group] sees two things of a document, leaving furniture, captions and
// bylines aside: which five words in a row it has (shingles), and which words
// how often, weighed by how few of the documents have them, names and numbers
// more. Half of the shorter one's shingles in the other make two documents one
// text, and so do fewer where the words are nearly the same. The cosine of the
// weighed words, and that of names and numbers alone, say how alike two
// tellings are; groups are joined, the likest first, while the average over all
// pairs between them stays above a threshold. One weak link therefore joins
// nothing, and neither does a chain of them.
//
// How rare a word is in a corpus of two texts tells nothing. We therefore
// pretend to have seen some hundreds of texts about other things as well, in
// which none of these words occurs; a list of the commonest English words
// makes up for the ones that occur everywhere.
//
// Shared words do not always mean a shared story. What an outlet puts under all
// its texts can be more than half of a short one, and a line of it enough for two
// items of a wire: texts that share a passage are told apart by the words they
// begin with, of which next to nothing stands in the other. And a roundup is a copy of everything in it: a text that holds
// others which have nothing to do with each other is left by itself.
//
// [Story.Explain] says of each version which one it is closest to, and what the
// two share. It works it out when it is asked, so that nothing is kept for it;
// [Corpus.Explain] does so for all stories, many at a time, as it would take too
// long to read an archive for every story that is in it.
//
// # What people say
//
// What somebody says about stories goes before all that. A text can name its
// story in its front matter; [Options] can make each folder a story, and bring
// [Rules], which package corpus/rules reads from a file beside the corpus; and
// the revisions of a file in git are a story by nature (GitPrefix). Of these,
// rules go before history, front matter and folders, in this order. A story
// that somebody named has exactly the documents that were put there, whose
// match is Assigned, and Group deals with what is left.
//
// The git command is run for the revisions, for it follows a file through the
// names that it had and knows every kind of repository; it is kept from running
// anything that a repository names.
//
// # Order and identity
//
// The result depends on the files and on nothing else: not on the order in
// which a folder lists them, nor on which is read first. A version's ID is
// made of its file's name and a hash of its path below the root and of its
// content, so it stays the same whatever else is loaded; that of a revision is
// made of the file's name and the commit. A story's ID is made of the earliest
// of its versions, or of the name that somebody gave it. Where a library is
// remembered, a story that nobody named takes over the ID of the story in it that
// most of its versions were in, the earliest of several, and where one has fallen
// apart it is the largest part that does (identity.go): no file that comes or
// goes changes the ID of a story that stays. Without a store an ID stays the same
// until an earlier version turns up.
//
// # Costs
//
// Parsing reads some 10 MB a second and holds the source once, in which the
// texts of most blocks are slices; a document that is not held takes half a
// kilobyte, and 2.5 more while it is grouped. Grouping compares every pair of up to 1,000
// documents. In a larger corpus a document is compared with those that have
// some of a sample of its shingles, which finds copies, and those that have
// some of its rarest words, which finds other tellings; so time and memory grow
// with the number of documents, not with its square: 100,000 texts of 500 words
// take some five seconds on two cores, and ten that come to them little more than
// one, besides what a start takes without them. There, two tellings must also share
// more than a name or two, for among so many texts these come together by
// chance: four names, or a quarter of those of the shorter one and some of the
// other words as well. In a story that somebody named each version is compared
// with the 32 before it; to explain a story costs as much as to group its
// versions did. Of a file in git the last 200 revisions are read, by two runs of
// git. Text that was made to take long (thousands of opening
// brackets in one paragraph, of lists in one line) is read as plain.
package corpus
