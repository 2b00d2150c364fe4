package main

import (
	"github.com/spf13/cobra"

	"variorum/corpus"
)

// manner is how files are to be read, and what becomes of them, as the flags say
// that every command has which reads some.
type manner struct {
	as       choice
	encoding encodingName
	fields   fieldNames
	stories  choice
}

// formats are the ways to read a file, as --as names them.
var formats = map[string]corpus.Format{"text": corpus.Plain, "markdown": corpus.Markdown, "html": corpus.HTML, "json": corpus.JSON, "mail": corpus.Mail}

// offerManner adds the flags to a command.
func offerManner(cmd *cobra.Command) *manner {
	m := &manner{
		as:      choice{"", []string{"text", "markdown", "html", "json", "mail"}},
		stories: choice{"found", []string{"found", "folders"}},
	}
	offer(cmd, &m.as, "as", "read files as a `KIND` of text, not by name and content: text, markdown,\nhtml, json, mail")
	cmd.Flags().Var(&m.encoding, "encoding", "take files without a byte-order mark to be encoded as `NAME`, such as utf-8,\nwindows-1251 or cp437, instead of telling it by their bytes")
	complete(cmd, "encoding", func(string) []string { return corpus.EncodingNames() })
	cmd.Flags().Var(&m.fields, "fields", "say by `WHAT=FIELD,...` where records in JSON have their text, title, outlet,\nbyline, published, language, url, id, as in text=body,title=head")
	offer(cmd, &m.stories, "stories", "make stories in this `WAY`: found, by what the texts say, or folders, one for\neach folder below a PATH")
	return m
}

// options are what the flags say.
func (m *manner) options() corpus.Options {
	return corpus.Options{As: formats[m.as.value], Encoding: m.encoding.Encoding, Fields: m.fields.Fields, Folders: m.stories.value == "folders"}
}

// encodingName is a flag that names an encoding.
type encodingName struct{ corpus.Encoding }

func (e *encodingName) Type() string { return "NAME" }

func (e *encodingName) Set(s string) (err error) {
	e.Encoding, err = corpus.ParseEncoding(s)
	return err
}

// fieldNames is a flag that says in which fields of a record its text and its
// facts stand.
type fieldNames struct {
	corpus.Fields
	given string
}

func (f *fieldNames) String() string { return f.given }
func (f *fieldNames) Type() string   { return "WHAT=FIELD,..." }

func (f *fieldNames) Set(s string) (err error) {
	f.given = s
	f.Fields, err = corpus.ParseFields(s)
	return err
}
