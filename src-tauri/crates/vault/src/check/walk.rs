//! A walk through every entry of a room, in steps, so that it can go on behind a person's work and be stopped.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use history::checkpoint::Frontier;
use history::clock::Moment;
use history::{Hash, PublicKey, Verifier};

use crate::VaultError;
use crate::entry::stored;
use crate::room::Room;

/// Something that does not hold, by name and never by content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The entry or log.
    pub what: String,
    /// What is wrong with it.
    pub say: String,
}

/// A walk under way.
#[derive(Default)]
pub struct Walk {
    next: i64,
    /// Entries walked.
    pub entries: u64,
    /// Parts checked.
    pub parts: u64,
    /// What does not hold.
    pub faults: Vec<Fault>,
    logs: BTreeMap<PublicKey, (u64, Hash, Frontier)>,
    moments: BTreeMap<Hash, Moment>,
    keys: BTreeMap<PublicKey, Verifier>,
}

impl Walk {
    /// A walk that has been to the end: what it knew is let go.
    pub fn over() -> Self {
        Self {
            next: i64::MAX,
            ..Self::default()
        }
    }

    /// Whether it has been to the end.
    pub fn is_over(&self) -> bool {
        self.next == i64::MAX
    }

    fn fault(&mut self, what: impl ToString, say: impl Into<String>) {
        self.faults.push(Fault {
            what: what.to_string(),
            say: say.into(),
        });
    }
}

impl Room {
    /// Checks the next `count` entries: id, signature, parts, place in the chain. False when the walk is at its end.
    pub fn walk(&self, walk: &mut Walk, count: u32) -> Result<bool, VaultError> {
        let batch = stored(&self.conn, walk.next, count)?;
        for one in &batch {
            walk.next = one.n + 1;
            walk.entries += 1;
            walk.parts += one.entry.parts.iter().flatten().count() as u64;
            let id = one.id;
            let checked = match walk.keys.entry(one.writer) {
                Entry::Occupied(ready) => one.verify_by(ready.into_mut()),
                Entry::Vacant(new) => match one.writer.verifier() {
                    Ok(ready) => one.verify_by(new.insert(ready)),
                    Err(error) => Err(error.into()),
                },
            };
            let envelope = match checked {
                Ok(envelope) => envelope,
                Err(error) => {
                    walk.fault(id, error.to_string());
                    continue;
                }
            };
            if envelope.room != self.id || envelope.writer != one.writer {
                walk.fault(id, "it stands in a room or a log that is not its own");
            }
            if !one.is_introduced_right() {
                walk.fault(
                    id,
                    "its writer is not named as their certificate names them",
                );
            }
            let expected = walk
                .logs
                .get(&envelope.writer)
                .map(|(seq, head, _)| (*seq, *head));
            let follows = match expected {
                None => envelope.seq == 1,
                Some((seq, head)) => envelope.seq == seq + 1 && envelope.prev == Some(head),
            };
            // A second branch of a log whose key was used twice: kept, and its writer is named at the end.
            let forked = !follows
                && envelope
                    .prev
                    .is_none_or(|prev| walk.moments.contains_key(&prev))
                && expected.is_some();
            if !follows && !forked {
                walk.fault(id, "entries before it are missing");
            }
            let earlier =
                |moment: Option<&Moment>| moment.is_some_and(|moment| *moment >= envelope.moment);
            if envelope
                .prev
                .iter()
                .chain(&envelope.seen)
                .any(|id| earlier(walk.moments.get(id)))
            {
                walk.fault(id, "its clock is not later than what it had seen");
            }
            if envelope
                .seen
                .iter()
                .any(|id| !walk.moments.contains_key(id))
            {
                walk.fault(id, "it had seen an entry that is missing");
            }
            walk.moments.insert(id, envelope.moment);
            if !forked {
                let log = walk
                    .logs
                    .entry(envelope.writer)
                    .or_insert((0, id, Frontier::default()));
                log.0 = envelope.seq;
                log.1 = id;
                log.2.push(&id.0);
            }
        }
        if batch.len() == count as usize {
            return Ok(true);
        }
        self.finish(walk)?;
        Ok(false)
    }

