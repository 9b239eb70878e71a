-- Exhibits with their references, and the bundles that left.

CREATE TABLE exhibit (
    id       BLOB NOT NULL PRIMARY KEY,
    concern  BLOB NOT NULL,
    file     BLOB NOT NULL,    -- The file of the record that it is.
    producer BLOB NOT NULL,    -- Whose reference it is.
    initials TEXT NOT NULL,
    number   INTEGER NOT NULL,
    at       INTEGER NOT NULL, -- When it was given, milliseconds.
    given    TEXT NOT NULL     -- The whole of it, JSON.
) STRICT, WITHOUT ROWID;

CREATE INDEX exhibit_by_file ON exhibit (file);
CREATE INDEX exhibit_by_initials ON exhibit (initials, number);

CREATE TABLE bundle (
    id     BLOB NOT NULL PRIMARY KEY,
    writer BLOB NOT NULL,    -- Whose log it stands in: numbers count by writer.
    at     INTEGER NOT NULL, -- When it was made, milliseconds.
    who    TEXT NOT NULL,
    made   TEXT NOT NULL     -- The whole of it, JSON.
) STRICT, WITHOUT ROWID;

CREATE INDEX bundle_by_time ON bundle (at DESC, id);
