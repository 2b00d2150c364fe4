package corpus

import (
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"variorum/text"
)

// maxSize is how many bytes of one file are read at the most. Texts are far
// smaller; what is larger was not meant.
const maxSize = 256 << 20

// Read reads one document. Its path is only a name. See Parse.
func Read(path string, r io.Reader, f Format) (*Document, error) {
	data, err := readAll(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return parseAt(path, data, f)
}

func readAll(r io.Reader) (string, error) {
	var b strings.Builder
	if f, ok := r.(fs.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			b.Grow(int(min(info.Size(), maxSize)))
		}
	}
	if _, err := io.Copy(&b, io.LimitReader(r, maxSize+1)); err != nil {
		return "", bare(err)
	}
	if b.Len() > maxSize {
		return "", fmt.Errorf("larger than %d MB", maxSize>>20)
	}
	return b.String(), nil
}

// Parse makes a document of the bytes of a file. Its path is only a name, of
// which Auto looks at the ending. The error says that the bytes are no text.
func Parse(path string, data []byte, f Format) (*Document, error) {
	return parseAt(path, string(data), f)
}

func parseAt(path, data string, f Format) (*Document, error) {
	d, err := parse(path, filepath.Base(path), data, f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return d, nil
}

// parse is Parse for a file whose name below the root of a corpus is rel. Its
// error does not name the file.
func parse(path, rel, data string, f Format) (*Document, error) {
	source, err := decode(data)
	if err != nil {
		return nil, err
	}
	d := &Document{ID: documentID(rel, data), Path: path, Source: source}
	drafts := blocksOf(path, source, f)
	classify(drafts)
	d.facts(drafts)
	d.Blocks = make([]text.Block, len(drafts))
	for i := range drafts {
		d.Blocks[i] = drafts[i].Block
	}
	return d, nil
}

// blocksOf cuts a source into blocks whose kinds are open.
func blocksOf(path, source string, f Format) []draft {
	switch ext := strings.ToLower(filepath.Ext(path)); {
	case (f == Markdown || f == Auto && (ext == ".md" || ext == ".markdown")) && !tangled(source):
		return markdownBlocks(source)
	case f == Markdown, f == Auto && looksMarkedUp(source):
		return markedBlocks(source)
	}
	return plainBlocks(source)
}
