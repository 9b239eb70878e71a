//! Taking in entries that were written elsewhere: verified, judged, joined or kept waiting. Merging is a union.

use history::clock::Moment;
use history::entry::{Entry, Envelope, read_header};
use history::ledger::{Known, Standing, check_alone, judge};
use history::{Hash, HistoryError, PublicKey, open_form};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

use super::append::append;
use super::strip;
use crate::room::Room;
use crate::{VaultError, project};

/// What came of taking entries in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Taken {
    /// New and joined, those that had been waiting included.
    pub joined: usize,
    /// Here already.
    pub known: usize,
    /// Kept until what they build on comes.
    pub waiting: usize,
    /// Had waited, and did not fit when what they waited for came.
    pub refused: usize,
    /// Places where a writer's key turned out to have been used twice.
    pub forks: usize,
}

impl Room {
    /// Takes entries in, all or none: one that does not verify refuses the lot and changes nothing.
    pub fn take(&mut self, entries: impl IntoIterator<Item = Entry>) -> Result<Taken, VaultError> {
        let room = self.id;
        let tx = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut taken = Taken::default();
        for entry in entries {
            take_one(&tx, room, entry, &mut taken)?;
        }
        while release(&tx, room, &mut taken)? {}
        taken.waiting = tx.query_row("SELECT count(*) FROM waiting", [], |row| row.get(0))?;
        tx.commit()?;
        Ok(taken)
    }
}

fn take_one(
    conn: &Connection,
    room: history::Id,
    mut entry: Entry,
    taken: &mut Taken,
) -> Result<(), VaultError> {
    let envelope = check_alone(&entry, room)?;
    let id = entry.id();
    let standing = judge(&id, &envelope, &Here(conn))?;
    match standing {
        Standing::Known => {
            fill_missing_parts(conn, &id, &envelope, &entry)?;
            taken.known += 1;
        }
        Standing::Waits(_) => {
            conn.prepare_cached("INSERT OR REPLACE INTO waiting (id, line) VALUES (?1, ?2)")?
                .execute((id.0, open_form::write(&entry)?))?;
        }
        Standing::Joins | Standing::Forks => {
            let forks = standing == Standing::Forks;
            let header = match read_header(&entry.header) {
                Ok(header) => Some(header),
                Err(HistoryError::Newer { .. }) => None,
                Err(other) => return Err(other.into()),
            };
            strip(conn, &id, &envelope, &mut entry)?;
            let joined = append(conn, &entry, &envelope, header, forks)?;
            project::apply(conn, &joined, &entry)?;
            taken.joined += 1;
            taken.forks += usize::from(forks);
        }
    }
    Ok(())
}

/// A part that was withheld before and has come now is added, unless an order destroyed it.
fn fill_missing_parts(
    conn: &Connection,
    id: &Hash,
    envelope: &Envelope,
    entry: &Entry,
) -> Result<(), VaultError> {
    let mut entry = entry.clone();
    strip(conn, id, envelope, &mut entry)?;
    let n: i64 = conn.query_row("SELECT n FROM entry WHERE id = ?1", [id.0], |row| {
        row.get(0)
    })?;
    let mut added = 0;
    for (place, part) in (0_i64..).zip(&entry.parts) {
        if let Some(part) = part {
            added += conn
                .prepare_cached("INSERT OR IGNORE INTO part (n, bytes) VALUES (?1, ?2)")?
                .execute((n * super::append::PARTS_PER_ENTRY + place, part.stored()))?;
        }
    }
    if added > 0 {
        project::again(conn, envelope)?;
    }
    Ok(())
}

/// Tries whatever waits; true if something joined, so that what waited for it may follow.
fn release(conn: &Connection, room: history::Id, taken: &mut Taken) -> Result<bool, VaultError> {
    let mut statement = conn.prepare("SELECT id, line FROM waiting ORDER BY id")?;
    let waiting: Vec<([u8; 32], String)> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    let before = taken.joined;
    for (id, line) in waiting {
        let entry = open_form::read(&line)?;
        let envelope = check_alone(&entry, room)?;
        match judge(&Hash(id), &envelope, &Here(conn)) {
            Ok(Standing::Waits(_)) => {}
            Ok(Standing::Joins | Standing::Forks | Standing::Known) => {
                conn.execute("DELETE FROM waiting WHERE id = ?1", [id])?;
                take_one(conn, room, entry, taken)?;
            }
            // What it waited for has come and it does not fit: it is let go, and what came stays.
            Err(_) => {
                conn.execute("DELETE FROM waiting WHERE id = ?1", [id])?;
                taken.refused += 1;
            }
        }
    }
    Ok(taken.joined > before)
}

/// What has joined this room, for judging what arrives.
struct Here<'a>(&'a Connection);

impl Here<'_> {
    fn ask<T>(
        &self,
        sql: &str,
        id: &Hash,
        read: impl FnOnce(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
    ) -> Option<T> {
        // A database that cannot answer makes the entry wait; it is asked again at the next taking-in.
        self.0
            .prepare_cached(sql)
            .and_then(|mut s| s.query_row([id.0], read).optional())
            .ok()
            .flatten()
    }
}

impl Known for Here<'_> {
    fn moment(&self, id: &Hash) -> Option<Moment> {
        self.ask("SELECT ms, tick FROM entry WHERE id = ?1", id, |row| {
            Ok(Moment {
                ms: row.get(0)?,
                n: row.get(1)?,
            })
        })
    }

    fn place(&self, id: &Hash) -> Option<(PublicKey, u64)> {
        self.ask(
            "SELECT log.writer, entry.seq FROM entry JOIN log ON log.n = entry.log WHERE entry.id = ?1",
            id,
            |row| Ok((PublicKey(row.get(0)?), row.get(1)?)),
        )
    }

    fn taken(&self, writer: &PublicKey, seq: u64) -> bool {
        self.0
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM entry JOIN log ON log.n = entry.log WHERE log.writer = ?1 AND entry.seq = ?2)",
            )
            .and_then(|mut statement| statement.query_row((writer.0, seq), |row| row.get(0)))
            .unwrap_or(false)
    }
}
