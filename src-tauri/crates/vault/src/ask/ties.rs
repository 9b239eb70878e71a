//! Who belongs to whom, and which records are one pupil.

use std::collections::HashMap;

use domain::id::{AdultId, PupilId};
use domain::pupil::Tie;
use rusqlite::{OptionalExtension, Row};

use crate::VaultError;
use crate::room::Room;

/// Somebody who belongs to a pupil, as it holds now.
#[derive(Clone, PartialEq, Eq)]
pub struct TieLine {
    /// The entry that says so.
    pub entry: [u8; 32],
    /// Whose page it stands on.
    pub pupil: PupilId,
    /// What it says.
    pub tie: Tie,
}

impl std::fmt::Debug for TieLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "TieLine({})", self.pupil)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<TieLine> {
    let tie: String = row.get(2)?;
    Ok(TieLine {
        entry: row.get(0)?,
        pupil: PupilId(row.get(1)?),
        tie: serde_json::from_str(&tie).unwrap_or_default(),
    })
}

impl Room {
    /// Who belongs to a pupil, as was written on their page.
    pub fn ties_of(&self, pupil: PupilId) -> Result<Vec<TieLine>, VaultError> {
        self.ties("pupil", &pupil.0)
    }

    /// Pupils on whose page another child stands.
    pub fn ties_naming_pupil(&self, pupil: PupilId) -> Result<Vec<TieLine>, VaultError> {
        self.ties("whom", &pupil.0)
    }

    /// Pupils on whose page an adult stands.
    pub fn ties_naming(&self, adult: AdultId) -> Result<Vec<TieLine>, VaultError> {
        self.ties("whom", &adult.0)
    }

    fn ties(&self, column: &str, id: &[u8; 16]) -> Result<Vec<TieLine>, VaultError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT entry, pupil, value FROM tie WHERE {column} = ?1 ORDER BY entry"
        ))?;
        let lines = statement.query_map([id], read)?;
        Ok(lines.collect::<Result<_, _>>()?)
    }

    /// The record that stands for a pupil, which is this one unless it was joined to another.
    pub fn stands_for(&self, pupil: PupilId) -> Result<PupilId, VaultError> {
        let kept: Option<Option<[u8; 16]>> = self
            .conn
            .prepare_cached("SELECT kept FROM pupil WHERE id = ?1")?
            .query_row([pupil.0], |row| row.get(0))
            .optional()?;
        Ok(kept.flatten().map_or(pupil, PupilId))
    }

    /// The record that stands for each record that was joined to another.
    pub fn standing_for(&self) -> Result<HashMap<PupilId, PupilId>, VaultError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT id, kept FROM pupil WHERE kept IS NOT NULL")?;
        let pairs =
            statement.query_map([], |row| Ok((PupilId(row.get(0)?), PupilId(row.get(1)?))))?;
        Ok(pairs.collect::<Result<_, _>>()?)
    }

    /// Every record of one child: the one that stands for all first.
    pub fn records_of(&self, pupil: PupilId) -> Result<Vec<PupilId>, VaultError> {
        let stands = self.stands_for(pupil)?;
        let mut statement = self
            .conn
            .prepare_cached("SELECT id FROM pupil WHERE kept = ?1 ORDER BY id")?;
        let others = statement.query_map([stands.0], |row| row.get(0).map(PupilId))?;
        let mut records = vec![stands];
        for other in others {
            records.push(other?);
        }
        Ok(records)
    }

    /// Pairs that somebody looked at and found to be two children.
    pub fn kept_apart(&self) -> Result<Vec<(PupilId, PupilId)>, VaultError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT one, other FROM pupil_apart")?;
        let pairs =
            statement.query_map([], |row| Ok((PupilId(row.get(0)?), PupilId(row.get(1)?))))?;
        Ok(pairs.collect::<Result<_, _>>()?)
    }
}
