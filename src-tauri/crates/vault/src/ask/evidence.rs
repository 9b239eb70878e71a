//! Exhibits and bundles.

use std::collections::BTreeMap;

use domain::evidence::{Bundle, Exhibit};
use domain::id::{BundleId, ConcernId, FileId, PersonId};
use history::{Hash, PublicKey};
use rusqlite::OptionalExtension;

use crate::VaultError;
use crate::entry::{entries_of, to_step};
use crate::room::Room;

/// A bundle as a list shows it.
#[derive(Clone, PartialEq, Eq)]
pub struct BundleLine {
    /// Which.
    pub id: BundleId,
    /// When it was made, milliseconds.
    pub at: i64,
    /// Who made it.
    pub who: String,
    /// The whole of it.
    pub made: Bundle,
}

impl std::fmt::Debug for BundleLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "BundleLine({})", self.id)
    }
}

impl Room {
    /// The exhibit that a file is, where it has a reference: the first that was given to it.
    pub fn exhibit_of(&self, file: FileId) -> Result<Option<Exhibit>, VaultError> {
        let text: Option<String> = self
            .conn
            .prepare_cached(
                "SELECT given FROM exhibit WHERE file = ?1 ORDER BY at, initials, number, id LIMIT 1",
            )?
            .query_row([file.0], |row| row.get(0))
            .optional()?;
        // Written by the projection from what it had read.
        Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
    }

    /// The state of a record as a paper of it shows it: a hash over the entries about the concern, about its walks and checklists and its
    /// lines in registers, and over which of their parts are still here. That it was looked at or left is no part of it.
    pub fn record_state(&self, concern: ConcernId) -> Result<Hash, VaultError> {
        let mut subjects = vec![concern.0];
        subjects.extend(self.walks_of(concern)?.iter().map(|walk| walk.id.0));
        subjects.extend(self.checklists_of(concern)?.iter().map(|list| list.id.0));
        subjects.extend(
            self.register_lines_of(concern)?
                .iter()
                .map(|line| line.id.0),
        );
        let mut written = Vec::new();
        for subject in subjects {
            for stored in entries_of(&self.conn, &subject)? {
                written.extend(stored.id.0);
                let parts = to_step(&stored).parts;
                written.extend(parts.iter().map(|(_, part)| u8::from(part.is_some())));
            }
        }
        Ok(Hash::of(&[b"strongroom-record-state/v1\n", &written]))
    }

    /// Whose initials are whose, with the highest number each has given.
    pub fn exhibit_numbers(&self) -> Result<BTreeMap<String, (PersonId, u32)>, VaultError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT initials, producer, max(number) FROM exhibit GROUP BY initials",
        )?;
        let numbers = statement.query_map([], |row| {
            Ok((row.get(0)?, (PersonId(row.get(1)?), row.get(2)?)))
        })?;
        Ok(numbers.collect::<Result<_, _>>()?)
    }

    /// How many bundles a writer has made.
    pub fn bundles_by(&self, writer: &PublicKey) -> Result<u32, VaultError> {
        Ok(self
            .conn
            .prepare_cached("SELECT count(*) FROM bundle WHERE writer = ?1")?
            .query_row([writer.0], |row| row.get(0))?)
    }

    /// Bundles, the latest first; at most so many.
    pub fn bundles(&self, limit: u32) -> Result<Vec<BundleLine>, VaultError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT id, at, who, made FROM bundle ORDER BY at DESC, id LIMIT ?1")?;
        let lines = statement.query_map([limit], |row| {
            let made: String = row.get(3)?;
            Ok(BundleLine {
                id: BundleId(row.get(0)?),
                at: row.get(1)?,
                who: row.get(2)?,
                made: serde_json::from_str(&made).unwrap_or_default(),
            })
        })?;
        Ok(lines.collect::<Result<_, _>>()?)
    }
}
