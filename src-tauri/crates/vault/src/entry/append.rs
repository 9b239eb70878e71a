//! Adding one entry that has been judged to join: the entry, its parts, its log, its subjects.

use history::checkpoint::Frontier;
use history::entry::{Entry, Envelope, Header};
use history::member::{CERTIFICATE, Certificate, WRITER_INTRODUCED};
use history::{Hash, HistoryError, PublicKey};
use rusqlite::{Connection, OptionalExtension, named_params};

use crate::VaultError;

/// Parts of entry `n` are numbered from 32 × `n`.
pub(crate) const PARTS_PER_ENTRY: i64 = 32;

/// An entry that has just joined.
pub(crate) struct Joined {
    pub(crate) id: Hash,
    pub(crate) header: Option<Header>,
}

/// What a room knows of a writer's log.
pub(crate) struct Log {
    pub(crate) n: i64,
    pub(crate) seq: u64,
    pub(crate) head: Hash,
    pub(crate) head_n: i64,
}

/// The log of a writer, if it has one in this room.
pub(crate) fn log_of(conn: &Connection, writer: &PublicKey) -> Result<Option<Log>, VaultError> {
    let log = conn
        .prepare_cached("SELECT n, seq, head, head_n FROM log WHERE writer = ?1")?
        .query_row([writer.0], |row| {
            Ok(Log {
                n: row.get(0)?,
                seq: row.get(1)?,
                head: Hash(row.get(2)?),
                head_n: row.get(3)?,
            })
        })
        .optional()?;
    Ok(log)
}

/// Adds an entry. `header` is absent for an entry that only a newer program can read.
pub(crate) fn append(
    conn: &Connection,
    entry: &Entry,
    envelope: &Envelope,
    header: Option<Header>,
    forks: bool,
) -> Result<Joined, VaultError> {
    let id = entry.id();
    let log = match log_of(conn, &envelope.writer)? {
        Some(log) => log.n,
        None => introduce(conn, entry, envelope, header.as_ref())?,
    };
    conn.prepare_cached(
        "INSERT INTO entry (id, log, seq, ms, tick, header, signature)
         VALUES (:id, :log, :seq, :ms, :tick, :header, :signature)",
    )?
    .execute(named_params! {
        ":id": id.0,
        ":log": log,
        ":seq": envelope.seq,
        ":ms": envelope.moment.ms,
        ":tick": envelope.moment.n,
        ":header": entry.header,
        ":signature": entry.signature.0,
    })?;
    let n = conn.last_insert_rowid();
    for (place, part) in (0_i64..).zip(&entry.parts) {
        if let Some(part) = part {
            conn.prepare_cached("INSERT INTO part (n, bytes) VALUES (?1, ?2)")?
                .execute((n * PARTS_PER_ENTRY + place, part.stored()))?;
        }
    }
    move_head(conn, log, n, &id, envelope, forks)?;
    for seen in &envelope.seen {
        conn.prepare_cached(
            "UPDATE log SET named = 1
              WHERE n = (SELECT log FROM entry WHERE id = ?1) AND head = ?1",
        )?
        .execute([seen.0])?;
    }
    if let Some(header) = &header {
        for (place, subject) in header.subjects.iter().enumerate() {
            for parent in &subject.parents {
                conn.prepare_cached(
                    "UPDATE subject SET head = 0
                      WHERE subject = ?1 AND entry = (SELECT n FROM entry WHERE id = ?2)",
                )?
                .execute((subject.id.0, parent.0))?;
            }
            conn.prepare_cached("INSERT OR IGNORE INTO subject (subject, entry, place, head) VALUES (?1, ?2, ?3, 1)")?
                .execute((subject.id.0, n, place))?;
        }
    }
    Ok(Joined { id, header })
}

/// A log's first entry must say whose it is, and prove it.
fn introduce(
    conn: &Connection,
    entry: &Entry,
    envelope: &Envelope,
    header: Option<&Header>,
) -> Result<i64, VaultError> {
    let certificate = header
        .filter(|header| header.kind == WRITER_INTRODUCED)
        .and_then(|header| {
            header
                .parts
                .iter()
                .position(|part| part.name == CERTIFICATE)
        })
        .and_then(|place| entry.parts.get(place)?.as_ref())
        .and_then(|part| serde_json::from_slice::<Certificate>(part.content()).ok())
        .ok_or(HistoryError::Malformed(
            "a log that does not say whose it is",
        ))?;
    certificate.check(&envelope.writer)?;
    conn.prepare_cached(
        "INSERT INTO log (writer, seq, head, head_n, frontier, person, name, user, role, identity, code)
         VALUES (:writer, 0, x'', 0, :frontier, :person, :name, :user, :role, :identity, :code)",
    )?
    .execute(named_params! {
        ":writer": envelope.writer.0,
        ":frontier": Frontier::default().to_bytes(),
        ":person": certificate.person.0,
        ":name": certificate.name,
        ":user": certificate.user,
        ":role": certificate.role,
        ":identity": certificate.identity.0,
        ":code": certificate.code,
    })?;
    Ok(conn.last_insert_rowid())
}

fn move_head(
    conn: &Connection,
    log: i64,
    n: i64,
    id: &Hash,
    envelope: &Envelope,
    forks: bool,
) -> Result<(), VaultError> {
    let (bytes, head): (Vec<u8>, Vec<u8>) = conn
        .prepare_cached("SELECT frontier, head FROM log WHERE n = ?1")?
        .query_row([log], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let follows = envelope
        .prev
        .map_or(head.is_empty(), |prev| prev.0.as_slice() == head);
    if forks || !follows {
        // The branch that came first stays the log; the other is kept beside it, and the writer is named.
        conn.prepare_cached("UPDATE log SET forked = 1 WHERE n = ?1")?
            .execute([log])?;
        return Ok(());
    }
    let mut frontier = Frontier::from_bytes(&bytes).ok_or(VaultError::Unreadable {
        table: "log",
        column: "frontier",
    })?;
    frontier.push(&id.0);
    conn.prepare_cached(
        "UPDATE log SET seq = ?2, head = ?3, head_n = ?4, frontier = ?5, named = 0 WHERE n = ?1",
    )?
    .execute((log, envelope.seq, id.0, n, frontier.to_bytes()))?;
    Ok(())
}