    /// What the walk found against what the room says of itself.
    fn finish(&self, walk: &mut Walk) -> Result<(), VaultError> {
        let said = self.checkpoint()?;
        for log in said.logs() {
            let found = walk
                .logs
                .get(&log.writer)
                .map(|(seq, _, frontier)| (*seq, frontier.root()));
            if found != Some((log.seq, log.root)) {
                walk.fault(
                    log.writer,
                    "the log's newest entries are not those the room remembers",
                );
            }
        }
        let strangers: Vec<PublicKey> = walk
            .logs
            .keys()
            .filter(|writer| !said.logs().iter().any(|log| log.writer == **writer))
            .copied()
            .collect();
        for writer in strangers {
            walk.fault(writer, "a log the room does not remember");
        }
        for log in self.logs()? {
            if log.forked {
                walk.fault(log.writer, "this writer's key was used twice");
            }
        }
        Ok(())
    }

    /// Checks SQLCipher's own page codes. The write-ahead log is brought in first: before that it gives false alarms.
    pub fn check_pages(&self) -> Result<Vec<Fault>, VaultError> {
        self.conn
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        let mut statement = self.conn.prepare("PRAGMA cipher_integrity_check")?;
        let mut rows = statement.query([])?;
        let mut faults = Vec::new();
        while let Some(row) = rows.next()? {
            faults.push(Fault {
                what: "file".to_owned(),
                say: row.get(0)?,
            });
        }
        Ok(faults)
    }

    /// SQLite's own check of trees and indexes, and the full-text index against itself.
    pub fn check_index(&self) -> Result<Vec<Fault>, VaultError> {
        let mut statement = self.conn.prepare("PRAGMA integrity_check(20)")?;
        let mut rows = statement.query([])?;
        let mut faults = Vec::new();
        while let Some(row) = rows.next()? {
            let say: String = row.get(0)?;
            if say != "ok" {
                faults.push(Fault {
                    what: "file".to_owned(),
                    say,
                });
            }
        }
        Ok(faults)
    }

    /// Whether the tables and the search index are what the entries say. They are made again from the entries either way.
    pub fn check_tables(&mut self) -> Result<Vec<Fault>, VaultError> {
        let (tables, index) = (self.picture()?, self.index_picture());
        self.rebuild()?;
        let mut faults = Vec::new();
        if self.picture()? != tables {
            faults.push(Fault {
                what: "tables".to_owned(),
                say: "a list did not show what the entries say; it has been made again from them"
                    .to_owned(),
            });
        }
        if index.is_err() || self.index_picture()? != index? {
            faults.push(Fault {
                what: "search".to_owned(),
                say: "search did not cover what the entries say; it has been made again from them"
                    .to_owned(),
            });
        }
        Ok(faults)
    }

    /// A fingerprint of which words occur how often. Merging the index first makes it a function of the entries alone.
    fn index_picture(&self) -> Result<history::Hash, VaultError> {
        let mut lines = Vec::new();
        for table in ["concern_words", "pupil_words"] {
            self.conn.execute_batch(&format!(
                "INSERT INTO {table} ({table}) VALUES ('optimize');
                 CREATE VIRTUAL TABLE IF NOT EXISTS temp.{table}_terms USING fts5vocab ('main', '{table}', 'row');"
            ))?;
            let documents: i64 = self.conn.query_row(
                &format!("SELECT count(*) FROM {table}_docsize"),
                [],
                |row| row.get(0),
            )?;
            lines.extend_from_slice(&documents.to_be_bytes());
            let mut statement = self
                .conn
                .prepare(&format!("SELECT term, doc, cnt FROM temp.{table}_terms"))?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                lines.extend_from_slice(row.get_ref(0)?.as_bytes().unwrap_or_default());
                lines.extend_from_slice(&row.get::<_, i64>(1)?.to_be_bytes());
                lines.extend_from_slice(&row.get::<_, i64>(2)?.to_be_bytes());
            }
        }
        Ok(history::Hash::of(&[&lines]))
    }
}
