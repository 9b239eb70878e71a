-- Adults, who belongs to which pupil, records that are one pupil, and names used online.

CREATE TABLE adult (
    n     INTEGER NOT NULL PRIMARY KEY, -- From the id, the same on every laptop.
    id    BLOB NOT NULL UNIQUE,
    sort  TEXT NOT NULL, -- What a list calls them, in plain letters.
    facts TEXT NOT NULL, -- What is known, as in the entry.
    heads INTEGER NOT NULL
) STRICT;

CREATE INDEX adult_by_name ON adult (sort, n);

-- Names of adults: as written, in plain letters, and as they sound.
CREATE VIRTUAL TABLE adult_words USING fts5 (
    names, sounds, content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = "unicode61 remove_diacritics 2"
);

CREATE TABLE tie (
    -- Who belongs to a pupil now.

    entry BLOB NOT NULL PRIMARY KEY,
    pupil BLOB NOT NULL, -- Whose page it was written on.
    whom  BLOB NOT NULL, -- The adult or the other child.
    value TEXT NOT NULL  -- As in the entry.
) STRICT, WITHOUT ROWID;

CREATE INDEX tie_by_pupil ON tie (pupil);
CREATE INDEX tie_by_whom ON tie (whom);

CREATE TABLE pupil_join (
    -- Records that are one pupil.

    other BLOB NOT NULL,
    kept  BLOB NOT NULL,
    PRIMARY KEY (other, kept)
) STRICT, WITHOUT ROWID;

CREATE INDEX pupil_join_by_kept ON pupil_join (kept);

CREATE TABLE pupil_apart (
    -- Records that look like one pupil and are two.

    one   BLOB NOT NULL,
    other BLOB NOT NULL,
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;

ALTER TABLE pupil ADD COLUMN kept BLOB; -- The record that stands for this one; none where it stands for itself.

CREATE INDEX pupil_by_kept ON pupil (kept) WHERE kept IS NOT NULL;

CREATE TABLE concern_adult (
    adult BLOB NOT NULL,
    row   INTEGER NOT NULL,
    PRIMARY KEY (adult, row)
) STRICT, WITHOUT ROWID;

CREATE INDEX concern_adult_by_row ON concern_adult (row);

CREATE TABLE online (
    -- Names, numbers and addresses used online, in the form in which they are compared.

    mark    TEXT NOT NULL,
    row     INTEGER NOT NULL,
    shown   TEXT NOT NULL, -- As it was written.
    service TEXT NOT NULL,
    PRIMARY KEY (mark, row)
) STRICT, WITHOUT ROWID;

CREATE INDEX online_by_row ON online (row);

CREATE TABLE hidden_file (
    -- Bytes that are kept out of everybody's sight, wherever else they hang.

    concern BLOB NOT NULL,
    sha256  TEXT NOT NULL,
    PRIMARY KEY (concern, sha256)
) STRICT, WITHOUT ROWID;

CREATE INDEX hidden_file_by_hash ON hidden_file (sha256);

CREATE INDEX concern_with_nobody ON concern (row) WHERE taken_by = '' AND status NOT IN ('closed', 'nfa', 'error');
