//! Which records are one child or one adult.

use std::collections::HashMap;

use domain::id::{AdultId, PupilId};
use domain::twice::OnRecord;
use rusqlite::OptionalExtension;

use crate::VaultError;
use crate::room::Room;

/// Where records of one noun stand in a room's file.
pub struct Tables {
    /// One line for each record.
    pub(crate) lines: &'static str,
    /// Records that are one.
    pub(crate) join: &'static str,
    /// Records that look like one and are two.
    pub(crate) apart: &'static str,
}

/// Somebody whose records a room keeps.
pub trait Kept: OnRecord {
    /// Where.
    const TABLES: Tables;
}

/// Whether somebody else on record has the same name as a line does: one look into the index of names.
pub(super) fn namesake<R: Kept>(line: &str) -> String {
    format!(
        "EXISTS (SELECT 1 FROM {} AS same
                  WHERE same.called = {line}.called AND same.called <> ''
                    AND same.kept IS NULL AND same.id <> ifnull({line}.kept, {line}.id))",
        R::TABLES.lines
    )
}

impl Kept for PupilId {
    const TABLES: Tables = Tables {
        lines: "pupil",
        join: "pupil_join",
        apart: "pupil_apart",
    };
}

impl Kept for AdultId {
    const TABLES: Tables = Tables {
        lines: "adult",
        join: "adult_join",
        apart: "adult_apart",
    };
}

impl Room {
    /// The record that stands for another, which is this one unless it was joined to another.
    pub fn stands_for<R: Kept>(&self, id: R) -> Result<R, VaultError> {
        let kept: Option<Option<[u8; 16]>> = self
            .conn
            .prepare_cached(&format!(
                "SELECT kept FROM {} WHERE id = ?1",
                R::TABLES.lines
            ))?
            .query_row([id.bytes()], |row| row.get(0))
            .optional()?;
        Ok(kept.flatten().map_or(id, R::of_bytes))
    }

    /// Whether a record is here: one that was named may have been destroyed, or not have come in yet.
    pub fn is_on_record<R: Kept>(&self, id: R) -> Result<bool, VaultError> {
        Ok(self
            .conn
            .prepare_cached(&format!(
                "SELECT EXISTS (SELECT 1 FROM {} WHERE id = ?1)",
                R::TABLES.lines
            ))?
            .query_row([id.bytes()], |row| row.get(0))?)
    }

    /// The record that stands for each record that was joined to another.
    pub fn standing_for<R: Kept>(&self) -> Result<HashMap<R, R>, VaultError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT id, kept FROM {} WHERE kept IS NOT NULL",
            R::TABLES.lines
        ))?;
        let pairs = statement.query_map([], |row| {
            Ok((R::of_bytes(row.get(0)?), R::of_bytes(row.get(1)?)))
        })?;
        Ok(pairs.collect::<Result<_, _>>()?)
    }

    /// Every record of one child or adult: the one that stands for all first.
    pub fn records_of<R: Kept>(&self, id: R) -> Result<Vec<R>, VaultError> {
        let stands = self.stands_for(id)?;
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT id FROM {} WHERE kept = ?1 ORDER BY id",
            R::TABLES.lines
        ))?;
        let others = statement.query_map([stands.bytes()], |row| row.get(0).map(R::of_bytes))?;
        let mut records = vec![stands];
        for other in others {
            records.push(other?);
        }
        Ok(records)
    }

    /// Pairs that somebody looked at and found to be two.
    pub fn kept_apart<R: Kept>(&self) -> Result<Vec<(R, R)>, VaultError> {
        let mut statement = self
            .conn
            .prepare_cached(&format!("SELECT one, other FROM {}", R::TABLES.apart))?;
        let pairs = statement.query_map([], |row| {
            Ok((R::of_bytes(row.get(0)?), R::of_bytes(row.get(1)?)))
        })?;
        Ok(pairs.collect::<Result<_, _>>()?)
    }
}
