-- Walks through flowcharts: which are under way, and which belong to a concern.

CREATE TABLE walk (
    id      BLOB NOT NULL PRIMARY KEY,
    concern BLOB,             -- What it is about, where that is recorded.
    flow    TEXT NOT NULL,
    number  TEXT NOT NULL,
    title   TEXT NOT NULL,
    at      TEXT,             -- The step it stands at; nothing once it has ended.
    steps   INTEGER NOT NULL, -- How many were taken.
    begun   INTEGER NOT NULL, -- Milliseconds.
    last    INTEGER NOT NULL, -- When somebody last did anything in it.
    who     TEXT NOT NULL     -- Who that was.
) STRICT, WITHOUT ROWID;

CREATE INDEX walk_open ON walk (last) WHERE at IS NOT NULL;
CREATE INDEX walk_by_concern ON walk (concern) WHERE concern IS NOT NULL;
