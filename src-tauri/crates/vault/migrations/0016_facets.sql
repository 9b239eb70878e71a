-- What reports and charts count of concerns, each fact at its own moment, so that a year of them is read in one sweep.

CREATE TABLE facet (
    at     INTEGER NOT NULL, -- A concern: when it happened, or was written. A referral: when it was made. Milliseconds.
    row    INTEGER NOT NULL, -- The concern's.
    place  INTEGER NOT NULL, -- 0: the concern itself; more: a referral of it.
    facets TEXT NOT NULL,    -- JSON, of what the place says.
    PRIMARY KEY (at, row, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX facet_by_row ON facet (row);
