package corpus

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Revisions are asked of the git command: it is there wherever there are
// repositories, it knows every kind of them, and it follows a file through its
// names, which no library for Go does.

// maxLog is how many bytes git may say about revisions, and maxHistory how many
// their texts may have.
const (
	maxLog     = 16 << 20
	maxHistory = maxSize
)

// addHistory finds the revisions of a file, given as GitPrefix is followed.
func (l *loader) addHistory(ctx context.Context, spec string) error {
	file, revs := splitSpec(spec)
	found, err := revisions(ctx, file, revs, maxRevisions+1)
	if err != nil {
		return fmt.Errorf("%s%s: %w", GitPrefix, spec, err)
	}
	if len(found) > maxRevisions {
		found = found[:maxRevisions]
		l.entry(entry{path: GitPrefix + spec, err: fmt.Errorf("only the last %d revisions are read; %s%s@%s has those before",
			maxRevisions, GitPrefix, file, found[maxRevisions-1].short)}, "")
	}
	texts, err := contents(ctx, file, found)
	if err != nil {
		return fmt.Errorf("%s%s: %w", GitPrefix, spec, err)
	}
	where := place{story: "history " + file, name: file, rank: len(l.entries) + len(found), sure: true}
	for i := range found {
		r := &found[i]
		l.entry(entry{
			tree: texts, name: r.commit, path: GitPrefix + file + "@" + r.short, rel: filepath.Base(file),
			place: where, revision: r,
		}, texts.key(r.commit))
		where.rank--
	}
	// What is being written is a version as well, and so is the file, whatever it
	// says, where it is read for another reason.
	where.rank += len(found) + 1
	if l.histories == nil {
		l.histories = map[string]place{}
	}
	l.histories[disk{}.key(file)] = where
	if revs != "" {
		return nil
	}
	info, err := os.Stat(file)
	if err != nil || !info.Mode().IsRegular() || texts.holds(found[0].commit, file) {
		return nil
	}
	l.entry(entry{tree: disk{}, name: file, path: file, rel: filepath.Base(file), place: where, state: stateOf(info)}, disk{}.key(file))
	return nil
}

// unite puts the files of histories, wherever they were found, into the stories of
// these.
func (l *loader) unite() {
	for key, where := range l.histories {
		if at, ok := l.seen[key]; ok {
			l.entries[at].place = where
		}
	}
}

// ReadRevision reads one text of the history of a file, given as "git:FILE" or
// "git:FILE@REVISION": the last that there is, or that the revision knows.
func ReadRevision(ctx context.Context, path string, o Options) (*Document, error) {
	file, revs := splitSpec(strings.TrimPrefix(path, GitPrefix))
	found, err := revisions(ctx, file, revs, 1)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	texts, err := contents(ctx, file, found)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	text, err := texts.open(found[0].commit)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	d, err := o.Read(found[0].file, text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, errors.Unwrap(err))
	}
	found[0].describe(d, GitPrefix+file+"@"+found[0].short, file)
	return d, nil
}

// splitSpec parts the name of a file from a range of revisions. Either may have
// an @ of its own.
func splitSpec(spec string) (file, revs string) {
	if _, err := os.Lstat(spec); err == nil {
		return spec, ""
	}
	for at := range len(spec) {
		if spec[at] == '@' {
			if _, err := os.Lstat(spec[:at]); err == nil {
				return spec[:at], spec[at+1:]
			}
		}
	}
	file, revs, _ = strings.Cut(spec, "@")
	return file, revs
}

