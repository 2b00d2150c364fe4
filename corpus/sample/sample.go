package sample

import (
	"embed"
	"io/fs"
)

//go:embed files
var files embed.FS

// FS returns the sample corpus, a folder for each story. Nothing can write to
// it, and every call returns the same files.
func FS() fs.FS {
	sub, err := fs.Sub(files, "files")
	if err != nil {
		panic(err) // the folder's name is a constant of this package
	}
	return sub
}
