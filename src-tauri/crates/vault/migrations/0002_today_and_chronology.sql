-- What today and a pupil's chronology ask of the list of concerns, so that neither has to open any of them.

ALTER TABLE concern ADD COLUMN said TEXT NOT NULL DEFAULT ''; -- First words of the child's own.
ALTER TABLE concern ADD COLUMN people TEXT NOT NULL DEFAULT '[]'; -- Who it names, in the order of the record.
ALTER TABLE concern ADD COLUMN taken_by TEXT NOT NULL DEFAULT ''; -- The id of whoever took it on.

CREATE TABLE concern_for (
    -- What a concern is to somebody with an account.

    person BLOB NOT NULL,
    row    INTEGER NOT NULL,
    how    TEXT NOT NULL CHECK (how IN ('taken', 'told')),
    waits  INTEGER NOT NULL, -- 1 while it asks something of them: taken on and live, or told and not opened.
    PRIMARY KEY (person, row, how)
) STRICT, WITHOUT ROWID;

CREATE INDEX concern_for_by_row ON concern_for (row);
CREATE INDEX concern_for_waits ON concern_for (person, how, row) WHERE waits = 1;
