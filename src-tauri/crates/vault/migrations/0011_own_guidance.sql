-- Flowcharts and checklists as the school has made them its own: the page that holds of each.

CREATE TABLE own_guidance (
    id      BLOB NOT NULL PRIMARY KEY,
    sort    TEXT NOT NULL,    -- flow or checklist.
    page    TEXT NOT NULL,    -- Its name in the guidance.
    text    TEXT NOT NULL,    -- The page itself.
    version INTEGER NOT NULL,
    at      INTEGER NOT NULL, -- Milliseconds.
    who     TEXT NOT NULL,
    reason  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
