package corpus

import (
	"errors"
	"io/fs"
)

// bare takes the operation and the path off an error of the file system, so
// that a message names the file once and as the user knows it.
func bare(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

// What is said in more than one place.
var (
	errIrregular = errors.New("not a regular file")
	errChanged   = errors.New("changed while it was being read")
	errNoWords   = errors.New("holds no words")
	errNoArticle = errors.New("no article was found")
	errLargePage = errors.New("too large to look for an article")
)
