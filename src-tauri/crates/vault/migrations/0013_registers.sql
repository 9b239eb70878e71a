-- Lines of the registers, as they hold; what was struck stays in its place.

CREATE TABLE register_line (
    id       BLOB NOT NULL PRIMARY KEY,
    register TEXT NOT NULL,    -- Its name in the guidance.
    concern  BLOB,             -- What it is about, where that is recorded.
    at       INTEGER NOT NULL, -- When it was first written, milliseconds.
    who      TEXT NOT NULL,    -- Who first wrote it.
    line     TEXT NOT NULL,    -- As it holds, JSON.
    struck   INTEGER NOT NULL, -- It does not count.
    reason   TEXT NOT NULL,    -- Why it was last corrected or struck.
    versions INTEGER NOT NULL, -- How often it was written.
    heads    INTEGER NOT NULL  -- How many of them hold.
) STRICT, WITHOUT ROWID;

CREATE INDEX register_line_by_register ON register_line (register, at DESC, id);
CREATE INDEX register_line_by_concern ON register_line (concern) WHERE concern IS NOT NULL;
