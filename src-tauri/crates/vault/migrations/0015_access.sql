-- Requests to see what is held about a pupil, a line each.

CREATE TABLE access_request (
    id     BLOB NOT NULL PRIMARY KEY,
    writer BLOB NOT NULL,    -- Whose log it was begun in: numbers count by writer.
    pupil  BLOB NOT NULL,    -- Whose file it is.
    at     INTEGER NOT NULL, -- When it was first written, milliseconds.
    open   INTEGER NOT NULL  -- It goes on.
) STRICT, WITHOUT ROWID;

CREATE INDEX access_request_by_open ON access_request (open, at DESC, id);
CREATE INDEX access_request_by_pupil ON access_request (pupil);
