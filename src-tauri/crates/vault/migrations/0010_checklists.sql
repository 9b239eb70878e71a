-- Checklists that somebody fills: which are open, and which belong to a concern.

CREATE TABLE checklist (
    id      BLOB NOT NULL PRIMARY KEY,
    concern BLOB,             -- What it is about, where that is recorded.
    list    TEXT NOT NULL,
    title   TEXT NOT NULL,
    open    INTEGER NOT NULL, -- Neither sent nor put away.
    sent    INTEGER,          -- When it was sent, milliseconds.
    begun   INTEGER NOT NULL, -- Milliseconds.
    last    INTEGER NOT NULL, -- When somebody last did anything in it.
    who     TEXT NOT NULL     -- Who that was.
) STRICT, WITHOUT ROWID;

CREATE INDEX checklist_open ON checklist (last) WHERE open = 1;
CREATE INDEX checklist_by_concern ON checklist (concern) WHERE concern IS NOT NULL;
