-- What a concern has that others may have too, so that concerns worth a look together are found by asking, not by reading
-- them all; and what of that a lead has set aside.

CREATE TABLE trace (
    of    TEXT NOT NULL CHECK (of IN ('child', 'adult', 'name', 'room', 'device')),
    key   TEXT NOT NULL, -- In the form in which it is compared.
    row   INTEGER NOT NULL,
    shown TEXT NOT NULL, -- As it was written.
    PRIMARY KEY (of, key, row)
) STRICT, WITHOUT ROWID;

CREATE INDEX trace_by_row ON trace (row);

CREATE TABLE set_aside (
    entry BLOB NOT NULL PRIMARY KEY, -- The entry that says it.
    row   INTEGER NOT NULL,
    sort  TEXT NOT NULL,
    key   TEXT NOT NULL,
    value TEXT NOT NULL -- As in the entry.
) STRICT, WITHOUT ROWID;

CREATE INDEX set_aside_by_row ON set_aside (row);
CREATE INDEX set_aside_by_key ON set_aside (sort, key);
