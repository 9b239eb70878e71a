-- The record itself: entries are added and never changed. Everything after the line further down is a
-- projection, which can be dropped and made again from the entries.

CREATE TABLE room (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    id  BLOB NOT NULL -- 16 bytes; entries of another room do not verify here.
) STRICT;

CREATE TABLE log (
    -- One writer's entries in this room. Head and frontier follow the entries.

    n        INTEGER NOT NULL PRIMARY KEY,
    writer   BLOB NOT NULL UNIQUE, -- Ed25519 public key.
    seq      INTEGER NOT NULL,     -- Place of the newest entry.
    head     BLOB NOT NULL,        -- Its id.
    head_n   INTEGER NOT NULL,     -- Its place in order of arrival.
    frontier BLOB NOT NULL,        -- Right edge of the RFC 6962 tree over the log.
    named    INTEGER NOT NULL DEFAULT 0, -- A joined entry of another log names the head as seen.
    forked   INTEGER NOT NULL DEFAULT 0, -- Two entries claim one place.
    person   BLOB NOT NULL,        -- From the certificate in the log's first entry.
    name     TEXT NOT NULL,
    user     TEXT NOT NULL,
    role     TEXT NOT NULL,
    identity BLOB NOT NULL,
    code     TEXT NOT NULL,        -- In this writer's record numbers.
    concerns INTEGER NOT NULL DEFAULT 0, -- How many it has recorded: the next number.
    ends     INTEGER               -- Entries after this place do not count: the person was removed.
) STRICT;

CREATE TABLE entry (
    n         INTEGER NOT NULL PRIMARY KEY, -- Order of arrival on this laptop.
    id        BLOB NOT NULL UNIQUE,         -- SHA-256 of the header.
    log       INTEGER NOT NULL REFERENCES log (n),
    seq       INTEGER NOT NULL,
    ms        INTEGER NOT NULL,             -- The hybrid clock.
    tick      INTEGER NOT NULL,
    header    BLOB NOT NULL,                -- The exact bytes that were signed.
    signature BLOB NOT NULL
) STRICT;

CREATE INDEX log_by_head ON log (head_n);

CREATE INDEX entry_by_moment ON entry (ms, tick);
CREATE INDEX entry_by_place ON entry (log, seq);

CREATE TABLE part (
    n     INTEGER NOT NULL PRIMARY KEY, -- 32 times the entry's place, plus the part's.
    bytes BLOB NOT NULL                 -- Salt and content.
) STRICT;

CREATE TABLE waiting (
    -- Entries that build on something that has not come yet.

    id   BLOB NOT NULL PRIMARY KEY,
    line TEXT NOT NULL -- In the open form.
) STRICT;

