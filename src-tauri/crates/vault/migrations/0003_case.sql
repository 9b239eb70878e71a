-- What is done about a concern after it was written: how serious it is, and what is still to be done by when.

ALTER TABLE concern ADD COLUMN severity TEXT NOT NULL DEFAULT ''; -- 1 to 5, or nobody has judged it.

CREATE TABLE due (
    -- Things to do, answers that are waited for, reviews: only those that are still open.

    at        INTEGER NOT NULL, -- Milliseconds since 1970.
    entry     BLOB NOT NULL,    -- The entry that set it.
    row       INTEGER NOT NULL,
    thing     TEXT NOT NULL CHECK (thing IN ('action', 'reply', 'review')),
    owner     BLOB,             -- Whose it is.
    what      TEXT NOT NULL,
    whole_day INTEGER NOT NULL,
    PRIMARY KEY (at, entry)
) STRICT, WITHOUT ROWID;

CREATE INDEX due_by_row ON due (row);
