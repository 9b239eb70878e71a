-- What lists say of a case: that something in it is significant, and that it is over for one of its pupils. By severity,
-- owner and category a list of two hundred thousand is walked from an index.

ALTER TABLE concern ADD COLUMN significant INTEGER NOT NULL DEFAULT 0; -- The concern or a step of it is marked.
ALTER TABLE concern ADD COLUMN closed_for TEXT NOT NULL DEFAULT '[]'; -- Pupils for whom it is over, with the day.

CREATE TABLE pupil_review (
    -- When somebody asks whether what must be read first about a pupil still holds.

    day   TEXT NOT NULL, -- ISO.
    entry BLOB NOT NULL, -- The entry that says it.
    pupil BLOB NOT NULL,
    say   TEXT NOT NULL,
    PRIMARY KEY (day, entry)
) STRICT, WITHOUT ROWID;

CREATE INDEX pupil_review_by_pupil ON pupil_review (pupil);

CREATE INDEX concern_by_severity ON concern (severity, row) WHERE severity <> '';
CREATE INDEX concern_by_owner ON concern (taken_by, row) WHERE taken_by <> '';
CREATE INDEX concern_by_category ON concern (category, row);
