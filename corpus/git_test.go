package corpus

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// repository makes a repository in a new folder and works there. It returns
// what runs git in it.
func repository(t *testing.T) func(args ...string) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not on this machine:", err)
	}
	t.Chdir(t.TempDir())
	for _, name := range []string{"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_AUTHOR_DATE"} {
		t.Setenv(name, "")
		os.Unsetenv(name)
	}
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	t.Setenv("GIT_AUTHOR_EMAIL", "ada@example.org")
	t.Setenv("GIT_COMMITTER_NAME", "Somebody")
	t.Setenv("GIT_COMMITTER_EMAIL", "somebody@example.org")
	t.Setenv("GIT_AUTHOR_NAME", "Ada Lock")
	run := func(args ...string) {
		t.Helper()
		if out, err := exec.Command("git", args...).CombinedOutput(); err != nil {
			t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
		}
	}
	run("init", "-q", ".")
	return run
}

func write(t *testing.T, name, data string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

// ferry makes a file with three revisions, the second of which gives it another
// name.
func ferry(t *testing.T) (git func(args ...string)) {
	git = repository(t)
	const rest = "The ferry will sail on Tuesday, said the harbour master, and nobody believed her.\n\nThe ice is a foot thick.\n"
	write(t, "texts/draft.md", "# The ferry\n\nIt lies in port.\n\n"+rest)
	git("add", ".")
	git("commit", "-q", "-m", "Begin", "--date", "2031-03-01T08:05:59+01:00")
	git("mv", "texts/draft.md", "texts/ferry.md")
	write(t, "texts/ferry.md", "# The ferry\n\nIt has lain in port for a week.\n\n"+rest)
	git("commit", "-q", "-a", "-m", "Say how long", "-m", "Nobody knew.", "--date", "2031-03-02T23:59:00-05:30", "--author", "Béla \x1b[31mKun <b@example.org>")
	write(t, "texts/ferry.md", "# The ferry sails\n\nIt has lain in port for a week.\n\n"+rest)
	git("commit", "-q", "-a", "-m", "A new title", "--date", "2031-03-01T09:00:00+00:00")
	return git
}

func historyOf(t *testing.T, paths ...string) *Corpus {
	t.Helper()
	c, err := Options{}.Load(context.Background(), paths)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestHistory(t *testing.T) {
	ferry(t)
	c := historyOf(t, "git:texts/ferry.md")
	if len(c.Stories) != 1 || len(c.Problems) != 0 {
		t.Fatalf("%d stories, problems %v", len(c.Stories), c.Problems)
	}
	var got []string
	for _, v := range c.Stories[0].Versions {
		if v.Path != "git:texts/ferry.md@"+v.Revision || v.ID != "ferry-"+v.Revision || v.Match != Assigned || v.Similarity < 0.5 {
			t.Errorf("version %s at %s, %v, %.2f", v.ID, v.Path, v.Match, v.Similarity)
		}
		got = append(got, fmt.Sprintf("%s|%s|%s|%s", v.Published, strings.Join(v.Byline, ","), v.Subject, v.Title))
	}
	want := []string{
		"2031-03-01T08:05+01:00|Ada Lock|Begin|The ferry",
		"2031-03-02T23:59-05:30|Béla \x1b[31mKun|Say how long|The ferry",
		"2031-03-01T09:00Z|Ada Lock|A new title|The ferry sails",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}

	last := c.Stories[0].Versions[2]
	one, err := ReadRevision(context.Background(), "git:texts/ferry.md", Options{})
	if err != nil || one.ID != last.ID || one.Source != last.Source {
		t.Errorf("the last revision is %v, %v", one, err)
	}
	one, err = ReadRevision(context.Background(), "git:texts/ferry.md@HEAD~1", Options{})
	if err != nil || one.Subject != "Say how long" {
		t.Errorf("the one before is %v, %v", one, err)
	}

	for path, want := range map[string]int{
		"git:texts/ferry.md@HEAD~1":       2,
		"git:texts/ferry.md@HEAD~1..HEAD": 1,
		"git:texts/ferry.md@HEAD@{0}":     3,
		"git:" + last.Path[len("git:"):]:  3,
		"git:texts/draft.md":              1, // it is not there any more
	} {
		if c := historyOf(t, path); len(c.Stories) != 1 || len(c.Stories[0].Versions) != want {
			t.Errorf("%s has %d stories, the first of %d versions; want %d", path, len(c.Stories), len(c.Stories[0].Versions), want)
		}
	}
	if c := historyOf(t, "git:texts/ferry.md", "git:texts/ferry.md"); len(c.Stories) != 1 || len(c.Stories[0].Versions) != 3 {
		t.Error("named twice, a history is read twice")
	}
}

// TestHistoryBeforeRename holds that a range is of the file that has the name now,
// also where it had another one in all of the range.
func TestHistoryBeforeRename(t *testing.T) {
	ferry(t)
	for revs, want := range map[string]string{
		"HEAD~2": "Begin", "HEAD~1": "Begin, Say how long", "HEAD~2..HEAD~1": "Say how long", "HEAD~1..": "A new title",
	} {
		var subjects []string
		for _, s := range historyOf(t, "git:texts/ferry.md@"+revs).Stories {
			for _, v := range s.Versions {
				subjects = append(subjects, v.Subject)
			}
		}
		slices.Sort(subjects)
		if got := strings.Join(subjects, ", "); got != want {
			t.Errorf("%s: %s, want %s", revs, got, want)
		}
	}
	d, err := ReadRevision(context.Background(), "git:texts/ferry.md@HEAD~2", Options{})
	if err != nil || d.Subject != "Begin" || !strings.Contains(d.Source, "It lies in port.") {
		t.Errorf("%+v, %v", d, err)
	}
}

// TestHistoryUncommitted holds that what is being written is the last version,
// and no second one beside its folder.
func TestHistoryUncommitted(t *testing.T) {
	git := ferry(t)
	write(t, "texts/ferry.md", "# The ferry sails\r\n\r\nIt has lain in port for a week.\r\n\r\nThe ferry will sail on Tuesday, said the harbour master, and nobody believed her.\r\n\r\nThe ice is a foot thick.\r\n")
	if n := len(historyOf(t, "git:texts/ferry.md").Stories[0].Versions); n != 3 {
		t.Errorf("with other line ends there are %d versions", n)
	}
	write(t, "texts/ferry.md", "# The ferry sails\n\nIt has left.\n")
	c := historyOf(t, "git:texts/ferry.md", "texts")
	if len(c.Stories) != 1 || len(c.Stories[0].Versions) != 4 {
		t.Fatalf("%d stories", len(c.Stories))
	}
	if v := c.Stories[0].Versions[3]; filepath.ToSlash(v.Path) != "texts/ferry.md" || v.Revision != "" || v.Match != Assigned {
		t.Errorf("the last version is %s, %q, %v", v.Path, v.Revision, v.Match)
	}
	if n := len(historyOf(t, "git:texts/ferry.md@HEAD").Stories[0].Versions); n != 3 {
		t.Errorf("in a range there are %d versions", n)
	}
	// The story has the same ID as long as the file has its name.
	before := c.Stories[0].ID
	git("commit", "-q", "-a", "-m", "It left")
	if now := historyOf(t, "git:texts/ferry.md").Stories[0]; len(now.Versions) != 4 || now.ID != before {
		t.Errorf("%d versions of %s, which was %s", len(now.Versions), now.ID, before)
	}
}

// TestHistoryInFolder holds that a file of which there are revisions is a version of
// their story where the folder is read that it lies in, and no story of its own.
func TestHistoryInFolder(t *testing.T) {
	ferry(t)
	write(t, "texts/bees.md", "# Bees\n\nNobody knows why they divided in September.\n")
	for _, paths := range [][]string{{"texts", "git:texts/ferry.md"}, {"git:texts/ferry.md", "texts"}, {"git:texts/ferry.md@HEAD~1..HEAD", "texts"}} {
		c := historyOf(t, paths...)
		if len(c.Stories) != 2 {
			t.Errorf("%v: %d stories", paths, len(c.Stories))
			continue
		}
		versions := c.Stories[0].Versions
		if v := versions[len(versions)-1]; filepath.ToSlash(v.Path) != "texts/ferry.md" || v.Match != Assigned || v.Similarity != 1 {
			t.Errorf("%v: the last version is %s, %v, %.2f", paths, v.Path, v.Match, v.Similarity)
		}
	}
}

func TestHistoryErrors(t *testing.T) {
	git := ferry(t)
	write(t, "texts/new.md", "Not added.")
	write(t, "--output=x", "A name that looks like an option.")
	git("add", "--", "--output=x")
	git("commit", "-q", "-m", "An odd name")
	if c := historyOf(t, "git:--output=x"); len(c.Stories) != 1 {
		t.Error("a file with the name of an option is not read")
	}
	for path, want := range map[string]string{
		"git:texts/new.md":              "git:texts/new.md: git knows no revision of this file",
		"git:texts/none.md":             "git:texts/none.md: git knows no revision of this file",
		"git:nowhere/none.md":           "git:nowhere/none.md: no such file or folder",
		"git:texts":                     "git:texts: is a folder; name a file in it",
		"git:":                          "git:: no file is named",
		"git:texts/ferry.md@nope":       `git:texts/ferry.md@nope: git knows no revision or range "nope"`,
		"git:texts/ferry.md@--output=x": `git:texts/ferry.md@--output=x: "--output=x" is no range of revisions`,
	} {
		if _, err := (Options{}).Load(context.Background(), []string{path}); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", path, err, want)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := (Options{}).Load(ctx, []string{"git:texts/ferry.md"}); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end of its context: %v", err)
	}
	here, err := filepath.Abs("texts/ferry.md")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	write(t, "alone.md", "In no repository.")
	t.Setenv("GIT_CEILING_DIRECTORIES", filepath.Dir(mustGetwd(t)))
	if _, err := (Options{}).Load(context.Background(), []string{"git:alone.md"}); err == nil || err.Error() != "git:alone.md: is in no git repository" {
		t.Error(err)
	}
	if c := historyOf(t, "git:"+here); len(c.Stories) != 1 {
		t.Error("from another folder, the history is not found")
	}
	t.Setenv("PATH", "")
	if _, err := (Options{}).Load(context.Background(), []string{"git:alone.md"}); err == nil || !strings.Contains(err.Error(), "git is not installed") {
		t.Error(err)
	}
}

func mustGetwd(t *testing.T) string {
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestHistoryRunsNothing holds that no program is run that a repository names.
func TestHistoryRunsNothing(t *testing.T) {
	git := ferry(t)
	mark := filepath.Join(mustGetwd(t), "ran")
	program := filepath.Join(mustGetwd(t), "program")
	write(t, program, "#!/bin/sh\ntouch '"+mark+"'\n")
	if err := os.Chmod(program, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"core.pager", "pager.log", "diff.external", "diff.x.command", "diff.x.textconv", "core.fsmonitor", "gpg.program", "filter.x.smudge", "filter.x.clean"} {
		git("config", key, program)
	}
	git("config", "log.showSignature", "true")
	git("config", "core.hooksPath", mustGetwd(t))
	write(t, ".git/info/attributes", "*.md diff=x filter=x\n")
	write(t, "post-checkout", "#!/bin/sh\ntouch '"+mark+"'\n")
	// A signature is what git would have a program look at.
	head, err := exec.Command("git", "cat-file", "commit", "HEAD").Output()
	if err != nil {
		t.Fatal(err)
	}
	const signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n abc\n -----END PGP SIGNATURE-----\n\n"
	sign := exec.Command("git", "hash-object", "-t", "commit", "-w", "--stdin")
	sign.Stdin = strings.NewReader(strings.Replace(string(head), "\n\n", "\n"+signature, 1))
	signed, err := sign.Output()
	if err != nil {
		t.Fatal(err)
	}
	git("update-ref", "HEAD", strings.TrimSpace(string(signed)))
	if c := historyOf(t, "git:texts/ferry.md"); len(c.Stories[0].Versions) != 3 {
		t.Errorf("%d versions", len(c.Stories[0].Versions))
	}
	if _, err := os.Stat(mark); err == nil {
		t.Error("a program was run")
	}
}

// TestHistoryIsBounded makes more revisions than are read.
func TestHistoryIsBounded(t *testing.T) {
	git := repository(t)
	var stream strings.Builder
	for i := range maxRevisions + 5 {
		text := fmt.Sprintf("The ferry has lain in port for %d days, and nobody knows why it does.\n", i)
		fmt.Fprintf(&stream, "commit refs/heads/main\nauthor A <a@example.org> %d +0000\ncommitter A <a@example.org> %d +0000\ndata 4\nday\nM 644 inline ferry.txt\ndata %d\n%s\n",
			1900000000+i, 1900000000+i, len(text), text)
	}
	cmd := exec.Command("git", "fast-import", "--quiet")
	cmd.Stdin = strings.NewReader(stream.String())
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	git("symbolic-ref", "HEAD", "refs/heads/main")
	c := historyOf(t, "git:ferry.txt")
	if n := len(c.Stories[0].Versions); n != maxRevisions {
		t.Errorf("%d versions", n)
	}
	if len(c.Problems) != 1 || c.Problems[0].Path != "git:ferry.txt" || !strings.Contains(c.Problems[0].Err.Error(), "only the last 200 revisions are read") {
		t.Fatalf("problems %v", c.Problems)
	}
	_, older, _ := strings.Cut(c.Problems[0].Err.Error(), "; ")
	if n := len(historyOf(t, strings.Fields(older)[0]).Stories[0].Versions); n != 6 {
		t.Errorf("%s leads to %d versions", older, n)
	}
}

func TestParseLog(t *testing.T) {
	const hash = "0123456789012345678901234567890123456789"
	line := func(fields ...string) string { return strings.Join(fields, "\x00") + "\x00" }
	commit := []string{hash, "0123456", "2031-03-01T08:05:59+00:00", "Ada", "Begin"}
	for name, c := range map[string]struct {
		out  string
		want string // the names, or an error
	}{
		"nothing":    {"", ""},
		"merge":      {line(append(commit, append(append(commit[:5:5], "\nM", "b"), commit...)...)...), "file b b"},
		"rename":     {line(append(commit, "\nR087", "a", "b")...), "b"},
		"deleted":    {line(append(commit, "\nD", "a")...), ""},
		"cut short":  {hash + "\x000123456\x00", "git log says"},
		"no rename":  {line(append(commit, "\nR087", "a")...), "git log says"},
		"not a hash": {line("--help", "a", "b", "c", "d"), "git log says"},
	} {
		t.Run(name, func(t *testing.T) {
			found, err := parseLog(c.out, "file")
			var names []string
			for _, r := range found {
				names = append(names, r.file)
			}
			if err != nil && (c.want == "" || !strings.HasPrefix(err.Error(), c.want)) || err == nil && strings.Join(names, " ") != c.want {
				t.Errorf("%q, %v; want %q", names, err, c.want)
			}
		})
	}
}

func FuzzParseLog(f *testing.F) {
	f.Add("0123\x00012\x002031-03-01T08:05:59+00:00\x00Ada\x00Begin\x00\nR100\x00a\x00b\x00", "b")
	f.Fuzz(func(t *testing.T, out, name string) {
		found, err := parseLog(out, name)
		if err == nil && len(found) > strings.Count(out, "\x00")+1 {
			t.Errorf("%d revisions", len(found))
		}
	})
}
