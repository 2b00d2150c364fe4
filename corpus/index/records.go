package index

import (
	"bytes"
	"context"
	"database/sql"
	"slices"

	"variorum/corpus"
)

// Records calls f with every record, or with those of some paths.
func (x *Index) Records(ctx context.Context, paths []string, f func(corpus.Record)) {
	x.use(false, func(db *sql.DB) error {
		if paths == nil {
			return records(db.QueryContext(ctx, "select path, data from record"))(f)
		}
		one, err := db.PrepareContext(ctx, "select path, data from record where path = ?")
		if err != nil {
			return err
		}
		defer one.Close()
		for _, path := range paths {
			if err := records(one.QueryContext(ctx, path))(f); err != nil {
				return err
			}
		}
		return nil
	})
}

// records returns what calls f with the records that were asked for.
func records(rows *sql.Rows, err error) func(f func(corpus.Record)) error {
	return func(f func(corpus.Record)) error {
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var r corpus.Record
			var data sql.RawBytes
			if err := rows.Scan(&r.Path, &data); err != nil {
				return err
			}
			r.Data = data
			f(r)
		}
		return rows.Err()
	}
}

// Put remembers records, all or none of them.
func (x *Index) Put(records []corpus.Record) {
	x.change(func(tx *sql.Tx) error {
		put, err := tx.Prepare("insert into record(path, data) values (?, ?) on conflict(path) do update set data = excluded.data returning id")
		if err != nil {
			return err
		}
		forget, err := tx.Prepare("delete from word where rowid = ?")
		if err != nil {
			return err
		}
		words, err := tx.Prepare("insert into word(rowid, text) values (?, ?)")
		if err != nil {
			return err
		}
		ids := make([]int64, len(records))
		for i, r := range records {
			if err := put.QueryRow(r.Path, r.Data).Scan(&ids[i]); err != nil {
				return err
			}
		}
		// Not before all records are there, since SQLite writes the words out
		// whenever another table changes.
		for i, r := range records {
			if r.Text == "" {
				continue // the file says what it said
			}
			if _, err := forget.Exec(ids[i]); err != nil {
				return err
			}
			if _, err := words.Exec(ids[i], r.Text); err != nil {
				return err
			}
		}
		return nil
	})
}

// Remove forgets records.
func (x *Index) Remove(paths []string) {
	x.change(func(tx *sql.Tx) error {
		for _, path := range paths {
			for _, q := range []string{"delete from word where rowid = (select id from record where path = ?)", "delete from record where path = ?"} {
				if _, err := tx.Exec(q, path); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// part is how many bytes of a memory are in one row: a row of many megabytes
// takes ten times as long to read as many rows.
const part = 250 << 10

// Memory returns what was remembered under a name.
func (x *Index) Memory(name string) (data []byte) {
	x.use(false, func(db *sql.DB) error {
		var size int
		if err := db.QueryRow("select coalesce(sum(length(data)), 0) from memory where name = ?", name).Scan(&size); err != nil || size == 0 {
			return err
		}
		rows, err := db.Query("select data from memory where name = ? order by part", name)
		if err != nil {
			return err
		}
		defer rows.Close()
		out := bytes.NewBuffer(make([]byte, 0, size))
		for rows.Next() {
			var row sql.RawBytes
			if err := rows.Scan(&row); err != nil {
				return err
			}
			out.Write(row)
		}
		data = out.Bytes()
		return rows.Err()
	})
	return data
}

// Remember remembers data in place of what was there.
func (x *Index) Remember(name string, data []byte) {
	x.change(func(tx *sql.Tx) error {
		if _, err := tx.Exec("delete from memory where name = ?", name); err != nil {
			return err
		}
		return appendMemory(tx, name, data)
	})
}

// Append remembers data after what was there.
func (x *Index) Append(name string, data []byte) {
	x.change(func(tx *sql.Tx) error { return appendMemory(tx, name, data) })
}

func appendMemory(tx *sql.Tx, name string, data []byte) error {
	for row := range slices.Chunk(data, part) {
		if _, err := tx.Exec("insert into memory(name, data) values (?, ?)", name, row); err != nil {
			return err
		}
	}
	return nil
}

// change makes a transaction.
func (x *Index) change(f func(*sql.Tx) error) {
	x.use(true, func(db *sql.DB) error {
		tx, err := db.Begin()
		if err != nil {
			return err
		}
		defer tx.Rollback()
		if err := f(tx); err != nil {
			return err
		}
		return tx.Commit()
	})
}

// Search returns the paths of the records in whose text stands, for every word,
// one that begins so.
func (x *Index) Search(ctx context.Context, words []string) (paths []string, ok bool) {
	var query bytes.Buffer
	for i, w := range words {
		if i > 0 {
			query.WriteString(" AND ")
		}
		query.WriteString(`"` + w + `"*`)
	}
	ok = x.use(false, func(db *sql.DB) error {
		rows, err := db.QueryContext(ctx, "select path from record where id in (select rowid from word where word match ?)", query.String())
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var path string
			if err := rows.Scan(&path); err != nil {
				return err
			}
			paths = append(paths, path)
		}
		return rows.Err()
	})
	return paths, ok
}
