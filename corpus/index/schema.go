package index

import (
	"database/sql"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

// schema makes an empty index. The words have no text beside them and no places
// in it: they tell which files to read, not where.
const schema = `
create table about (name text primary key, value text) without rowid;
create table record (id integer primary key, path text unique not null, data blob not null);
create table memory (part integer primary key, name text not null, data blob not null);
create virtual table word using fts5(text, content='', contentless_delete=1, detail=none, tokenize="unicode61 remove_diacritics 0");
`

// mark is what an index of ours has in its head, "VARI".
const mark = 0x56415249

// open opens the file, or makes it.
func (x *Index) open(create bool) error {
	if x.db != nil {
		return nil
	}
	info, err := os.Lstat(x.file)
	switch {
	case err != nil && !create:
		return err
	case err != nil:
		// What a text says is nobody else's business.
		if err := os.MkdirAll(filepath.Dir(x.file), 0o700); err != nil {
			return err
		}
		f, err := os.OpenFile(x.file, os.O_CREATE|os.O_WRONLY, 0o600)
		if err != nil {
			return err
		}
		if err := f.Close(); err != nil {
			return err
		}
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s: %w", x.file, fs.ErrInvalid)
	}
	options := url.Values{
		"_pragma": {"busy_timeout(10000)", "journal_mode(wal)", "synchronous(normal)", "cache_size(-16000)"},
		"_txlock": {"immediate"},
	}
	db, err := sql.Open("sqlite", address(x.file, options))
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	if err := x.check(db); err != nil {
		db.Close()
		return err
	}
	x.db = db
	return nil
}

// check makes the schema in an empty file, and looks whether another one is an
// index of this build.
func (x *Index) check(db *sql.DB) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	var id, tables int
	var build string
	if err := tx.QueryRow("select (select count(*) from sqlite_master), application_id from pragma_application_id").Scan(&tables, &id); err != nil {
		return err
	}
	if tables == 0 {
		if _, err := tx.Exec(fmt.Sprintf("pragma application_id = %d; %s", mark, schema)); err != nil {
			return err
		}
		if _, err := tx.Exec("insert into about values ('build', ?), ('paths', ?)", x.build, strings.Join(x.paths, "\x00")); err != nil {
			return err
		}
		return tx.Commit()
	}
	if id != mark {
		return errForeign
	}
	if err := tx.QueryRow("select value from about where name = 'build'").Scan(&build); err != nil {
		return err
	}
	if build != x.build {
		return errOther
	}
	return nil
}

// address names a file as SQLite is to open it.
func address(file string, options url.Values) string {
	return "file:" + (&url.URL{Path: filepath.ToSlash(file)}).EscapedPath() + "?" + options.Encode()
}
