package index

import (
	"database/sql"
	"net/url"
	"os"
	"strings"
)

// Info tells of one index.
type Info struct {
	File  string
	Paths []string // whose corpus it is of
	Texts int      // records: texts, and files that are archives or no texts
	Bytes int64
	Err   error // why nothing but the file and its size is known
}

// Status tells of all indexes in a folder.
func Status(folder string) ([]Info, error) {
	files, err := list(folder)
	if err != nil {
		return nil, err
	}
	var out []Info
	for _, file := range files {
		info := Info{File: file}
		for _, name := range []string{file, file + "-wal"} {
			if stat, err := os.Stat(name); err == nil {
				info.Bytes += stat.Size()
			}
		}
		info.Err = info.read()
		out = append(out, info)
	}
	return out, nil
}

func (i *Info) read() error {
	options := url.Values{"mode": {"ro"}, "_pragma": {"busy_timeout(10000)"}}
	db, err := sql.Open("sqlite", address(i.File, options))
	if err != nil {
		return err
	}
	defer db.Close()
	var id int
	if err := db.QueryRow("select application_id from pragma_application_id").Scan(&id); err != nil {
		return err
	}
	if id != mark {
		return errForeign
	}
	var paths string
	if err := db.QueryRow("select value, (select count(*) from record) from about where name = 'paths'").Scan(&paths, &i.Texts); err != nil {
		return err
	}
	i.Paths = strings.Split(paths, "\x00")
	return nil
}