// revisions asks for the revisions of a file, the latest first, at most so many.
func revisions(ctx context.Context, file, revs string, most int) ([]revision, error) {
	info, err := os.Stat(file)
	switch {
	case file == "":
		return nil, errors.New("no file is named")
	case err == nil && info.IsDir():
		return nil, errors.New("is a folder; name a file in it")
	case strings.HasPrefix(revs, "-") || strings.ContainsFunc(revs, func(r rune) bool { return r < ' ' || r == 0x7f }):
		return nil, fmt.Errorf("%q is no range of revisions", revs)
	}
	args := []string{"log", "-z", "--topo-order", "--follow", "--name-status", "--abbrev=7", "--encoding=UTF-8", "--no-color",
		"--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-notes", "--max-count=" + strconv.Itoa(most), "--format=" + logFormat}
	if revs != "" {
		args = append(args, revs)
	}
	var out bytes.Buffer
	err = git(ctx, file, append(args, "--", filepath.Base(file)), nil, func(r io.Reader) error {
		n, err := io.Copy(&out, io.LimitReader(r, maxLog+1))
		if n > maxLog {
			return errors.New("git says too much about its revisions")
		}
		return err
	})
	if err != nil {
		return nil, explained(err, revs)
	}
	found, err := parseLog(out.String(), filepath.Base(file))
	if err == nil && len(found) == 0 && revs != "" {
		// The file may have had another name in all of the range.
		found, err = inRange(ctx, file, revs)
		found = found[:min(len(found), most)]
	}
	if err == nil && len(found) == 0 {
		err = errors.New("git knows no revision of this file")
		if revs != "" {
			err = fmt.Errorf("git knows no revision of this file in %q", revs)
		}
	}
	return found, err
}

// maxRange is of how many commits of a range it is asked whether the file had
// another name in them.
const maxRange = 100_000

// inRange returns those of all revisions of a file, the latest first, that are in a
// range.
func inRange(ctx context.Context, file, revs string) ([]revision, error) {
	all, err := revisions(ctx, file, "", math.MaxInt32)
	if err != nil {
		return nil, nil // it is not there now either, which is said of the range
	}
	commits := map[string]bool{}
	err = git(ctx, file, []string{"rev-list", "--max-count=" + strconv.Itoa(maxRange), revs, "--"}, nil, func(r io.Reader) error {
		lines := bufio.NewScanner(r)
		for lines.Scan() {
			commits[lines.Text()] = true
		}
		return lines.Err()
	})
	if err != nil {
		return nil, explained(err, revs)
	}
	return slices.DeleteFunc(all, func(r revision) bool { return !commits[r.commit] }), nil
}

// texts are the contents of revisions, by commit, as a tree whose files have
// the names of the commits.
type texts struct {
	file string
	read map[string]string
	errs map[string]error
}

func (t texts) stat(string) (fs.FileInfo, error)   { return nil, fs.ErrInvalid }
func (t texts) list(string) ([]fs.DirEntry, error) { return nil, fs.ErrInvalid }
func (t texts) join(dir, name string) string       { return dir + name }
func (t texts) key(name string) string             { return GitPrefix + disk{}.key(t.file) + "@" + name }

func (t texts) open(name string) (io.ReadCloser, error) {
	if err := t.errs[name]; err != nil {
		return nil, err
	}
	return io.NopCloser(strings.NewReader(t.read[name])), nil
}

// holds reports whether a file says what the revision says, line ends aside.
func (t texts) holds(commit, file string) bool {
	f, err := os.Open(file)
	if err != nil {
		return false
	}
	defer f.Close()
	data, err := readAll(f, 0)
	lines := strings.NewReplacer("\r\n", "\n")
	return err == nil && lines.Replace(data) == lines.Replace(t.read[commit])
}

// contents reads the texts of revisions, all from one process.
func contents(ctx context.Context, file string, revs []revision) (texts, error) {
	t := texts{file: file, read: map[string]string{}, errs: map[string]error{}}
	var asked strings.Builder
	var order []string
	for _, r := range revs {
		if strings.ContainsAny(r.file, "\n\r") {
			t.errs[r.commit] = errors.New("its name has a line break")
			continue
		}
		fmt.Fprintf(&asked, "%s:%s\n", r.commit, r.file)
		order = append(order, r.commit)
	}
	err := git(ctx, file, []string{"cat-file", "--batch"}, strings.NewReader(asked.String()), func(r io.Reader) error {
		in := bufio.NewReader(r)
		left := int64(maxHistory)
		for _, commit := range order {
			if err := t.next(in, commit, &left); err != nil {
				return err
			}
		}
		return nil
	})
	return t, err
}

