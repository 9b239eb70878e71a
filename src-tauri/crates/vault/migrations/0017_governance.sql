-- What was told to governors and the head: reports as they went, sheets of a head, logs that were monitored. A line each, for good.

CREATE TABLE governance (
    id   BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,    -- The kind of its entry.
    at   INTEGER NOT NULL, -- When it was written, milliseconds.
    who  TEXT NOT NULL,    -- Who wrote it.
    said TEXT NOT NULL     -- What it says, JSON.
) STRICT, WITHOUT ROWID;

CREATE INDEX governance_by_kind ON governance (kind, at DESC, id);
