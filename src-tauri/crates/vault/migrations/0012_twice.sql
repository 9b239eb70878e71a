-- Adults who are on record twice, as pupils already may be; and names in the form in which two are the same name.

CREATE TABLE adult_join (
    -- Records that are one adult.

    other BLOB NOT NULL,
    kept  BLOB NOT NULL,
    PRIMARY KEY (other, kept)
) STRICT, WITHOUT ROWID;

CREATE INDEX adult_join_by_kept ON adult_join (kept);

CREATE TABLE adult_apart (
    -- Records that look like one adult and are two.

    one   BLOB NOT NULL,
    other BLOB NOT NULL,
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;

ALTER TABLE adult ADD COLUMN kept BLOB; -- The record that stands for this one; none where it stands for itself.

CREATE INDEX adult_by_kept ON adult (kept) WHERE kept IS NOT NULL;

ALTER TABLE pupil ADD COLUMN called TEXT NOT NULL DEFAULT ''; -- The name people say, in plain small letters.
ALTER TABLE adult ADD COLUMN called TEXT NOT NULL DEFAULT ''; -- Nothing where nobody knows the name.

CREATE INDEX pupil_by_called ON pupil (called) WHERE called <> '';
CREATE INDEX adult_by_called ON adult (called) WHERE called <> '';
