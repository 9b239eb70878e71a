//! Writing entries: one transaction, synced before it returns.

use history::clock::{ClockNote, Moment};
use history::entry::{Author, BlobHeader, Subject, Written, read_envelope, read_header};
use history::member::{CERTIFICATE, Certificate, WRITER_INTRODUCED};
use history::{Hash, Id, PublicKey, WriterKey};
use rand_core::CryptoRngCore;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use zeroize::Zeroizing;

use super::append::{append, log_of};
use crate::room::Room;
use crate::{VaultError, project};

/// Who writes: the key of one person on this installation and the certificate that ties it to the person.
pub struct Pen<'a> {
    /// Signs, and says which log.
    pub key: &'a WriterKey,
    /// Goes into the first entry of this writer in each room.
    pub certificate: &'a Certificate,
}

impl Pen<'_> {
    /// The log it writes.
    pub fn writer(&self) -> PublicKey {
        PublicKey(self.key.verifying_key().to_bytes())
    }
}

/// What the laptop's clock says now, and what is known of it.
#[derive(Debug, Clone)]
pub struct Stamp {
    /// Milliseconds since 1970.
    pub now_ms: i64,
    /// The same as RFC 3339 with milliseconds and offset.
    pub written: String,
    /// Time zone name.
    pub zone: String,
    /// Program and version.
    pub app: String,
    /// When this program was built, milliseconds since 1970.
    pub built_ms: i64,
    /// When this sitting last looked at the clock.
    pub sitting_ms: Option<i64>,
}

/// What a new entry is about, and which of its subjects it builds on what came before.
pub type Subjects = Vec<[u8; 16]>;

/// An entry to be written.
#[derive(Clone)]
pub struct NewEntry {
    /// The kind, version 1.
    pub kind: &'static str,
    /// Subjects by id; parents are found here.
    pub subjects: Subjects,
    /// What it takes the place of.
    pub supersedes: Vec<[u8; 32]>,
    /// When it happened, RFC 3339.
    pub happened: Option<String>,
    /// Its content.
    pub parts: Vec<(&'static str, Zeroizing<Vec<u8>>)>,
    /// Encrypted files, durable before this is called: hash and length.
    pub blobs: Vec<([u8; 32], u64)>,
}

impl Room {
    /// Writes entries in one transaction. When this returns they are on the disk; when it fails nothing changed.
    pub fn write(
        &mut self,
        pen: &Pen<'_>,
        stamp: &Stamp,
        rng: &mut dyn CryptoRngCore,
        new: Vec<NewEntry>,
    ) -> Result<Vec<Hash>, VaultError> {
        self.write_each(rng, new.into_iter().map(|new| (pen, stamp, new)))
    }

    /// The same for a great many entries: all of them or, when `go_on` says no before one of them, nothing and `false`.
    pub fn write_many(
        &mut self,
        pen: &Pen<'_>,
        stamp: &Stamp,
        rng: &mut dyn CryptoRngCore,
        new: Vec<NewEntry>,
        go_on: &mut dyn FnMut(u64) -> bool,
    ) -> Result<bool, VaultError> {
        let tx = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        if log_of(&tx, &pen.writer())?.is_none() {
            write_one(&tx, self.id, pen, stamp, rng, introduction(pen))?;
        }
        for (done, entry) in (0..).zip(new) {
            if !go_on(done) {
                return Ok(false);
            }
            write_one(&tx, self.id, pen, stamp, rng, entry)?;
        }
        tx.commit()?;
        Ok(true)
    }

    /// The same for entries of several writers, each with its own time.
    pub fn write_each<'a>(
        &mut self,
        rng: &mut dyn CryptoRngCore,
        new: impl IntoIterator<Item = (&'a Pen<'a>, &'a Stamp, NewEntry)>,
    ) -> Result<Vec<Hash>, VaultError> {
        let tx = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut written = Vec::new();
        for (pen, stamp, entry) in new {
            if log_of(&tx, &pen.writer())?.is_none() {
                write_one(&tx, self.id, pen, stamp, rng, introduction(pen))?;
            }
            written.push(write_one(&tx, self.id, pen, stamp, rng, entry)?);
        }
        tx.commit()?;
        Ok(written)
    }

