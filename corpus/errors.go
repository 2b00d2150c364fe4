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