// next reads the answer to one request: a line with the size, the text and a
// line end, or a line that says that there is none.
func (t texts) next(in *bufio.Reader, commit string, left *int64) error {
	line, err := in.ReadString('\n')
	if err != nil {
		return err
	}
	words := strings.Fields(line) // hash, kind and size, or a name and "missing"
	if len(words) == 0 || words[len(words)-1] == "missing" {
		t.errs[commit] = errors.New("git has not got this revision")
		return nil
	}
	size, err := strconv.ParseInt(words[len(words)-1], 10, 64)
	switch {
	case err != nil || size < 0 || size == math.MaxInt64 || len(words) != 3:
		return fmt.Errorf("git cat-file says %q", strings.TrimSpace(line))
	case words[1] != "blob":
		t.errs[commit] = errors.New("was no file in this revision")
	case size > *left:
		t.errs[commit] = fmt.Errorf("all revisions together are larger than %d MB", maxHistory>>20)
	}
	if t.errs[commit] != nil {
		_, err = io.CopyN(io.Discard, in, size+1)
		return err
	}
	*left -= size
	var b strings.Builder
	b.Grow(int(size))
	if _, err := io.CopyN(&b, in, size); err != nil {
		return err
	}
	t.read[commit] = b.String()
	_, err = in.Discard(1)
	return err
}

// git runs git in the folder of a file and hands over what it says. Nothing
// that a repository or its settings name is run: no hook, no pager, no program
// for differences or signatures, nothing that fetches.
func git(ctx context.Context, file string, args []string, in io.Reader, read func(io.Reader) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	cmd := exec.CommandContext(ctx, "git", append([]string{"--no-pager", "--literal-pathspecs", "--no-replace-objects",
		"-c", "core.hooksPath=" + os.DevNull, "-c", "core.fsmonitor=false", "-c", "protocol.allow=never", "-c", "log.showSignature=false"}, args...)...)
	cmd.Dir = filepath.Dir(file)
	cmd.Env = append(os.Environ(), "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1", "GIT_TERMINAL_PROMPT=0")
	cmd.Stdin = in
	cmd.WaitDelay = time.Second
	said := &scrap{}
	cmd.Stderr = said
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	failed := read(out)
	if failed != nil {
		cancel()
	}
	err = cmd.Wait()
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit) && len(said.b) > 0:
		return gitError(strings.TrimSpace(string(said.b)))
	case failed != nil:
		return failed
	}
	return err
}

// scrap keeps the beginning of what is written to it.
type scrap struct{ b []byte }

func (s *scrap) Write(p []byte) (int, error) {
	s.b = append(s.b, p[:min(len(p), 4096-len(s.b))]...)
	return len(p), nil
}

// gitError is what git says on standard error.
type gitError string

func (e gitError) Error() string {
	line, _, _ := strings.Cut(string(e), "\n")
	return "git: " + strings.TrimPrefix(line, "fatal: ")
}

// explained says what went wrong in words for people who do not know git.
func explained(err error, revs string) error {
	var said gitError
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return errors.New("git is not installed, or not in the path")
	case errors.Is(err, fs.ErrNotExist):
		return missing{}
	case !errors.As(err, &said):
		return err
	case strings.Contains(string(said), "not a git repository"):
		return errors.New("is in no git repository")
	case strings.Contains(string(said), "does not have any commits yet"):
		return errors.New("git knows no revision of this file")
	case revs != "" && (strings.Contains(string(said), "unknown revision") || strings.Contains(string(said), "bad revision") ||
		strings.Contains(string(said), "ambiguous argument") || strings.Contains(string(said), "Invalid revision range")):
		return fmt.Errorf("git knows no revision or range %q", revs)
	}
	return err
}