    /// How many concerns this writer has recorded in this room: the count in the next record's number less one.
    pub fn concerns_by(&self, writer: &PublicKey) -> Result<u64, VaultError> {
        let count = self.conn.query_row(
            "SELECT COALESCE((SELECT concerns FROM log WHERE writer = ?1), 0)",
            [writer.0],
            |row| row.get(0),
        )?;
        Ok(count)
    }

    /// Codes that stand in record numbers of this room's writers.
    pub fn codes(&self) -> Result<Vec<(PublicKey, String)>, VaultError> {
        let mut statement = self.conn.prepare_cached("SELECT writer, code FROM log")?;
        let codes = statement.query_map([], |row| Ok((PublicKey(row.get(0)?), row.get(1)?)))?;
        Ok(codes.collect::<Result<_, _>>()?)
    }
}

/// The first entry of a writer's log in a room: whose it is.
fn introduction(pen: &Pen<'_>) -> NewEntry {
    let certificate = serde_json::to_vec(pen.certificate).unwrap_or_default();
    NewEntry {
        kind: WRITER_INTRODUCED,
        subjects: Vec::new(),
        supersedes: Vec::new(),
        happened: None,
        parts: vec![(CERTIFICATE, Zeroizing::new(certificate))],
        blobs: Vec::new(),
    }
}

fn write_one(
    conn: &Connection,
    room: Id,
    pen: &Pen<'_>,
    stamp: &Stamp,
    rng: &mut dyn CryptoRngCore,
    new: NewEntry,
) -> Result<Hash, VaultError> {
    let log = log_of(conn, &pen.writer())?;
    let latest = conn
        .prepare_cached("SELECT ms, tick FROM entry ORDER BY ms DESC, tick DESC LIMIT 1")?
        .query_row([], |row| {
            Ok(Moment {
                ms: row.get(0)?,
                n: row.get(1)?,
            })
        })
        .optional()?;
    let note = ClockNote::about(
        stamp.now_ms,
        latest.map(|moment| moment.ms),
        stamp.sitting_ms,
        stamp.built_ms,
    );
    let author = Author {
        room,
        key: pen.key,
        last: log.as_ref().map(|log| (log.seq, log.head)),
        seen: seen_since(conn, log.as_ref().map_or((0, 0), |log| (log.n, log.head_n)))?,
        moment: Moment::after(latest, stamp.now_ms),
    };
    let written = Written {
        subjects: new
            .subjects
            .iter()
            .map(|subject| with_parents(conn, subject))
            .collect::<Result<_, _>>()?,
        supersedes: new.supersedes.into_iter().map(Hash).collect(),
        kind: new.kind,
        kind_version: 1,
        critical: false,
        written: stamp.written.clone(),
        zone: stamp.zone.clone(),
        clock_note: note.map(|note| note.code()),
        happened: new.happened,
        app: stamp.app.clone(),
        parts: new.parts,
        blobs: new
            .blobs
            .into_iter()
            .map(|(hash, len)| BlobHeader {
                hash: Hash(hash),
                len,
            })
            .collect(),
    };
    let entry = author.write(written, rng)?;
    let envelope = read_envelope(&entry.header)?;
    let header = read_header(&entry.header)?;
    let joined = append(conn, &entry, &envelope, Some(header), false)?;
    project::apply(conn, &joined, &entry)?;
    Ok(joined.id)
}

/// Heads of other logs that moved since this writer's newest entry and that no entry has named yet: what an entry names
/// has, through it, been seen as well. However many people posted, a header stays small; the newest come first.
fn seen_since(conn: &Connection, (log, since): (i64, i64)) -> Result<Vec<Hash>, VaultError> {
    let mut statement = conn.prepare_cached(
        "SELECT head FROM log WHERE n <> ?1 AND head_n > ?2 AND named = 0 ORDER BY head_n DESC LIMIT 200",
    )?;
    let seen = statement
        .query_map((log, since), |row| row.get(0).map(Hash))?
        .collect::<Result<_, _>>()?;
    Ok(seen)
}

fn with_parents(conn: &Connection, subject: &[u8; 16]) -> Result<Subject, VaultError> {
    let mut statement = conn.prepare_cached(
        "SELECT entry.id FROM subject JOIN entry ON entry.n = subject.entry
          WHERE subject.subject = ?1 AND subject.head = 1
          ORDER BY entry.id",
    )?;
    let parents = statement
        .query_map([subject], |row| row.get(0).map(Hash))?
        .collect::<Result<_, _>>()?;
    Ok(Subject {
        id: Id(*subject),
        parents,
    })
}
