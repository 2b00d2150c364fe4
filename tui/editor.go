package tui

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"variorum/corpus"
	"variorum/text"
)

// edit opens the file of the focused side in the editor, at the line that the
// reader is at.
func (r *reading) edit(m *model) tea.Cmd {
	path, line, refused := r.file(m)
	if refused == "" && len(strings.Fields(m.editor)) == 0 {
		refused = "no editor is known: set $VISUAL or $EDITOR"
	}
	if refused != "" {
		r.note = refused
		return nil
	}
	return m.effects.edit(r.number, editorCommand(m.editor, path, line))
}

// file returns the file of the focused side and the line of it that the reader is
// at, or why there is none to edit.
func (r *reading) file(m *model) (path string, line int, refused string) {
	d := r.document(r.focus)
	switch {
	case !m.files:
		return "", 0, d.Path + " is not a file on disk"
	case d.Path == "-":
		return "", 0, "this text came in on standard input, and is no file on disk"
	case d.Revision != "":
		return "", 0, d.Path + " is a revision in git, not a file on disk"
	case d.Packed && d.Path == d.File:
		return "", 0, d.Path + " is not plain text, which an editor could open"
	case d.Packed:
		return "", 0, d.Path + " is inside an archive, not a file on disk"
	case d.Line > 0: // the words of a record are not in its file as they are read
		return d.File, d.Line, ""
	}
	line = 1
	if block, at, ok := r.cursor(); ok && block < len(d.Blocks) {
		line = lineOf(d, block, at)
	}
	return d.Path, line, ""
}

// lineOf returns the line of the file on which a byte of a block stands.
func lineOf(d *corpus.Document, block, at int) int {
	b := &d.Blocks[block]
	start := b.SourceSpan(text.Span{Start: at, End: min(at+1, len(b.Text))}).Start
	return 1 + strings.Count(d.Source[:min(start, len(d.Source))], "\n")
}

// edited comes when the editor was left. What it wrote is read at once.
func (r *reading) edited(m *model, msg edited) tea.Cmd {
	if msg.err != nil {
		r.note = msg.err.Error()
	}
	if msg.comparison != r.number {
		return nil
	}
	return m.effects.reread(r.number, r.documents(), false)
}

// editorCommand returns the command that opens a file at a line. Editors are
// told the line in different ways; one that is not known gets the file alone.
func editorCommand(editor, path string, line int) []string {
	if !filepath.IsAbs(path) {
		path = "." + string(filepath.Separator) + path // no name is taken for a flag
	}
	command := strings.Fields(editor)
	name := strings.TrimSuffix(strings.ToLower(filepath.Base(filepath.ToSlash(command[0]))), ".exe")
	add := func(args ...string) []string {
		for _, a := range args {
			if a[0] != '-' || !slices.Contains(command, a) {
				command = append(command, a)
			}
		}
		return command
	}
	at := fmt.Sprintf("%s:%d", path, line)
	switch name {
	case "vi", "vim", "nvim", "view", "nano", "emacs", "emacsclient", "micro", "kak", "gedit", "joe", "ne":
		return add(fmt.Sprintf("+%d", line), path)
	case "hx", "helix":
		return add(at)
	case "code", "code-insiders", "codium", "vscodium", "cursor":
		return add("-w", "-g", at)
	case "subl", "zed":
		return add("-w", at)
	}
	return add(path)
}