CREATE TABLE destroyed_part (
    -- What a valid order destroyed. It never comes back, from wherever.

    entry BLOB NOT NULL,
    hash  BLOB NOT NULL,
    PRIMARY KEY (entry, hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE destroyed_blob (
    hash BLOB NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE order_unheard (
    -- Destruction orders whose signers the room does not know as members yet.

    entry BLOB NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TRIGGER entry_stays_as_it_is BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;

CREATE TRIGGER entry_stays BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'entries are never removed'); END;

CREATE TRIGGER part_stays_as_it_is BEFORE UPDATE ON part
BEGIN SELECT RAISE(ABORT, 'parts are never changed'); END;

CREATE TRIGGER part_stays_unless_destroyed BEFORE DELETE ON part
WHEN NOT EXISTS (
    SELECT 1 FROM destroyed_part JOIN entry ON entry.id = destroyed_part.entry WHERE entry.n = OLD.n / 32
)
BEGIN SELECT RAISE(ABORT, 'parts are removed only by a destruction order'); END;

-- Projections.

CREATE TABLE subject (
    -- Which entries are about what.

    subject BLOB NOT NULL,
    entry   INTEGER NOT NULL,
    place   INTEGER NOT NULL, -- 0: the entry is a step of this subject; more: it names it too.
    head    INTEGER NOT NULL, -- 1 while no later entry about it builds on this one.
    PRIMARY KEY (subject, entry)
) STRICT, WITHOUT ROWID;

CREATE TABLE concern (
    row        INTEGER NOT NULL PRIMARY KEY, -- From the written time: newest first needs no sort.
    id         BLOB NOT NULL UNIQUE,
    record_no  TEXT NOT NULL,
    kind       TEXT NOT NULL,
    about      TEXT NOT NULL, -- The name it is filed under.
    class      TEXT NOT NULL,
    others     INTEGER NOT NULL, -- How many more people it names.
    opening    TEXT NOT NULL, -- First words of the account.
    category   TEXT NOT NULL, -- First category's id.
    categories INTEGER NOT NULL,
    status     TEXT NOT NULL,
    urgency    TEXT NOT NULL,
    occurred   INTEGER, -- Milliseconds since 1970.
    about_time INTEGER NOT NULL,
    noticed    INTEGER,
    written    INTEGER NOT NULL,
    reporter   BLOB NOT NULL,
    reporter_name TEXT NOT NULL,
    versions   INTEGER NOT NULL,
    heads      INTEGER NOT NULL,
    files      INTEGER NOT NULL,
    first_read INTEGER, -- When somebody other than its writer first opened it.
    needs_newer INTEGER NOT NULL
) STRICT;

CREATE INDEX concern_unread ON concern (row) WHERE first_read IS NULL;
CREATE INDEX concern_by_status ON concern (status, row);
CREATE INDEX concern_by_reporter ON concern (reporter, row);
CREATE INDEX concern_by_number ON concern (record_no);

CREATE TABLE tally (
    -- How many concerns there are: counting them takes longer than everything else at opening.

    one      INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    concerns INTEGER NOT NULL
) STRICT;

INSERT INTO tally (one, concerns) VALUES (1, 0);

CREATE TRIGGER concern_comes AFTER INSERT ON concern
BEGIN UPDATE tally SET concerns = concerns + 1; END;

CREATE TRIGGER concern_goes AFTER DELETE ON concern
BEGIN UPDATE tally SET concerns = concerns - 1; END;

CREATE TABLE concern_pupil (
    pupil BLOB NOT NULL,
    row   INTEGER NOT NULL,
    PRIMARY KEY (pupil, row)
) STRICT, WITHOUT ROWID;

CREATE INDEX concern_pupil_by_row ON concern_pupil (row);

CREATE TABLE file (
    id      BLOB NOT NULL PRIMARY KEY,
    concern BLOB NOT NULL,
    name    TEXT NOT NULL,
    size    INTEGER NOT NULL,
    blob    BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX file_by_concern ON file (concern);

CREATE TABLE pupil (
    n     INTEGER NOT NULL PRIMARY KEY, -- From the id, the same on every laptop.
    id    BLOB NOT NULL UNIQUE,
    name  TEXT NOT NULL, -- As people say it.
    sort  TEXT NOT NULL, -- Surname first, plain letters.
    upn   TEXT,
    left  TEXT, -- The day they leave or left, ISO.
    facts TEXT NOT NULL, -- What is known, as in the entry.
    heads INTEGER NOT NULL
) STRICT;

CREATE INDEX pupil_by_name ON pupil (sort, n);
CREATE INDEX pupil_by_upn ON pupil (upn) WHERE upn IS NOT NULL;

CREATE TABLE looked (
    what   TEXT NOT NULL,
    id     TEXT NOT NULL,
    at     INTEGER NOT NULL,
    person BLOB NOT NULL,
    name   TEXT NOT NULL,
    detail TEXT NOT NULL,
    entry  BLOB NOT NULL,
    PRIMARY KEY (what, id, at, entry)
) STRICT, WITHOUT ROWID;

CREATE TABLE member (
    person   BLOB NOT NULL PRIMARY KEY,
    name     TEXT NOT NULL,
    user     TEXT NOT NULL,
    role     TEXT NOT NULL,
    identity BLOB NOT NULL,
    sealing  TEXT NOT NULL,
    added    INTEGER NOT NULL,
    removed  INTEGER -- Remove beats add.
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    one   INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    value TEXT NOT NULL
) STRICT;

CREATE TABLE note (
    -- What happened to accounts, and calls to 999.

    entry  BLOB NOT NULL PRIMARY KEY,
    kind   TEXT NOT NULL,
    at     INTEGER NOT NULL,
    who    TEXT NOT NULL,
    value  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Words of concerns. The text itself is in the parts; this holds only where each word occurs.
CREATE VIRTUAL TABLE concern_words USING fts5 (
    words, content = '', contentless_delete = 1, prefix = '2 3 4', tokenize = "unicode61 remove_diacritics 2"
);

-- Names of pupils: as written, in plain letters, and as they sound.
CREATE VIRTUAL TABLE pupil_words USING fts5 (
    names, sounds, content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = "unicode61 remove_diacritics 2"
);
